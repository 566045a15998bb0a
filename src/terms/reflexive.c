/* reflexive.c - looks for the pronoun of a reflexive verb in its clause. */
#include "terms/reflexive.h"

#include "base/str.h"

/** True when the term is reflexive: "zich gedragen", "s'abonner". */
static bool is_reflexive(const hxp_grammar *grammar, hxp_str term)
{
    static const hxp_str curly = { "\xE2\x80\x99", 3 }; /* ’ */
    for (size_t i = 0; i < grammar->marker_count; i++) {
        hxp_str marker = grammar->markers[i];
        if (term.len <= marker.len || term.ptr[0] != marker.ptr[0] ||
            !hxp_str_starts(term, marker))
            continue;
        hxp_str rest = hxp_str_part(term, marker.len, term.len);
        if (rest.ptr[0] == ' ' || rest.ptr[0] == '\'' ||
            hxp_str_starts(rest, curly))
            return true;
    }
    return false;
}

/** True when word i ends a clause, or sets it off. */
static bool is_border(const hxp_term_matcher *matcher, size_t i)
{
    return matcher->text[i].stops ||
           hxp_str_is(matcher->words.items[i].folded, ",");
}

/** True when word i is a pronoun that makes verbs reflexive. */
static bool is_pronoun(const hxp_term_matcher *matcher, size_t i)
{
    return hxp_word_is_of(matcher->known.grammar.reflexives, &matcher->words,
                          i);
}

/** True when word i, "sich", is nothing else but such a pronoun. */
static bool is_marker(const hxp_term_matcher *matcher, size_t i)
{
    return hxp_grammar_marks(&matcher->known.grammar,
                             matcher->words.items[i].folded);
}

static bool has_pronoun(const hxp_term_matcher *matcher, size_t first,
                        size_t behind)
{
    size_t count = matcher->words.count;
    for (size_t i = 0; i < count; i++)
        if (is_marker(matcher, i))
            return true;
    for (size_t i = first; i-- > 0 && !is_border(matcher, i);)
        if (is_pronoun(matcher, i))
            return true;
    for (size_t i = first; i < count && (i < behind || !is_border(matcher, i));
         i++)
        if (is_pronoun(matcher, i))
            return true;
    return false;
}

/** True when the folded word ends as an entry of list behind its hyphen. */
static bool has_ending(const hxp_word_list *list, hxp_str word)
{
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str entry = hxp_word_list_entry(list, i);
        if (entry.ptr[0] == '-' &&
            hxp_str_ends(word, hxp_str_part(entry, 1, entry.len)))
            return true;
    }
    return false;
}

/** True when the folded word ends as a participle does that needs none. */
static bool is_participle(const hxp_grammar *grammar, hxp_str word,
                          hxp_str term)
{
    if (hxp_str_ends(term, word))
        return false;
    return has_ending(grammar->reflexives, word) ||
           (grammar->participle.len > 0 &&
            hxp_grammar_participle(grammar, word) &&
            (hxp_str_starts(word, grammar->participle) ||
             hxp_grammar_begins(grammar->particles, word) ||
             hxp_grammar_begins(grammar->prefixes, word)));
}

bool hxp_lacks_reflexive(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    size_t i = hit->word;
    if (!grammar->reflexives || hit->match == HXP_MATCH_CASE ||
        !is_reflexive(grammar, hit->term->text))
        return false;
    if (hit->words == 1 && i > 0 && !grammar->participle.len &&
        hxp_word_is_of(grammar->before_nouns, words, i - 1))
        return true; /* "un souvenir" */
    bool label = !matcher->text[words->count - 1].stops;
    bool noun = grammar->capital_nouns && words->items[i].capital;
    return !label && !noun && hit->match != HXP_MATCH_COMPOUND &&
           !is_participle(grammar, words->items[i].folded, hit->term->text) &&
           !has_pronoun(matcher, i, i + hit->words);
}
