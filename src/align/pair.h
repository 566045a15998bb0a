/* pair.h - two texts that are aligned, and what hangs on them alone. */
#ifndef ALIGN_PAIR_H
#define ALIGN_PAIR_H

#include "align/corpus.h"
#include "align/fixed.h"
#include "align/keys.h"
#include "align/likeness.h"
#include "align/marks.h"
#include "align/parameters.h"
#include "align/structure.h"
#include "lexicon/lexicon.h"

/** Two texts, and what is known of their words. */
typedef struct hxp_pair {
    const hxp_corpus *source;
    const hxp_corpus *target;
    const hxp_lexicon *lexicon;
    bool turned;            /* the lexicon's source is the pair's target */
    const hxp_fixed *fixed; /* beads that are given; NULL: none */
    const hxp_likeness *likeness;   /* of their vectors; NULL: not both have */
    const hxp_structure *structure; /* of their traits; NULL: not both have */
    const hxp_keys *keys;           /* of their entries; NULL: unknown */
    const hxp_marks *marks;         /* at the ends of segments; NULL: unknown */
    const hxp_parameters *parameters;
    /* worked out by hxp_pair_measure(); hxp_measure() does scales better */
    double source_scale; /* letters of a side times its scale can be */
    double target_scale; /* compared with those of the other */
    double mean;         /* scaled letters of a segment */
    bool paragraphs;     /* both sides have them */
} hxp_pair;

/** Make lengths comparable, where from letters of the source are to of the
 * target. */
void hxp_pair_scale(hxp_pair *pair, double from, double to);

/** Work out what hangs on the two texts alone. */
void hxp_pair_measure(hxp_pair *pair);

/** The pair with its sides exchanged. */
hxp_pair hxp_pair_turned(const hxp_pair *pair);

/** The direction of the pair's lexicon that is direction of the pair. */
hxp_direction hxp_pair_direction(const hxp_pair *pair, hxp_direction direction);

#endif
