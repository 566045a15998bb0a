/* test_contrast.c - what is usually said, against numbers made by hand. */
#include "align/contrast.h"
#include "locales.h"
#include "two_texts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

/** Two texts of three segments, and a band of all of their nodes. */
struct fixture {
    hxp_str english[3], dutch[3];
    struct two_texts texts;
    hxp_shapes shapes;
    hxp_band band;
    hxp_scorer *scorer;
};

static void set_up(struct fixture *fixture)
{
    const hxp_str english[] = { HXP_STR("one two three"), HXP_STR(""),
                                HXP_STR("four") };
    const hxp_str dutch[] = { HXP_STR("een twee drie"), HXP_STR(""),
                              HXP_STR("vier vijf zes") };
    memcpy(fixture->english, english, sizeof english);
    memcpy(fixture->dutch, dutch, sizeof dutch);
    const hxp_side source = { language("en"), fixture->english, NULL, 3 };
    const hxp_side target = { language("nl"), fixture->dutch, NULL, 3 };
    hxp_boxes all = { NULL, 0, 0 };
    hxp_node end = { 3, 3 };
    two_texts_read(&fixture->texts, &source, &target);
    hxp_shapes_fill(&fixture->shapes, 1, 2);
    assert_true(hxp_boxes_add(&all, (hxp_node){ 0, 0 }, end, 0));
    assert_true(hxp_band_of(&fixture->band, end, &all));
    free(all.items);
    fixture->scorer = hxp_scorer_new(&fixture->texts.pair, 1, &fixture->shapes);
    assert_non_null(fixture->scorer);
}

static void tear_down(struct fixture *fixture)
{
    hxp_scorer_free(fixture->scorer);
    hxp_band_free(&fixture->band);
    two_texts_free(&fixture->texts);
}

/** Words are those of both sides, by two. */
static void test_words(void **state)
{
    struct fixture fixture;
    (void)state;
    set_up(&fixture);
    const hxp_link links[] = { { 0, 0, { 1, 1 }, 1 },
                               { 1, 1, { 1, 1 }, 1 },
                               { 2, 2, { 1, 1 }, 1 },
                               { 0, 0, { 3, 2 }, 1 } };
    const double words[] = { 3, 0, 2, 3.5 };
    for (size_t i = 0; i < 4; i++)
        assert_true(
            near(hxp_scorer_words(fixture.scorer, &links[i]), words[i]));
    tear_down(&fixture);
}

/** Links count on the diagonal, as far as they are sure; and each row with the
 * columns of the others near, but no more than so much. */
static void test_add(void **state)
{
    struct fixture fixture;
    hxp_link items[] = { { 0, 0, { 1, 1 }, 1 },
                         { 1, 1, { 1, 0 }, 1 },
                         { 2, 1, { 0, 1 }, 1 },
                         { 2, 2, { 1, 1 }, 0.5 } };
    const hxp_links way = { items, 4, 4 };
    hxp_contrast contrast = { .together = { 0 } };
    (void)state;
    set_up(&fixture);
    size_t single = hxp_shapes_find(&fixture.shapes, (hxp_shape){ 1, 1 });
    size_t size = hxp_band_size(&fixture.band) * fixture.shapes.count;
    float *scores = calloc(size, sizeof *scores);
    assert_non_null(scores);
    const hxp_grid grid = { &fixture.band, &fixture.shapes, scores, 0 };
    const float table[3][3] = { { 8, 0, 100 }, { 0, 0, 0 }, { -6, 0, 3 } };
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++)
            scores[hxp_band_at(&fixture.band, i, j) * fixture.shapes.count +
                   single] = table[i][j];
    hxp_contrast_add(&contrast, fixture.scorer, &grid, &way, 0);
    /* 8 by the root of 3 words and 1; 3 by that of 2 and 1 */
    double low = 3 / sqrt(3);
    assert_true(near(contrast.together.weight, 1.5));
    assert_true(near(contrast.together.sum, 4 + low / 2));
    assert_true(near(contrast.together.squares, 16 + low * low / 2));
    /* 100 is no more than 3; -6 by the root of 2 words and 1 */
    double off = -6 / sqrt(3);
    assert_true(near(contrast.apart.weight, 1));
    assert_true(near(contrast.apart.sum, (3 + off) / 2));
    assert_true(near(contrast.apart.squares, (9 + off * off) / 2));
    /* what was counted before is not counted again */
    hxp_contrast_add(&contrast, fixture.scorer, &grid, &way, 4);
    assert_true(near(contrast.together.weight, 1.5));
    free(scores);
    tear_down(&fixture);
}

