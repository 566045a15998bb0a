/* distance.h - Levenshtein's distance of two rows of symbols, bit-parallel. */
#ifndef MEMORY_DISTANCE_H
#define MEMORY_DISTANCE_H

#include <hexapla/base.h>

/**
 * One of the two rows, prepared for comparing it with many; all zero is an
 * empty one.
 */
typedef struct hxp_pattern {
    size_t count;      /* symbols */
    size_t words;      /* of 64 bits that a row of them takes */
    uint32_t *symbols; /* hash table of the different ones ... */
    uint32_t *rows;    /* ... and which row of bits is theirs, from 1 */
    size_t slots;
    uint64_t *bits;  /* row 0 is that of symbols that do not occur */
    uint64_t *state; /* room for comparing */
    size_t room[4];
} hxp_pattern;

/** Prepare symbols. False: no memory. */
bool hxp_pattern_set(hxp_pattern *pattern, const uint32_t *symbols,
                     size_t count);

/**
 * The symbols that must be put in, left out or changed to make one row of the
 * other; a number above most if they are more than that.
 */
size_t hxp_pattern_distance(const hxp_pattern *pattern, const uint32_t *symbols,
                            size_t count, size_t most);

/** Free what the pattern holds; it is empty then. */
void hxp_pattern_free(hxp_pattern *pattern);

#endif
