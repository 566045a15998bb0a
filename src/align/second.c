/* second.c - joins and divides a way's beads where a border may be moved. */
#include "align/second.h"

#include "align/border.h"
#include "align/contrast.h"

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

static bool is_lone(hxp_shape shape)
{
    return hxp_kind_of(shape) == HXP_KIND_LONE;
}

/** What link is worth in the grid, beside one without a translation or not. */
static double worth_beside(const struct look *look, const hxp_link *link,
                           const hxp_link *beside)
{
    double score = hxp_grid_worth(look->grid, link);
    bool further = beside && is_lone(link->shape) && is_lone(beside->shape) &&
                   score > (double)HXP_IMPOSSIBLE;
    return further ? fmax(score, look->grid->further) : score;
}

/** The links beside count links from k on; NULL: there is none. */
static const hxp_link *before_link(const struct look *look, size_t k)
{
    return k > 0 ? &look->way->items[k - 1] : NULL;
}

static const hxp_link *behind_link(const struct look *look, size_t k)
{
    return k + 1 < look->way->count ? &look->way->items[k + 1] : NULL;
}

/**
 * What bead is worth when a border in it stands in one language only, behind
 * the first at segments. Of one segment and several, words say about as much as
 * in the grid, where they need not come in order.
 */
static double worth_again(const struct look *look, const hxp_link *bead,
                          size_t at)
{
    double again = hxp_score_again(look->scorer, bead, at);
    if (again <= (double)HXP_IMPOSSIBLE)
        return again;
    if (is_cross(bead->shape))
        return again + hxp_scorer_parameters(look->scorer)->moved;
    return (again + hxp_grid_worth(look->grid, bead)) / 2;
}

/** A bead as it is, and divided. */
struct division {
    hxp_link parts[2];
    double apart; /* what these are worth */
    double again; /* what it is worth as one */
};

/** Keep of two divisions of link k that which is the more likely one: *best, or
 * the one with a first part of shape first. */
static void choose(struct division *best, const struct look *look, size_t k,
                   hxp_shape first)
{
    hxp_link bead = look->way->items[k];
    hxp_shape rest = { bead.shape.rows - first.rows,
                       bead.shape.columns - first.columns };
    struct division made = {
        .parts = { { bead.row, bead.column, first, 0 },
                   { bead.row + first.rows, bead.column + first.columns, rest,
                     0 } },
    };
    size_t at = first.rows > 0 && rest.rows > 0 ? first.rows : first.columns;
    made.apart = worth_beside(look, &made.parts[0], before_link(look, k)) +
                 worth_beside(look, &made.parts[1], behind_link(look, k));
    if (made.apart <= hxp_grid_worth(look->grid, &bead) - FAR)
        return;
    made.again = worth_again(look, &bead, is_cross(bead.shape) ? 1 : at);
    if (made.again > (double)HXP_IMPOSSIBLE &&
        made.apart - made.again > best->apart - best->again)
        *best = made;
}

/** The likeliest division of link k: in two that join text when it has several
 * segments on both sides, else in a segment without a translation and the
 * rest. */
