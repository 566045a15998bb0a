/* hash.h - a hash of several strings that no two contents share by chance. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <hexapla/base.h>

/** 128 bits; those of different contents differ as if drawn at random. */
typedef struct hxp_hash {
    uint64_t words[2];
} hxp_hash;

static inline bool hxp_hash_equal(hxp_hash a, hxp_hash b)
{
    return a.words[0] == b.words[0] && a.words[1] == b.words[1];
}

/** A hash in the making; begin with HXP_HASHER_INIT. */
typedef struct hxp_hasher {
    uint64_t state[4];
} hxp_hasher;

/* SipHash's constants, with a key of zeros. */
#define HXP_HASHER_INIT                                                        \
    {                                                                          \
        {                                                                      \
            0x736f6d6570736575, 0x646f72616e646f6d ^ 0xee, 0x6c7967656e657261, \
                0x7465646279746573                                             \
        }                                                                      \
    }

/** Add a number. */
void hxp_hasher_number(hxp_hasher *hasher, uint64_t number);

/** Add a string; "ab", "c" is not the same as "a", "bc". */
void hxp_hasher_add(hxp_hasher *hasher, hxp_str bytes);

/** The hash of what was added so far. */
hxp_hash hxp_hasher_finish(const hxp_hasher *hasher);

/** The hash of one string. */
hxp_hash hxp_hash_of(hxp_str bytes);

#endif
