/* dynamic.h - the best way through a band, and how sure each step is. */
#ifndef ALIGN_DYNAMIC_H
#define ALIGN_DYNAMIC_H

#include "align/band.h"

enum { HXP_MOST_SHAPES = 16, HXP_MOST_MERGE = 4 };

/** So many segments of one text to so many of the other. */
typedef struct hxp_shape {
    size_t rows;
    size_t columns;
} hxp_shape;

/** The shapes that beads may have. */
typedef struct hxp_shapes {
    hxp_shape items[HXP_MOST_SHAPES];
    size_t count;
} hxp_shapes;

/** A step no way may take. */
#define HXP_IMPOSSIBLE (-1e30F)

/**
 * What beads are worth. The bead that leaves node k in shape s is worth
 * scores[k * shapes->count + s], a multiple of 1/1024, so that sums are exact;
 * HXP_IMPOSSIBLE when it leaves the band. In a row of segments without a
 * translation each but the first is worth at least further.
 */
typedef struct hxp_grid {
    const hxp_band *band;
    const hxp_shapes *shapes;
    const float *scores;
    double further;
} hxp_grid;

/** Where ways lead: from a node of the first row of the band to one of the
 * last, or, when the end is open, to any of the last. */
typedef struct hxp_ends {
    hxp_node from;
    hxp_node to;
    bool open; /* to says nothing */
} hxp_ends;

/** A bead of two texts. */
typedef struct hxp_link {
    size_t row;
    size_t column;
    hxp_shape shape;
    /** Posterior probability, 0 to 1: of the bead or, where it is a segment
     * without a translation, of its having none. */
    double confidence;
} hxp_link;

/** Links that grow; the owner frees items. */
typedef struct hxp_links {
    hxp_link *items;
    size_t count, capacity;
} hxp_links;

/** Fill *shapes with all shapes of at most merge a side and most in all. */
void hxp_shapes_fill(hxp_shapes *shapes, size_t merge, size_t most);

/** The number of shape; shapes->count: they do not have it. */
size_t hxp_shapes_find(const hxp_shapes *shapes, hxp_shape shape);

/** What a bead is worth in grid; HXP_IMPOSSIBLE: it is not there. */
double hxp_grid_worth(const hxp_grid *grid, const hxp_link *link);

/** Append link. False: no memory. */
bool hxp_links_add(hxp_links *links, hxp_link link);

/**
 * Append the best way to way, its links from the first to the last, and to
 * likely (NULL is allowed) all links that join text with text and have a
 * posterior of at least least. False: no memory.
 */
bool hxp_find_way(hxp_links *way, hxp_links *likely, const hxp_grid *grid,
                  const hxp_ends *ends, double least);

#endif
