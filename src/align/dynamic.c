/* dynamic.c - Viterbi and forward-backward in one sweep there and one back. */
#include "align/dynamic.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

static const double UNREACHED = -1e29;

/* Terms this much smaller than the largest change nothing in a sum. */
static const double NEGLIGIBLE = -30;

/** Logs of the sums of all ways that come to a node. */
struct sums {
    double text; /* the last step joined text with text */
    double gap;  /* it left a segment without a translation */
    double all;
};

/** What the sweeps leave at each node. */
struct state {
    double best;         /* the best way here */
    double best_gap;     /* the best that ends with a gap */
    struct sums forward; /* by the step that leads here */
    double back_text;    /* log of the sum of all ways on, behind such a step */
    double back_gap;     /* the same, behind a gap */
    unsigned char shape; /* the last step of the best way */
    unsigned char gap;   /* of the best with a gap, and whether it goes on */
};

enum { FURTHER = 128 }; /* with a gap's shape: the step before was one, too */

/** The sweeps' view. */
struct sweep {
    const hxp_grid *grid;
    const hxp_ends *ends;
    struct state *states;
    double total; /* log of the sum of all ways */
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

size_t hxp_shapes_find(const hxp_shapes *shapes, hxp_shape shape)
{
    size_t s = 0;
    while (s < shapes->count && (shapes->items[s].rows != shape.rows ||
                                 shapes->items[s].columns != shape.columns))
        s++;
    return s;
}

double hxp_grid_worth(const hxp_grid *grid, const hxp_link *link)
{
    size_t s = hxp_shapes_find(grid->shapes, link->shape);
    if (s == grid->shapes->count ||
        !hxp_band_has(grid->band, link->row, link->column))
        return (double)HXP_IMPOSSIBLE;
    size_t node = hxp_band_at(grid->band, link->row, link->column);
    return (double)grid->scores[node * grid->shapes->count + s];
}

static bool is_gap(hxp_shape shape)
{
    return shape.rows + shape.columns == 1;
}

/* --- Sums ----------------------------------------------------------------- */

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
        if (terms[i] >= largest)
            sum += 1;
        else if (terms[i] - largest > NEGLIGIBLE)
            sum += exp(terms[i] - largest);
    return sum > 1 ? largest + log(sum) : largest;
}

static double add_logs(double a, double b)
{
    const double terms[] = { a, b };
    return log_sum(terms, 2);
}

/** Terms of a sum. */
struct terms {
    double items[2 * HXP_MOST_SHAPES];
    size_t count;
};

static void add_term(struct terms *terms, double term)
{
    terms->items[terms->count++] = term;
}

/** The rows that a node's steps touch, by how many rows they take. */
struct reached {
    hxp_band_row rows[HXP_MOST_MERGE + 1];
};

/** What a step without a translation is worth behind another. */
static double further(const hxp_grid *grid, double score)
{
    bool allowed = score > (double)HXP_IMPOSSIBLE;
    return allowed && score < grid->further ? grid->further : score;
}

static double score_of(const hxp_grid *grid, size_t from, size_t s)
{
    return (double)grid->scores[from * grid->shapes->count + s];
}

/* --- There ---------------------------------------------------------------- */

/** Gather step s from a node to one that has no translation behind it. */
static void reach_by_gap(struct state *here, const struct state *from,
                         double score, double more, size_t s)
{
    if (from->best + score > here->best_gap) {
        here->best_gap = from->best + score;
        here->gap = (unsigned char)s;
    }
    if (from->best_gap + more > here->best_gap) {
        here->best_gap = from->best_gap + more;
        here->gap = (unsigned char)(s | FURTHER);
    }
}

/** Gather the steps that end at column j of row 0 of above. */
static void reach(struct sweep *sweep, const struct reached *above, size_t j)
{
    const hxp_grid *grid = sweep->grid;
    size_t node = hxp_band_row_node(&above->rows[0], j);
    struct state *here = &sweep->states[node];
    struct terms text, gap;
    text.count = gap.count = 0;
    *here = (struct state){ .best = UNREACHED, .best_gap = UNREACHED };
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        const hxp_band_row *row = &above->rows[shape.rows];
        if (shape.columns > j || !hxp_band_row_has(row, j - shape.columns))
            continue;
        size_t at = hxp_band_row_node(row, j - shape.columns);
        const struct state *from = &sweep->states[at];
        double score = score_of(grid, at, s);
        if (is_gap(shape)) {
            double more = further(grid, score);
            reach_by_gap(here, from, score, more, s);
            add_term(&gap, from->forward.text + score);
            add_term(&gap, from->forward.gap + more);
            continue;
        }
        add_term(&text, from->forward.all + score);
        if (from->best + score > here->best) {
            here->best = from->best + score;
            here->shape = (unsigned char)s;
        }
    }
    if (here->best_gap > here->best) {
        here->best = here->best_gap;
        here->shape = here->gap;
    }
    here->forward.text = log_sum(text.items, text.count);
    here->forward.gap = log_sum(gap.items, gap.count);
    here->forward.all = add_logs(here->forward.text, here->forward.gap);
}

