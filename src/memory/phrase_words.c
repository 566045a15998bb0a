/* phrase_words.c - looks for the words of a phrase: in the list of a rare one,
 * in those of all words that begin as its last one, or in the bytes of all
 * words, a fifth of what their symbols are. Odd symbols may make other words of
 * a text, which then is looked at apart. */
#include "base/error.h"
#include "memory/phrase_scan.h"

#include <string.h>

/* --- Which words ---------------------------------------------------------- */

/** Drop words that may be only parts of a text's: at the ends of the run. Of
 * the last one the beginning may be known. */
static void drop_parts(hxp_phrase_words *words, const hxp_phrase_scan *scan)
{
    const hxp_wanted_phrase *phrase = scan->phrase;
    hxp_tokens *tokens = &words->tokens;
    const uint8_t *symbols = words->symbols;
    const uint8_t *kinds = scan->index->alphabet.kinds;
    bool open_end = phrase->open_end || phrase->run < phrase->characters.count;
    words->beginning.length = 0;
    if (tokens->count > 0 && open_end &&
        kinds[symbols[phrase->run - 1]] == HXP_CHARACTER_WORD) {
        const hxp_token *last = &tokens->items[--tokens->count];
        if (last->start > 0 || !phrase->open_start)
            words->beginning = *last;
    }
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
    drop_parts(words, scan);
    words->count = words->tokens.count;
    for (size_t i = 0; i < words->count; i++)
        words->bytes[i] = hxp_token_symbol(&words->tokens.items[i]);
    return true;
}

/** The bytes of the lists of some buckets; UINT32_MAX: not all are written. */
static uint32_t bytes_of_lists(const hxp_index *index, hxp_bucket_range buckets)
{
    for (uint32_t i = buckets.first; i <= buckets.last; i++)
        if (index->lists[i] & HXP_STOP_LIST)
            return UINT32_MAX;
    return (index->lists[buckets.last + 1] & ~HXP_STOP_LIST) -
           index->lists[buckets.first];
}

/** The buckets of all words that begin as the last one of the phrase. */
static hxp_bucket_range buckets_of_beginning(const hxp_phrase_words *words,
                                             const hxp_index *index)
{
    uint8_t bare[HXP_SHARE_LETTERS];
    size_t count = words->beginning.length;
    count = count < HXP_SHARE_LETTERS ? count : HXP_SHARE_LETTERS;
    for (size_t i = 0; i < count; i++)
        bare[i] =
            index->alphabet.bare[words->symbols[words->beginning.start + i]];
    return hxp_buckets_of_beginning(index->shares, bare, count);
}

/** Take the shortest lists of those that are written; false: none are, or all
 * are so long that looking at all texts is as quick. */
static bool choose_lists(hxp_bucket_range *chosen,
                         const hxp_phrase_words *words, const hxp_index *index)
{
    enum { SHARE = 64, BEGINNING_SHARE = 2, LEAST = 256 };
    uint32_t least = index->header.texts / SHARE + LEAST;
    bool any = false;
    for (size_t i = 0; i < words->count; i++) {
        uint32_t bucket =
            hxp_bucket_of(index->shares, words->tokens.items[i].key);
        hxp_bucket_range one = { bucket, bucket };
        uint32_t bytes = bytes_of_lists(index, one);
        if (bytes >= least)
            continue;
        least = bytes;
        *chosen = one;
        any = true;
    }
    if (words->beginning.length == 0)
        return any;
    /* without any list all symbols would be looked at, as a rule */
    hxp_bucket_range all = buckets_of_beginning(words, index);
    if (!any)
        least = index->header.texts / BEGINNING_SHARE + LEAST;
    if (bytes_of_lists(index, all) >= least)
        return any;
    *chosen = all;
    return true;
}

/** What takes the texts of a list. */
typedef struct listed_texts {
    uint32_t *positions; /* one behind the other, if it is not NULL, ... */
    uint64_t *bits;      /* ... or a bit for each */
} listed_texts;

/** Take the texts of a list. Returns how many. */
static inline size_t take_list(listed_texts to, const hxp_index *index,
                               uint32_t bucket)
{
    const uint8_t *at =
        index->list_bytes + (index->lists[bucket] & ~HXP_STOP_LIST);
    const uint8_t *end =
        index->list_bytes + (index->lists[bucket + 1] & ~HXP_STOP_LIST);
    uint64_t position = 0;
    size_t count = 0;
    for (; at < end; count++) {
        at = hxp_list_next(&position, at, end);
        if (position >= index->header.texts)
            break;
        if (to.positions)
            to.positions[count] = (uint32_t)position;
        else
            to.bits[position / 64] |= (uint64_t)1 << position % 64;
    }
    return count;
}

/** Find the texts that lists have, and begin. Those of several lists are put in
 * order by bits, from which they are taken as they are asked for. False: no
 * memory. */
