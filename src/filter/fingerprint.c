/* fingerprint.c - hashes the texts of units. */
#include "filter/fingerprint.h"

/* Nesting is as deep as the reader's limit lets it be.
 * NOLINTNEXTLINE(misc-no-recursion) */
void hxp_fingerprint_content(hxp_hasher *hasher, const hxp_content *content)
{
    hxp_hasher_add(hasher, content->text);
    hxp_hasher_number(hasher, content->code_count);
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        hxp_hasher_number(hasher, (uint64_t)code->kind);
        hxp_hasher_number(hasher, code->offset);
        hxp_hasher_number(hasher, code->attributes.count);
        for (size_t k = 0; k < code->attributes.count; k++) {
            hxp_hasher_add(hasher, code->attributes.items[k].name);
            hxp_hasher_add(hasher, code->attributes.items[k].value);
        }
        if (code->inside)
            hxp_fingerprint_content(hasher, code->inside);
    }
}

void hxp_fingerprint_tag(hxp_hasher *hasher, hxp_str tag)
{
    hxp_hasher_number(hasher, tag.len);
    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.ptr[i];
        hxp_hasher_number(hasher,
                          (uint64_t)(c >= 'A' && c <= 'Z' ? c | 32 : c));
    }
}

void hxp_fingerprint_variant(hxp_hasher *hasher, const hxp_variant *variant)
{
    hxp_fingerprint_tag(hasher, variant->language);
    hxp_fingerprint_content(hasher, &variant->content);
}

hxp_hash hxp_fingerprint_unit(const hxp_unit *unit)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    for (size_t i = 0; i < unit->variant_count; i++)
        hxp_fingerprint_variant(&hasher, &unit->variants[i]);
    return hxp_hasher_finish(&hasher);
}
