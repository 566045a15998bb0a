/* test_po.c - gettext's PO read, written, and read again. */
#include "dump.h"
#include "expect.h"

#include "base/str.h"
#include "formats/units/po.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const dump_options po = { .format = "po" };
static const dump_options tmx = { .format = "tmx" };

#define HEADER                                                                 \
    "msgid \"\"\n"                                                             \
    "msgstr \"\"\n"                                                            \
    "\"Language: pt_BR\\n\"\n"                                                 \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                         \
    "\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n"

static const char everything[] = "# by us\n#\n# all of us\n" HEADER "\n"
                                 "# note\n"
                                 "#. extracted\n"
                                 "#: a.c:1 b.c:2\n"
                                 "#: c.c:3\n"
                                 "#, fuzzy, c-format\n"
                                 "#| msgid \"before\"\n"
                                 "msgctxt \"menu\"\n"
                                 "msgid \"Open \\\"%s\\\"\\t\\\\\\n\"\n"
                                 "msgstr \"Abrir \\\"%s\\\"\\t\\\\\\n\"\n"
                                 "\n"
                                 "msgid \"one file\"\n"
                                 "msgid_plural \"%d files\"\n"
                                 "msgstr[0] \"um\"\n"
                                 "msgstr[1] \"\"\n"
                                 "\n"
                                 "msgid \"\"\n"
                                 "\"a\\n\"\n"
                                 "\"b\"\n"
                                 "msgstr \"\"\n"
                                 "\n"
                                 "#~| msgid \"older\"\n"
                                 "#~ msgctxt \"\"\n"
                                 "#~ msgid \"old\"\n"
                                 "#~ msgstr \"velho\"\n";

static void nothing_of_po_is_lost(void **state)
{
    hxp_str bytes = hxp_str_of(everything);
    (void)state;
    expect_findings(&po, bytes, "");
    expect_text(convert(bytes, &po, "po"), everything);
    hxp_output *middle = convert(bytes, &po, "tmx");
    hxp_output *back = convert(hxp_output_bytes(middle), &tmx, "po");
    expect_losses(&tmx, hxp_output_bytes(middle), "po", "");
    expect_text(back, everything);
    hxp_output_close(middle);
}

/* gettext reads tokens, not lines. */
static void a_line_may_have_several_strings(void **state)
{
    hxp_output *output = convert(
        HXP_STR(HEADER "msgid \"one, \"\t\"two\" msgstr \"um, \" \"dois\"\n"
                       "msgid \"\" \"a\" \"b\" # note\n\"c\"\nmsgstr \"d\"\n"),
        &po, "po");
    (void)state;
    expect_text(output, HEADER "\nmsgid \"one, two\"\nmsgstr \"um, dois\"\n\n"
                               "# note\nmsgid \"abc\"\nmsgstr \"d\"\n");
}