static struct division divide(const struct look *look, size_t k)
{
    hxp_shape shape = look->way->items[k].shape;
    struct division best = { .apart = -HUGE_VAL };
    bool cross = is_cross(shape);
    for (size_t r = 0; r <= shape.rows; r++)
        for (size_t c = 0; c <= shape.columns; c++) {
            hxp_shape first = { r, c };
            hxp_shape rest = { shape.rows - r, shape.columns - c };
            bool text = r > 0 && c > 0 && rest.rows > 0 && rest.columns > 0;
            if (cross ? text : is_lone(first) != is_lone(rest))
                choose(&best, look, k, first);
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
 * Weigh link k, which has several segments on a side, anew, and offer to
 * divide it. Its posterior p changes as what it weighs against all the rest.
 */
static void try_dividing(struct look *look, size_t k)
{
    hxp_link *link = &look->way->items[k];
    double before = hxp_grid_worth(look->grid, link), p = link->confidence;
    struct division division = divide(look, k);
    if (division.apart <= (double)HXP_IMPOSSIBLE)
        return;
    double weight = p * exp(fmin(division.again - before, MOST));
    double all = 1 - p + weight;
    link->confidence = weight / all;
    if (division.apart <= division.again)
        return;
    struct step step = { .from = k, .count = 2 };
    step.gain = look->steps[k].gain + division.apart - division.again;
    for (int i = 0; i < 2; i++) {
        step.made[i] = division.parts[i];
        step.made[i].confidence =
            fmin(p * exp(fmin(division.apart - before, MOST)) / all, 1);
    }
    offer(look, k + 1, &step);
}

/**
 * Offer to leave both segments of link k without a translation: what speaks for
 * the link may be no more than what speaks for any two segments.
 */
static void try_parting(struct look *look, size_t k)
{
    hxp_link *link = &look->way->items[k];
    hxp_link parts[2] = { { link->row, link->column, { 1, 0 }, 0 },
                          { link->row + 1, link->column, { 0, 1 }, 0 } };
    double score = hxp_grid_worth(look->grid, link);
    double apart = worth_beside(look, &parts[0], before_link(look, k)) +
                   worth_beside(look, &parts[1], behind_link(look, k));
    if (score <= (double)HXP_IMPOSSIBLE || apart <= (double)HXP_IMPOSSIBLE)
        return;
    double more = apart - hxp_contrast_weigh(look->scorer, link, score);
    double p = link->confidence, share = 1 / (1 + exp(fmin(more, MOST)));
    link->confidence = p * share;
    if (more <= 0)
        return;
    struct step step = {
        look->steps[k].gain + more, k, { parts[0], parts[1] }, 2
    };
    for (int i = 0; i < 2; i++)
        step.made[i].confidence = p * (1 - share);
    offer(look, k + 1, &step);
}

/** True when count links could be bead with a border moved within: those
 * without a translation rather have none, but for one beside one that joins
 * one segment with one or more. */
static bool can_join(const hxp_link *links, size_t count, const hxp_link *bead)
{
    size_t lone = 0;
    for (size_t i = 0; i < count; i++) {
        lone += is_lone(links[i].shape);
        if (is_cross(links[i].shape))
            return false;
    }
    return is_cross(bead->shape) ? lone == 0 : lone == 1 && count == 2;
}

/** Offer to join count links from k on. When the bead that they would be weighs
 * more than in the grid, they are less sure. */
static void try_joining(struct look *look, size_t k, size_t count)
{
    const hxp_link *links = &look->way->items[k];
    hxp_link bead = links[0];
    double apart = worth_beside(look, &links[0], before_link(look, k));
    for (size_t i = 1; i < count; i++) {
        bead.shape.rows += links[i].shape.rows;
        bead.shape.columns += links[i].shape.columns;
        bead.confidence = fmin(bead.confidence, links[i].confidence);
        apart += worth_beside(look, &links[i], behind_link(look, k + i));
    }
    double once = hxp_grid_worth(look->grid, &bead);
    if (!can_join(links, count, &bead) || once <= apart - FAR)
        return;
    hxp_shape first = links[0].shape;
    size_t at = is_cross(bead.shape)  ? 1
                : bead.shape.rows > 1 ? first.rows
                                      : first.columns;
    double p = bead.confidence, again = worth_again(look, &bead, at);
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
        if (way->items[k].shape.rows + way->items[k].shape.columns > 2)
            try_dividing(&look, k);
        else if (hxp_kind_of(way->items[k].shape) == HXP_KIND_SINGLE)
            try_parting(&look, k);
        for (size_t n = 2; n <= MOST_LINKS && k + n <= count; n++)
            try_joining(&look, k, n);
    }
    done = done && write_way(&look);
    free(look.steps);
    free(look.doubt);
    return done;
}

double hxp_border_gain(const hxp_pair *pair, const hxp_link *bead,
                       double without)
{
    size_t most = bead->shape.rows > 1 ? bead->shape.rows : bead->shape.columns;
    double best = -HUGE_VAL;
    if (is_cross(bead->shape))
        return fmax(hxp_score_moved(pair, bead, 1) + pair->parameters->moved -
                        without,
                    0);
    for (size_t at = 1; at < most; at++)
        best = fmax(best, hxp_score_moved(pair, bead, at));
    return fmax((best - without) / 2, 0);
}
