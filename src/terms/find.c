/* find.c - finds which words of terms a word of a text may be. */
#include "base/array.h"
#include "base/str.h"
#include "terms/compound.h"
#include "terms/opaque.h"
#include "terms/word_table.h"

#include <string.h>

/** Append word unless it is among the candidates already. */
static bool add_candidate(const hxp_word_search *search, uint32_t word,
                          hxp_term_match match, bool starting)
{
    hxp_candidates *found = search->found;
    for (size_t i = search->first; i < found->count; i++) {
        if (found->items[i].word == word) {
            if (match < (hxp_term_match)found->items[i].match)
                found->items[i].match = (uint8_t)match;
            found->items[i].starting &= starting;
            return true;
        }
    }
    if (!hxp_array_reserve(&found->items, &found->room, found->count + 1,
                           sizeof *found->items))
        return false;
    const struct hxp_term_word *made = &search->known->words[word];
    found->items[found->count++] =
        (hxp_term_candidate){ .word = word,
                              .span = 1,
                              .match = (uint8_t)match,
                              .content = made->role == HXP_ROLE_CONTENT,
                              .verb = made->verb,
                              .starting = starting };
    return true;
}

/** What find_form() takes. */
typedef struct find_settings {
    const hxp_word *word; /* in the text, or a part of one */
    hxp_part_limits limits;
    bool whole; /* it is no part */
} find_settings;

/**
 * True when agent is someone who does what other, a noun, says, and no form of
 * it: "Pfleger", "Pflege". "Angestellter" is one of "Angestellte", and "Neuer"
 * of "Neuen", with a capital as titles have.
 */
static bool is_agent(const hxp_grammar *grammar, hxp_str agent, hxp_str other)
{
    if (!hxp_grammar_agent(grammar, agent) || hxp_grammar_agent(grammar, other))
        return false;
    hxp_str noun = hxp_str_part(agent, 0, agent.len - 1);
    if (!hxp_str_starts(other, noun) || other.len > noun.len + 1)
        return true;
    return other.len == noun.len && !hxp_grammar_adjectival(grammar, noun);
}

/**
 * True when term is someone who does what other says, or a comparative of it,
 * and no form of it: "landbouwer", "landbouw".
 */
static bool is_doer(const hxp_grammar *grammar, hxp_str term, hxp_str other)
{
    return !grammar->capital_nouns && term.len > other.len &&
           hxp_str_starts(term, other) && hxp_grammar_agent(grammar, term) &&
           !hxp_grammar_agent(grammar, other);
}

/** True when one of both does what the other says. */
static bool is_other_person(const hxp_grammar *grammar,
                            const struct hxp_term_word *word, hxp_str itself)
{
    return (!word->verb && is_doer(grammar, word->folded, itself)) ||
           (word->noun && (is_agent(grammar, itself, word->folded) ||
                           is_agent(grammar, word->folded, itself)));
}

/** True when the text's word is of another kind than use's, as letters show. */
static bool differs(const hxp_term_words *known, const struct hxp_key_use *use,
                    const hxp_form *form, const find_settings *settings)
{
    const hxp_grammar *grammar = &known->grammar;
    const struct hxp_term_word *word = &known->words[use->word];
    const hxp_word *itself = settings->word;
    if (word->noun && settings->limits.small)
        return true; /* "Laden", "eingeladen" */
    if (word->noun && !word->exact && settings->whole && !itself->capital)
        return true; /* "Arbeit", "arbeiten" */
    if (!use->own && is_other_person(grammar, word, itself->folded))
        return true;
    return word->verb && !use->own && form->kind != HXP_FORM_VERB &&
           !hxp_str_equal(form->text, itself->folded) &&
           hxp_grammar_agent(grammar, itself->folded); /* "bakker", "bakken" */
}

/** True when itself has an accent at its end that word has not: "bouée". */
static bool gains_accent(const struct hxp_term_word *word,
                         const hxp_word *itself)
{
    static const hxp_str accent = { "\xC3\xA9", 2 }; /* é */
    hxp_str rest = itself->folded;
    size_t same = 0, longest = word->folded.len;
    while (same < longest && same < rest.len &&
           rest.ptr[same] == word->folded.ptr[same])
        same++;
    return same + 1 >= longest &&
           hxp_str_starts(hxp_str_part(rest, same, rest.len), accent);
}

