/* numbering.h - numbers for the words of a query, by which others know them. */
#ifndef MEMORY_NUMBERING_H
#define MEMORY_NUMBERING_H

#include "memory/symbols.h"

/** Words with numbers; all zero: none. */
typedef struct hxp_numbering {
    const hxp_tokens *words;
    const char *text; /* theirs, of symbols or characters ... */
    size_t size;      /* ... that have this many bytes each */
    uint32_t *slots;  /* hash table: 1 + the number of a word, or 0 */
    size_t count;
    size_t room;
} hxp_numbering;

/**
 * Number the words of text: each has the place of the first that is equal.
 * words and text must outlive the numbering. False: no memory.
 */
bool hxp_numbering_set(hxp_numbering *numbering, const hxp_tokens *words,
                       const void *text, size_t size);

/** Write the numbers of the words of another text; new ones have words->count.
 */
void hxp_numbering_of(uint32_t *numbers, const hxp_numbering *numbering,
                      const hxp_tokens *words, const void *text);

void hxp_numbering_free(hxp_numbering *numbering);

#endif
