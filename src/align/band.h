/* band.h - the part of the grid of two texts in which beads are sought. */
#ifndef ALIGN_BAND_H
#define ALIGN_BAND_H

#include <hexapla/base.h>

/**
 * Nodes (i, j): i segments of one text and j of the other are behind. Row i,
 * from first to last, goes from column low[i - first] to high[i - first], both
 * within; neither ever falls, and each row touches the next.
 */
typedef struct hxp_band {
    size_t first;
    size_t last;
    size_t *low;
    size_t *high;
    size_t *offset; /* the nodes before each row and, at the end, before last
                       + 1; of a part, they count from the whole's beginning */
} hxp_band;

/** A node that the band goes along. */
typedef struct hxp_node {
    size_t row;
    size_t column;
} hxp_node;

/** All nodes from one to another, both within. */
typedef struct hxp_box {
    hxp_node from;
    hxp_node to;
} hxp_box;

/** Boxes that grow; the owner frees items. */
typedef struct hxp_boxes {
    hxp_box *items;
    size_t count, capacity;
} hxp_boxes;

static inline size_t hxp_band_low(const hxp_band *band, size_t i)
{
    return band->low[i - band->first];
}

static inline size_t hxp_band_high(const hxp_band *band, size_t i)
{
    return band->high[i - band->first];
}

static inline bool hxp_band_has(const hxp_band *band, size_t i, size_t j)
{
    return i >= band->first && i <= band->last && j >= hxp_band_low(band, i) &&
           j <= hxp_band_high(band, i);
}

/** The number of node (i, j), which is in the band. */
static inline size_t hxp_band_at(const hxp_band *band, size_t i, size_t j)
{
    return band->offset[i - band->first] - band->offset[0] +
           (j - hxp_band_low(band, i));
}

/** A row of a band, for what looks at many of its nodes. */
typedef struct hxp_band_row {
    size_t low, high; /* its columns; none: low is more than high */
    size_t first;     /* the number of its first node */
} hxp_band_row;

/** Row i, which has no nodes when it is not in the band. */
static inline hxp_band_row hxp_band_row_at(const hxp_band *band, size_t i)
{
    if (i < band->first || i > band->last)
        return (hxp_band_row){ 1, 0, 0 };
    return (hxp_band_row){ hxp_band_low(band, i), hxp_band_high(band, i),
                           band->offset[i - band->first] - band->offset[0] };
}

static inline bool hxp_band_row_has(const hxp_band_row *row, size_t j)
{
    return j >= row->low && j <= row->high;
}

/** The number of the node in column j, which is in the band. */
static inline size_t hxp_band_row_node(const hxp_band_row *row, size_t j)
{
    return row->first + (j - row->low);
}

/** The number of nodes. */
static inline size_t hxp_band_size(const hxp_band *band)
{
    return band->offset[band->last + 1 - band->first] - band->offset[0];
}

/** Add the box from one node to another with width around. False: no memory. */
bool hxp_boxes_add(hxp_boxes *boxes, hxp_node from, hxp_node to, size_t width);

/**
 * Add the boxes that the straight way from one node to another takes when it
 * may go astray by width rows and columns. False: no memory.
 */
bool hxp_boxes_along(hxp_boxes *boxes, hxp_node from, hxp_node to,
                     size_t width);

/**
 * Make the band of all boxes, and of what lies between them, so that a way
 * leads from (0, 0) to end. Boxes may reach beyond the grid. False: no memory.
 * The caller frees it with hxp_band_free().
 */
bool hxp_band_of(hxp_band *band, hxp_node end, const hxp_boxes *boxes);

/** The rows of band from first to last. It lives as long, and is not freed. */
hxp_band hxp_band_part(const hxp_band *band, size_t first, size_t last);

/** Free what the band holds. */
void hxp_band_free(hxp_band *band);

#endif