/** How use makes a word of terms of the one in the text, if it does. */
static bool matches(hxp_term_match *match, const hxp_term_words *known,
                    const struct hxp_key_use *use, const hxp_form *form,
                    const find_settings *settings)
{
    const struct hxp_term_word *word = &known->words[use->word];
    const hxp_word *itself = settings->word;
    if (use->own) /* unless it is by another form of the text's word */
        *match = HXP_MATCH_SAME;
    else
        *match = word->exact ? HXP_MATCH_CASE : HXP_MATCH_INFLECTED;
    if (differs(known, use, form, settings))
        return false;
    if (form->kind != HXP_FORM_STEM)
        return true;
    if (known->grammar.accents_tell && hxp_str_equal(word->bare, itself->bare))
        return hxp_str_equal(word->folded, itself->folded);
    if (known->grammar.accents_tell && !word->verb &&
        gains_accent(word, itself))
        return false;
    if (word->verb) /* "drückt" is no "drucken", but "Städte" is "Stadt" */
        return hxp_grammar_inflected(&known->grammar, true, word->folded,
                                     itself->folded);
    return hxp_grammar_inflected(&known->grammar, false, word->bare,
                                 itself->bare);
}

/**
 * True when a capital says that the text's word is a noun, unless a sentence
 * begins with it: "Schloss" is no form of "schließen", "das Schließen" is.
 */
static bool is_starting(const hxp_term_words *known, uint32_t number,
                        const find_settings *settings)
{
    const struct hxp_term_word *word = &known->words[number];
    return known->grammar.capital_nouns && settings->whole && word->verb &&
           settings->word->capital &&
           !hxp_str_equal(word->folded, settings->word->folded);
}

static bool fits(const hxp_term_words *known, uint32_t number,
                 const hxp_part_limits *limits)
{
    const struct hxp_term_word *word = &known->words[number];
    if ((limits->longest > 0 && word->letters > limits->longest) ||
        (limits->thing && word->verb))
        return false;
    return word->letters >= limits->shortest ||
           (limits->listed &&
            hxp_word_list_has(known->grammar.short_words, word->folded));
}

/** Append the words that have key. */
static bool find_key(const hxp_word_search *search, const struct hxp_key *key,
                     const find_settings *settings)
{
    const hxp_term_words *known = search->known;
    const hxp_form form = hxp_key_form(key);
    const hxp_part_limits *limits = &settings->limits;
    bool good = true;
    for (uint32_t i = key->first; good && i != 0; i = known->uses[i - 1].next) {
        const struct hxp_key_use *use = &known->uses[i - 1];
        hxp_term_match match;
        if (!fits(known, use->word, limits) ||
            !matches(&match, known, use, &form, settings) ||
            (match == HXP_MATCH_CASE && limits->match > HXP_MATCH_SAME))
            continue;
        if (match < limits->match)
            match = limits->match;
        good = add_candidate(search, use->word, match,
                             is_starting(known, use->word, settings));
    }
    return good;
}

/** Append the words that have form. */
static bool find_form(const hxp_word_search *search, const hxp_form *form,
                      const find_settings *settings)
{
    const struct hxp_key *key = hxp_term_words_key(search->known, form);
    return !key || find_key(search, key, settings);
}

/** For the forms of a word but the first, which alone is the word. */
static find_settings for_others(const find_settings *settings)
{
    find_settings others = *settings;
    if (others.limits.match < HXP_MATCH_INFLECTED)
        others.limits.match = HXP_MATCH_INFLECTED;
    return others;
}

/** Append the words that share one of the forms of a word in a text. */
static bool find_forms(const hxp_word_search *search, const hxp_forms *forms,
                       const find_settings *settings)
{
    const find_settings others = for_others(settings);
    for (size_t f = 0; f < forms->count; f++)
        if (!find_form(search, &forms->items[f], f == 0 ? settings : &others))
            return false;
    return true;
}

/** The plural of an acronym: NGOs. */
static bool find_acronym(const hxp_word_search *search, hxp_str surface)
{
    const hxp_term_words *known = search->known;
    const struct hxp_key *key;
    uint32_t number;
    if (surface.len < 3 || surface.ptr[surface.len - 1] != 's')
        return true;
    hxp_form form = { HXP_FORM_EXACT, false,
                      hxp_str_part(surface, 0, surface.len - 1) };
    key = hxp_term_words_key(known, &form);
    if (!key || !hxp_term_words_own(&number, known, &form))
        return true;
    return add_candidate(search, number, HXP_MATCH_INFLECTED, false);
}

/** Append what word may be by its forms, or as a compound. */
static bool find_word(const hxp_word_search *search, const hxp_word *word,
                      hxp_term_match match)
{
    hxp_forms forms;
    hxp_term_words *known = search->known;
    const find_settings settings = { word, { .match = match }, true };
    hxp_form_wants wants = { HXP_FORMS_VERBS, &known->begun };
    if (hxp_term_words_may_share(known, word))
        wants.which |= HXP_FORMS_STEM | HXP_FORMS_STEMS;
    if (!hxp_forms_make(&forms, &known->grammar, known->analyzer, word,
                        &wants) ||
        !find_forms(search, &forms, &settings))
        return false;
    size_t whole = search->found->count;
    if (!hxp_compounds_find(search, word))
        return false;
    hxp_opaque_drop(search, whole, word->folded);
    return true;
}

