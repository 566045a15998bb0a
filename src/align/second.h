/* second.h - a second look at beads whose border may have been moved. */
#ifndef ALIGN_SECOND_H
#define ALIGN_SECOND_H

#include "align/score.h"

/**
 * Where beads of way, the best one through grid, may be one bead with a border
 * within that stands in one language only, or where such a bead may be two,
 * weigh what words say of such a border (border.h), which takes too long
 * everywhere, and change the beads and how sure they are. False: no memory.
 */
bool hxp_look_again(hxp_links *way, const hxp_scorer *scorer,
                    const hxp_grid *grid);

/**
 * What a border within bead that stands in one language only says beyond what
 * words and lengths do without one, once it is weighed; 0: nothing.
 */
double hxp_border_gain(const hxp_pair *pair, const hxp_link *bead,
                       double without);

#endif
