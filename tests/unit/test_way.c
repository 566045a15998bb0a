/* test_way.c - bands, and the best way through them. */
#include "align/dynamic.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-5;
}

/** The next of a row of numbers that looks like chance. */
static uint32_t chance(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
}

/* --- Bands ---------------------------------------------------------------- */

/** Rows touch, nothing falls, both ends are there. */
static void check_band(const hxp_band *band, size_t columns)
{
    size_t nodes = 0;
    assert_int_equal(band->low[0], 0);
    assert_int_equal(band->high[band->last], columns);
    for (size_t i = 0; i <= band->last; i++) {
        assert_true(band->low[i] <= band->high[i]);
        assert_true(band->high[i] <= columns);
        if (i > 0) {
            assert_true(band->low[i] >= band->low[i - 1]);
            assert_true(band->high[i] >= band->high[i - 1]);
            assert_true(band->low[i] <= band->high[i - 1]);
        }
        assert_int_equal(hxp_band_at(band, i, band->low[i]), nodes);
        nodes += band->high[i] - band->low[i] + 1;
    }
    assert_int_equal(hxp_band_size(band), nodes);
}

/** The band along nodes. */
static hxp_band band_along(size_t rows, size_t columns, const hxp_node *nodes,
                           size_t count, size_t width)
{
    hxp_boxes boxes = { NULL, 0, 0 };
    hxp_node from = { 0, 0 }, end = { rows, columns };
    hxp_band band;
    for (size_t k = 0; k <= count; k++) {
        hxp_node to = k < count ? nodes[k] : end;
        assert_true(hxp_boxes_along(&boxes, from, to, width));
        from = to;
    }
    assert_true(hxp_band_of(&band, end, &boxes));
    free(boxes.items);
    return band;
}

static void test_band_whole(void **state)
{
    static const size_t sizes[][2] = { { 0, 0 }, { 0, 5 }, { 5, 0 },
                                       { 1, 1 }, { 3, 7 }, { 7, 3 } };
    (void)state;
    for (size_t k = 0; k < 6; k++) {
        size_t rows = sizes[k][0], columns = sizes[k][1];
        hxp_band band = band_along(rows, columns, NULL, 0, rows + columns);
        check_band(&band, columns);
        assert_int_equal(hxp_band_size(&band), (rows + 1) * (columns + 1));
        hxp_band_free(&band);
    }
}

static void test_band_without_boxes(void **state)
{
    const hxp_boxes none = { NULL, 0, 0 };
    hxp_band band;
    (void)state;
    assert_true(hxp_band_of(&band, (hxp_node){ 3, 4 }, &none));
    check_band(&band, 4);
    hxp_band_free(&band);
}

static void test_band_along_path(void **state)
{
    const hxp_node nodes[] = { { 2, 2 }, { 3, 9 }, { 9, 9 } };
    (void)state;
    hxp_band band = band_along(12, 12, nodes, 3, 1);
    check_band(&band, 12);
    for (size_t k = 0; k < 3; k++)
        assert_true(hxp_band_has(&band, nodes[k].row, nodes[k].column));
    assert_false(hxp_band_has(&band, 9, 2));
    assert_false(hxp_band_has(&band, 0, 9));
    assert_true(hxp_band_size(&band) < 13 * 13 / 2);
    hxp_band_free(&band);
}

static void test_band_along_any_path(void **state)
{
    uint32_t seed = 1;
    (void)state;
    for (int run = 0; run < 200; run++) {
        size_t rows = chance(&seed, 30), columns = chance(&seed, 30), count = 0;
        hxp_node nodes[60], at = { 0, 0 };
        while (count < 20) {
            at.row += chance(&seed, 4);
            at.column += chance(&seed, 4);
            if (at.row > rows || at.column > columns)
                break;
            nodes[count++] = at;
        }
        hxp_band band =
            band_along(rows, columns, nodes, count, chance(&seed, 5));
        check_band(&band, columns);
        for (size_t k = 0; k < count; k++)
            assert_true(hxp_band_has(&band, nodes[k].row, nodes[k].column));
        hxp_band_free(&band);
    }
}

