/* words.c - a hash table from forms to the words that have them. */
#include "terms/words.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "terms/compound.h"
#include "text/utf8.h"

#include <stdlib.h>

/** A form that some word has. */
struct hxp_key {
    const char *text;
    uint32_t len;   /* of the text */
    uint32_t first; /* 1 + number of a use; 0: none */
    hxp_form_kind kind;
};

/** Where a key may be found. */
struct hxp_key_slot {
    uint32_t hash;   /* the upper half, to tell most others without a look */
    uint32_t number; /* 1 + the key's; 0: free */
};

/** That a word has a key. */
struct hxp_key_use {
    uint32_t word;
    uint32_t next; /* 1 + number; 0: none */
    bool own;      /* the key is how the word stands, but for case */
};

struct hxp_term_word {
    hxp_str folded;
    hxp_str bare;
    hxp_word_role role;
    uint32_t letters;
    bool exact; /* found by its surface only */
    bool verb;  /* its ending shows that it is one */
    bool noun;  /* its capital does, wherever it stands in terms */
};

hxp_status hxp_term_words_init(hxp_term_words *known,
                               const hxp_language *language,
                               hxp_analyzer *analyzer, hxp_error *error)
{
    memset(known, 0, sizeof *known);
    known->analyzer = analyzer;
    hxp_status status = hxp_folder_init(&known->folder, error);
    if (status == HXP_OK)
        status = hxp_grammar_read(&known->grammar, language, error);
    return status;
}

/**
 * The bit of known->beginnings for words that begin as bare does. Doubled
 * letters count once: inflection doubles them and takes them off.
 */
static size_t beginning(hxp_str bare)
{
    size_t bit = 0, letters = 0;
    for (size_t i = 0; letters < 3 && i < bare.len; i++) {
        if (i > 0 && bare.ptr[i] == bare.ptr[i - 1])
            continue;
        bit = bit * 37 + (unsigned char)bare.ptr[i];
        letters++;
    }
    return bit % ((size_t)64 * HXP_BEGINNINGS);
}

bool hxp_term_words_may_begin(const hxp_term_words *known, hxp_str folded)
{
    size_t bit = beginning(folded);
    for (size_t i = 0; i < 4 && i < folded.len; i++)
        if ((unsigned char)folded.ptr[i] >= 0x80)
            return true; /* it may have an accent */
    return known->beginnings[bit / 64] >> (bit % 64) & 1;
}

static uint64_t hash_of(const hxp_form *form)
{
    return hxp_str_slot_hash(form->text) + (uint64_t)form->kind;
}

static hxp_form form_of(const struct hxp_key *key)
{
    return (hxp_form){ key->kind, false, { key->text, key->len } };
}

/** The slot of form: where it is, or where it would go. */
static struct hxp_key_slot *find_slot(const hxp_term_words *known,
                                      const hxp_form *form, uint64_t hash)
{
    size_t at = (size_t)hash & (known->slots - 1);
    for (;; at = (at + 1) & (known->slots - 1)) {
        struct hxp_key_slot *slot = &known->table[at];
        if (slot->number == 0)
            return slot;
        if (slot->hash != (uint32_t)(hash >> 32))
            continue;
        const hxp_form there = form_of(&known->keys[slot->number - 1]);
        if (there.kind == form->kind && hxp_str_equal(there.text, form->text))
            return slot;
    }
}

static const struct hxp_key *find_key(const hxp_term_words *known,
                                      const hxp_form *form)
{
    if (known->slots == 0)
        return NULL;
    uint32_t there = find_slot(known, form, hash_of(form))->number;
    return there ? &known->keys[there - 1] : NULL;
}

/** Double the table, at two thirds of its load at the latest. */
static bool grow(hxp_term_words *known)
{
    size_t slots = known->slots ? 2 * known->slots : 64;
    struct hxp_key_slot *table = calloc(slots, sizeof *table);
    if (!table)
        return false;
    free(known->table);
    known->table = table;
    known->slots = slots;
    for (size_t i = 0; i < known->key_count; i++) {
        const hxp_form form = form_of(&known->keys[i]);
        uint64_t hash = hash_of(&form);
        *find_slot(known, &form, hash) =
            (struct hxp_key_slot){ (uint32_t)(hash >> 32), (uint32_t)i + 1 };
    }
    return true;
}

/** The key of form, made when it is new; NULL when memory is out. */
static struct hxp_key *need_key(hxp_term_words *known, const hxp_form *form)
{
    if (3 * known->key_count >= 2 * known->slots && !grow(known))
        return NULL;
    uint64_t hash = hash_of(form);
    struct hxp_key_slot *slot = find_slot(known, form, hash);
    if (slot->number != 0)
        return &known->keys[slot->number - 1];
    hxp_str text = form->text;
    if ((form->made && !hxp_arena_copy(&text, &known->arena, text)) ||
        !hxp_array_reserve(&known->keys, &known->key_room, known->key_count + 1,
                           sizeof *known->keys))
        return NULL;
    known->keys[known->key_count] =
        (struct hxp_key){ text.ptr, (uint32_t)text.len, 0, form->kind };
    *slot = (struct hxp_key_slot){ (uint32_t)(hash >> 32),
                                   (uint32_t)++known->key_count };
    return &known->keys[known->key_count - 1];
}

