/* term_ids.h - an id for each concept that no other has. */
#ifndef FORMATS_TERM_IDS_H
#define FORMATS_TERM_IDS_H

#include "base/hash_map.h"

#include <hexapla/model.h>

enum { HXP_TERM_ID_SIZE = 32 };

/** Ids being given; all zero at first, but for xml. */
typedef struct hxp_term_ids {
    bool xml;           /* they must be names of XML */
    hxp_hash_map own;   /* those that concepts have */
    hxp_hash_map given; /* those of concepts already written */
    size_t number;
    char made[HXP_TERM_ID_SIZE];
} hxp_term_ids;

/** Note the ids that concepts have. False when memory is out. */
bool hxp_term_ids_init(hxp_term_ids *ids, const hxp_termbase *termbase);

/**
 * Give the concept its own id, or, when that will not do or was given
 * before, another one, of a number one that ends with it, which lives until the
 * next call. False as above.
 */
bool hxp_term_ids_next(hxp_str *id, hxp_term_ids *ids,
                       const hxp_concept *concept);

void hxp_term_ids_free(hxp_term_ids *ids);

#endif
