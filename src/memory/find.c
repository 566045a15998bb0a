/* find.c - a query against indexes: judging texts, keeping the best. */
#include "memory/find.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/* --- The best ------------------------------------------------------------- */

size_t hxp_find_most(const hxp_finder *finder, size_t longer)
{
    return (size_t)((uint64_t)finder->limit.distance * longer /
                    finder->limit.longer);
}

/** True when a comes before b. */
static bool comes_before(const hxp_hit *a, const hxp_hit *b)
{
    if (hxp_difference_below(a->best, b->best))
        return true;
    return !hxp_difference_below(b->best, a->best) && a->id > b->id;
}

/** Put a hit in its place; the last goes when they are too many. */
static bool keep(hxp_finder *finder, const hxp_hit *hit)
{
    bool full = finder->count >= finder->most;
    const hxp_hit *last = full ? &finder->hits[finder->count - 1] : NULL;
    bool grows = !full || (finder->all_equal && last->best.distance == 0);
    if (!grows && !comes_before(hit, last))
        return true;
    if (!hxp_array_reserve(&finder->hits, &finder->room, finder->count + 1,
                           sizeof *finder->hits))
        return false;
    size_t at = grows ? finder->count++ : finder->count - 1;
    for (; at > 0 && comes_before(hit, &finder->hits[at - 1]); at--)
        finder->hits[at] = finder->hits[at - 1];
    finder->hits[at] = *hit;
    if (finder->count >= finder->most)
        finder->limit = finder->hits[finder->count - 1].best;
    return true;
}

/* --- Judging -------------------------------------------------------------- */

/** Number the words of a text by those of the query. */
static bool number_words(hxp_finder *finder, const hxp_tokens *tokens,
                         const uint8_t *symbols)
{
    if (!hxp_array_reserve(&finder->numbers, &finder->number_room,
                           tokens->count + 1, sizeof *finder->numbers))
        return false;
    hxp_numbering_of(finder->numbers, &finder->numbering, tokens, symbols);
    return true;
}

