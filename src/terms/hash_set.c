/* hash_set.c - makes sets of hashes, and sets of what texts begin with. */
#include "terms/hash_set.h"

#include <stdlib.h>

bool hxp_hash_set_init(hxp_hash_set *set, size_t count)
{
    size_t numbers = 64;
    while (8 * numbers < count)
        numbers *= 2;
    set->mask = numbers - 1;
    set->bits = calloc(numbers, sizeof *set->bits);
    return set->bits != NULL;
}

void hxp_hash_set_free(hxp_hash_set *set)
{
    free(set->bits);
}

/** The hash of a text of one byte more than the one with hash. */
static inline uint64_t longer(uint64_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * UINT64_C(0x9E3779B97F4A7C15);
}

void hxp_hash_set_add_beginnings(const hxp_hash_set *set, unsigned kind,
                                 hxp_str text)
{
    uint64_t hash = kind;
    for (size_t i = 0; i < text.len; i++) {
        hash = longer(hash, text.ptr[i]);
        hxp_hash_set_add(set, hash);
    }
}

size_t hxp_hash_set_begun(const hxp_hash_set *set, unsigned kind,
                          hxp_str prefix, hxp_str text)
{
    uint64_t hash = kind;
    size_t len = 0;
    if (!set->bits)
        return text.len;
    for (size_t i = 0; i < prefix.len; i++)
        hash = longer(hash, prefix.ptr[i]);
    for (; len < text.len; len++) {
        hash = longer(hash, text.ptr[len]);
        if (!hxp_hash_set_may_have(set, hash))
            break;
    }
    return len;
}
