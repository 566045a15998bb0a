/* hash.c - SipHash-1-3 with 128 bits of result, on words. */
#include "base/hash.h"

#include <string.h>

static uint64_t rotate(uint64_t word, unsigned bits)
{
    return word << bits | word >> (64 - bits);
}

static void mix(uint64_t v[4])
{
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

void hxp_hasher_number(hxp_hasher *hasher, uint64_t number)
{
    hasher->state[3] ^= number;
    mix(hasher->state);
    hasher->state[0] ^= number;
}

void hxp_hasher_add(hxp_hasher *hasher, hxp_str bytes)
{
    uint64_t word;
    hxp_hasher_number(hasher, bytes.len);
    for (; bytes.len >= sizeof word; bytes.ptr += sizeof word) {
        memcpy(&word, bytes.ptr, sizeof word);
        hxp_hasher_number(hasher, word);
        bytes.len -= sizeof word;
    }
    if (bytes.len == 0)
        return;
    word = 0;
    memcpy(&word, bytes.ptr, bytes.len);
    hxp_hasher_number(hasher, word);
}

/** Half of the result. */
static uint64_t squeeze(uint64_t v[4])
{
    for (int i = 0; i < 3; i++)
        mix(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

hxp_hash hxp_hasher_finish(const hxp_hasher *hasher)
{
    hxp_hasher end = *hasher;
    hxp_hash hash;
    end.state[2] ^= 0xee;
    hash.words[0] = squeeze(end.state);
    end.state[1] ^= 0xdd;
    hash.words[1] = squeeze(end.state);
    return hash;
}

hxp_hash hxp_hash_of(hxp_str bytes)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_hasher_add(&hasher, bytes);
    return hxp_hasher_finish(&hasher);
}
