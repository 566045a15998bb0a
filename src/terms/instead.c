/* instead.c - finds "au Havre" for "Le Havre", "dont il a besoin" for "avoir
 * besoin de". */
#include "terms/instead.h"

#include "base/str.h"

/* The last that leaf->instead has room for. */
enum { MOST_LINES = UINT8_MAX - HXP_INSTEAD_OF_LAST };

uint8_t hxp_instead_of(const hxp_grammar *grammar, hxp_str last)
{
    size_t count = hxp_word_list_count(grammar->pronouns_for);
    for (size_t i = 0; i < count && i < MOST_LINES; i++) {
        hxp_str line = hxp_word_list_entry(grammar->pronouns_for, i), word;
        hxp_str_cut(&line, '>', &word);
        if (hxp_str_equal(hxp_str_trim(word), last))
            return (uint8_t)(HXP_INSTEAD_OF_LAST + i);
    }
    return 0;
}

/** True when line, "word > pronoun pronoun", has the folded word as pronoun. */
static bool has_pronoun(hxp_str line, hxp_str word)
{
    hxp_str pronoun;
    hxp_str_cut(&line, '>', &pronoun);
    while (hxp_str_cut(&line, ' ', &pronoun))
        if (hxp_str_equal(pronoun, word))
            return true;
    return false;
}

/** True when a pronoun of line stands in the sentence of the walk. */
static bool is_pronoun_said(const hxp_term_matcher *matcher,
                            const hxp_term_walk *at, hxp_str line)
{
    const hxp_words *words = &matcher->words;
    for (size_t i = at->first; i-- > 0 && !matcher->text[i].stops;)
        if (has_pronoun(line, words->items[i].folded))
            return true;
    for (size_t i = at->first + 1; i < words->count && !matcher->text[i].stops;
         i++)
        if (has_pronoun(line, words->items[i].folded))
            return true;
    return false;
}

bool hxp_says_instead(const hxp_term_matcher *matcher, const hxp_term_walk *at,
                      const struct hxp_trie_leaf *leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (leaf->instead == HXP_INSTEAD_OF_ARTICLE)
        return at->first > 0 && hxp_word_is_of(grammar->contractions,
                                               &matcher->words, at->first - 1);
    return !matcher->strict &&
           is_pronoun_said(matcher, at,
                           hxp_word_list_entry(grammar->pronouns_for,
                                               (size_t)leaf->instead -
                                                   HXP_INSTEAD_OF_LAST));
}
