/* measure.h - what a way tells of the lengths and beads of two texts. */
#ifndef ALIGN_MEASURE_H
#define ALIGN_MEASURE_H

#include "align/walk.h"

/**
 * Measure anew, by the beads of walk as far as they are sure: how the lengths
 * of *pair compare, for where one text lacks much its whole length says little;
 * how much they differ; and how often there are beads of each kind. What is
 * usual counts as some beads more. Changes *pair, and *parameters, which are
 * those of the pair.
 */
void hxp_measure(hxp_pair *pair, hxp_parameters *parameters,
                 const hxp_walk *walk);

#endif