/** Note that word has the key of form. */
static bool add_use(hxp_term_words *known, const hxp_form *form, uint32_t word,
                    bool own)
{
    if (!hxp_array_reserve(&known->uses, &known->use_room, known->use_count + 1,
                           sizeof *known->uses))
        return false;
    struct hxp_key *key = need_key(known, form);
    if (!key)
        return false;
    known->uses[known->use_count] =
        (struct hxp_key_use){ word, key->first, own };
    key->first = (uint32_t)++known->use_count;
    return true;
}

/** The word whose own form is form, or false. */
static bool find_own(uint32_t *number, const hxp_term_words *known,
                     const hxp_form *form)
{
    const struct hxp_key *key = find_key(known, form);
    for (uint32_t i = key ? key->first : 0; i != 0;
         i = known->uses[i - 1].next) {
        if (known->uses[i - 1].own) {
            *number = known->uses[i - 1].word;
            return true;
        }
    }
    return false;
}

/**
 * How word, which stands as surface, is known if by its surface only: capitals
 * alone may have stops in between, "O.M.S.".
 */
static hxp_str exact_text(char made[HXP_ENDING_ROOM], const hxp_word *word,
                          hxp_str surface)
{
    size_t len = 0;
    if (!word->acronym || surface.len > HXP_ENDING_ROOM ||
        !memchr(surface.ptr, '.', surface.len))
        return surface;
    for (size_t i = 0; i < surface.len; i++)
        if (surface.ptr[i] != '.')
            made[len++] = surface.ptr[i];
    return (hxp_str){ made, len };
}

/** Make room for a word and note what is to be known of it. */
static bool add_word(hxp_term_words *known, const hxp_word *word, bool exact)
{
    const hxp_grammar *grammar = &known->grammar;
    struct hxp_term_word made = {
        .folded = word->folded,
        .bare = word->bare,
        .role = hxp_grammar_role(grammar, word->folded),
        .letters = (uint32_t)hxp_utf8_length(word->folded),
        .exact = exact,
        .verb =
            grammar->infinitive_count > 0 && hxp_grammar_verb(grammar, word),
        .noun = known->capitals_tell && word->capital
    };
    if (!hxp_array_reserve(&known->words, &known->word_room,
                           known->word_count + 1, sizeof made))
        return false;
    size_t bit = beginning(made.bare);
    known->beginnings[bit / 64] |= UINT64_C(1) << (bit % 64);
    known->words[known->word_count++] = made;
    return true;
}

bool hxp_term_words_add(uint32_t *number, hxp_term_words *known,
                        const hxp_word *word, hxp_str surface, bool exact)
{
    hxp_forms forms;
    char made[HXP_ENDING_ROOM];
    exact |= word->acronym;
    hxp_form folded = { HXP_FORM_WORD, false, word->folded };
    hxp_form own = { HXP_FORM_EXACT, true, exact_text(made, word, surface) };
    if (!exact)
        own = folded;
    if (find_own(number, known, &own)) {
        known->words[*number].noun &= word->capital;
        return true;
    }
    *number = (uint32_t)known->word_count;
    if (!add_word(known, word, exact) || !add_use(known, &own, *number, true))
        return false;
    if (exact) /* to tell a term in wrong capitals */
        return add_use(known, &folded, *number, false);
    if (!hxp_forms_make(&forms, &known->grammar, known->analyzer, word,
                        HXP_FORMS_OF_TERM))
        return false;
    for (size_t i = 0; i < forms.count; i++) {
        const hxp_form *form = &forms.items[i];
        bool itself =
            form->kind == own.kind && hxp_str_equal(form->text, own.text);
        if (!itself && !add_use(known, form, *number, false))
            return false;
    }
    return true;
}

hxp_word_role hxp_term_words_role(const hxp_term_words *known, uint32_t number)
{
    return known->words[number].role;
}

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
    hxp_word_role role = search->known->words[word].role;
    found->items[found->count++] = (hxp_term_candidate){
        word, 0, 1, (uint8_t)match, role == HXP_ROLE_CONTENT, starting
    };
    return true;
}

