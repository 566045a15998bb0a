/* naive_match.h - similarities as everybody would compute them, to compare
 * with. */
#ifndef TESTS_NAIVE_MATCH_H
#define TESTS_NAIVE_MATCH_H

#include "text/caseless.h"

/** The next of numbers that look random, below limit. */
uint32_t naive_draw(uint32_t limit);

/** Levenshtein's distance of two rows of numbers; -1: no memory. */
long naive_distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m);

/** Similarities of two texts in whole percent, rounded down. */
typedef struct naive_match {
    unsigned words;
    unsigned characters;
    unsigned best; /* the larger, 99 at most unless the texts are equal */
} naive_match;

/** Compare two caseless texts. */
naive_match naive_compare(const hxp_characters *a, const hxp_characters *b);

#endif
