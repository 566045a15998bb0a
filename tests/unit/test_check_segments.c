/* test_check_segments.c - the rules of segments that need more than a pair of
 * texts: inline codes, missing languages, levels, what a file leaves alone.
 * Pairs of texts are in tests/cases/segments/. */
#include "base/str.h"
#include "dump.h"

#include <hexapla/check.h>
#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/** Check bytes of a format; the findings must be expected. */
static void expect(const char *format, const char *bytes,
                   hxp_check_options *options, const char *expected)
{
    hxp_output *output;
    dump_findings findings;
    hxp_unit_sink *checker;
    hxp_input *input;
    hxp_error error = { .status = HXP_OK };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.format = format;
    reading.places = true;
    assert_int_equal(
        hxp_locales_open(&options->locales, SOURCE_DIR "/locales", NULL),
        HXP_OK);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    dump_findings_init(&findings, output);
    assert_int_equal(hxp_checker_new(&checker, &findings.sink, options, &error),
                     HXP_OK);
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(bytes), "test", NULL),
                     HXP_OK);
    hxp_status status = hxp_read_units(input, &reading, checker, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    hxp_input_close(input);
    checker->close(checker);
    hxp_locales_free(options->locales);
    hxp_output_write(output, (hxp_str){ "", 1 });
    assert_string_equal(hxp_output_bytes(output).ptr, expected);
    hxp_output_close(output);
}

static void expect_usual(const char *format, const char *bytes,
                         const char *expected)
{
    hxp_check_options options = { .locales = NULL };
    expect(format, bytes, &options, expected);
}

#define TMX(units)                                                             \
    "<tmx version='1.4'><header creationtool='t' creationtoolversion='1' "     \
    "segtype='sentence' o-tmf='t' adminlang='en' srclang='en' "                \
    "datatype='plaintext'/><body>\n" units "</body></tmx>"
#define TU(inside)     "<tu>" inside "</tu>\n"
#define TUV(tag, text) "<tuv xml:lang='" tag "'><seg>" text "</seg></tuv>"
#define B(i, x)        "<bpt i='" i "' x='" x "'>&lt;b&gt;</bpt>"
#define E(i)           "<ept i='" i "'>&lt;/b&gt;</ept>"

static void inline_codes_must_be_there(void **state)
{
    (void)state;
    expect_usual("tmx",
                 TMX(TU(TUV("en", B("1", "1") "a" E("1"))
                            TUV("nl", B("1", "1") "a" E("1")))),
                 "");
    expect_usual("tmx", TMX(TU(TUV("en", "a <ph x='1'/> b") TUV("nl", "a b"))),
                 "2:80 error seg.tag 1: code \"1\" of the source is missing\n");
    expect_usual("tmx", TMX(TU(TUV("en", "a b") TUV("nl", "a <ph x='7'/> b"))),
                 "2:81 error seg.tag 1: code \"7\" is not in the source\n");
    /* Another order is right, but nothing is closed before it opens. */
    expect_usual("tmx",
                 TMX(TU(TUV("en", B("1", "1") "x y" E("1") "<ph x='2'/>")
                            TUV("nl", "<ph x='2'/>" B("1", "1") "x z" E("1")))),
                 "");
    expect_usual("tmx",
                 TMX(TU(TUV("en", B("1", "1") "x y" E("1"))
                            TUV("nl", E("1") "x z" B("1", "1")))),
                 "2:154 error seg.tag 1: a code is closed before it is "
                 "opened\n");
    /* What is marked is a matter of each language. */
    expect_usual("tmx", TMX(TU(TUV("en", "a <hi>b</hi>") TUV("nl", "a c"))),
                 "");
    expect_usual("tmx",
                 TMX(TU(TUV("en", "<ph>&lt;a href='en'&gt;</ph>x y")
                            TUV("nl", "<ph>&lt;a href='nl'&gt;</ph>x z"))),
                 "");
    /* Documents of two formats call the same by two names. */
    expect_usual("tmx",
                 TMX(TU(TUV("en", "<ph type='lb'>&lt;w:br/&gt;</ph>x y")
                            TUV("nl", "<ph type='lb'>&lt;br&gt;</ph>x z"))),
                 "");
    expect_usual("tmx",
                 TMX(TU(TUV("en", "<ph x='1' type='lb'/>x y")
                            TUV("nl", "<ph x='1' type='image'/>x z"))),
                 "");
    expect_usual("tmx",
                 TMX(TU(TUV("en", "<ph x='1' type='lb'/>x y")
                            TUV("nl", "x <ph x='2' type='lb'/> z"))),
                 "2:89 error seg.tag 1: code \"1\" of the source is missing\n"
                 "2:112 error seg.tag 1: code \"2\" is not in the source\n");
    /* They are told as they are written, or else by their numbers. */
    expect_usual("tmx",
                 TMX(TU(TUV("en", "<bpt i='1'>&lt;w:b/&gt; </bpt>x y"
                                  "<ept i='1'>&lt;/w:b&gt;</ept><ph/>z")
                            TUV("nl", "<bpt i='3'/>x z<ept i='3'/>z"))),
                 "2:145 error seg.tag 1: code \"<w:b/>\" of the source is "
                 "missing\n"
                 "2:145 error seg.tag 1: code \"ph\" of the source is missing\n"
                 "2:145 error seg.tag 1: code \"3\" is not in the source\n");
}