/** What find_form() takes. */
typedef struct find_settings {
    const hxp_word *word; /* in the text, or a part of one */
    hxp_part_limits limits;
    bool whole; /* it is no part */
} find_settings;

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
    return word->verb && !use->own && form->kind != HXP_FORM_VERB &&
           !hxp_str_equal(form->text, itself->folded) &&
           hxp_grammar_agent(grammar, itself->folded); /* "bakker", "bakken" */
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
    if (word->verb) /* "drückt" is no "drucken", but "Städte" is "Stadt" */
        return hxp_grammar_inflected(&known->grammar, word->folded,
                                     itself->folded);
    return hxp_grammar_inflected(&known->grammar, word->bare, itself->bare);
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

static bool has_length(const struct hxp_term_word *word,
                       const hxp_part_limits *limits)
{
    return word->letters >= limits->shortest &&
           (limits->longest == 0 || word->letters <= limits->longest);
}

/** Append the words that have form. */
static bool find_form(const hxp_word_search *search, const hxp_form *form,
                      const find_settings *settings)
{
    const hxp_term_words *known = search->known;
    const struct hxp_key *key = find_key(known, form);
    const hxp_part_limits *limits = &settings->limits;
    bool good = true;
    for (uint32_t i = key ? key->first : 0; good && i != 0;
         i = known->uses[i - 1].next) {
        const struct hxp_key_use *use = &known->uses[i - 1];
        hxp_term_match match;
        if (!has_length(&known->words[use->word], limits) ||
            !matches(&match, known, use, form, settings) ||
            (match == HXP_MATCH_CASE && limits->match > HXP_MATCH_SAME))
            continue;
        if (match < limits->match)
            match = limits->match;
        good = add_candidate(search, use->word, match,
                             is_starting(known, use->word, settings));
    }
    return good;
}

/** Append the words that share one of the forms of a word in a text. */
static bool find_forms(const hxp_word_search *search, const hxp_forms *forms,
                       const find_settings *settings)
{
    find_settings others = *settings;
    if (others.limits.match < HXP_MATCH_INFLECTED)
        others.limits.match =
            HXP_MATCH_INFLECTED; /* only the first is the word */
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
    key = find_key(known, &form);
    if (!key || !find_own(&number, known, &form))
        return true;
    return add_candidate(search, number, HXP_MATCH_INFLECTED, false);
}

bool hxp_term_words_find(const hxp_word_search *search, const hxp_word *word,
                         hxp_str surface)
{
    hxp_forms forms;
    char made[HXP_ENDING_ROOM];
    hxp_term_words *known = search->known;
    const hxp_form exact = { HXP_FORM_EXACT, false,
                             exact_text(made, word, surface) };
    const find_settings settings = { word, { .match = HXP_MATCH_SAME }, true };
    return hxp_forms_make(&forms, &known->grammar, known->analyzer, word,
                          HXP_FORMS_OF_TEXT) &&
           find_form(search, &exact, &settings) &&
           find_forms(search, &forms, &settings) &&
           find_acronym(search, surface) && hxp_compounds_find(search, word);
}

bool hxp_term_words_find_part(const hxp_word_search *search, hxp_str part,
                              const hxp_part_limits *limits)
{
    hxp_forms forms;
    hxp_term_words *known = search->known;
    hxp_word word = { .kind = HXP_WORD_LETTERS, .folded = part, .bare = part };
    if (!hxp_term_words_may_begin(known, part))
        return true;
    hxp_arena_reset(&known->parts);
    if (hxp_fold_bare(&word.bare, &known->folder, &known->parts, part, NULL) !=
        HXP_OK)
        return false;
    const find_settings settings = { &word, *limits, false };
    return hxp_forms_make(&forms, &known->grammar, known->analyzer, &word,
                          HXP_FORMS_OF_PART) &&
           find_forms(search, &forms, &settings);
}

/** Append the word whose own form is text, as above. */
static bool add_own(const hxp_word_search *search, hxp_str text,
                    const hxp_part_limits *limits)
{
    const hxp_form form = { HXP_FORM_WORD, false, text };
    uint32_t number;
    return !find_own(&number, search->known, &form) ||
           !has_length(&search->known->words[number], limits) ||
           add_candidate(search, number, limits->match, false);
}

bool hxp_term_words_find_own(const hxp_word_search *search, hxp_str part,
                             const hxp_part_limits *limits)
{
    char made[HXP_ENDING_ROOM];
    hxp_str dropped = search->known->grammar.dropped;
    if (!add_own(search, part, limits))
        return false;
    if (dropped.len == 0 || part.len + dropped.len > sizeof made)
        return true;
    memcpy(made, part.ptr, part.len);
    memcpy(made + part.len, dropped.ptr, dropped.len);
    return add_own(search, (hxp_str){ made, part.len + dropped.len }, limits);
}

void hxp_term_words_free(hxp_term_words *known)
{
    hxp_grammar_free(&known->grammar);
    hxp_folder_free(&known->folder);
    hxp_arena_free(&known->parts);
    hxp_arena_free(&known->arena);
    free(known->keys);
    free(known->table);
    free(known->uses);
    free(known->words);
}
