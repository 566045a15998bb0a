/* add.c - a sink that adds a file of units: which of them are new? */
#include "base/array.h"
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "memory/hash.h"
#include "memory/store.h"
#include "model/pack.h"
#include "model/source.h"

#include <stdlib.h>

typedef struct adding {
    hxp_unit_sink sink;
    hxp_store *store;
    const char *name;
    hxp_memory_counts *counts;
    hxp_memory_counts own; /* of this file */
    int64_t memory;
    bool open; /* a transaction is */
    hxp_source source;
    bool other_source; /* the file's source language is not the memory's */
    hxp_hash_map seen; /* keys of this file: how many units have it */
    hxp_buffer bytes;
    uint64_t previous; /* hash of the source before */
} adding;

/* --- Hashes --------------------------------------------------------------- */

/** Hash what stands beside the texts. */
static bool hash_extra(hxp_hasher *hasher, hxp_buffer *bytes,
                       const hxp_extra *extra)
{
    bytes->len = 0;
    if (!hxp_extra_pack(bytes, extra))
        return false;
    hxp_hasher_add(hasher, hxp_buffer_str(bytes));
    return true;
}

static bool hash_variant_extra(hxp_hasher *hasher, hxp_buffer *bytes,
                               const hxp_variant *variant)
{
    hxp_extra extra = { variant->attributes, variant->remarks,
                        variant->segment_attributes };
    return hash_extra(hasher, bytes, &extra);
}

/** Hash all texts, or of a unit with an id: the id and its source. */
static bool hash_key(uint64_t *key, adding *self, const hxp_unit *unit,
                     uint64_t texts)
{
    const hxp_variant *source = hxp_source_of(&self->source, unit);
    hxp_hasher hasher = HXP_HASHER_INIT;
    if (unit->id.len == 0 || !source) {
        *key = texts;
        return true;
    }
    hxp_hasher_add(&hasher, unit->id);
    if (!hxp_hash_variant(&hasher, &self->bytes, source))
        return false;
    *key = hxp_hasher_finish(&hasher).words[0];
    return true;
}

static bool make_prints(hxp_prints *prints, adding *self, const hxp_unit *unit)
{
    hxp_hasher texts = HXP_HASHER_INIT, whole = HXP_HASHER_INIT;
    hxp_extra extra = { unit->attributes, unit->remarks, { NULL, 0 } };
    hxp_hasher_add(&whole, unit->id);
    hxp_hasher_add(&whole, unit->source_language);
    if (!hash_extra(&whole, &self->bytes, &extra))
        return false;
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (!hxp_hash_variant(&texts, &self->bytes, variant) ||
            !hash_variant_extra(&whole, &self->bytes, variant))
            return false;
    }
    prints->texts = hxp_hasher_finish(&texts).words[0];
    hxp_hasher_number(&whole, prints->texts);
    prints->whole = hxp_hasher_finish(&whole).words[0];
    return hash_key(&prints->key, self, unit, prints->texts);
}

/* --- Units ---------------------------------------------------------------- */

/** Store unit as the store already has it, or not. */
static hxp_status put_unit(adding *self, hxp_store_unit *unit, uint32_t *seen,
                           hxp_error *error)
{
    const hxp_store_calls *calls = self->store->calls;
    const hxp_stored *items, *old = NULL;
    size_t count;
    hxp_status status = calls->find(&items, &count, self->store, unit, error);
    if (status != HXP_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        bool equal = items[i].whole == unit->prints.whole;
        if (items[i].occurrence < *seen && equal) {
            self->own.skipped++; /* twice in this file */
            return HXP_OK;
        }
        if (items[i].occurrence == *seen)
            old = &items[i];
    }
    unit->occurrence = (*seen)++;
    if (old && old->whole == unit->prints.whole) {
        self->own.same++;
        return HXP_OK;
    }
    if (old) {
        self->own.updated++;
        return calls->replace(self->store, old, unit, error);
    }
    self->own.added++;
    return calls->insert(self->store, unit, error);
}

/** Whether unit has text in two languages at least. */
static bool is_of_use(const hxp_unit *unit)
{
    size_t texts = 0;
    for (size_t i = 0; i < unit->variant_count; i++)
        texts += unit->variants[i].content.text.len > 0;
    return texts >= 2;
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *given,
                           hxp_error *error)
{
    adding *self = (adding *)sink;
    hxp_unit own = *given;
    const hxp_unit *unit = &own;
    hxp_store_unit stored = { .memory = self->memory,
                              .previous = self->previous,
                              .unit = unit };
    bool found;
    const hxp_variant *source = hxp_source_of(&self->source, unit);
    if (self->other_source && own.source_language.len == 0)
        own.source_language = self->source.language;
    self->previous = source ? hxp_hash_source(source->content.text) : 0;
    if (!is_of_use(unit)) {
        self->own.skipped++;
        return HXP_OK;
    }
    if (!make_prints(&stored.prints, self, unit))
        return hxp_no_memory(error);
    hxp_hash key = { { stored.prints.key, stored.prints.key } };
    uint32_t *seen = hxp_hash_map_add(&self->seen, key, &found);
    if (!seen)
        return hxp_no_memory(error);
    return put_unit(self, &stored, seen, error);
}

/* --- The sink ------------------------------------------------------------- */

/** See whether the memory, once found, has the file's source language. */
static hxp_status compare_source(void *context, const hxp_store_memory *memory,
                                 hxp_error *error)
{
    adding *self = context;
    (void)error;
    if (memory->id == self->memory)
        self->other_source = !hxp_str_equal(memory->header.source_language,
                                            self->source.language);
    return HXP_OK;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    adding *self = (adding *)sink;
    hxp_store *store = self->store;
    hxp_status status = hxp_source_begin(&self->source, header, error);
    if (status == HXP_OK)
        status = store->calls->begin(store, error);
    if (status != HXP_OK)
        return status;
    self->open = true;
    status = store->calls->open_memory(&self->memory, store,
                                       hxp_str_of(self->name), header, error);
    if (status == HXP_OK)
        status = store->calls->memories(store, compare_source, self, error);
    return status;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    adding *self = (adding *)sink;
    hxp_status status = self->store->calls->commit(self->store, error);
    if (status != HXP_OK)
        return status;
    self->open = false;
    self->counts->added += self->own.added;
    self->counts->updated += self->own.updated;
    self->counts->same += self->own.same;
    self->counts->skipped += self->own.skipped;
    return HXP_OK;
}

static void close_adding(hxp_unit_sink *sink)
{
    adding *self = (adding *)sink;
    if (self->open)
        self->store->calls->abandon(self->store);
    hxp_source_free(&self->source);
    hxp_hash_map_free(&self->seen);
    hxp_buffer_free(&self->bytes);
    free(self);
}

hxp_status hxp_memory_add_new(hxp_unit_sink **out, hxp_memory *memory,
                              const char *name, hxp_memory_counts *counts,
                              hxp_error *error)
{
    adding *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->sink = (hxp_unit_sink){ begin, add_unit, end, close_adding };
    self->store = memory->store;
    self->name = name;
    self->counts = counts;
    *out = &self->sink;
    return HXP_OK;
}
