/* lookup.c - looks up queries: finds hits, fetches their units, ranks them. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "memory/match.h"
#include "memory/scope.h"
#include "model/pack.h"

#include <stdlib.h>
#include <string.h>

struct hxp_lookup {
    hxp_store *store;
    hxp_lookup_options options;
    hxp_arena arena; /* of what lives as long as the look-up */
    hxp_scope scope;
    hxp_finder finder;
    hxp_caseless *caseless;
    hxp_characters query;
    hxp_characters other; /* of a variant */
    hxp_buffer symbols;   /* of it */
    /* what was found; units lie in units, as bytes and as structs */
    hxp_arena units;
    hxp_buffer bytes;
    hxp_match *matches;
    size_t count, room;
};

/* --- Fetching ------------------------------------------------------------- */

/** Whether a variant has the symbols that a hit's index has. */
static hxp_status is_text_of(bool *is, hxp_lookup *lookup, const hxp_hit *hit,
                             const hxp_variant *variant, hxp_error *error)
{
    const hxp_index *index = &lookup->scope.following.parts[hit->part];
    const hxp_index_class *class = &index->classes[hit->class_number];
    hxp_characters *other = &lookup->other;
    const hxp_cell *cell = hxp_index_cell(index, hit->position);
    *is = false;
    if (!hxp_str_equal(variant->language, class->language) ||
        variant->content.text.len > HXP_BYTES_LIMIT)
        return HXP_OK;
    hxp_status status = hxp_caseless_make(other, lookup->caseless,
                                          variant->content.text, error);
    if (status != HXP_OK || other->count != cell->length)
        return status;
    lookup->symbols.len = 0;
    if (!hxp_buffer_reserve(&lookup->symbols, other->count))
        return hxp_no_memory(error);
    hxp_symbols_encode((uint8_t *)lookup->symbols.ptr, &index->alphabet, other);
    uint8_t room[HXP_TEXT_ROOM];
    *is = memcmp(lookup->symbols.ptr,
                 hxp_index_text(index, cell, hit->position, room),
                 cell->length) == 0;
    return HXP_OK;
}

/** Find the variant of unit that was hit; *out is NULL when it is not there. */
static hxp_status find_source(const hxp_variant **out, hxp_lookup *lookup,
                              const hxp_hit *hit, const hxp_unit *unit,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    *out = NULL;
    for (size_t i = 0; status == HXP_OK && !*out && i < unit->variant_count;
         i++) {
        bool is;
        status = is_text_of(&is, lookup, hit, &unit->variants[i], error);
        if (status == HXP_OK && is)
            *out = &unit->variants[i];
    }
    return status;
}

/** A hit whose unit is fetched. */
typedef struct fetching {
    hxp_lookup *lookup;
    const hxp_hit *hit;
    bool found;
    hxp_unit *unit; /* a copy in lookup->units, or NULL: not wanted */
    int64_t memory;
} fetching;

/** Leave the caseless text that was hit in lookup->other. */
static hxp_status take_text(void *context, const hxp_unit *unit, int64_t memory,
                            hxp_error *error)
{
    fetching *self = context;
    const hxp_variant *source;
    (void)memory;
    hxp_status status =
        find_source(&source, self->lookup, self->hit, unit, error);
    self->found = status == HXP_OK && source;
    return status;
}

/** Give the caseless text of a hit, for the finder. */
static hxp_status give_text(void *context, hxp_characters *characters,
                            const hxp_hit *hit, hxp_error *error)
{
    hxp_lookup *lookup = context;
    fetching self = { .lookup = lookup, .hit = hit };
    hxp_store *store = lookup->store;
    hxp_status status =
        store->calls->fetch(store, hit->id, take_text, &self, error);
    characters->count = 0;
    if (status != HXP_OK || !self.found)
        return status;
    if (!hxp_array_reserve(&characters->items, &characters->room,
                           lookup->other.count + 1, sizeof *characters->items))
        return hxp_no_memory(error);
    memcpy(characters->items, lookup->other.items,
           lookup->other.count * sizeof *characters->items);
    characters->count = lookup->other.count;
    return HXP_OK;
}

