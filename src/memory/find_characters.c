/* find_characters.c - texts alike by characters: signatures sieve all texts of
 * about the same length, then pairs of letters those that are left; what still
 * is left is compared. */
#include "base/array.h"
#include "base/error.h"
#include "memory/find.h"
#include "memory/signature.h"

#include <stdlib.h>
#include <string.h>

/** A text that waits for being compared. */
typedef struct waiting_text {
    uint32_t position;
    const uint8_t *symbols;
} waiting_text;

/** Texts of a cell whose letters are enough. */
typedef struct sieved_cell {
    const hxp_cell *cell; /* NULL: there is none */
    uint32_t *positions;
    size_t count;
} sieved_cell;

/** A query on its way through the lengths. */
typedef struct sieve {
    hxp_finder *finder;
    hxp_letters letters;
    sieved_cell sieved; /* while their texts are on their way to the cache */
    size_t length;      /* of the texts that are compared now, ... */
    size_t most;        /* ... what is of use for them ... */
    size_t row;         /* ... and the room for each */
    waiting_text waiting[HXP_LANES];
    size_t count; /* of them */
} sieve;

/** Keep those of count positions whose class is wanted. */
static size_t keep_wanted(const hxp_finder *finder, uint32_t *positions,
                          size_t count)
{
    const bool *wanted = finder->wanted[finder->part];
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (wanted[hxp_index_class_of(finder->index, positions[i])])
            positions[kept++] = positions[i];
    return kept;
}

/** Set the largest distance that is of use: when the length or limit changes.
 */
static void set_most(sieve *self)
{
    size_t query = self->finder->query->count, length = self->length;
    self->most = hxp_find_most(self->finder, query > length ? query : length);
}

/** Compare the texts that wait, and judge those that are near. */
static hxp_status compare_waiting(sieve *self, hxp_error *error)
{
    hxp_finder *finder = self->finder;
    const uint8_t *texts[HXP_LANES];
    unsigned results[HXP_LANES];
    size_t count = self->count, most = self->most;
    self->count = 0;
    if (count == 0)
        return HXP_OK;
    for (size_t i = 0; i < HXP_LANES; i++)
        texts[i] = self->waiting[i < count ? i : 0].symbols;
    finder->kernels->distances(results, &finder->rows, texts, self->length,
                               (unsigned)most);
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++)
        if (results[i] <= most) {
            status = hxp_find_judge(finder, self->waiting[i].position, error);
            set_most(self);
        }
    return status;
}

/** Have the cache get as much of a text as is looked at as a rule. */
static void prefetch(const uint8_t *row, size_t size)
{
    enum { LINE = 64, LOOKED_AT = 128 };
    for (size_t i = 0; i < size && i < LOOKED_AT; i += LINE)
        __builtin_prefetch(row + i);
}

/** Let texts of a cell wait; as many as are compared at once are. */
static hxp_status add_waiting(sieve *self, const hxp_cell *cell,
                              const uint32_t *positions, size_t count,
                              hxp_error *error)
{
    enum { SOON = 8 };
    const hxp_index *index = self->finder->index;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        if (i + SOON < count)
            prefetch(hxp_index_row_at(index, cell, positions[i + SOON]),
                     hxp_cell_row(cell));
        uint8_t *room = self->finder->text + self->count * self->row;
        self->waiting[self->count++] =
            (waiting_text){ positions[i],
                            hxp_index_text(index, cell, positions[i], room) };
        if (self->count == HXP_LANES)
            status = compare_waiting(self, error);
    }
    return status;
}

/* --- Bigrams -------------------------------------------------------------- */

/** Diagonals that a way of at most most changes can touch. */
static hxp_diagonals diagonals_of(size_t query, size_t length, size_t most)
{
    ptrdiff_t end = (ptrdiff_t)query - (ptrdiff_t)length;
    ptrdiff_t apart = end < 0 ? -end : end, all = (ptrdiff_t)most;
    ptrdiff_t aside = all > apart ? (all - apart) / 2 : 0;
    return (hxp_diagonals){ (end < 0 ? end : 0) - aside,
                            (end > 0 ? end : 0) + aside };
}

/** The same, for the texts of both lengths and of those between them. */
static hxp_diagonals diagonals_between(const hxp_finder *finder, size_t a,
                                       size_t b)
{
    size_t query = finder->query->count;
    hxp_diagonals one =
        diagonals_of(query, a, hxp_find_most(finder, query > a ? query : a));
    hxp_diagonals two =
        diagonals_of(query, b, hxp_find_most(finder, query > b ? query : b));
    return (hxp_diagonals){ one.first < two.first ? one.first : two.first,
                            one.last > two.last ? one.last : two.last };
}

