/* word_places.h - where the words of a text are: as hxp_tokens_make() finds
 * them, but many symbols at a time and without hashes. */
#ifndef MEMORY_WORD_PLACES_H
#define MEMORY_WORD_PLACES_H

#include "memory/symbols.h"

enum { HXP_WORD_PLACES_BEHIND = 16 }; /* bytes written behind symbols */

/** Places of the words of a text; all zero is none. */
typedef struct hxp_word_places {
    uint16_t *starts, *ends;
    size_t count, start_room, end_room;
} hxp_word_places;

/** Find the words of count symbols, behind which is room. False: no memory. */
bool hxp_word_places_find(hxp_word_places *places, const hxp_symbols *alphabet,
                          uint8_t *symbols, size_t count);

void hxp_word_places_free(hxp_word_places *places);

#endif
