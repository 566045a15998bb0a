/* test_sqlite.c - stores in files, and files that are no stores: damaged,
 * newer, unchangeable. */
#include "store.h"

#include "base/array.h"
#include "base/str.h"

#include <glob.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

static hxp_memory *open_store(hxp_memory_mode mode)
{
    hxp_memory *memory;
    assert_int_equal(hxp_memory_open(&memory, "s.db", mode, NULL), HXP_OK);
    return memory;
}

/** A store that is made anew. */
static hxp_memory *new_store(void)
{
    (void)unlink("s.db");
    return open_store(HXP_MEMORY_CREATE);
}

/** Write what is in a store to a table. */
static hxp_status export(hxp_memory *memory, hxp_error *error)
{
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    hxp_status status = store_export(output, memory, NULL, "tsv", error);
    hxp_output_close(output);
    return status;
}

static void expect_refused(const char *path, hxp_memory_mode mode,
                           hxp_status expected, const char *message)
{
    hxp_memory *memory;
    hxp_error error = { .message = "" };
    assert_int_equal(hxp_memory_open(&memory, path, mode, &error), expected);
    assert_null(memory);
    assert_string_equal(error.message, message);
    assert_string_equal(error.file, path);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void test_no_store(void **state)
{
    static const char none[] = "this is no translation memory";
    (void)state;
    hxp_memory_close(new_store());
    write_file("text", "This is a file of another kind, and a long one at that:"
                       " it goes on.\n");
    write_file("empty", "");
    run_sql("other", "CREATE TABLE a(b)");
    run_sql("s.db", "PRAGMA user_version = 99");
    for (hxp_memory_mode mode = HXP_MEMORY_READ; mode <= HXP_MEMORY_CREATE;
         mode++) {
        expect_refused("text", mode, HXP_EINPUT, none);
        expect_refused("other", mode, HXP_EINPUT, none);
        expect_refused("s.db", mode, HXP_EINPUT,
                       "this translation memory was made by a newer version of "
                       "Hexapla: its schema is 99, the newest known here 1");
    }
    expect_refused("empty", HXP_MEMORY_READ, HXP_EINPUT, none);
    expect_refused("missing", HXP_MEMORY_READ, HXP_EINPUT,
                   "no such file or directory");
    expect_refused("missing", HXP_MEMORY_WRITE, HXP_EINPUT,
                   "no such file or directory");
    expect_refused("missing/s.db", HXP_MEMORY_CREATE, HXP_EINPUT,
                   "no such file or directory");
    expect_refused(".", HXP_MEMORY_CREATE, HXP_EINPUT, "is a directory");
}

/** Bytes in the middle of a store are overwritten. */
static void test_damaged(void **state)
{
    hxp_memory *memory = new_store();
    hxp_error error;
    char line[64];
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_memory_counts counts;
    (void)state;
    hxp_buffer_add(&bytes, HXP_STR("en\tnl\n"));
    for (int i = 0; i < 2000; i++) {
        snprintf(line, sizeof line, "source %d\ttarget %d\n", i, i);
        hxp_buffer_add(&bytes, hxp_str_of(line));
    }
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    hxp_memory_close(memory);
    hxp_buffer_free(&bytes);
    FILE *file = fopen("s.db", "r+");
    assert_non_null(file);
    for (long page = 8; page < 40; page++) {
        fseek(file, page * 4096, SEEK_SET);
        fputs("damaged", file);
    }
    fclose(file);
    memory = open_store(HXP_MEMORY_WRITE);
    assert_int_equal(export(memory, &error), HXP_EINPUT);
    assert_string_equal(error.message, "the translation memory is damaged");
    assert_int_equal(hxp_memory_compact(memory, &error), HXP_EINPUT);
    hxp_memory_close(memory);
}

/** Look up with a cache in a folder; how many indexes are in it then. */
static size_t look_up_with_cache(const char *folder)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    glob_t files;
    char *before = strdup(getenv("HEXAPLA_CACHE")), pattern[100];
    assert_true(before && setenv("HEXAPLA_CACHE", folder, 1) == 0);
    options.from = "en";
    options.to = "nl";
    for (int i = 0; i < 2; i++) {
        hxp_memory *memory = open_store(HXP_MEMORY_READ);
        assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL),
                         HXP_OK);
        hxp_lookup_free(lookup);
        hxp_memory_close(memory);
    }
    assert_int_equal(setenv("HEXAPLA_CACHE", before, 1), 0);
    free(before);
    snprintf(pattern, sizeof pattern, "%s/memory-*-en.index", folder);
    size_t count = glob(pattern, 0, NULL, &files) == 0 ? files.gl_pathc : 0;
    for (size_t i = 0; i < count; i++)
        assert_int_equal(unlink(files.gl_pathv[i]), 0);
    globfree(&files);
    return count;
}

