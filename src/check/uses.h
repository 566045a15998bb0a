/* uses.h - which terms the concepts of a file were translated with. */
#ifndef CHECK_USES_H
#define CHECK_USES_H

#include "base/arena.h"

#include <hexapla/model.h>
#include <hexapla/text.h>

/** The uses of terms in a file; all zero is an empty one. */
typedef struct hxp_uses {
    hxp_arena arena;
    struct hxp_use_group *groups; /* of one concept in one language */
    size_t count, room;
    uint32_t *table; /* hash table: 1 + number of a group */
    size_t slots;    /* a power of two */
} hxp_uses;

/** A term that translates a concept. */
typedef struct hxp_use {
    const hxp_concept *concept; /* of the termbase, as is term */
    const hxp_term *term;
    const hxp_language *language;
    hxp_str source_term;
} hxp_use;

/**
 * *varies: the concept of use may be said by another term elsewhere, so that
 * its uses are worth noting. False when memory is out.
 */
bool hxp_uses_vary(bool *varies, hxp_uses *uses, const hxp_use *use);

/**
 * Note a use of a term that varies, told by finding, which is copied. Of one
 * term the first uses are kept, the others counted, so that memory depends on
 * the termbase, not on the file. False when memory is out.
 */
bool hxp_uses_add(hxp_uses *uses, const hxp_use *use,
                  const hxp_finding *finding);

/**
 * Send a finding for each use of a term that is not the one its concept was
 * translated with most often; of equals the first counts. Where only one term
 * was used and another one is preferred, a note for each use says so. Fails as
 * the sink does.
 */
hxp_status hxp_uses_tell(const hxp_uses *uses, hxp_finding_sink *findings,
                         hxp_error *error);

void hxp_uses_free(hxp_uses *uses);

#endif
