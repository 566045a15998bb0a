/* walk.h - the best way through a band of any length, a piece at a time. */
#ifndef ALIGN_WALK_H
#define ALIGN_WALK_H

#include "align/contrast.h"

/** What a walk finds. */
typedef struct hxp_walk {
    hxp_links way;
    hxp_links likely;      /* see hxp_find_way() */
    hxp_contrast contrast; /* of the way's links */
    bool again;            /* look at the way again; set beforehand */
} hxp_walk;

/**
 * Append the way from one node of band to another to *walk. Only a piece of
 * the band is scored at a time; where one ends, the next begins at the last
 * sure link well before that end. False: no memory. The caller frees the
 * walk with hxp_walk_free() in any case.
 */
bool hxp_walk_along(hxp_walk *walk, hxp_scorer *scorer, const hxp_band *band,
                    hxp_node from, hxp_node to);

/** Append the way through all of band, which ends at end, to *walk: by the
 * beads that are given, if any. The same applies. */
bool hxp_walk_through(hxp_walk *walk, hxp_scorer *scorer, const hxp_band *band,
                      hxp_node end);

/** Free what the walk holds. */
void hxp_walk_free(hxp_walk *walk);

#endif
