/* known_words.c - a hash table of words, each in a line of memory. */
#include "text/known_words.h"

#include <stdlib.h>

/** The slot of surface: where it is, or where it would go. */
static struct hxp_known_slot *find_slot(const hxp_known_words *words,
                                        hxp_str surface, uint64_t hash)
{
    size_t at = (size_t)hash & (words->slots - 1);
    for (;; at = (at + 1) & (words->slots - 1)) {
        struct hxp_known_slot *slot = &words->table[at];
        if (slot->number == 0 ||
            (slot->hash == (uint32_t)(hash >> 32) &&
             hxp_known_is(&words->items[slot->number - 1], surface, hash)))
            return slot;
    }
}

size_t hxp_known_find(const hxp_known_words *words, hxp_str surface,
                      uint64_t hash)
{
    if (words->slots == 0)
        return HXP_NO_WORD;
    uint32_t there = find_slot(words, surface, hash)->number;
    return there ? there - 1 : HXP_NO_WORD;
}

/** Double the table, at half its load at the latest. */
static bool grow_table(hxp_known_words *words)
{
    size_t slots = words->slots ? 2 * words->slots : 1024;
    struct hxp_known_slot *table = calloc(slots, sizeof *table);
    if (!table)
        return false;
    free(words->table);
    words->table = table;
    words->slots = slots;
    for (size_t i = 0; i < words->count; i++) {
        const struct hxp_known_word *word = &words->items[i];
        *find_slot(words, hxp_known_text(word, HXP_SURFACE), word->hash) =
            (struct hxp_known_slot){ (uint32_t)(word->hash >> 32),
                                     (uint32_t)i + 1 };
    }
    return true;
}

/** Make room for more words, each in its line. */
static bool grow_items(hxp_known_words *words)
{
    size_t room = words->room ? 2 * words->room : HXP_LINE;
    struct hxp_known_word *items =
        aligned_alloc(HXP_LINE, room * sizeof *items);
    if (!items)
        return false;
    if (words->count > 0)
        memcpy(items, words->items, words->count * sizeof *items);
    free(words->items);
    words->items = items;
    words->room = room;
    return true;
}

bool hxp_known_add(hxp_known_words *words, hxp_str surface, uint64_t hash,
                   const hxp_word *forms)
{
    const hxp_str texts[HXP_TEXTS] = { surface, forms->folded, forms->bare,
                                       forms->stem };
    if ((2 * words->count >= words->slots && !grow_table(words)) ||
        (words->count == words->room && !grow_items(words)))
        return false;
    struct hxp_known_word *word = &words->items[words->count];
    for (size_t i = 0; i < HXP_TEXTS; i++) {
        if (texts[i].len > UINT32_MAX)
            return false;
        word->ptr[i] = texts[i].ptr;
        word->len[i] = (uint32_t)texts[i].len;
    }
    word->hash = hash;
    word->kind = (uint8_t)forms->kind;
    word->capital = forms->capital;
    word->acronym = forms->acronym;
    *find_slot(words, surface, hash) =
        (struct hxp_known_slot){ (uint32_t)(hash >> 32),
                                 (uint32_t)++words->count };
    return true;
}

void hxp_known_free(hxp_known_words *words)
{
    free(words->items);
    free(words->table);
}