/** Copy a unit into lookup->units. */
static hxp_status take_unit(void *context, const hxp_unit *unit, int64_t memory,
                            hxp_error *error)
{
    fetching *self = context;
    hxp_lookup *lookup = self->lookup;
    hxp_str bytes;
    lookup->bytes.len = 0;
    if (!hxp_unit_pack(&lookup->bytes, unit) ||
        !hxp_arena_copy(&bytes, &lookup->units,
                        hxp_buffer_str(&lookup->bytes)) ||
        !hxp_unit_unpack(self->unit, &lookup->units, bytes))
        return hxp_no_memory(error);
    self->found = true;
    self->memory = memory;
    return HXP_OK;
}

/* --- Matches -------------------------------------------------------------- */

/** Take the penalties of a match off its score. */
static void punish(hxp_match *match, const hxp_lookup_options *options)
{
    for (int kind = 0; kind < HXP_PENALTIES; kind++) {
        unsigned points =
            hxp_match_penalty((hxp_penalty_kind)kind, match, options);
        points = points < match->score ? points : match->score;
        match->penalties[kind] = points;
        match->score -= points;
    }
}

/** Make the match of a hit; *found: it is one, and its score is enough. */
static hxp_status make_match(hxp_match *match, bool *found, hxp_lookup *lookup,
                             const hxp_hit *hit, hxp_error *error)
{
    hxp_store *store = lookup->store;
    hxp_unit *unit = hxp_arena_alloc(&lookup->units, 1, sizeof *unit);
    fetching self = { .lookup = lookup, .hit = hit, .unit = unit };
    *found = false;
    if (!unit)
        return hxp_no_memory(error);
    hxp_status status =
        store->calls->fetch(store, hit->id, take_unit, &self, error);
    if (status != HXP_OK || !self.found)
        return status;
    *match =
        (hxp_match){ .unit = unit,
                     .words = hxp_similarity(hit->words),
                     .characters = hxp_similarity(hit->characters),
                     .memory = hxp_scope_memory(&lookup->scope, self.memory) };
    status = find_source(&match->source, lookup, hit, unit, error);
    if (status != HXP_OK || !match->source)
        return status;
    match->target =
        hxp_match_target(unit, match->source, hxp_str_of(lookup->options.to));
    *found = match->target != NULL;
    return HXP_OK;
}

/** Add the matches of all hits; what is too low is left out. */
static hxp_status make_matches(hxp_lookup *lookup, const hxp_query *query,
                               hxp_error *error)
{
    const hxp_finder *finder = &lookup->finder;
    hxp_status status = HXP_OK;
    hxp_arena_reset(&lookup->units);
    lookup->count = 0;
    for (size_t i = 0; status == HXP_OK && i < finder->count; i++) {
        const hxp_hit *hit = &finder->hits[i];
        bool found;
        if (!hxp_array_reserve(&lookup->matches, &lookup->room,
                               lookup->count + 1, sizeof *lookup->matches))
            return hxp_no_memory(error);
        hxp_match *match = &lookup->matches[lookup->count];
        status = make_match(match, &found, lookup, hit, error);
        if (status != HXP_OK || !found)
            continue;
        match->score =
            hxp_match_score(hit, &query->content, &match->source->content);
        if (match->score == 100 && query->in_context) {
            unsigned common = 0;
            status =
                hxp_match_context(&common, lookup->store, match, query, error);
            match->score += common;
        }
        punish(match, &lookup->options);
        lookup->count += match->score >= lookup->options.min;
    }
    return status;
}

/** The highest scores first; of equals what finding has put first. */
static void rank(hxp_lookup *lookup)
{
    for (size_t i = 1; i < lookup->count; i++) {
        hxp_match match = lookup->matches[i];
        size_t at = i;
        for (; at > 0 && lookup->matches[at - 1].score < match.score; at--)
            lookup->matches[at] = lookup->matches[at - 1];
        lookup->matches[at] = match;
    }
    if (lookup->count > lookup->options.top)
        lookup->count = lookup->options.top;
}

