/* test_beginnings.c - which words may be forms of a text's words. */
#include "base/str.h"
#include "formats/dictionaries/beginnings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_beginnings(void **state)
{
    hxp_beginnings *set = calloc(1, sizeof *set);
    (void)state;
    assert_non_null(set);
    assert_true(hxp_beginnings_have(set, HXP_STR("")));
    assert_false(hxp_beginnings_have(set, HXP_STR("a")));
    hxp_beginnings_add(set, HXP_STR("The \xE2\x80\x9CHOUSES\xE2\x80\x9D, "
                                    "gr\xC3\xB6\xC3\x9F"
                                    "er \xC5\x93uvre international."));
    assert_true(hxp_beginnings_have(set, HXP_STR("house")));
    assert_true(hxp_beginnings_have(set, HXP_STR("the house")));
    assert_false(hxp_beginnings_have(set, HXP_STR("Households")));
    assert_true(hxp_beginnings_have(set, HXP_STR("Houseful")));
    assert_true(hxp_beginnings_have(set, HXP_STR("oeuvres")));
    assert_true(hxp_beginnings_have(set, HXP_STR("Gr\xC3\xB6\xC3\x9F"
                                                 "e")));
    assert_true(hxp_beginnings_have(set, HXP_STR("grosses")));
    assert_true(hxp_beginnings_have(set, HXP_STR("internationally")));
    assert_false(hxp_beginnings_have(set, HXP_STR("internet")));
    assert_false(hxp_beginnings_have(set, HXP_STR("Ho")));
    assert_false(hxp_beginnings_have(set, HXP_STR("th")));
    assert_true(hxp_beginnings_have(set, HXP_STR("to house")));
    assert_false(hxp_beginnings_have(set, HXP_STR("the hound")));
    assert_false(hxp_beginnings_have(set, HXP_STR("\xC3\xA9tage")));
    /* letters nobody looks at may be any */
    assert_true(hxp_beginnings_have(set, HXP_STR("ho\xC5\xA1")));
    assert_false(hxp_beginnings_have(set, HXP_STR("hi\xC5\xA1")));
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("house")), 0);
    assert_true(hxp_beginnings_have_whole(set, HXP_STR("HOUSES the houses")));
    assert_false(hxp_beginnings_have_whole(set, HXP_STR("house")));
    assert_false(hxp_beginnings_have_whole(set, HXP_STR("ho\xC5\xA1")));
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("hound")), 4);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("micex")), 4);
    /* nor can any that begin like one, and go on as no form of it does */
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("Internet")), 7);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("internationalise")), 0);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("internationalises")),
                     17);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("households")), 9);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("gr\xC3\xB6\xC3\x9F"
                                                      "lichst")),
                     10);
    /* behind short words, and words that are wanted */
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("to a mouse")), 9);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("house mouse")), 10);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("to")), 0);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("inte ")), 5);
    /* further letters would begin another word */
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("inter")), 0);
    hxp_beginnings_add(set, HXP_STR("mi\xC5\xA1"));
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("micex")), 0);
    assert_int_equal(hxp_beginnings_miss(set, HXP_STR("mouse")), 4);
    assert_true(hxp_beginnings_have(set, HXP_STR("mice")));
    assert_false(hxp_beginnings_have(set, HXP_STR("mouse")));
    free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_beginnings) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
