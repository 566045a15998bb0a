/* bigrams.c - pairs of neighbouring codes by the places where they may be. */
#include "memory/bigrams.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

/** Places of a text: pairs first to last. */
typedef struct places {
    size_t first, last;
} places;

static void add_to_parts(hxp_bigrams *bigrams, unsigned pair, places at)
{
    for (size_t part = at.first >> bigrams->shift;
         part <= at.last >> bigrams->shift; part++)
        bigrams->others[part][pair] = 0;
}

static void add_to_sets(hxp_bigrams *bigrams, unsigned one, unsigned next,
                        places at)
{
    unsigned first = hxp_bigram_first(one, next);
    unsigned second = hxp_bigram_second(one, next);
    for (size_t part = at.first / HXP_BIGRAM_PART;
         part <= at.last / HXP_BIGRAM_PART; part++) {
        uint8_t *sets = bigrams->sets + part / 2 * HXP_BIGRAM_SETS +
                        part % 2 * HXP_BIGRAM_PART;
        sets[first & 15] |= (uint8_t)(1 << (first >> 4));
        sets[HXP_BIGRAM_SETS / 2 + (second & 15)] |=
            (uint8_t)(1 << (second >> 4));
    }
}

/** Make room for the pairs of texts of up to length codes, and clear it. */
static bool clear(hxp_bigrams *bigrams, size_t length)
{
    enum { TWO_PARTS = 2 * HXP_BIGRAM_PART, LEAST_SHIFT = 4, MOST_PARTS = 32 };
    if (bigrams->in_sets) {
        size_t size = (length / TWO_PARTS + 2) * HXP_BIGRAM_SETS;
        if (!hxp_array_reserve(&bigrams->sets, &bigrams->room, size, 1))
            return false;
        memset(bigrams->sets, 0, size);
        return true;
    }
    bigrams->shift = LEAST_SHIFT;
    while (length >> bigrams->shift >= MOST_PARTS)
        bigrams->shift++;
    size_t parts = (length >> bigrams->shift) + 1;
    if (!hxp_array_reserve(&bigrams->others, &bigrams->other_room, parts,
                           sizeof *bigrams->others))
        return false;
    memset(bigrams->others, 1, parts * sizeof *bigrams->others);
    return true;
}

bool hxp_bigrams_make(hxp_bigrams *bigrams, const uint8_t *codes, size_t count,
                      size_t length, hxp_diagonals near)
{
    if (!clear(bigrams, length))
        return false;
    for (size_t i = 0; i + 1 < count; i++) {
        ptrdiff_t first = (ptrdiff_t)i - near.last;
        ptrdiff_t last = (ptrdiff_t)i - near.first;
        first = first < 0 ? 0 : first;
        last = last < (ptrdiff_t)length ? last : (ptrdiff_t)length;
        unsigned one = codes[i], next = codes[i + 1];
        if (first > last || one >= HXP_CODES || next >= HXP_CODES)
            continue;
        places at = { (size_t)first, (size_t)last };
        if (bigrams->in_sets)
            add_to_sets(bigrams, one, next, at);
        else
            add_to_parts(bigrams, one | next * HXP_CODES, at);
    }
    return true;
}

void hxp_bigrams_free(hxp_bigrams *bigrams)
{
    free(bigrams->sets);
    free(bigrams->others);
    bigrams->sets = NULL;
    bigrams->others = NULL;
    bigrams->room = bigrams->other_room = 0;
}
