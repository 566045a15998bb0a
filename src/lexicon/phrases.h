/* phrases.h - words, and words in a row, that a text uses again and again. */
#ifndef LEXICON_PHRASES_H
#define LEXICON_PHRASES_H

#include "lexicon/bitext.h"

enum { HXP_PHRASE_WORDS = 6 }; /* of the longest phrase */

/** Words that a text has in a row several times. */
typedef struct hxp_phrase {
    uint32_t count;
    uint32_t opened;   /* times with an article or the like before it */
    uint32_t closed;   /* times without a content word behind it */
    uint32_t alone;    /* times with both */
    uint32_t capitals; /* times with a capital at its last word */
    uint32_t inside;   /* times inside longer ones that may be terms */
    uint32_t longer;   /* how many of those there are */
    uint32_t most;     /* times inside the most frequent of them */
    uint16_t letters;  /* bytes, where it was first met */
    uint16_t words;    /* 1 to HXP_PHRASE_WORDS */
    bool whole;        /* ends with a word that terms may end with */
} hxp_phrase;

/** The phrases of one side of a bitext; all zero is none. */
typedef struct hxp_phrases {
    hxp_names keys; /* stems in a row, as bytes */
    hxp_phrase *items;
    size_t room;
    size_t least; /* times that each was met */
} hxp_phrases;

/**
 * Find the phrases that side has at least least times: they begin with a word
 * that terms may begin with, no mark stands inside, and all others are such
 * words, numbers, articles or joints. False: no memory.
 */
bool hxp_phrases_find(hxp_phrases *phrases, const hxp_bitext *bitext,
                      size_t side, size_t least);

void hxp_phrases_free(hxp_phrases *phrases);

/** The key of words in a row; it lives as long as room. */
hxp_str hxp_phrase_key(uint32_t room[HXP_PHRASE_WORDS],
                       const hxp_bitext_word *words, size_t count);

/** The number of the phrase that count words at at are; false: none is. */
bool hxp_phrases_at(uint32_t *number, const hxp_phrases *phrases,
                    hxp_bitext_row words, size_t at, size_t count);

/**
 * True when a phrase stands where nouns do, and may be a term: often behind
 * an article or a preposition, often before none; with a capital, in languages
 * that give nouns one.
 */
bool hxp_phrase_is_term(const hxp_phrase *phrase, bool capital_nouns);

/**
 * How much a phrase is a unit of its own: C-value (Frantzi, Ananiadou, Mima,
 * Automatic Recognition of Multi-Word Terms, 2000), with 1 added to the
 * logarithm so that single words count (Barron-Cedeno, Sierra, Drouin,
 * Ananiadou, An Improved Automatic Term Recognition Method for Spanish, 2009).
 * One that hardly stands outside a single longer one counts for what it
 * does elsewhere: "données" of "base de données".
 */
double hxp_phrase_value(const hxp_phrase *phrase);

#endif
