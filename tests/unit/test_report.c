/* test_report.c - findings as text, JSON and SARIF, and in order. */
#include "reported.h"

#include "base/str.h"

#include <hexapla/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static const hxp_rule rules[] = {
    { "term.missing", HXP_WARNING, "A term is missing", "Use it." },
    { "term.forbidden", HXP_ERROR, "A term is forbidden", "Use another." },
};

static void test_text(void **state)
{
    (void)state;
    const hxp_finding findings[] = { forbidden(), whole_file() };
    hxp_report_options options = { .format = "text" };
    check_report(&options, findings, 2,
                 "a b.tmx:3:5: error: \"voorstel\" is forbidden "
                 "(unit 7, \"t7\") [term.forbidden]\n"
                 "/x/\xFF#.tmx:1:1: note: an \033[31m escape [term.missing]\n");
    options.terminal = true;
    check_report(&options, findings + 1, 1,
                 "/x/<FF>#.tmx:1:1: note: an <1B>[31m escape "
                 "[term.missing]\n");
    check_report(&options, NULL, 0, "");
}

static void test_colour(void **state)
{
    (void)state;
    const hxp_finding finding = forbidden();
    hxp_report_options options = { .format = "text", .color = true };
    check_report(&options, &finding, 1,
                 "\033[1ma b.tmx:3:5:\033[0m \033[1;31merror:\033[0m "
                 "\"voorstel\" is forbidden (unit 7, \"t7\") "
                 "[term.forbidden]\n");
}

