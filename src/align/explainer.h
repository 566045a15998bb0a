/* explainer.h - how well the words of one text explain those of another. */
#ifndef ALIGN_EXPLAINER_H
#define ALIGN_EXPLAINER_H

#include "align/band.h"
#include "align/dynamic.h"
#include "align/pair.h"

/** What words say at node (i, j), for blocks of 1 segment, 2, ... */
typedef struct hxp_evidence {
    float forward[HXP_MOST_MERGE];  /* segment j, given those from i on */
    float backward[HXP_MOST_MERGE]; /* segment i, given those from j on */
} hxp_evidence;

/** Segments of a text: from first on, before end. */
typedef struct hxp_stretch {
    size_t first;
    size_t end;
} hxp_stretch;

/**
 * Goes through the segments of one text, from, and lets each block of them
 * judge the segments of the other, to, that lie beside it in a band.
 */
typedef struct hxp_explainer {
    const hxp_corpus *from, *to;
    hxp_direction direction;      /* forward: from is the source, the rows */
    const hxp_word_table *table;  /* p(to|from) */
    struct hxp_word_score *words; /* by word of to */
    double *least;       /* by segment of to: logs of its words' least */
    uint32_t *seen;      /* by word of to: how often it is in the window */
    uint64_t *in_window; /* by word of to, a bit: whether it is there; less
                            memory than seen, so that it is near */
    hxp_stretch window;  /* segments of to that blocks in work will judge */
    uint32_t *touched;   /* words that the block explains */
    size_t touched_count;
    hxp_stretch beside; /* segments of from that are in the band */
    hxp_stretch *spans; /* of each of those: the segments of to beside it */
    size_t spans_room;
} hxp_explainer;

/**
 * Set up the explainer of one direction of pair, which must outlive it. False:
 * no memory. The caller frees it with hxp_explainer_free() in any case.
 */
bool hxp_explainer_init(hxp_explainer *explainer, const hxp_pair *pair,
                        hxp_direction direction);

/** Write the evidence of the explainer's direction at each node of band. False:
 * no memory. */
bool hxp_explain(hxp_evidence *out, hxp_explainer *explainer,
                 const hxp_band *band);

/** Free what the explainer holds. */
void hxp_explainer_free(hxp_explainer *explainer);

#endif
