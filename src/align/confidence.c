/* confidence.c - posteriors, which are too sure, to confidences. */
#include "align/confidence.h"

#include <math.h>

static const double FINE = 1e4;    /* confidences are written in four digits */
static const double MOST = 0.9999; /* 1 is for what a person accepted */

double hxp_confidence_of(double posterior, const hxp_parameters *parameters)
{
    double odds = posterior / (1 - posterior);
    double confidence = 1 / (1 + pow(odds, -parameters->trust));
    return fmin(floor(confidence * FINE + 0.5) / FINE, MOST);
}