static void faulty_po_is_refused(void **state)
{
    static const char *const faults[][2] = {
        { "msgid \"a\"\nmsgstr \"b\nx", "2:8 the string that begins here is "
                                        "not closed" },
        { "msgid \"a\" b", "1:11 text behind the string; a quote in it is "
                           "written \\\"" },
        { "msgid \"say \"a\" to\"", "1:13 text behind the string; a quote in "
                                    "it is written \\\"" },
        { "msgid \"a\" \"b", "1:11 the string that begins here is not closed" },
        { "msgid \"\\q\"", "1:8 \"\\q\" is no escape; a backslash is written "
                           "twice" },
        { "msgid \"\\é\"", "1:8 \"\\é\" is no escape; a backslash is written "
                           "twice" },
        { "msgid \"\\303\"", "1:8 \"\\3\" is no escape; a backslash is written "
                             "twice" },
        { "\"a\"", "1:1 a string without a keyword before it" },
        { "msgid", "1:6 no string behind the keyword" },
        { "msgfoo \"a\"", "1:1 \"msgfoo\" is no keyword of PO" },
        { "msgstr \"a\"", "1:1 msgstr without msgid before it" },
        { "msgid_plural \"a\"", "1:1 msgid_plural without msgid before it" },
        { "msgid \"a\"\nmsgid \"b\"", "2:1 a msgid in an entry that has no "
                                      "msgstr yet" },
        { "msgid \"a\"\nmsgctxt \"b\"", "2:1 a msgctxt in an entry that has "
                                        "no msgstr yet" },
        { "msgid \"a\"\nmsgstr[0] \"b\"", "2:1 msgstr[0] where msgstr of one "
                                          "msgid is expected" },
        { "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"b\"",
          "3:1 msgstr[1] where msgstr[0] is expected" },
        { "\nmsgid \"a\"\n", "2:1 the entry has no msgstr" },
        { "msgctxt \"a\"\n", "1:1 the entry has no msgid" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        hxp_error error = { .status = HXP_OK };
        hxp_output *output = new_output();
        char found[512];
        assert_int_equal(
            dump_units(output, hxp_str_of(faults[i][0]), &po, &error),
            HXP_EINPUT);
        snprintf(found, sizeof found, "%zu:%zu %s", error.place.line,
                 error.place.column, error.message);
        assert_string_equal(found, faults[i][1]);
        hxp_output_close(output);
    }
}

static void rules_are_checked(void **state)
{
    (void)state;
    expect_findings(&po, HXP_STR("msgid \"a\"\nmsgstr \"b\"\n"),
                    "1:1 warning po.header 0: the file does not begin with a "
                    "header\n");
    expect_findings(&po, HXP_STR("msgid \"\"\nmsgstr \"\"\n"),
                    "1:1 warning po.language 0: the header has no field "
                    "Language\n");
    expect_findings(&po,
                    HXP_STR(HEADER "\nmsgid \"a\"\nmsgstr \"\"\n"
                                   "msgctxt \"\"\nmsgid \"a\"\nmsgstr \"\"\n"
                                   "#~ msgid \"a\"\n#~ msgstr \"\"\n"
                                   "msgid \"a\"\nmsgid_plural \"b\"\n"
                                   "msgstr[0] \"\\n\"\n"
                                   "msgid \"c\\n\"\nmsgstr \"d\"\n"),
                    "14:1 error po.duplicate 4: an entry with this msgctxt and "
                    "msgid stands before\n"
                    "14:1 error po.plural-forms 4: 1 plural forms; the header "
                    "promises 2\n"
                    "16:1 error po.line-break 4: msgid and msgstr do not both "
                    "begin with \\n\n"
                    "18:1 error po.line-break 5: msgid and msgstr do not both "
                    "end with \\n\n");
}

static void places_are_those_of_the_file(void **state)
{
    dump_options options = { .format = "po",
                             .places = true,
                             .no_header = true };
    (void)state;
    for (options.chunk = 0; options.chunk <= 7; options.chunk++)
        expect_text(show(HXP_STR("\xEF\xBB\xBFmsgid \"\"\r\nmsgstr \"\"\r\n"
                                 "\"Language: nl\\n\"\r\n\r\n"
                                 " msgid\t\"\"\r\n"
                                 "  \"\xF0\x9F\x98\x80 |b\\n\" \r\n"
                                 "\"|c\\x41|d\"\r\n"
                                 "msgstr \"e\\n\""),
                         &options),
                    "unit 1 @5:2:2 id=0'' source=0''\n"
                    " variant @5:2:2 language=2'en'\n  seg\n"
                    "  text=13'\xF0\x9F\x98\x80 |b\n|cA|d' @6:4:4 @6:6:7 "
                    "@7:2:2 @7:8:8\n"
                    " variant @8:1:1 language=2'nl'\n  seg\n"
                    "  text=2'e\n' @8:9:9\n"
                    "end\n");
}

static void encodings_are_read(void **state)
{
    dump_options options = { .format = "po", .no_header = true };
    (void)state;
    expect_text(convert(HXP_STR("msgid \"\"\nmsgstr \"\"\n\"Content-Type: "
                                "text/plain; charset=ISO-8859-1\\n\"\n"
                                "msgid \"a\"\nmsgstr \"\xE9\"\n"),
                        &options, "tsv"),
                "en\tund\na\t\xC3\xA9\n");
    options.encoding = "ISO-8859-2";
    options.to = "pl";
    options.from = "de";
    expect_text(
        convert(HXP_STR("msgid \"a\"\nmsgstr \"\xB1\"\n"), &options, "tsv"),
        "de\tpl\na\t\xC4\x85\n");
}

static void languages_have_two_names(void **state)
{
    static const char *const names[][2] = {
        { "nl", "nl" },
        { "pt_BR", "pt-BR" },
        { "zh_Hant", "zh-Hant" },
        { "sr@latin", "sr-Latn" },
        { "uz_UZ@cyrillic", "uz-Cyrl-UZ" },
    };
    char name[HXP_TAG_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        hxp_po_tag(name, hxp_str_of(names[i][0]));
        assert_string_equal(name, names[i][1]);
        hxp_po_language(name, hxp_str_of(names[i][1]));
        assert_string_equal(name, names[i][0]);
    }
    hxp_po_tag(name, HXP_STR("de_DE.UTF-8"));
    assert_string_equal(name, "de-DE");
    hxp_po_tag(name, HXP_STR("my language"));
    assert_string_equal(name, "und");
    hxp_po_tag(name, HXP_STR("@latin"));
    assert_string_equal(name, "und");
    hxp_po_language(name, HXP_STR(""));
    assert_string_equal(name, "");
}

static void tmx_becomes_po(void **state)
{
    char expected[1024];
    hxp_str bytes = HXP_STR(
        "<tmx version='1.4'><header srclang='en'/><body>"
        "<tu tuid='7'><note>one\ntwo</note><prop type='p'>v</prop>"
        "<tuv xml:lang='en'><seg>a<ph/>\x7F</seg></tuv>"
        "<tuv xml:lang='nl-BE'><seg>A</seg></tuv>"
        "<tuv xml:lang='fr'><seg>x</seg></tuv></tu>"
        "<tu><tuv xml:lang='en'><seg>a\x7F</seg></tuv></tu>"
        "<tu><tuv xml:lang='nl-BE'><seg>b</seg></tuv></tu></body></tmx>");
    (void)state;
    snprintf(expected, sizeof expected,
             "msgid \"\"\nmsgstr \"\"\n\"Language: nl_BE\\n\"\n"
             "\"MIME-Version: 1.0\\n\"\n"
             "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
             "\"Content-Transfer-Encoding: 8bit\\n\"\n"
             "\"X-Source-Language: en\\n\"\n"
             "\"X-Generator: hexapla %s\\n\"\n"
             "\n# one\n# two\nmsgid \"a\\177\"\nmsgstr \"A\"\n"
             "\nmsgctxt \"unit 2\"\nmsgid \"a\\177\"\nmsgstr \"\"\n",
             hxp_version());
    expect_text(convert(bytes, &tmx, "po"), expected);
    expect_losses(&tmx, bytes, "po",
                  "0:0 warning loss.codes 0: 1 inline code left out\n"
                  "0:0 warning loss.variants 0: 1 further variant left out\n"
                  "0:0 warning loss.remarks 0: 1 note or property left out\n"
                  "0:0 warning loss.attributes 0: 1 id, date or other "
                  "attribute left out\n"
                  "0:0 warning loss.units 0: 1 unit without text in both "
                  "languages left out\n"
                  "0:0 note loss.context 0: 1 unit with a source that stood "
                  "before given a context\n");
}

static void limits_hold(void **state)
{
    dump_options options = { .format = "po", .limits = { 5, 20, 0 } };
    hxp_error error;
    hxp_output *output = new_output();
    (void)state;
    assert_int_equal(dump_units(output, HXP_STR("msgid \"abc\"\n\"def\"\n"),
                                &options, &error),
                     HXP_ELIMIT);
    assert_string_equal(error.message,
                        "the segment is longer than 5 bytes, the limit");
    assert_int_equal(dump_units(output,
                                HXP_STR("# 1234567890\n# 12345678901\n"),
                                &options, &error),
                     HXP_ELIMIT);
    assert_string_equal(error.message,
                        "the entry is larger than 20 bytes, the limit");
    hxp_output_close(output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_po_is_lost),
        cmocka_unit_test(places_are_those_of_the_file),
        cmocka_unit_test(a_line_may_have_several_strings),
        cmocka_unit_test(faulty_po_is_refused),
        cmocka_unit_test(rules_are_checked),
        cmocka_unit_test(encodings_are_read),
        cmocka_unit_test(languages_have_two_names),
        cmocka_unit_test(tmx_becomes_po),
        cmocka_unit_test(limits_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