static void go_there(struct sweep *sweep)
{
    const hxp_band *band = sweep->grid->band;
    hxp_node from = sweep->ends->from;
    for (size_t i = band->first; i <= band->last; i++) {
        struct reached above;
        for (size_t k = 0; k <= HXP_MOST_MERGE; k++)
            above.rows[k] = hxp_band_row_at(band, i - k); /* none above 0 */
        for (size_t j = hxp_band_low(band, i); j <= hxp_band_high(band, i); j++)
            if (i == from.row && j == from.column)
                sweep->states[hxp_band_at(band, i, j)] =
                    (struct state){ .best_gap = UNREACHED,
                                    .forward = { 0, UNREACHED, 0 } };
            else
                reach(sweep, &above, j);
    }
}

/* --- And back ------------------------------------------------------------- */

/** Gather the steps that begin at column j of row 0 of below. What joins text
 * with text is worth the same whatever was before. */
static void look_back(struct sweep *sweep, const struct reached *below,
                      size_t j)
{
    const hxp_grid *grid = sweep->grid;
    size_t at = hxp_band_row_node(&below->rows[0], j);
    struct terms joined, text, gap;
    joined.count = text.count = gap.count = 0;
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        const hxp_band_row *row = &below->rows[shape.rows];
        if (!hxp_band_row_has(row, j + shape.columns))
            continue;
        double score = score_of(grid, at, s);
        const struct state *to =
            &sweep->states[hxp_band_row_node(row, j + shape.columns)];
        if (is_gap(shape)) {
            add_term(&text, score + to->back_gap);
            add_term(&gap, further(grid, score) + to->back_gap);
        } else {
            add_term(&joined, score + to->back_text);
        }
    }
    double sum = log_sum(joined.items, joined.count);
    add_term(&text, sum);
    add_term(&gap, sum);
    sweep->states[at].back_text = log_sum(text.items, text.count);
    sweep->states[at].back_gap = log_sum(gap.items, gap.count);
}

static void go_back(struct sweep *sweep)
{
    const hxp_band *band = sweep->grid->band;
    const hxp_ends *ends = sweep->ends;
    for (size_t i = band->last + 1; i-- > band->first;) {
        struct reached below;
        for (size_t k = 0; k <= HXP_MOST_MERGE; k++)
            below.rows[k] = hxp_band_row_at(band, i + k);
        for (size_t j = below.rows[0].high + 1; j-- > below.rows[0].low;) {
            struct state *here =
                &sweep->states[hxp_band_row_node(&below.rows[0], j)];
            if (i == band->last && (ends->open || j == ends->to.column))
                here->back_text = here->back_gap = 0;
            else
                look_back(sweep, &below, j);
        }
    }
    sweep->total =
        sweep->states[hxp_band_at(band, ends->from.row, ends->from.column)]
            .back_text;
}

/* --- What comes of it ----------------------------------------------------- */

/** The posterior of the step that leaves node in shape s. */
static double posterior(const struct sweep *sweep, hxp_node node, size_t s)
{
    const hxp_grid *grid = sweep->grid;
    hxp_shape shape = grid->shapes->items[s];
    size_t at = hxp_band_at(grid->band, node.row, node.column);
    const struct state *from = &sweep->states[at];
    const struct state *to = &sweep->states[hxp_band_at(
        grid->band, node.row + shape.rows, node.column + shape.columns)];
    double score = score_of(grid, at, s), p;
    if (is_gap(shape))
        p = exp(add_logs(from->forward.text + score,
                         from->forward.gap + further(grid, score)) +
                to->back_gap - sweep->total);
    else
        p = exp(from->forward.all + score + to->back_text - sweep->total);
    return p < 1 ? p : 1;
}

/** The posterior that the row or column which step s leaves without a
 * translation has none, wherever the step is taken. */
