/* word_places.c - kinds of symbols as bits: words are runs of them. */
#include "memory/word_places.h"

#include <stdlib.h>

enum { BLOCK = 64, EIGHT = 8, PAD = HXP_WORD_PLACES_BEHIND };

/** Bits of up to 64 symbols, the first one's the lowest. */
typedef struct kind_bits {
    uint64_t words; /* what is of words */
    uint64_t alone; /* what is a word of its own */
} kind_bits;

/** The lowest bit of each byte. */
static uint64_t gather(uint64_t bytes)
{
    return (bytes & 0x0101010101010101) * 0x0102040810204080 >> 56;
}

/** The bits of count symbols, as many as a block at most. */
static kind_bits bits_of(const uint8_t kinds[256], const uint8_t *symbols,
                         size_t count)
{
    kind_bits bits = { 0, 0 };
    for (size_t at = 0; at < count; at += EIGHT) {
        uint64_t eight = 0;
        for (size_t i = 0; i < EIGHT; i++)
            eight |= (uint64_t)kinds[symbols[at + i]] << 8 * i;
        bits.words |= gather(eight) << at;
        bits.alone |= gather(eight >> 1) << at;
    }
    return bits;
}

/** Append the places of bits from start on. */
static size_t add_places(uint16_t *places, size_t count, uint64_t bits,
                         size_t start)
{
    for (; bits != 0; bits &= bits - 1)
        places[count++] = (uint16_t)(start + (size_t)__builtin_ctzll(bits));
    return count;
}

bool hxp_word_places_find(hxp_word_places *places, const hxp_symbols *alphabet,
                          uint8_t *symbols, size_t count)
{
    size_t ends = 0;
    kind_bits before = { 0, 0 }; /* of the last symbol of the block before */
    places->count = 0;
    if (!hxp_array_reserve(&places->starts, &places->start_room, count + 1,
                           sizeof *places->starts) ||
        !hxp_array_reserve(&places->ends, &places->end_room, count + 1,
                           sizeof *places->ends))
        return false;
    memset(symbols + count, ' ', PAD);
    /* a blank more, so that the last word ends */
    for (size_t at = 0; at <= count; at += BLOCK) {
        size_t left = count + 1 - at;
        kind_bits bits =
            bits_of(alphabet->kinds, symbols + at, left < BLOCK ? left : BLOCK);
        uint64_t in = bits.words << 1 | before.words;
        uint64_t behind = bits.alone << 1 | before.alone;
        places->count = add_places(places->starts, places->count,
                                   (bits.words & ~in) | bits.alone, at);
        ends = add_places(places->ends, ends, (in & ~bits.words) | behind, at);
        before.words = bits.words >> (BLOCK - 1);
        before.alone = bits.alone >> (BLOCK - 1);
    }
    return true;
}

void hxp_word_places_free(hxp_word_places *places)
{
    free(places->starts);
    free(places->ends);
    *places = (hxp_word_places){ .starts = NULL };
}
