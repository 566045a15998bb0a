/* confidence.h - how often a bead of some posterior is right. */
#ifndef ALIGN_CONFIDENCE_H
#define ALIGN_CONFIDENCE_H

#include "align/parameters.h"

/** The confidence of a bead of that posterior; less than 1. */
double hxp_confidence_of(double posterior, const hxp_parameters *parameters);

#endif
