/* phrase.h - words that are searched for, and where a text has them. */
#ifndef MEMORY_PHRASE_H
#define MEMORY_PHRASE_H

#include "text/caseless.h"

enum {
    HXP_PHRASE_LIMIT = 1000, /* characters */
    HXP_PHRASE_STAR = 0xE000 /* among its characters: any letters, or none */
};

/** No place in a text. */
#define HXP_NOWHERE SIZE_MAX

/** A phrase; all zero is an empty one. */
typedef struct hxp_wanted_phrase {
    hxp_characters characters;
    bool accents;    /* they count; else the characters have none */
    bool open_start; /* it may begin and end within a word */
    bool open_end;
    size_t run; /* characters before the first star */
} hxp_wanted_phrase;

/**
 * Make the phrase of text, in which * stands for any letters, \\* for itself.
 * Fails with HXP_EINPUT when there is nothing to be found, or too much.
 */
hxp_status hxp_phrase_make(hxp_wanted_phrase *phrase, hxp_caseless *caseless,
                           hxp_str text, bool accents, hxp_error *error);

void hxp_phrase_free(hxp_wanted_phrase *phrase);

/** What a phrase is looked for in: characters, or what stands for them. */
typedef struct hxp_phrase_text hxp_phrase_text;
struct hxp_phrase_text {
    size_t count;
    /** Whether item of the phrase may be what stands at a place. */
    bool (*fits)(const hxp_phrase_text *text, size_t item, size_t at);
    /** Whether that belongs to one word with letters beside it. */
    bool (*joins)(const hxp_phrase_text *text, size_t at);
};

/** Where the phrase that begins at start ends, or HXP_NOWHERE. */
size_t hxp_phrase_end(const hxp_wanted_phrase *phrase,
                      const hxp_phrase_text *text, size_t start);

#endif
