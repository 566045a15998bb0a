/* test_stairs.c - which segments of a bead are counted for which. */
#include "align/stairs.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-5;
}

/** Both stairs of two segments and two, and what each sums up. */
static void test_stairs(void **state)
{
    hxp_evidence nodes[2][2] = {
        { { { 1, 2 }, { 4, 8 } }, { { 16, 32 }, { 64 } } },
        { { { 128 }, { 256, 512 } }, { { 1024 }, { 2048 } } }
    };
    const hxp_evidence *const rows[] = { nodes[0], nodes[1] };
    (void)state;
    /* row 0 meets both columns, column 1 both rows; column 0 and row 1 one */
    assert_true(
        near(hxp_best_stairs(rows, (hxp_shape){ 2, 2 }, 0), 8 + 32 + 1 + 2048));
    /* column 0 meets both rows, row 1 both columns */
    nodes[1][1].backward[0] = 1;
    assert_true(near(hxp_best_stairs(rows, (hxp_shape){ 2, 2 }, 0),
                     2 + 512 + 4 + 1024));
    /* one segment meets all others */
    assert_true(near(hxp_best_stairs(rows, (hxp_shape){ 1, 1 }, 0), 1 + 4));
    assert_true(
        near(hxp_best_stairs(rows, (hxp_shape){ 1, 2 }, 0), 8 + 1 + 16));
    assert_true(
        near(hxp_best_stairs(rows, (hxp_shape){ 2, 1 }, 0), 2 + 4 + 256));
}

/** A segment that comes in counts less when it says nothing new. */
static void test_repeated(void **state)
{
    hxp_evidence nodes[2][2] = { { { { 1, 6 }, { 4, 5 } }, { { 3 }, { 1 } } },
                                 { { { 5 }, { 7 } }, { { 0 }, { 0 } } } };
    const hxp_evidence *const rows[] = { nodes[0], nodes[1] };
    const hxp_shape down = { 2, 1 }, right = { 1, 2 };
    (void)state;
    /* row 1 goes with the column; row 0, with 4, says 6 - 5 more of it, which
     * is better than 7 for 6 - 1 the other way */
    nodes[1][0].backward[0] = 9;
    assert_true(near(hxp_best_stairs(rows, down, 0), 4 + 9 + 6));
    assert_true(near(hxp_best_stairs(rows, down, 0.5), 4 + 9 + 6 - 1.5));
    /* column 1, with 3, says 5 - 4 more of the row; column 0, with 1, 5 - 1 */
    assert_true(near(hxp_best_stairs(rows, right, 0.5), 1 + 3 + 5));
    nodes[0][0].forward[0] = 9;
    assert_true(near(hxp_best_stairs(rows, right, 0.5), 9 + 3 + 5 - 1));
}

/** Of the three stairs of two segments and three, that in the middle: right,
 * down and right again. */
static void test_more_stairs(void **state)
{
    const hxp_evidence nodes[2][3] = {
        { { { 1 }, { 0, 2 } }, { { 0, 4 }, { 0 } }, { { 0 }, { 0 } } },
        { { { 0 }, { 0 } }, { { 0 }, { 0, 8 } }, { { 16 }, { 0 } } }
    };
    const hxp_evidence *const rows[] = { nodes[0], nodes[1] };
    (void)state;
    assert_true(near(hxp_best_stairs(rows, (hxp_shape){ 2, 3 }, 0),
                     1 + 2 + 4 + 8 + 16));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stairs),
        cmocka_unit_test(test_more_stairs),
        cmocka_unit_test(test_repeated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
