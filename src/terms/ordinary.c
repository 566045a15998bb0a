/* ordinary.c - tells common words from acronyms in wrong capitals. */
#include "terms/ordinary.h"

#include "base/str.h"
#include "terms/matcher.h"

/* Letters of acronyms that nouns may have, too: "SUMME" is none. */
enum { LONGEST_ACRONYM = 4 };

bool hxp_matcher_ordinary(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit, const hxp_term_hit *said)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[hit->word];
    if (!hit->acronym || hit->words != 1 || word->acronym ||
        hxp_str_equal(hit->term->text, said->term->text))
        return false;
    return hxp_grammar_role(grammar, word->folded) != HXP_ROLE_CONTENT ||
           hxp_word_list_has(grammar->stopwords, word->folded) ||
           (grammar->capital_nouns && word->capital && !said->acronym &&
            word->folded.len <= LONGEST_ACRONYM);
}
