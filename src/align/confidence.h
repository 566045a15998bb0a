/* confidence.h - how often a bead of some posterior is right. */
#ifndef ALIGN_CONFIDENCE_H
#define ALIGN_CONFIDENCE_H

#include "align/parameters.h"

/** The confidence of a bead of that posterior, 0 to 1: less than 1, in steps
 * of 0.0001. */
double hxp_confidence_of(double posterior, const hxp_parameters *parameters);

#endif
