/* joined.h - units with the same text in one language, made into one. */
#ifndef FILTER_JOINED_H
#define FILTER_JOINED_H

#include "base/arena.h"
#include "base/hash.h"
#include "filter/gather.h"

/** A unit in the making; all zero is an empty one. */
typedef struct hxp_joined {
    hxp_arena arena; /* owns all but what the arrays below hold */
    hxp_unit unit;
    hxp_variant *variants;
    size_t variant_room;
    hxp_hash *hashes; /* of each variant: language and text */
    size_t hash_room;
    hxp_gather remarks;
} hxp_joined;

/** Begin with a unit that hxp_unit_pack() made bytes of. False: no memory. */
bool hxp_joined_begin(hxp_joined *group, hxp_str packed);

/** Whether unit, as below, has anything that the group has not. */
bool hxp_joined_adds(const hxp_joined *group, const hxp_unit *unit,
                     size_t pivot);

/**
 * Add another, which has its variant pivot with the group's unit in common.
 * False: no memory.
 */
bool hxp_joined_add(hxp_joined *group, hxp_str packed, size_t pivot);

/** The unit made; it lives until the next change. */
const hxp_unit *hxp_joined_unit(hxp_joined *group);

void hxp_joined_free(hxp_joined *group);

#endif
