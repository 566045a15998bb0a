/* names.c - an open hash table of numbers beside an array of strings. */
#include "base/names.h"

#include "base/array.h"
#include "base/str.h"

#include <stdlib.h>

/** The slot of name: where its number is, or where it would go. */
static size_t find_slot(const hxp_names *names, hxp_str name)
{
    size_t mask = names->slot_count - 1;
    size_t slot = (size_t)hxp_str_slot_hash(name) & mask;
    while (names->slots[slot] != 0 &&
           !hxp_str_equal(names->items[names->slots[slot] - 1], name))
        slot = (slot + 1) & mask;
    return slot;
}

/** Double the hash table. */
static bool grow(hxp_names *names)
{
    size_t count = names->slot_count ? 2 * names->slot_count : 256;
    uint32_t *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    free(names->slots);
    names->slots = slots;
    names->slot_count = count;
    for (size_t i = 0; i < names->count; i++)
        slots[find_slot(names, names->items[i])] = (uint32_t)(i + 1);
    return true;
}

bool hxp_names_add(hxp_names *names, hxp_str name, uint32_t *number)
{
    hxp_str copy;
    if (hxp_names_find(names, name, number))
        return true;
    if (2 * names->count >= names->slot_count && !grow(names))
        return false;
    if (!hxp_array_reserve(&names->items, &names->capacity, names->count + 1,
                           sizeof *names->items) ||
        !hxp_arena_copy(&copy, &names->arena, name))
        return false;
    size_t slot = find_slot(names, copy);
    *number = (uint32_t)names->count;
    names->items[names->count++] = copy;
    names->slots[slot] = *number + 1;
    return true;
}

bool hxp_names_find(const hxp_names *names, hxp_str name, uint32_t *number)
{
    if (names->slot_count == 0)
        return false;
    uint32_t found = names->slots[find_slot(names, name)];
    *number = found - 1;
    return found != 0;
}

void hxp_names_free(hxp_names *names)
{
    hxp_arena_free(&names->arena);
    free(names->items);
    free(names->slots);
    *names = (hxp_names){ 0 };
}
