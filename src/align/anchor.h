/* anchor.h - places where two long texts surely meet. */
#ifndef ALIGN_ANCHOR_H
#define ALIGN_ANCHOR_H

#include "align/band.h"
#include "align/corpus.h"
#include "align/parameters.h"
#include "lexicon/table.h"

/** Nodes before segments that share a rare word; see hxp_find_anchors(). */
typedef struct hxp_anchors {
    hxp_node *nodes; /* rising in both */
    size_t count, capacity;
    size_t gap; /* the longest way without an anchor, in rows or columns */
} hxp_anchors;

/**
 * Find words that occur once in each text and are linked by table, keep the
 * longest chain that rises in both texts, drop what jumps. False: no memory.
 * The caller frees the nodes with hxp_anchors_free().
 */
bool hxp_find_anchors(hxp_anchors *anchors, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_table *table,
                      const hxp_parameters *parameters);

void hxp_anchors_free(hxp_anchors *anchors);

#endif