/** Make the bigrams for texts of a length, and of some that come after it. */
static bool make_bigrams(hxp_near_bigrams *near, const hxp_finder *finder,
                         size_t length, bool packed)
{
    enum { SHARE = 16, FEWEST = 4 };
    uint8_t codes[HXP_LENGTH_LIMIT];
    size_t query = finder->query->count, more = query / SHARE + FEWEST;
    for (size_t i = 0; i < query; i++)
        codes[i] = packed ? finder->index->packing.codes[finder->symbols[i]]
                          : finder->symbols[i] % HXP_CODES;
    near->bigrams.in_sets = finder->kernels->bigrams_in_sets;
    near->shortest = near->longest = length;
    if (length > query)
        near->longest += more;
    else
        near->shortest -= more < length ? more : length - 1;
    hxp_diagonals diagonals =
        diagonals_between(finder, near->shortest, near->longest);
    return hxp_bigrams_make(&near->bigrams, codes, query, near->longest,
                            diagonals);
}

/** The bigrams for texts of a length. NULL: no memory. */
static const hxp_bigrams *bigrams_for(hxp_finder *finder, size_t length,
                                      bool packed)
{
    hxp_near_bigrams *near = &finder->near_bigrams[packed];
    if (length > finder->query->count)
        near += 2;
    if ((length < near->shortest || length > near->longest) &&
        !make_bigrams(near, finder, length, packed))
        return NULL;
    return &near->bigrams;
}

enum { NEAR_BIGRAMS = 4 };

/** Forget the bigrams of other queries. False: no memory. */
static bool reset_bigrams(hxp_finder *finder)
{
    if (!finder->near_bigrams)
        finder->near_bigrams =
            calloc(NEAR_BIGRAMS, sizeof *finder->near_bigrams);
    for (size_t i = 0; finder->near_bigrams && i < NEAR_BIGRAMS; i++)
        finder->near_bigrams[i].longest = 0;
    return finder->near_bigrams != NULL;
}

void hxp_find_free_bigrams(hxp_finder *finder)
{
    for (size_t i = 0; finder->near_bigrams && i < NEAR_BIGRAMS; i++)
        hxp_bigrams_free(&finder->near_bigrams[i].bigrams);
    free(finder->near_bigrams);
    finder->near_bigrams = NULL;
}

/** Keep those of the texts that have enough bigrams of the query where it has
 * them: each change of a text spoils at most two of its pairs, and each
 * character of the query that it lacks but one. */
static hxp_status keep_near(sieved_cell *texts, const sieve *self,
                            hxp_error *error)
{
    hxp_finder *finder = self->finder;
    const hxp_cell *cell = texts->cell;
    size_t query = finder->query->count, length = cell->length;
    size_t most = self->most;
    size_t less = query > length ? query - length : 0;
    size_t spoilt = 2 * most > less ? 2 * most - less : 0;
    if (texts->count == 0 || spoilt + 1 >= length)
        return HXP_OK;
    bool packed = hxp_cell_is_packed(cell);
    const hxp_bigrams *bigrams = bigrams_for(finder, length, packed);
    if (!bigrams)
        return hxp_no_memory(error);
    hxp_code_rows rows = { finder->index->text + cell->text / 2, length, packed,
                           cell->first };
    texts->count = finder->kernels->bigrams(texts->positions, texts->count,
                                            &rows, bigrams, (unsigned)spoilt);
    return HXP_OK;
}

/* --- Lengths -------------------------------------------------------------- */

/**
 * How many letters of the shorter of query and text the longer one may lack
 * where most are changed: those by which it is longer are changed, too. Where
 * halves count, letters that cross the middle are lacked in one of them, but
 * each that does so from a text with a longer half was put in.
 */
static hxp_letter_limits letter_limits(size_t query, size_t length, size_t most)
{
    size_t shorter = query < length ? query : length;
    size_t longer = query + length - shorter;
    size_t first = longer / 2 - shorter / 2;
    size_t second = longer - shorter - first;
    return (hxp_letter_limits){ (unsigned)(most - (longer - shorter)),
                                (unsigned)(most -
                                           (first < second ? first : second)) };
}

/** Go on with the texts that are sieved; those that are left wait. */
static hxp_status sieve_again(sieve *self, hxp_error *error)
{
    sieved_cell texts = self->sieved;
    self->sieved.cell = NULL;
    if (!texts.cell)
        return HXP_OK;
    hxp_status status = keep_near(&texts, self, error);
    if (status != HXP_OK)
        return status;
    texts.count = keep_wanted(self->finder, texts.positions, texts.count);
    return add_waiting(self, texts.cell, texts.positions, texts.count, error);
}

