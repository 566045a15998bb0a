/* search.h - where the way between two texts is sought. */
#ifndef ALIGN_SEARCH_H
#define ALIGN_SEARCH_H

#include "align/score.h"

/**
 * Make the band in which the way is sought: around what anchors say, with the
 * lexicon as it is, and around way, which was found before (empty: nothing
 * was). Where anchors leave a gap, the band takes in all of it or, when it is
 * wide, what lies around the way that blocks of segments take (coarse.h).
 * False: no memory. The caller frees the band with hxp_band_free().
 */
bool hxp_find_band(hxp_band *band, const hxp_pair *pair, const hxp_links *way);

/** Add boxes around way, narrow where it is sure. False: no memory. */
bool hxp_boxes_around(hxp_boxes *boxes, const hxp_links *way,
                      const hxp_parameters *parameters);

#endif
