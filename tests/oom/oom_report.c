/* oom_report.c - reports and the sorter when memory runs out. */
#include "base/error.h"
#include "base/str.h"
#include "oom.h"
#include "report/runs.h"

#include <hexapla/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const hxp_rule rule = { "term.missing", HXP_WARNING, "Missing",
                               "Use it." };

/** Send some findings, some of them equal, and end. */
static hxp_status send(hxp_finding_sink *sink, hxp_error *error)
{
    enum { FINDINGS = 80 }; /* more than the tables begin with */
    static const hxp_str expected[] = { { "motie", 5 } };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOP";
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < FINDINGS; i++) {
        hxp_finding finding = { .rule = rule.id,
                                .level = rule.level,
                                .file = { letters + i / 40, 1 },
                                .place = { FINDINGS - i, 1, 1 },
                                .unit = i + 1,
                                .tuid = HXP_STR(""),
                                .language = HXP_STR("nl"),
                                .message = HXP_STR("no term"),
                                .source_term = { letters + i, 2 },
                                .expected = expected,
                                .expected_count = 1,
                                .found = HXP_STR(""),
                                .context = HXP_STR("Het voorstel.") };
        status = sink->finding(sink, &finding, error);
    }
    return status == HXP_OK ? sink->end(sink, error) : status;
}

/** Write a sorted report in the format that context names. */
static hxp_status write_report(void *context, hxp_error *error)
{
    static const hxp_rule *const rules[] = { &rule };
    const hxp_report_options options = { .format = context,
                                         .rules = rules,
                                         .rule_count = 1 };
    hxp_output *output = NULL;
    hxp_finding_sink *report = NULL, *sorter = NULL;
    hxp_status status = hxp_output_memory(&output, error);
    if (status == HXP_OK)
        status = hxp_report_new(&report, output, &options, error);
    if (status == HXP_OK)
        status = hxp_finding_sorter_new(&sorter, report, error);
    if (status == HXP_OK)
        status = send(sorter, error);
    if (status == HXP_OK)
        status = hxp_output_finish(output, error);
    if (sorter)
        sorter->close(sorter);
    else if (report)
        report->close(report);
    hxp_output_close(output);
    return status;
}

static void test_reports(void **state)
{
    (void)state;
    static char formats[][8] = { "text",  "pretty", "json",   "jsonl", "sarif",
                                 "junit", "github", "gitlab", "html" };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        oom_each(write_report, formats[i]);
}

/** Write some runs of two findings and merge them. */
static hxp_status merge_runs(void *context, hxp_error *error)
{
    enum { RUNS = 20 };
    hxp_arena arena = { NULL };
    hxp_runs *runs;
    const hxp_held *item;
    hxp_status status = hxp_runs_new(&runs, error);
    for (size_t i = 0; status == HXP_OK && i < RUNS; i++) {
        hxp_held *items[2];
        for (size_t k = 0; status == HXP_OK && k < 2; k++) {
            hxp_finding finding = { .rule = rule.id,
                                    .place = { RUNS - i + k, 1, 1 },
                                    .message = HXP_STR("no term") };
            items[k] = hxp_held_new(&arena, &finding);
            status = items[k] ? HXP_OK : hxp_no_memory(error);
        }
        if (status == HXP_OK)
            status = hxp_runs_add(runs, items, 2, error);
    }
    size_t line = 0, count = 0;
    while (status == HXP_OK) {
        status = hxp_runs_next(&item, runs, error);
        if (status != HXP_OK || !item)
            break;
        assert_true(item->finding.place.line >= line);
        line = item->finding.place.line;
        count++;
    }
    if (status == HXP_OK)
        assert_int_equal(count, 2 * RUNS);
    (void)context;
    hxp_runs_free(runs);
    hxp_arena_free(&arena);
    return status;
}

static void test_runs(void **state)
{
    (void)state;
    oom_each(merge_runs, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_reports),
                                        cmocka_unit_test(test_runs) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
