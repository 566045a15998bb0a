/* vocabulary.h - the words of one language, numbered and counted. */
#ifndef LEXICON_VOCABULARY_H
#define LEXICON_VOCABULARY_H

#include "base/names.h"

#include <hexapla/text.h>

/** A word and its place among the others. */
typedef struct hxp_vocabulary_word {
    hxp_word_kind kind;
    uint32_t length; /* characters */
    uint32_t stem;   /* number of its class: words that begin alike */
    uint32_t count;  /* how often it was added */
} hxp_vocabulary_word;

/** The words of one language; all zero is an empty vocabulary. */
typedef struct hxp_vocabulary {
    hxp_names forms; /* word number to form: folded, without accents */
    hxp_names stems;
    hxp_vocabulary_word *words; /* by number */
    size_t capacity;
    size_t total; /* of all counts */
} hxp_vocabulary;

/**
 * Count one more word and give its number. Words of letters that begin with
 * the same HXP_STEM_LENGTH letters share a stem; all others have their own.
 * False: no memory.
 */
bool hxp_vocabulary_add(hxp_vocabulary *vocabulary, const hxp_word *word,
                        uint32_t *number);

/* Sharing the counts of inflected forms is worth .01-.02 F1; five letters
 * beat Snowball's stems, which leave German compounds apart. */
enum { HXP_STEM_LENGTH = 5 };

/** The number of different words. */
static inline size_t hxp_vocabulary_size(const hxp_vocabulary *vocabulary)
{
    return vocabulary->forms.count;
}

/** Free what the vocabulary holds; it is empty then. */
void hxp_vocabulary_free(hxp_vocabulary *vocabulary);

#endif
