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

/**
 * Score how well the words of each segment of one text follow from blocks of
 * the other: out[node * merge + k - 1], for the node (i, j) of band, says how
 * well segment j of the text direction leads to follows from segments i to
 * i + k - 1 of the one it comes from. False: no memory.
 */
bool hxp_score_words(float *out, const hxp_band *band, const hxp_pair *pair,
                     hxp_direction direction, size_t merge);

/** What lengths (scaled letters) say for a bead. */
double hxp_score_length(double source, double target, double mean,
                        const hxp_parameters *parameters);

/** How far the lengths of a link differ: squared, for each letter. */
double hxp_length_spread(const hxp_pair *pair, hxp_link link);

/** What a bead's shape and place say for it, words and lengths aside. */
double hxp_score_shape(const hxp_pair *pair, hxp_node node, hxp_shape shape);

/** Fill scores as hxp_grid has them. False: no memory. */
bool hxp_score_grid(float *scores, const hxp_band *band,
                    const hxp_shapes *shapes, const hxp_pair *pair);

#endif
