/* test_merge.c - filters of several files: merge, join, split. */
#include "expect.h"

#include "base/scratch.h"
#include "base/str.h"

#include <hexapla/filter.h>
#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define EN_NL "en\tnl\n"

/* --- merge ---------------------------------------------------------------- */

/** Merge two tables; conflicts is how many are told. */
static void expect_merged(hxp_merge_keep keep, hxp_str a, hxp_str b,
                          const char *expected, size_t conflicts)
{
    hxp_merge_counts counts = { 0, 0, 0 };
    hxp_merge_options options = { keep, NULL, &counts };
    hxp_output *output = new_output();
    hxp_merger *merger;
    assert_int_equal(
        hxp_merger_new(&merger, new_writer(output, "tsv"), &options, NULL),
        HXP_OK);
    if (keep == HXP_KEEP_NEWEST) {
        read_into(hxp_merger_dates(merger), a, NULL);
        read_into(hxp_merger_dates(merger), b, NULL);
    }
    read_into(hxp_merger_units(merger), a, NULL);
    read_into(hxp_merger_units(merger), b, NULL);
    assert_int_equal(hxp_merger_end(merger, NULL), HXP_OK);
    hxp_merger_free(merger);
    expect_text(output, expected);
    assert_int_equal(counts.conflicts, conflicts);
}

#define HEAD(source)                                                           \
    "<tmx version=\"1.4\"><header creationtool=\"a\" "                         \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" "                 \
    "adminlang=\"en\" srclang=\"" source "\" datatype=\"d\"/><body>"
#define UNIT(more, source, target)                                             \
    "<tu " more "><tuv xml:lang=\"en\"><seg>" source                           \
    "</seg></tuv><tuv xml:lang=\"nl\"><seg>" target "</seg></tuv></tu>"
#define TAIL "</body></tmx>"

static void test_merge(void **state)
{
    hxp_str a = HXP_STR(HEAD("en") UNIT("", "a", "1") UNIT("", "a", "1")
                            UNIT("", "b", "2") TAIL);
    hxp_str b = HXP_STR(HEAD("en") UNIT("", "a", "3") UNIT("", "c", "4")
                            UNIT("", "a<ph/>", "1") TAIL);
    (void)state;
    expect_merged(HXP_KEEP_FIRST, a, b, EN_NL "a\t1\nb\t2\nc\t4\na\t1\n", 1);
    expect_merged(HXP_KEEP_ALL, a, b, EN_NL "a\t1\nb\t2\na\t3\nc\t4\na\t1\n",
                  0);
}

static void test_merge_newest(void **state)
{
    hxp_str a = HXP_STR(HEAD("en") UNIT("changedate=\"20200101T000000Z\"", "a",
                                        "old") UNIT("", "b", "none") TAIL);
    hxp_str b = HXP_STR(
        HEAD("en") UNIT("creationdate=\"20240101T000000Z\"", "a", "new")
            UNIT("changedate=\"20240101T000000Z\"", "a", "as new")
                UNIT("changedate=\"19600101T000000Z\"", "b", "ancient") TAIL);
    (void)state;
    expect_merged(HXP_KEEP_NEWEST, a, b, EN_NL "a\tnew\nb\tancient\n", 0);
    expect_merged(HXP_KEEP_NEWEST, b, a, EN_NL "a\tnew\nb\tancient\n", 0);
}

/* Two translations in one unit are no conflict; a unit of which one language
 * is known loses that one. */
