/* test_beads.c - beads in every format, read in chunks of every size. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* --- Two documents of three and four segments ----------------------------- */

static hxp_segment en_items[] = { { 0, 0, 2 }, { 0, 3, 7 }, { 0, 8, 10 } };
static hxp_segment nl_items[] = {
    { 0, 0, 2 }, { 0, 3, 5 }, { 0, 6, 8 }, { 0, 9, 11 }
};
static const hxp_segments en_segments = { en_items, 3 };
static const hxp_segments nl_segments = { nl_items, 4 };
static const hxp_document en = { .name = { "a&b.en.txt", 10 },
                                 .language = { "en", 2 },
                                 .text = { "A.\nB\tb.\nC.", 10 } };
static const hxp_document nl = { .name = { "a.nl.txt", 8 },
                                 .language = { "nl", 2 },
                                 .text = { "a. b. c. d.", 11 } };
static const hxp_segmented documents[] = { { &en, &en_segments },
                                           { &nl, &nl_segments },
                                           { &nl, &nl_segments } };
static const hxp_range sides[] = { { 0, 1 }, { 0, 2 }, { 1, 1 },
                                   { 2, 0 }, { 2, 1 }, { 2, 2 } };
static const hxp_bead beads[] = { { &sides[0], 0.9 },
                                  { &sides[2], 0.25 },
                                  { &sides[4], 1 } };
static const hxp_alignment alignment = { beads, 3, 2 };

static void writes(const char *format, const char *want)
{
    hxp_output *output;
    hxp_error error;
    assert_int_equal(hxp_output_memory(&output, &error), HXP_OK);
    assert_int_equal(
        hxp_beads_write(output, &alignment, documents, format, &error), HXP_OK);
    hxp_output_write(output, (hxp_str){ "", 1 });
    assert_string_equal(hxp_output_bytes(output).ptr, want);
    hxp_output_close(output);
}

static void test_write(void **state)
{
    (void)state;
    writes("beads", "en\tnl\tconfidence\n"
                    "0\t0,1\t0.9000\n"
                    "1\t-\t0.2500\n"
                    "2\t2,3\t1.0000\n");
    writes("ladder", "0\t0\t0.9000\n"
                     "1\t2\t0.2500\n"
                     "2\t2\t1.0000\n"
                     "3\t4\t1.0000\n");
    writes("ladder-text", "A.\ta. ~~~ b.\t0.9000\n"
                          "B b.\t\t0.2500\n"
                          "C.\tc. ~~~ d.\t1.0000\n");
    writes("vecalign", "[0]:[0, 1]:0.1000\n"
                       "[1]:[]:0.0000\n"
                       "[2]:[2, 3]:0.0000\n");
    writes("ces", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<cesAlign version=\"1.0\">\n"
                  "<linkGrp targType=\"s\" fromDoc=\"a&amp;b.en.txt\" "
                  "toDoc=\"a.nl.txt\">\n"
                  "<link id=\"SL1\" xtargets=\"s1;s1 s2\" "
                  "certainty=\"0.9000\"/>\n"
                  "<link id=\"SL2\" xtargets=\"s2;\" certainty=\"0.2500\"/>\n"
                  "<link id=\"SL3\" xtargets=\"s3;s3 s4\" "
                  "certainty=\"1.0000\"/>\n"
                  "</linkGrp>\n"
                  "</cesAlign>\n");
}

static void test_refusals_to_write(void **state)
{
    const hxp_alignment three = { NULL, 0, 3 };
    hxp_output *output;
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_output_memory(&output, &error), HXP_OK);
    assert_int_equal(
        hxp_beads_write(output, &three, documents, "ladder", &error),
        HXP_EINPUT);
    assert_string_equal(error.message,
                        "the format \"ladder\" holds two languages, not 3");
    assert_int_equal(hxp_beads_write(output, &three, documents, "tmx", &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, "there is no bead format \"tmx\"");
    hxp_output_close(output);
}

/* --- Reading -------------------------------------------------------------- */

static hxp_status read(char text[1024], const char *format, const char *bytes,
                       size_t chunk, hxp_error *error)
{
    hxp_bead_list *list;
    hxp_input *input;
    size_t len = 0;
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(bytes), "t.in", error),
                     HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_beads_read(&list, input, format, error);
    text[0] = '\0';
    for (size_t k = 0; list && list->languages && k < list->alignment.languages;
         k++)
        len += (size_t)snprintf(text + len, 1024 - len, "%s ",
                                list->languages[k].ptr);
    for (size_t i = 0; list && i < list->alignment.count; i++) {
        const hxp_bead *bead = &list->alignment.beads[i];
        for (size_t k = 0; k < list->alignment.languages; k++)
            len += (size_t)snprintf(text + len, 1024 - len, "%zu+%zu ",
                                    bead->sides[k].first, bead->sides[k].count);
        len += (size_t)snprintf(text + len, 1024 - len, "%d; ",
                                (int)(bead->confidence * 100 + 0.5));
    }
    hxp_bead_list_free(list);
    hxp_input_close(input);
    return status;
}

