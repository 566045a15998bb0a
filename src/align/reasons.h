/* reasons.h - what spoke for the beads of an alignment. */
#ifndef ALIGN_REASONS_H
#define ALIGN_REASONS_H

#include "align/profile.h"
#include "base/arena.h"

/** The reasons of all beads; all zero is none. */
typedef struct hxp_reason_list {
    hxp_reasons *items;
    size_t count, capacity;
    size_t *starts; /* by bead, one more at the end; NULL: nobody asked */
    hxp_arena arena;
} hxp_reason_list;

/**
 * Find the reasons of the beads of alignment, which is in the caller's order,
 * as sides are, those that were aligned. Fails with HXP_ENOMEM; the caller
 * frees the list with hxp_reasons_free() in any case.
 */
hxp_status hxp_reasons_find(hxp_reason_list *list, const hxp_versions *versions,
                            const hxp_alignment *alignment,
                            const hxp_side *sides, hxp_error *error);

/** Free what the list holds. */
void hxp_reasons_free(hxp_reason_list *list);

#endif
