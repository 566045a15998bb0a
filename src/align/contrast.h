/* contrast.h - whether so much is usually said for segments that go together.
 */
#ifndef ALIGN_CONTRAST_H
#define ALIGN_CONTRAST_H

#include "align/score.h"

/** Sums over pairs of segments of what is said for them. */
typedef struct hxp_tally {
    double weight;
    double sum;
    double squares;
} hxp_tally;

/**
 * What is said in a text for a segment and that which it goes with, and for a
 * segment and those that lie near. Words say it, so it is divided by the root
 * of how many there are: it is then about normal, whatever the length.
 */
typedef struct hxp_contrast {
    hxp_tally together;
    hxp_tally apart;
} hxp_contrast;

/** Count the links of way from number first on, which grid has scored. */
void hxp_contrast_add(hxp_contrast *contrast, const hxp_scorer *scorer,
                      const hxp_grid *grid, const hxp_links *way, size_t first);

/** Measure what is usually said in the texts that contrast is of. */
void hxp_contrast_measure(hxp_parameters *parameters,
                          const hxp_contrast *contrast);

/**
 * What link, a segment on both sides, for which score is said, is worth against
 * their having no translation: less than score when that is as little as is
 * said for segments that do not go together.
 */
double hxp_contrast_weigh(const hxp_scorer *scorer, const hxp_link *link,
                          double score);

#endif
