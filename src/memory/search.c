/* search.c - concordance: goes through all symbols of a language's texts for
 * the two characters of a phrase that are rarest together, then compares. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "memory/match.h"
#include "memory/placed.h"
#include "memory/scope.h"
#include "model/pack.h"
#include "text/regex.h"

#include <hexapla/text.h>

#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 1 << 16 }; /* bytes that tell how often each is there */

/** Symbols that an item of the phrase may be. */
typedef struct symbol_set {
    bool has[256];
} symbol_set;

/** An occurrence and where it comes in the order of all. */
typedef struct ranked {
    hxp_occurrence occurrence;
    hxp_cell cell; /* words and length */
} ranked;

struct hxp_search {
    hxp_search_options options;
    hxp_lookup_options scoped; /* the same for the scope */
    hxp_arena arena;
    hxp_scope scope;
    hxp_caseless *caseless;
    uint32_t often[HXP_FIND_PARTS][256]; /* symbols in samples */

    /* what is searched for */
    hxp_wanted_phrase phrase;
    symbol_set *sets; /* of its characters, for the part in work */
    size_t set_room;
    hxp_pair_sets pair;
    size_t pair_at;
    hxp_regex *regex;

    hxp_placed placed;
    hxp_arena units; /* what was found lies here */
    hxp_buffer bytes;
    ranked *found;
    size_t count, room;
    hxp_occurrence *items;
    size_t item_room;
    int64_t *ids; /* of texts that an expression fits */
    size_t id_count, id_room;
};

/* --- Units ---------------------------------------------------------------- */

/** A unit that is looked at. */
typedef struct looking {
    hxp_search *search;
    hxp_cell cell;    /* words and length of the text that was found */
    hxp_str language; /* its tag; empty: any of the language searched in */
    int64_t memory;
} looking;

/** Whether a variant has what is searched for; *span tells where. */
static hxp_status has_it(bool *has, hxp_span *span, hxp_search *search,
                         const hxp_variant *variant, hxp_error *error)
{
    hxp_status status;
    if (search->options.regex) {
        status = hxp_regex_find(&span->start, &span->end, search->regex,
                                variant->content.text, error);
        *has = status == HXP_OK && span->end > 0;
        return status;
    }
    status = hxp_placed_make(&search->placed, search->caseless,
                             variant->content.text, error);
    *has = status == HXP_OK && hxp_placed_find(span, &search->placed);
    return status;
}

/** Keep a copy of the unit, variant number i of which has it at span. */
static hxp_status keep(const looking *at, const hxp_unit *unit, size_t i,
                       hxp_span span, hxp_error *error)
{
    hxp_search *search = at->search;
    hxp_unit *copy = hxp_arena_alloc(&search->units, 1, sizeof *copy);
    hxp_str bytes;
    search->bytes.len = 0;
    if (!copy || !hxp_unit_pack(&search->bytes, unit) ||
        !hxp_arena_copy(&bytes, &search->units,
                        hxp_buffer_str(&search->bytes)) ||
        !hxp_unit_unpack(copy, &search->units, bytes) ||
        !hxp_array_reserve(&search->found, &search->room, search->count + 1,
                           sizeof *search->found))
        return hxp_no_memory(error);
    hxp_occurrence occurrence = {
        .unit = copy,
        .text = &copy->variants[i],
        .translation = hxp_match_target(copy, &copy->variants[i],
                                        hxp_str_of(search->options.other)),
        .memory = hxp_scope_memory(&search->scope, at->memory),
        .start = span.start,
        .end = span.end,
    };
    if (occurrence.translation)
        search->found[search->count++] = (ranked){ occurrence, at->cell };
    return HXP_OK;
}

/** Whether this text of the unit was found before. */
static bool is_found(const hxp_search *search, const hxp_unit *unit, size_t i)
{
    for (size_t k = search->count; k-- > 0;) {
        const hxp_occurrence *it = &search->found[k].occurrence;
        if (it->unit->number == unit->number &&
            it->text == &it->unit->variants[i])
            return true;
    }
    return false;
}

static hxp_status take_unit(void *context, const hxp_unit *unit, int64_t memory,
                            hxp_error *error)
{
    looking *at = context;
    hxp_search *search = at->search;
    hxp_status status = HXP_OK;
    at->memory = memory;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        hxp_span span = { 0, 0 };
        bool meant =
            at->language.len > 0
                ? hxp_str_equal(variant->language, at->language)
                : hxp_match_language(variant->language,
                                     hxp_str_of(search->options.language));
        bool has = false;
        if (!meant || is_found(search, unit, i))
            continue;
        status = has_it(&has, &span, search, variant, error);
        if (status == HXP_OK && has)
            return keep(at, unit, i, span, error);
    }
    return status;
}

