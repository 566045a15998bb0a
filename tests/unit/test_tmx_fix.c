/* test_tmx_fix.c - broken files become what cases/formats/fix says. */
#include "cases.h"
#include "dump.h"

#include "base/input.h"
#include "base/str.h"
#include "formats/tmx/tmx_date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char folder[] = SOURCE_DIR "/tests/cases/formats/fix";
static const char faulty[] = SOURCE_DIR "/tests/cases/formats/tmx";

/** Fix bytes; *fixed gets the file, *said the repairs and why it failed. */
static hxp_status fix(hxp_output *fixed, hxp_output *said, hxp_str bytes,
                      size_t chunk)
{
    hxp_input *input;
    dump_findings findings;
    hxp_error error = { .status = HXP_OK };
    dump_findings_init(&findings, said);
    hxp_fix_options options = { .repairs = &findings.sink };
    assert_int_equal(hxp_input_memory(&input, bytes, "case.tmx", NULL), HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_tmx_fix(input, fixed, &options, &error);
    assert_int_equal(status, error.status);
    hxp_input_close(input);
    return status;
}

static void expect(hxp_str name, const char *ending, hxp_str found)
{
    hxp_buffer expected = case_load(folder, name, ending);
    if (!hxp_str_equal(found, hxp_buffer_str(&expected)))
        fail_msg("%.*s%s: found\n%.*sexpected\n%.*s", HXP_FMT(name), ending,
                 HXP_FMT(found), HXP_FMT(hxp_buffer_str(&expected)));
    hxp_buffer_free(&expected);
}

static void check_case(hxp_str name)
{
    hxp_buffer bytes = case_load(folder, name, ".tmx");
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_output *fixed, *said;
        assert_int_equal(hxp_output_memory(&fixed, NULL), HXP_OK);
        assert_int_equal(hxp_output_memory(&said, NULL), HXP_OK);
        hxp_status status = fix(fixed, said, hxp_buffer_str(&bytes), chunk);
        expect(name, ".repairs", hxp_output_bytes(said));
        if (status == HXP_OK)
            expect(name, ".fixed", hxp_output_bytes(fixed));
        hxp_output_close(fixed);
        hxp_output_close(said);
    }
    hxp_buffer_free(&bytes);
}

static void every_case_is_fixed(void **state)
{
    (void)state;
    assert_true(case_each(folder, ".tmx", check_case) > 10);
}

/** The lines of findings that begin with what, behind their place. */
static size_t count_lines(hxp_str findings, const char *what)
{
    hxp_str line;
    size_t count = 0;
    while (hxp_str_cut(&findings, '\n', &line)) {
        hxp_str place;
        hxp_str_cut(&line, ' ', &place);
        count += hxp_str_starts(line, hxp_str_of(what));
    }
    return count;
}

/** What a reader sees in bytes; it may be broken. */
static hxp_output *units_of(hxp_str bytes, hxp_status *status)
{
    static const dump_options options = { .format = "tmx" };
    hxp_output *units;
    assert_int_equal(hxp_output_memory(&units, NULL), HXP_OK);
    *status = dump_units(units, bytes, &options, NULL);
    return units;
}

/** What was fixed without a word can be read before, and is the same. */
static void check_silent(hxp_str bytes, hxp_str made)
{
    hxp_status before, after;
    hxp_output *was = units_of(bytes, &before), *is = units_of(made, &after);
    assert_int_equal(before, HXP_OK);
    assert_int_equal(after, HXP_OK);
    if (!hxp_str_equal(hxp_output_bytes(was), hxp_output_bytes(is)))
        fail_msg("changed without a word:\n%.*s", HXP_FMT(bytes));
    hxp_output_close(was);
    hxp_output_close(is);
}

/** Fix bytes, then what came of it: that has just the errors said, and is
 * not changed again. */
