/* anchor.h - places where two long texts surely meet. */
#ifndef ALIGN_ANCHOR_H
#define ALIGN_ANCHOR_H

#include "align/band.h"
#include "align/corpus.h"
#include "align/parameters.h"
#include "lexicon/table.h"

/** Nodes before segments that share rare words; see hxp_find_anchors(). */
typedef struct hxp_anchors {
    hxp_node *nodes; /* rising in both */
    size_t count, capacity;
} hxp_anchors;

/**
 * Find pairs of segments that share rare words, which table links, keep of
 * them the chain that rises in both texts and has most in common, and of the
 * chain what others near it bear out. False: no memory. The caller frees the
 * nodes with hxp_anchors_free().
 */
bool hxp_find_anchors(hxp_anchors *anchors, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_word_table *table,
                      const hxp_parameters *parameters);

void hxp_anchors_free(hxp_anchors *anchors);

#endif