static void test_junit(void **state)
{
    (void)state;
    const hxp_finding findings[] = { forbidden(), whole_file() };
    hxp_report_options options = { .format = "junit" };
    check_report(
        &options, findings, 2,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"hexapla\">\n"
        "  <testsuite name=\"a b.tmx\" tests=\"1\" failures=\"1\" "
        "errors=\"0\">\n"
        "    <testcase classname=\"a b.tmx\" name=\"term.forbidden at 3:5, "
        "unit 7\">\n"
        "      <failure message=\"&quot;voorstel&quot; is forbidden\" "
        "type=\"error\"/>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "  <testsuite name=\"/x/&lt;FF&gt;#.tmx\" tests=\"1\" "
        "failures=\"0\" errors=\"0\">\n"
        "    <testcase classname=\"/x/&lt;FF&gt;#.tmx\" name=\"term.missing "
        "at 1:1\">\n"
        "      <skipped message=\"an &lt;1B&gt;[31m escape\"/>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
    check_report(&options, NULL, 0,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<testsuites name=\"hexapla\">\n"
                 "</testsuites>\n");
}

static void test_pretty(void **state)
{
    (void)state;
    hxp_finding findings[] = { forbidden(), forbidden() };
    hxp_report_options options = { .format = "pretty" };
    findings[1].context_start = 40; /* out of the text: nothing is marked */
    check_report(&options, findings, 2,
                 "a b.tmx:3:5: error: \"voorstel\" is forbidden "
                 "(unit 7, \"t7\") [term.forbidden]\n"
                 "    Het >>voorstel<< is goed.\n"
                 "a b.tmx:3:5: error: \"voorstel\" is forbidden "
                 "(unit 7, \"t7\") [term.forbidden]\n"
                 "    Het voorstel is goed.\n");
}

static void test_json(void **state)
{
    (void)state;
    const hxp_finding findings[] = { forbidden(), whole_file() };
    const hxp_report_options options = { .format = "json" };
    check_report(&options, findings, 2,
                 "{\n  \"findings\": [\n    {\n"
                 "      \"rule\": \"term.forbidden\",\n"
                 "      \"level\": \"error\",\n"
                 "      \"file\": \"a b.tmx\",\n"
                 "      \"line\": 3,\n"
                 "      \"column\": 5,\n"
                 "      \"unit\": 7,\n"
                 "      \"tuid\": \"t7\",\n"
                 "      \"language\": \"nl\",\n"
                 "      \"message\": \"\\\"voorstel\\\" is forbidden\",\n"
                 "      \"source_term\": \"motion\",\n"
                 "      \"expected\": [\n        \"motie\",\n"
                 "        \"resolutie\"\n      ],\n"
                 "      \"found\": \"voorstel\"\n    },\n    {\n"
                 "      \"rule\": \"term.missing\",\n"
                 "      \"level\": \"note\",\n"
                 "      \"file\": \"/x/\xEF\xBF\xBD#.tmx\",\n"
                 "      \"line\": 1,\n"
                 "      \"column\": 1,\n"
                 "      \"unit\": 0,\n"
                 "      \"tuid\": \"\",\n"
                 "      \"language\": \"\",\n"
                 "      \"message\": \"an \\u001b[31m escape\"\n"
                 "    }\n  ]\n}\n");
    check_report(&options, NULL, 0, "{\n  \"findings\": []\n}\n");
}

/** The SARIF of count findings; the caller closes the output. */
static hxp_output *make_sarif(const hxp_finding *findings, size_t count)
{
    static const hxp_rule *const used[] = { &rules[0], &rules[1] };
    const hxp_report_options options = { .format = "sarif",
                                         .rules = used,
                                         .rule_count = 2 };
    return reported(&options, findings, count);
}

static void test_sarif(void **state)
{
    (void)state;
    const hxp_finding findings[] = { forbidden(), whole_file() };
    hxp_output *output = make_sarif(findings, 2);
    const char *text = hxp_output_bytes(output).ptr;
    static const char *const parts[] = {
        "\"version\": \"2.1.0\"",   "\"columnKind\": \"utf16CodeUnits\"",
        "\"ruleIndex\": 1",         "\"uri\": \"a%20b.tmx\"",
        "\"startColumn\": 6",       "\"endColumn\": 14",
        "\"level\": \"note\"",      "\"uri\": \"file:///x/%FF%23.tmx\"",
        "\"id\": \"term.missing\"", "\"ruleIndex\": 0",
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_non_null(strstr(text, parts[i]));
    hxp_output_close(output);
}

enum { PRINT_SIZE = 32 };

/** Copy fingerprint number i of findings. */
static void get_print(char print[PRINT_SIZE], const hxp_finding *findings,
                      size_t count, size_t i)
{
    static const char key[] = "\"hexaplaFinding/v1\": \"";
    hxp_output *output = make_sarif(findings, count);
    const char *at = hxp_output_bytes(output).ptr;
    for (size_t n = 0; n <= i; n++) {
        at = strstr(at, key);
        assert_non_null(at);
        at += sizeof key - 1;
    }
    snprintf(print, PRINT_SIZE, "%.*s", (int)strcspn(at, "\""), at);
    hxp_output_close(output);
}

static void test_fingerprints(void **state)
{
    (void)state;
    char first[PRINT_SIZE], other[PRINT_SIZE];
    hxp_finding findings[] = { forbidden(), forbidden() };
    get_print(first, findings, 2, 0);
    /* The same again is another one. */
    get_print(other, findings, 2, 1);
    assert_string_not_equal(first, other);
    assert_memory_equal(first, other, 16);
    /* Moved, renamed, counted in another way: the same. */
    findings[0].file = HXP_STR("other.tmx");
    findings[0].place.line = findings[0].end.line = 99;
    findings[0].message = HXP_STR("\"voorstel\" is forbidden (2 of 3)");
    get_print(other, findings, 1, 0);
    assert_string_equal(first, other);
    /* Another word or another text: another one. */
    findings[0].found = HXP_STR("voorstellen");
    get_print(other, findings, 1, 0);
    assert_true(memcmp(first, other, 16) != 0);
    findings[1].context = HXP_STR("Dat voorstel.");
    get_print(other, findings + 1, 1, 0);
    assert_true(memcmp(first, other, 16) != 0);
}

static void test_many_fingerprints(void **state)
{
    (void)state;
    enum { MANY = 300 };
    static char words[MANY][8];
    static hxp_finding findings[MANY];
    char print[PRINT_SIZE];
    for (size_t i = 0; i < MANY; i++) {
        snprintf(words[i], sizeof words[i], "w%zu", i / 2);
        findings[i] = forbidden();
        findings[i].found = hxp_str_of(words[i]);
    }
    get_print(print, findings, MANY, MANY - 1);
    assert_string_equal(print + 16, ":2");
    get_print(print, findings, MANY, MANY - 2);
    assert_string_equal(print + 16, ":1");
}

static void test_formats(void **state)
{
    (void)state;
    hxp_output *output;
    hxp_finding_sink *sink;
    hxp_error error;
    const hxp_report_options options = { .format = "yaml" };
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_report_new(&sink, output, &options, &error),
                     HXP_EINPUT);
    assert_null(sink);
    assert_non_null(strstr(error.message, "yaml"));
    hxp_output_close(output);
    size_t count = 0;
    while (hxp_report_format_name(count))
        count++;
    assert_int_equal(count, 9);
}

/* --- The sorter ----------------------------------------------------------- */

/** Writes down the messages it gets. */
typedef struct listener {
    hxp_finding_sink sink;
    char text[256];
    int ended, closed;
} listener;

static hxp_status listen(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    listener *self = (listener *)sink;
    size_t len = strlen(self->text);
    (void)error;
    snprintf(self->text + len, sizeof self->text - len, "%.*s ",
             HXP_FMT(finding->message));
    return HXP_OK;
}

static hxp_status end_listening(hxp_finding_sink *sink, hxp_error *error)
{
    (void)error;
    ((listener *)sink)->ended++;
    return HXP_OK;
}

static void close_listener(hxp_finding_sink *sink)
{
    ((listener *)sink)->closed++;
}

static void test_sorter(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        size_t line, column;
        const char *rule, *message;
    } rows[] = {
        { "z", 9, 1, "b", "6" }, { "z", 2, 9, "b", "4" },
        { "a", 1, 1, "b", "7" }, { "z", 2, 9, "a", "3" },
        { "z", 2, 1, "z", "2" }, { "z", 0, 0, "z", "1" },
        { "z", 2, 9, "b", "5" }, { "a", 1, 2, "a", "8" },
    };
    listener to = { .sink = { listen, end_listening, close_listener } };
    hxp_finding_sink *sorter;
    assert_int_equal(hxp_finding_sorter_new(&sorter, &to.sink, NULL), HXP_OK);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char file[8], message[8]; /* borrowed for the call alone */
        hxp_finding finding = forbidden();
        snprintf(file, sizeof file, "%s", rows[i].file);
        snprintf(message, sizeof message, "%s", rows[i].message);
        finding.file = hxp_str_of(file);
        finding.message = hxp_str_of(message);
        finding.place = (hxp_place){ rows[i].line, rows[i].column, 1 };
        finding.rule = rows[i].rule;
        assert_int_equal(sorter->finding(sorter, &finding, NULL), HXP_OK);
        memset(file, '?', sizeof file);
        memset(message, '?', sizeof message);
    }
    assert_string_equal(to.text, "");
    assert_int_equal(sorter->end(sorter, NULL), HXP_OK);
    assert_string_equal(to.text, "1 2 3 4 5 6 7 8 ");
    assert_int_equal(to.ended, 1);
    sorter->close(sorter);
    assert_int_equal(to.closed, 1);
}