static void test_part_of_band(void **state)
{
    const hxp_node nodes[] = { { 2, 2 }, { 3, 9 }, { 9, 9 } };
    (void)state;
    hxp_band band = band_along(12, 12, nodes, 3, 1);
    hxp_band part = hxp_band_part(&band, 3, 7);
    hxp_band smaller = hxp_band_part(&part, 5, 7);
    for (size_t i = 5; i <= 7; i++)
        for (size_t j = 0; j <= 12; j++) {
            assert_int_equal(hxp_band_has(&smaller, i, j),
                             hxp_band_has(&band, i, j));
            if (hxp_band_has(&band, i, j))
                assert_int_equal(hxp_band_at(&smaller, i, j),
                                 hxp_band_at(&band, i, j) -
                                     hxp_band_at(&band, 5, band.low[5]));
        }
    assert_false(hxp_band_has(&smaller, 4, 9));
    assert_false(hxp_band_has(&smaller, 8, 9));
    hxp_band_free(&band);
}

/* --- Ways ----------------------------------------------------------------- */

static void test_shapes(void **state)
{
    hxp_shapes shapes;
    size_t merges = 0;
    (void)state;
    hxp_shapes_fill(&shapes, 4, 5);
    assert_int_equal(shapes.count, 12);
    for (size_t s = 0; s < shapes.count; s++) {
        hxp_shape shape = shapes.items[s];
        assert_true(shape.rows + shape.columns <= 5);
        assert_true(shape.rows <= 4 && shape.columns <= 4);
        assert_true(shape.rows + shape.columns == 1 ||
                    (shape.rows > 0 && shape.columns > 0));
        merges += shape.rows + shape.columns > 2;
    }
    assert_int_equal(merges, 9);
    hxp_shapes_fill(&shapes, 1, 5);
    assert_int_equal(shapes.count, 3);
}

/** What trying all ways from (i, j) to the end gives. */
struct all_ways {
    double best;
    double sum; /* of exponentials */
};

/** What step s is worth from (i, j), behind a gap or not. */
static double step_score(const hxp_grid *grid, size_t i, size_t j, size_t s,
                         bool behind_gap)
{
    hxp_shape shape = grid->shapes->items[s];
    double score =
        (double)grid
            ->scores[hxp_band_at(grid->band, i, j) * grid->shapes->count + s];
    bool gap = shape.rows + shape.columns == 1;
    return gap && behind_gap ? fmax(score, grid->further) : score;
}

static struct all_ways try_all(const hxp_grid *grid, size_t i, size_t j,
                               bool behind_gap)
{
    struct all_ways all = { -INFINITY, 0 };
    const hxp_band *band = grid->band;
    size_t columns = band->high[band->last];
    if (i == band->last && j == columns)
        return (struct all_ways){ 0, 1 };
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        if (i + shape.rows > band->last || j + shape.columns > columns)
            continue;
        double score = step_score(grid, i, j, s, behind_gap);
        struct all_ways rest = try_all(grid, i + shape.rows, j + shape.columns,
                                       shape.rows + shape.columns == 1);
        all.sum += exp(score) * rest.sum;
        if (score + rest.best > all.best)
            all.best = score + rest.best;
    }
    return all;
}

static size_t shape_number(const hxp_shapes *shapes, hxp_shape shape)
{
    size_t s = 0;
    while (shapes->items[s].rows != shape.rows ||
           shapes->items[s].columns != shape.columns)
        s++;
    return s;
}

/** True when the step of that shape from (i, j) is link or, where link leaves
 * a segment without a translation, does so too. */
static bool is_as_link(hxp_link link, size_t i, size_t j, hxp_shape shape)
{
    return shape.rows == link.shape.rows &&
           shape.columns == link.shape.columns &&
           (shape.rows == 0 || i == link.row) &&
           (shape.columns == 0 || j == link.column);
}

