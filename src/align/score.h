/* score.h - what a bead is worth: its words, its lengths, its shape. */
#ifndef ALIGN_SCORE_H
#define ALIGN_SCORE_H

#include "align/corpus.h"
#include "align/dynamic.h"
#include "align/parameters.h"
#include "lexicon/lexicon.h"

/** Two texts that are aligned, and what is known of their words. */
typedef struct hxp_pair {
    const hxp_corpus *source;
    const hxp_corpus *target;
    const hxp_lexicon *lexicon;
    const hxp_parameters *parameters;
    /* worked out by hxp_pair_measure() */
    double source_scale; /* letters of a side times its scale can be */
    double target_scale; /* compared with those of the other */
    double mean;         /* scaled letters of a segment */
    bool paragraphs;     /* both sides have them */
} hxp_pair;

/** Work out what hangs on the two texts alone. */
void hxp_pair_measure(hxp_pair *pair);

/** What lengths (scaled letters) say for a bead. */
double hxp_score_length(double source, double target, double mean,
                        const hxp_parameters *parameters);

/** How far the lengths of a link differ: squared, for each letter. */
double hxp_length_spread(const hxp_pair *pair, hxp_link link);

/** What a bead's shape and place say for it, words and lengths aside. */
double hxp_score_shape(const hxp_pair *pair, hxp_node node, hxp_shape shape);

/** What words say at node (i, j), for blocks of 1 segment, 2, ... */
typedef struct hxp_evidence {
    float forward[HXP_MOST_MERGE];  /* segment j, given those from i on */
    float backward[HXP_MOST_MERGE]; /* segment i, given those from j on */
} hxp_evidence;

/** Scores the bands of a pair, with the lexicon as it is. */
typedef struct hxp_scorer hxp_scorer;

/** Make a scorer. NULL: no memory. The pair must outlive it. */
hxp_scorer *hxp_scorer_new(const hxp_pair *pair, const hxp_shapes *shapes);

/** The evidence at each node of band, until the next call. NULL: no memory. */
const hxp_evidence *hxp_score_words(hxp_scorer *scorer, const hxp_band *band);

/** The grid of band, until the next call. Its scores are NULL: no memory. */
hxp_grid hxp_score_grid(hxp_scorer *scorer, const hxp_band *band);

/** The pair that the scorer was made for. */
const hxp_pair *hxp_scorer_pair(const hxp_scorer *scorer);

/** Free the scorer; NULL is allowed. */
void hxp_scorer_free(hxp_scorer *scorer);

#endif
