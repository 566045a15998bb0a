/* hash_map.c - open addressing in the order of the hashes, in small blocks. */
#include "base/hash_map.h"

#include "base/array.h"

#include <stdlib.h>

/* Slots of a block, and those behind the homes for what is in the way there. */
enum { BLOCK = HXP_HASH_MAP_BLOCK, SPARE = 64 };

/** A hash and its value: words of 32 bits, so that nothing lies between. */
struct hxp_hash_slot {
    uint32_t high, low; /* both 0: free */
    uint32_t value;
};

static struct hxp_hash_slot *slot_at(const struct hxp_hash_part *part,
                                     size_t at)
{
    return &part->blocks[at / BLOCK][at % BLOCK];
}

/** The hash in a slot; 0: it is free. */
static uint64_t hash_in(const struct hxp_hash_slot *slot)
{
    return (uint64_t)slot->high << 32 | slot->low;
}

/** Where hash goes, of so many homes, if no other is in its way. */
static size_t home_of(uint64_t hash, size_t homes)
{
    return (size_t)((hash >> 32) * homes >> 32);
}

/**
 * Where hash stands or, in order, would: from its home on no slot is free
 * before that.
 */
static size_t find(const struct hxp_hash_part *part, uint64_t hash)
{
    size_t at = home_of(hash, part->homes);
    for (; at < part->capacity; at++) {
        uint64_t other = hash_in(slot_at(part, at));
        if (other == 0 || other >= hash)
            break;
    }
    return at;
}

void hxp_hash_map_prefetch(const hxp_hash_map *map, hxp_hash hash)
{
    const struct hxp_hash_part *part =
        &map->parts[hash.words[1] % HXP_HASH_MAP_PARTS];
    if (part->capacity == 0)
        return;
    size_t at = home_of(hash.words[0], part->homes);
    __builtin_prefetch(slot_at(part, at));
    __builtin_prefetch(slot_at(part, at + SPARE / 8)); /* there is a spare */
}

/* --- Growing -------------------------------------------------------------- */

static bool add_block(struct hxp_hash_part *part)
{
    size_t count = part->capacity / BLOCK;
    if (!hxp_array_reserve(&part->blocks, &part->block_capacity, count + 1,
                           sizeof *part->blocks))
        return false;
    part->blocks[count] = calloc(BLOCK, sizeof **part->blocks);
    if (!part->blocks[count])
        return false;
    part->capacity += BLOCK;
    return true;
}

/** Where the last hash ends if the part has so many homes. */
static size_t end_of(const struct hxp_hash_part *part, size_t homes)
{
    size_t end = 0;
    for (size_t i = 0; i < part->capacity; i++) {
        uint64_t hash = hash_in(slot_at(part, i));
        size_t at = home_of(hash, homes);
        if (hash != 0)
            end = (at > end ? at : end) + 1;
    }
    return end;
}

static void move_slot(const struct hxp_hash_part *part, size_t from, size_t to)
{
    if (from == to)
        return;
    *slot_at(part, to) = *slot_at(part, from);
    *slot_at(part, from) = (struct hxp_hash_slot){ 0, 0, 0 };
}

/** Pack all at the end, then put each in place, of so many homes. */
static void spread(struct hxp_hash_part *part, size_t homes)
{
    size_t first = part->capacity, next = 0;
    for (size_t i = part->capacity; i-- > 0;)
        if (hash_in(slot_at(part, i)) != 0)
            move_slot(part, i, --first);
    for (size_t i = first; i < part->capacity; i++) {
        size_t at = home_of(hash_in(slot_at(part, i)), homes);
        at = at > next ? at : next;
        move_slot(part, i, at);
        next = at + 1;
    }
    part->homes = homes;
}

/** Add an eighth; nothing is copied elsewhere, so that no memory is torn. */
static bool grow(struct hxp_hash_part *part)
{
    size_t homes = part->homes + part->homes / 8 + BLOCK - SPARE;
    size_t end = end_of(part, homes);
    while (part->capacity < homes + SPARE || part->capacity < end)
        if (!add_block(part))
            return false;
    spread(part, homes);
    return true;
}

/* --- Adding --------------------------------------------------------------- */

/** Move what stands at, and right behind, one on. */
static bool make_room(struct hxp_hash_part *part, size_t at)
{
    size_t end = at;
    while (end < part->capacity && hash_in(slot_at(part, end)) != 0)
        end++;
    if (end == part->capacity && !add_block(part))
        return false;
    for (; end > at; end--)
        move_slot(part, end - 1, end);
    return true;
}

uint32_t *hxp_hash_map_add(hxp_hash_map *map, hxp_hash hash, bool *found)
{
    struct hxp_hash_part *part =
        &map->parts[hash.words[1] % HXP_HASH_MAP_PARTS];
    uint64_t word = hash.words[0] > 0 ? hash.words[0] : 1;
    size_t at = find(part, word);
    *found = at < part->capacity && hash_in(slot_at(part, at)) == word;
    if (*found)
        return &slot_at(part, at)->value;
    if (10 * part->count >= 9 * part->homes) {
        if (!grow(part))
            return NULL;
        at = find(part, word);
    }
    if (!make_room(part, at))
        return NULL;
    struct hxp_hash_slot *slot = slot_at(part, at);
    *slot = (struct hxp_hash_slot){ (uint32_t)(word >> 32), (uint32_t)word, 0 };
    part->count++;
    return &slot->value;
}

void hxp_hash_map_free(hxp_hash_map *map)
{
    for (size_t i = 0; i < HXP_HASH_MAP_PARTS; i++) {
        for (size_t k = 0; k < map->parts[i].capacity / BLOCK; k++)
            free(map->parts[i].blocks[k]);
        free(map->parts[i].blocks);
    }
    *map = (hxp_hash_map){ 0 };
}