/* --- Phrases in an index -------------------------------------------------- */

/** A row of symbols. */
typedef struct symbol_text {
    hxp_phrase_text text;
    const hxp_search *search;
    const uint8_t *symbols;
    const bool *joins;
} symbol_text;

static bool symbol_fits(const hxp_phrase_text *text, size_t item, size_t at)
{
    const symbol_text *row = (const symbol_text *)text;
    return row->search->sets[item].has[row->symbols[at]];
}

static bool symbol_joins(const hxp_phrase_text *text, size_t at)
{
    const symbol_text *row = (const symbol_text *)text;
    return row->joins[row->symbols[at]];
}

/** The symbols that may be c, or one of its forms with accents. */
static void fill_set(symbol_set *set, const hxp_search *search,
                     const hxp_symbols *alphabet, uint32_t c)
{
    uint8_t symbol;
    hxp_characters one = { &c, 1, 1 };
    memset(set, 0, sizeof *set);
    hxp_symbols_encode(&symbol, alphabet, &one);
    set->has[symbol] = true;
    if (search->phrase.accents)
        return;
    for (size_t i = 0; i < alphabet->count; i++)
        if (hxp_caseless_bare(search->caseless, alphabet->own[i] >> 8) == c)
            set->has[alphabet->own[i] & 0xFF] = true;
    if (hxp_character_kind_of(c) == HXP_CHARACTER_WORD)
        memset(&set->has[HXP_SHARED_WORD], true, 256 - HXP_SHARED_WORD);
}

static uint64_t often_in(const symbol_set *set, const uint32_t *often)
{
    uint64_t sum = 1;
    for (size_t symbol = 0; symbol < 256; symbol++)
        if (set->has[symbol])
            sum += often[symbol];
    return sum;
}

/**
 * Choose the two characters of the phrase's first run to look for: what has
 * the first of them costs something, too.
 */
static void choose_pair(hxp_search *search, const uint32_t *often)
{
    uint64_t least = UINT64_MAX;
    search->pair_at = 0;
    for (size_t i = 0; i + 1 < search->phrase.run; i++) {
        uint64_t together =
            often_in(&search->sets[i], often) *
            (often_in(&search->sets[i + 1], often) + SAMPLES / 100);
        if (together >= least)
            continue;
        least = together;
        search->pair_at = i;
    }
    memset(&search->pair, 0, sizeof search->pair);
    const symbol_set *sets = &search->sets[search->pair_at];
    for (unsigned symbol = 0; symbol < 256; symbol++) {
        if (sets[0].has[symbol])
            hxp_pair_add(&search->pair, 0, (uint8_t)symbol);
        if (search->phrase.run < 2 || sets[1].has[symbol])
            hxp_pair_add(&search->pair, 1, (uint8_t)symbol);
    }
}

/** Prepare the phrase for the symbols of an index. */
static hxp_status prepare(hxp_search *search, size_t part, hxp_error *error)
{
    const hxp_index *index = &search->scope.following.parts[part];
    const hxp_characters *characters = &search->phrase.characters;
    if (!hxp_array_reserve(&search->sets, &search->set_room,
                           characters->count + 1, sizeof *search->sets))
        return hxp_no_memory(error);
    for (size_t i = 0; i < characters->count; i++)
        fill_set(&search->sets[i], search, &index->alphabet,
                 characters->items[i]);
    choose_pair(search, search->often[part]);
    return HXP_OK;
}

/** The symbols of letters; those of several characters may be none. */
static void fill_joins(bool joins[256], const hxp_symbols *alphabet)
{
    for (unsigned symbol = 0; symbol < 256; symbol++)
        joins[symbol] = alphabet->kinds[symbol] == HXP_CHARACTER_WORD &&
                        !hxp_symbol_is_shared((uint8_t)symbol);
    for (size_t i = 0; i < alphabet->count; i++)
        joins[alphabet->own[i] & 0xFF] =
            hxp_character_joins(alphabet->own[i] >> 8);
}

/** Texts of an index on the way through them. */
typedef struct passing {
    hxp_search *search;
    const hxp_index *index;
    const bool *wanted;
    bool joins[256];
    const hxp_cell *cell;
} passing;

