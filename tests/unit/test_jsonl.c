/* test_jsonl.c - JSON lines read, written, and read again. */
#include "dump.h"
#include "expect.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const dump_options tmx = { .format = "tmx" };
static const dump_options jsonl = { .format = "jsonl" };

/** TMX made JSON lines and TMX again is what TMX made TMX is. */
static void expect_all_kept(hxp_str bytes)
{
    hxp_output *lines = convert(bytes, &tmx, "jsonl");
    expect_equal(show(bytes, &tmx), show(hxp_output_bytes(lines), &jsonl));
    expect_equal(convert(bytes, &tmx, "tmx"),
                 convert(hxp_output_bytes(lines), &jsonl, "tmx"));
    expect_equal(convert(hxp_output_bytes(lines), &jsonl, "jsonl"), lines);
}

static void nothing_of_tmx_is_lost(void **state)
{
    static const char *const files[] = {
        "tests/cases/formats/tmx/complete.tmx",
        "tests/cases/formats/tmx/attributes.tmx",
        "tests/cases/formats/tmx/inline-unknown.tmx",
        "tests/cases/formats/tmx/segments.tmx",
        "tmx/inline-codes.tmx",
        "tmx/with-notes.tmx",
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", SOURCE_DIR, files[i]);
        hxp_buffer bytes = load(path);
        expect_all_kept(hxp_buffer_str(&bytes));
        hxp_buffer_free(&bytes);
    }
}

static void lines_are_as_the_manual_says(void **state)
{
    (void)state;
    expect_text(
        convert(HXP_STR("<tmx version='1.4' xmlns:a='b'>"
                        "<header srclang='en'><note>n</note></header><body>"
                        "<tu tuid='1' srclang='fr' changeid='me'>"
                        "<prop type='p' a:q='r'>v</prop>"
                        "<tuv xml:lang='en'><seg>&#xE9;<bpt i='1'>x</bpt>"
                        "&quot;<hi>b</hi></seg></tuv><tuv><seg/></tuv></tu>"
                        "</body></tmx>"),
                &tmx, "jsonl"),
        "{\"header\":{\"source\":\"en\",\"file_attributes\":{\"xmlns:a\":\"b\"}"
        ","
        "\"remarks\":[{\"kind\":\"note\",\"text\":\"n\"}]}}\n"
        "{\"id\":\"1\",\"source\":\"fr\",\"attributes\":{\"changeid\":\"me\"},"
        "\"remarks\":[{\"kind\":\"property\",\"type\":\"p\",\"text\":\"v\","
        "\"attributes\":{\"a:q\":\"r\"}}],\"variants\":[{\"language\":\"en\","
        "\"text\":\"\xC3\xA9\\\"b\",\"codes\":[{\"kind\":\"begin\",\"at\":1,"
        "\"name\":\"bpt\",\"attributes\":{\"i\":\"1\"},\"inside\":{\"text\":"
        "\"x\"}},"
        "{\"kind\":\"mark\",\"at\":2,\"name\":\"hi\"},"
        "{\"kind\":\"unmark\",\"at\":3,\"name\":\"hi\"}]},{\"text\":\"\"}]}\n");
}

static void places_are_those_of_the_file(void **state)
{
    dump_options options = { .format = "jsonl",
                             .places = true,
                             .no_header = true };
    (void)state;
    for (options.chunk = 0; options.chunk <= 7; options.chunk++)
        expect_text(
            show(
                HXP_STR("\n{\"remarks\":[{\"kind\":\"note\",\"text\":\"no\"}],"
                        " \"variants\" : [{\"language\":\"en\", \"text\" : "
                        "\"\xF0\x9F\x98\x80|a\\n|b\\ud83d\\ude00|c\\u00e9|d\"},"
                        "{\"text\":\"|e\"}]}"),
                &options),
            "unit 1 @2:1:1 id=0'' source=0''\n"
            "  remark 0 type=0'' text=2'no'\n"
            " variant @2:85:85 language=2'en'\n  seg\n"
            "  text=19'\xF0\x9F\x98\x80|a\n|b\xF0\x9F\x98\x80|c\xC3\xA9|d' "
            "@2:85:85 @2:86:87 @2:90:91 @2:104:105 @2:112:113\n"
            " variant @2:126:127 language=0''\n  seg\n"
            "  text=2'|e' @2:126:127\n"
            "end\n");
}

static void what_is_unknown_is_told(void **state)
{
    (void)state;
    expect_findings(&jsonl,
                    HXP_STR("{\"header\":{\"x\":1}}\n"
                            "{\"variants\":[{\"text\":\"a\",\"y\":[]}],"
                            "\"z\":null}\n"),
                    "1:1 warning jsonl.member 0: the member \"x\" is not "
                    "known; left out\n"
                    "2:1 warning jsonl.member 1: the member \"z\" is not "
                    "known; left out\n"
                    "2:1 warning jsonl.member 1: the member \"y\" is not "
                    "known; left out\n");
}

