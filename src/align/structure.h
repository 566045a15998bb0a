/* structure.h - what headings, lists, tables and inline codes say for a bead.
 */
#ifndef ALIGN_STRUCTURE_H
#define ALIGN_STRUCTURE_H

#include "align/corpus.h"
#include "align/dynamic.h"
#include "align/parameters.h"

/**
 * For what a source has and what a target has, in this order: the log of how
 * much more often they stand in one bead than by chance.
 */
typedef struct hxp_structure {
    double blocks[HXP_CLASSES][HXP_CLASSES];
    double codes[HXP_CODE_TYPES][HXP_CODE_COUNTS][HXP_CODE_COUNTS];
    double no_codes; /* of all types, where neither has any */
} hxp_structure;

/** True when both texts have traits. */
bool hxp_has_structure(const hxp_corpus *source, const hxp_corpus *target);

/**
 * Judge the traits of two texts by the likely links, as far as they are sure,
 * and by how frequent they are: one text may have a list where the other has a
 * table. Without links, the same is thought to stand with the same.
 */
void hxp_structure_learn(hxp_structure *structure, const hxp_corpus *source,
                         const hxp_corpus *target, const hxp_links *likely,
                         const hxp_parameters *parameters);

#endif
