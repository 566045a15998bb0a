/* border.h - beads of several segments on both sides whose border was moved. */
#ifndef ALIGN_BORDER_H
#define ALIGN_BORDER_H

#include "align/dynamic.h"
#include "align/pair.h"

/**
 * What words and lengths say for a bead with two segments on one side, and two
 * or more on the other, when a border between these stands where no segment
 * begins: at the word where most is said for it. -HUGE_VAL: there is no such
 * word.
 */
double hxp_score_moved(const hxp_pair *pair, const hxp_link *bead);

#endif