/** What is usual counts as some pairs more. */
static void test_measure(void **state)
{
    const hxp_parameters *usual = &hxp_default_parameters;
    hxp_parameters parameters = *usual;
    hxp_contrast contrast = { .together = { 0 } };
    double doubt = usual->contrast_doubt;
    (void)state;
    hxp_contrast_measure(&parameters, &contrast);
    assert_true(near(parameters.together.mean, usual->together.mean));
    assert_true(near(parameters.apart.variance, usual->apart.variance));
    assert_true(near(parameters.contrast_known, 0));
    contrast.together.weight = doubt / 4;
    hxp_contrast_measure(&parameters, &contrast);
    assert_true(near(parameters.contrast_known, 0.25));
    contrast.together = (hxp_tally){ doubt, 7 * doubt, 50 * doubt };
    hxp_contrast_measure(&parameters, &contrast);
    double before = usual->together.mean, mean = (before + 7) / 2;
    assert_true(near(parameters.together.mean, mean));
    assert_true(near(parameters.together.variance,
                     (usual->together.variance + before * before + 50) / 2 -
                         mean * mean));
    assert_true(near(parameters.contrast_known, 1));
    assert_true(near(parameters.apart.mean, usual->apart.mean));
}

/** The ratio of two densities, and what free translations have, less what is
 * chosen has more. */
static void test_weigh(void **state)
{
    struct fixture fixture;
    hxp_parameters parameters = hxp_default_parameters;
    const hxp_link link = { 0, 0, { 1, 1 }, 1 }; /* the root is 2 */
    (void)state;
    parameters.together = (hxp_normal){ 5, 4 };
    parameters.apart = (hxp_normal){ -2, 1 };
    parameters.free = 0.1;
    parameters.chosen = 2;
    parameters.contrast_known = 1;
    set_up(&fixture);
    fixture.texts.pair.parameters = &parameters;
    /* 1: 4 from 5 and 3 from -2 */
    double ratio = exp(-16.0 / 8 - log(4) / 2 + 9.0 / 2);
    assert_true(near(hxp_contrast_weigh(fixture.scorer, &link, 2),
                     log(ratio + 0.1) - 2));
    /* never more than what is said */
    assert_true(near(hxp_contrast_weigh(fixture.scorer, &link, 8), 8));
    /* 10 would be rarer than 5 where segments go together, but is no less */
    parameters.apart.variance = 10;
    ratio = exp(-log(4) / 2 + 49.0 / 20 + log(10) / 2);
    assert_true(near(hxp_contrast_weigh(fixture.scorer, &link, 20),
                     log(ratio + 0.1) - 2));
    /* of what is half known, half counts; of nothing nothing is known */
    double all = hxp_contrast_weigh(fixture.scorer, &link, 2);
    parameters.contrast_known = 0.5;
    assert_true(
        near(hxp_contrast_weigh(fixture.scorer, &link, 2), (2 + all) / 2));
    parameters.contrast_known = 1;
    const hxp_link empty = { 1, 1, { 1, 1 }, 1 };
    assert_true(near(hxp_contrast_weigh(fixture.scorer, &empty, -1), -1));
    /* -3 is as good as never said of what goes together, if not freely */
    assert_true(fabs(hxp_contrast_weigh(fixture.scorer, &link, -6) -
                     fmin(log(0.1) - 2, -6)) < 0.2);
    tear_down(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_measure),
        cmocka_unit_test(test_weigh),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
