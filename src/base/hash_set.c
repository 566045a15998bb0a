/* hash_set.c - open addressing, at most seven eighths full. */
#include "base/hash_set.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 1024 };

/** The place of hash in items, or the free one where it would go. */
static uint64_t *find(uint64_t *items, size_t capacity, uint64_t hash)
{
    size_t at = hash & (capacity - 1);
    while (items[at] != 0 && items[at] != hash)
        at = (at + 1) & (capacity - 1);
    return &items[at];
}

static bool grow(hxp_hash_set *set)
{
    size_t capacity = set->capacity ? set->capacity * 2 : FIRST_CAPACITY;
    uint64_t *items = calloc(capacity, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < set->capacity; i++)
        if (set->items[i] != 0)
            *find(items, capacity, set->items[i]) = set->items[i];
    free(set->items);
    set->items = items;
    set->capacity = capacity;
    return true;
}

bool hxp_hash_set_add(hxp_hash_set *set, uint64_t hash, bool *found)
{
    if (set->count >= set->capacity / 8 * 7 && !grow(set))
        return false;
    uint64_t kept = hash ? hash : 1;
    uint64_t *place = find(set->items, set->capacity, kept);
    *found = *place == kept;
    set->count += !*found;
    *place = kept;
    return true;
}

void hxp_hash_set_free(hxp_hash_set *set)
{
    free(set->items);
    *set = (hxp_hash_set){ NULL, 0, 0 };
}
