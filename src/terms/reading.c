/* reading.c - what a word found is where it stands: the term, or a verb, a
 * noun, an adjective or part of an idiom that is written as it is. */
#include "terms/matcher.h"

#include "base/str.h"
#include "terms/within.h"
#include "text/utf8.h"

#include <string.h>

/* Words that tell what another one is. */
enum { MOST_OPENERS = 3 };

/** True when nothing that a noun goes on with stands behind word i. */
static bool ends_phrase(const hxp_term_matcher *matcher, size_t i)
{
    return i + 1 >= matcher->words.count ||
           (matcher->words.items[i + 1].kind == HXP_WORD_MARK &&
            !hxp_word_joins(&matcher->words, i + 1)) ||
           matcher->text[i + 1].role == HXP_ROLE_FUNCTION ||
           matcher->text[i + 1].role == HXP_ROLE_CONJUNCTION;
}

/** True when word i is an adjective there: "Please be patient." */
static bool is_adjective(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    return i > 0 && (matcher->text[i].traits & HXP_TRAIT_ADJECTIVE) &&
           hxp_word_is_of(grammar->before_adjectives, &matcher->words, i - 1) &&
           ends_phrase(matcher, i);
}

bool hxp_matcher_predicate(const hxp_term_matcher *matcher,
                           const hxp_term_hit *hit)
{
    return hit->words == 1 && is_adjective(matcher, hit->word);
}

/** True when a word that nouns have stands right behind word i. */
static bool is_followed(const hxp_term_matcher *matcher, size_t i)
{
    return i + 1 < matcher->words.count &&
           matcher->words.items[i + 1].kind == HXP_WORD_LETTERS &&
           matcher->text[i + 1].role == HXP_ROLE_CONTENT;
}

bool hxp_matcher_attributive(const hxp_term_matcher *matcher,
                             const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t i = hit->word;
    return hit->words == 1 && i > 0 && grammar->link_count > 0 &&
           (matcher->text[i].traits & HXP_TRAIT_ADJECTIVE) &&
           hxp_matcher_determines(matcher, i - 1) && is_followed(matcher, i);
}

bool hxp_matcher_followed(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit)
{
    return is_followed(matcher, hit->word + hit->words - 1);
}

bool hxp_matcher_determined(const hxp_term_matcher *matcher,
                            const hxp_term_hit *hit)
{
    return hit->word > 0 && hxp_matcher_determines(matcher, hit->word - 1) &&
           !(matcher->text[hit->word].traits & HXP_TRAIT_COMPARES);
}

/** True when the folded word can be no infinitive: "names", "left". */
static bool is_finite(const hxp_grammar *grammar, hxp_str word)
{
    char made[HXP_ENDING_ROOM];
    size_t next = 0, entry = hxp_endings_find(&grammar->irregular, word);
    return hxp_endings_base(&grammar->irregular, entry, word).len > 0 ||
           hxp_word_list_has(grammar->before_verbs, word) ||
           hxp_endings_next(made, &grammar->verbs, &next, word) > 0;
}

/**
 * True when word i is a verb that another one follows, but could be a noun:
 * "The judge will decide", but not "his last will names".
 */
static bool is_modal(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    return hxp_word_is_of(grammar->before_verbs, words, i) &&
           i + 1 < words->count && words->items[i + 1].kind != HXP_WORD_MARK &&
           !is_finite(grammar, words->items[i + 1].folded) &&
           !(i > 0 && (hxp_matcher_determines(matcher, i - 1) ||
                       matcher->text[i - 1].role == HXP_ROLE_FUNCTION));
}

/** True when words before word i tell that it is a verb: "she", "do not". */
static bool has_opener(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_words *words = &matcher->words;
    for (size_t start = i; start-- > 0 && i - start <= MOST_OPENERS;) {
        if (!(matcher->text[start].traits & HXP_TRAIT_LEADS))
            continue;
        bool name = words->items[start].capital && /* "In May" */
                    words->items[start].folded.len > 1 &&
                    !hxp_matcher_starts(matcher, start);
        if (!name && hxp_matcher_phrase(matcher->known.grammar.before_verbs,
                                        words, start, i))
            return true;
    }
    return false;
}

