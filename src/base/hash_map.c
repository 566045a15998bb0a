/* hash_map.c - open addressing in parts that are 3/4 to 7/8 full. */
#include "base/hash_map.h"

#include <stdlib.h>

/* Slots of a part; up to LARGE it doubles, as so few bytes do not matter. */
enum { FIRST_CAPACITY = 16, LARGE = 1024 };

/** A hash and its value: words of 32 bits, so that nothing lies between. */
struct hxp_hash_slot {
    uint32_t low, high; /* both 0: free */
    uint32_t value;
};

/** The slot of a hash, or the free one where it would go. */
static struct hxp_hash_slot *find(const struct hxp_hash_part *part,
                                  uint32_t low, uint32_t high)
{
    size_t at = (size_t)((uint64_t)low * part->capacity >> 32);
    struct hxp_hash_slot *slot = &part->slots[at];
    while ((slot->low | slot->high) != 0 &&
           (slot->low != low || slot->high != high)) {
        at = at + 1 < part->capacity ? at + 1 : 0;
        slot = &part->slots[at];
    }
    return slot;
}

static bool grow(struct hxp_hash_part *part)
{
    struct hxp_hash_part grown = *part;
    grown.capacity = part->capacity == 0 ? FIRST_CAPACITY
                     : part->capacity < LARGE
                         ? 2 * part->capacity
                         : part->capacity + part->capacity / 6 + 1;
    grown.slots = calloc(grown.capacity, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < part->capacity; i++) {
        const struct hxp_hash_slot *slot = &part->slots[i];
        if ((slot->low | slot->high) != 0)
            *find(&grown, slot->low, slot->high) = *slot;
    }
    free(part->slots);
    *part = grown;
    return true;
}

uint32_t *hxp_hash_map_add(hxp_hash_map *map, hxp_hash hash, bool *found)
{
    struct hxp_hash_part *part =
        &map->parts[hash.words[1] % HXP_HASH_MAP_PARTS];
    uint32_t low = (uint32_t)hash.words[0];
    uint32_t high = (uint32_t)(hash.words[0] >> 32);
    if (low == 0 && high == 0)
        low = 1;
    if (8 * part->count >= 7 * part->capacity && !grow(part))
        return NULL;
    struct hxp_hash_slot *slot = find(part, low, high);
    *found = (slot->low | slot->high) != 0;
    if (!*found) {
        *slot = (struct hxp_hash_slot){ low, high, 0 };
        part->count++;
    }
    return &slot->value;
}

void hxp_hash_map_free(hxp_hash_map *map)
{
    for (size_t i = 0; i < HXP_HASH_MAP_PARTS; i++)
        free(map->parts[i].slots);
    *map = (hxp_hash_map){ 0 };
}
