/* aside.c - takes out what a translation has of a term without saying it. */
#include "terms/aside.h"

#include "base/str.h"
#include "terms/homograph.h"
#include "terms/reflexive.h"
#include "text/utf8.h"

#include <string.h>

/** What a hit is looked at with. */
typedef struct aside {
    const hxp_term_matcher *matcher;
    hxp_str text;
    const hxp_source_terms *source;
} aside;

static bool is_letter_at(hxp_str text, size_t at)
{
    return hxp_char_is_alnum(hxp_utf8_at(text, at, ' '));
}

static bool is_letter_before(hxp_str text, size_t at)
{
    return hxp_char_is_alnum(hxp_utf8_before(text, at, ' '));
}

/** True when a sentence begins at byte at of text, or may. */
static bool begins_sentence(hxp_str text, size_t at)
{
    while (at > 0 && strchr(" \"'([", text.ptr[at - 1]))
        at--;
    return at == 0 || strchr(".!?:\n\t", text.ptr[at - 1]) != NULL;
}

/** How often text has word, whole; amid: not where a sentence begins. */
static size_t count_word(hxp_str text, hxp_str word, bool amid)
{
    size_t count = 0;
    for (size_t at = 0; word.len > 0 && at + word.len <= text.len; at++) {
        const char *found =
            memchr(text.ptr + at, word.ptr[0], text.len - word.len - at + 1);
        if (!found)
            break;
        at = (size_t)(found - text.ptr);
        size_t behind = at + word.len;
        if (memcmp(found, word.ptr, word.len) != 0 ||
            is_letter_before(text, at))
            continue;
        behind += behind < text.len && text.ptr[behind] == 's';
        count +=
            !is_letter_at(text, behind) && !(amid && begins_sentence(text, at));
    }
    return count;
}

/** True when the source says the concept of hit by this very word. */
static bool is_said_so(const aside *look, const hxp_term_hit *hit, hxp_str word)
{
    const hxp_term_hits *hits = &look->source->hits;
    for (size_t i = 0; i < hits->count; i++) {
        const hxp_term_hit *said = &hits->items[i];
        if (said->concept == hit->concept && said->start < said->end &&
            count_word(hxp_str_part(look->source->text, said->start, said->end),
                       word, false) > 0)
            return true;
    }
    return false;
}

/** True for a word with a capital that the source has, too, as another one. */
static bool is_name(const aside *look, const hxp_term_hit *hit)
{
    size_t at = hit->start;
    hxp_str word = hxp_str_part(look->text, hit->start, hit->end);
    if (hit->words != 1 || hit->acronym || hit->match > HXP_MATCH_COMPOUND ||
        !look->matcher->words.items[hit->word].capital ||
        !hxp_char_is_upper(hxp_utf8_next(look->text, &at)) ||
        is_letter_before(look->text, hit->start) ||
        is_letter_at(look->text, hit->end))
        return false;
    size_t kept = count_word(look->source->text, word, true);
    if (kept == 0 && hxp_str_ends(word, HXP_STR("s"))) { /* a genitive */
        word.len--;
        kept = count_word(look->source->text, word, true);
    }
    return kept > 0 && count_word(look->text, word, false) <= kept &&
           !is_said_so(look, hit, word);
}

/** True when hit is an adjective, and the source has a noun for it. */
static bool is_adjective(const aside *look, const hxp_term_hit *hit)
{
    const hxp_term_hits *hits = &look->source->hits;
    const hxp_term_matcher *source = look->source->matcher;
    if (hit->words != 1 ||
        !(look->matcher->text[hit->word].traits & HXP_TRAIT_ADJECTIVE))
        return false;
    bool before = hxp_matcher_attributive(look->matcher, hit);
    if (!before && !hxp_matcher_predicate(look->matcher, hit))
        return false;
    for (size_t i = 0; i < hits->count; i++)
        if (hits->items[i].concept == hit->concept &&
            (!hxp_matcher_determined(source, &hits->items[i]) ||
             (before && hxp_matcher_followed(source, &hits->items[i]))))
            return false;
    return true;
}

/** True when list has the folded word with a hyphen behind it: "niet-". */
static bool is_prefix(const hxp_word_list *list, hxp_str word)
{
    char made[HXP_ENDING_ROOM];
    if (word.len == 0 || word.len >= sizeof made)
        return false;
    memcpy(made, word.ptr, word.len);
    made[word.len] = '-';
    return hxp_word_list_has(list, (hxp_str){ made, word.len + 1 });
}

/** True when word i, of list, changes what follows: "non irrigué",
 * "niet-roker".
 */
