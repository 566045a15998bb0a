/* parts.c - looks up the forms of a part of a word once, and remembers them. */
#include "terms/parts.h"

#include "base/str.h"
#include "terms/word_table.h"

#include <stdlib.h>

/* Half of the slots stay free. */
enum { SLOTS = 2 * HXP_PARTS };

/** The slot of text: where it is, or where it would go. */
static const hxp_word_part **find_slot(const hxp_word_parts *parts,
                                       hxp_str text)
{
    size_t at = (size_t)hxp_str_slot_hash(text) & (SLOTS - 1);
    while (parts->table[at] && !hxp_str_equal(parts->table[at]->text, text))
        at = (at + 1) & (SLOTS - 1);
    return &parts->table[at];
}

/** Make the table, or forget what is in a full one. */
static bool make_room(hxp_word_parts *parts)
{
    if (!parts->table)
        parts->table = calloc(SLOTS, sizeof *parts->table);
    else if (parts->count == HXP_PARTS)
        memset(parts->table, 0, SLOTS * sizeof *parts->table);
    else
        return true;
    hxp_arena_reset(&parts->arena);
    parts->count = 0;
    return parts->table != NULL;
}

/** A copy of word, a part; room for the keys of count forms. */
static hxp_word_part *copy_part(hxp_arena *arena, const hxp_word *word,
                                size_t count)
{
    hxp_word_part *part =
        hxp_arena_alloc(arena, 1, sizeof *part + count * sizeof *part->keys);
    if (!part || !hxp_arena_copy(&part->text, arena, word->folded))
        return NULL;
    part->bare = part->text;
    if (!hxp_str_equal(word->bare, word->folded) &&
        !hxp_arena_copy(&part->bare, arena, word->bare))
        return NULL;
    return part;
}

/** The forms of word, a part, that words of terms may have. */
static bool make_forms(hxp_forms *forms, hxp_term_words *known,
                       const hxp_word *word)
{
    hxp_form_wants wants = { 0, &known->begun };
    forms->count = 0;
    if (!hxp_term_words_may_begin(known, word->bare))
        return true;
    if (hxp_term_words_may_share(known, word))
        wants.which = HXP_FORMS_STEM | HXP_FORMS_STEMS;
    return hxp_forms_make(forms, &known->grammar, known->analyzer, word,
                          &wants);
}

/** Look up the forms of text among those of the words of terms. */
static const hxp_word_part *make_part(hxp_term_words *known, hxp_str text)
{
    hxp_forms forms;
    uint32_t keys[HXP_FORMS];
    size_t count = 0;
    bool itself = false;
    hxp_word word = { .kind = HXP_WORD_LETTERS, .folded = text };
    hxp_arena_reset(&known->work);
    if (hxp_fold_bare(&word.bare, &known->folder, &known->work, text, NULL) !=
            HXP_OK ||
        !make_forms(&forms, known, &word))
        return NULL;
    for (size_t f = 0; f < forms.count; f++) {
        const struct hxp_key *key = hxp_term_words_key(known, &forms.items[f]);
        if (!key)
            continue;
        itself |= f == 0;
        keys[count++] = (uint32_t)(key - known->keys);
    }
    hxp_word_part *part = copy_part(&known->parts.arena, &word, count);
    if (!part)
        return NULL;
    memcpy(part->keys, keys, count * sizeof *keys);
    part->count = count;
    part->itself = itself;
    return part;
}

const hxp_word_part *hxp_word_part_look(hxp_term_words *known, hxp_str text)
{
    hxp_word_parts *parts = &known->parts;
    if (!make_room(parts))
        return NULL;
    const hxp_word_part **slot = find_slot(parts, text);
    if (!*slot) {
        *slot = make_part(known, text);
        parts->count += *slot != NULL;
    }
    return *slot;
}

void hxp_word_parts_free(hxp_word_parts *parts)
{
    hxp_arena_free(&parts->arena);
    free(parts->table);
}