/** Counts what it gets, and sees that it comes in order. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t count, line;
} counter;

static hxp_status count_in_order(hxp_finding_sink *sink,
                                 const hxp_finding *finding, hxp_error *error)
{
    counter *self = (counter *)sink;
    char expected[64];
    (void)error;
    assert_true(finding->place.line >= self->line);
    self->line = finding->place.line;
    snprintf(expected, sizeof expected, "line %zu", self->line);
    assert_true(hxp_str_is(finding->message, expected));
    assert_true(hxp_str_is(finding->file, "z"));
    assert_int_equal(finding->expected_count, 2);
    assert_true(hxp_str_is(finding->expected[1], "heden"));
    self->count++;
    return HXP_OK;
}

static hxp_status end_counting(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_counter(hxp_finding_sink *sink)
{
    (void)sink;
}

/** More than the sorter holds in memory: the rest waits in a file. */
static void test_sorting_many(void **state)
{
    enum { MANY = 40000, STEP = 7919 }; /* they have no factor in common */
    static const hxp_str terms[] = { { "nu", 2 }, { "heden", 5 } };
    counter to = { { count_in_order, end_counting, close_counter }, 0, 0 };
    hxp_finding_sink *sorter;
    (void)state;
    assert_int_equal(hxp_finding_sorter_new(&sorter, &to.sink, NULL), HXP_OK);
    for (size_t i = 0; i < MANY; i++) {
        char message[64];
        size_t line = i * STEP % MANY + 1;
        hxp_finding finding = forbidden();
        snprintf(message, sizeof message, "line %zu", line);
        finding.file = HXP_STR("z");
        finding.message = hxp_str_of(message);
        finding.place = (hxp_place){ line, 1, 1 };
        finding.expected = terms;
        finding.expected_count = 2;
        assert_int_equal(sorter->finding(sorter, &finding, NULL), HXP_OK);
    }
    assert_int_equal(to.count, 0);
    assert_int_equal(sorter->end(sorter, NULL), HXP_OK);
    assert_int_equal(to.count, MANY);
    sorter->close(sorter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_junit),
        cmocka_unit_test(test_pretty),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_sarif),
        cmocka_unit_test(test_fingerprints),
        cmocka_unit_test(test_many_fingerprints),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_sorter),
        cmocka_unit_test(test_sorting_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
