/* parameters.h - every number that the aligner's judgement hangs on. */
#ifndef ALIGN_PARAMETERS_H
#define ALIGN_PARAMETERS_H

#include <hexapla/base.h>

/** Kinds of bead, by how many segments it has. */
typedef enum hxp_kind {
    HXP_KIND_SINGLE, /* one on each side */
    HXP_KIND_LONE,   /* one without a translation */
    HXP_KIND_PAIR,   /* two on one side */
    HXP_KIND_MORE,   /* more on one side */
    HXP_KIND_CROSS,  /* more than one on both sides */
    HXP_KINDS
} hxp_kind;

/** A normal distribution. */
typedef struct hxp_normal {
    double mean;
    double variance;
} hxp_normal;

/**
 * What a bead is worth is a sum of natural logarithms of likelihood ratios.
 * The numbers were found by coordinate search on development sets; where they
 * come from stands with them in parameters.c.
 */
typedef struct hxp_parameters {
    /* words */
    double lexical_weight; /* of the words' sum: words are not independent */
    double known_share;    /* of a word's chance that its translations give */
    double word_cap;       /* most that one word can say for a bead */
    double repeated; /* of what words of a merged segment have in common with
                        the other side, that which is lost if it says nothing
                        new of it */

    /* lengths */
    double usual_variance; /* of a length, for each letter of the mean */
    double variance;       /* that of the texts, measured after a round */
    double variance_doubt; /* links that weigh as much as the usual one */
    double most_ratio;     /* of the lengths of texts that are all translated */
    double ratio_doubt;    /* links that the whole texts' ratio counts as */

    /* kinds of bead; penalties are subtracted */
    double unmatched;         /* a segment without a translation */
    double unmatched_further; /* behind another one, at most */
    double unmatched_empty;   /* the same for an empty segment */
    double merge;             /* three segments in a bead */
    double merge_more;        /* each segment more */
    double merge_both;        /* each beyond three, several on both sides */
    double moved;             /* what a border that was moved within costs less
                                 than several segments on both sides do */
    int most_segments;        /* in a bead */
    double usual_share[HXP_KINDS]; /* of the beads, by kind, in usual texts */
    double kind_doubt;             /* beads of each kind that this counts as */
    double leaning[HXP_KINDS]; /* to kinds that the texts have often; measured
                                  after a round */

    /* what is said for two segments, by the root of their words; measured
       after a round */
    hxp_normal together;   /* where they go together */
    hxp_normal apart;      /* where they lie near one another */
    double contrast_doubt; /* pairs that weigh as much as the usual ones */
    double contrast_known; /* how far there are as many: from 0 to 1 */
    double free;   /* the share of those that go together which is translated so
                      freely that no more is said for them than for others */
    double chosen; /* what segments without a translation that are taken to go
                      together have more than others: they are those that do
                      best */

    /* vectors */
    double vector_weight; /* of what they say, beside words */
    double vector_cap;    /* most that they can say for a bead or against */

    /* paragraphs, where both sides have them */
    double border_shared; /* a bead begins a paragraph on both sides */
    double border_alone;  /* on one side only; subtracted */
    double border_inside; /* each border within a bead; subtracted */

    /* what paragraphs are, where both sides say it */
    double structure_weight; /* of what they say: beads repeat one another */
    double structure_cap;    /* most that they can say, before that */
    double structure_doubt;  /* links that weigh as much as what is guessed, of
                                signs at the ends of segments, too */

    /* signs at the ends of segments */
    double marks_weight; /* of what they say */
    double marks_cap;    /* most that they can say, before that */

    /* passes and band */
    int rounds;            /* of learning and aligning again */
    int most_rounds;       /* the same, where ways are not sure yet */
    double settled;        /* mean confidence of a way that is */
    double least_example;  /* posterior that a bead needs to teach */
    double several_taught; /* of what a bead teaches, when it has several
                              segments on a side */
    size_t band;           /* half width around what is unsure */
    size_t sure_band;      /* and around what is sure */
    double sure;           /* confidence of links that are */
    double anchor_weight;  /* of a pair of words that can be an anchor */
    double anchor_support; /* of an anchor and those near it; half by itself */
    double box;      /* nodes a segment of gaps that are taken in whole; */
    double boxes;    /* of wider ones, nodes in all of blocks of segments; and
                        those that anchors far off the way may add */
    size_t gap_band; /* and half width of the straight way through the rest */

    /* confidence */
    double trust; /* of the log odds of a posterior, that which is kept */
} hxp_parameters;

/** The numbers in use. */
extern const hxp_parameters hxp_default_parameters;

#endif