/** Whether a hit that was not asked for could still be among the best. */
static bool may_miss(const hxp_lookup *lookup, size_t most)
{
    const hxp_finder *finder = &lookup->finder;
    if (finder->count < most)
        return false; /* there are no more */
    unsigned last = hxp_similarity(finder->hits[finder->count - 1].best);
    return lookup->count < lookup->options.top ||
           lookup->matches[lookup->count - 1].score < (last < 99 ? last : 99);
}

hxp_status hxp_lookup_find(const hxp_match **matches, size_t *count,
                           hxp_lookup *lookup, const hxp_query *query,
                           hxp_error *error)
{
    unsigned min = lookup->options.min < 100 ? lookup->options.min : 100;
    hxp_difference limit = { 100 - min, 100 };
    hxp_str text = query->content.text;
    size_t most = lookup->options.top;
    *count = 0;
    *matches = lookup->matches;
    if (text.len > HXP_BYTES_LIMIT || most == 0)
        return HXP_OK;
    /* 95 to 99 may be equal when caseless */
    hxp_status status =
        hxp_caseless_make(&lookup->query, lookup->caseless, text, error);
    for (bool again = true; status == HXP_OK && again; most *= 4) {
        status = hxp_find(&lookup->finder, &lookup->query, limit, most, error);
        if (status == HXP_OK)
            status = make_matches(lookup, query, error);
        if (status != HXP_OK)
            break;
        rank(lookup);
        again = may_miss(lookup, most);
    }
    *matches = lookup->matches;
    *count = status == HXP_OK ? lookup->count : 0;
    return status;
}

/* --- Making --------------------------------------------------------------- */

/** Let the finder look in the scope. */
static void set_finder(hxp_lookup *lookup)
{
    const hxp_following *following = &lookup->scope.following;
    hxp_finder *finder = &lookup->finder;
    for (size_t part = 0; part < HXP_FIND_PARTS; part++) {
        const hxp_index *index = &following->parts[part];
        finder->wanted[part] = lookup->scope.wanted[part];
        finder->parts[part] = index->bytes ? index : NULL;
    }
    finder->removed = following->removed;
    finder->removed_count = following->removed_count;
}

static hxp_status open_lookup(hxp_lookup *lookup, hxp_error *error)
{
    const hxp_lookup_options *options = &lookup->options;
    hxp_str from, to;
    /* tags are the caller's */
    if (!hxp_arena_copy(&from, &lookup->arena, hxp_str_of(options->from)) ||
        !hxp_arena_copy(&to, &lookup->arena, hxp_str_of(options->to)))
        return hxp_no_memory(error);
    lookup->options.from = from.ptr;
    lookup->options.to = to.ptr;
    hxp_status status = hxp_caseless_new(&lookup->caseless, error);
    if (status == HXP_OK)
        status = hxp_scope_open(&lookup->scope, options, error);
    set_finder(lookup);
    return status;
}

hxp_status hxp_lookup_new(hxp_lookup **out, hxp_memory *memory,
                          const hxp_lookup_options *options, hxp_error *error)
{
    hxp_lookup *lookup = calloc(1, sizeof *lookup);
    *out = NULL;
    if (!lookup)
        return hxp_no_memory(error);
    lookup->store = lookup->scope.store = memory->store;
    lookup->options = *options;
    lookup->finder = (hxp_finder){ .kernels = hxp_kernels_at(0),
                                   .give = give_text,
                                   .context = lookup,
                                   .all_equal = true,
                                   .by = options->by };
    hxp_status status = open_lookup(lookup, error);
    lookup->options.memory = NULL; /* the caller's; no longer needed */
    if (status == HXP_OK)
        *out = lookup;
    else
        hxp_lookup_free(lookup);
    return status;
}

void hxp_lookup_free(hxp_lookup *lookup)
{
    if (!lookup)
        return;
    hxp_finder_free(&lookup->finder);
    hxp_scope_free(&lookup->scope);
    hxp_caseless_free(lookup->caseless);
    hxp_characters_free(&lookup->query);
    hxp_characters_free(&lookup->other);
    hxp_buffer_free(&lookup->symbols);
    hxp_buffer_free(&lookup->bytes);
    hxp_arena_free(&lookup->units);
    hxp_arena_free(&lookup->arena);
    free(lookup->matches);
    free(lookup);
}
