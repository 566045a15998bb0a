/* distance.c - the algorithm of Myers as Hyyro wrote it, in blocks of 64. */
#include "memory/distance.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static size_t slot_of(const hxp_pattern *pattern, uint32_t symbol)
{
    size_t at = (symbol * 2654435761u >> 7) & (pattern->slots - 1);
    while (pattern->rows[at] != 0 && pattern->symbols[at] != symbol)
        at = (at + 1) & (pattern->slots - 1);
    return at;
}

static bool reserve(hxp_pattern *pattern, size_t count, size_t words)
{
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    if (!hxp_array_reserve(&pattern->symbols, &pattern->room[0], slots,
                           sizeof *pattern->symbols) ||
        !hxp_array_reserve(&pattern->rows, &pattern->room[1], slots,
                           sizeof *pattern->rows) ||
        !hxp_array_reserve(&pattern->state, &pattern->room[3], 2 * words + 1,
                           sizeof *pattern->state))
        return false;
    pattern->slots = slots;
    memset(pattern->rows, 0, slots * sizeof *pattern->rows);
    return true;
}

bool hxp_pattern_set(hxp_pattern *pattern, const uint32_t *symbols,
                     size_t count)
{
    size_t words = (count + 63) / 64;
    uint32_t rows = 0;
    pattern->count = 0;
    if (!reserve(pattern, count, words))
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t slot = slot_of(pattern, symbols[i]);
        if (pattern->rows[slot] == 0) {
            pattern->symbols[slot] = symbols[i];
            pattern->rows[slot] = ++rows;
        }
    }
    if (!hxp_array_reserve(&pattern->bits, &pattern->room[2],
                           (rows + 1) * words + 1, sizeof *pattern->bits))
        return false;
    memset(pattern->bits, 0, (rows + 1) * words * sizeof *pattern->bits);
    for (size_t i = 0; i < count; i++) {
        size_t row = pattern->rows[slot_of(pattern, symbols[i])];
        pattern->bits[row * words + i / 64] |= (uint64_t)1 << i % 64;
    }
    pattern->count = count;
    pattern->words = words;
    return true;
}

/** What a column hands from block to block, and the score in the last row. */
typedef struct column {
    uint64_t plus, minus; /* whether the row above rises or falls */
    uint64_t last;        /* the bit of the last row, in its block */
    int change;           /* of the last row's score */
} column;

/** Go on by one symbol in one block of 64 rows. */
static void advance(uint64_t *pv, uint64_t *mv, uint64_t equal, column *at)
{
    uint64_t xv = equal | *mv;
    equal |= at->minus;
    uint64_t xh = (((equal & *pv) + *pv) ^ *pv) | equal;
    uint64_t plus = *mv | ~(xh | *pv);
    uint64_t minus = *pv & xh;
    at->change = (plus & at->last) != 0;
    at->change -= (minus & at->last) != 0;
    uint64_t plus_out = plus >> 63, minus_out = minus >> 63;
    plus = plus << 1 | at->plus;
    minus = minus << 1 | at->minus;
    at->plus = plus_out;
    at->minus = minus_out;
    *pv = minus | ~(xv | plus);
    *mv = plus & xv;
}

size_t hxp_pattern_distance(const hxp_pattern *pattern, const uint32_t *symbols,
                            size_t count, size_t most)
{
    size_t words = pattern->words, score = pattern->count;
    uint64_t *pv = pattern->state, *mv = pv + words;
    if (pattern->count == 0)
        return count;
    for (size_t w = 0; w < words; w++) {
        pv[w] = UINT64_MAX;
        mv[w] = 0;
    }
    column at = { .last = (uint64_t)1 << (pattern->count - 1) % 64 };
    for (size_t j = 0; j < count; j++) {
        size_t row = pattern->rows[slot_of(pattern, symbols[j])];
        const uint64_t *equal = pattern->bits + row * words;
        at.plus = 1; /* the row above all is the number of symbols so far */
        at.minus = 0;
        for (size_t w = 0; w < words; w++)
            advance(&pv[w], &mv[w], equal[w], &at);
        score = (size_t)((ptrdiff_t)score + at.change);
        /* the symbols left can take one off each */
        if (score > most + (count - 1 - j))
            return SIZE_MAX;
    }
    return score;
}

void hxp_pattern_free(hxp_pattern *pattern)
{
    free(pattern->symbols);
    free(pattern->rows);
    free(pattern->bits);
    free(pattern->state);
    *pattern = (hxp_pattern){ .count = 0 };
}
