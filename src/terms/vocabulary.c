/* vocabulary.c - a hash table from forms to the words that have them. */
#include "terms/vocabulary.h"

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
static size_t find_slot(const hxp_vocabulary *vocabulary, const hxp_form *form)
{
    uint64_t hash = hxp_str_hash(form->text) + (uint64_t)form->kind;
    size_t slot = (size_t)hash & (vocabulary->slots - 1);
    while (vocabulary->table[slot] != 0) {
        const hxp_form *there =
            &vocabulary->keys[vocabulary->table[slot] - 1].form;
        if (there->kind == form->kind && hxp_str_equal(there->text, form->text))
            break;
        slot = (slot + 1) & (vocabulary->slots - 1);
    }
    return slot;
}

static const struct hxp_key *find_key(const hxp_vocabulary *vocabulary,
                                      const hxp_form *form)
{
    if (vocabulary->slots == 0)
        return NULL;
    uint32_t there = vocabulary->table[find_slot(vocabulary, form)];
    return there ? &vocabulary->keys[there - 1] : NULL;
}

/** Double the table. */
static bool grow(hxp_vocabulary *vocabulary)
{
    size_t slots = vocabulary->slots ? 2 * vocabulary->slots : 64;
    uint32_t *table = calloc(slots, sizeof *table);
    if (!table)
        return false;
    free(vocabulary->table);
    vocabulary->table = table;
    vocabulary->slots = slots;
    for (size_t i = 0; i < vocabulary->key_count; i++)
        table[find_slot(vocabulary, &vocabulary->keys[i].form)] =
            (uint32_t)i + 1;
    return true;
}

/** The key of form, made when it is new; NULL when memory is out. */
static struct hxp_key *need_key(hxp_vocabulary *vocabulary,
                                const hxp_form *form)
{
    if (2 * vocabulary->key_count >= vocabulary->slots && !grow(vocabulary))
        return NULL;
    size_t slot = find_slot(vocabulary, form);
    if (vocabulary->table[slot] != 0)
        return &vocabulary->keys[vocabulary->table[slot] - 1];
    struct hxp_key key = { *form, 0, 0 };
    if (!hxp_arena_copy(&key.form.text, &vocabulary->arena, form->text) ||
        !hxp_array_reserve(&vocabulary->keys, &vocabulary->key_room,
                           vocabulary->key_count + 1, sizeof key))
        return NULL;
    vocabulary->keys[vocabulary->key_count] = key;
    vocabulary->table[slot] = (uint32_t)++vocabulary->key_count;
    return &vocabulary->keys[vocabulary->key_count - 1];
}

/** Note that word has the key of form. */
static bool add_use(hxp_vocabulary *vocabulary, const hxp_form *form,
                    uint32_t word, bool own)
{
    if (!hxp_array_reserve(&vocabulary->uses, &vocabulary->use_room,
                           vocabulary->use_count + 1, sizeof *vocabulary->uses))
        return false;
    struct hxp_key *key = need_key(vocabulary, form);
    if (!key)
        return false;
    vocabulary->uses[vocabulary->use_count] =
        (struct hxp_key_use){ word, 0, own };
    uint32_t number = (uint32_t)++vocabulary->use_count;
    if (key->last != 0)
        vocabulary->uses[key->last - 1].next = number;
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
static bool known(uint32_t *number, const hxp_vocabulary *vocabulary,
                  const hxp_form *form)
{
    const struct hxp_key *key = find_key(vocabulary, form);
    for (uint32_t i = key ? key->first : 0; i != 0;
         i = vocabulary->uses[i - 1].next) {
        if (vocabulary->uses[i - 1].own) {
            *number = vocabulary->uses[i - 1].word;
            return true;
        }
    }
    return false;
}

bool hxp_vocabulary_add(uint32_t *number, hxp_vocabulary *vocabulary,
                        const hxp_word *word, hxp_str surface)
{
    hxp_forms forms;
    hxp_form own = { own_kind(word), word->acronym ? surface : word->folded };
    if (known(number, vocabulary, &own))
        return true;
    *number = vocabulary->word_count;
    if (!add_use(vocabulary, &own, *number, true))
        return false;
    vocabulary->word_count++;
    if (word->acronym)
        return true;
    hxp_forms_make(&forms, &vocabulary->endings, word, surface);
    for (size_t i = 0; i < forms.count; i++) {
        const hxp_form *form = &forms.items[i];
        bool itself =
            form->kind == own.kind && hxp_str_equal(form->text, own.text);
        if (form->kind != HXP_FORM_EXACT && !itself &&
            !add_use(vocabulary, form, *number, false))
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

bool hxp_vocabulary_find(hxp_candidates *found,
                         const hxp_vocabulary *vocabulary, const hxp_word *word,
                         hxp_str surface)
{
    hxp_forms forms;
    size_t first = found->count;
    hxp_forms_make(&forms, &vocabulary->endings, word, surface);
    for (size_t f = 0; f < forms.count; f++) {
        const struct hxp_key *key = find_key(vocabulary, &forms.items[f]);
        bool stands = f < 2; /* as it stands, exactly or folded */
        for (uint32_t i = key ? key->first : 0; i != 0;
             i = vocabulary->uses[i - 1].next) {
            const struct hxp_key_use *use = &vocabulary->uses[i - 1];
            if (!add_candidate(found, first, use->word, stands && use->own))
                return false;
        }
    }
    return true;
}

void hxp_vocabulary_free(hxp_vocabulary *vocabulary)
{
    hxp_endings_free(&vocabulary->endings);
    hxp_arena_free(&vocabulary->arena);
    free(vocabulary->keys);
    free(vocabulary->table);
    free(vocabulary->uses);
}
