/* word_lists.h - for words of an index, the positions of the texts that have
 * them: the lists in the making. */
#ifndef MEMORY_WORD_LISTS_H
#define MEMORY_WORD_LISTS_H

#include "base/array.h"

/** A list in the making. */
typedef struct hxp_word_list {
    uint32_t last;  /* position in it; UINT32_MAX: none yet */
    uint32_t count; /* of positions ... */
    uint32_t size;  /* ... and the bytes that they take */
    uint32_t end;   /* what is written of it; UINT32_MAX: it is not written */
} hxp_word_list;

/** Lists of all buckets; all zero are none. */
typedef struct hxp_word_lists {
    hxp_word_list *items;
    uint32_t *starts; /* of each bucket's list in bytes, and one more */
    uint32_t buckets;
    size_t texts;
    hxp_buffer bytes;
} hxp_word_lists;

/**
 * Begin with lists for so many texts; what lists held before goes. Each text is
 * counted first, then lists are placed, then each is filled in, both in the
 * order of positions. False: no memory.
 */
bool hxp_word_lists_begin(hxp_word_lists *lists, size_t texts);

/** Count the words of the text at position; hashes are their upper halves. */
void hxp_word_lists_count(hxp_word_lists *lists, uint32_t position,
                          const uint32_t *hashes, size_t count);

/** Lay out the lists by their sizes. False: no memory, or too large. */
bool hxp_word_lists_place(hxp_word_lists *lists);

/** Put the text at position into the lists of its words. */
void hxp_word_lists_fill(hxp_word_lists *lists, uint32_t position,
                         const uint32_t *hashes, size_t count);

/** Free what lists hold; they are none then. */
void hxp_word_lists_free(hxp_word_lists *lists);

#endif