/** True when word i has the ending of a verb, not of a noun: "setting". */
static bool has_verb_ending(const hxp_grammar *grammar, hxp_str word)
{
    char made[HXP_ENDING_ROOM];
    size_t verbs = 0, nouns = 0;
    return hxp_endings_next(made, &grammar->verbs, &verbs, word) > 0 &&
           hxp_endings_next(made, &grammar->endings, &nouns, word) == 0;
}

/** True when the folded word has the ending of a plural: "rules". */
static bool is_plural(const hxp_grammar *grammar, hxp_str word)
{
    char made[HXP_ENDING_ROOM];
    size_t next = 0;
    return hxp_str_ends(word, HXP_STR("s")) &&
           hxp_endings_next(made, &grammar->endings, &next, word) > 0;
}

/** True when a plural stands before word i, and none is it: "rules permit". */
static bool has_plural(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[i];
    return i > 0 && word[-1].kind == HXP_WORD_LETTERS &&
           matcher->text[i - 1].role == HXP_ROLE_CONTENT &&
           is_plural(grammar, word[-1].folded) &&
           !is_plural(grammar, word->folded);
}

/** True when word i is an irregular form behind a noun: "guests left". */
static bool is_past(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_endings *irregular = &matcher->known.grammar.irregular;
    const hxp_word *word = &matcher->words.items[i];
    size_t entry = hxp_endings_find(irregular, word->folded);
    return i > 0 && word[-1].kind == HXP_WORD_LETTERS &&
           matcher->text[i - 1].role == HXP_ROLE_CONTENT &&
           hxp_endings_base(irregular, entry, word->folded).len > 0;
}

/** True when word i may be the finite verb of a clause, and no base form. */
static bool may_rule(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    hxp_str word = matcher->words.items[i].folded;
    return hxp_word_list_has(grammar->finite_verbs, word) ||
           hxp_word_list_has(grammar->before_adjectives, word) ||
           (is_finite(grammar, word) && !is_plural(grammar, word));
}

/**
 * True when the plural before word i is the subject of a sentence, by itself or
 * with one word before it that is no noun: else it may be a verb, "Rain makes".
 */
static bool follows_subject(const hxp_term_matcher *matcher, size_t i)
{
    size_t first = i - 1;
    if (!hxp_matcher_starts(matcher, first) &&
        (hxp_matcher_determines(matcher, first - 1) ||
         hxp_word_is_of(matcher->known.grammar.behind_verbs, &matcher->words,
                        first - 1)))
        first--;
    return hxp_matcher_starts(matcher, first) &&
           !hxp_word_is_of(matcher->known.grammar.singular, &matcher->words,
                           first);
}

/**
 * True when word i is the only verb that a sentence with a plural before it
 * can have: "Farmers produce milk." A heading may have none: "Parts list".
 */
static bool is_only_verb(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_words *words = &matcher->words;
    if (!has_plural(matcher, i) || !matcher->known.grammar.singular ||
        !matcher->text[words->count - 1].stops || !follows_subject(matcher, i))
        return false;
    for (size_t k = i + 1; k < words->count; k++) {
        if (words->items[k].kind == HXP_WORD_MARK ||
            matcher->text[k].role == HXP_ROLE_CONJUNCTION ||
            hxp_word_is_of(matcher->known.grammar.subjects, words, k))
            return true;
        if (may_rule(matcher, k))
            return false;
    }
    return true;
}

/** True when word i is a verb there. */
static bool is_verb(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    hxp_str word = words->items[i].folded;
    if (grammar->adverb.len > 0 && hxp_str_ends(word, grammar->adverb))
        return false;
    bool past = is_past(matcher, i);
    if (has_opener(matcher, i) || is_only_verb(matcher, i) ||
        (past && has_plural(matcher, i) &&
         hxp_word_is_of(grammar->behind_particles, words, i + 1)))
        return true;
    bool bare = hxp_matcher_starts(matcher, i) ||
                hxp_grammar_marks(grammar, words->items[i - 1].folded) ||
                has_plural(matcher, i) || past ||
                (matcher->text[i - 1].role == HXP_ROLE_FUNCTION &&
                 has_verb_ending(grammar, word));
    return bare && hxp_word_is_of(grammar->behind_verbs, words, i + 1);
}