static bool changes(const hxp_term_matcher *matcher, const hxp_word_list *list,
                    size_t i)
{
    hxp_str word = matcher->words.items[i].folded;
    return (matcher->text[i].traits & HXP_TRAIT_CHANGES) &&
           (hxp_word_list_has(list, word) ||
            (i + 1 < matcher->words.count && matcher->text[i + 1].joins &&
             is_prefix(list, word)));
}

/** True when the folded word begins with one of list and more: "Nichtraucher".
 */
static bool begins_changed(const hxp_word_list *list, hxp_str word)
{
    for (size_t len = 3; len + 2 < word.len; len++)
        if (is_prefix(list, hxp_str_part(word, 0, len)))
            return true;
    return false;
}

/** True when the words of the matcher's text have one of list: "nonslip". */
static bool has_any(const hxp_term_matcher *matcher, const hxp_word_list *list)
{
    for (size_t i = 0; i < matcher->words.count; i++) {
        hxp_str word = matcher->words.items[i].folded;
        if (hxp_word_list_has(list, word) || is_prefix(list, word) ||
            hxp_word_list_prefix(list, word) >= 3 ||
            begins_changed(list, word) || hxp_str_ends(word, HXP_STR("n't")))
            return true;
    }
    return false;
}

/** True when one of list stands before a word of hit, or in its compound. */
static bool is_changed(const aside *look, const hxp_term_hit *hit,
                       const hxp_word_list *list)
{
    size_t first = hit->word, behind = first + hit->words;
    const hxp_words *words = &look->matcher->words;
    if (hit->match == HXP_MATCH_COMPOUND &&
        begins_changed(list, words->items[first].folded))
        return true;
    if (first > 0 && look->matcher->text[first - 1].joins)
        first--;
    first -= first > 0;
    while (first < behind && !changes(look->matcher, list, first))
        first++;
    return first < behind &&
           count_word(hit->term->text, words->items[first].folded, false) == 0;
}

/** True when something may stand before the term of hit in its word. */
static bool may_be_ranked(const aside *look, const hxp_term_hit *hit)
{
    return hit->match == HXP_MATCH_COMPOUND ||
           (hit->word > 0 && look->matcher->text[hit->word - 1].joins);
}

/**
 * True when a word of hit is negated, or someone of another rank is meant,
 * "sous-directeur", and nothing of the kind is in the source.
 */
static bool is_contrary(const aside *look, const hxp_term_hit *hit)
{
    const hxp_grammar *own = &look->matcher->known.grammar;
    const hxp_grammar *source = &look->source->matcher->known.grammar;
    return (own->negations && is_changed(look, hit, own->negations) &&
            !has_any(look->source->matcher, source->negations)) ||
           (own->ranks && source->rank_words && may_be_ranked(look, hit) &&
            is_changed(look, hit, own->ranks) &&
            !has_any(look->source->matcher, source->rank_words));
}

/** The number that a folded word is, as list has it: "7"; empty: none. */
static hxp_str number_of(const hxp_word_list *list, hxp_str word)
{
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str entry = hxp_word_list_entry(list, i), number;
        if (entry.len <= word.len || entry.ptr[word.len] != ' ' ||
            !hxp_str_starts(entry, word))
            continue;
        hxp_str_cut(&entry, '>', &number);
        return hxp_str_trim(entry);
    }
    return (hxp_str){ NULL, 0 };
}

/** How often the matcher's text has number, in figures or as a word. */
static size_t count_number(const hxp_term_matcher *matcher, hxp_str number)
{
    size_t count = 0;
    for (size_t i = 0; i < matcher->words.count; i++) {
        hxp_str word = matcher->words.items[i].folded;
        count += hxp_str_equal(word, number) ||
                 hxp_str_equal(number_of(matcher->known.grammar.numbers, word),
                               number);
    }
    return count;
}

/** True when a word by which the source says the concept of hit is number. */
static bool is_meant_so(const aside *look, const hxp_term_hit *hit,
                        hxp_str number)
{
    const hxp_term_matcher *source = look->source->matcher;
    const hxp_term_hits *hits = &look->source->hits;
    for (size_t i = 0; i < hits->count; i++)
        if (hits->items[i].concept == hit->concept &&
            hxp_str_equal(
                number_of(source->known.grammar.numbers,
                          source->words.items[hits->items[i].word].folded),
                number))
            return true;
    return false;
}

