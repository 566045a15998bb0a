/* hash_set.h - sets of hashes that may say that one is in when it is not. */
#ifndef TERMS_HASH_SET_H
#define TERMS_HASH_SET_H

#include <hexapla/base.h>

/** All zero: every hash may be in it. */
typedef struct hxp_hash_set {
    uint64_t *bits; /* two for a hash, both in one number */
    size_t mask;    /* of the numbers of bits */
} hxp_hash_set;

/** Make an empty set with room for count hashes. False when memory is out. */
bool hxp_hash_set_init(hxp_hash_set *set, size_t count);

void hxp_hash_set_free(hxp_hash_set *set);

static inline uint64_t hxp_hash_set_bits(uint64_t hash)
{
    return UINT64_C(1) << (hash >> 52) % 64 | UINT64_C(1) << (hash >> 58);
}

static inline void hxp_hash_set_add(const hxp_hash_set *set, uint64_t hash)
{
    set->bits[hash & set->mask] |= hxp_hash_set_bits(hash);
}

static inline bool hxp_hash_set_may_have(const hxp_hash_set *set, uint64_t hash)
{
    uint64_t bits = hxp_hash_set_bits(hash);
    return !set->bits || (set->bits[hash & set->mask] & bits) == bits;
}

/** Add all that text, of some kind, begins with. */
void hxp_hash_set_add_beginnings(const hxp_hash_set *set, unsigned kind,
                                 hxp_str text);

/**
 * The bytes at the start of text that a text of that kind in set may have there
 * behind prefix: none has more of them, nor any when it has not all of prefix.
 */
size_t hxp_hash_set_begun(const hxp_hash_set *set, unsigned kind,
                          hxp_str prefix, hxp_str text);

#endif