/** The same with one letter for two: "Aerzte", "Ärzte". */
static bool find_spelled_out(const hxp_word_search *search,
                             const hxp_word *word)
{
    char folded[HXP_ENDING_ROOM], bare[HXP_ENDING_ROOM];
    hxp_term_words *known = search->known;
    hxp_word other = *word;
    size_t len =
        hxp_endings_replace(folded, &known->grammar.spelled_out, word->folded);
    if (len == 0)
        return true;
    other.folded = (hxp_str){ folded, len };
    hxp_arena_reset(&known->work);
    if (hxp_fold_bare(&other.bare, &known->folder, &known->work, other.folded,
                      NULL) != HXP_OK)
        return false;
    if (other.bare.len > sizeof bare)
        return true;
    memcpy(bare, other.bare.ptr, other.bare.len); /* work is used anew */
    other.bare.ptr = bare;
    size_t count = search->found->count;
    if (!find_word(search, &other, HXP_MATCH_INFLECTED))
        return false;
    hxp_opaque_drop(search, count, word->folded); /* "Steuerrad", no "ü" */
    return true;
}

/**
 * Take back words of terms that only text without ß takes for the text's word,
 * which is another one: "Maß" for "Masse". In capitals they are one.
 */
static void drop_sharp(const hxp_word_search *search, const hxp_word *word,
                       hxp_str surface)
{
    const hxp_term_words *known = search->known;
    hxp_candidates *found = search->found;
    size_t kept = search->first;
    if (found->count == kept || !known->grammar.sharp || word->acronym ||
        !hxp_word_list_has(known->grammar.sharp, word->folded))
        return;
    bool sharp = hxp_has_sharp_s(surface);
    for (size_t c = kept; c < found->count; c++) {
        const struct hxp_term_word *term = &known->words[found->items[c].word];
        if (term->sharp == sharp || term->verb) /* "maßen" is of "messen" */
            found->items[kept++] = found->items[c];
    }
    found->count = kept;
}

static bool find_all(const hxp_word_search *search, const hxp_word *word,
                     hxp_str surface)
{
    char made[HXP_ENDING_ROOM];
    const hxp_form exact = { HXP_FORM_EXACT, false,
                             hxp_term_exact_text(made, word, surface) };
    const find_settings settings = { word, { .match = HXP_MATCH_SAME }, true };
    return find_form(search, &exact, &settings) &&
           find_word(search, word, HXP_MATCH_SAME) &&
           find_acronym(search, surface) && find_spelled_out(search, word);
}

bool hxp_term_words_find(const hxp_word_search *search, const hxp_word *word,
                         hxp_str surface)
{
    if (!find_all(search, word, surface))
        return false;
    drop_sharp(search, word, surface);
    return true;
}

bool hxp_term_words_find_part(const hxp_word_search *search, hxp_str part,
                              const hxp_part_limits *limits)
{
    hxp_term_words *known = search->known;
    if (!hxp_term_words_may_begin(known, part))
        return true;
    const hxp_word_part *looked = hxp_word_part_look(known, part);
    if (!looked)
        return false;
    const hxp_word word = { .kind = HXP_WORD_LETTERS,
                            .folded = looked->text,
                            .bare = looked->bare };
    const find_settings settings = { &word, *limits, false };
    const find_settings others = for_others(&settings);
    for (size_t i = 0; i < looked->count; i++)
        if (!find_key(search, &known->keys[looked->keys[i]],
                      i == 0 && looked->itself ? &settings : &others))
            return false;
    return true;
}

/** Append the word whose own form is text, as above. */
static bool add_own(const hxp_word_search *search, hxp_str text,
                    const hxp_part_limits *limits)
{
    const hxp_form form = { HXP_FORM_WORD, false, text };
    uint32_t number;
    return !hxp_term_words_own(&number, search->known, &form) ||
           !fits(search->known, number, limits) ||
           add_candidate(search, number, limits->match, false);
}

bool hxp_term_words_find_own(const hxp_word_search *search, hxp_str part,
                             const hxp_part_limits *limits)
{
    char made[HXP_ENDING_ROOM];
    hxp_str dropped = search->known->grammar.dropped;
    if (!hxp_term_words_may_own(search->known, part))
        return true;
    if (!add_own(search, part, limits))
        return false;
    if (dropped.len == 0 || part.len + dropped.len > sizeof made)
        return true;
    memcpy(made, part.ptr, part.len);
    memcpy(made + part.len, dropped.ptr, dropped.len);
    return add_own(search, (hxp_str){ made, part.len + dropped.len }, limits);
}
