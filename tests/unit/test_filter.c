/* test_filter.c - filters that look at one unit at a time, and counting. */
#include "chain.h"

#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "filter/date.h"
#include "text/count.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define TEXTS(...)                                                             \
    {                                                                          \
        (const char *const[]){ __VA_ARGS__ },                                  \
            sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)      \
    }

static void expect(const filter_chain *chain, hxp_str bytes,
                   const char *expected)
{
    hxp_error error = { .status = HXP_OK };
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    hxp_status status = chain_run(output, bytes, chain, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    hxp_str found = hxp_output_bytes(output);
    if (!hxp_str_is(found, expected))
        fail_msg("found\n%.*sexpected\n%s", HXP_FMT(found), expected);
    hxp_output_close(output);
}

/* --- select --------------------------------------------------------------- */

#define TABLE                                                                  \
    "en\tnl\tfr\n"                                                             \
    "One house\tEen huis\tUne maison\n"                                        \
    "Two houses\tTwee huizen\t\n"                                              \
    "Three\tEen heel erg lange vertaling\t\n"

/** The units of TABLE that options select. */
static void expect_selected(const hxp_select_options *options,
                            const char *expected)
{
    filter_chain chain = { chain_select, options, "tsv", "tsv" };
    expect(&chain, HXP_STR(TABLE), expected);
}

static void test_languages_and_texts(void **state)
{
    hxp_select_options french = { .languages = TEXTS("fr") };
    hxp_select_options match = { .matches = TEXTS("hui[sz]") };
    hxp_select_options both = { .matches = TEXTS("hui[sz]", "^Two") };
    hxp_select_options source = { .source_matches = TEXTS("house\\b") };
    hxp_select_options wrong_side = { .source_matches = TEXTS("huis") };
    hxp_select_options target = { .target_matches = TEXTS("HUIS"),
                                  .ignore_case = true };
    hxp_select_options from = { .source_matches = TEXTS("huis"),
                                .source_language = "nl" };
    (void)state;
    expect_selected(&french, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n");
    expect_selected(&match, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n"
                            "Two houses\tTwee huizen\t\n");
    expect_selected(&both, "en\tnl\tfr\nTwo houses\tTwee huizen\t\n");
    expect_selected(&source, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n");
    expect_selected(&wrong_side, "en\tnl\tfr\n");
    expect_selected(&target, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n");
    expect_selected(&from, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n");
}

static void test_lengths(void **state)
{
    hxp_filter_counts counts = { 0, 0 };
    hxp_select_options shortest = { .min_length = 8 };
    hxp_select_options longest = { .max_length = 11 };
    hxp_select_options ratio = { .max_ratio = 1.5 };
    hxp_select_options rest = { .max_ratio = 1.5,
                                .invert = true,
                                .counts = &counts };
    (void)state;
    expect_selected(&shortest, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n"
                               "Two houses\tTwee huizen\t\n");
    expect_selected(&longest, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n"
                              "Two houses\tTwee huizen\t\n");
    expect_selected(&ratio, "en\tnl\tfr\nOne house\tEen huis\tUne maison\n"
                            "Two houses\tTwee huizen\t\n");
    expect_selected(&rest,
                    "en\tnl\tfr\nThree\tEen heel erg lange vertaling\t\n");
    assert_int_equal(counts.kept, 1);
    assert_int_equal(counts.dropped, 2);
}

static void test_only_languages(void **state)
{
    hxp_select_options options = { .languages = TEXTS("fr", "nl"),
                                   .only_languages = true };
    (void)state;
    expect_selected(&options, "nl\tfr\nEen huis\tUne maison\n");
}

#define HEAD                                                                   \
    "<tmx version=\"1.4\"><header creationtool=\"a\" "                         \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" "                 \
    "adminlang=\"en\" srclang=\"en\" datatype=\"d\"/><body>"
#define UNIT(id, more, inside)                                                 \
    "<tu tuid=\"" id "\" " more ">" inside "<tuv xml:lang=\"en-GB\"><seg>" id  \
    "</seg></tuv></tu>"
#define TAIL "</body></tmx>"

/** The texts of the units that options select of some with properties. */
static void expect_marked(const hxp_select_options *options,
                          const char *expected)
{
    filter_chain chain = { chain_select, options, "tmx", "tsv" };
    expect(&chain,
           HXP_STR(HEAD UNIT("a",
                             "changedate=\"20240131T093000Z\" "
                             "creationdate=\"20200101T000000Z\"",
                             "<prop type=\"q\">0.9</prop>")
                       UNIT("b", "creationdate=\"20230101T000000Z\"",
                            "<prop type=\"q\">0.25</prop>"
                            "<prop type=\"q\">x=y</prop>")
                           UNIT("c", "creationid=\"anna\"", "") TAIL),
           expected);
}

static void test_properties(void **state)
{
    hxp_select_options any = { .properties = TEXTS("q") };
    hxp_select_options equal = { .properties = TEXTS("q=x=y") };
    hxp_select_options other = { .properties = TEXTS("q!=0.9") };
    hxp_select_options least = { .properties = TEXTS("q>=0.5") };
    hxp_select_options most = { .properties = TEXTS("q<=0.5") };
    hxp_select_options match = { .properties = TEXTS("q~^[a-z]=") };
    hxp_select_options person = { .properties = TEXTS("creationid=anna") };
    hxp_select_options id = { .properties = TEXTS("tuid~[ac]") };
    hxp_select_options range = { .languages = TEXTS("en") };
    hxp_select_options narrow = { .languages = TEXTS("en-US") };
    (void)state;
    expect_marked(&any, "en-GB\na\nb\n");
    expect_marked(&equal, "en-GB\nb\n");
    expect_marked(&other, "en-GB\nb\nc\n");
    expect_marked(&least, "en-GB\na\n");
    expect_marked(&most, "en-GB\nb\n");
    expect_marked(&match, "en-GB\nb\n");
    expect_marked(&person, "en-GB\nc\n");
    expect_marked(&id, "en-GB\na\nc\n");
    expect_marked(&range, "en-GB\na\nb\nc\n");
    expect_marked(&narrow, "\n");
}

static void test_dates(void **state)
{
    hxp_select_options since = { .since = "2024-01-31T09:30:00Z" };
    hxp_select_options later = { .since = "20240131T093001Z" };
    hxp_select_options before = { .before = "2024"
                                            "0101" };
    int64_t date;
    (void)state;
    expect_marked(&since, "en-GB\na\n");
    expect_marked(&later, "\n");
    expect_marked(&before, "en-GB\nb\n");
    assert_true(hxp_date_read(&date, HXP_STR("19700101")) && date == 0);
    assert_true(hxp_date_read(&date, HXP_STR("2000-03-01")));
    assert_int_equal(date, 951868800);
    assert_true(hxp_date_read(&date, HXP_STR("20240229T235959Z")));
    assert_int_equal(date, 1709251199);
    assert_false(hxp_date_read(&date, HXP_STR("2024-13-01")));
    assert_false(hxp_date_read(&date, HXP_STR("2024")));
    assert_false(hxp_date_read(&date, HXP_STR("20240101T000000Z0")));
    assert_false(hxp_date_read(&date, HXP_STR("1 Jan 2024")));
    assert_false(hxp_date_read(&date, HXP_STR("")));
}

static void test_bad_options(void **state)
{
    hxp_select_options wrong[] = {
        { .matches = TEXTS("(") },          { .properties = TEXTS("q~(") },
        { .properties = TEXTS("q>=much") }, { .properties = TEXTS("=x") },
        { .since = "yesterday" },           { .before = "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        hxp_output *output;
        hxp_error error = { .status = HXP_OK };
        filter_chain chain = { chain_select, &wrong[i], "tsv", "tsv" };
        assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
        assert_int_equal(chain_run(output, HXP_STR(TABLE), &chain, &error),
                         HXP_EINPUT);
        assert_true(error.message[0] != '\0');
        hxp_output_close(output);
    }
}

static void test_expression_that_takes_too_long(void **state)
{
    hxp_select_options options = { .matches = TEXTS("(a+a+)+b") };
    filter_chain chain = { chain_select, &options, "tsv", "tsv" };
    hxp_output *output;
    (void)state;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(
        chain_run(output,
                  HXP_STR("en\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"),
                  &chain, NULL),
        HXP_ELIMIT);
    hxp_output_close(output);
}

/* --- languages and anonymise ---------------------------------------------- */

static void test_languages(void **state)
{
    hxp_languages_options map = { .map = TEXTS("EN=en-US", "nl=de") };
    hxp_languages_options normal = { .normalise = true };
    hxp_languages_options both = { .map = TEXTS("en_us=fr"),
                                   .normalise = true };
    filter_chain chain = { chain_languages, &map, "tsv", "tsv" };
    (void)state;
    expect(&chain, HXP_STR("en\tnl\na\tb\n"), "en-US\tde\na\tb\n");
    chain.options = &normal;
    expect(&chain, HXP_STR("eng_us\tDutch\tklingonish\na\tb\tc\n"),
           "en-US\tnl\tklingonish\na\tb\tc\n");
    chain.options = &both;
    expect(&chain, HXP_STR("en_us\tEN-gb\na\tb\n"), "fr\ten-GB\na\tb\n");
}

static void test_bad_maps(void **state)
{
    hxp_languages_options wrong[] = { { .map = TEXTS("en") },
                                      { .map = TEXTS("=en") },
                                      { .map = TEXTS("en=") },
                                      { .map = TEXTS("en=en_US") } };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        hxp_unit_sink *sink;
        assert_int_equal(hxp_languages_new(&sink, NULL, &wrong[i], NULL),
                         HXP_EINPUT);
        assert_null(sink);
    }
}

/* --- What must survive ---------------------------------------------------- */

static hxp_buffer load(const char *name)
{
    char path[512];
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    snprintf(path, sizeof path, "%s/%s", SOURCE_DIR, name);
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &bytes, (size_t)1 << 24, NULL),
                     HXP_OK);
    hxp_input_close(input);
    return bytes;
}

static void nothing_is_lost(void **state)
{
    static const hxp_select_options all = { .min_length = 1 };
    static const hxp_languages_options same = { .normalise = true };
    static const hxp_anonymise_options named = { .drop = false };
    static const filter_chain chains[] = {
        { chain_select, &all, "tmx", "tmx" },
        { chain_languages, &same, "tmx", "tmx" },
        { chain_anonymise, &named, "tmx", "tmx" },
    };
    (void)state;
    hxp_buffer codes = load("tmx/inline-codes.tmx");
    hxp_buffer notes = load("tmx/with-notes.tmx");
    /* Written once as our writer orders attributes. */
    hxp_output *written;
    assert_int_equal(hxp_output_memory(&written, NULL), HXP_OK);
    assert_int_equal(
        chain_run(written, hxp_buffer_str(&notes), &chains[0], NULL), HXP_OK);
    assert_true(hxp_buffer_add(&codes, HXP_STR("\0")));
    codes.len--;
    expect(&chains[0], hxp_buffer_str(&codes), codes.ptr);
    expect(&chains[1], hxp_buffer_str(&codes), codes.ptr);
    expect(&chains[2], hxp_buffer_str(&codes), codes.ptr);
    hxp_output_write(written, (hxp_str){ "", 1 });
    expect(&chains[1], hxp_buffer_str(&notes), hxp_output_bytes(written).ptr);
    hxp_output_close(written);
    hxp_buffer_free(&codes);
    hxp_buffer_free(&notes);
}

static void test_anonymise(void **state)
{
    size_t changed = 0;
    hxp_anonymise_options options = { .properties = TEXTS("by"),
                                      .attributes = TEXTS("o-tmf"),
                                      .changed = &changed };
    static const char wanted[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
        "  <header creationtool=\"a\" creationtoolversion=\"b\" "
        "segtype=\"block\" o-tmf=\"%s\" adminlang=\"en\" srclang=\"en\" "
        "datatype=\"d\"/>\n  <body>\n"
        "    <tu tuid=\"a\"%s>\n"
        "%s"
        "      <prop type=\"of\">anna</prop>\n"
        "      <tuv xml:lang=\"en-GB\">\n        <seg>a</seg>\n"
        "      </tuv>\n    </tu>\n  </body>\n</tmx>\n";
    char expected[1000];
    filter_chain chain = { chain_anonymise, &options, "tmx", "tmx" };
    hxp_str bytes = HXP_STR(HEAD UNIT("a", "creationid=\"anna\" changeid=\"c\"",
                                      "<prop type=\"by\">anna</prop>"
                                      "<prop type=\"of\">anna</prop>") TAIL);
    (void)state;
    snprintf(expected, sizeof expected, wanted, "user-1",
             " creationid=\"user-2\" changeid=\"user-1\"",
             "      <prop type=\"by\">user-2</prop>\n");
    expect(&chain, bytes, expected);
    assert_int_equal(changed, 4);
    options.drop = true;
    options.attributes.count = 0;
    snprintf(expected, sizeof expected, wanted, "c", "", "");
    expect(&chain, bytes, expected);
}

/* --- Counting ------------------------------------------------------------- */

static void test_words(void **state)
{
    (void)state;
    assert_int_equal(hxp_count_words(HXP_STR("")), 0);
    assert_int_equal(hxp_count_words(HXP_STR("  - l'eau, 3.5 km/h \n x")), 4);
    assert_int_equal(hxp_count_words(HXP_STR("\u4F60\u597D ok\u3001")), 3);
}

static void test_stats(void **state)
{
    hxp_unit_sink *sink;
    hxp_input *input;
    hxp_read_options reading = { .format = "tsv" };
    (void)state;
    assert_int_equal(hxp_stats_new(&sink, NULL), HXP_OK);
    assert_int_equal(
        hxp_input_memory(&input,
                         HXP_STR("en\tnl\tfr\na b\tc\t\na b\tc\t\nx\t\t\n"),
                         "test", NULL),
        HXP_OK);
    assert_int_equal(hxp_read_units(input, &reading, sink, NULL), HXP_OK);
    hxp_input_close(input);
    const hxp_unit_stats *stats = hxp_stats_result(sink);
    assert_int_equal(stats->units, 3);
    assert_int_equal(stats->duplicates, 1);
    assert_int_equal(stats->untranslated, 1);
    assert_int_equal(stats->dated, 0);
    assert_int_equal(stats->languages[0].texts, 3);
    assert_int_equal(stats->languages[0].words, 5);
    assert_int_equal(stats->languages[0].characters, 7);
    assert_int_equal(stats->pair_count, 1);
    assert_int_equal(stats->pairs[0].units, 2);
    sink->close(sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages_and_texts),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_only_languages),
        cmocka_unit_test(test_properties),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_bad_options),
        cmocka_unit_test(test_expression_that_takes_too_long),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_bad_maps),
        cmocka_unit_test(nothing_is_lost),
        cmocka_unit_test(test_anonymise),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_stats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
