/* search.c - bands around anchors and around the way found before. */
#include "align/search.h"

#include "align/anchor.h"

#include <stdlib.h>

static const size_t NEIGHBOURS =
    3; /* links on both sides that must be sure, too */

/** The band while it grows. */
struct search {
    const hxp_pair *pair;
    hxp_boxes boxes;
    double left; /* nodes that wide gaps between anchors may still take */
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
    if (nodes > search->left)
        return hxp_boxes_along(&search->boxes, from, to, parameters->gap_band);
    search->left -= nodes;
    return hxp_boxes_add(&search->boxes, from, to, parameters->sure_band);
}

/** Take in the anchors and, at first, what lies between them. */
static bool add_anchors(struct search *search, bool gaps)
{
    const hxp_pair *pair = search->pair;
    size_t width = pair->parameters->sure_band;
    hxp_node from = { 0, 0 };
    hxp_node end = { pair->source->count, pair->target->count };
    hxp_anchors anchors;
    bool done = hxp_find_anchors(&anchors, pair->source, pair->target,
                                 hxp_lexicon_table(pair->lexicon, HXP_FORWARD),
                                 pair->parameters);
    if (done && pair->fixed)
        done = hxp_fixed_guide(&anchors, pair->fixed);
    for (size_t k = 0; done && k < anchors.count; k++) {
        hxp_node node = anchors.nodes[k];
        done = gaps ? bridge(search, from, node)
                    : hxp_boxes_add(&search->boxes, node, node, width);
        from = node;
    }
    if (gaps)
        done = done && bridge(search, from, end);
    hxp_anchors_free(&anchors);
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

bool hxp_find_band(hxp_band *band, const hxp_pair *pair, const hxp_links *way)
{
    struct search search = { .pair = pair, .left = pair->parameters->boxes };
    hxp_node end = { pair->source->count, pair->target->count };
    bool done = add_anchors(&search, way->count == 0) &&
                (!pair->fixed || hxp_fixed_boxes(&search.boxes, pair->fixed)) &&
                hxp_boxes_around(&search.boxes, way, pair->parameters) &&
                hxp_band_of(band, end, &search.boxes);
    free(search.boxes.items);
    return done;
}
