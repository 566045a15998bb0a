/* test_tmx_rules.c - each faulty file of cases/formats/tmx has its findings. */
#include "cases.h"
#include "dump.h"

#include "base/array.h"
#include "base/input.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char folder[] = SOURCE_DIR "/tests/cases/formats/tmx";

/** What reading the bytes in chunks finds. */
static void find(hxp_output *found, hxp_str bytes, size_t chunk)
{
    hxp_input *input;
    hxp_output *units;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    dump_findings findings;
    dump sink;
    hxp_error error = { .status = HXP_OK };
    assert_int_equal(hxp_output_memory(&units, NULL), HXP_OK);
    dump_init(&sink, units, true);
    dump_findings_init(&findings, found);
    assert_int_equal(hxp_input_memory(&input, bytes, "case.tmx", NULL), HXP_OK);
    hxp_input_set_chunk(input, chunk);
    options.format = "tmx";
    options.findings = &findings.sink;
    hxp_status status = hxp_read_units(input, &options, &sink.sink, &error);
    assert_int_equal(status, error.status);
    hxp_input_close(input);
    hxp_output_close(units);
}

static void check_case(hxp_str name)
{
    hxp_buffer bytes = case_load(folder, name, ".tmx");
    hxp_buffer expected = case_load(folder, name, ".findings");
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_output *found;
        assert_int_equal(hxp_output_memory(&found, NULL), HXP_OK);
        find(found, hxp_buffer_str(&bytes), chunk);
        hxp_str text = hxp_output_bytes(found);
        if (!hxp_str_equal(text, hxp_buffer_str(&expected)))
            fail_msg("%.*s.tmx in chunks of %zu: found\n%.*sexpected\n%.*s",
                     HXP_FMT(name), chunk, HXP_FMT(text),
                     HXP_FMT(hxp_buffer_str(&expected)));
        hxp_output_close(found);
    }
    hxp_buffer_free(&bytes);
    hxp_buffer_free(&expected);
}

static void every_case_has_its_findings(void **state)
{
    (void)state;
    assert_true(case_each(folder, ".tmx", check_case) > 40);
}

/* All the findings of all the cases. */
static hxp_buffer all;

static void add_findings(hxp_str name)
{
    hxp_buffer one = case_load(folder, name, ".findings");
    assert_true(hxp_buffer_add(&all, hxp_buffer_str(&one)));
    hxp_buffer_free(&one);
}

/** A rule that no case breaks is a rule that is not tested. */
static void every_rule_of_tmx_has_a_case(void **state)
{
    size_t rules;
    (void)state;
    case_each(folder, ".findings", add_findings);
    assert_true(hxp_buffer_add(&all, (hxp_str){ "", 1 }));
    const hxp_rule *table = hxp_format_rules(&rules);
    for (size_t i = 0; i < rules; i++) {
        char needle[80];
        snprintf(needle, sizeof needle, " %s %s ",
                 hxp_level_name(table[i].level), table[i].id);
        bool ours = strncmp(table[i].id, "tmx.", 4) == 0 ||
                    strncmp(table[i].id, "xml.", 4) == 0;
        if (ours && !strstr(all.ptr, needle))
            fail_msg("no case breaks %s", table[i].id);
        assert_true(strlen(table[i].summary) > 10);
        assert_true(strlen(table[i].help) > 5);
    }
    hxp_buffer_free(&all);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_has_its_findings),
        cmocka_unit_test(every_rule_of_tmx_has_a_case),
    };
    if (argc == 2) { /* print the findings of one case, to begin its file */
        hxp_output *found;
        hxp_buffer bytes = case_load(folder, hxp_str_of(argv[1]), ".tmx");
        assert_int_equal(hxp_output_open(&found, "-", NULL), HXP_OK);
        find(found, hxp_buffer_str(&bytes), 0);
        hxp_status status = hxp_output_finish(found, NULL);
        hxp_output_close(found);
        hxp_buffer_free(&bytes);
        return status == HXP_OK ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
