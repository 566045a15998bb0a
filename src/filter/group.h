/* group.h - units with the same text in one language, made into one. */
#ifndef FILTER_GROUP_H
#define FILTER_GROUP_H

#include "base/arena.h"
#include "base/hash.h"
#include "filter/gather.h"

/** A unit in the making; all zero is an empty one. */
typedef struct hxp_group {
    hxp_arena arena; /* owns all but what the arrays below hold */
    hxp_unit unit;
    hxp_variant *variants;
    size_t variant_room;
    hxp_hash *hashes; /* of each variant: language and text */
    size_t hash_room;
    hxp_gather remarks;
} hxp_group;

/** Begin with a unit that hxp_unit_pack() made bytes of. False: no memory. */
bool hxp_group_begin(hxp_group *group, hxp_str packed);

/** Whether unit, as below, has anything that the group has not. */
bool hxp_group_adds(const hxp_group *group, const hxp_unit *unit, size_t pivot);

/**
 * Add another, which has its variant pivot with the group's unit in common.
 * False: no memory.
 */
bool hxp_group_add(hxp_group *group, hxp_str packed, size_t pivot);

/** The unit made; it lives until the next change. */
const hxp_unit *hxp_group_unit(hxp_group *group);

void hxp_group_free(hxp_group *group);

#endif
