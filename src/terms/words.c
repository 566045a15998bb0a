/* words.c - a hash table from forms to the words that have them. */
#include "terms/words.h"

#include "base/array.h"
#include "base/str.h"

#include <stdlib.h>

/** A form that some word has. */
struct hxp_key {
    hxp_form form;
    uint32_t first; /* 1 + number of its first use; 0: none */
    uint32_t last;
};

/** That a word has a key. */
struct hxp_key_use {
    uint32_t word;
    uint32_t next; /* 1 + number; 0: none */
    bool own;      /* the key is how the word stands, but for case */
};

/** The slot of form: where it is, or where it would go. */
static size_t find_slot(const hxp_term_words *known, const hxp_form *form)
{
    uint64_t hash = hxp_str_hash(form->text) + (uint64_t)form->kind;
    size_t slot = (size_t)hash & (known->slots - 1);
    while (known->table[slot] != 0) {
        const hxp_form *there = &known->keys[known->table[slot] - 1].form;
        if (there->kind == form->kind && hxp_str_equal(there->text, form->text))
            break;
        slot = (slot + 1) & (known->slots - 1);
    }
    return slot;
}

static const struct hxp_key *find_key(const hxp_term_words *known,
                                      const hxp_form *form)
{
    if (known->slots == 0)
        return NULL;
    uint32_t there = known->table[find_slot(known, form)];
    return there ? &known->keys[there - 1] : NULL;
}

/** Double the table. */
static bool grow(hxp_term_words *known)
{
    size_t slots = known->slots ? 2 * known->slots : 64;
    uint32_t *table = calloc(slots, sizeof *table);
    if (!table)
        return false;
    free(known->table);
    known->table = table;
    known->slots = slots;
    for (size_t i = 0; i < known->key_count; i++)
        table[find_slot(known, &known->keys[i].form)] = (uint32_t)i + 1;
    return true;
}

/** The key of form, made when it is new; NULL when memory is out. */
static struct hxp_key *need_key(hxp_term_words *known, const hxp_form *form)
{
    if (2 * known->key_count >= known->slots && !grow(known))
        return NULL;
    size_t slot = find_slot(known, form);
    if (known->table[slot] != 0)
        return &known->keys[known->table[slot] - 1];
    struct hxp_key key = { *form, 0, 0 };
    if (!hxp_arena_copy(&key.form.text, &known->arena, form->text) ||
        !hxp_array_reserve(&known->keys, &known->key_room, known->key_count + 1,
                           sizeof key))
        return NULL;
    known->keys[known->key_count] = key;
    known->table[slot] = (uint32_t)++known->key_count;
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
    known->uses[known->use_count] = (struct hxp_key_use){ word, 0, own };
    uint32_t number = (uint32_t)++known->use_count;
    if (key->last != 0)
        known->uses[key->last - 1].next = number;
    else
        key->first = number;
    key->last = number;
    return true;
}

/** The form that tells a word of terms from all others. */
static hxp_form_kind own_kind(const hxp_word *word)
{
    return word->acronym ? HXP_FORM_EXACT : HXP_FORM_WORD;
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

bool hxp_term_words_add(uint32_t *number, hxp_term_words *known,
                        const hxp_word *word, hxp_str surface)
{
    hxp_forms forms;
    hxp_form own = { own_kind(word), word->acronym ? surface : word->folded };
    if (find_own(number, known, &own))
        return true;
    *number = known->word_count;
    if (!add_use(known, &own, *number, true))
        return false;
    known->word_count++;
    if (word->acronym)
        return true;
    hxp_forms_make(&forms, &known->endings, word, surface);
    for (size_t i = 0; i < forms.count; i++) {
        const hxp_form *form = &forms.items[i];
        bool itself =
            form->kind == own.kind && hxp_str_equal(form->text, own.text);
        if (form->kind != HXP_FORM_EXACT && !itself &&
            !add_use(known, form, *number, false))
            return false;
    }
    return true;
}

/** Append word unless it stands there from index first on. */
static bool add_candidate(hxp_candidates *found, size_t first, uint32_t word,
                          bool same)
{
    for (size_t i = first; i < found->count; i++) {
        if (found->items[i].word == word) {
            found->items[i].same |= same;
            return true;
        }
    }
    if (!hxp_array_reserve(&found->items, &found->room, found->count + 1,
                           sizeof *found->items))
        return false;
    found->items[found->count++] = (hxp_candidate){ word, same };
    return true;
}

bool hxp_term_words_find(hxp_candidates *found, const hxp_term_words *known,
                         const hxp_word *word, hxp_str surface)
{
    hxp_forms forms;
    size_t first = found->count;
    hxp_forms_make(&forms, &known->endings, word, surface);
    for (size_t f = 0; f < forms.count; f++) {
        const struct hxp_key *key = find_key(known, &forms.items[f]);
        bool stands = f < 2; /* as it stands, exactly or folded */
        for (uint32_t i = key ? key->first : 0; i != 0;
             i = known->uses[i - 1].next) {
            const struct hxp_key_use *use = &known->uses[i - 1];
            if (!add_candidate(found, first, use->word, stands && use->own))
                return false;
        }
    }
    return true;
}

void hxp_term_words_free(hxp_term_words *known)
{
    hxp_endings_free(&known->endings);
    hxp_arena_free(&known->arena);
    free(known->keys);
    free(known->table);
    free(known->uses);
}
