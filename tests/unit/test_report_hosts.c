/* test_report_hosts.c - findings as JSON lines, for GitHub and GitLab, and as
 * an HTML page. */
#include "reported.h"

#include "base/str.h"

#include <hexapla/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void test_jsonl(void **state)
{
    (void)state;
    const hxp_finding findings[] = { forbidden(), whole_file() };
    const hxp_report_options options = { .format = "jsonl" };
    check_report(&options, findings, 2,
                 "{\"rule\":\"term.forbidden\",\"level\":\"error\","
                 "\"file\":\"a b.tmx\",\"line\":3,\"column\":5,"
                 "\"unit\":7,\"tuid\":\"t7\",\"language\":\"nl\","
                 "\"message\":\"\\\"voorstel\\\" is forbidden\","
                 "\"source_term\":\"motion\","
                 "\"expected\":[\"motie\",\"resolutie\"],"
                 "\"found\":\"voorstel\"}\n"
                 "{\"rule\":\"term.missing\",\"level\":\"note\","
                 "\"file\":\"/x/\xEF\xBF\xBD#.tmx\",\"line\":1,"
                 "\"column\":1,\"unit\":0,\"tuid\":\"\",\"language\":\"\","
                 "\"message\":\"an \\u001b[31m escape\"}\n");
    check_report(&options, NULL, 0, "");
}

static void test_github(void **state)
{
    (void)state;
    hxp_finding findings[] = { forbidden(), whole_file() };
    const hxp_report_options options = { .format = "github" };
    findings[0].file = HXP_STR("a,b:c%.tmx");
    findings[0].message = HXP_STR("100%: one\nand, two");
    check_report(&options, findings, 2,
                 "::error file=a%2Cb%3Ac%25.tmx,line=3,col=5,endLine=3,"
                 "endColumn=13,title=term.forbidden::100%25: one%0Aand, two\n"
                 "::notice file=/x/\xFF#.tmx,line=1,col=1,"
                 "title=term.missing::an \033[31m escape\n");
    check_report(&options, NULL, 0, "");
}

static void test_gitlab(void **state)
{
    (void)state;
    hxp_finding findings[] = { forbidden(), forbidden() };
    const hxp_report_options options = { .format = "gitlab" };
    findings[0].file = findings[1].file = HXP_STR("./a.tmx");
    findings[1].place.line = 9; /* an equal one elsewhere: counted */
    check_report(&options, findings, 2,
                 "[\n  {\n"
                 "    \"description\": \"\\\"voorstel\\\" is forbidden\",\n"
                 "    \"check_name\": \"term.forbidden\",\n"
                 "    \"fingerprint\": \"16d9cb5700579753:1\",\n"
                 "    \"severity\": \"major\",\n"
                 "    \"location\": {\n"
                 "      \"path\": \"a.tmx\",\n"
                 "      \"lines\": {\n        \"begin\": 3\n      }\n"
                 "    }\n  },\n  {\n"
                 "    \"description\": \"\\\"voorstel\\\" is forbidden\",\n"
                 "    \"check_name\": \"term.forbidden\",\n"
                 "    \"fingerprint\": \"16d9cb5700579753:2\",\n"
                 "    \"severity\": \"major\",\n"
                 "    \"location\": {\n"
                 "      \"path\": \"a.tmx\",\n"
                 "      \"lines\": {\n        \"begin\": 9\n      }\n"
                 "    }\n  }\n]\n");
    check_report(&options, NULL, 0, "[]\n");
}

/** The HTML of count findings; the caller closes the output. */
static hxp_output *make_html(const hxp_finding *findings, size_t count)
{
    const hxp_report_options options = { .format = "html" };
    return reported(&options, findings, count);
}

static void test_html(void **state)
{
    (void)state;
    hxp_finding findings[] = { forbidden(), whole_file() };
    findings[0].source = HXP_STR("The <Motion> is good.");
    findings[0].source_language = HXP_STR("en");
    findings[0].source_start = 5;
    findings[0].source_end = 11;
    hxp_output *output = make_html(findings, 2);
    const char *text = hxp_output_bytes(output).ptr;
    assert_non_null(strstr(
        text, "<article tabindex=\"0\" class=\"error\" data-level=\"error\" "
              "data-rule=\"term.forbidden\" data-language=\"nl\">\n"
              "<h2><b>error</b> \"voorstel\" is forbidden</h2>\n"
              "<p class=\"place\">a b.tmx:3:5, unit 7, nl "
              "[term.forbidden]</p>\n"
              "<div class=\"pair\">\n"
              "<p dir=\"auto\" lang=\"en\">The &lt;<mark>Motion</mark>&gt; is "
              "good.</p>\n"
              "<p dir=\"auto\" lang=\"nl\">Het <mark>voorstel</mark> is\n"
              "goed.</p>\n</div>\n</article>\n"));
    assert_non_null(strstr(text, "an &lt;1B&gt;[31m escape"));
    assert_non_null(strstr(text, "default-src 'none'"));
    assert_null(strstr(text, "\033"));
    hxp_output_close(output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jsonl),
        cmocka_unit_test(test_github),
        cmocka_unit_test(test_gitlab),
        cmocka_unit_test(test_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
