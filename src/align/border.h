/* border.h - beads within which a border stands in one language only. */
#ifndef ALIGN_BORDER_H
#define ALIGN_BORDER_H

#include "align/dynamic.h"
#include "align/pair.h"

/**
 * What words and lengths say for a bead when a border between the segments of
 * one side, behind the first at, stands on the other side where no segment
 * begins: at the word where most is said for it. One side has two segments or
 * more, and the other one; or one has two, and the other two or more.
 * -HUGE_VAL: there is no such word.
 */
double hxp_score_moved(const hxp_pair *pair, const hxp_link *bead, size_t at);

#endif