static void check_twice(hxp_str bytes)
{
    hxp_output *once, *twice, *said, *again;
    assert_int_equal(hxp_output_memory(&once, NULL), HXP_OK);
    assert_int_equal(hxp_output_memory(&twice, NULL), HXP_OK);
    assert_int_equal(hxp_output_memory(&said, NULL), HXP_OK);
    assert_int_equal(hxp_output_memory(&again, NULL), HXP_OK);
    if (fix(once, said, bytes, 0) == HXP_OK) {
        hxp_str made = hxp_output_bytes(once);
        if (count_lines(hxp_output_bytes(said), "note fix.") == 0)
            check_silent(bytes, made);
        assert_int_equal(fix(twice, again, made, 0), HXP_OK);
        if (!hxp_str_equal(made, hxp_output_bytes(twice)))
            fail_msg("not the same when fixed again:\n%.*s", HXP_FMT(made));
        assert_int_equal(count_lines(hxp_output_bytes(said), "error "),
                         count_lines(hxp_output_bytes(again), "error "));
        if (count_lines(hxp_output_bytes(again), "note fix.") > 0)
            fail_msg("repaired again: %.*s", HXP_FMT(hxp_output_bytes(again)));
    }
    hxp_output_close(once);
    hxp_output_close(twice);
    hxp_output_close(said);
    hxp_output_close(again);
}

static void check_faulty(hxp_str name)
{
    hxp_buffer bytes = case_load(faulty, name, ".tmx");
    check_twice(hxp_buffer_str(&bytes));
    hxp_buffer_free(&bytes);
}

static void check_fixed(hxp_str name)
{
    hxp_buffer bytes = case_load(folder, name, ".tmx");
    check_twice(hxp_buffer_str(&bytes));
    hxp_buffer_free(&bytes);
}

static void what_is_fixed_stays(void **state)
{
    (void)state;
    assert_true(case_each(faulty, ".tmx", check_faulty) > 40);
    assert_true(case_each(folder, ".tmx", check_fixed) > 10);
}

static void dates_with_a_zone_are_rewritten(void **state)
{
    static const char *const dates[][2] = {
        { "20200131T080000Z", "20200131T080000Z" },
        { "2020-01-31T08:00:00Z", "20200131T080000Z" },
        { "2020-01-31 08:00:00.123+0000", "20200131T080000Z" },
        { "2020-02-28T23:30:00-01:00", "20200229T003000Z" },
        { "2021-03-01T00:15:00+00:30", "20210228T234500Z" },
        { "2020-12-31T23:59:59-14", "20210101T135959Z" },
        { "2021-01-01T00:00:00+01:00", "20201231T230000Z" },
        { "2020-01-31T08:00:00", NULL },
        { "20200131T080000", NULL },
        { "2020-01-31", NULL },
        { "20200230T080000Z", NULL },
        { "20201301T080000Z", NULL },
        { "20200131T240000Z", NULL },
        { "20200131T080000Zulu", NULL },
        { "0000-01-01T00:00:00+10:00", NULL },
        { "yesterday", NULL },
        { "", NULL },
    };
    char date[HXP_TMX_DATE_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        bool found = hxp_tmx_date(date, hxp_str_of(dates[i][0]));
        assert_int_equal(found, dates[i][1] != NULL);
        if (found)
            assert_string_equal(date, dates[i][1]);
    }
    assert_true(hxp_tmx_is_date(HXP_STR("20200131T080000Z")));
    assert_false(hxp_tmx_is_date(HXP_STR("2020-01-31T08:00:00Z")));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_is_fixed),
        cmocka_unit_test(what_is_fixed_stays),
        cmocka_unit_test(dates_with_a_zone_are_rewritten),
    };
    if (argc == 3) { /* write what comes of one case, to begin its files */
        hxp_output *fixed, *said;
        hxp_buffer bytes = case_load(folder, hxp_str_of(argv[1]), ".tmx");
        bool repairs = strcmp(argv[2], "repairs") == 0;
        hxp_output_memory(&fixed, NULL);
        hxp_output_memory(&said, NULL);
        fix(fixed, said, hxp_buffer_str(&bytes), 0);
        hxp_str text = hxp_output_bytes(repairs ? said : fixed);
        printf("%.*s", HXP_FMT(text));
        hxp_output_close(fixed);
        hxp_output_close(said);
        hxp_buffer_free(&bytes);
        return EXIT_SUCCESS;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