static void reads(const char *format, const char *bytes, const char *want)
{
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        char got[1024];
        hxp_error error;
        assert_int_equal(read(got, format, bytes, chunk, &error), HXP_OK);
        assert_string_equal(got, want);
    }
}

#define TMX(units)                                                             \
    "<tmx version='1.4'><header srclang='en' segtype='sentence' "              \
    "adminlang='en' datatype='x' creationtool='x' creationtoolversion='1' "    \
    "o-tmf='x'/><body>\n" units "</body></tmx>"
#define UNIT(segments)                                                         \
    "<tu><prop type='x-other'>9</prop><prop "                                  \
    "type='x-hexapla-segments'>" segments                                      \
    "</prop><tuv xml:lang='en'><seg>a</seg></tuv></tu>\n"

/** Units say which segments they join; not every language is in all. */
static void test_read_units(void **state)
{
    static const char bytes[] = TMX(
        UNIT("en:0,1 nl:0") UNIT("nl:2") "<tu><tuv xml:lang='en'><seg>a"
                                         "</seg></tuv></tu>" UNIT("DE:0 en:4"));
    hxp_error error;
    char text[1024];
    (void)state;
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        assert_int_equal(read(text, "tmx", bytes, chunk, &error), HXP_OK);
        assert_string_equal(text, "en nl de 0+2 0+1 0+0 100; 2+0 2+1 0+0 100; "
                                  "4+1 3+0 0+1 100; ");
    }
}

static void refuses(const char *format, const char *bytes, size_t line,
                    const char *message)
{
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        char got[1024];
        hxp_error error;
        assert_int_equal(read(got, format, bytes, chunk, &error), HXP_EINPUT);
        assert_string_equal(error.message, message);
        assert_string_equal(error.file, "t.in");
        assert_int_equal(error.place.line, line);
    }
}

static void test_bead_list(void **state)
{
    (void)state;
    reads(NULL,
          "\xEF\xBB\xBF"
          "EN\tnl-be\tfr\tconfidence\r\n"
          "0,1\t0\t-\t0.9\r\n"
          "\r\n"
          "-\t4,5\t0\t1",
          "en nl-BE fr 0+2 0+1 0+0 90; 2+0 4+2 0+1 100; ");
    refuses("tmx", TMX(UNIT("en:0 nl:0") UNIT("en:0 nl:1")), 3,
            "segment 0 does not follow; the next can be 1");
    refuses("tmx", TMX(UNIT("en:0 nl:x")), 2,
            "\"x\" is no list of segment numbers");
    refuses("tmx", TMX(UNIT("en:0 ?:1")), 2, "\"?\" is no language tag");
    refuses("tmx", TMX(""), 0,
            "no property x-hexapla-segments says which segments of which "
            "languages the units join");
    refuses("beads", "", 0, "the file is empty");
    reads("beads", "en\tnl\n0\t0,1\n", "en nl 0+1 0+2 100; ");
    refuses("beads", "en\tconfidence\n", 1,
            "line 1 must name the languages, two or more");
    refuses("beads", "en\tnl\n0\n", 2, "a bead has 2 columns");
    refuses("beads", "en\tnl\n0\t0\t1\n", 2, "\"1\" is no confidence");
    refuses("beads", "en\te_n\tconfidence\n", 1,
            "line 1 must name the languages; \"e_n\" names none");
    refuses("beads", "en\tnl\tconfidence\n0\t1", 2, "\"\" is no confidence");
    refuses("beads", "en\tnl\tconfidence\n0", 2,
            "a bead has 2 columns, and its confidence");
    refuses("beads", "en\tnl\tconfidence\n0\t1,x\t1\n", 2,
            "\"1,x\" is no list of segment numbers");
    refuses("beads", "en\tnl\tconfidence\n0\t99999999999\t1\n", 2,
            "\"99999999999\" is no list of segment numbers");
    refuses("beads", "en\tnl\tconfidence\n1\t1\t1\n1\t2\t1\n", 3,
            "segment 1 does not follow; the next can be 2");
    refuses("beads", "en\tnl\tconfidence\n0,2\t1\t1\n", 2,
            "segment 2 does not adjoin 0 of the same bead");
    refuses("beads", "en\tnl\tconfidence\n0\t\xFF\t1\n", 2,
            "byte 0xFF is not UTF-8");
}

