/* test_check.c - what the rules of terms find, and where. */
#include "base/str.h"
#include "dump.h"

#include <hexapla/check.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define TERM(tag, words, state)                                                \
    {                                                                          \
        .text = { "" words, sizeof(words) - 1 },                               \
        .language = { "" tag, sizeof(tag) - 1 }, .status = (state)             \
    }
#define ALLOWED(tag, text)   TERM(tag, text, HXP_TERM_PREFERRED)
#define ADMITTED(tag, text)  TERM(tag, text, HXP_TERM_ADMITTED)
#define FORBIDDEN(tag, text) TERM(tag, text, HXP_TERM_DEPRECATED)

static const hxp_term motion[] = { ALLOWED("en", "motion"),
                                   ALLOWED("nl", "motie"),
                                   FORBIDDEN("nl", "voorstel"),
                                   ALLOWED("de", "Antrag"),
                                   ADMITTED("de", "Entschließungsantrag") };
static const hxp_term resolution[] = { ALLOWED("en", "resolution"),
                                       ALLOWED("de", "Resolution"),
                                       FORBIDDEN("de", "Antrag") };
static const hxp_term law[] = { ALLOWED("en", "bill"),
                                ALLOWED("nl", "voorstel van wet") };
static const hxp_term invoice[] = { ALLOWED("en", "bill"),
                                    ALLOWED("nl", "rekening") };
static const hxp_term treaty[] = { ALLOWED("en", "treaty"),
                                   ALLOWED("nl", "verdrag"),
                                   ADMITTED("nl", "overeenkomst"),
                                   ADMITTED("nl", "VN") };
static const hxp_term only_english[] = { ALLOWED("en", "whip"),
                                         FORBIDDEN("nl", "zweep") };
static const hxp_term uyghur[] = { ALLOWED("en", "Uyghur"),
                                   FORBIDDEN("de", "Uighure") };
static const hxp_term uyghur_too[] = { ALLOWED("en", "Uyghur"),
                                       FORBIDDEN("de", "Uighure") };

/** The terms of one concept. */
static const struct {
    const hxp_term *terms;
    size_t count;
} concepts[] = {
    { motion, sizeof motion / sizeof *motion },
    { resolution, sizeof resolution / sizeof *resolution },
    { law, sizeof law / sizeof *law },
    { invoice, sizeof invoice / sizeof *invoice },
    { treaty, sizeof treaty / sizeof *treaty },
    { only_english, sizeof only_english / sizeof *only_english },
    { uyghur, sizeof uyghur / sizeof *uyghur },
    { uyghur_too, sizeof uyghur_too / sizeof *uyghur_too },
};

static hxp_termbase *make_termbase(void)
{
    hxp_termbase *termbase;
    assert_int_equal(hxp_termbase_new(&termbase, NULL), HXP_OK);
    for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++) {
        hxp_concept concept = { .id = HXP_STR("x"),
                                .terms = concepts[i].terms,
                                .term_count = concepts[i].count };
        assert_int_equal(hxp_termbase_add(termbase, &concept, NULL), HXP_OK);
    }
    return termbase;
}

