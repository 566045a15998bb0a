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

/** Rows touch, nothing falls, both ends are there, columns agree. */
static void check_band(const hxp_band *band)
{
    hxp_band turned;
    size_t nodes = 0;
    assert_int_equal(band->low[0], 0);
    assert_int_equal(band->high[band->rows], band->columns);
    for (size_t i = 0; i <= band->rows; i++) {
        assert_true(band->low[i] <= band->high[i]);
        if (i > 0) {
            assert_true(band->low[i] >= band->low[i - 1]);
            assert_true(band->high[i] >= band->high[i - 1]);
            assert_true(band->low[i] <= band->high[i - 1]);
        }
        assert_int_equal(hxp_band_at(band, i, band->low[i]), nodes);
        nodes += band->high[i] - band->low[i] + 1;
    }
    assert_int_equal(hxp_band_size(band), nodes);
    assert_true(hxp_band_turn(&turned, band));
    assert_int_equal(hxp_band_size(&turned), nodes);
    for (size_t i = 0; i <= band->rows; i++)
        for (size_t j = 0; j <= band->columns; j++)
            assert_int_equal(hxp_band_has(band, i, j),
                             hxp_band_has(&turned, j, i));
    hxp_band_free(&turned);
}

static void test_band_whole(void **state)
{
    const hxp_path straight = { NULL, 0 };
    static const size_t sizes[][2] = { { 0, 0 }, { 0, 5 }, { 5, 0 },
                                       { 1, 1 }, { 3, 7 }, { 7, 3 } };
    (void)state;
    for (size_t k = 0; k < 6; k++) {
        size_t rows = sizes[k][0], columns = sizes[k][1];
        hxp_band band;
        assert_true(
            hxp_band_along(&band, rows, columns, straight, rows + columns));
        check_band(&band);
        assert_int_equal(hxp_band_size(&band), (rows + 1) * (columns + 1));
        hxp_band_free(&band);
    }
}

static void test_band_along_path(void **state)
{
    const hxp_node nodes[] = { { 2, 2 }, { 3, 9 }, { 9, 9 } };
    hxp_band band;
    (void)state;
    assert_true(hxp_band_along(&band, 12, 12, (hxp_path){ nodes, 3 }, 1));
    check_band(&band);
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
        hxp_band band;
        assert_true(hxp_band_along(&band, rows, columns,
                                   (hxp_path){ nodes, count },
                                   chance(&seed, 5)));
        check_band(&band);
        for (size_t k = 0; k < count; k++)
            assert_true(hxp_band_has(&band, nodes[k].row, nodes[k].column));
        hxp_band_free(&band);
    }
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

static struct all_ways try_all(const hxp_grid *grid, size_t i, size_t j)
{
    struct all_ways all = { -INFINITY, 0 };
    const hxp_band *band = grid->band;
    if (i == band->rows && j == band->columns)
        return (struct all_ways){ 0, 1 };
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        if (i + shape.rows > band->rows || j + shape.columns > band->columns)
            continue;
        double score =
            (double)
                grid->scores[hxp_band_at(band, i, j) * grid->shapes->count + s];
        struct all_ways rest = try_all(grid, i + shape.rows, j + shape.columns);
        all.sum += exp(score) * rest.sum;
        if (score + rest.best > all.best)
            all.best = score + rest.best;
    }
    return all;
}

/** The posterior of the first link of way, by trying all ways. */
static double first_posterior(const hxp_grid *grid, hxp_link link)
{
    size_t s = 0;
    while (grid->shapes->items[s].rows != link.shape.rows ||
           grid->shapes->items[s].columns != link.shape.columns)
        s++;
    return exp((double)grid->scores[s]) *
           try_all(grid, link.shape.rows, link.shape.columns).sum /
           try_all(grid, 0, 0).sum;
}

static double score_of_way(const hxp_grid *grid, const hxp_links *way)
{
    double sum = 0;
    for (size_t k = 0; k < way->count; k++) {
        hxp_link link = way->items[k];
        for (size_t s = 0; s < grid->shapes->count; s++)
            if (grid->shapes->items[s].rows == link.shape.rows &&
                grid->shapes->items[s].columns == link.shape.columns)
                sum += (double)grid->scores[hxp_band_at(grid->band, link.row,
                                                        link.column) *
                                                grid->shapes->count +
                                            s];
    }
    return sum;
}

static void test_way_is_the_best(void **state)
{
    const hxp_path straight = { NULL, 0 };
    uint32_t seed = 7;
    hxp_shapes shapes;
    (void)state;
    hxp_shapes_fill(&shapes, 4, 5);
    for (int run = 0; run < 40; run++) {
        size_t rows = 1 + chance(&seed, 5), columns = 1 + chance(&seed, 5);
        hxp_links way = { NULL, 0, 0 }, likely = { NULL, 0, 0 };
        hxp_band band;
        assert_true(hxp_band_along(&band, rows, columns, straight, 20));
        size_t count = hxp_band_size(&band) * shapes.count;
        float *scores = calloc(count, sizeof *scores);
        assert_non_null(scores);
        for (size_t k = 0; k < count; k++)
            scores[k] = (float)chance(&seed, 6000) / 1024 - 4;
        const hxp_grid grid = { &band, &shapes, scores };
        assert_true(hxp_find_way(&way, &likely, &grid, 0.05));
        assert_true(near(score_of_way(&grid, &way), try_all(&grid, 0, 0).best));
        assert_true(near(way.items[0].confidence,
                         first_posterior(&grid, way.items[0])));
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_band_whole),
        cmocka_unit_test(test_band_along_path),
        cmocka_unit_test(test_band_along_any_path),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_way_is_the_best),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