/** Where nothing can be written, not even by a root who is nobody now. */
static void test_read_only(void **state)
{
    enum { NOBODY = 65534 };
    hxp_memory *memory = new_store();
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup = NULL;
    hxp_memory_counts counts;
    hxp_error error = { .message = "" };
    (void)state;
    assert_int_equal(
        store_add(memory, "m", HXP_STR("en\tnl\na\tb\n"), &counts, NULL),
        HXP_OK);
    hxp_memory_close(memory);
    assert_int_equal(chmod("s.db", 0444), 0);
    assert_true(mkdir("cache", 0777) == 0 && chmod("cache", 0777) == 0);
    assert_int_equal(chmod(".", 0555), 0);
    bool root = geteuid() == 0;
    assert_true(!root || seteuid(NOBODY) == 0);
    options.from = "en";
    options.to = "nl";
    memory = open_store(HXP_MEMORY_READ);
    assert_int_equal(export(memory, NULL), HXP_OK);
    hxp_status looked = hxp_lookup_new(&lookup, memory, &options, &error);
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    size_t cached = look_up_with_cache("cache");
    expect_refused("s.db", HXP_MEMORY_WRITE, HXP_ESYSTEM,
                   "the translation memory cannot be written");
    assert_true(!root || seteuid(0) == 0);
    assert_int_equal(chmod(".", 0755), 0);
    assert_int_equal(chmod("s.db", 0644), 0);
    assert_string_equal(error.message, "");
    assert_int_equal(looked, HXP_OK);
    assert_int_not_equal(access("s.db-en.index", F_OK), 0);
    assert_int_equal(cached, 1);
    assert_int_equal(rmdir("cache"), 0);
    memory = open_store(HXP_MEMORY_WRITE);
    assert_int_equal(
        store_add(memory, "m", HXP_STR("en\tnl\na\tb\n"), &counts, NULL),
        HXP_OK);
    assert_int_equal(counts.same, 1);
    hxp_memory_close(memory);
}

/* --- Large stores --------------------------------------------------------- */

/** Add units whose sources are so long, each of other letters. */
static void add_long(hxp_memory *memory, size_t units, size_t length)
{
    hxp_memory_counts counts;
    hxp_buffer bytes = { .ptr = NULL };
    assert_true(hxp_buffer_add(&bytes, HXP_STR("en\tnl\n")));
    for (size_t i = 0; i < units; i++) {
        assert_true(hxp_buffer_reserve(&bytes, length));
        memset(bytes.ptr + bytes.len, 'a' + (int)i % 26, length);
        bytes.len += length;
        assert_true(hxp_buffer_add(&bytes, HXP_STR("\tb\n")));
    }
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    assert_int_equal(counts.added, units);
    hxp_buffer_free(&bytes);
}

/** Compacting copies the store; not into memory. */
static void test_compact_memory(void **state)
{
    enum { UNITS = 24, LENGTH = 1 << 20 };
    const sqlite3_int64 size = (sqlite3_int64)UNITS * LENGTH;
    (void)state;
    hxp_memory *memory = new_store();
    add_long(memory, UNITS, LENGTH);
    hxp_memory_close(memory);
    memory = open_store(HXP_MEMORY_WRITE);
    (void)sqlite3_memory_highwater(1);
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    /* the cache may hold all of it once, and a little more */
    assert_true(sqlite3_memory_highwater(0) < size + size * 3 / 4);
    hxp_memory_close(memory);
}