/** True when one of endings makes the term of one word of the folded word. */
static bool is_made(const hxp_endings *endings, hxp_str word,
                    const hxp_term *term)
{
    char made[HXP_ENDING_ROOM + 1];
    size_t next = 0, len;
    while ((len = hxp_endings_next(made, endings, &next, word)) > 0) {
        made[len] = '\0';
        if (hxp_str_is_nocase(term->text, made))
            return true;
    }
    return false;
}

/**
 * True when the hit's word has the ending of a verb, where words without one
 * may be verbs and nouns: "bailing", of "bail".
 */
static bool is_verb_form(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    hxp_str word = matcher->words.items[hit->word].folded;
    return grammar->infinitive_count == 0 &&
           hit->match == HXP_MATCH_INFLECTED &&
           is_made(&grammar->verbs, word, hit->term) &&
           !is_made(&grammar->endings, word, hit->term);
}

/** True when word i is a noun there: "The plant has", "the plants." */
static bool is_noun(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    return i > 0 && hxp_matcher_determines(matcher, i - 1) &&
           (ends_phrase(matcher, i) ||
            hxp_word_is_of(grammar->finite_verbs, words, i + 1) ||
            hxp_word_is_of(grammar->before_adjectives, words, i + 1));
}

/** True when a word with content of its own has no capital: no title. */
static bool has_small_letters(const hxp_term_matcher *matcher)
{
    for (size_t i = 0; i < matcher->words.count; i++)
        if (matcher->words.items[i].kind == HXP_WORD_LETTERS &&
            !matcher->words.items[i].capital &&
            matcher->text[i].role == HXP_ROLE_CONTENT)
            return true;
    return false;
}

bool hxp_matcher_capital_differs(const hxp_term_matcher *matcher,
                                 const hxp_term_hit *hit)
{
    const hxp_word *word = &matcher->words.items[hit->word];
    size_t at = 0;
    if (!(matcher->text[hit->word].traits & HXP_TRAIT_CAPITAL))
        return false;
    bool name = hxp_char_is_upper(hxp_utf8_next(hit->term->text, &at));
    if (word->capital || word->acronym)
        return !name && !hxp_matcher_starts(matcher, hit->word) &&
               has_small_letters(matcher);
    return name;
}

/** True when word i is not the verb that is the term, but a noun, "a strong
 * wind", or the past of another verb: "divers found". */
static bool is_no_verb(const hxp_term_matcher *matcher, size_t i, hxp_str verb)
{
    if (i > 0 && hxp_matcher_determines(matcher, i - 1))
        return true;
    return hxp_str_equal(matcher->words.items[i].folded, verb) &&
           (hxp_matcher_names(matcher, i) ||
            hxp_matcher_other_past(matcher, i));
}

/** What a hit is that is no verb: an adjective in "the coldest", or a noun. */
static hxp_term_reading reading_of_name(const hxp_term_matcher *matcher,
                                        const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    hxp_str word = matcher->words.items[hit->word].folded;
    if (hit->match == HXP_MATCH_INFLECTED &&
        hxp_word_list_has(grammar->homographs,
                          hxp_grammar_compared(grammar, word)))
        return HXP_READING_ADJECTIVE;
    return is_noun(matcher, hit->word) ? HXP_READING_NOUN : HXP_READING_TERM;
}

hxp_term_reading hxp_term_matcher_reading(const hxp_term_matcher *matcher,
                                          const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    hxp_str rest = hit->term->text, marker;
    size_t i = hit->word;
    if (hxp_matcher_in_idiom(matcher, hit))
        return HXP_READING_OTHER;
    if (hit->words > 1 || hit->acronym)
        return HXP_READING_TERM;
    if (hxp_matcher_capital_differs(matcher, hit) ||
        hxp_matcher_within(matcher, i))
        return HXP_READING_OTHER;
    if (hxp_str_cut(&rest, ' ', &marker) && rest.len > 0 &&
        hxp_grammar_marks(grammar, marker)) /* it is a verb itself */
        return is_no_verb(matcher, i, rest) ? HXP_READING_OTHER
                                            : HXP_READING_TERM;
    if (is_adjective(matcher, i))
        return HXP_READING_ADJECTIVE;
    if (is_modal(matcher, i))
        return HXP_READING_OTHER;
    if (is_verb(matcher, i) || is_verb_form(matcher, hit))
        return HXP_READING_VERB;
    return reading_of_name(matcher, hit);
}