/** True when hit is a number that the source has: "zeven" for 7, no "zeef". */
static bool is_number(const aside *look, const hxp_term_hit *hit)
{
    const hxp_term_matcher *target = look->matcher;
    if (hit->words != 1 || !(target->text[hit->word].traits & HXP_TRAIT_NUMBER))
        return false;
    hxp_str number = number_of(target->known.grammar.numbers,
                               target->words.items[hit->word].folded);
    if (number.len == 0 || is_meant_so(look, hit, number))
        return false;
    size_t said = count_number(look->source->matcher, number);
    return said > 0 && count_number(target, number) <= said;
}

/** True when term, of the language of grammar, is a verb by its looks. */
static bool is_verb(const hxp_grammar *grammar, const hxp_term *term)
{
    hxp_str rest = term->text, marker;
    hxp_str_cut(&rest, ' ', &marker);
    if (rest.len > 0)
        return hxp_grammar_marks(grammar, marker);
    return grammar->infinitive_count > 0 &&
           hxp_grammar_infinitive(grammar, marker);
}

/** True when term, of the language of grammar, ends with a small word or is an
 * adverb: "her", "in front of". */
static bool is_small(const hxp_grammar *grammar, const hxp_term *term)
{
    hxp_str rest = term->text, word;
    while (hxp_str_cut(&rest, ' ', &word) && rest.len > 0)
        ;
    return hxp_grammar_role(grammar, word) != HXP_ROLE_CONTENT ||
           hxp_word_list_has(grammar->determiners, word) ||
           hxp_word_list_has(grammar->stopwords, word) ||
           (grammar->adverb.len > 0 && hxp_str_ends(word, grammar->adverb));
}

/** How the source says a concept. */
typedef struct saying {
    bool verb;  /* by a verb */
    bool small; /* by a small word */
} saying;

static saying how_said(const aside *look, const hxp_term_hit *hit)
{
    const hxp_term_hits *said = &look->source->hits;
    const hxp_grammar *grammar = &look->source->matcher->known.grammar;
    saying by = { false, false };
    for (size_t i = 0; i < said->count; i++) {
        if (said->items[i].concept != hit->concept)
            continue;
        by.verb |= is_verb(grammar, said->items[i].term);
        by.small |= is_small(grammar, said->items[i].term);
    }
    return by;
}

/** True when hit is another word that is written alike. */
static bool is_homograph(const aside *look, const hxp_term_hit *hit)
{
    if (hit->words != 1 || hit->acronym || hit->match > HXP_MATCH_INFLECTED)
        return false;
    bool no_noun = hxp_matcher_no_noun(look->matcher, hit);
    bool no_verb = hxp_matcher_no_verb(look->matcher, hit);
    if (!no_noun && !no_verb)
        return false;
    const saying by = how_said(look, hit);
    return by.verb ? no_verb : no_noun && !by.small;
}

/** True when a capital shows that hit is another word: "Arm" for "arm". */
static bool is_other(const aside *look, const hxp_term_hit *hit)
{
    size_t at = 0;
    return hit->words == 1 && !hit->acronym &&
           look->matcher->known.grammar.capital_nouns &&
           !hxp_char_is_upper(hxp_utf8_next(hit->term->text, &at)) &&
           look->matcher->words.items[hit->word].capital &&
           hit->match <= HXP_MATCH_INFLECTED &&
           hxp_matcher_capital_differs(look->matcher, hit);
}

/** True when hit is a homograph of another gender, or its plural. */
static bool is_of_other_gender(const aside *look, const hxp_term_hit *hit)
{
    const hxp_term_hits *said = &look->source->hits;
    if (!hxp_genders_know(look->source->genders, hit))
        return false;
    for (size_t i = 0; i < said->count; i++)
        if (said->items[i].concept == hit->concept &&
            hxp_is_other_gender(look->source->genders, look->matcher, hit,
                                said->items[i].term->text))
            return true;
    return false;
}

void hxp_hits_drop_aside(hxp_term_hits *hits, hxp_term_matcher *matcher,
                         hxp_str text, const hxp_source_terms *source)
{
    const aside look = { matcher, text, source };
    size_t kept = 0;
    for (size_t i = 0; i < hits->count; i++) {
        const hxp_term_hit *hit = &hits->items[i];
        if (!is_name(&look, hit) && !hxp_matcher_in_idiom(matcher, hit) &&
            !is_adjective(&look, hit) && !is_contrary(&look, hit) &&
            !is_number(&look, hit) && !is_homograph(&look, hit) &&
            !hxp_lacks_reflexive(matcher, hit) && !is_other(&look, hit) &&
            !is_of_other_gender(&look, hit))
            matcher->hits[kept++] = *hit;
    }
    hits->count = kept;
}
