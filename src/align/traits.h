/* traits.h - what a document says of its segments beside their text. */
#ifndef ALIGN_TRAITS_H
#define ALIGN_TRAITS_H

#include <hexapla/model.h>

enum {
    HXP_LEVELS = 7, /* of a kind of paragraph: none, 1 to 5, and deeper */
    HXP_CLASSES = (HXP_BLOCK_FOOTER + 1) * HXP_LEVELS,
    HXP_CODE_TYPES = 6, /* of inline codes: bold, italic and so on; others */
    HXP_CODE_COUNTS = 4 /* of codes: none, one, two, and more */
};

/** What a segment is, as numbers. */
typedef struct hxp_traits {
    uint64_t codes;      /* a byte for each type, below HXP_CODE_COUNTS */
    uint64_t key;        /* of the entry it is in; 0: not known */
    unsigned char block; /* below HXP_CLASSES */
} hxp_traits;

/**
 * The traits of each segment of from, whose document knows its blocks. NULL:
 * no memory. The caller frees them.
 */
hxp_traits *hxp_traits_read(const hxp_segmented *from);

/** The codes of count segments, at most 64, a byte for each type. */
static inline uint64_t hxp_traits_codes(const hxp_traits *traits, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += traits[i].codes;
    return sum;
}

/** The number of codes of a type among codes, below HXP_CODE_COUNTS. */
static inline size_t hxp_codes_of_type(uint64_t codes, size_t type)
{
    size_t number = codes >> (8 * type) & 0xFF;
    return number < HXP_CODE_COUNTS ? number : HXP_CODE_COUNTS - 1;
}

/** The traits of count segments, one or more, as one: the paragraph of the
 * first, the codes of all, their key if they have one. */
hxp_traits hxp_traits_join(const hxp_traits *traits, size_t count);

/** The paragraph of a segment. */
hxp_block hxp_traits_block(const hxp_traits *traits);

#endif
