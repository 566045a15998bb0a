/* test_signs.c - what signs tell of a text, at every place in it, and where its
 * lines end: both look at several bytes at a time. */
#include "base/str.h"
#include "check/signs.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { LONGEST = 20 };

/** Assert that signs of part, with letters around it, are among kinds. */
static void assert_kinds(const char *part, unsigned kinds, unsigned all)
{
    hxp_str of = hxp_str_of(part);
    char text[LONGEST];
    for (size_t len = of.len; len <= LONGEST; len++)
        for (size_t at = 0; at + of.len <= len; at++) {
            memset(text, 'x', sizeof text);
            memcpy(text + at, of.ptr, of.len);
            assert_int_equal(hxp_signs_of((hxp_str){ text, len }) & all, kinds);
        }
}

static void signs_are_told_wherever_they_stand(void **state)
{
    const unsigned all = ~(unsigned)HXP_SIGN_LETTER;
    (void)state;
    assert_int_equal(hxp_signs_of(HXP_STR("")), 0);
    assert_kinds("(", HXP_SIGN_ROUND, all);
    assert_kinds("]", HXP_SIGN_SQUARE, all);
    assert_kinds("{", HXP_SIGN_PLACEHOLDER, all);
    assert_kinds("-", HXP_SIGN_JOINER, all);
    assert_kinds("'", HXP_SIGN_JOINER | HXP_SIGN_APOSTROPHE, all);
    assert_kinds("\"", HXP_SIGN_QUOTE, all);
    assert_kinds("\\", HXP_SIGN_SLASH, all);
    assert_kinds("7", HXP_SIGN_DIGIT, all);
    assert_kinds("\xC3\xA9", HXP_SIGN_BEYOND, all);
    assert_kinds("\xC2\xAB", HXP_SIGN_BEYOND | HXP_SIGN_QUOTE, all);
}

static void pairs_are_told_wherever_they_stand(void **state)
{
    const unsigned all = HXP_SIGN_DOUBLED | HXP_SIGN_DETACHED |
                         HXP_SIGN_ATTACHED | HXP_SIGN_LINK;
    (void)state;
    assert_kinds(" a ", 0, all);
    assert_kinds("  ", HXP_SIGN_DOUBLED, all);
    assert_kinds("\t ", 0, all);
    assert_kinds(" ,", HXP_SIGN_DETACHED, all);
    assert_kinds("\n!", HXP_SIGN_DETACHED, all);
    assert_kinds("\xC2\xA0?", HXP_SIGN_DETACHED, all);
    assert_kinds(". ", 0, all);
    assert_kinds(".A", HXP_SIGN_ATTACHED, all);
    assert_kinds("?\xC3\x89", HXP_SIGN_ATTACHED, all);
    assert_kinds(",A", 0, all);
    assert_kinds("://", HXP_SIGN_LINK, all);
    assert_kinds("www.", HXP_SIGN_LINK, all);
    assert_kinds(": / w", 0, all);
    assert_kinds("  .Aww", all, all);
}

/** Assert that a line of len bytes ends before end, and what is left. */
static void assert_line(size_t len, const char *end, const char *rest)
{
    char text[LONGEST + 8];
    hxp_str left, line;
    memset(text, '\x0B', len); /* one off the signs that end lines */
    int more = snprintf(text + len, sizeof text - len, "%s%s", end, rest);
    left = (hxp_str){ text, len + (size_t)more };
    assert_true(hxp_line_cut(&left, &line));
    assert_int_equal(line.len, len);
    assert_int_equal(left.len, strlen(rest));
}

static void lines_end_wherever_they_do(void **state)
{
    static const char *const ends[] = { "\n", "\r", "\r\n" };
    static const char *const rests[] = { "", "a", "\x8A\x8D", "a\nb\r" };
    (void)state;
    for (size_t len = 0; len <= LONGEST; len++)
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            for (size_t k = 0; k < sizeof rests / sizeof *rests; k++)
                assert_line(len, ends[i], rests[k]);
    assert_line(9, "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_are_told_wherever_they_stand),
        cmocka_unit_test(pairs_are_told_wherever_they_stand),
        cmocka_unit_test(lines_end_wherever_they_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
