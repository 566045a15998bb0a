/* search.c - concordance: the texts of an index that may have a phrase, or all
 * texts of a store, and whether their units have what is searched for. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "memory/match.h"
#include "memory/own_tags.h"
#include "memory/phrase_scan.h"
#include "memory/placed.h"
#include "memory/scope.h"
#include "model/pack.h"
#include "text/regex.h"

#include <hexapla/text.h>

#include <stdlib.h>
#include <string.h>

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
    hxp_phrase_scan scans[HXP_FIND_PARTS];

    /* what is searched for */
    hxp_wanted_phrase phrase;
    hxp_regex *regex;

    hxp_placed placed;
    hxp_arena units; /* what was found lies here */
    hxp_buffer bytes;
    ranked *found;
    size_t count, room;
    hxp_occurrence *items;
    size_t item_room;
    hxp_own_tags tags; /* of the texts an expression was tried on */
    int64_t *ids;      /* of texts that an expression fits */
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

/* --- Phrases -------------------------------------------------------------- */

/** Find what an index has of the phrase, in the order of its texts. */
static hxp_status search_part(hxp_search *search, size_t part, hxp_error *error)
{
    const hxp_following *following = &search->scope.following;
    const hxp_index *index = &following->parts[part];
    const hxp_store_calls *calls = search->scope.store->calls;
    hxp_phrase_scan *scan = &search->scans[part];
    size_t most = search->count + search->options.top;
    hxp_status status = hxp_phrase_scan_set(scan, &search->phrase, error);
    while (status == HXP_OK && search->count < most) {
        const hxp_cell *cell;
        uint32_t position;
        status = hxp_phrase_scan_next(&position, &cell, scan, error);
        if (status != HXP_OK || !cell)
            break;
        size_t number = hxp_index_class_of(index, position);
        uint32_t id = hxp_index_id(index, position);
        looking it = { .search = search,
                       .cell = *cell,
                       .language = index->classes[number].language };
        if (search->scope.wanted[part][number] &&
            !hxp_find_is_removed(following->removed, following->removed_count,
                                 id))
            status =
                calls->fetch(search->scope.store, id, take_unit, &it, error);
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
    uint32_t tag = 0;
    if (!hxp_own_tags_number(&tag, &search->tags, text->language))
        return hxp_no_memory(error);
    if (!search->tags.own[tag] ||
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
    search->tags.language = language.ptr;
    search->options.other = search->scoped.to = other.ptr;
    if (options->memory)
        search->options.memory = search->scoped.memory = memory.ptr;
    hxp_status status = hxp_caseless_new(&search->caseless, error);
    if (status == HXP_OK)
        status = hxp_scope_open(&search->scope, &search->scoped, error);
    for (size_t part = 0; status == HXP_OK && part < HXP_FIND_PARTS; part++)
        status = hxp_phrase_scan_open(&search->scans[part],
                                      &search->scope.following.parts[part],
                                      search->caseless, error);
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
    for (size_t part = 0; part < HXP_FIND_PARTS; part++)
        hxp_phrase_scan_free(&search->scans[part]);
    hxp_scope_free(&search->scope);
    hxp_caseless_free(search->caseless);
    hxp_phrase_free(&search->phrase);
    hxp_regex_free(search->regex);
    hxp_placed_free(&search->placed);
    hxp_buffer_free(&search->bytes);
    hxp_arena_free(&search->units);
    hxp_arena_free(&search->arena);
    hxp_own_tags_free(&search->tags);
    free(search->found);
    free(search->items);
    free(search->ids);
    free(search);
}
