/* basics.h - the commonest words of two languages, by what they mean. */
#ifndef LEXICON_BASICS_H
#define LEXICON_BASICS_H

#include "lexicon/dictionary.h"

/** A list of the commonest words of a language by their meaning, read. */
typedef struct hxp_basic_words hxp_basic_words;

/**
 * Read the list of a language, basic-words.txt, whose entries are "meaning >
 * word, word", where a word that ends with * stands for all that begin so; and
 * proclitics.txt, what may be written joined before them. Without the list *out
 * is NULL. On HXP_OK the caller frees it with hxp_basic_words_free(); otherwise
 * it is NULL.
 */
hxp_status hxp_basic_words_new(hxp_basic_words **out,
                               const hxp_language *language, hxp_error *error);

/** Free what was read; NULL is allowed. */
void hxp_basic_words_free(hxp_basic_words *words);

/**
 * Fill *out, which is empty, with the words of target that mean what a word of
 * source means, a row for each source word, by the lists of both languages. A
 * row has a word once for each meaning that they share. Where one has no list
 * (NULL), nothing is filled in. False: no memory.
 */
bool hxp_basics(hxp_word_table *out, const hxp_vocabularies *vocabularies);

#endif