/** A unit with one variant of this content is refused. */
static void expect_refusal(const char *content, const char *message)
{
    char line[512];
    hxp_error error = { .status = HXP_OK };
    hxp_output *output = new_output();
    snprintf(line, sizeof line, "{\"variants\":[{%s}]}\n", content);
    assert_int_equal(dump_units(output, hxp_str_of(line), &jsonl, &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, message);
    assert_int_equal(error.place.line, 1);
    hxp_output_close(output);
}

#define CODES(codes) "\"text\":\"ab\",\"codes\":[" codes "]"

static void faulty_contents_are_refused(void **state)
{
    (void)state;
    expect_refusal("\"text\":1", "a variant must be an object with the string "
                                 "\"text\"");
    expect_refusal(CODES("1"), "a code must be an object");
    expect_refusal(CODES("{\"at\":0}"), "a \"kind\" is missing");
    expect_refusal(CODES("{\"kind\":\"x\"}"), "there is no kind \"x\"");
    expect_refusal(CODES("{\"kind\":\"begin\",\"at\":3}"),
                   "a code stands behind the text's end");
    expect_refusal(CODES("{\"kind\":\"begin\",\"at\":2},"
                         "{\"kind\":\"end\",\"at\":1}"),
                   "\"at\" must be a number, and not smaller than that of the "
                   "code before");
    expect_refusal(CODES("{\"kind\":\"mark\",\"at\":0,\"name\":\"a b\"}"),
                   "\"a b\" is no name of a code");
    expect_refusal(CODES("{\"kind\":\"mark\",\"at\":0,\"name\":\"b\"}"),
                   "a mark without its unmark");
    expect_refusal(CODES("{\"kind\":\"mark\",\"at\":0,\"name\":\"b\"},"
                         "{\"kind\":\"unmark\",\"at\":0,\"name\":\"c\"}"),
                   "an unmark without its mark before it");
    expect_refusal("\"text\":\"\",\"attributes\":{\"xml:lang\":\"en\"}",
                   "\"xml:lang\" has a member of its own; it is no attribute "
                   "here");
    expect_refusal("\"text\":\"\",\"attributes\":{\"1\":\"en\"}",
                   "\"1\" is no name of an attribute");
    expect_refusal("\"text\":\"\",\"attributes\":{\"a\":1}",
                   "\"a\" must be a string");
    expect_refusal("\"text\":\"\",\"remarks\":{}",
                   "\"remarks\" must be an array");
}

static void faulty_lines_are_refused(void **state)
{
    (void)state;
    expect_fault("jsonl", HXP_STR("\n"),
                 "1:1 error input.broken 0: the file is empty\n");
    expect_fault("jsonl", HXP_STR("{\"variants\":[]}\n[]\n"),
                 "2:1 error input.broken 0: a line must be an object\n");
    expect_fault("jsonl", HXP_STR("{\"variants\":[]}\n{\"header\":{}}\n"),
                 "2:1 error input.broken 0: the header must stand in the first "
                 "line\n");
    expect_fault("jsonl", HXP_STR("{\"a\": 1,\n"),
                 "1:9 error input.broken 0: no JSON: string or '}' expected "
                 "near end of file\n");
    expect_fault("jsonl", HXP_STR("{\"a\": 1} {}\n"),
                 "1:11 error input.broken 0: no JSON: end of file expected "
                 "near '{'\n");
    expect_fault("jsonl", HXP_STR("{}\n"),
                 "1:1 error input.broken 0: no unit: it has no "
                 "\"variants\"\n");
}

static void limits_hold(void **state)
{
    dump_options options = { .format = "jsonl", .limits = { 3, 0, 1 } };
    hxp_error error;
    hxp_output *output = new_output();
    (void)state;
    assert_int_equal(dump_units(output,
                                HXP_STR("{\"variants\":[{\"text\":\"four\"}]}"),
                                &options, &error),
                     HXP_ELIMIT);
    assert_string_equal(error.message,
                        "the segment is longer than 3 bytes, the limit");
    assert_int_equal(
        dump_units(
            output,
            HXP_STR("{\"variants\":[{" CODES(
                "{\"kind\":\"begin\",\"at\":0,\"inside\":{" CODES(
                    "{\"kind\":\"subflow\",\"at\":0,\"inside\":{}}") "}}") "}]"
                                                                           "}"),
            &options, &error),
        HXP_ELIMIT);
    assert_string_equal(error.message, "codes nest too deep");
    hxp_output_close(output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_tmx_is_lost),
        cmocka_unit_test(lines_are_as_the_manual_says),
        cmocka_unit_test(places_are_those_of_the_file),
        cmocka_unit_test(what_is_unknown_is_told),
        cmocka_unit_test(faulty_contents_are_refused),
        cmocka_unit_test(faulty_lines_are_refused),
        cmocka_unit_test(limits_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
