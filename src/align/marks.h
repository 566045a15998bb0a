/* marks.h - what the signs at both ends of segments say for a bead. */
#ifndef ALIGN_MARKS_H
#define ALIGN_MARKS_H

#include "align/corpus.h"
#include "align/dynamic.h"
#include "align/parameters.h"

/**
 * For what a source and a target begin with, or end with, in this order: the
 * log of how much more often they stand in one bead than by chance.
 */
typedef struct hxp_marks {
    double firsts[HXP_FIRSTS][HXP_FIRSTS];
    double lasts[HXP_LASTS][HXP_LASTS];
} hxp_marks;

/**
 * Judge the ends of two texts' segments by the likely links, as far as they are
 * sure, and by how frequent they are: one language may have a dash where
 * the other has quotation marks. Without links, the same is thought to stand
 * with the same.
 */
void hxp_marks_learn(hxp_marks *marks, const hxp_corpus *source,
                     const hxp_corpus *target, const hxp_links *likely,
                     const hxp_parameters *parameters);

#endif