/** True when text begins with one of words, whatever its case. */
static bool begins(hxp_str text, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (text.len >= strlen(words[i]) &&
            hxp_str_is_nocase(hxp_str_part(text, 0, strlen(words[i])),
                              words[i]))
            return true;
    return false;
}

/** What the parts of speech of the concept's terms say; false: nothing. */
static bool says_kind(hxp_concept_kind *kind, const hxp_concept *concept)
{
    static const char *const verbs[] = { "verb", NULL };
    static const char *const others[] = { "noun", "propernoun", "adj", "adv",
                                          NULL };
    for (size_t t = 0; t < concept->term_count; t++) {
        const hxp_details *details = &concept->terms[t].details;
        for (size_t d = 0; d < details->count; d++) {
            const hxp_detail *detail = &details->items[d];
            if (!hxp_str_is(detail->type, "partOfSpeech"))
                continue;
            *kind =
                begins(detail->text, verbs) ? HXP_KIND_DONE : HXP_KIND_THING;
            if (*kind == HXP_KIND_DONE || begins(detail->text, others))
                return true;
        }
    }
    return false;
}

/** What the words of a term, or their endings, say. */
static hxp_concept_kind kind_of_words(const hxp_term_matcher *matcher,
                                      const hxp_words *words)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *first = &words->items[0];
    if (words->count > 1 && !first->capital &&
        hxp_grammar_marks(grammar, first->folded))
        return HXP_KIND_DONE;
    if (grammar->infinitive_count == 0)
        return HXP_KIND_MAYBE_DONE;
    if (!hxp_grammar_verb(grammar, first) &&
        !hxp_grammar_verb(grammar, &words->items[words->count - 1]))
        return HXP_KIND_THING;
    return matcher->known.capitals_tell ? HXP_KIND_DONE : HXP_KIND_MAYBE_DONE;
}

/** True when word, which begins or is a term, is an adjective and no noun. */
static bool describes(const hxp_grammar *grammar, const hxp_word *word)
{
    if (grammar->capital_nouns)
        return !word->capital && !word->acronym;
    return hxp_word_list_has(grammar->describing, word->folded) ||
           (!hxp_word_list_has(grammar->homographs, word->folded) &&
            hxp_grammar_describing(grammar, word->folded));
}

bool hxp_term_matcher_describes(hxp_term_matcher *matcher,
                                const hxp_concept *concept)
{
    hxp_str language = hxp_str_of(hxp_language_tag(matcher->language));
    bool found = false;
    for (size_t t = 0; !found && t < concept->term_count; t++) {
        const hxp_term *term = &concept->terms[t];
        hxp_words words;
        found = hxp_matcher_seeks(term, language) &&
                hxp_analyze(&words, matcher->of_terms, term->text, NULL) ==
                    HXP_OK &&
                words.count == 1 &&
                describes(&matcher->known.grammar, &words.items[0]);
    }
    return found;
}

hxp_concept_kind hxp_term_matcher_kind(hxp_term_matcher *matcher,
                                       const hxp_concept *concept)
{
    hxp_str language = hxp_str_of(hxp_language_tag(matcher->language));
    hxp_concept_kind kind = HXP_KIND_THING;
    if (says_kind(&kind, concept))
        return kind;
    for (size_t t = 0; kind == HXP_KIND_THING && t < concept->term_count; t++) {
        const hxp_term *term = &concept->terms[t];
        hxp_words words;
        if (hxp_matcher_seeks(term, language) &&
            hxp_analyze(&words, matcher->of_terms, term->text, NULL) ==
                HXP_OK &&
            words.count > 0)
            kind = kind_of_words(matcher, &words);
    }
    return kind;
}
