/* dynamic.c - Viterbi and forward-backward in one sweep there and one back. */
#include "align/dynamic.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

static const double UNREACHED = -1e29;

/* Terms this much smaller than the largest change nothing in a sum. */
static const double NEGLIGIBLE = -40;

/** What the sweeps leave at each node. */
struct sweep {
    double *best;         /* the best way here */
    double *forward;      /* log of the sum of all ways here */
    double *backward;     /* log of the sum of all ways from here to the end */
    unsigned char *shape; /* the last step of the best way */
};

void hxp_shapes_fill(hxp_shapes *shapes, size_t merge, size_t most)
{
    shapes->count = 0;
    for (size_t total = 1; total <= most; total++)
        for (size_t rows = 0; rows <= total; rows++) {
            size_t columns = total - rows;
            if (rows > merge || columns > merge ||
                (total == 1) != (!rows || !columns))
                continue;
            shapes->items[shapes->count++] = (hxp_shape){ rows, columns };
        }
}

/** Log of the sum of exponentials. */
static double log_sum(const double *terms, size_t count)
{
    double largest = UNREACHED, sum = 0;
    for (size_t i = 0; i < count; i++)
        if (terms[i] > largest)
            largest = terms[i];
    if (largest <= UNREACHED)
        return UNREACHED;
    for (size_t i = 0; i < count; i++)
        if (terms[i] - largest > NEGLIGIBLE)
            sum += exp(terms[i] - largest);
    return largest + log(sum);
}

/** Gather the steps that end at (i, j). */
static void reach(struct sweep *sweep, const hxp_grid *grid, size_t i, size_t j)
{
    const hxp_shapes *shapes = grid->shapes;
    double terms[HXP_MOST_SHAPES], best = UNREACHED;
    size_t count = 0, here = hxp_band_at(grid->band, i, j);
    for (size_t s = 0; s < shapes->count; s++) {
        hxp_shape shape = shapes->items[s];
        if (shape.rows > i || shape.columns > j ||
            !hxp_band_has(grid->band, i - shape.rows, j - shape.columns))
            continue;
        size_t from =
            hxp_band_at(grid->band, i - shape.rows, j - shape.columns);
        double score = (double)grid->scores[from * shapes->count + s];
        terms[count++] = sweep->forward[from] + score;
        if (sweep->best[from] + score > best) {
            best = sweep->best[from] + score;
            sweep->shape[here] = (unsigned char)s;
        }
    }
    sweep->best[here] = best;
    sweep->forward[here] = log_sum(terms, count);
}

/** Gather the steps that begin at (i, j). */
static void look_back(struct sweep *sweep, const hxp_grid *grid, size_t i,
                      size_t j)
{
    const hxp_shapes *shapes = grid->shapes;
    double terms[HXP_MOST_SHAPES];
    size_t count = 0, here = hxp_band_at(grid->band, i, j);
    for (size_t s = 0; s < shapes->count; s++) {
        size_t row = i + shapes->items[s].rows;
        size_t column = j + shapes->items[s].columns;
        if (!hxp_band_has(grid->band, row, column))
            continue;
        terms[count++] = (double)grid->scores[here * shapes->count + s] +
                         sweep->backward[hxp_band_at(grid->band, row, column)];
    }
    sweep->backward[here] = log_sum(terms, count);
}

static void run_sweeps(struct sweep *sweep, const hxp_grid *grid)
{
    const hxp_band *band = grid->band;
    size_t last = hxp_band_at(band, band->rows, band->columns);
    for (size_t i = 0; i <= band->rows; i++)
        for (size_t j = band->low[i]; j <= band->high[i]; j++)
            if (i + j > 0)
                reach(sweep, grid, i, j);
    for (size_t i = band->rows + 1; i-- > 0;)
        for (size_t j = band->high[i] + 1; j-- > band->low[i];)
            if (hxp_band_at(band, i, j) != last)
                look_back(sweep, grid, i, j);
}

/** The posterior of the step that leaves (i, j) in shape s. */
static double posterior(const struct sweep *sweep, const hxp_grid *grid,
                        hxp_node node, size_t s)
{
    hxp_shape shape = grid->shapes->items[s];
    size_t from = hxp_band_at(grid->band, node.row, node.column);
    size_t to = hxp_band_at(grid->band, node.row + shape.rows,
                            node.column + shape.columns);
    double all = sweep->backward[0];
    double p = exp(sweep->forward[from] +
                   (double)grid->scores[from * grid->shapes->count + s] +
                   sweep->backward[to] - all);
    return p < 1 ? p : 1;
}

static bool add_link(hxp_links *links, const struct sweep *sweep,
                     const hxp_grid *grid, hxp_node node, size_t s)
{
    if (!hxp_array_reserve(&links->items, &links->capacity, links->count + 1,
                           sizeof *links->items))
        return false;
    links->items[links->count++] =
        (hxp_link){ node.row, node.column, grid->shapes->items[s],
                    posterior(sweep, grid, node, s) };
    return true;
}

/** Follow the best way from its end, then turn it round. */
static bool trace(hxp_links *way, const struct sweep *sweep,
                  const hxp_grid *grid)
{
    hxp_node node = { grid->band->rows, grid->band->columns };
    while (node.row + node.column > 0) {
        size_t s = sweep->shape[hxp_band_at(grid->band, node.row, node.column)];
        node.row -= grid->shapes->items[s].rows;
        node.column -= grid->shapes->items[s].columns;
        if (!add_link(way, sweep, grid, node, s))
            return false;
    }
    for (size_t i = 0, j = way->count; i + 1 < j; i++) {
        hxp_link link = way->items[i];
        way->items[i] = way->items[--j];
        way->items[j] = link;
    }
    return true;
}

/** Add the likely links that leave (i, j). */
static bool add_likely(hxp_links *likely, const struct sweep *sweep,
                       const hxp_grid *grid, hxp_node node, double least)
{
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        if (shape.rows == 0 || shape.columns == 0 ||
            !hxp_band_has(grid->band, node.row + shape.rows,
                          node.column + shape.columns) ||
            posterior(sweep, grid, node, s) < least)
            continue;
        if (!add_link(likely, sweep, grid, node, s))
            return false;
    }
    return true;
}

static bool gather_likely(hxp_links *likely, const struct sweep *sweep,
                          const hxp_grid *grid, double least)
{
    const hxp_band *band = grid->band;
    double bound = sweep->backward[0] + log(least);
    for (size_t i = 0; i <= band->rows; i++)
        for (size_t j = band->low[i]; j <= band->high[i]; j++) {
            size_t at = hxp_band_at(band, i, j);
            /* a step is no likelier than the node it leaves */
            if (sweep->forward[at] + sweep->backward[at] >= bound &&
                !add_likely(likely, sweep, grid, (hxp_node){ i, j }, least))
                return false;
        }
    return true;
}

bool hxp_find_way(hxp_links *way, hxp_links *likely, const hxp_grid *grid,
                  double least)
{
    size_t nodes = hxp_band_size(grid->band);
    struct sweep sweep = { calloc(nodes, sizeof(double)),
                           calloc(nodes, sizeof(double)),
                           calloc(nodes, sizeof(double)), calloc(nodes, 1) };
    bool done = sweep.best && sweep.forward && sweep.backward && sweep.shape;
    if (done) {
        run_sweeps(&sweep, grid);
        done = trace(way, &sweep, grid) &&
               (!likely || gather_likely(likely, &sweep, grid, least));
    }
    free(sweep.best);
    free(sweep.forward);
    free(sweep.backward);
    free(sweep.shape);
    return done;
}
