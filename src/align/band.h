/* band.h - the part of the grid of two texts in which beads are sought. */
#ifndef ALIGN_BAND_H
#define ALIGN_BAND_H

#include <hexapla/base.h>

/**
 * Nodes (i, j): i segments of one text and j of the other are behind. Row i
 * goes from low[i] to high[i], both within; neither ever falls, and each row
 * touches the next, so that a way from (0, 0) to the end exists.
 */
typedef struct hxp_band {
    size_t rows;    /* segments of the one text: there are rows + 1 rows */
    size_t columns; /* segments of the other */
    size_t *low;
    size_t *high;
    size_t *offset; /* rows + 2: the nodes before each row */
} hxp_band;

/** A node that the band goes along. */
typedef struct hxp_node {
    size_t row;
    size_t column;
} hxp_node;

typedef struct hxp_path {
    const hxp_node *nodes; /* rising in both, within the grid */
    size_t count;
} hxp_path;

static inline bool hxp_band_has(const hxp_band *band, size_t i, size_t j)
{
    return i <= band->rows && j >= band->low[i] && j <= band->high[i];
}

/** The number of node (i, j), which is in the band. */
static inline size_t hxp_band_at(const hxp_band *band, size_t i, size_t j)
{
    return band->offset[i] + (j - band->low[i]);
}

/** The number of nodes. */
static inline size_t hxp_band_size(const hxp_band *band)
{
    return band->offset[band->rows + 1];
}

/**
 * Make the band of all nodes at most width rows and columns off path, which
 * is led from (0, 0) to the end in straight lines. False: no memory. The
 * caller frees it with hxp_band_free().
 */
bool hxp_band_along(hxp_band *band, size_t rows, size_t columns, hxp_path path,
                    size_t width);

/** Make the same band with rows and columns exchanged. */
bool hxp_band_turn(hxp_band *turned, const hxp_band *band);

/** Free what the band holds. */
void hxp_band_free(hxp_band *band);

#endif