/** Whether what stands beside the pair at byte at of all may be the phrase's.
 */
static bool may_be(const hxp_search *search, const uint8_t *text, uint64_t at)
{
    size_t item = search->pair_at, run = search->phrase.run;
    const symbol_set *sets = search->sets;
    return (item + 2 >= run || sets[item + 2].has[text[at + 2]]) &&
           (item + 3 >= run || sets[item + 3].has[text[at + 3]]) &&
           (item < 1 || (at >= 1 && sets[item - 1].has[text[at - 1]])) &&
           (item < 2 || (at >= 2 && sets[item - 2].has[text[at - 2]]));
}

/**
 * Look at the text that has the pair at byte *at of all; *at moves on, behind
 * the text if it was found.
 */
static hxp_status look_at(passing *self, uint64_t *at, hxp_error *error)
{
    hxp_search *search = self->search;
    const hxp_following *following = &search->scope.following;
    const hxp_index *index = self->index;
    const hxp_cell *last = index->cells + index->header.cells - 1;
    while (self->cell < last && self->cell[1].text <= *at)
        self->cell++;
    const hxp_cell *cell = self->cell;
    uint32_t row = (uint32_t)((*at - cell->text) / cell->length);
    uint32_t position = cell->first + row;
    size_t column = (size_t)((*at - cell->text) % cell->length);
    symbol_text text = { { cell->length, symbol_fits, symbol_joins },
                         search,
                         hxp_index_text(index, cell, position),
                         self->joins };
    size_t number = hxp_index_class_of(index, position);
    uint32_t id = index->ids[position];
    *at += 1;
    if (column < search->pair_at || !self->wanted[number] ||
        hxp_phrase_end(&search->phrase, &text.text, column - search->pair_at) ==
            HXP_NOWHERE ||
        hxp_find_is_removed(following->removed, following->removed_count, id))
        return HXP_OK;
    looking it = { .search = search,
                   .cell = *cell,
                   .language = index->classes[number].language };
    size_t before = search->count;
    hxp_store *store = search->scope.store;
    hxp_status status = store->calls->fetch(store, id, take_unit, &it, error);
    if (search->count > before)
        *at = cell->text + (uint64_t)(row + 1) * cell->length;
    return status;
}

/** Find what an index has of the phrase, in the order of its texts. */
static hxp_status search_part(hxp_search *search, size_t part, hxp_error *error)
{
    passing self = { .search = search,
                     .index = &search->scope.following.parts[part],
                     .wanted = search->scope.wanted[part] };
    const hxp_index *index = self.index;
    size_t most = search->count + search->options.top;
    if (!index->bytes || index->header.texts == 0)
        return HXP_OK;
    hxp_status status = prepare(search, part, error);
    self.cell = index->cells;
    fill_joins(self.joins, &index->alphabet);
    for (uint64_t at = 0; status == HXP_OK && search->count < most;) {
        size_t left = (size_t)(index->header.text_bytes - at);
        size_t next =
            hxp_kernels_at(0)->pair(index->text + at, left, &search->pair);
        if (next == left)
            break;
        at += next;
        /* a hash stands behind all texts, so there is something to see */
        if (may_be(search, index->text, at))
            status = look_at(&self, &at, error);
        else
            at++;
    }
    return status;
}

static int by_rank(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->cell.words != y->cell.words)
        return x->cell.words < y->cell.words ? -1 : 1;
    if (x->cell.length != y->cell.length)
        return x->cell.length < y->cell.length ? -1 : 1;
    size_t m = x->occurrence.unit->number, n = y->occurrence.unit->number;
    return (m > n) - (m < n);
}

static hxp_status search_phrase(hxp_search *search, hxp_str text,
                                hxp_error *error)
{
    hxp_status status = hxp_phrase_make(&search->phrase, search->caseless, text,
                                        search->options.accents, error);
    search->placed.phrase = &search->phrase;
    for (size_t part = 0; status == HXP_OK && part < HXP_FIND_PARTS; part++)
        status = search_part(search, part, error);
    if (status == HXP_OK && search->count > 0)
        qsort(search->found, search->count, sizeof *search->found, by_rank);
    return status;
}

/* --- Regular expressions -------------------------------------------------- */

