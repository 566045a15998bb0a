/* confidence.c - posteriors, which are too sure, to confidences. */
#include "align/confidence.h"

#include <math.h>

static const double SUREST = 1e-9; /* 1 less this is the surest posterior */

double hxp_confidence_of(double posterior, const hxp_parameters *parameters)
{
    double p = fmin(fmax(posterior, SUREST), 1 - SUREST);
    return 1 / (1 + exp(-parameters->trust * log(p / (1 - p))));
}
