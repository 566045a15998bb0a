/* test_postgres.c - stores in a PostgreSQL server that fails: it is slow, it
 * goes, it refuses; and addresses, whose passwords nobody sees. Run by
 * tests/support/with-postgres. */
#include "store.h"

#include "base/array.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char address[400];

/** The address of the store with options for the session. */
static const char *with_options(const char *options)
{
    snprintf(address, sizeof address, "%s?options=%s", store_name(), options);
    return address;
}

static hxp_memory *open_at(const char *where, hxp_memory_mode mode)
{
    hxp_memory *memory;
    hxp_error error = { .message = "" };
    hxp_status status = hxp_memory_open(&memory, where, mode, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    return memory;
}

static hxp_memory *new_store(void)
{
    store_remove();
    return open_at(store_name(), HXP_MEMORY_CREATE);
}

static hxp_status add(hxp_memory *memory, const char *bytes,
                      hxp_memory_counts *counts, hxp_error *error)
{
    error->message[0] = '\0';
    return store_add(memory, "m", hxp_str_of(bytes), counts, error);
}

static void expect_added(hxp_memory *memory, const char *bytes, size_t added)
{
    hxp_memory_counts counts;
    hxp_error error;
    hxp_status status = add(memory, bytes, &counts, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    assert_int_equal(counts.added, added);
}

static void expect_not_added(hxp_memory *memory, const char *bytes,
                             hxp_status expected, const char *message)
{
    hxp_memory_counts counts;
    hxp_error error;
    hxp_status status = add(memory, bytes, &counts, &error);
    assert_string_equal(error.message, message);
    assert_string_equal(error.file, store_name());
    assert_int_equal(status, expected);
    assert_int_equal(counts.added, 0);
}

static void expect_content(const char *expected)
{
    hxp_memory *memory = open_at(store_name(), HXP_MEMORY_READ);
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(store_export(output, memory, NULL, "tsv", NULL), HXP_OK);
    hxp_str found = hxp_output_bytes(output);
    assert_int_equal(found.len, strlen(expected));
    assert_memory_equal(found.ptr, expected, found.len);
    hxp_output_close(output);
    hxp_memory_close(memory);
}

/* --- Refused -------------------------------------------------------------- */

static void expect_refused(const char *where, hxp_memory_mode mode,
                           hxp_status expected, const char *message)
{
    hxp_memory *memory;
    hxp_error error = { .message = "" };
    assert_int_equal(hxp_memory_open(&memory, where, mode, &error), expected);
    assert_null(memory);
    if (!strstr(error.message, message))
        assert_string_equal(error.message, message);
    assert_null(strstr(error.message, "secret"));
    assert_null(strstr(error.file, "secret"));
}

static void test_addresses(void **state)
{
    static const char none[] = "this is no address of a database";
    static const char *const addresses[] = {
        "postgresql://a:sec%ret@/b", "postgresql://a:se/cret@secret/b",
        "postgresql://a:secret",     "postgresql://a:12/secret@host/b",
        "postgres://a@/b?password",  "postgresql://a:secret@[::1/b",
        "postgres://a@/b?secret=1",  "postgresql://a:secret@/b?port=x",
    };
    (void)state;
    for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++)
        expect_refused(addresses[i], HXP_MEMORY_READ, HXP_EINPUT, none);
    expect_refused("postgresql://a:secret@localhost:1/b", HXP_MEMORY_READ,
                   HXP_ESYSTEM, "port 1 failed: Connection refused");
    expect_refused("postgresql://a:1?secret@%2Fnowhere/b", HXP_MEMORY_READ,
                   HXP_ESYSTEM, "No such file or directory");
    expect_refused("postgres://a@%2Fnowhere/b?password=secret",
                   HXP_MEMORY_CREATE, HXP_ESYSTEM, "No such file or directory");
    expect_refused(with_options("-cnone%3Dsecret"), HXP_MEMORY_READ,
                   HXP_ESYSTEM, "unrecognized configuration parameter");
}

static void test_no_store(void **state)
{
    static const char none[] = "this is no translation memory";
    static const char missing[] =
        "there is no translation memory in this database";
    (void)state;
    store_remove();
    expect_refused(store_name(), HXP_MEMORY_READ, HXP_EINPUT, missing);
    expect_refused(store_name(), HXP_MEMORY_WRITE, HXP_EINPUT, missing);
    hxp_memory_close(new_store());
    assert_true(store_run("UPDATE hexapla.store SET version = 99"));
    for (hxp_memory_mode mode = HXP_MEMORY_READ; mode <= HXP_MEMORY_CREATE;
         mode++)
        expect_refused(store_name(), mode, HXP_EINPUT,
                       "this translation memory was made by a newer version of "
                       "Hexapla: its schema is 99, the newest known here 1");
    assert_true(store_run("DELETE FROM hexapla.store"));
    expect_refused(store_name(), HXP_MEMORY_CREATE, HXP_EINPUT, none);
    assert_true(store_run("DROP SCHEMA hexapla CASCADE; CREATE SCHEMA hexapla;"
                          "CREATE TABLE hexapla.store(a int)"));
    expect_refused(store_name(), HXP_MEMORY_CREATE, HXP_EINPUT, none);
    /* a schema that is there and empty will do */
    assert_true(store_run("DROP TABLE hexapla.store"));
    hxp_memory_close(open_at(store_name(), HXP_MEMORY_CREATE));
}

static void test_encoding(void **state)
{
    char other[300];
    (void)state;
    assert_true(store_run("CREATE DATABASE latin ENCODING 'LATIN1' "
                          "TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"));
    const char *end = strrchr(store_name(), '/');
    snprintf(other, sizeof other, "%.*s/latin", (int)(end - store_name()),
             store_name());
    expect_refused(other, HXP_MEMORY_CREATE, HXP_EINPUT,
                   "the encoding of the database is not UTF8");
}

/** One who may read looks up, and cannot write. */
static void test_reader(void **state)
{
    char reader[300];
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    hxp_memory *memory = new_store();
    hxp_memory_counts counts;
    hxp_error error;
    (void)state;
    expect_added(memory, "en\tnl\na\tb\n", 1);
    hxp_memory_close(memory);
    assert_true(store_run("CREATE ROLE reader LOGIN;"
                          "GRANT USAGE ON SCHEMA hexapla TO reader;"
                          "GRANT SELECT ON ALL TABLES IN SCHEMA hexapla "
                          "TO reader"));
    snprintf(reader, sizeof reader, "postgresql://reader@%s",
             strchr(store_name(), '@') + 1);
    memory = open_at(reader, HXP_MEMORY_READ);
    options.from = "en";
    options.to = "nl";
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    memory = open_at(reader, HXP_MEMORY_CREATE);
    assert_int_equal(add(memory, "en\tnl\nc\td\n", &counts, &error),
                     HXP_ESYSTEM);
    assert_string_equal(error.message, "permission denied for table store");
    hxp_memory_close(memory);
    memory = open_at(with_options("-cdefault_transaction_read_only%3Don"),
                     HXP_MEMORY_READ);
    hxp_memory_close(memory);
    expect_content("en\tnl\na\tb\n");
    assert_true(store_run("DROP OWNED BY reader; DROP ROLE reader"));
}

static void test_nul(void **state)
{
    static const char bytes[] = "en\tnl\na\tb\nc\0c\td\n";
    hxp_memory *memory = new_store();
    hxp_memory_counts counts;
    hxp_error error = { .message = "" };
    hxp_str text = { bytes, sizeof bytes - 1 };
    (void)state;
    assert_int_equal(store_add(memory, "m", text, &counts, &error), HXP_EINPUT);
    assert_string_equal(error.message,
                        "a text with a NUL character cannot be stored");
    expect_added(memory, "en\tnl\na\tb\n", 1);
    hxp_memory_close(memory);
    expect_content("en\tnl\na\tb\n");
}

/* --- Distributed ---------------------------------------------------------- */

#define PARTITIONED(table)                                                     \
    "CREATE TABLE hexapla.new (LIKE hexapla." table " INCLUDING ALL) "         \
    "PARTITION BY HASH (memory);"                                              \
    "DROP TABLE hexapla." table ";"                                            \
    "ALTER TABLE hexapla.new RENAME TO " table ";"                             \
    "CREATE TABLE hexapla." table "0 PARTITION OF hexapla." table              \
    " FOR VALUES WITH (MODULUS 2, REMAINDER 0);"                               \
    "CREATE TABLE hexapla." table "1 PARTITION OF hexapla." table              \
    " FOR VALUES WITH (MODULUS 2, REMAINDER 1);"

/** Tables that are parted by memory do as well: each key has that column. */
static void test_partitions(void **state)
{
    hxp_memory_counts counts;
    (void)state;
    hxp_memory_close(new_store());
    assert_true(store_run(PARTITIONED("unit") PARTITIONED("variant")
                              PARTITIONED("removal")));
    hxp_memory *memory = open_at(store_name(), HXP_MEMORY_CREATE);
    for (int i = 0; i < 8; i++) {
        char name[] = { (char)('a' + i), '\0' };
        assert_int_equal(
            store_add(memory, name, HXP_STR("en\tnl\na\tb\n"), &counts, NULL),
            HXP_OK);
        assert_int_equal(store_add(memory, name,
                                   HXP_STR("en\tnl\na\tb\nc\td\n"), &counts,
                                   NULL),
                         HXP_OK);
        assert_int_equal(counts.added + 10 * counts.same, 11);
    }
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    hxp_memory_close(memory);
    expect_content("en\tnl\n"
                   "a\tb\nc\td\na\tb\nc\td\na\tb\nc\td\na\tb\nc\td\n"
                   "a\tb\nc\td\na\tb\nc\td\na\tb\nc\td\na\tb\nc\td\n");
}

/* --- Servers that fail ---------------------------------------------------- */

/** Have the server do something when event happens the number-th time. */
static void make_trap(const char *event, const char *what, int number)
{
    char sql[600];
    snprintf(sql, sizeof sql,
             "CREATE SEQUENCE hexapla.times;"
             "CREATE FUNCTION hexapla.trap() RETURNS trigger LANGUAGE plpgsql "
             "AS $$ BEGIN IF nextval('hexapla.times') = %d THEN %s; END IF; "
             "RETURN coalesce(NEW, OLD); END $$;"
             "CREATE TRIGGER trap BEFORE %s ON hexapla.unit "
             "FOR EACH ROW EXECUTE FUNCTION hexapla.trap()",
             number, what, event);
    assert_true(store_run(sql));
}

#define GIVEN_UP                                                               \
    "the database server gave up the change, as another one was made; "        \
    "nothing was changed"
#define LOST                                                                   \
    "the connection to the database server was lost; nothing was changed"

/** What may be done again is; what may not, and what fails again, is said. */
static void test_retry(void **state)
{
    static const struct {
        const char *what;
        const char *message; /* empty: it succeeds when done again */
        hxp_status status;
    } cases[] = {
        { "RAISE EXCEPTION 'trap' USING ERRCODE = '40001'", "", HXP_OK },
        { "RAISE EXCEPTION 'trap' USING ERRCODE = '40P01'", "", HXP_OK },
        { "PERFORM pg_terminate_backend(pg_backend_pid())", "", HXP_OK },
        { "RAISE EXCEPTION 'trap' USING ERRCODE = '53100'",
          "no space left on the database server; nothing was changed",
          HXP_ESYSTEM },
        { "RAISE EXCEPTION 'trap' USING ERRCODE = 'XX001'",
          "the translation memory is damaged", HXP_EINPUT },
        { "RAISE EXCEPTION 'trap of\nlines'", "trap of", HXP_ESYSTEM },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        hxp_memory *memory = new_store();
        expect_added(memory, "en\tnl\na\tb\n", 1);
        make_trap("INSERT", cases[i].what, 2);
        if (cases[i].status == HXP_OK) {
            expect_added(memory, "en\tnl\nc\td\ne\tf\n", 2);
        } else {
            expect_not_added(memory, "en\tnl\nc\td\ne\tf\n", cases[i].status,
                             cases[i].message);
            expect_content("en\tnl\na\tb\n");
            /* the store can be used again */
            expect_added(memory, "en\tnl\nc\td\ne\tf\n", 2);
        }
        hxp_memory_close(memory);
        expect_content("en\tnl\na\tb\nc\td\ne\tf\n");
    }
}

/** Deleting is done again, too. */
static void test_retry_of_delete(void **state)
{
    hxp_unit_sink *sink;
    size_t removed = 0;
    hxp_memory *memory = new_store();
    (void)state;
    expect_added(memory, "en\tnl\na\tb\nc\td\n", 2);
    make_trap("DELETE", "PERFORM pg_terminate_backend(pg_backend_pid())", 2);
    assert_int_equal(hxp_memory_remove_new(&sink, memory, &removed, NULL),
                     HXP_OK);
    assert_int_equal(hxp_memory_read(memory, "m", sink, NULL), HXP_OK);
    sink->close(sink);
    assert_int_equal(removed, 2);
    hxp_memory_close(memory);
    expect_content("\n");
}

/** A file of more units than are put at once cannot be put again. */
static void test_large_file(void **state)
{
    static const char *const traps[] = {
        "RAISE EXCEPTION 'trap' USING ERRCODE = '40001'",
        "PERFORM pg_terminate_backend(pg_backend_pid())"
    };
    static const char *const messages[] = { GIVEN_UP, LOST };
    hxp_buffer bytes = { NULL, 0, 0 };
    (void)state;
    hxp_buffer_add(&bytes, HXP_STR("en\tnl\n"));
    for (int i = 0; i < 3000; i++) {
        char line[64];
        snprintf(line, sizeof line, "source %d\ttarget\n", i);
        hxp_buffer_add(&bytes, hxp_str_of(line));
    }
    hxp_buffer_add(&bytes, (hxp_str){ "", 1 });
    for (size_t i = 0; i < sizeof traps / sizeof traps[0]; i++) {
        hxp_memory *memory = new_store();
        expect_added(memory, "en\tnl\na\tb\n", 1);
        make_trap("INSERT", traps[i], 2900);
        expect_not_added(memory, bytes.ptr, HXP_ESYSTEM, messages[i]);
        expect_content("en\tnl\na\tb\n");
        expect_added(memory, bytes.ptr, 3000);
        hxp_memory_close(memory);
    }
    hxp_buffer_free(&bytes);
}

/** The connection is lost while nothing happens. */
static void test_lost_between(void **state)
{
    static const char terminate[] =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = 'hexapla'";
    hxp_memory *memory = new_store();
    (void)state;
    expect_added(memory, "en\tnl\na\tb\n", 1);
    assert_true(store_run(terminate));
    expect_added(memory, "en\tnl\nc\td\n", 1);
    assert_true(store_run(terminate));
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    hxp_memory_close(memory);
    expect_content("en\tnl\na\tb\nc\td\n");
}

/** The server takes longer than a statement may. */
static void test_slow_statement(void **state)
{
    (void)state;
    hxp_memory_close(new_store());
    make_trap("INSERT", "PERFORM pg_sleep(20)", 1);
    hxp_memory *memory =
        open_at(with_options("-cstatement_timeout%3D300"), HXP_MEMORY_WRITE);
    expect_not_added(memory, "en\tnl\na\tb\n", HXP_ESYSTEM,
                     "the database server took too long; nothing was changed");
    expect_added(memory, "en\tnl\na\tb\n", 1);
    hxp_memory_close(memory);
}

/** Somebody else has begun to write. */
static void test_locked(void **state)
{
    hxp_unit_sink *sink;
    hxp_memory_counts counts = { 0, 0, 0, 0 };
    hxp_unit_header header = { .source_language = HXP_STR("en") };
    hxp_variant variants[] = {
        { .language = HXP_STR("en"), .content = { .text = HXP_STR("a") } },
        { .language = HXP_STR("nl"), .content = { .text = HXP_STR("b") } }
    };
    hxp_unit unit = { .variants = variants, .variant_count = 2 };
    hxp_memory *first = new_store();
    (void)state;
    hxp_memory *second =
        open_at(with_options("-clock_timeout%3D200"), HXP_MEMORY_WRITE);
    assert_int_equal(hxp_memory_add_new(&sink, first, "m", &counts, NULL),
                     HXP_OK);
    assert_int_equal(sink->begin(sink, &header, NULL), HXP_OK);
    /* nobody waits for one who has not put a batch */
    expect_added(second, "en\tnl\nc\td\n", 1);
    for (int i = 0; i < 1500; i++)
        assert_int_equal(sink->unit(sink, &unit, NULL), HXP_OK);
    expect_not_added(second, "en\tnl\ne\tf\n", HXP_ESYSTEM,
                     "another process is writing to the translation memory");
    assert_int_equal(sink->end(sink, NULL), HXP_OK);
    sink->close(sink);
    expect_added(second, "en\tnl\ne\tf\n", 1);
    hxp_memory_close(first);
    hxp_memory_close(second);
    expect_content("en\tnl\nc\td\na\tb\ne\tf\n");
}

/** The server stands still, and goes on when the client has given up. */
static void test_frozen(void **state)
{
    (void)state;
    hxp_memory_close(new_store());
    make_trap("INSERT",
              "EXECUTE format('COPY (SELECT 1) TO PROGRAM ''(sleep 4; kill "
              "-CONT %1$s) & kill -STOP %1$s''', pg_backend_pid())",
              1);
    hxp_memory *memory =
        open_at(with_options("-cstatement_timeout%3D200"), HXP_MEMORY_WRITE);
    expect_not_added(
        memory, "en\tnl\na\tb\n", HXP_ESYSTEM,
        "the database server does not answer; nothing was changed");
    hxp_memory_close(memory);
    /* waits for the one that stood still */
    memory = open_at(store_name(), HXP_MEMORY_WRITE);
    expect_added(memory, "en\tnl\nc\td\n", 1);
    hxp_memory_close(memory);
    expect_content("en\tnl\nc\td\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_no_store),
        cmocka_unit_test(test_encoding),
        cmocka_unit_test(test_reader),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_partitions),
        cmocka_unit_test(test_retry),
        cmocka_unit_test(test_retry_of_delete),
        cmocka_unit_test(test_large_file),
        cmocka_unit_test(test_lost_between),
        cmocka_unit_test(test_slow_statement),
        cmocka_unit_test(test_locked),
        cmocka_unit_test(test_frozen),
    };
    return cmocka_run_group_tests_name("postgres", tests, store_set_up,
                                       store_tear_down);
}