static double lone_posterior(const struct sweep *sweep, hxp_node node, size_t s)
{
    const hxp_band *band = sweep->grid->band;
    double sum = 0;
    if (sweep->grid->shapes->items[s].rows > 0) {
        size_t last = hxp_band_high(band, node.row);
        for (size_t j = hxp_band_low(band, node.row + 1); j <= last; j++)
            sum += posterior(sweep, (hxp_node){ node.row, j }, s);
    } else {
        size_t first = node.row, last = node.row;
        while (first > band->first &&
               hxp_band_high(band, first - 1) > node.column)
            first--;
        while (last < band->last && hxp_band_low(band, last + 1) <= node.column)
            last++;
        for (size_t i = first; i <= last; i++)
            sum += posterior(sweep, (hxp_node){ i, node.column }, s);
    }
    return sum < 1 ? sum : 1;
}

bool hxp_links_add(hxp_links *links, hxp_link link)
{
    if (!hxp_array_reserve(&links->items, &links->capacity, links->count + 1,
                           sizeof *links->items))
        return false;
    links->items[links->count++] = link;
    return true;
}

static bool add_link(hxp_links *links, const struct sweep *sweep, hxp_node node,
                     size_t s)
{
    hxp_shape shape = sweep->grid->shapes->items[s];
    double confidence = is_gap(shape) ? lone_posterior(sweep, node, s)
                                      : posterior(sweep, node, s);
    return hxp_links_add(
        links, (hxp_link){ node.row, node.column, shape, confidence });
}

/** Where the best way ends. */
static hxp_node find_end(const struct sweep *sweep)
{
    const hxp_band *band = sweep->grid->band;
    hxp_node end = { band->last, hxp_band_low(band, band->last) };
    double best = UNREACHED;
    if (!sweep->ends->open)
        return sweep->ends->to;
    for (size_t j = end.column; j <= hxp_band_high(band, band->last); j++) {
        size_t at = hxp_band_at(band, band->last, j);
        if (sweep->states[at].best > best) {
            best = sweep->states[at].best;
            end.column = j;
        }
    }
    return end;
}

/** Follow the best way from its end, then turn it round. */
static bool trace(hxp_links *way, const struct sweep *sweep)
{
    const hxp_grid *grid = sweep->grid;
    hxp_node node = find_end(sweep), from = sweep->ends->from;
    size_t first = way->count;
    bool in_gap = false;
    while (node.row > from.row || node.column > from.column) {
        const struct state *state =
            &sweep->states[hxp_band_at(grid->band, node.row, node.column)];
        unsigned step = in_gap ? state->gap : state->shape;
        size_t s = step & ~(unsigned)FURTHER;
        in_gap = (step & FURTHER) != 0;
        node.row -= grid->shapes->items[s].rows;
        node.column -= grid->shapes->items[s].columns;
        if (!add_link(way, sweep, node, s))
            return false;
    }
    for (size_t i = first, j = way->count; i + 1 < j; i++) {
        hxp_link link = way->items[i];
        way->items[i] = way->items[--j];
        way->items[j] = link;
    }
    return true;
}

/** Add the likely links that leave node. */
static bool add_likely(hxp_links *likely, const struct sweep *sweep,
                       hxp_node node, double least)
{
    const hxp_grid *grid = sweep->grid;
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        if (is_gap(shape) ||
            !hxp_band_has(grid->band, node.row + shape.rows,
                          node.column + shape.columns) ||
            posterior(sweep, node, s) < least)
            continue;
        if (!add_link(likely, sweep, node, s))
            return false;
    }
    return true;
}

static bool gather_likely(hxp_links *likely, const struct sweep *sweep,
                          double least)
{
    const hxp_band *band = sweep->grid->band;
    double bound = sweep->total + log(least);
    for (size_t i = band->first; i <= band->last; i++)
        for (size_t j = hxp_band_low(band, i); j <= hxp_band_high(band, i);
             j++) {
            const struct state *here = &sweep->states[hxp_band_at(band, i, j)];
            /* A step is no likelier than the node it leaves, and a node that
             * is left by a step is entered as if by text or better. */
            if (here->forward.all + here->back_gap >= bound &&
                !add_likely(likely, sweep, (hxp_node){ i, j }, least))
                return false;
        }
    return true;
}

bool hxp_find_way(hxp_links *way, hxp_links *likely, const hxp_grid *grid,
                  const hxp_ends *ends, double least)
{
    struct sweep sweep = { .grid = grid, .ends = ends };
    sweep.states = calloc(hxp_band_size(grid->band), sizeof *sweep.states);
    if (!sweep.states)
        return false;
    go_there(&sweep);
    go_back(&sweep);
    bool done =
        trace(way, &sweep) && (!likely || gather_likely(likely, &sweep, least));
    free(sweep.states);
    return done;
}
