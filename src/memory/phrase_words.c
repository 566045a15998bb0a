/* phrase_words.c - looks for the words of a phrase: in the list of a rare one,
 * or in the bytes of all words, a fifth of what their symbols are. Odd symbols
 * may make other words of a text, which then is looked at apart. */
#include "base/error.h"
#include "memory/phrase_scan.h"

#include <string.h>

/* --- Which words ---------------------------------------------------------- */

/** Drop words that may be only parts of a text's: at the ends of the run. */
static void drop_parts(hxp_tokens *tokens, const hxp_phrase_scan *scan)
{
    const hxp_wanted_phrase *phrase = scan->phrase;
    const uint8_t *symbols = scan->words.symbols;
    const uint8_t *kinds = scan->index->alphabet.kinds;
    bool open_end = phrase->open_end || phrase->run < phrase->characters.count;
    if (tokens->count > 0 && open_end &&
        kinds[symbols[phrase->run - 1]] == HXP_CHARACTER_WORD)
        tokens->count--;
    if (tokens->count > 0 && phrase->open_start &&
        kinds[symbols[0]] == HXP_CHARACTER_WORD)
        memmove(tokens->items, tokens->items + 1,
                --tokens->count * sizeof *tokens->items);
}

/** Find the whole words of the phrase's first run. False: no memory. */
static bool find_words(hxp_phrase_scan *scan)
{
    hxp_phrase_words *words = &scan->words;
    const hxp_symbols *alphabet = &scan->index->alphabet;
    hxp_characters run = scan->phrase->characters;
    run.count = scan->phrase->run;
    if (!hxp_array_reserve(&words->symbols, &words->symbol_room, run.count + 1,
                           1) ||
        !hxp_array_reserve(&words->bytes, &words->byte_room, run.count + 1, 1))
        return false;
    hxp_symbols_encode(words->symbols, alphabet, &run);
    if (!hxp_tokens_make(&words->tokens, alphabet, words->symbols, run.count))
        return false;
    drop_parts(&words->tokens, scan);
    words->count = words->tokens.count;
    for (size_t i = 0; i < words->count; i++)
        words->bytes[i] = hxp_token_symbol(&words->tokens.items[i]);
    return true;
}

/** Take the shortest list of those that are written; false: none is, or all are
 * so long that looking at all texts is as quick. */
static bool choose_list(hxp_phrase_words *words, const hxp_index *index)
{
    enum { SHARE = 64, LEAST = 256 };
    const uint32_t long_list = index->header.texts / SHARE + LEAST;
    uint32_t shortest = long_list;
    for (size_t i = 0; i < words->count; i++) {
        uint32_t bucket =
            hxp_bucket_of((uint32_t)(words->tokens.items[i].hash >> 32),
                          index->header.buckets);
        uint32_t from = index->lists[bucket];
        uint32_t end = index->lists[bucket + 1] & ~HXP_STOP_LIST;
        if (from & HXP_STOP_LIST || end - from >= shortest)
            continue;
        shortest = end - from;
        words->list = index->list_bytes + from;
        words->list_end = index->list_bytes + end;
    }
    words->position = 0;
    return shortest < long_list;
}

/** Choose the two words whose bytes are rarest; false when so many texts may
 * have them that characters are found sooner. */
static bool choose_pair(hxp_phrase_words *words, const uint32_t often[256])
{
    enum { FEW = 128 }; /* one word in so many is not too often */
    uint64_t least = UINT64_MAX, all = 1;
    size_t first = 0, second = 0;
    for (size_t byte = 0; byte < 256; byte++)
        all += often[byte];
    for (size_t i = 0; i < words->count; i++)
        for (size_t k = i; k < words->count && k - i <= HXP_PAIR_GAP; k++) {
            uint64_t here = (uint64_t)often[words->bytes[i]] + 1;
            here *= k == i ? all : (uint64_t)often[words->bytes[k]] + 1;
            if (here >= least)
                continue;
            least = here;
            first = i;
            second = k;
        }
    memset(&words->pair, 0, sizeof words->pair);
    words->pair.gap = second - first;
    hxp_pair_add(&words->pair, 0, words->bytes[first]);
    hxp_pair_add(&words->pair, 1, words->bytes[second]);
    words->pair_at = first;
    words->at = 0;
    return least <= all * all / FEW;
}