static void read_into(hxp_unit_sink *sink, hxp_str bytes)
{
    hxp_input *input;
    hxp_error error = { .status = HXP_OK };
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    options.format = "tmx";
    options.places = true;
    assert_int_equal(hxp_input_memory(&input, bytes, "test.tmx", NULL), HXP_OK);
    hxp_status status = hxp_read_units(input, &options, sink, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    hxp_input_close(input);
}

/** Check units in the source language tag (of the file) or source (given). */
static void check(hxp_finding_sink *findings, const char *tag,
                  const char *units, const char *source)
{
    hxp_output *file;
    hxp_unit_sink *checker;
    hxp_locales *locales;
    hxp_termbase *termbase = make_termbase();
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    static const char *const segments[] = { "seg" };
    hxp_check_options options = { .locales = locales,
                                  .termbase = termbase,
                                  .source_language = source,
                                  .disabled = segments,
                                  .disabled_count = 1 };
    assert_int_equal(hxp_output_memory(&file, NULL), HXP_OK);
    hxp_output_printf(file,
                      "<tmx version='1.4'><header creationtool='t' "
                      "creationtoolversion='1' segtype='sentence' o-tmf='t' "
                      "adminlang='en' srclang='%s' datatype='plaintext'/>"
                      "<body>\n%s</body></tmx>",
                      tag, units);
    assert_int_equal(hxp_checker_new(&checker, findings, &options, NULL),
                     HXP_OK);
    read_into(checker, hxp_output_bytes(file));
    checker->close(checker);
    hxp_output_close(file);
    hxp_termbase_free(termbase);
    hxp_locales_free(locales);
}

static void expect_in(const char *tag, const char *source, const char *units,
                      const char *expected)
{
    hxp_output *output;
    dump_findings findings;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    dump_findings_init(&findings, output);
    check(&findings.sink, tag, units, source);
    hxp_str text = hxp_output_bytes(output);
    char *seen = calloc(text.len + 1, 1);
    assert_non_null(seen);
    memcpy(seen, text.ptr, text.len);
    assert_string_equal(seen, expected);
    free(seen);
    hxp_output_close(output);
}

static void expect(const char *units, const char *expected)
{
    expect_in("en", NULL, units, expected);
}

#define TU(inside)     "<tu>" inside "</tu>\n"
#define TUV(tag, text) "<tuv xml:lang='" tag "'><seg>" text "</seg></tuv>"

static void tells_of_a_missing_term_once(void **state)
{
    (void)state;
    expect(TU(TUV("en", "A motion on motions") TUV("nl", "Iets anders")),
           "2:84 warning term.missing 1: no term for \"motion\"; expected "
           "\"motie\"\n");
    expect(TU(TUV("en", "A motion") TUV("nl", "De moties")), "");
    expect(TU(TUV("en", "A treaty") TUV("nl", "Een akkoord")),
           "2:73 warning term.missing 1: no term for \"treaty\"; expected "
           "\"verdrag\", \"overeenkomst\" or \"VN\"\n");
}

static void tells_of_a_forbidden_term_and_nothing_else(void **state)
{
    (void)state;
    expect(TU(TUV("en", "A motion") TUV("nl", "Het &#246; Voorstel")),
           "2:84 error term.forbidden 1: \"Voorstel\" is forbidden for "
           "\"motion\"; "
           "use \"motie\"\n");
    expect(
        TU(TUV("en", "The whip") TUV("nl", "De zweep")),
        "2:76 error term.forbidden 1: \"zweep\" is forbidden for \"whip\"\n");
}

static void is_silent_where_nothing_is_wrong(void **state)
{
    (void)state;
    /* The source does not speak of the concept. */
    expect(TU(TUV("en", "A plan") TUV("nl", "Een voorstel")), "");
    /* The termbase has no term that could stand there. */
    expect(TU(TUV("en", "The whip") TUV("nl", "De fractieleider")), "");
    expect(TU(TUV("en", "A motion") TUV("fr", "Autre chose")), "");
    /* Nothing is translated yet. */
    expect(TU(TUV("en", "A motion") TUV("nl", "")), "");
    expect(TU(TUV("en", "A motion")), "");
    expect(TU(TUV("nl", "Een voorstel")), "");
    expect(TU(TUV("en", "A motion") TUV("no such tag", "x")), "");
}

static void what_another_concept_allows_is_right(void **state)
{
    (void)state;
    expect(TU(TUV("en", "The resolution") TUV("de", "Der Antrag")),
           "2:83 error term.forbidden 1: \"Antrag\" is forbidden for "
           "\"resolution\"; use \"Resolution\"\n");
    expect(TU(TUV("en", "The resolution and the motion")
                  TUV("de", "Die Resolution und der Antrag")),
           "");
    /* Part of a longer term that is allowed. */
    expect(TU(TUV("en", "A motion and a bill")
                  TUV("nl", "Een motie en een voorstel van wet")),
           "");
}

static void one_of_the_homographs_is_meant(void **state)
{
    (void)state;
    expect(TU(TUV("en", "The bill") TUV("nl", "De rekening")), "");
    expect(TU(TUV("en", "The bill") TUV("nl", "Het voorstel van wet")), "");
    expect(TU(TUV("en", "The bill") TUV("nl", "De wet")),
           "2:73 warning term.missing 1: no term for \"bill\"; expected "
           "\"voorstel "
           "van wet\"\n");
    /* A term that is forbidden for both is told of once. */
    expect(TU(TUV("en", "Uyghurs") TUV("de", "Uighuren")),
           "2:72 error term.forbidden 1: \"Uighuren\" is forbidden for "
           "\"Uyghur\"\n");
}

static void tells_of_the_rarer_term(void **state)
{
    (void)state;
    expect(TU(TUV("en", "treaty") TUV("nl", "overeenkomst"))
               TU(TUV("en", "treaty") TUV("nl", "verdrag"))
                   TU(TUV("en", "treaties") TUV("nl", "verdragen")),
           "2:71 warning term.inconsistent 1: \"overeenkomst\" for \"treaty\" "
           "here, but \"verdrag\" elsewhere in this file (1 to 2)\n");
    expect(TU(TUV("en", "treaty") TUV("nl", "verdrag") TUV("nl-BE", "verdrag"))
               TU(TUV("en", "treaty") TUV("nl", "overeenkomst")),
           "3:71 warning term.inconsistent 2: \"overeenkomst\" for \"treaty\" "
           "here, but \"verdrag\" elsewhere in this file (1 to 1)\n");
    /* Each language for itself. */
    expect(TU(TUV("en", "treaty") TUV("nl", "verdrag"))
               TU(TUV("en", "treaty") TUV("nl-BE", "overeenkomst")),
           "");
    /* A name and its abbreviation do not contradict each other. */
    expect(TU(TUV("en", "treaty") TUV("nl", "verdrag"))
               TU(TUV("en", "treaty") TUV("nl", "VN")),
           "");
}

static void finds_the_source(void **state)
{
    static const char *const units =
        TU(TUV("nl", "Een voorstel") TUV("EN_us", "A motion"));
    (void)state;
    expect(units, "2:33 error term.forbidden 1: \"voorstel\" is forbidden for "
                  "\"motion\"; use \"motie\"\n");
    expect_in("nl", "en-GB", units,
              "2:33 error term.forbidden 1: \"voorstel\" is forbidden for "
              "\"motion\"; use \"motie\"\n");
    expect_in("fr", NULL, units, "");
    expect_in("*all*", NULL, TU(TUV("en", "motion") TUV("nl", "voorstel")),
              "2:71 error term.forbidden 1: \"voorstel\" is forbidden for "
              "\"motion\"; use \"motie\"\n");
    expect_in("fr", NULL,
              "<tu srclang='en'>" TUV("en", "motion")
                  TUV("nl", "voorstel") "</tu>",
              "2:84 error term.forbidden 1: \"voorstel\" is forbidden for "
              "\"motion\"; use \"motie\"\n");
}

/** A sink that keeps one finding's parts. */
typedef struct keeper {
    hxp_finding_sink sink;
    size_t count, line, end_column, expected;
    char text[256];
} keeper;

static hxp_status keep(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    keeper *to = (keeper *)sink;
    (void)error;
    to->count++;
    to->line = finding->end.line;
    to->end_column = finding->end.column;
    to->expected = finding->expected_count;
    snprintf(to->text, sizeof to->text, "%.*s|%.*s|%.*s|%.*s|%.*s|%s",
             HXP_FMT(finding->file), HXP_FMT(finding->tuid),
             HXP_FMT(finding->language), HXP_FMT(finding->source_term),
             HXP_FMT(finding->found), hxp_level_name(finding->level));
    return HXP_OK;
}

static void fills_in_every_part(void **state)
{
    keeper to = { .sink = { keep, NULL, NULL } };
    (void)state;
    check(&to.sink, "en",
          "<tu tuid='7'>" TUV("en", "motion")
              TUV("nl", "voor<ph/>stel<ph>x</ph>!") "</tu>",
          NULL);
    assert_int_equal(to.count, 1);
    assert_string_equal(to.text, "test.tmx|7|nl|motion|voorstel|error");
    assert_int_equal(to.expected, 1);
    assert_int_equal(to.line, 2);
    /* Behind the term, before the code that follows it. */
    assert_int_equal(to.end_column, 93);
}

static void keeps_a_bounded_number_of_uses(void **state)
{
    keeper to = { .sink = { keep, NULL, NULL } };
    hxp_output *output;
    (void)state;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    for (int i = 0; i < 3003; i++)
        hxp_output_printf(output, TU(TUV("en", "treaty") TUV("nl", "%s")),
                          i % 2 ? "verdrag" : "overeenkomst");
    hxp_output_write(output, (hxp_str){ "", 1 });
    check(&to.sink, "en", hxp_output_bytes(output).ptr, NULL);
    assert_int_equal(to.count, 1000);
    hxp_output_close(output);
}

static void has_a_table_of_rules(void **state)
{
    size_t count;
    const hxp_rule *rules = hxp_check_rules(&count);
    (void)state;
    assert_int_equal(count, 23);
    for (size_t i = 0; i < count; i++) {
        assert_true(strncmp(rules[i].id, "term.", 5) == 0 ||
                    strncmp(rules[i].id, "seg.", 4) == 0);
        assert_true(strlen(rules[i].summary) > 0 && strlen(rules[i].help) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_of_a_missing_term_once),
        cmocka_unit_test(tells_of_a_forbidden_term_and_nothing_else),
        cmocka_unit_test(is_silent_where_nothing_is_wrong),
        cmocka_unit_test(what_another_concept_allows_is_right),
        cmocka_unit_test(one_of_the_homographs_is_meant),
        cmocka_unit_test(tells_of_the_rarer_term),
        cmocka_unit_test(finds_the_source),
        cmocka_unit_test(fills_in_every_part),
        cmocka_unit_test(keeps_a_bounded_number_of_uses),
        cmocka_unit_test(has_a_table_of_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