static bool find_listed(hxp_phrase_words *words, const hxp_index *index,
                        hxp_bucket_range buckets)
{
    bool one = buckets.first == buckets.last;
    size_t size = one ? 0 : index->header.texts / 64 + 1;
    /* a text takes a byte of a list at least */
    size_t most = one ? bytes_of_lists(index, buckets) : HXP_LISTED_TEXTS;
    if (!hxp_array_reserve(&words->listed.items, &words->listed.room, most + 1,
                           sizeof *words->listed.items) ||
        !hxp_array_reserve(&words->bits, &words->bit_room, size + 1,
                           sizeof *words->bits))
        return false;
    words->listed.count = words->next = 0;
    words->cell = words->ahead = index->cells;
    words->bit_at = 0;
    words->bit_end = size;
    memset(words->bits, 0, size * sizeof *words->bits);
    if (one)
        words->listed.count = take_list(
            (listed_texts){ words->listed.items, NULL }, index, buckets.first);
    for (uint32_t i = buckets.first; !one && i <= buckets.last; i++)
        take_list((listed_texts){ NULL, words->bits }, index, i);
    return true;
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
    hxp_bucket_range buckets;
    if (choose_lists(&buckets, words, scan->index)) {
        scan->way = HXP_IN_LISTS;
        return find_listed(words, scan->index, buckets) ? HXP_OK
                                                        : hxp_no_memory(error);
    }
    if (words->count > 0 && choose_pair(words, scan->words_often))
        scan->way = HXP_IN_WORDS;
    return HXP_OK;
}

/* --- Texts ---------------------------------------------------------------- */

/** Whether a packed text has the first characters of the run. */
static bool has_marks(const hxp_phrase_scan *scan, const hxp_cell *cell,
                      uint32_t position)
{
    const hxp_packed_rows row = { hxp_index_row_at(scan->index, cell, position),
                                  1, cell->length };
    return scan->index->kernels->marked_row(&row, 0, &scan->marks) == 0;
}

/** Hold the text at a position if it has the phrase. */
static bool hold(hxp_phrase_scan *scan, const hxp_cell *cell, uint32_t position)
{
    if (hxp_cell_is_packed(cell) && !has_marks(scan, cell, position))
        return false;
    const uint8_t *symbols =
        hxp_index_text(scan->index, cell, position, scan->text);
    if (!hxp_phrase_scan_has(scan, symbols, cell->length))
        return false;
    scan->held = position;
    scan->held_cell = cell;
    return true;
}

/** Whether the words of the text at a position have those of the phrase. */
static bool has_words(hxp_phrase_words *words, const hxp_index *index,
                      uint32_t position)
{
    if (words->count == 0)
        return true;
    while (position >= index->word_starts[words->now + 1])
        words->now++;
    const uint8_t *row = hxp_index_words(index, words->now, position);
    for (size_t i = 0; i + words->count <= words->now; i++)
        if (memcmp(row + i, words->bytes, words->count) == 0)
            return true;
    return false;
}

/** Go on to the cell of a position. */
static void go_to(const hxp_cell **cell, const hxp_index *index,
                  uint32_t position)
{
    while (position >= hxp_cell_end(index, *cell))
        ++*cell;
}

/** Have the cache get a text that is looked at soon. */
static void fetch_ahead(hxp_phrase_words *words, const hxp_index *index)
{
    enum { AHEAD = 8, LINE = 64 };
    if (words->next + AHEAD >= words->listed.count)
        return;
    uint32_t position = words->listed.items[words->next + AHEAD];
    go_to(&words->ahead, index, position);
    const uint8_t *row = hxp_index_row_at(index, words->ahead, position);
    __builtin_prefetch(row);
    __builtin_prefetch(row + LINE);
}

/** Whether there is one more of the listed texts. */
static bool more_listed(hxp_phrase_words *words)
{
    hxp_positions *listed = &words->listed;
    if (words->next < listed->count)
        return true;
    listed->count = words->next = 0;
    while (listed->count + 64 <= HXP_LISTED_TEXTS &&
           words->bit_at < words->bit_end) {
        size_t first = 64 * words->bit_at;
        for (uint64_t bits = words->bits[words->bit_at++]; bits != 0;
             bits &= bits - 1)
            listed->items[listed->count++] =
                (uint32_t)(first + (size_t)__builtin_ctzll(bits));
    }
    return listed->count > 0;
}

static void next_of_lists(hxp_phrase_scan *scan)
{
    hxp_phrase_words *words = &scan->words;
    const hxp_index *index = scan->index;
    while (more_listed(words)) {
        if (words->count == 0) /* words tell of most texts that they are none */
            fetch_ahead(words, index);
        uint32_t position = words->listed.items[words->next++];
        if (!has_words(words, index, position))
            continue;
        go_to(&words->cell, index, position);
        if (hold(scan, words->cell, position))
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
            !hold(scan, hxp_index_cell(index, position), position))
            continue;
        words->at = end;
        return;
    }
}

void hxp_phrase_words_next(hxp_phrase_scan *scan)
{
    scan->held_cell = NULL;
    if (scan->way == HXP_IN_LISTS)
        next_of_lists(scan);
    else
        next_of_words(scan);
}
