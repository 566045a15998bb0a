/* small_words.c - words that join others: articles, prepositions. */
#include "text/small_words.h"

const hxp_word_list *hxp_small_words(const hxp_language *language,
                                     hxp_small_list which)
{
    static const char *const names[HXP_SMALL_LISTS] = {
        "articles",       "determiners",  "joints",
        "function-words", "conjunctions", "stopwords"
    };
    return hxp_language_list(language, names[which]);
}

bool hxp_is_small_word(const hxp_language *language, hxp_str folded)
{
    for (int i = 0; i < HXP_SMALL_LISTS; i++)
        if (hxp_word_list_has(hxp_small_words(language, (hxp_small_list)i),
                              folded))
            return true;
    return false;
}