/** Sieve the texts of a cell by their letters, and have the cache get some;
 * meanwhile those of the cell before are sieved again. */
static hxp_status sieve_cell(sieve *self, const hxp_cell *cell,
                             hxp_error *error)
{
    enum { SOME = 24 };
    hxp_finder *finder = self->finder;
    const hxp_index *index = finder->index;
    size_t query = finder->query->count, length = cell->length;
    size_t count = hxp_cell_end(index, cell) - cell->first;
    size_t most = self->most;
    size_t apart = query > length ? query - length : length - query;
    if (most < apart)
        return HXP_OK;
    finder->turn = !finder->turn;
    hxp_position_room *room = &finder->sieved[finder->turn];
    if (!hxp_array_reserve(&room->positions, &room->room,
                           count + HXP_NUMBERS_BEHIND, sizeof *room->positions))
        return hxp_no_memory(error);
    hxp_signatures signatures = { index->signatures, cell->first,
                                  hxp_cell_end(index, cell), length > query };
    hxp_letter_limits limits = letter_limits(query, length, most);
    count = finder->kernels->letters(room->positions, &self->letters,
                                     &signatures, &limits);
    for (size_t i = 0; i < count && i < SOME; i++)
        prefetch(hxp_index_row_at(index, cell, room->positions[i]),
                 hxp_cell_row(cell));
    hxp_status status = sieve_again(self, error);
    self->sieved = (sieved_cell){ cell, room->positions, count };
    return status;
}

/** Have the cache get the first signatures of a cell. */
static void prefetch_signatures(const hxp_index *index, const hxp_cell *cell)
{
    size_t end = hxp_cell_end(index, cell);
    size_t block = cell->first / HXP_TOGETHER;
    for (int i = 0; i < HXP_BLOCKS_SOON && block * HXP_TOGETHER < end;
         i++, block++)
        hxp_prefetch_signatures(
            hxp_block_at(index->signatures, block * HXP_TOGETHER));
}

/** Look at all texts of a length. */
static hxp_status sieve_length(sieve *self, size_t length, hxp_error *error)
{
    hxp_finder *finder = self->finder;
    const hxp_index *index = finder->index;
    hxp_status status = HXP_OK;
    self->length = length;
    set_most(self);
    self->row = length + HXP_UNPACKED_BEHIND;
    self->count = 0;
    if (!hxp_array_reserve(&finder->text, &finder->text_room,
                           HXP_LANES * self->row, 1))
        return hxp_no_memory(error);
    uint32_t end = index->length_starts[length + 1];
    for (uint32_t i = index->length_starts[length]; status == HXP_OK && i < end;
         i++) {
        if (i + 1 < end)
            prefetch_signatures(index, &index->cells[index->by_length[i + 1]]);
        status = sieve_cell(self, &index->cells[index->by_length[i]], error);
    }
    if (status == HXP_OK)
        status = sieve_again(self, error);
    return status == HXP_OK ? compare_waiting(self, error) : status;
}

/** Whether a text of this length can be like enough. */
static bool is_near(const hxp_finder *finder, size_t length)
{
    size_t query = finder->query->count;
    size_t longer = query > length ? query : length;
    size_t apart = longer - (query < length ? query : length);
    return length > 0 && length <= HXP_LENGTH_LIMIT &&
           apart <= hxp_find_most(finder, longer);
}

hxp_status hxp_find_by_characters(hxp_finder *finder, hxp_error *error)
{
    size_t count = finder->query->count;
    sieve self = { .finder = finder };
    if (!reset_bigrams(finder))
        return hxp_no_memory(error);
    uint8_t of[256];
    hxp_letter_counts counts;
    hxp_signature_classes(of, &finder->index->packing);
    hxp_letters_count(&counts, of, finder->symbols, count);
    hxp_letters_make(&self.letters, &counts);
    hxp_status status = sieve_length(&self, count, error);
    /* the nearest lengths first: what they give makes the limit smaller */
    for (size_t apart = 1; status == HXP_OK; apart++) {
        bool shorter = apart < count && is_near(finder, count - apart);
        bool longer = is_near(finder, count + apart);
        if (!shorter && !longer)
            break;
        if (shorter)
            status = sieve_length(&self, count - apart, error);
        if (status == HXP_OK && longer)
            status = sieve_length(&self, count + apart, error);
    }
    return status;
}
