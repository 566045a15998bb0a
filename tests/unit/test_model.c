/* test_model.c - places in content, variants of units, termbases. */
#include "base/str.h"

#include <hexapla/model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check_place(const hxp_content *content, size_t offset, size_t line,
                        size_t column, size_t column16)
{
    hxp_place place = hxp_content_place(content, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.column16, column16);
}

/* "a&amp;é" on line 3 from column 6, then a break and an emoji on line 4. */
static void test_content_place(void **state)
{
    const hxp_run runs[] = {
        { 0, { 3, 6, 6 } }, /* a */
        { 1, { 3, 7, 7 } }, /* & of &amp; */
        { 2, { 3, 12, 12 } },
    };
    hxp_content content = { .text = HXP_STR("a&é\n😀x"),
                            .runs = runs,
                            .run_count = 3 };
    (void)state;
    check_place(&content, 0, 3, 6, 6);
    check_place(&content, 1, 3, 7, 7);
    check_place(&content, 2, 3, 12, 12);
    check_place(&content, 4, 3, 13, 13);
    check_place(&content, 5, 4, 1, 1);
    check_place(&content, 9, 4, 2, 3);
    check_place(&content, 10, 4, 3, 4);
    content.run_count = 0;
    check_place(&content, 4, 0, 0, 0);
}

static void test_unit_variant(void **state)
{
    const hxp_variant variants[] = { { .language = HXP_STR("en") },
                                     { .language = HXP_STR("fr-BE") },
                                     { .language = HXP_STR("FR-be") } };
    const hxp_unit unit = { .variants = variants, .variant_count = 3 };
    (void)state;
    assert_ptr_equal(hxp_unit_variant(&unit, HXP_STR("EN")), &variants[0]);
    assert_ptr_equal(hxp_unit_variant(&unit, HXP_STR("fr-be")), &variants[1]);
    assert_null(hxp_unit_variant(&unit, HXP_STR("fr")));
    assert_null(hxp_unit_variant(&unit, HXP_STR("")));
}

static void test_level_names(void **state)
{
    (void)state;
    assert_string_equal(hxp_level_name(HXP_NOTE), "note");
    assert_string_equal(hxp_level_name(HXP_WARNING), "warning");
    assert_string_equal(hxp_level_name(HXP_ERROR), "error");
}

static void test_termbase(void **state)
{
    char text[] = "motion";
    const hxp_term terms[] = {
        { { text, 6 }, HXP_STR("en"), HXP_TERM_PREFERRED, { 7, 3, 3 }, false },
        { HXP_STR("motie"),
          HXP_STR("nl"),
          HXP_TERM_DEPRECATED,
          { 8, 3, 3 },
          true },
    };
    const hxp_concept concept = { HXP_STR("c1"), terms, 2, true };
    hxp_termbase *termbase;
    (void)state;
    assert_int_equal(hxp_termbase_new(&termbase, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_count(termbase), 0);
    for (int i = 0; i < 100; i++)
        assert_int_equal(hxp_termbase_add(termbase, &concept, NULL), HXP_OK);
    text[0] = 'X'; /* the termbase has copies */
    assert_int_equal(hxp_termbase_count(termbase), 100);
    const hxp_concept *kept = hxp_termbase_concept(termbase, 42);
    assert_true(hxp_str_is(kept->id, "c1"));
    assert_int_equal(kept->term_count, 2);
    assert_true(hxp_str_is(kept->terms[0].text, "motion"));
    assert_int_equal(kept->terms[0].place.line, 7);
    assert_true(hxp_str_is(kept->terms[1].language, "nl"));
    assert_int_equal(kept->terms[1].status, HXP_TERM_DEPRECATED);
    hxp_termbase_free(termbase);
    hxp_termbase_free(NULL);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_content_place),
        cmocka_unit_test(test_unit_variant),
        cmocka_unit_test(test_level_names),
        cmocka_unit_test(test_termbase),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
