/* words.c - a hash table from forms to the words that have them. */
#include "terms/word_table.h"

#include "base/array.h"
#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

/** Where a key may be found. */
struct hxp_key_slot {
    uint32_t hash;   /* the upper half, to tell most others without a look */
    uint32_t number; /* 1 + the key's; 0: free */
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
        const hxp_form there = hxp_key_form(&known->keys[slot->number - 1]);
        if (there.kind == form->kind && hxp_str_equal(there.text, form->text))
            return slot;
    }
}

/** The key of form, whose hash is given, as hxp_term_words_key() has it. */
static const struct hxp_key *find_key(const hxp_term_words *known,
                                      const hxp_form *form, uint64_t hash)
{
    if (known->slots == 0)
        return NULL;
    uint32_t there = find_slot(known, form, hash)->number;
    return there ? &known->keys[there - 1] : NULL;
}

const struct hxp_key *hxp_term_words_key(const hxp_term_words *known,
                                         const hxp_form *form)
{
    uint64_t hash = hxp_form_hash(form);
    return hxp_hash_set_may_have(&known->keyed, hash)
               ? find_key(known, form, hash)
               : NULL;
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
        const hxp_form form = hxp_key_form(&known->keys[i]);
        uint64_t hash = hxp_form_hash(&form);
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
    uint64_t hash = hxp_form_hash(form);
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

uint32_t hxp_key_own_use(const hxp_term_words *known, const struct hxp_key *key)
{
    uint32_t i = key->first;
    while (i != 0 && !known->uses[i - 1].own)
        i = known->uses[i - 1].next;
    return i;
}

bool hxp_term_words_own(uint32_t *number, const hxp_term_words *known,
                        const hxp_form *form)
{
    uint64_t hash = hxp_form_hash(form);
    if (!hxp_hash_set_may_have(&known->owned, hash))
        return false;
    const struct hxp_key *key = find_key(known, form, hash);
    uint32_t use = key ? hxp_key_own_use(known, key) : 0;
    if (use != 0)
        *number = known->uses[use - 1].word;
    return use != 0;
}

hxp_str hxp_term_exact_text(char made[HXP_ENDING_ROOM], const hxp_word *word,
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

bool hxp_has_sharp_s(hxp_str word)
{
    for (size_t i = 1; i < word.len; i++)
        if (word.ptr[i - 1] == '\xC3' && word.ptr[i] == '\x9F')
            return true;
    return false;
}

/** Make room for a word and note what is to be known of it. */
static bool add_word(hxp_term_words *known, const hxp_word *word,
                     hxp_str surface, bool exact)
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
        .noun = known->capitals_tell && word->capital,
        .sharp = hxp_has_sharp_s(surface)
    };
    if (!hxp_array_reserve(&known->words, &known->word_room,
                           known->word_count + 1, sizeof made))
        return false;
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
    hxp_form own = { HXP_FORM_EXACT, true,
                     hxp_term_exact_text(made, word, surface) };
    if (!exact)
        own = folded;
    if (hxp_term_words_own(number, known, &own)) {
        known->words[*number].noun &= word->capital;
        return true;
    }
    *number = (uint32_t)known->word_count;
    known->doing |= known->grammar.doing.len > 0 &&
                    hxp_str_ends(word->folded, known->grammar.doing);
    if (!add_word(known, word, surface, exact) ||
        !add_use(known, &own, *number, true))
        return false;
    if (exact) /* to tell a term in wrong capitals */
        return add_use(known, &folded, *number, false);
    const hxp_form_wants wants = {
        HXP_FORMS_OF_TERM | HXP_FORMS_STEM | HXP_FORMS_STEMS, NULL
    };
    if (!hxp_forms_make(&forms, &known->grammar, known->analyzer, word, &wants))
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

void hxp_term_words_free(hxp_term_words *known)
{
    hxp_grammar_free(&known->grammar);
    hxp_folder_free(&known->folder);
    hxp_arena_free(&known->work);
    hxp_word_parts_free(&known->parts);
    hxp_arena_free(&known->arena);
    free(known->keys);
    hxp_hash_set_free(&known->keyed);
    hxp_hash_set_free(&known->owned);
    hxp_hash_set_free(&known->parted);
    hxp_hash_set_free(&known->begun);
    hxp_hash_set_free(&known->hidden);
    hxp_hash_set_free(&known->cores);
    free(known->table);
    free(known->uses);
    free(known->words);
}
