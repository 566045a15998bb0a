/* hash.c - hashes of variants and of their texts. */
#include "memory/hash.h"

#include "model/pack.h"

static void hash_tag(hxp_hasher *hasher, hxp_str tag)
{
    hxp_hasher_number(hasher, tag.len);
    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.ptr[i];
        hxp_hasher_number(hasher,
                          (uint64_t)(c >= 'A' && c <= 'Z' ? c | 32 : c));
    }
}

bool hxp_hash_variant(hxp_hasher *hasher, hxp_buffer *bytes,
                      const hxp_variant *variant)
{
    bytes->len = 0;
    if (!hxp_codes_pack(bytes, &variant->content))
        return false;
    hash_tag(hasher, variant->language);
    hxp_hasher_add(hasher, variant->content.text);
    hxp_hasher_add(hasher, hxp_buffer_str(bytes));
    return true;
}

uint64_t hxp_hash_source(hxp_str text)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_hasher_add(&hasher, text);
    uint64_t hash = hxp_hasher_finish(&hasher).words[0];
    return hash ? hash : 1;
}
