/* hash_map.h - remembers hashes, each with a small value, in little memory. */
#ifndef BASE_HASH_MAP_H
#define BASE_HASH_MAP_H

#include "base/hash.h"

enum { HXP_HASH_MAP_PARTS = 32, HXP_HASH_MAP_BLOCK = 512 };

/**
 * A map from hashes to values; all zero is an empty one. It takes 13.3 to 15.1
 * bytes an entry when there are many, also while it grows. Of a hash 69 bits
 * are kept: that two of n different contents are taken for one has the chance
 * n * n / 2^70, one in three hundred million for two million.
 */
typedef struct hxp_hash_map {
    struct hxp_hash_part {
        struct hxp_hash_slot **blocks; /* of HXP_HASH_MAP_BLOCK slots each */
        size_t block_capacity;
        size_t capacity; /* slots */
        size_t homes;    /* slots where hashes go */
        size_t count;
    } parts[HXP_HASH_MAP_PARTS]; /* so that few are moved at a time */
} hxp_hash_map;

/**
 * The value of hash, which is added with value 0 unless *found. NULL when
 * memory is out. It lives until the next call.
 */
uint32_t *hxp_hash_map_add(hxp_hash_map *map, hxp_hash hash, bool *found);

/** Have what hxp_hash_map_add() will look at fetched meanwhile. */
void hxp_hash_map_prefetch(const hxp_hash_map *map, hxp_hash hash);

/** Free what the map holds; it is empty then. */
void hxp_hash_map_free(hxp_hash_map *map);

#endif