static void test_merge_parts_of_units(void **state)
{
    hxp_output *output = new_output();
    hxp_merge_options options = { .keep = HXP_KEEP_FIRST };
    hxp_merger *merger;
    (void)state;
    assert_int_equal(
        hxp_merger_new(&merger, new_writer(output, "tmx"), &options, NULL),
        HXP_OK);
    read_into(
        hxp_merger_units(merger),
        HXP_STR(HEAD("en") "<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv>"
                           "<tuv xml:lang=\"nl\"><seg>1</seg></tuv>"
                           "<tuv xml:lang=\"NL\"><seg>2</seg></tuv></tu>" TAIL),
        "tmx");
    read_into(hxp_merger_units(merger),
              HXP_STR(HEAD("nl") "<tu srclang=\"en\">"
                                 "<tuv xml:lang=\"en\"><seg>a</seg></tuv>"
                                 "<tuv xml:lang=\"nl\"><seg>1</seg></tuv>"
                                 "<tuv xml:lang=\"nl\"><seg>2</seg></tuv>"
                                 "<tuv xml:lang=\"fr\"><seg>3</seg></tuv></tu>"
                                 "<tu><tuv xml:lang=\"nl\"><seg>4</seg></tuv>"
                                 "</tu>" TAIL),
              "tmx");
    assert_int_equal(hxp_merger_end(merger, NULL), HXP_OK);
    hxp_merger_free(merger);
    expect_text(
        output,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
        "  <header creationtool=\"a\" creationtoolversion=\"b\" "
        "segtype=\"block\" o-tmf=\"c\" adminlang=\"en\" srclang=\"en\" "
        "datatype=\"d\"/>\n  <body>\n"
        "    <tu>\n"
        "      <tuv xml:lang=\"en\">\n        <seg>a</seg>\n      </tuv>\n"
        "      <tuv xml:lang=\"nl\">\n        <seg>1</seg>\n      </tuv>\n"
        "      <tuv xml:lang=\"NL\">\n        <seg>2</seg>\n      </tuv>\n"
        "    </tu>\n"
        "    <tu srclang=\"en\">\n"
        "      <tuv xml:lang=\"en\">\n        <seg>a</seg>\n      </tuv>\n"
        "      <tuv xml:lang=\"fr\">\n        <seg>3</seg>\n      </tuv>\n"
        "    </tu>\n"
        "    <tu srclang=\"nl\">\n"
        "      <tuv xml:lang=\"nl\">\n        <seg>4</seg>\n      </tuv>\n"
        "    </tu>\n  </body>\n</tmx>\n");
}

/* --- join ----------------------------------------------------------------- */

static hxp_output *join(const hxp_join_options *options, hxp_str a, hxp_str b,
                        const char *format)
{
    hxp_output *output = new_output();
    hxp_joiner *joiner;
    assert_int_equal(
        hxp_joiner_new(&joiner, new_writer(output, format), options, NULL),
        HXP_OK);
    read_into(hxp_joiner_units(joiner), a, NULL);
    read_into(hxp_joiner_units(joiner), b, NULL);
    assert_int_equal(hxp_joiner_end(joiner, NULL), HXP_OK);
    hxp_joiner_free(joiner);
    return output;
}

static void test_join(void **state)
{
    hxp_join_counts counts = { 0, 0, 0, 0 };
    hxp_join_options options = { .counts = &counts };
    hxp_str a = HXP_STR("en\tnl\na\t1\nb\t2\na\t1\nd\t5\n");
    hxp_str b = HXP_STR("fr\ten-GB\n3\tb\n4\tc\n6\ta\n");
    (void)state;
    expect_text(join(&options, a, b, "tsv"),
                "en\tnl\tfr\ten-GB\na\t1\t6\t\nb\t2\t3\t\nd\t5\t\t\n"
                "\t\t4\tc\n");
    assert_int_equal(counts.read, 7);
    assert_int_equal(counts.joined, 2);
    assert_int_equal(counts.single, 2);
    options.complete = true;
    expect_text(join(&options, a, b, "tsv"), "en\tnl\tfr\na\t1\t6\nb\t2\t3\n");
    assert_int_equal(counts.partial, 2);
}