#define XLIFF(units)                                                           \
    "<xliff version='1.2'><file original='x' source-language='en' "            \
    "target-language='nl' datatype='plaintext'><body>\n" units                 \
    "</body></file></xliff>"
#define UNIT(attributes, source, target)                                       \
    "<trans-unit id=''" attributes "><source>" source "</source>" target       \
    "</trans-unit>\n"

static void languages_that_a_file_promises_are_missed(void **state)
{
    (void)state;
    expect_usual("tsv", "en\tnl\tde\nOpen it\tOpen het\t\n",
                 "2:1 warning seg.untranslated 1: not translated\n");
    expect_usual("po",
                 "msgid \"\"\nmsgstr \"Language: nl\\n\"\n\n"
                 "msgid \"Open it\"\nmsgstr \"\"\n\n"
                 "#~ msgid \"Close it\"\n#~ msgstr \"\"\n",
                 "4:1 warning seg.untranslated 1: not translated\n");
    expect_usual("tmx", TMX(TU(TUV("en", "Open it"))), "");
    /* In XLIFF 1.2 each file promises its own. */
    expect_usual("xliff",
                 XLIFF(UNIT("", "Open it", "") UNIT("", "Go on", "<target/>")),
                 "2:19 warning seg.untranslated 1: not translated\n"
                 "3:19 warning seg.untranslated 2: not translated\n");
}

static void what_nobody_translates_is_left_alone(void **state)
{
    (void)state;
    expect_usual("xliff",
                 XLIFF(UNIT(" translate='no'", "Open it", "") UNIT(
                     " translate='no'", "Open 2", "<target>Open 3</target>")),
                 "");
    expect_usual("po",
                 "msgid \"\"\nmsgstr \"Language: nl\\n\"\n\n"
                 "#~ msgid \"Take 2\"\n#~ msgstr \"Neem 3\"\n",
                 "");
}

#define PLURAL(one, many, first, second)                                       \
    "msgid \"\"\nmsgstr \"Language: nl\\n\"\n\n"                               \
    "msgctxt \"a\"\nmsgid \"" one "\"\nmsgid_plural \"" many "\"\n"            \
    "msgstr[0] \"" first "\"\nmsgstr[1] \"" second "\"\n"                      \
    "msgstr[2] \"nog " second "\"\n"

static void plural_forms_have_the_placeholders_of_either(void **state)
{
    (void)state;
    expect_usual(
        "po", PLURAL("One file", "%d files", "%d bestand", "%d bestanden"), "");
    expect_usual(
        "po",
        PLURAL("%d file", "%d files", "\u00e9\u00e9n bestand", "%d bestanden"),
        "");
    expect_usual("po",
                 PLURAL("%d file in %s", "%d files in %s", "%d bestand",
                        "%d bestanden in %s"),
                 "7:12 error seg.placeholder 1: placeholder \"%s\" of the "
                 "source is missing\n");
    expect_usual("po", PLURAL("%d file", "%d files", "%s bestand", "%d x"),
                 "7:12 error seg.placeholder 1: placeholder \"%d\" of the "
                 "source is missing\n"
                 "7:12 error seg.placeholder 1: placeholder \"%s\" is not in "
                 "the source\n");
}

static void a_context_makes_another_source(void **state)
{
    (void)state;
    expect_usual("po",
                 "msgid \"\"\nmsgstr \"Language: nl\\n\"\n\n"
                 "msgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"Opening\"\n\n"
                 "msgctxt \"state\"\nmsgid \"Open\"\nmsgstr \"Geopend\"\n",
                 "");
}

#define IGNORE(what) "<prop type='x-hexapla-ignore'>" what "</prop>"
#define WRONG        TUV("en", "Take 2 now.") TUV("nl", "Neem er 3")
#define NUMBER       "warning seg.number 1: \"3\" for \"2\"\n"
#define ENDS                                                                   \
    "note seg.punct-end 1: ends with no mark, the source with a full stop\n"

