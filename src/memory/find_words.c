/* find_words.c - texts alike by words: lists of the query's rarest words give
 * candidates, which are compared word by word, a byte for each; what is left
 * is compared exactly. */
#include "base/array.h"
#include "base/error.h"
#include "memory/find.h"

#include <stdlib.h>

/** A bucket that words of the query are in. */
typedef struct query_bucket {
    uint32_t bucket;
    uint32_t words; /* of the query in it */
    uint32_t bytes; /* of its list; UINT32_MAX: not written */
} query_bucket;

/** A query on its way through the lists. */
typedef struct search {
    hxp_finder *finder;
    size_t words;       /* of the query ... */
    hxp_pair_sets sets; /* ... and they, as bytes, in the first */
    uint32_t low, high; /* positions of texts with about as many words */
    size_t now;         /* the words of the candidates that wait ... */
    size_t count;       /* ... and how many they are */
} search;

enum { WAITING = 1024 };

/** Compare the words of a text exactly, and judge it if they are alike. */
static hxp_status compare_exactly(search *self, uint32_t position, size_t most,
                                  hxp_error *error)
{
    hxp_finder *finder = self->finder;
    const hxp_index *index = finder->index;
    size_t distance = 0;
    const hxp_cell *cell = hxp_index_cell(index, position);
    uint8_t room[HXP_TEXT_ROOM];
    hxp_index_row row = { hxp_index_text(index, cell, position, room),
                          cell->length };
    hxp_status status =
        hxp_find_word_distance(&distance, finder, row, most, error);
    if (status == HXP_OK && distance <= most)
        status = hxp_find_judge(finder, position, error);
    return status;
}

/** Compare up to HXP_LANES candidates, which have as many words each. */
static hxp_status compare(search *self, const uint32_t *positions, size_t count,
                          hxp_error *error)
{
    hxp_finder *finder = self->finder;
    const uint8_t *texts[HXP_LANES];
    unsigned results[HXP_LANES];
    size_t words = self->now;
    /* what was found may have made it smaller */
    size_t most =
        hxp_find_most(finder, words > self->words ? words : self->words);
    for (size_t i = 0; i < HXP_LANES; i++)
        texts[i] =
            hxp_index_words(finder->index, words, positions[i < count ? i : 0]);
    finder->kernels->distances(results, &finder->word_rows, texts, words,
                               (unsigned)most);
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++)
        if (results[i] <= most)
            status = compare_exactly(self, positions[i], most, error);
    return status;
}

/** How many words of a text of now words the query may lack. */
static bool may_lack(unsigned *most, const search *self)
{
    size_t words = self->now;
    size_t lost = words < self->words ? self->words - words : 0;
    size_t all =
        hxp_find_most(self->finder, words > self->words ? words : self->words);
    /* each word that the query has not costs one, beside those lost */
    *most = (unsigned)(all - lost);
    return all >= lost;
}

/** The words of the texts that have now words, from position first on. */
static hxp_byte_rows rows_from(const search *self, uint32_t first)
{
    return (hxp_byte_rows){
        hxp_index_words(self->finder->index, self->now, first), self->now, first
    };
}

/** Compare those of count positions that are wanted. */
static hxp_status compare_wanted(search *self, size_t count, hxp_error *error)
{
    const hxp_finder *finder = self->finder;
    const bool *wanted = finder->wanted[finder->part];
    uint32_t *positions = finder->positions;
    size_t left = 0;
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < count; i++)
        if (wanted[hxp_index_class_of(finder->index, positions[i])])
            positions[left++] = positions[i];
    for (; status == HXP_OK && left > 0; positions += HXP_LANES) {
        size_t lanes = left < HXP_LANES ? left : HXP_LANES;
        status = compare(self, positions, lanes, error);
        left -= lanes;
    }
    return status;
}

/** Compare the candidates that wait, which have the same number of words. */
static hxp_status compare_waiting(search *self, hxp_error *error)
{
    const hxp_finder *finder = self->finder;
    unsigned most;
    size_t count = self->count;
    self->count = 0;
    if (count == 0 || !may_lack(&most, self))
        return HXP_OK;
    hxp_byte_rows rows = rows_from(self, finder->index->word_starts[self->now]);
    count = finder->kernels->members(finder->positions, count, &rows,
                                     &self->sets, most);
    return compare_wanted(self, count, error);
}

/** Let a candidate wait; candidates come in the order of positions. */
static hxp_status add_candidate(search *self, uint32_t position,
                                hxp_error *error)
{
    const uint32_t *starts = self->finder->index->word_starts;
    hxp_status status = HXP_OK;
    if (position >= starts[self->now + 1] || self->count == WAITING) {
        status = compare_waiting(self, error);
        while (position >= starts[self->now + 1])
            self->now++;
    }
    self->finder->positions[self->count++] = position;
    return status;
}

/** Begin with the texts that have the fewest words. */
static void begin_candidates(search *self, size_t fewest)
{
    self->now = fewest;
    self->count = 0;
}

/** Compare all texts of about as many words. */
static hxp_status try_all(search *self, hxp_error *error)
{
    const hxp_finder *finder = self->finder;
    const uint32_t *starts = finder->index->word_starts;
    hxp_status status = HXP_OK;
    unsigned most;
    for (uint32_t at = self->low; status == HXP_OK && at < self->high;) {
        while (starts[self->now + 1] <= at)
            self->now++;
        uint32_t count = starts[self->now + 1] - at;
        count = count < WAITING ? count : WAITING;
        if (may_lack(&most, self)) {
            hxp_byte_rows rows = rows_from(self, at);
            size_t kept = finder->kernels->members_of_all(
                finder->positions, count, &rows, &self->sets, most);
            status = compare_wanted(self, kept, error);
        }
        at += count;
    }
    return status;
}

