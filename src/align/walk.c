/* walk.c - cuts a band into pieces at sure links. */
#include "align/walk.h"

#include "align/second.h"

#include <stdlib.h>

static const double SURE = 0.99; /* of a link that can end a piece */

enum {
    PIECE_NODES = 100000, /* of a piece: some 20 MB */
    PIECE_ROWS = 160,     /* but no piece has fewer rows */
    TAIL = 4              /* the last quarter of a piece is done again */
};

/** The last row of the piece that begins with row first. */
static size_t end_of_piece(const hxp_band *band, size_t first, size_t last)
{
    size_t begin = band->offset[first - band->first];
    size_t end = first + PIECE_ROWS;
    while (end < last &&
           band->offset[end + 1 - band->first] - begin < PIECE_NODES)
        end++;
    return end < last ? end : last;
}

/** True when the way surely comes by where link begins: a segment without a
 * translation may be sure, but stand elsewhere. */
static bool is_sure(hxp_link link)
{
    return link.confidence >= SURE && link.shape.rows > 0 &&
           link.shape.columns > 0;
}

/** Where the next piece begins when one ends, open, at row last. */
static hxp_node find_cut(const hxp_links *way, size_t first, size_t last)
{
    size_t tail = last - (last - first) / TAIL, cut = 0;
    bool sure = false;
    for (size_t k = 1; k < way->count && way->items[k].row <= tail; k++)
        if (is_sure(way->items[k]) || !sure) {
            cut = k;
            sure = is_sure(way->items[k]);
        }
    hxp_link link = way->items[cut > 0 ? cut : way->count - 1];
    if (cut > 0)
        return (hxp_node){ link.row, link.column };
    return (hxp_node){ link.row + link.shape.rows,
                       link.column + link.shape.columns };
}

/** Append the links of from that end at or before node. */
static bool append(hxp_links *to, const hxp_links *from, hxp_node node)
{
    for (size_t k = 0; k < from->count; k++) {
        hxp_link link = from->items[k];
        if (link.row + link.shape.rows <= node.row &&
            link.column + link.shape.columns <= node.column &&
            !hxp_links_add(to, link))
            return false;
    }
    return true;
}

/** Walk one piece, and move ends->from to where the next begins. */
static bool walk_piece(hxp_walk *walk, hxp_walk *piece, hxp_scorer *scorer,
                       const hxp_band *band, hxp_ends *ends)
{
    size_t first = ends->from.row;
    size_t last = end_of_piece(band, first, ends->to.row);
    const hxp_band part = hxp_band_part(band, first, last);
    const hxp_grid grid = hxp_score_grid(scorer, &part);
    piece->way.count = piece->likely.count = 0;
    ends->open = last < ends->to.row;
    if (!grid.scores ||
        !hxp_find_way(&piece->way, &piece->likely, &grid, ends,
                      hxp_scorer_parameters(scorer)->least_example) ||
        (walk->again && !hxp_look_again(&piece->way, scorer, &grid)))
        return false;
    ends->from = ends->open ? find_cut(&piece->way, first, last) : ends->to;
    size_t first_link = walk->way.count;
    if (!append(&walk->way, &piece->way, ends->from))
        return false;
    hxp_contrast_add(&walk->contrast, scorer, &grid, &walk->way, first_link);
    return append(&walk->likely, &piece->likely, ends->from);
}

bool hxp_walk_along(hxp_walk *walk, hxp_scorer *scorer, const hxp_band *band,
                    hxp_node from, hxp_node to)
{
    hxp_walk piece = { .way = { .count = 0 } };
    hxp_ends ends = { from, to, false };
    bool done = true;
    while (done && (ends.from.row < to.row || ends.from.column < to.column))
        done = walk_piece(walk, &piece, scorer, band, &ends);
    hxp_walk_free(&piece);
    return done;
}

bool hxp_walk_through(hxp_walk *walk, hxp_scorer *scorer, const hxp_band *band,
                      hxp_node end)
{
    const hxp_fixed *fixed = hxp_scorer_fixed(scorer);
    hxp_node at = { 0, 0 };
    bool done = true;
    for (size_t k = 0; done && fixed && k < fixed->box_count; k++) {
        hxp_box box = fixed->boxes[k];
        hxp_link link = { box.from.row,
                          box.from.column,
                          { box.to.row - box.from.row,
                            box.to.column - box.from.column },
                          1 };
        done = hxp_walk_along(walk, scorer, band, at, box.from) &&
               hxp_links_add(&walk->way, link) &&
               hxp_links_add(&walk->likely, link);
        at = box.to;
    }
    return done && hxp_walk_along(walk, scorer, band, at, end);
}

void hxp_walk_free(hxp_walk *walk)
{
    free(walk->way.items);
    free(walk->likely.items);
    *walk = (hxp_walk){ .way = { .count = 0 } };
}
