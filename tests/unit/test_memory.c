/* test_memory.c - stores: what is added, what stays the same, what comes out.
 * Of a file, and of a database if HEXAPLA_TEST_STORE is the address of one. */
#include "store.h"

#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "expect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static hxp_memory *open_store(hxp_memory_mode mode)
{
    hxp_memory *memory;
    hxp_error error = { .message = "" };
    hxp_status status = hxp_memory_open(&memory, store_name(), mode, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    return memory;
}

/** A store that is made anew. */
static hxp_memory *new_store(void)
{
    store_remove();
    return open_store(HXP_MEMORY_CREATE);
}

/** Add bytes; the counts are "new updated same skipped". */
static void expect_added(hxp_memory *memory, const char *name,
                         const char *bytes, const char *expected)
{
    hxp_memory_counts counts;
    hxp_error error = { .message = "" };
    char found[100];
    hxp_status status =
        store_add(memory, name, hxp_str_of(bytes), &counts, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    snprintf(found, sizeof found, "%zu %zu %zu %zu", counts.added,
             counts.updated, counts.same, counts.skipped);
    assert_string_equal(found, expected);
}

static void expect_content(hxp_memory *memory, const char *name,
                           const char *expected)
{
    hxp_output *output = new_output();
    assert_int_equal(store_export(output, memory, name, "tsv", NULL), HXP_OK);
    expect_text(output, expected);
}

/* --- Adding --------------------------------------------------------------- */

#define HEAD                                                                   \
    "<tmx version=\"1.4\"><header creationtool=\"a\" "                         \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" adminlang=\"en\"" \
    " srclang=\"en\" datatype=\"d\"/><body>"
#define TAIL "</body></tmx>"
#define TU(attributes, en, nl)                                                 \
    "<tu" attributes "><tuv xml:lang=\"en\"><seg>" en                          \
    "</seg></tuv><tuv xml:lang=\"nl\"><seg>" nl "</seg></tuv></tu>"

static void test_added(void **state)
{
    static const struct {
        const char *first;
        const char *first_counts;
        const char *second;
        const char *second_counts;
    } cases[] = {
        /* twice the same file, twice the same unit */
        { "en\tnl\na\tb\nc\td\n", "2 0 0 0", "en\tnl\na\tb\nc\td\n",
          "0 0 2 0" },
        { "en\tnl\na\tb\na\tb\n", "1 0 0 1", "en\tnl\na\tb\na\tb\n",
          "0 0 1 1" },
        /* several translations of one text stay */
        { "en\tnl\na\tb\na\tc\n", "2 0 0 0", "en\tnl\na\tc\na\td\n",
          "1 0 1 0" },
        /* what is of no use */
        { "en\tnl\na\t\n\tb\n", "0 0 0 2", "en\tnl\na\tb\n", "1 0 0 0" },
        /* an id tells what is put in the place of what */
        { HEAD TU(" tuid=\"1\"", "a", "b") TAIL, "1 0 0 0",
          HEAD TU(" tuid=\"1\"", "a", "c") TAIL, "0 1 0 0" },
        { HEAD TU(" tuid=\"1\"", "a", "b") TAIL, "1 0 0 0",
          HEAD TU(" tuid=\"2\"", "a", "b") TAIL, "1 0 0 0" },
        { HEAD TU(" tuid=\"1\"", "a", "b") TAIL, "1 0 0 0",
          HEAD TU(" tuid=\"1\"", "a2", "b") TAIL, "1 0 0 0" },
        /* the same id several times in a file */
        { HEAD TU(" tuid=\"1\"", "a", "b") TU(" tuid=\"1\"", "a", "c") TAIL,
          "2 0 0 0",
          HEAD TU(" tuid=\"1\"", "a", "b") TU(" tuid=\"1\"", "a", "c") TAIL,
          "0 0 2 0" },
        /* attributes count, codes do */
        { HEAD TU("", "a", "b") TAIL, "1 0 0 0",
          HEAD TU(" usagecount=\"2\"", "a", "b") TAIL, "0 1 0 0" },
        { HEAD TU("", "a<ph x=\"1\">c</ph>", "b") TAIL, "1 0 0 0",
          HEAD TU("", "a<ph x=\"1\">d</ph>", "b") TAIL, "1 0 0 0" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        hxp_memory *memory = new_store();
        expect_added(memory, "m", cases[i].first, cases[i].first_counts);
        expect_added(memory, "m", cases[i].second, cases[i].second_counts);
        hxp_memory_close(memory);
        memory = open_store(HXP_MEMORY_WRITE);
        /* what became of the second is the same from now on */
        hxp_memory_counts counts;
        assert_int_equal(
            store_add(memory, "m", hxp_str_of(cases[i].second), &counts, NULL),
            HXP_OK);
        assert_int_equal(counts.added + counts.updated, 0);
        hxp_memory_close(memory);
    }
}

static void test_failed_file(void **state)
{
    hxp_memory_counts counts;
    hxp_error error;
    hxp_memory *memory = new_store();
    (void)state;
    expect_added(memory, "m", "en\tnl\na\tb\n", "1 0 0 0");
    assert_int_equal(store_add(memory, "m",
                               HXP_STR(HEAD TU("", "c", "d") "<tu>"), &counts,
                               &error),
                     HXP_EINPUT);
    assert_int_equal(counts.added, 0);
    expect_content(memory, NULL, "en\tnl\na\tb\n");
    hxp_memory_close(memory);
}

static void test_memories(void **state)
{
    hxp_memory *memory = new_store();
    hxp_error error;
    hxp_output *output = new_output();
    (void)state;
    expect_added(memory, "one", "en\tnl\na\tb\n", "1 0 0 0");
    expect_added(memory, "two", "nl\tfr\na\tb\n", "1 0 0 0");
    expect_content(memory, "one", "en\tnl\na\tb\n");
    expect_content(memory, "two", "nl\tfr\na\tb\n");
    expect_content(memory, NULL, "en\tnl\tfr\na\tb\t\n\ta\tb\n");
    assert_int_equal(store_export(output, memory, "three", "tsv", &error),
                     HXP_EINPUT);
    assert_string_equal(error.message,
                        "there is no memory 'three' in this store");
    hxp_output_close(output);
    hxp_memory_close(memory);
}

/* --- What comes out ------------------------------------------------------- */

/** The unit without text, which is of no use, is not kept: blank it out. */
static void blank_empty_unit(hxp_buffer *bytes)
{
    static const char unit[] =
        "<tu><tuv xml:lang=\"zh-Hant-TW\"><seg></seg></tuv></tu>";
    const size_t len = sizeof unit - 1;
    for (size_t at = 0; at + len <= bytes->len; at++)
        if (memcmp(bytes->ptr + at, unit, len) == 0)
            memset(bytes->ptr + at, ' ', len);
}

static void expect_round_trip(const char *path)
{
    hxp_buffer bytes = load(path);
    hxp_memory_counts counts;
    blank_empty_unit(&bytes);
    dump_options options = { .format = "tmx" };
    hxp_memory *memory = new_store();
    hxp_output *output = new_output();
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    assert_int_equal(counts.skipped, 0);
    assert_int_equal(store_export(output, memory, "m", "tmx", NULL), HXP_OK);
    expect_equal(convert(hxp_buffer_str(&bytes), &options, "tmx"), output);
    hxp_memory_close(memory);
    hxp_buffer_free(&bytes);
}

static void test_round_trip(void **state)
{
    (void)state;
    expect_round_trip(SOURCE_DIR "/tests/cases/formats/canonical/every.tmx");
    expect_round_trip(SOURCE_DIR "/tmx/inline-codes.tmx");
    expect_round_trip(SOURCE_DIR "/tmx/with-notes.tmx");
}

/** A sink that hands on the second unit only. */
typedef struct second_only {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    size_t count;
} second_only;

static hxp_status pass_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                             hxp_error *error)
{
    hxp_unit_sink *next = ((second_only *)sink)->next;
    return next->begin(next, header, error);
}

static hxp_status pass_second(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    second_only *self = (second_only *)sink;
    return ++self->count == 2 ? self->next->unit(self->next, unit, error)
                              : HXP_OK;
}

static hxp_status pass_end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_unit_sink *next = ((second_only *)sink)->next;
    return next->end(next, error);
}

static void test_remove(void **state)
{
    hxp_memory *memory = new_store();
    second_only second = { { pass_begin, pass_second, pass_end, NULL },
                           NULL,
                           0 };
    size_t removed = 0;
    (void)state;
    expect_added(memory, "m", "en\tnl\na\tb\nc\td\ne\tf\n", "3 0 0 0");
    assert_int_equal(
        hxp_memory_remove_new(&second.next, memory, &removed, NULL), HXP_OK);
    assert_int_equal(hxp_memory_read(memory, "m", &second.sink, NULL), HXP_OK);
    second.next->close(second.next);
    assert_int_equal(removed, 1);
    expect_content(memory, "m", "en\tnl\na\tb\ne\tf\n");
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    expect_content(memory, "m", "en\tnl\na\tb\ne\tf\n");
    hxp_memory_close(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_added),    cmocka_unit_test(test_failed_file),
        cmocka_unit_test(test_memories), cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_remove),
    };
    return cmocka_run_group_tests_name("memory", tests, store_set_up,
                                       store_tear_down);
}
