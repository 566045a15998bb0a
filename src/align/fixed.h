/* fixed.h - beads that are given: where the way between two texts must go. */
#ifndef ALIGN_FIXED_H
#define ALIGN_FIXED_H

#include "align/anchor.h"
#include "align/dynamic.h"

#include <hexapla/model.h>

/** A bead that is given, as far as a pair of texts has it. */
typedef struct hxp_fixed_bead {
    hxp_range rows;
    hxp_range columns;
    bool ordered; /* all such stand in this order, by what others have */
} hxp_fixed_bead;

/** What is given of two texts. */
typedef struct hxp_fixed {
    hxp_fixed_bead *beads;
    size_t count, capacity;
    /* worked out by hxp_fixed_settle() */
    hxp_box *boxes; /* beads with text on both sides; they rise */
    size_t box_count;
    bool *lone_rows; /* by row: it has no translation */
    bool *lone_columns;
    size_t *low; /* by row of a node: the lowest column it may have */
    size_t *high;
} hxp_fixed;

/** Add a bead, which rises; one of rows or columns may be empty. False: no
 * memory. The caller frees what is fixed with hxp_fixed_free() in any case. */
bool hxp_fixed_add(hxp_fixed *fixed, const hxp_fixed_bead *bead);

/** Get ready for texts of so many segments. False: no memory. */
bool hxp_fixed_settle(hxp_fixed *fixed, size_t rows, size_t columns);

/** True when bead takes in a segment that is given without a translation, or
 * comes before a given bead on one side and behind it on the other. */
bool hxp_fixed_forbids(const hxp_fixed *fixed, const hxp_link *bead);

/** Drop anchors that given beads contradict, and add their ends. False: no
 * memory. */
bool hxp_fixed_guide(hxp_anchors *anchors, const hxp_fixed *fixed);

/** Add boxes along which a way is allowed where the order of beads without a
 * translation decides. False: no memory. */
bool hxp_fixed_boxes(hxp_boxes *boxes, const hxp_fixed *fixed);

/** Free what is held; all zero is allowed. */
void hxp_fixed_free(hxp_fixed *fixed);

#endif
