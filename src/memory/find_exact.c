/* find_exact.c - compares texts by their characters, where symbols of an index
 * stand for several. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "memory/find.h"

#include <stdlib.h>

/** Find the words of characters. */
static bool make_tokens(hxp_tokens *tokens, const hxp_characters *text)
{
    tokens->count = 0;
    if (!hxp_array_reserve(&tokens->items, &tokens->room, text->count + 1,
                           sizeof *tokens->items))
        return false;
    bool inside = false; /* a word that may go on */
    for (size_t i = 0; i < text->count; i++) {
        hxp_character_kind kind = hxp_character_kind_of(text->items[i]);
        if (kind == HXP_CHARACTER_WORD && inside)
            tokens->items[tokens->count - 1].length++;
        else if (kind != HXP_CHARACTER_SPACE)
            tokens->items[tokens->count++] =
                (hxp_token){ .start = (uint16_t)i, .length = 1 };
        inside = kind == HXP_CHARACTER_WORD;
    }
    for (size_t i = 0; i < tokens->count; i++) {
        hxp_token *token = &tokens->items[i];
        token->hash =
            hxp_str_hash((hxp_str){ (const char *)(text->items + token->start),
                                    token->length * sizeof *text->items });
    }
    return true;
}

/** Compare query with exact->other. False: no memory. */
static bool compare(hxp_hit *hit, hxp_exact *exact, const hxp_characters *query)
{
    const hxp_characters *other = &exact->other;
    size_t longest = query->count > other->count ? query->count : other->count;
    if (!hxp_array_reserve(&exact->numbers, &exact->room, longest + 1,
                           sizeof *exact->numbers) ||
        !make_tokens(&exact->tokens[0], query) ||
        !make_tokens(&exact->tokens[1], other) ||
        !hxp_numbering_set(&exact->numbering, &exact->tokens[0], query->items,
                           sizeof *query->items) ||
        !hxp_pattern_set(&exact->characters, query->items, query->count))
        return false;
    hxp_numbering_of(exact->numbers, &exact->numbering, &exact->tokens[0],
                     query->items);
    if (!hxp_pattern_set(&exact->words, exact->numbers, exact->tokens[0].count))
        return false;
    hxp_numbering_of(exact->numbers, &exact->numbering, &exact->tokens[1],
                     other->items);
    size_t words[] = { exact->tokens[0].count, exact->tokens[1].count };
    hit->characters = (hxp_difference){ (uint32_t)hxp_pattern_distance(
                                            &exact->characters, other->items,
                                            other->count, SIZE_MAX / 2),
                                        (uint32_t)longest };
    hit->words = (hxp_difference){
        (uint32_t)hxp_pattern_distance(&exact->words, exact->numbers, words[1],
                                       SIZE_MAX / 2),
        (uint32_t)(words[0] > words[1] ? words[0] : words[1])
    };
    return true;
}

hxp_status hxp_find_judge_exactly(hxp_hit *hit, hxp_finder *finder,
                                  hxp_error *error)
{
    hxp_exact *exact = &finder->exact;
    hxp_status status =
        finder->give(finder->context, &exact->other, hit, error);
    if (status != HXP_OK)
        return status;
    if (!compare(hit, exact, finder->query))
        return hxp_no_memory(error);
    hxp_find_weigh(hit, finder);
    return HXP_OK;
}

void hxp_exact_free(hxp_exact *exact)
{
    hxp_characters_free(&exact->other);
    hxp_pattern_free(&exact->characters);
    hxp_pattern_free(&exact->words);
    free(exact->tokens[0].items);
    free(exact->tokens[1].items);
    free(exact->numbers);
    hxp_numbering_free(&exact->numbering);
}