static void test_ladder(void **state)
{
    (void)state;
    reads("ladder", "0\t0\t0.9\n1\t2\t-0.3\n2\t2\t7\n3\t4\t0\n",
          "0+1 0+2 90; 1+1 2+0 0; 2+1 2+2 100; ");
    reads("ladder", "1\t1\n3\t2\n3\t2\n", "1+2 1+1 100; ");
    refuses("ladder", "", 0, "the file is empty");
    refuses("ladder", "0\t0\n3 4\n", 2,
            "\"3 4\" is no rung: two segment numbers and a confidence, with "
            "tabs between");
    refuses("ladder", "0\t3\n1\t2\n", 2,
            "the rung lies below the one before: 2 after 3");
}

static void test_vecalign(void **state)
{
    (void)state;
    reads("vecalign", "[0, 1]:[2]:0.25\n[]:[3]\n[ 2 ] : [4,5] : 0.01\n\n",
          "0+2 2+1 75; 2+0 3+1 100; 2+1 4+2 99; ");
    reads("vecalign", "", "");
    refuses("vecalign", "[0]:[1]:x\n", 1,
            "\"[0]:[1]:x\" is no bead such as [0, 1]:[2]:0.1");
    refuses("vecalign", "[0]:[1] 0\n", 1,
            "\"[0]:[1] 0\" is no bead such as [0, 1]:[2]:0.1");
    refuses("vecalign", "[0,]:[1]\n", 1,
            "\"[0,]:[1]\" is no bead such as [0, 1]:[2]:0.1");
    refuses("vecalign", "[0]\n", 1,
            "\"[0]\" is no bead such as [0, 1]:[2]:0.1");
}

static void test_ces(void **state)
{
    (void)state;
    reads("ces",
          "<!DOCTYPE cesAlign PUBLIC \"-//CES//DTD XML cesAlign//EN\" \"\">\n"
          "<cesAlign version=\"1.0\"><linkGrp fromDoc=\"a\" toDoc=\"b\">"
          "<link xtargets=\"s1 s2;s1\" id=\"SL0\"/>"
          "<link certainty=\".5\" xtargets=\";2  3\"/></linkGrp></cesAlign>",
          "0+2 0+1 100; 2+0 1+2 50; ");
    refuses("ces", "<tmx/>", 1, "no cesAlign: root element is \"tmx\"");
    refuses("ces", "<cesAlign>\n<link/></cesAlign>", 2,
            "a link without xtargets");
    refuses("ces", "<cesAlign>\n<link xtargets='s1'/></cesAlign>", 2,
            "xtargets without \";\" between source and target");
    refuses("ces", "<cesAlign><link xtargets='s0;s1'/></cesAlign>", 1,
            "\"s0\" is no sentence id such as s1");
    refuses("ces", "<cesAlign><link xtargets='s1.;s1'/></cesAlign>", 1,
            "\"s1.\" is no sentence id such as s1");
}

/** Ids that name paragraphs, as OPUS has them, are counted. */
static void test_ces_paragraphs(void **state)
{
    (void)state;
    reads("ces",
          "<cesAlign><link xtargets='s1.1 s1.2;1.1'/>"
          "<link xtargets=';s1.2'/><link xtargets='s3.1;s2.1'/></cesAlign>",
          "0+2 0+1 100; 2+0 1+1 100; 2+1 2+1 100; ");
    refuses("ces", "<cesAlign><link xtargets='s1.2;s1.1'/></cesAlign>", 1,
            "the sentence before \"s1.2\" is missing");
    refuses("ces", "<cesAlign><link xtargets='s1.1 s1.3;s1.1'/></cesAlign>", 1,
            "the sentence before \"s1.3\" is missing");
    refuses("ces", "<cesAlign><link xtargets='s2.1 s1.1;s1.1'/></cesAlign>", 1,
            "\"s1.1\" comes after a later sentence");
    refuses("ces", "<cesAlign><link xtargets='s1.0;s1.1'/></cesAlign>", 1,
            "\"s1.0\" is no sentence id such as s1");
}

static void test_formats(void **state)
{
    char got[1024];
    hxp_error error;
    (void)state;
    assert_string_equal(hxp_bead_format_of("x/y.LADDER"), "ladder");
    assert_null(hxp_bead_format_of("ladder"));
    assert_null(hxp_bead_format_of("x.tmx"));
    assert_true(hxp_bead_format_pairs("ladder"));
    assert_false(hxp_bead_format_pairs("beads"));
    assert_int_equal(read(got, "json", "{}", 0, &error), HXP_EINPUT);
    assert_string_equal(error.message, "\"json\" is no bead format to read");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_units),
        cmocka_unit_test(test_write),
        cmocka_unit_test(test_refusals_to_write),
        cmocka_unit_test(test_bead_list),
        cmocka_unit_test(test_ladder),
        cmocka_unit_test(test_vecalign),
        cmocka_unit_test(test_ces),
        cmocka_unit_test(test_ces_paragraphs),
        cmocka_unit_test(test_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
