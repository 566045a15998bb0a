/* test_measure.c - what a way tells, against numbers made by hand. */
#include "align/measure.h"
#include "align/score.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { SEGMENTS = 40 };

/** Two texts of 40 segments, which have 10 and 15 letters each; of the second
 * only so many are counted. */
struct fixture {
    hxp_corpus source, target;
    hxp_parameters parameters;
    hxp_pair pair;
    hxp_walk walk;
};

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static void set_up(struct fixture *fixture, size_t target_count)
{
    double *letters = calloc(SEGMENTS + 1, sizeof *letters);
    double *others = calloc(SEGMENTS + 1, sizeof *others);
    assert_non_null(letters);
    assert_non_null(others);
    for (size_t i = 0; i <= SEGMENTS; i++) {
        letters[i] = 10 * (double)i;
        others[i] = 15 * (double)i;
    }
    *fixture = (struct fixture){
        .source = { .letters = letters, .count = SEGMENTS },
        .target = { .letters = others, .count = target_count },
        .parameters = hxp_default_parameters,
    };
    fixture->pair = (hxp_pair){ .source = &fixture->source,
                                .target = &fixture->target,
                                .parameters = &fixture->parameters };
    hxp_pair_measure(&fixture->pair);
}

static void tear_down(struct fixture *fixture)
{
    free(fixture->source.letters);
    free(fixture->target.letters);
    hxp_walk_free(&fixture->walk);
}

/** Go on by a bead that is sure; one with text on both sides is likely, too. */
static void go(struct fixture *fixture, size_t rows, size_t columns)
{
    hxp_walk *walk = &fixture->walk;
    hxp_link link = { 0, 0, { rows, columns }, 1 };
    if (walk->way.count > 0) {
        hxp_link last = walk->way.items[walk->way.count - 1];
        link.row = last.row + last.shape.rows;
        link.column = last.column + last.shape.columns;
    }
    assert_true(hxp_links_add(&walk->way, link));
    assert_true(rows == 0 || columns == 0 ||
                hxp_links_add(&walk->likely, link));
}

static void measure(struct fixture *fixture)
{
    hxp_measure(&fixture->pair, &fixture->parameters, &fixture->walk);
}

/** Half of the target is missing: what is there says how lengths compare. */
static void test_ratio(void **state)
{
    struct fixture fixture;
    (void)state;
    set_up(&fixture, SEGMENTS / 2);
    double before = sqrt(300.0 / 400);
    double mean = sqrt(300.0 * 400 / (40 * 20));
    assert_true(near(fixture.pair.source_scale, before));
    for (size_t i = 0; i < SEGMENTS / 2; i++)
        go(&fixture, 1, 1);
    measure(&fixture);
    double doubt = fixture.parameters.ratio_doubt * mean;
    double ratio = (doubt * before + 300) / (doubt / before + 200);
    assert_true(near(fixture.pair.source_scale, sqrt(ratio)));
    assert_true(near(fixture.pair.target_scale, 1 / sqrt(ratio)));
    assert_true(ratio > 1); /* from .75 towards 1.5 */
    tear_down(&fixture);
}

/** A tenth of the target is there: what its segments have on the average says
 * more than all of them together. */
static void test_excerpt(void **state)
{
    struct fixture fixture;
    (void)state;
    set_up(&fixture, SEGMENTS / 10);
    assert_true(near(fixture.pair.source_scale, sqrt(1.5)));
    assert_true(near(fixture.pair.target_scale, 1 / sqrt(1.5)));
    tear_down(&fixture);
}

/** Lengths that never differ make the variance small. */
static void test_variance(void **state)
{
    struct fixture fixture;
    (void)state;
    set_up(&fixture, SEGMENTS);
    for (size_t i = 0; i < SEGMENTS; i++)
        go(&fixture, 1, 1);
    measure(&fixture);
    const hxp_parameters *usual = &hxp_default_parameters;
    assert_true(near(fixture.parameters.variance,
                     usual->usual_variance * usual->variance_doubt /
                         (usual->variance_doubt + SEGMENTS)));
    tear_down(&fixture);
}

static double leaning(double found, double all, hxp_kind kind)
{
    const hxp_parameters *usual = &hxp_default_parameters;
    double share = usual->usual_share[kind], doubt = usual->kind_doubt;
    return log((found + doubt) / (all + doubt / share) / share);
}

static void test_kinds(void **state)
{
    struct fixture fixture;
    const double *found = fixture.parameters.leaning;
    (void)state;
    set_up(&fixture, SEGMENTS);
    go(&fixture, 1, 1);
    go(&fixture, 1, 0); /* a row of them counts as one */
    go(&fixture, 1, 0);
    go(&fixture, 0, 1);
    go(&fixture, 2, 2);
    go(&fixture, 1, 2);
    go(&fixture, 2, 1);
    go(&fixture, 0, 1);
    go(&fixture, 4, 1);
    go(&fixture, 2, 3);
    measure(&fixture);
    assert_true(near(found[HXP_KIND_SINGLE], 0));
    assert_true(near(found[HXP_KIND_LONE], leaning(2, 8, HXP_KIND_LONE)));
    assert_true(near(found[HXP_KIND_PAIR], leaning(2, 8, HXP_KIND_PAIR)));
    assert_true(near(found[HXP_KIND_MORE], leaning(1, 8, HXP_KIND_MORE)));
    assert_true(near(found[HXP_KIND_CROSS], leaning(2, 8, HXP_KIND_CROSS)));
    assert_true(found[HXP_KIND_LONE] > 0 && found[HXP_KIND_CROSS] > 0);
    /* it is added to what the shape says, but for empty segments */
    const hxp_parameters *p = &fixture.parameters;
    assert_true(near(hxp_score_shape((hxp_shape){ 1, 0 }, false, p),
                     found[HXP_KIND_LONE] - p->unmatched));
    assert_true(near(hxp_score_shape((hxp_shape){ 0, 1 }, true, p),
                     -p->unmatched_empty));
    assert_true(near(hxp_score_shape((hxp_shape){ 2, 1 }, false, p),
                     found[HXP_KIND_PAIR] - p->merge));
    tear_down(&fixture);
}

/** No beads at all: all is as usual. */
static void test_nothing(void **state)
{
    struct fixture fixture;
    (void)state;
    set_up(&fixture, SEGMENTS);
    double scale = fixture.pair.source_scale;
    measure(&fixture);
    assert_true(near(fixture.pair.source_scale, scale));
    assert_true(near(fixture.parameters.variance,
                     hxp_default_parameters.usual_variance));
    for (size_t k = 0; k < HXP_KINDS; k++)
        assert_true(near(fixture.parameters.leaning[k], 0));
    tear_down(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ratio),    cmocka_unit_test(test_excerpt),
        cmocka_unit_test(test_variance), cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
