/* basics.h - the commonest words of two languages, by what they mean. */
#ifndef LEXICON_BASICS_H
#define LEXICON_BASICS_H

#include "lexicon/dictionary.h"

/**
 * Fill *out, which is empty, with the words of target that mean what a word of
 * source means, a row for each source word, by lists of both languages whose
 * entries are "meaning > words"; a word that ends with * stands for all that
 * begin so. A row has a word once for each meaning that they share. Without a
 * list (NULL) the rows are empty.
 */
hxp_status hxp_basics(hxp_word_table *out, const hxp_vocabularies *vocabularies,
                      hxp_error *error);

#endif
