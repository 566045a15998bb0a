/* likeness.h - what vectors of segments say for a bead. */
#ifndef ALIGN_LIKENESS_H
#define ALIGN_LIKENESS_H

#include "align/corpus.h"
#include "align/dynamic.h"
#include "align/parameters.h"

/** Cosines of vectors, as a normal distribution has them. */
typedef struct hxp_cosines {
    double mean;
    double spread; /* standard deviation */
} hxp_cosines;

/** How alike vectors are, by chance and in beads. */
typedef struct hxp_likeness {
    hxp_cosines chance;
    hxp_cosines beads;
} hxp_likeness;

/** True when both texts have vectors. */
bool hxp_has_vectors(const hxp_corpus *source, const hxp_corpus *target);

/** Measure two texts that have vectors before anything is known of them. */
hxp_likeness hxp_likeness_guess(const hxp_corpus *source,
                                const hxp_corpus *target);

/** Measure the beads of likely links, as far as they are sure. */
void hxp_likeness_learn(hxp_likeness *likeness, const hxp_corpus *source,
                        const hxp_corpus *target, const hxp_links *likely);

/** The cosine of the two sides of bead. False: one has no vector. */
bool hxp_cosine(double *cosine, const hxp_corpus *source,
                const hxp_corpus *target, const hxp_link *bead);

/** What a cosine says for a bead: the log of a likelihood ratio. */
double hxp_score_cosine(double cosine, const hxp_likeness *likeness,
                        const hxp_parameters *parameters);

#endif
