/* bigrams.h - which pairs of neighbouring codes a query has, and where. */
#ifndef MEMORY_BIGRAMS_H
#define MEMORY_BIGRAMS_H

#include "memory/packing.h"

enum {
    HXP_BIGRAMS = HXP_CODES * HXP_CODES,
    HXP_BIGRAM_PART = 16, /* pairs of a text that have sets of their own */
    HXP_BIGRAM_SETS = 64  /* bytes: the sets of two such parts */
};

/** Diagonals: by how much the row, of the query, is above the column. */
typedef struct hxp_diagonals {
    ptrdiff_t first, last;
} hxp_diagonals;

/**
 * The pairs of neighbouring codes of a query that may stand at a place of a
 * text when only some diagonals are of use; all zero is one to begin with.
 */
typedef struct hxp_bigrams {
    bool in_sets;   /* which of the two forms below is made: sets */
    unsigned shift; /* an item of others is for 1 << shift pairs of a text */
    uint8_t (*others)[HXP_BIGRAMS]; /* 1: a pair that may not stand there */
    size_t other_room;
    /* The same, but some pairs too many: for two parts of HXP_BIGRAM_PART pairs
     * two sets each of what hxp_bigram_first() and hxp_bigram_second() give,
     * bit h >> 4 of byte h % 16; the first sets of both, then the second. Those
     * of two parts more lie behind the last. */
    uint8_t *sets;
    size_t room;
} hxp_bigrams;

/** A code below HXP_CODES turned: its upper bits become the lower ones. */
static inline unsigned hxp_bigram_turned(unsigned code)
{
    return (code << 3 & 0x78) | code >> 4;
}

/** Two numbers below 128 for a pair, which few other pairs share both of. */
static inline unsigned hxp_bigram_first(unsigned one, unsigned next)
{
    return one ^ hxp_bigram_turned(next);
}
static inline unsigned hxp_bigram_second(unsigned one, unsigned next)
{
    return hxp_bigram_turned(one) ^ next;
}

/**
 * Set, in the form that in_sets tells, to the pairs of count codes, of which
 * HXP_CODES is in no text, for texts of up to length codes. False: no memory.
 */
bool hxp_bigrams_make(hxp_bigrams *bigrams, const uint8_t *codes, size_t count,
                      size_t length, hxp_diagonals near);

/** Free what bigrams hold. */
void hxp_bigrams_free(hxp_bigrams *bigrams);

#endif
