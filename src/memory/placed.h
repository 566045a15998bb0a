/* placed.h - a text in which a phrase is looked for, and where it is there. */
#ifndef MEMORY_PLACED_H
#define MEMORY_PLACED_H

#include "memory/phrase.h"

#include <hexapla/model.h>

/** The characters of a text, and the bytes that each is of. */
typedef struct hxp_placed {
    hxp_phrase_text text;
    const hxp_wanted_phrase *phrase; /* set by who uses it */
    hxp_characters characters;
    hxp_characters piece; /* of a character with its marks */
    hxp_span *spans;
    size_t room;
} hxp_placed;

/** Make text caseless, and bare if the phrase is, as phrases are. */
hxp_status hxp_placed_make(hxp_placed *placed, hxp_caseless *caseless,
                           hxp_str text, hxp_error *error);

/** Find the first place of the phrase; false when there is none. */
bool hxp_placed_find(hxp_span *span, const hxp_placed *placed);

void hxp_placed_free(hxp_placed *placed);

#endif
