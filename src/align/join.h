/* join.h - links of each version with the source to beads over all. */
#ifndef ALIGN_JOIN_H
#define ALIGN_JOIN_H

#include "align/dynamic.h"

#include <hexapla/model.h>

/** Beads that grow. */
typedef struct hxp_beads {
    hxp_bead *items; /* their sides are set when all are there */
    hxp_range *sides;
    size_t count, capacity, side_capacity;
    size_t languages;
} hxp_beads;

/**
 * Join links[0] to links[beads->languages - 2], which align the source (rows,
 * segments of them) with each other version. A joined bead is as sure as all
 * its links together. False: no memory. The caller frees items and sides.
 */
bool hxp_join(hxp_beads *beads, const hxp_links *links, size_t segments);

#endif
