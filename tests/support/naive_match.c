/* naive_match.c - the whole matrix, a row at a time. */
#include "naive_match.h"

#include <stdlib.h>
#include <string.h>

uint32_t naive_draw(uint32_t limit)
{
    static uint32_t seed = 1;
    seed = seed * 1664525 + 1013904223;
    return (uint32_t)((uint64_t)(seed >> 4) * limit >> 28);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

long naive_distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    size_t *row = calloc(n + 1, sizeof *row);
    if (!row)
        return -1;
    for (size_t i = 0; i <= n; i++)
        row[i] = i;
    for (size_t j = 1; j <= m; j++) {
        size_t corner = row[0];
        row[0] = j;
        for (size_t i = 1; i <= n; i++) {
            size_t above = row[i];
            row[i] = least(least(row[i], row[i - 1]) + 1,
                           corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    long distance = (long)row[n];
    free(row);
    return distance;
}

/** A word as a number: that of its first place in all of base. */
static uint32_t word_number(const uint32_t *base, size_t base_len,
                            const uint32_t *word, size_t len)
{
    size_t at = 0;
    while (at + len <= base_len &&
           memcmp(base + at, word, len * sizeof *word) != 0)
        at++;
    return (uint32_t)(at * 4096 + len);
}

/** The words of text as numbers, by where they first stand in base. */
static size_t words_of(uint32_t *words, const hxp_characters *text,
                       const uint32_t *base, size_t base_len)
{
    size_t count = 0;
    for (size_t at = 0; at < text->count;) {
        size_t end = at + 1;
        hxp_character_kind kind = hxp_character_kind_of(text->items[at]);
        while (kind == HXP_CHARACTER_WORD && end < text->count &&
               hxp_character_kind_of(text->items[end]) == kind)
            end++;
        if (kind != HXP_CHARACTER_SPACE)
            words[count++] =
                word_number(base, base_len, text->items + at, end - at);
        at = end;
    }
    return count;
}

static unsigned percent(long distance, size_t n, size_t m)
{
    size_t longer = n > m ? n : m;
    return (unsigned)((longer - (size_t)distance) * 100 / longer);
}

naive_match naive_compare(const hxp_characters *a, const hxp_characters *b)
{
    size_t all = a->count + b->count;
    uint32_t *base = calloc(3 * all + 1, sizeof *base);
    naive_match match = { 0, 0, 0 };
    if (!base || a->count == 0 || b->count == 0) {
        free(base);
        return match;
    }
    memcpy(base, a->items, a->count * sizeof *base);
    memcpy(base + a->count, b->items, b->count * sizeof *base);
    uint32_t *x = base + all, *y = x + all;
    size_t n = words_of(x, a, base, all), m = words_of(y, b, base, all);
    long characters = naive_distance(a->items, a->count, b->items, b->count);
    match.characters = percent(characters, a->count, b->count);
    match.words = percent(naive_distance(x, n, y, m), n, m);
    match.best =
        match.words > match.characters ? match.words : match.characters;
    if (characters > 0 && match.best > 99)
        match.best = 99;
    free(base);
    return match;
}