static hxp_status try_text(void *context, const hxp_store_text *text,
                           hxp_error *error)
{
    hxp_search *search = context;
    size_t start, end;
    if (!hxp_match_language(text->language,
                            hxp_str_of(search->options.language)) ||
        (search->options.memory &&
         !hxp_str_is(hxp_scope_memory(&search->scope, text->memory),
                     search->options.memory)))
        return HXP_OK;
    hxp_status status =
        hxp_regex_find(&start, &end, search->regex, text->text, error);
    if (status != HXP_OK || end == 0)
        return status;
    if (!hxp_array_reserve(&search->ids, &search->id_room, search->id_count + 1,
                           sizeof *search->ids))
        return hxp_no_memory(error);
    search->ids[search->id_count++] = text->unit;
    return HXP_OK;
}

static hxp_status search_regex(hxp_search *search, hxp_str text,
                               hxp_error *error)
{
    hxp_store *store = search->scope.store;
    looking it = { .search = search };
    hxp_regex_free(search->regex);
    search->id_count = 0;
    hxp_status status = hxp_regex_new(&search->regex, text, true, error);
    if (status == HXP_OK)
        status = store->calls->scan(store, 0, try_text, search, error);
    for (size_t i = 0; status == HXP_OK && i < search->id_count &&
                       search->count < search->options.top;
         i++)
        status =
            store->calls->fetch(store, search->ids[i], take_unit, &it, error);
    return status;
}

/* --- Searching ------------------------------------------------------------ */

hxp_status hxp_search_find(const hxp_occurrence **items, size_t *count,
                           hxp_search *search, hxp_str text, hxp_error *error)
{
    search->count = 0;
    hxp_arena_reset(&search->units);
    *count = 0;
    if (text.len == 0)
        return hxp_fail(error, HXP_EINPUT, "there is nothing to search for");
    hxp_status status = search->options.regex
                            ? search_regex(search, text, error)
                            : search_phrase(search, text, error);
    if (search->count > search->options.top)
        search->count = search->options.top;
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&search->items, &search->item_room,
                           search->count + 1, sizeof *search->items))
        return hxp_no_memory(error);
    for (size_t i = 0; i < search->count; i++)
        search->items[i] = search->found[i].occurrence;
    *items = search->items;
    *count = search->count;
    return HXP_OK;
}

/** See how often each symbol is there. */
static void sample(uint32_t often[256], const hxp_index *index)
{
    if (!index->bytes)
        return;
    size_t step = (size_t)(index->header.text_bytes / SAMPLES) + 1;
    for (uint64_t at = 0; at < index->header.text_bytes; at += step)
        often[index->text[at]]++;
}

static hxp_status open_search(hxp_search *search, hxp_error *error)
{
    const hxp_search_options *options = &search->options;
    hxp_str language, other, memory = HXP_STR("");
    if ((options->memory && !hxp_arena_copy(&memory, &search->arena,
                                            hxp_str_of(options->memory))) ||
        !hxp_arena_copy(&language, &search->arena,
                        hxp_str_of(options->language)) ||
        !hxp_arena_copy(&other, &search->arena, hxp_str_of(options->other)))
        return hxp_no_memory(error);
    search->options.language = search->scoped.from = language.ptr;
    search->options.other = search->scoped.to = other.ptr;
    if (options->memory)
        search->options.memory = search->scoped.memory = memory.ptr;
    hxp_status status = hxp_caseless_new(&search->caseless, error);
    if (status == HXP_OK)
        status = hxp_scope_open(&search->scope, &search->scoped, error);
    for (size_t part = 0; status == HXP_OK && part < HXP_FIND_PARTS; part++)
        sample(search->often[part], &search->scope.following.parts[part]);
    return status;
}

hxp_status hxp_search_new(hxp_search **out, hxp_memory *memory,
                          const hxp_search_options *options, hxp_error *error)
{
    hxp_search *search = calloc(1, sizeof *search);
    *out = NULL;
    if (!search)
        return hxp_no_memory(error);
    search->scope.store = memory->store;
    search->options = *options;
    hxp_status status = open_search(search, error);
    if (status == HXP_OK)
        *out = search;
    else
        hxp_search_free(search);
    return status;
}

void hxp_search_free(hxp_search *search)
{
    if (!search)
        return;
    hxp_scope_free(&search->scope);
    hxp_caseless_free(search->caseless);
    hxp_phrase_free(&search->phrase);
    hxp_regex_free(search->regex);
    hxp_placed_free(&search->placed);
    hxp_buffer_free(&search->bytes);
    hxp_arena_free(&search->units);
    hxp_arena_free(&search->arena);
    free(search->sets);
    free(search->found);
    free(search->items);
    free(search->ids);
    free(search);
}
