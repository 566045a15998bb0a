/* lexicon.h - how words of two languages translate one another. */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "lexicon/dictionary.h"
#include "lexicon/ibm1.h"

/** From source words to target words, or back. */
typedef enum hxp_direction {
    HXP_FORWARD, /* p(target|source), a row for each source word */
    HXP_BACKWARD /* p(source|target), a row for each target word */
} hxp_direction;

/** What is known of two vocabularies: how words look, which common ones mean
 * the same, what text taught. */
typedef struct hxp_lexicon hxp_lexicon;

/**
 * Make a lexicon of the words that look alike, of the common ones of the lists
 * of vocabularies, and of what dictionary (NULL is allowed) knows. The
 * vocabularies must outlive it and stay as they are. On HXP_OK the caller owns
 * *out and frees it with hxp_lexicon_free(); otherwise *out is NULL.
 */
hxp_status hxp_lexicon_new(hxp_lexicon **out,
                           const hxp_vocabularies *vocabularies,
                           const hxp_dictionary *dictionary, hxp_error *error);

/**
 * Learn from examples, whose words are numbers of stems. What was learned
 * before is forgotten.
 */
hxp_status hxp_lexicon_learn(hxp_lexicon *lexicon, hxp_examples examples,
                             hxp_error *error);

/** The probabilities; the table lives until the next hxp_lexicon_learn(). */
const hxp_word_table *hxp_lexicon_table(const hxp_lexicon *lexicon,
                                        hxp_direction direction);

/** What was learned between stems; it lives as the other table does. */
const hxp_word_table *hxp_lexicon_learned(const hxp_lexicon *lexicon,
                                          hxp_direction direction);

/**
 * How much of a word of the text that direction comes from has translations,
 * 0 to 1, by what the texts themselves say; dictionaries do not count.
 */
double hxp_lexicon_known(const hxp_lexicon *lexicon, hxp_direction direction,
                         size_t word);

/** Why a word is taken for the translation of another: shares of belief. */
typedef struct hxp_translation {
    double all;        /* as in hxp_lexicon_table() */
    double looks;      /* the words look alike, or are the same number */
    double dictionary; /* an entry or a list of common words has them */
    double learned;    /* texts taught it, these or others */
} hxp_translation;

/** Why word to may be the translation of word from, both as direction says. */
hxp_translation hxp_lexicon_why(const hxp_lexicon *lexicon,
                                hxp_direction direction, uint32_t from,
                                uint32_t to);

/** Free the lexicon; NULL is allowed. */
void hxp_lexicon_free(hxp_lexicon *lexicon);

#endif
