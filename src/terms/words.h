/* words.h - the words of terms, found by the forms they share. */
#ifndef TERMS_WORDS_H
#define TERMS_WORDS_H

#include "base/arena.h"
#include "terms/forms.h"

#include <hexapla/text.h>

/** Different words, numbered from 0; all zero but endings is an empty one. */
typedef struct hxp_term_words {
    hxp_endings endings;
    hxp_arena arena; /* owns the text of the keys */
    struct hxp_key *keys;
    uint32_t *table;                   /* hash table: 1 + number of a key */
    size_t key_count, key_room, slots; /* slots is a power of two */
    struct hxp_key_use *uses;
    size_t use_count, use_room;
    uint32_t word_count;
} hxp_term_words;

/** A word of terms that a word of a text may be. */
typedef struct hxp_candidate {
    uint32_t word;
    bool same; /* but for case; otherwise another form of it */
} hxp_candidate;

typedef struct hxp_candidates {
    hxp_candidate *items;
    size_t count, room;
} hxp_candidates;

/**
 * Number word, which stands as surface in a term; a word met before keeps its
 * number. Words in capitals alone are found by their surface only. False when
 * memory is out.
 */
bool hxp_term_words_add(uint32_t *number, hxp_term_words *known,
                        const hxp_word *word, hxp_str surface);

/**
 * Append the words of terms that share a form with word, which stands
 * as surface in a text, each once. False when memory is out.
 */
bool hxp_term_words_find(hxp_candidates *found, const hxp_term_words *known,
                         const hxp_word *word, hxp_str surface);

void hxp_term_words_free(hxp_term_words *known);

#endif