enum { MUCH = 150 }; /* units of a megabyte, more than the cache holds */

/** Feed an adding sink so many units of a megabyte, and do not end it. */
static hxp_unit_sink *feed(hxp_memory *memory, size_t units,
                           hxp_memory_counts *counts)
{
    enum { LENGTH = 1 << 20 };
    hxp_unit_header header = { .source_language = HXP_STR("en") };
    hxp_unit_sink *sink;
    char *text = malloc(LENGTH);
    assert_non_null(text);
    assert_int_equal(hxp_memory_add_new(&sink, memory, "m", counts, NULL),
                     HXP_OK);
    assert_int_equal(sink->begin(sink, &header, NULL), HXP_OK);
    for (size_t i = 0; i < units; i++) {
        memset(text, 'a' + (int)i % 26, LENGTH - i);
        const hxp_variant variants[] = {
            { .language = HXP_STR("en"),
              .content = { .text = { text, LENGTH - i } } },
            { .language = HXP_STR("nl"), .content = { .text = HXP_STR("b") } }
        };
        const hxp_unit unit = { .number = i + 1,
                                .variants = variants,
                                .variant_count = 2 };
        assert_int_equal(sink->unit(sink, &unit, NULL), HXP_OK);
    }
    free(text);
    return sink;
}

static off_t size_of(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? info.st_size : 0;
}

/** Whether the store has a log. */
static bool has_log(void)
{
    enum { AT = 18, WITH_LOG = 2 }; /* as SQLite's format has it */
    FILE *file = fopen("s.db", "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, AT, SEEK_SET), 0);
    int version = fgetc(file);
    fclose(file);
    return version == WITH_LOG;
}

static void expect_empty(void)
{
    hxp_memory *memory = open_store(HXP_MEMORY_CREATE);
    hxp_memory_counts counts;
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    assert_true(has_log());
    assert_int_equal(
        store_add(memory, "m", HXP_STR("en\tnl\na\tb\n"), &counts, NULL),
        HXP_OK);
    assert_int_equal(counts.added, 1);
    hxp_memory_close(memory);
    assert_true(size_of("s.db") < 1 << 20);
}

/** The first units of a store are written to its file itself; all of them or
 * none. */
static void test_first_units(void **state)
{
    const off_t much = 10 << 20;
    hxp_memory_counts counts = { 0, 0, 0, 0 };
    (void)state;
    hxp_memory *memory = new_store();
    hxp_unit_sink *sink = feed(memory, MUCH, &counts);
    assert_true(size_of("s.db") > much);
    assert_true(size_of("s.db-wal") == 0);
    sink->close(sink);
    hxp_memory_close(memory);
    expect_empty();

    memory = new_store();
    sink = feed(memory, 3, &counts);
    hxp_memory_close(open_store(HXP_MEMORY_CREATE)); /* another writer waits */
    assert_int_equal(sink->end(sink, NULL), HXP_OK);
    sink->close(sink);
    assert_int_equal(counts.added, 3);
    assert_true(has_log());
    hxp_memory_close(memory);
}

/** A process that writes the first units ends in the midst of it. */
static void test_killed_at_first(void **state)
{
    hxp_memory_counts counts = { 0, 0, 0, 0 };
    int status;
    (void)state;
    hxp_memory_close(new_store());
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)feed(open_store(HXP_MEMORY_CREATE), MUCH, &counts);
        (void)kill(getpid(), SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    assert_true(size_of("s.db") > 10 << 20);
    assert_true(size_of("s.db-journal") > 0);
    expect_empty();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_store),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_read_only),
        cmocka_unit_test(test_compact_memory),
        cmocka_unit_test(test_first_units),
        cmocka_unit_test(test_killed_at_first),
    };
    return cmocka_run_group_tests_name("sqlite", tests, store_set_up,
                                       store_tear_down);
}
