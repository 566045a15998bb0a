/* search.c - bands around anchors and around the way found before. */
#include "align/search.h"

#include "align/anchor.h"
#include "align/coarse.h"

#include <math.h>
#include <stdlib.h>

static const size_t NEIGHBOURS =
    3; /* links on both sides that must be sure, too */
static const double SWAPPED = 15; /* segments aside that are no chance */

/** The band while it grows. */
struct search {
    const hxp_pair *pair;
    hxp_boxes boxes;
    hxp_boxes gaps; /* between anchors, where they are far apart */
    double room;    /* nodes left for what may have changed places */
};

/** Take in what may lie between two anchors. */
static bool bridge(struct search *search, hxp_node from, hxp_node to)
{
    const hxp_parameters *parameters = search->pair->parameters;
    double rows = (double)(to.row - from.row);
    double columns = (double)(to.column - from.column);
    double nodes = rows * columns;
    if (nodes <= parameters->box * (rows + columns))
        return hxp_boxes_add(&search->boxes, from, to, parameters->sure_band);
    return hxp_boxes_add(&search->gaps, from, to, 0);
}

/** Anchor number k; behind the last one, the end. */
static hxp_node anchor_at(const hxp_anchors *anchors, size_t k, hxp_node end)
{
    return k < anchors->count ? anchors->nodes[k] : end;
}

/** By how much more columns than rows the way goes on behind a node. */
static double turn(hxp_node from, hxp_node to)
{
    return (double)(to.column - from.column) - (double)(to.row - from.row);
}

/**
 * Where the way turns aside before anchor k, and soon about as far back, more
 * segments may have changed places than lie between: take in all of both.
 */
static bool add_swapped(struct search *search, const hxp_anchors *anchors,
                        size_t k, hxp_node end)
{
    hxp_node from = k > 0 ? anchors->nodes[k - 1] : (hxp_node){ 0, 0 };
    hxp_node first = anchors->nodes[k];
    double aside = turn(from, first);
    if (fabs(aside) < SWAPPED)
        return true;
    for (; k < anchors->count; k++) {
        hxp_node last = anchors->nodes[k], to = anchor_at(anchors, k + 1, end);
        double back = turn(last, to);
        if ((double)(last.row - first.row) > fabs(aside))
            return true;
        if (fabs(aside + back) <= fabs(aside) / 2) {
            double nodes =
                (double)(to.row - from.row) * (double)(to.column - from.column);
            if (nodes > search->room)
                return true;
            search->room -= nodes;
            return hxp_boxes_add(&search->boxes, from, to, 0);
        }
    }
    return true;
}

/** Take in the anchors and what lies between them. */
static bool bridge_anchors(struct search *search, const hxp_anchors *anchors)
{
    const hxp_pair *pair = search->pair;
    hxp_node from = { 0, 0 };
    hxp_node end = { pair->source->count, pair->target->count };
    bool done = true;
    for (size_t k = 0; done && k < anchors->count; k++) {
        done = bridge(search, from, anchors->nodes[k]) &&
               add_swapped(search, anchors, k, end);
        from = anchors->nodes[k];
    }
    done = done && bridge(search, from, end);
    if (done && search->gaps.count > 0)
        done = hxp_boxes_coarse(&search->boxes, pair, &search->gaps);
    return done;
}

/** Take in the anchors that lie near the way, or those that lie far off. */
static bool add_anchors(struct search *search, const hxp_anchors *anchors,
                        const hxp_links *way, bool far)
{
    const hxp_parameters *parameters = search->pair->parameters;
    size_t at = 0; /* the link at the row of the anchor */
    bool done = true;
    for (size_t k = 0; done && k < anchors->count; k++) {
        hxp_node node = anchors->nodes[k];
        while (at + 1 < way->count && way->items[at + 1].row <= node.row)
            at++;
        size_t column = way->items[at].column;
        size_t off =
            column > node.column ? column - node.column : node.column - column;
        if ((off > parameters->gap_band) == far)
            done = hxp_boxes_add(&search->boxes, node, node,
                                 parameters->sure_band);
    }
    return done;
}

bool hxp_boxes_around(hxp_boxes *boxes, const hxp_links *way,
                      const hxp_parameters *parameters)
{
    size_t sure = 0; /* links up to k + NEIGHBOURS that are, in a row */
    for (size_t k = 0; k < way->count + NEIGHBOURS; k++) {
        bool good =
            k >= way->count || way->items[k].confidence >= parameters->sure;
        sure = good ? sure + 1 : 0;
        if (k < NEIGHBOURS)
            continue;
        hxp_link link = way->items[k - NEIGHBOURS];
        hxp_node from = { link.row, link.column };
        hxp_node to = { link.row + link.shape.rows,
                        link.column + link.shape.columns };
        size_t width = sure > 2 * NEIGHBOURS || sure > k ? parameters->sure_band
                                                         : parameters->band;
        if (!hxp_boxes_add(boxes, from, to, width))
            return false;
    }
    return true;
}

/**
 * Widen band by the anchors far off the way, if that takes few nodes enough:
 * all that lies between them and the way comes in, so that the nodes grow as
 * the square of how far an anchor is off.
 */
static bool widen(hxp_band *band, struct search *search,
                  const hxp_anchors *anchors, const hxp_links *way)
{
    hxp_node end = { search->pair->source->count, search->pair->target->count };
    hxp_band wide, narrow = *band;
    if (!add_anchors(search, anchors, way, true) ||
        !hxp_band_of(&wide, end, &search->boxes))
        return false;
    double more = (double)(hxp_band_size(&wide) - hxp_band_size(&narrow));
    bool fits = more <= search->pair->parameters->boxes;
    *band = fits ? wide : narrow;
    hxp_band_free(fits ? &narrow : &wide);
    return true;
}

bool hxp_find_band(hxp_band *band, const hxp_pair *pair, const hxp_links *way)
{
    struct search search = { .pair = pair };
    search.room = pair->parameters->boxes / 4;
    hxp_node end = { pair->source->count, pair->target->count };
    bool first = way->count == 0;
    hxp_anchors anchors;
    bool done = hxp_find_anchors(&anchors, pair->source, pair->target,
                                 hxp_lexicon_table(pair->lexicon, HXP_FORWARD),
                                 pair->parameters);
    if (pair->fixed)
        done = done && hxp_fixed_guide(&anchors, pair->fixed) &&
               hxp_fixed_boxes(&search.boxes, pair->fixed);
    done = done &&
           (first ? bridge_anchors(&search, &anchors)
                  : add_anchors(&search, &anchors, way, false)) &&
           hxp_boxes_around(&search.boxes, way, pair->parameters) &&
           hxp_band_of(band, end, &search.boxes) &&
           (first || widen(band, &search, &anchors, way));
    hxp_anchors_free(&anchors);
    free(search.boxes.items);
    free(search.gaps.items);
    return done;
}
