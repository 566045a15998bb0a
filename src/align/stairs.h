/* stairs.h - which segments of a bead translate which. */
#ifndef ALIGN_STAIRS_H
#define ALIGN_STAIRS_H

#include "align/explainer.h"

/**
 * What the words of a bead with text on both sides say. What translates one
 * another stands in the same order on both sides: the first segments go
 * together, then one of the sides goes on by a segment, until the last two are
 * reached; each segment is explained by those that it meets on the way. The
 * best of these stairs counts. If instead all were explained by all, two
 * segments of which only an end has moved would hardly ever be worth more than
 * two beads that leave that out. rows[i][j] is the evidence where segments i
 * and j of the bead meet.
 *
 * Of several segments that go with one, those that come in beside the best of
 * them should say something of it that that one does not. What they are
 * explained by it beyond that is but repeated, as by a heading without a
 * translation in front of what it is about: so large a share of that does not
 * count.
 */
double hxp_best_stairs(const hxp_evidence *const *rows, hxp_shape shape,
                       double repeated);

#endif
