/* small_words.h - words that join others: articles, prepositions. */
#ifndef TEXT_SMALL_WORDS_H
#define TEXT_SMALL_WORDS_H

#include "text/language.h"

/** The lists of them. */
typedef enum hxp_small_list {
    HXP_SMALL_ARTICLES,
    HXP_SMALL_DETERMINERS,
    HXP_SMALL_JOINTS,
    HXP_SMALL_FUNCTION_WORDS,
    HXP_SMALL_CONJUNCTIONS,
    HXP_SMALL_STOP_WORDS,
    HXP_SMALL_LISTS
} hxp_small_list;

/** That list of language, or NULL. */
const hxp_word_list *hxp_small_words(const hxp_language *language,
                                     hxp_small_list which);

/** True when a word, folded, is in any of them. */
bool hxp_is_small_word(const hxp_language *language, hxp_str folded);

#endif
