/* term_pairs.h - the terms of a bitext with their likeliest translations. */
#ifndef LEXICON_TERM_PAIRS_H
#define LEXICON_TERM_PAIRS_H

#include "lexicon/renderings.h"

/** A term of the source and what translates it. */
typedef struct hxp_term_pair {
    hxp_str key;      /* the stems of the source's term, blanks between */
    hxp_str terms[2]; /* as the texts have them: the shortest usual form */
    size_t uses;      /* of the source's term */
    size_t count;     /* those that are translated so */
    double value;     /* C-value of the source's term */
    double confidence;
    size_t unit; /* a short one that has both */
} hxp_term_pair;

/** The pairs of a bitext; all zero is an empty list. */
typedef struct hxp_term_pairs {
    hxp_arena arena; /* owns the keys */
    hxp_term_pair *items;
    size_t count, room;
} hxp_term_pairs;

/**
 * Find the terms that the source of bitext, which has learned, has at least
 * least times, each with the translation that it has most often. texts are
 * those of the units and must outlive the pairs. Confidence is the geometric
 * mean of how often the term has this translation and how often the
 * translation stands for this term, each count with one failure added. False:
 * no memory.
 */
bool hxp_term_pairs_find(hxp_term_pairs *pairs, const hxp_bitext *bitext,
                         const hxp_str (*texts)[2], size_t least);

void hxp_term_pairs_free(hxp_term_pairs *pairs);

#endif
