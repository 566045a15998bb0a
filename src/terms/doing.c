/* doing.c - is a term that is a verb said by the noun of it? */
#include "terms/doing.h"

#include "base/str.h"
#include "terms/matcher.h"
#include "terms/serves.h"

bool hxp_verb_has_subject(const hxp_term_matcher *matcher,
                          const hxp_term_hit *verb)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    size_t i = verb->word;
    if (i == 0)
        return false;
    while (grammar->adverb.len > 0 && i > 1 &&
           hxp_str_ends(words->items[i - 1].folded, grammar->adverb))
        i--; /* "is properly enforced" */
    const hxp_word *before = &words->items[i - 1];
    if (before->kind != HXP_WORD_LETTERS)
        return false;
    if (hxp_word_list_has(grammar->subjects, before->folded))
        return true;
    return matcher->text[i - 1].role == HXP_ROLE_CONTENT &&
           !hxp_grammar_marks(grammar, before->folded) &&
           !hxp_word_list_has(grammar->before_verbs, before->folded) &&
           !hxp_word_list_has(grammar->stopwords, before->folded);
}

/** True when the folded noun is that of verb. */
static bool is_noun_of(const hxp_grammar *grammar, hxp_str noun, hxp_str verb)
{
    char made[HXP_ENDING_ROOM];
    size_t len, next = 0;
    while ((len = hxp_endings_next(made, &grammar->doings, &next, noun)) > 0)
        if (hxp_str_equal((hxp_str){ made, len }, verb))
            return true;
    return false;
}

/** True when the text has the noun of verb. */
static bool says(const hxp_term_matcher *matcher, const hxp_word *verb)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (!hxp_grammar_verb(grammar, verb))
        return false;
    for (size_t i = 0; i < matcher->words.count; i++)
        if (is_noun_of(grammar, matcher->words.items[i].folded, verb->folded))
            return true;
    return false;
}

/** False for a noun, where the capital shows it: most terms are nouns. */
static bool may_be_verb(const hxp_grammar *grammar, hxp_str term)
{
    return term.len > 0 && !(grammar->capital_nouns && term.ptr[0] >= 'A' &&
                             term.ptr[0] <= 'Z');
}

hxp_status hxp_verb_as_noun(bool *said, hxp_term_matcher *matcher,
                            const hxp_concept *concept, hxp_error *error)
{
    hxp_str language = hxp_str_of(hxp_language_tag(matcher->language));
    *said = false;
    if (matcher->known.grammar.doings.count == 0)
        return HXP_OK;
    for (size_t t = 0; !*said && t < concept->term_count; t++) {
        const hxp_term *term = &concept->terms[t];
        hxp_words words;
        if ((term->status != HXP_TERM_PREFERRED &&
             term->status != HXP_TERM_ADMITTED) ||
            term->exact || !may_be_verb(&matcher->known.grammar, term->text) ||
            !hxp_term_serves(term->language, language))
            continue;
        hxp_status status =
            hxp_analyze(&words, matcher->of_terms, term->text, error);
        if (status != HXP_OK)
            return status;
        *said = words.count == 1 && says(matcher, &words.items[0]);
    }
    return HXP_OK;
}
