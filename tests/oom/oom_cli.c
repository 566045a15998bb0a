/* oom_cli.c - cli/baseline.c and cli/config.c when memory runs out. */
#include "base/error.h"
#include "base/str.h"
#include "cli/baseline.h"
#include "cli/config.h"
#include "cli/reports.h"
#include "oom.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char baseline_path[] = "oom.baseline";
static const char other_path[] = "oom.baseline.new";
static const char config_path[] = "oom.ini";

/* That of cli/reports.c, which needs all the reports. */
const char *const hxp_fail_level_names[] = { "none", "note", "warning", "error",
                                             NULL };

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static hxp_finding finding_of(const char *found)
{
    return (hxp_finding){ .rule = "term.missing",
                          .level = HXP_WARNING,
                          .file = HXP_STR("a.tmx"),
                          .language = HXP_STR("nl"),
                          .message = HXP_STR("no term"),
                          .found = hxp_str_of(found) };
}

/** Read a baseline, take findings that are known and new, write another. */
static hxp_status take_findings(void *context, hxp_error *error)
{
    hxp_baseline *baseline;
    bool known;
    (void)context;
    hxp_status status =
        hxp_baseline_open(&baseline, baseline_path, other_path, error);
    for (int i = 0; status == HXP_OK && i < 40; i++) {
        char found[16];
        snprintf(found, sizeof found, "word %d", i);
        const hxp_finding finding = finding_of(found);
        status = hxp_baseline_take(&known, baseline, &finding, error);
    }
    if (status == HXP_OK)
        status = hxp_baseline_finish(baseline, error);
    hxp_baseline_close(baseline);
    return status;
}

static void test_baseline(void **state)
{
    char text[4096] = "hexapla-baseline 1\n";
    (void)state;
    for (int i = 0; i < 40; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "%016x:0\tterm.missing\tnl\ta.tmx\tno term\n", i);
    write_file(baseline_path, text);
    oom_each(take_findings, NULL);
    remove(baseline_path);
    remove(other_path);
}

/** Read a file with every setting; a failure is that of memory. */
static hxp_status read_config(void *context, hxp_error *error)
{
    hxp_config config;
    (void)context;
    hxp_exit code = hxp_config_read(&config, config_path);
    if (code == HXP_EXIT_OK) {
        assert_int_equal(config.terms.count, 2);
        assert_int_equal(config.ignored.count, 1);
        assert_int_equal(config.level_count, 2);
        assert_int_equal(config.fail_level, HXP_ERROR);
    }
    hxp_config_free(&config);
    assert_true(code == HXP_EXIT_OK || code == HXP_EXIT_SYSTEM);
    return code == HXP_EXIT_OK ? HXP_OK : hxp_no_memory(error);
}

static void test_config(void **state)
{
    (void)state;
    write_file(config_path, "[check]\n"
                            "terms = terms.tbx\n"
                            "terms = en,nl=glossary.txt\n"
                            "files = a.tmx\n"
                            "report = sarif=out.sarif\n"
                            "report = text\n"
                            "ignore = court\n"
                            "baseline = known\n"
                            "from = en\n"
                            "fail-level = error\n"
                            "[rules]\n"
                            "seg = off\n"
                            "seg.number = error\n");
    oom_each(read_config, NULL);
    remove(config_path);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_baseline),
                                        cmocka_unit_test(test_config) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