/** The sum of all ways from (i, j) to the end that do as link does. */
static double sum_with(const hxp_grid *grid, hxp_node node, bool behind_gap,
                       hxp_link link)
{
    double sum = 0;
    const hxp_band *band = grid->band;
    size_t columns = band->high[band->last];
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        hxp_node next = { node.row + shape.rows, node.column + shape.columns };
        bool gap = shape.rows + shape.columns == 1;
        if (next.row > band->last || next.column > columns)
            continue;
        double worth =
            exp(step_score(grid, node.row, node.column, s, behind_gap));
        sum += worth * (is_as_link(link, node.row, node.column, shape)
                            ? try_all(grid, next.row, next.column, gap).sum
                            : sum_with(grid, next, gap, link));
    }
    return sum;
}

/** The posterior of link, by trying all ways. */
static double posterior_of(const hxp_grid *grid, hxp_link link)
{
    return sum_with(grid, (hxp_node){ 0, 0 }, false, link) /
           try_all(grid, 0, 0, false).sum;
}

static double score_of_way(const hxp_grid *grid, const hxp_links *way)
{
    double sum = 0;
    bool behind_gap = false;
    for (size_t k = 0; k < way->count; k++) {
        hxp_link link = way->items[k];
        sum += step_score(grid, link.row, link.column,
                          shape_number(grid->shapes, link.shape), behind_gap);
        behind_gap = link.shape.rows + link.shape.columns == 1;
    }
    return sum;
}

static void test_way_is_the_best(void **state)
{
    uint32_t seed = 7;
    hxp_shapes shapes;
    (void)state;
    hxp_shapes_fill(&shapes, 4, 5);
    for (int run = 0; run < 40; run++) {
        size_t rows = 1 + chance(&seed, 5), columns = 1 + chance(&seed, 5);
        hxp_links way = { NULL, 0, 0 }, likely = { NULL, 0, 0 };
        hxp_band band = band_along(rows, columns, NULL, 0, 20);
        const hxp_ends ends = { { 0, 0 }, { rows, columns }, false };
        size_t count = hxp_band_size(&band) * shapes.count;
        float *scores = calloc(count, sizeof *scores);
        assert_non_null(scores);
        for (size_t k = 0; k < count; k++)
            scores[k] = (float)chance(&seed, 6000) / 1024 - 4;
        const hxp_grid grid = { &band, &shapes, scores, -1 };
        assert_true(hxp_find_way(&way, &likely, &grid, &ends, 0.05));
        assert_true(
            near(score_of_way(&grid, &way), try_all(&grid, 0, 0, false).best));
        for (size_t k = 0; k < way.count; k++)
            assert_true(near(way.items[k].confidence,
                             posterior_of(&grid, way.items[k])));
        for (size_t k = 0; k < likely.count; k++) {
            assert_true(likely.items[k].confidence >= 0.05);
            assert_true(likely.items[k].confidence <= 1);
            assert_true(likely.items[k].shape.rows > 0);
            assert_true(likely.items[k].shape.columns > 0);
        }
        free(scores);
        free(way.items);
        free(likely.items);
        hxp_band_free(&band);
    }
}

/** With an open end the way stops where it is best, in the last row. */
static void test_open_end(void **state)
{
    hxp_shapes shapes;
    hxp_links way = { NULL, 0, 0 };
    const hxp_ends ends = { { 0, 0 }, { 0, 0 }, true };
    float scores[9 * 3];
    (void)state;
    hxp_shapes_fill(&shapes, 1, 2);
    hxp_band band = band_along(2, 2, NULL, 0, 2);
    for (size_t k = 0; k < 9 * 3; k++)
        scores[k] = -1;
    scores[shape_number(&shapes, (hxp_shape){ 1, 1 })] = 2;
    const hxp_grid grid = { &band, &shapes, scores, -1 };
    assert_true(hxp_find_way(&way, NULL, &grid, &ends, 0.05));
    assert_int_equal(way.count, 2);
    assert_int_equal(way.items[0].shape.columns, 1);
    assert_int_equal(way.items[1].row, 1);
    free(way.items);
    hxp_band_free(&band);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_band_whole),
        cmocka_unit_test(test_band_without_boxes),
        cmocka_unit_test(test_band_along_path),
        cmocka_unit_test(test_band_along_any_path),
        cmocka_unit_test(test_part_of_band),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_way_is_the_best),
        cmocka_unit_test(test_open_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