hxp_status hxp_phrase_words_begin(hxp_phrase_scan *scan, hxp_error *error)
{
    hxp_phrase_words *words = &scan->words;
    words->now = 0;
    if (scan->too_odd)
        return HXP_OK;
    if (!find_words(scan))
        return hxp_no_memory(error);
    if (words->count == 0)
        return HXP_OK;
    if (choose_list(words, scan->index))
        scan->way = HXP_IN_LIST;
    else if (choose_pair(words, scan->words_often))
        scan->way = HXP_IN_WORDS;
    return HXP_OK;
}

/* --- Texts ---------------------------------------------------------------- */

/** Hold the text at a position if it has the phrase. */
static bool hold(hxp_phrase_scan *scan, uint32_t position)
{
    const hxp_cell *cell = hxp_index_cell(scan->index, position);
    const uint8_t *symbols =
        hxp_index_text(scan->index, cell, position, scan->text);
    for (size_t i = 0; i < cell->length; i++) {
        if (!scan->sets[0].has[symbols[i]] ||
            !hxp_phrase_scan_fits(scan, symbols, cell->length, i))
            continue;
        scan->held = position;
        scan->held_cell = cell;
        return true;
    }
    return false;
}

/** Whether the words of the text at a position have those of the phrase. */
static bool has_words(hxp_phrase_words *words, const hxp_index *index,
                      uint32_t position)
{
    while (position >= index->word_starts[words->now + 1])
        words->now++;
    const uint8_t *row = hxp_index_words(index, words->now, position);
    for (size_t i = 0; i + words->count <= words->now; i++)
        if (memcmp(row + i, words->bytes, words->count) == 0)
            return true;
    return false;
}

static void next_of_list(hxp_phrase_scan *scan)
{
    hxp_phrase_words *words = &scan->words;
    while (words->list < words->list_end) {
        words->list =
            hxp_list_next(&words->position, words->list, words->list_end);
        if (words->position >= scan->index->header.texts)
            return;
        uint32_t position = (uint32_t)words->position;
        if (has_words(words, scan->index, position) && hold(scan, position))
            return;
    }
}

/** Whether the words stand around the pair at byte at of all words; *position
 * and *end become those of the text that is there. */
static bool stand_at(uint32_t *position, uint64_t *end, hxp_phrase_words *words,
                     const hxp_index *index, uint64_t at)
{
    const uint64_t *places = index->word_places;
    if (at < words->pair_at || words->count > index->header.words ||
        at - words->pair_at > index->header.words - words->count ||
        memcmp(index->words + (at - words->pair_at), words->bytes,
               words->count) != 0)
        return false;
    while (at >= places[words->now + 1])
        words->now++;
    uint64_t row = (at - places[words->now]) / words->now;
    uint64_t start = places[words->now] + row * words->now;
    *position = index->word_starts[words->now] + (uint32_t)row;
    *end = start + words->now;
    return at - start >= words->pair_at &&
           at - words->pair_at + words->count <= *end;
}

static void next_of_words(hxp_phrase_scan *scan)
{
    hxp_phrase_words *words = &scan->words;
    const hxp_index *index = scan->index;
    const hxp_kernels *kernels = hxp_kernels_at(0);
    uint64_t end, all = index->header.words;
    uint32_t position;
    while (words->at < all) {
        /* as in symbols, kernels may look behind */
        words->at += kernels->pair(index->words + words->at,
                                   (size_t)(all - words->at), &words->pair);
        if (words->at == all)
            return;
        uint64_t at = words->at++;
        if (!stand_at(&position, &end, words, index, at) ||
            !hold(scan, position))
            continue;
        words->at = end;
        return;
    }
}

void hxp_phrase_words_next(hxp_phrase_scan *scan)
{
    scan->held_cell = NULL;
    if (scan->way == HXP_IN_LIST)
        next_of_list(scan);
    else
        next_of_words(scan);
}
