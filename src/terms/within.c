/* within.c - tells parts of hyphened words and of foreign phrases from words of
 * the text's language, and nouns from verbs by what leads up to them. */
#include "terms/within.h"

#include "base/str.h"

#include <string.h>

/* Words between a determiner and its noun. */
enum { MOST_DESCRIBING = 3 };

/** True when list has left, a hyphen and right, one of which is empty. */
static bool has_part(const hxp_word_list *list, hxp_str left, hxp_str right)
{
    char made[HXP_ENDING_ROOM];
    size_t len = left.len + 1 + right.len;
    if (len > sizeof made)
        return false;
    memcpy(made, left.ptr, left.len);
    made[left.len] = '-';
    memcpy(made + left.len + 1, right.ptr, right.len);
    return hxp_word_list_has(list, (hxp_str){ made, len });
}

/** True for a hyphen that joins the words beside it. */
static bool is_hyphen(const hxp_words *words, size_t i)
{
    return i < words->count && hxp_str_is(words->items[i].folded, "-") &&
           hxp_word_joins(words, i);
}

static bool is_hyphened(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_word_list *list = matcher->known.grammar.hyphened;
    const hxp_words *words = &matcher->words;
    hxp_str word = words->items[i].folded, none = HXP_STR("");
    return list &&
           ((i > 0 && is_hyphen(words, i - 1) && has_part(list, none, word)) ||
            (is_hyphen(words, i + 1) && has_part(list, word, none)));
}

/** True when word i is of another language, and no acronym: "LA", "DES". */
static bool is_foreign(const hxp_term_matcher *matcher, size_t i)
{
    return i < matcher->words.count &&
           (matcher->text[i].traits & HXP_TRAIT_FOREIGN) &&
           !matcher->words.items[i].acronym;
}

bool hxp_matcher_within(const hxp_term_matcher *matcher, size_t i)
{
    return is_hyphened(matcher, i) || (i > 0 && is_foreign(matcher, i - 1)) ||
           is_foreign(matcher, i + 1);
}

/** True when word i may belong to the noun behind it, and is no subject. */
static bool may_describe(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[i];
    return word->kind == HXP_WORD_LETTERS && !hxp_matcher_starts(matcher, i) &&
           matcher->text[i].role == HXP_ROLE_CONTENT &&
           !hxp_str_ends(word->folded, HXP_STR("s")) &&
           !hxp_word_list_has(grammar->before_verbs, word->folded);
}

bool hxp_matcher_names(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    if (!grammar->before_bare_verbs || i == 0 ||
        hxp_word_is_of(grammar->behind_verbs, words, i + 1))
        return false;
    size_t k = i - 1, least = i > MOST_DESCRIBING ? i - MOST_DESCRIBING : 0;
    if (hxp_word_is_of(grammar->joints, words, k))
        return !hxp_grammar_marks(grammar, words->items[k].folded);
    while (k > least && may_describe(matcher, k))
        k--;
    return hxp_matcher_determines(matcher, k) &&
           !(k > 0 && hxp_word_is_of(grammar->before_bare_verbs, words, k - 1));
}

/** True when word i says nothing of the form of a verb behind it: "never". */
static bool is_amid(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    return hxp_word_is_of(grammar->negations, &matcher->words, i) ||
           (grammar->adverb.len > 0 &&
            hxp_str_ends(matcher->words.items[i].folded, grammar->adverb));
}

bool hxp_matcher_other_past(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    if (!hxp_word_is_of(grammar->other_pasts, words, i))
        return false;
    size_t k = i;
    while (k > 0 && !hxp_matcher_starts(matcher, k) && is_amid(matcher, k - 1))
        k--;
    if (k == 0 || hxp_matcher_starts(matcher, k))
        return false; /* "Grind ...", "Never saw ..." */
    const hxp_word *prior = &words->items[k - 1];
    return prior->kind == HXP_WORD_LETTERS &&
           matcher->text[k - 1].role != HXP_ROLE_CONJUNCTION &&
           !hxp_grammar_marks(grammar, prior->folded) &&
           !hxp_word_list_has(grammar->before_bare_verbs, prior->folded) &&
           !hxp_str_is(prior->folded, "t"); /* "can't" */
}
