/* word_lists.h - for words of an index, the positions of the texts that have
 * them: the lists in the making. */
#ifndef MEMORY_WORD_LISTS_H
#define MEMORY_WORD_LISTS_H

#include "base/array.h"

enum { HXP_LIST_BYTES = 59 }; /* of a piece of a list */

/** A piece of a list; as a line of the cache is. */
typedef struct hxp_list_piece {
    uint32_t next; /* number of the next one; 0: there is none */
    uint8_t used;  /* bytes */
    uint8_t bytes[HXP_LIST_BYTES];
} hxp_list_piece;

/** A list in the making. */
typedef struct hxp_word_list {
    uint32_t last;  /* position in it */
    uint32_t count; /* of positions; UINT32_MAX: too many, it is not kept ... */
    uint32_t size;  /* ... and the bytes that they take */
    uint32_t first; /* number of its first piece; 0: none */
    uint32_t at;    /* where it goes on, from the first piece of all; 0: none */
} hxp_word_list;

/** Lists of all buckets; all zero are none. */
typedef struct hxp_word_lists {
    hxp_word_list *items;
    uint32_t *starts; /* of each bucket's list in bytes, and one more */
    uint32_t buckets;
    uint32_t most;          /* positions of a list that is kept */
    uint64_t bytes;         /* of all lists */
    hxp_list_piece *pieces; /* number 0 takes what is not kept */
    size_t count, room;
    uint32_t free; /* number of a piece, as next is */
} hxp_word_lists;

/** Begin with lists, which are none, for so many texts. False: no memory. */
bool hxp_word_lists_begin(hxp_word_lists *lists, size_t texts);

/**
 * Put the text at position into the lists of its words, which are in these
 * buckets; positions rise. False: no memory.
 */
bool hxp_word_lists_add(hxp_word_lists *lists, uint32_t position,
                        const uint32_t *buckets, size_t count);

/** Let the cache get the lists of words or, when it has them, the pieces where
 * they go on: for a text that will be put there soon. */
void hxp_word_lists_fetch(const hxp_word_lists *lists, bool pieces,
                          const uint32_t *buckets, size_t count);

/** Tell where each list starts when they stand one behind the other. False:
 * they are too large. */
bool hxp_word_lists_place(hxp_word_lists *lists);

/** Whether they are too large: why they could not be added to or placed. */
bool hxp_word_lists_are_full(const hxp_word_lists *lists);

/** The piece of a list behind before, or its first for NULL: *bytes are those
 * of it. NULL: there is none. */
const hxp_list_piece *hxp_word_lists_next(hxp_str *bytes,
                                          const hxp_word_lists *lists,
                                          uint32_t bucket,
                                          const hxp_list_piece *before);

/** Free what lists hold; they are none then. */
void hxp_word_lists_free(hxp_word_lists *lists);

#endif
