/* numbering.c - a hash table of words, at most half full. */
#include "memory/numbering.h"

#include <stdlib.h>

/** The slot of a word of text, or the empty one where it would be. */
static uint32_t *slot_of(const hxp_numbering *numbering, const hxp_token *word,
                         const char *text)
{
    size_t mask = numbering->count - 1, at = (size_t)word->hash & mask;
    size_t size = numbering->size;
    for (; numbering->slots[at] > 0; at = (at + 1) & mask) {
        const hxp_token *other =
            &numbering->words->items[numbering->slots[at] - 1];
        if (other->hash == word->hash && other->length == word->length &&
            memcmp(numbering->text + other->start * size,
                   text + word->start * size, word->length * size) == 0)
            break;
    }
    return &numbering->slots[at];
}

bool hxp_numbering_set(hxp_numbering *numbering, const hxp_tokens *words,
                       const void *text, size_t size)
{
    size_t count = 16;
    while (count < 2 * words->count)
        count *= 2;
    if (!hxp_array_reserve(&numbering->slots, &numbering->room, count,
                           sizeof *numbering->slots))
        return false;
    memset(numbering->slots, 0, count * sizeof *numbering->slots);
    numbering->count = count;
    numbering->words = words;
    numbering->text = text;
    numbering->size = size;
    for (size_t i = 0; i < words->count; i++) {
        uint32_t *slot = slot_of(numbering, &words->items[i], text);
        if (*slot == 0)
            *slot = (uint32_t)i + 1;
    }
    return true;
}

void hxp_numbering_of(uint32_t *numbers, const hxp_numbering *numbering,
                      const hxp_tokens *words, const void *text)
{
    for (size_t i = 0; i < words->count; i++) {
        uint32_t found = *slot_of(numbering, &words->items[i], text);
        numbers[i] = found > 0 ? found - 1 : (uint32_t)numbering->words->count;
    }
}

void hxp_numbering_free(hxp_numbering *numbering)
{
    free(numbering->slots);
    *numbering = (hxp_numbering){ .slots = NULL };
}