hxp_status hxp_find_word_distance(size_t *distance, hxp_finder *finder,
                                  hxp_index_row row, size_t most,
                                  hxp_error *error)
{
    hxp_tokens *tokens = &finder->other_tokens;
    if (!hxp_tokens_make(tokens, &finder->index->alphabet, row.symbols,
                         row.length) ||
        !number_words(finder, tokens, row.symbols))
        return hxp_no_memory(error);
    *distance = hxp_pattern_distance(&finder->word_pattern, finder->numbers,
                                     tokens->count, most);
    return HXP_OK;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

void hxp_find_weigh(hxp_hit *hit, const hxp_finder *finder)
{
    bool words = finder->by == HXP_BY_WORDS;
    if (finder->by == HXP_BY_BOTH)
        words = hxp_difference_below(hit->words, hit->characters);
    hit->best = words ? hit->words : hit->characters;
}

/** The distance of a text's characters to those of the query, by symbols. */
static bool character_distance(size_t *distance, hxp_finder *finder,
                               hxp_index_row row, size_t most)
{
    if (!hxp_array_reserve(&finder->numbers, &finder->number_room,
                           row.length + 1, sizeof *finder->numbers))
        return false;
    for (size_t i = 0; i < row.length; i++)
        finder->numbers[i] = row.symbols[i];
    *distance = hxp_pattern_distance(&finder->character_pattern,
                                     finder->numbers, row.length, most);
    return true;
}

/**
 * Judge a text by its symbols; *near tells whether it is like enough. What is
 * not is only found out to be so, which is faster. Texts alike by words are
 * found by words, so that those of the other way need not be compared so.
 */
static hxp_status judge_symbols(hxp_hit *hit, bool *near, hxp_finder *finder,
                                hxp_index_row row, hxp_error *error)
{
    size_t characters = 0, words = 0;
    size_t longer = larger(row.length, finder->query->count);
    size_t most = hxp_find_most(finder, longer);
    if (!character_distance(&characters, finder, row, most))
        return hxp_no_memory(error);
    *near = false;
    if (characters > most && finder->way == HXP_BY_CHARACTERS)
        return HXP_OK;
    hxp_status status =
        hxp_find_word_distance(&words, finder, row, longer, error);
    if (status != HXP_OK)
        return status;
    size_t more = larger(finder->other_tokens.count, finder->tokens.count);
    *near = (finder->by != HXP_BY_WORDS && characters <= most) ||
            (finder->by != HXP_BY_CHARACTERS &&
             words <= hxp_find_most(finder, more));
    if (*near && characters > most &&
        !character_distance(&characters, finder, row, longer))
        return hxp_no_memory(error);
    hit->characters =
        (hxp_difference){ (uint32_t)characters, (uint32_t)longer };
    hit->words = (hxp_difference){ (uint32_t)words, (uint32_t)more };
    hxp_find_weigh(hit, finder);
    return HXP_OK;
}

static bool has_shared(const uint8_t *symbols, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (hxp_symbol_is_shared(symbols[i]))
            return true;
    return false;
}

bool hxp_find_is_removed(const int64_t *removed, size_t count, uint32_t id)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (removed[middle] < (int64_t)id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && removed[low] == (int64_t)id;
}

static bool is_passed_over(const hxp_finder *finder, uint32_t id)
{
    return (finder->end > 0 && id >= finder->end) ||
           hxp_find_is_removed(finder->removed, finder->removed_count, id);
}

/** Whether the text of a unit is kept already; then it need not be judged. */
static bool is_kept(const hxp_finder *finder, const hxp_hit *hit)
{
    for (size_t i = 0; i < finder->count; i++)
        if (finder->hits[i].position == hit->position &&
            finder->hits[i].part == hit->part)
            return true;
    return false;
}

hxp_status hxp_find_judge(hxp_finder *finder, uint32_t position,
                          hxp_error *error)
{
    const hxp_index *index = finder->index;
    const hxp_cell *cell = hxp_index_cell(index, position);
    uint8_t room[HXP_TEXT_ROOM];
    const uint8_t *symbols = hxp_index_text(index, cell, position, room);
    hxp_hit hit = { .id = hxp_index_id(index, position),
                    .position = position,
                    .class_number =
                        (uint16_t)hxp_index_class_of(index, position),
                    .part = (uint16_t)finder->part };
    if (is_passed_over(finder, hit.id) || is_kept(finder, &hit))
        return HXP_OK;
    bool near = false;
    hxp_status status = judge_symbols(
        &hit, &near, finder, (hxp_index_row){ symbols, cell->length }, error);
    if (status != HXP_OK || !near)
        return status;
    /* equal symbols of several characters may be different ones */
    if (finder->shared && has_shared(symbols, cell->length)) {
        status = hxp_find_judge_exactly(&hit, finder, error);
        if (status != HXP_OK || hxp_difference_below(finder->limit, hit.best))
            return status;
    }
    return keep(finder, &hit) ? HXP_OK : hxp_no_memory(error);
}

/* --- Finding -------------------------------------------------------------- */

/** Prepare the query for the symbols of the index that comes. */
static hxp_status prepare(hxp_finder *finder, hxp_error *error)
{
    const hxp_symbols *alphabet = &finder->index->alphabet;
    size_t count = finder->query->count;
    if (!hxp_array_reserve(&finder->symbols, &finder->symbol_room, count + 1,
                           1) ||
        !hxp_array_reserve(&finder->numbers, &finder->number_room, count + 1,
                           sizeof *finder->numbers))
        return hxp_no_memory(error);
    finder->shared =
        hxp_symbols_encode(finder->symbols, alphabet, finder->query);
    for (size_t i = 0; i < count; i++)
        finder->numbers[i] = finder->symbols[i];
    if (!hxp_rows_make(&finder->rows, finder->symbols, count) ||
        !hxp_pattern_set(&finder->character_pattern, finder->numbers, count) ||
        !hxp_tokens_make(&finder->tokens, alphabet, finder->symbols, count) ||
        !hxp_numbering_set(&finder->numbering, &finder->tokens, finder->symbols,
                           1) ||
        !number_words(finder, &finder->tokens, finder->symbols) ||
        !hxp_pattern_set(&finder->word_pattern, finder->numbers,
                         finder->tokens.count))
        return hxp_no_memory(error);
    return HXP_OK;
}

hxp_status hxp_find(hxp_finder *finder, const hxp_characters *query,
                    hxp_difference limit, size_t most, hxp_error *error)
{
    hxp_status status = HXP_OK;
    finder->query = query;
    finder->limit = limit;
    finder->most = most;
    finder->count = 0;
    if (query->count == 0 || query->count > HXP_LENGTH_LIMIT || most == 0)
        return HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < HXP_FIND_PARTS; i++) {
        finder->part = i;
        finder->index = finder->parts[i];
        if (!finder->index || finder->index->header.texts == 0)
            continue;
        status = prepare(finder, error);
        finder->way = HXP_BY_WORDS;
        if (status == HXP_OK && finder->by != HXP_BY_CHARACTERS)
            status = hxp_find_by_words(finder, error);
        finder->way = HXP_BY_CHARACTERS;
        if (status == HXP_OK && finder->by != HXP_BY_WORDS)
            status = hxp_find_by_characters(finder, error);
    }
    return status;
}

void hxp_finder_free(hxp_finder *finder)
{
    free(finder->symbols);
    free(finder->tokens.items);
    free(finder->other_tokens.items);
    hxp_rows_free(&finder->rows);
    hxp_rows_free(&finder->word_rows);
    hxp_pattern_free(&finder->character_pattern);
    hxp_pattern_free(&finder->word_pattern);
    hxp_find_free_bigrams(finder);
    hxp_exact_free(&finder->exact);
    free(finder->positions);
    free(finder->sieved[0].positions);
    free(finder->sieved[1].positions);
    free(finder->text);
    free(finder->numbers);
    hxp_numbering_free(&finder->numbering);
    free(finder->hits);
    memset(finder, 0, sizeof *finder);
}