/** Take the texts of a list as candidates. */
static hxp_status try_list(search *self, uint32_t bucket, hxp_error *error)
{
    const hxp_index *index = self->finder->index;
    const uint8_t *at =
        index->list_bytes + (index->lists[bucket] & ~HXP_STOP_LIST);
    const uint8_t *end =
        index->list_bytes + (index->lists[bucket + 1] & ~HXP_STOP_LIST);
    uint64_t position = 0;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && at < end) {
        at = hxp_list_next(&position, at, end);
        if (position >= self->high)
            break;
        if (position >= self->low)
            status = add_candidate(self, (uint32_t)position, error);
    }
    return status == HXP_OK ? compare_waiting(self, error) : status;
}

/* --- Which lists ---------------------------------------------------------- */

static int rarest_first(const void *a, const void *b)
{
    const query_bucket *x = a, *y = b;
    if (x->bytes != y->bytes)
        return x->bytes < y->bytes ? -1 : 1;
    return (x->bucket > y->bucket) - (x->bucket < y->bucket);
}

static int by_bucket(const void *a, const void *b)
{
    const query_bucket *x = a, *y = b;
    return (x->bucket > y->bucket) - (x->bucket < y->bucket);
}

/** The buckets of the query's words, the shortest list first. */
static size_t find_buckets(query_bucket *buckets, const hxp_finder *finder)
{
    const hxp_index *index = finder->index;
    size_t words = finder->tokens.count, count = 0;
    for (size_t i = 0; i < words; i++)
        buckets[i] = (query_bucket){
            hxp_bucket_of(index->shares, finder->tokens.items[i].key), 1, 0
        };
    qsort(buckets, words, sizeof *buckets, by_bucket);
    for (size_t i = 0; i < words; i++) {
        if (count > 0 && buckets[count - 1].bucket == buckets[i].bucket)
            buckets[count - 1].words++;
        else
            buckets[count++] = buckets[i];
    }
    for (size_t i = 0; i < count; i++) {
        const uint32_t *start = &index->lists[buckets[i].bucket];
        bool stop = (start[0] & HXP_STOP_LIST) != 0;
        buckets[i].bytes =
            stop ? UINT32_MAX
                 : (start[1] & ~HXP_STOP_LIST) - (start[0] & ~HXP_STOP_LIST);
    }
    qsort(buckets, count, sizeof *buckets, rarest_first);
    return count;
}

/** The fewest words that a text can have that is like enough. */
static size_t fewest_words(const hxp_finder *finder, size_t words)
{
    return words - hxp_find_most(finder, words);
}

/** The most words that such a text can have. */
static size_t most_words(const hxp_finder *finder, size_t words)
{
    size_t most = words;
    while (most < HXP_LENGTH_LIMIT &&
           most + 1 - words <= hxp_find_most(finder, most + 1))
        most++;
    return most;
}

/** Whether the lists that must be looked through, of so many words that are
 * left, take longer than comparing all texts of about as many words. */
static bool is_slower(const search *self, const query_bucket *buckets,
                      size_t count, size_t left)
{
    uint64_t bytes = 0, all = self->high - self->low;
    size_t fewest = fewest_words(self->finder, self->words);
    for (size_t i = 0; i < count && left >= fewest && left > 0; i++) {
        if (buckets[i].bytes == UINT32_MAX)
            return true;
        bytes += buckets[i].bytes;
        left -= buckets[i].words;
    }
    return bytes > all;
}

/** Look through lists until what is left cannot be enough. */
static hxp_status try_lists(search *self, const query_bucket *buckets,
                            size_t count, hxp_error *error)
{
    const hxp_finder *finder = self->finder;
    size_t left = self->words;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        /* a text that is like enough has that many words of the query */
        size_t fewest = fewest_words(finder, self->words);
        if (left < fewest || left == 0)
            break;
        begin_candidates(self, fewest);
        self->low = finder->index->word_starts[fewest];
        self->high =
            finder->index->word_starts[most_words(finder, self->words) + 1];
        if (buckets[i].bytes == UINT32_MAX ||
            (i > 0 && is_slower(self, buckets + i, count - i, left)))
            return try_all(self, error);
        status = try_list(self, buckets[i].bucket, error);
        left -= buckets[i].words;
    }
    return status;
}

/** Make of the query's words what the index has of texts'. False: no memory. */
static bool make_rows(search *self)
{
    hxp_finder *finder = self->finder;
    const hxp_tokens *tokens = &finder->tokens;
    if (!hxp_array_reserve(&finder->numbers, &finder->number_room,
                           tokens->count, sizeof *finder->numbers))
        return false;
    uint8_t *symbols = (uint8_t *)finder->numbers;
    for (size_t i = 0; i < tokens->count; i++) {
        symbols[i] = hxp_token_symbol(&tokens->items[i]);
        hxp_pair_add(&self->sets, 0, symbols[i]);
    }
    return hxp_rows_make(&finder->word_rows, symbols, tokens->count);
}

hxp_status hxp_find_by_words(hxp_finder *finder, hxp_error *error)
{
    search self = { .finder = finder, .words = finder->tokens.count };
    if (self.words == 0)
        return HXP_OK;
    query_bucket *buckets = calloc(self.words, sizeof *buckets);
    if (!buckets || !make_rows(&self) ||
        !hxp_array_reserve(&finder->positions, &finder->position_room, WAITING,
                           sizeof *finder->positions)) {
        free(buckets);
        return hxp_no_memory(error);
    }
    size_t count = find_buckets(buckets, finder);
    hxp_status status = try_lists(&self, buckets, count, error);
    free(buckets);
    return status;
}
