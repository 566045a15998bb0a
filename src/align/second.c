/* second.c - joins and divides a way's beads where a border may be moved. */
#include "align/second.h"

#include <math.h>
#include <stdlib.h>

static const double FAR = 7;   /* so much less in the grid is never made up */
static const double MOST = 50; /* that a bead gains, so that sums are finite */

enum { MOST_LINKS = 3 }; /* that may be one bead */

/** How the links up to some place are had. */
struct step {
    double gain;      /* that all is worth more up to here */
    size_t from;      /* the place before; once all is known, that behind */
    hxp_link made[2]; /* what comes between; none: the way's own link */
    size_t count;
};

/** A look at a way. */
struct look {
    hxp_links *way;
    const hxp_scorer *scorer;
    const hxp_grid *grid;
    struct step *steps; /* by the number of links behind */
    double *doubt;      /* of each link: what its chance is divided by */
};

static bool is_cross(hxp_shape shape)
{
    return hxp_kind_of(shape) == HXP_KIND_CROSS;
}

/** What a bead is worth in the grid. */
static double worth(const hxp_grid *grid, const hxp_link *link)
{
    size_t s = hxp_shapes_find(grid->shapes, link->shape);
    if (s == grid->shapes->count ||
        !hxp_band_has(grid->band, link->row, link->column))
        return (double)HXP_IMPOSSIBLE;
    size_t node = hxp_band_at(grid->band, link->row, link->column);
    return (double)grid->scores[node * grid->shapes->count + s];
}

/** The two beads that bead, of several segments on both sides, is best divided
 * into; what they are worth. */
static double divide(hxp_link parts[2], const hxp_grid *grid,
                     const hxp_link *bead)
{
    double best = (double)HXP_IMPOSSIBLE;
    for (size_t r = 1; r < bead->shape.rows; r++)
        for (size_t c = 1; c < bead->shape.columns; c++) {
            hxp_shape rest = { bead->shape.rows - r, bead->shape.columns - c };
            hxp_link first = { bead->row, bead->column, { r, c }, 0 };
            hxp_link second = { bead->row + r, bead->column + c, rest, 0 };
            double sum = worth(grid, &first) + worth(grid, &second);
            if (sum > best) {
                best = sum;
                parts[0] = first;
                parts[1] = second;
            }
        }
    return best;
}

/** Take the step to some place if no better one leads there. */
static void offer(struct look *look, size_t to, const struct step *step)
{
    if (step->gain > look->steps[to].gain)
        look->steps[to] = *step;
}

/**
 * Weigh link k, which has several segments on both sides, anew, and offer to
 * divide it. Its posterior p changes as what it weighs against all the rest.
 */
static void try_dividing(struct look *look, size_t k)
{
    hxp_link *link = &look->way->items[k];
    struct step step = { .from = k, .count = 2 };
    double before = worth(look->grid, link), p = link->confidence;
    double apart = divide(step.made, look->grid, link);
    double again = hxp_score_again(look->scorer, link);
    if (again <= (double)HXP_IMPOSSIBLE)
        return;
    double weight = p * exp(fmin(again - before, MOST));
    double all = 1 - p + weight;
    link->confidence = weight / all;
    if (apart <= again)
        return;
    step.gain = look->steps[k].gain + apart - again;
    step.made[0].confidence = fmin(p * exp(apart - before) / all, 1);
    step.made[1].confidence = step.made[0].confidence;
    offer(look, k + 1, &step);
}

/**
 * The bead of count links from k on; what these are worth, and the least of
 * their posteriors as its own. False: it would not be one with a border moved
 * within: those of them that have no translation rather have none.
 */
static bool join(hxp_link *bead, double *worth_of, const struct look *look,
                 size_t k, size_t count)
{
    const hxp_link *links = &look->way->items[k];
    *bead = links[0];
    *worth_of = worth(look->grid, &links[0]);
    for (size_t i = 1; i < count; i++) {
        bead->shape.rows += links[i].shape.rows;
        bead->shape.columns += links[i].shape.columns;
        bead->confidence = fmin(bead->confidence, links[i].confidence);
        *worth_of += worth(look->grid, &links[i]);
    }
    for (size_t i = 0; i < count; i++)
        if (is_cross(links[i].shape) ||
            hxp_kind_of(links[i].shape) == HXP_KIND_LONE)
            return false;
    return hxp_shapes_find(look->grid->shapes, bead->shape) <
           look->grid->shapes->count;
}

/** Offer to join count links from k on. When the bead that they would be weighs
 * more than in the grid, they are less sure. */
static void try_joining(struct look *look, size_t k, size_t count)
{
    hxp_link bead;
    double apart, once;
    if (!join(&bead, &apart, look, k, count) ||
        (once = worth(look->grid, &bead)) <= apart - FAR)
        return;
    double p = bead.confidence;
    double again = hxp_score_again(look->scorer, &bead);
    double weight = p * exp(fmin(again - apart, MOST));
    double all = fmax(1 + weight - p * exp(once - apart), p + weight);
    for (size_t i = k; i < k + count; i++)
        look->doubt[i] = fmax(look->doubt[i], all);
    bead.confidence = weight / all;
    const struct step step = {
        look->steps[k].gain + again - apart, k, { bead }, 1
    };
    offer(look, k + count, &step);
}

/** Go through the steps from the last to the first, and turn them round. */
static void turn_round(struct step *steps, size_t count)
{
    size_t behind = count;
    for (size_t k = count; k > 0;) {
        size_t from = steps[k].from;
        steps[k].from = behind;
        behind = k;
        k = from;
    }
    steps[0].from = behind;
}

/** Write what the steps say as the way. False: no memory. */
static bool write_way(struct look *look)
{
    hxp_links made = { NULL, 0, 0 };
    size_t count = look->way->count;
    bool done = true;
    turn_round(look->steps, count);
    for (size_t k = 0; done && k < count; k = look->steps[k].from) {
        const struct step *step = &look->steps[look->steps[k].from];
        hxp_link own = look->way->items[k];
        own.confidence /= look->doubt[k];
        for (size_t i = 0; done && i < step->count; i++)
            done = hxp_links_add(&made, step->made[i]);
        if (step->count == 0)
            done = hxp_links_add(&made, own);
    }
    free(done ? look->way->items : made.items);
    if (done)
        *look->way = made;
    return done;
}

bool hxp_look_again(hxp_links *way, const hxp_scorer *scorer,
                    const hxp_grid *grid)
{
    size_t count = way->count;
    struct look look = { .way = way, .scorer = scorer, .grid = grid };
    look.steps = calloc(count + 1, sizeof *look.steps);
    look.doubt = calloc(count + 1, sizeof *look.doubt);
    bool done = look.steps && look.doubt;
    for (size_t k = 0; done && k < count; k++) {
        look.doubt[k] = 1;
        look.steps[k + 1].gain = -HUGE_VAL;
    }
    for (size_t k = 0; done && k < count; k++) {
        const struct step own = { .gain = look.steps[k].gain, .from = k };
        offer(&look, k + 1, &own);
        if (is_cross(way->items[k].shape))
            try_dividing(&look, k);
        for (size_t n = 2; n <= MOST_LINKS && k + n <= count; n++)
            try_joining(&look, k, n);
    }
    done = done && write_way(&look);
    free(look.steps);
    free(look.doubt);
    return done;
}