static void test_join_keeps_what_units_carry(void **state)
{
    hxp_join_options options = { .pivot = "en" };
    (void)state;
    expect_text(
        join(&options,
             HXP_STR(HEAD("en")
                         UNIT("tuid=\"1\" creationid=\"x\" usagecount=\"2\"",
                              "a", "b") TAIL),
             HXP_STR(HEAD("fr") "<tu tuid=\"2\" creationid=\"y\" "
                                "usagecount=\"2\"><note>n</note>"
                                "<tuv xml:lang=\"fr\"><seg>c</seg></tuv>"
                                "<tuv xml:lang=\"en\"><note>m</note>"
                                "<seg>a</seg></tuv></tu>"
                                "<tu><tuv xml:lang=\"fr\"><seg>d</seg></tuv>"
                                "</tu>" TAIL),
             "tmx"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
        "  <header creationtool=\"a\" creationtoolversion=\"b\" "
        "segtype=\"block\" o-tmf=\"c\" adminlang=\"en\" srclang=\"en\" "
        "datatype=\"d\"/>\n  <body>\n"
        "    <tu tuid=\"1\" creationid=\"x\" usagecount=\"2\">\n"
        "      <note>n</note>\n      <note>m</note>\n"
        "      <tuv xml:lang=\"en\">\n        <seg>a</seg>\n      </tuv>\n"
        "      <tuv xml:lang=\"nl\">\n        <seg>b</seg>\n      </tuv>\n"
        "      <tuv xml:lang=\"fr\" creationid=\"y\">\n"
        "        <prop type=\"x-hexapla-tuid\">2</prop>\n"
        "        <seg>c</seg>\n      </tuv>\n    </tu>\n"
        "    <tu srclang=\"fr\">\n"
        "      <tuv xml:lang=\"fr\">\n        <seg>d</seg>\n      </tuv>\n"
        "    </tu>\n  </body>\n</tmx>\n");
}

static void test_join_without_pivot(void **state)
{
    hxp_join_options options = { .pivot = NULL };
    hxp_output *output = new_output();
    hxp_read_options reading = { .format = "tmx" };
    hxp_joiner *joiner;
    hxp_input *input;
    (void)state;
    assert_int_equal(
        hxp_joiner_new(&joiner, new_writer(output, "tmx"), &options, NULL),
        HXP_OK);
    assert_int_equal(
        hxp_input_memory(&input, HXP_STR(HEAD("*all*") TAIL), "test", NULL),
        HXP_OK);
    assert_int_equal(
        hxp_read_units(input, &reading, hxp_joiner_units(joiner), NULL),
        HXP_EINPUT);
    hxp_input_close(input);
    hxp_joiner_free(joiner);
    hxp_output_close(output);
}

/* --- split ---------------------------------------------------------------- */

/** The parts, all in one output. */
typedef struct part_list {
    hxp_output *all;
    size_t count;
} part_list;

static hxp_status open_part(hxp_unit_sink **out, void *context, hxp_str name,
                            hxp_error *error)
{
    part_list *parts = context;
    hxp_write_options writing = { .format = "tsv" };
    parts->count++;
    hxp_output_printf(parts->all, "[%.*s]\n", HXP_FMT(name));
    return hxp_unit_writer_new(out, parts->all, &writing, error);
}

static void expect_split(hxp_split_options options, hxp_str bytes,
                         const char *expected)
{
    part_list parts = { new_output(), 0 };
    hxp_unit_sink *sink;
    options.open = open_part;
    options.context = &parts;
    assert_int_equal(hxp_split_new(&sink, &options, NULL), HXP_OK);
    read_into(sink, bytes, NULL);
    sink->close(sink);
    expect_text(parts.all, expected);
}

/* A part writes as it ends: the languages of a part are known then. */
static void test_split(void **state)
{
    hxp_split_options by_units = { .by = HXP_SPLIT_UNITS, .most = 2 };
    hxp_split_options by_id = { .by = HXP_SPLIT_PROPERTY, .property = "tuid" };
    hxp_str three = HXP_STR(HEAD("en") UNIT("tuid=\"x\"", "a", "1") UNIT(
        "", "b", "2") UNIT("tuid=\"x\"", "c", "3") TAIL);
    (void)state;
    expect_split(by_units, three,
                 "[001]\n" EN_NL "a\t1\nb\t2\n[002]\n" EN_NL "c\t3\n");
    expect_split(by_units, HXP_STR(HEAD("en") TAIL), "[001]\n\n");
    expect_split(by_id, three,
                 "[x]\n[none]\n" EN_NL "a\t1\nc\t3\n" EN_NL "b\t2\n");
}

static void test_split_by_pairs(void **state)
{
    hxp_split_options options = { .by = HXP_SPLIT_PAIRS };
    (void)state;
    expect_split(
        options,
        HXP_STR(
            HEAD("en") "<tu><tuv xml:lang=\"NL\"><seg>1</seg></tuv>"
                       "<tuv xml:lang=\"en\"><seg>a</seg></tuv>"
                       "<tuv xml:lang=\"fr\"><seg>2</seg></tuv></tu>"
                       "<tu><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu>" TAIL),
        "[en-nl]\n[en-fr]\n[en]\nNL\ten\n1\ta\nen\tfr\na\t2\nen\nb\n");
}

static void test_too_many_parts(void **state)
{
    hxp_split_options options = { .by = HXP_SPLIT_PROPERTY,
                                  .property = "tuid" };
    part_list parts = { new_output(), 0 };
    hxp_unit_sink *sink;
    hxp_unit_header header = { .file = HXP_STR("test") };
    hxp_status status = HXP_OK;
    (void)state;
    options.open = open_part;
    options.context = &parts;
    assert_int_equal(hxp_split_new(&sink, &options, NULL), HXP_OK);
    assert_int_equal(sink->begin(sink, &header, NULL), HXP_OK);
    for (int i = 0; status == HXP_OK && i < 1000; i++) {
        char id[16];
        snprintf(id, sizeof id, "%d", i);
        hxp_unit unit = { .id = hxp_str_of(id) };
        status = sink->unit(sink, &unit, NULL);
    }
    assert_int_equal(status, HXP_ELIMIT);
    assert_int_equal(parts.count, HXP_SPLIT_PARTS);
    sink->close(sink);
    hxp_output_close(parts.all);
}

/* --- Records -------------------------------------------------------------- */

static void test_scratch(void **state)
{
    enum { RECORDS = 5000, SIZE = 7000 };
    static char bytes[SIZE];
    hxp_scratch *scratch;
    hxp_record record = { .after = 0 };
    uint32_t numbers[RECORDS];
    (void)state;
    memset(bytes, 'x', sizeof bytes);
    assert_int_equal(hxp_scratch_new(&scratch, NULL), HXP_OK);
    for (uint32_t i = 0; i < RECORDS; i++) {
        size_t len = (size_t)i * 37 % SIZE;
        assert_int_equal(hxp_scratch_add(&numbers[i], scratch, i,
                                         (hxp_str){ bytes, len }, NULL),
                         HXP_OK);
        if (i > 0)
            assert_int_equal(
                hxp_scratch_link(scratch, numbers[i - 1], numbers[i], NULL),
                HXP_OK);
    }
    for (uint32_t i = 0; i < RECORDS; i++) {
        assert_int_equal(hxp_scratch_read(&record, scratch, record.after, NULL),
                         HXP_OK);
        assert_int_equal(record.mark, i);
        assert_int_equal(record.bytes.len, (size_t)i * 37 % SIZE);
        assert_int_equal(record.next, i + 1 < RECORDS ? numbers[i + 1] : 0);
    }
    assert_int_equal(record.after, hxp_scratch_end(scratch));
    /* what was read before may be linked anew */
    assert_int_equal(hxp_scratch_read(&record, scratch, numbers[0], NULL),
                     HXP_OK);
    assert_int_equal(hxp_scratch_link(scratch, numbers[0], 7, NULL), HXP_OK);
    assert_int_equal(hxp_scratch_read(&record, scratch, numbers[0], NULL),
                     HXP_OK);
    assert_int_equal(record.next, 7);
    hxp_scratch_free(scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merge),
        cmocka_unit_test(test_merge_newest),
        cmocka_unit_test(test_merge_parts_of_units),
        cmocka_unit_test(test_join),
        cmocka_unit_test(test_join_keeps_what_units_carry),
        cmocka_unit_test(test_join_without_pivot),
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_split_by_pairs),
        cmocka_unit_test(test_too_many_parts),
        cmocka_unit_test(test_scratch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
