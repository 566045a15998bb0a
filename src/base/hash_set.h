/* hash_set.h - remembers 64-bit hashes, to find what was there before. */
#ifndef BASE_HASH_SET_H
#define BASE_HASH_SET_H

#include <hexapla/base.h>

/** A set of hashes; all zero is an empty one. */
typedef struct hxp_hash_set {
    uint64_t *items; /* 0: free */
    size_t count;
    size_t capacity; /* a power of 2 */
} hxp_hash_set;

/** Add hash; *found tells whether it was in. False when memory is out. */
bool hxp_hash_set_add(hxp_hash_set *set, uint64_t hash, bool *found);

/** Free what the set holds; it is empty then. */
void hxp_hash_set_free(hxp_hash_set *set);

#endif