static void a_file_says_what_to_leave_alone(void **state)
{
    (void)state;
    expect_usual("tmx", TMX(TU(WRONG)), "2:84 " NUMBER "2:85 " ENDS);
    expect_usual("tmx", TMX(TU(IGNORE("seg.number") WRONG)), "2:132 " ENDS);
    expect_usual("tmx", TMX(TU(IGNORE("seg.punct-end, seg.number") WRONG)), "");
    expect_usual("tmx", TMX(TU(IGNORE("seg") WRONG)), "");
    expect_usual("tmx", TMX(TU(IGNORE("") WRONG)), "");
    expect_usual("tmx", TMX(TU(IGNORE("term.missing") WRONG)),
                 "2:133 " NUMBER "2:134 " ENDS);
    expect_usual("tmx",
                 TMX(TU("<note>x-hexapla-ignore: seg.number</note>" WRONG)),
                 "2:126 " ENDS);
    expect_usual("tmx",
                 TMX(TU("<note>Of barns.&#10; x-hexapla-ignore: term, "
                        "seg.number</note>" WRONG)),
                 "2:147 " ENDS);
    expect_usual("tmx", TMX(TU("<note>no x-hexapla-ignore</note>" WRONG)),
                 "2:116 " NUMBER "2:117 " ENDS);
    expect_usual("tmx",
                 TMX(TU(TUV("en", "Take 2 now.") "<tuv xml:lang='nl'>" IGNORE(
                     "seg") "<seg>Neem er 3</seg></tuv>")),
                 "");
}

static void levels_are_the_users(void **state)
{
    static const hxp_rule_level levels[] = { { "seg", 0 },
                                             { "seg.number", HXP_ERROR } };
    hxp_check_options options = { .levels = levels, .level_count = 2 };
    (void)state;
    expect("tmx", TMX(TU(WRONG)), &options,
           "2:84 error seg.number 1: \"3\" for \"2\"\n");
}

/* Brackets that were left out are often right; those without a partner not. */
static void brackets_that_are_left_out_are_a_note(void **state)
{
    static const char table[] = "en\tnl\nPlough (deep)\tPloegen\n"
                                "Mow (high)\tMaaien (hoog\n";
    hxp_rule_level levels[] = { { "seg.bracket", HXP_ERROR } };
    hxp_check_options options = { .levels = levels, .level_count = 1 };
    (void)state;
    expect_usual("tsv", table,
                 "2:15 note seg.bracket 1: the \"()\" of the source are "
                 "missing\n3:19 warning seg.bracket 2: \"(\" is not closed\n");
    expect("tsv", table, &options,
           "2:15 error seg.bracket 1: the \"()\" of the source are "
           "missing\n3:19 error seg.bracket 2: \"(\" is not closed\n");
    levels[0].level = HXP_WARNING; /* the usual one, for all of them */
    expect("tsv", table, &options,
           "2:15 warning seg.bracket 1: the \"()\" of the source are "
           "missing\n3:19 warning seg.bracket 2: \"(\" is not closed\n");
}

#define SHORT(place, unit)                                                     \
    place " note seg.length " unit ": 20 % of the source's length; 105 % is "  \
          "usual in this file\n"

/* A tenth of a file may be odd, which moves no band. */
static void a_length_is_judged_by_the_others(void **state)
{
    (void)state;
    static const char *const length[] = { "seg.length" };
    static const char *const all[] = { "seg" };
    hxp_check_options options = { .enabled = length,
                                  .enabled_count = 1,
                                  .disabled = all,
                                  .disabled_count = 1 };
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    hxp_output_printf(output, "en\tnl\n");
    for (int i = 0; i < 40; i++)
        hxp_output_printf(output, "a text of twenty c%02d\t%s\n", i,
                          i % 10 == 5 ? "kort" : "een regel van twintig");
    hxp_output_write(output, (hxp_str){ "", 1 });
    expect("tsv", hxp_output_bytes(output).ptr, &options,
           SHORT("7:22", "6") SHORT("17:22", "16") SHORT("27:22", "26")
               SHORT("37:22", "36"));
    hxp_output_close(output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inline_codes_must_be_there),
        cmocka_unit_test(languages_that_a_file_promises_are_missed),
        cmocka_unit_test(what_nobody_translates_is_left_alone),
        cmocka_unit_test(plural_forms_have_the_placeholders_of_either),
        cmocka_unit_test(a_context_makes_another_source),
        cmocka_unit_test(a_file_says_what_to_leave_alone),
        cmocka_unit_test(levels_are_the_users),
        cmocka_unit_test(brackets_that_are_left_out_are_a_note),
        cmocka_unit_test(a_length_is_judged_by_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
