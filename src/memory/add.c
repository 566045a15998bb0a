/* add.c - a sink that adds a file of units: which of them are new? */
#include "base/array.h"
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "memory/hash.h"
#include "memory/store.h"
#include "model/header.h"
#include "model/inherit.h"
#include "model/pack.h"
#include "model/source.h"

#include <stdlib.h>

enum {
    BATCH_UNITS = 1000, /* that the store is asked about at once */
    BATCH_BYTES = 1 << 20
};

/** A unit on its way into the store. */
typedef struct waiting_unit {
    size_t start, end; /* of it, packed */
    uint64_t previous; /* hash of the source before */
    hxp_unit unit;
    hxp_prints prints;
} waiting_unit;

typedef struct adding {
    hxp_unit_sink sink;
    hxp_store *store;
    const char *name;
    hxp_memory_counts *counts;
    hxp_memory_counts own; /* of this file */
    hxp_header_copy header;
    int64_t memory;
    bool is_new; /* the memory: it has units of this file alone */
    bool open;   /* a transaction is */
    hxp_source source;
    hxp_inherit inherit; /* to the memory's header, from the file's */
    hxp_hash_map seen;   /* keys of this file: how many units have it */
    hxp_buffer bytes;
    uint64_t previous; /* hash of the source before */
    size_t useless;    /* units */
    /* the batch */
    waiting_unit *waiting;
    uint64_t *keys;
    size_t count, room, key_room;
    hxp_buffer packed;
    hxp_arena arena;  /* of its units */
    bool is_only_one; /* there is no other batch, as far as is known */
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

/* --- One unit ------------------------------------------------------------- */

/** Store unit as the store already has it, or not. */
static hxp_status put_unit(adding *self, hxp_store_unit *unit, uint32_t *seen,
                           hxp_error *error)
{
    const hxp_store_calls *calls = self->store->calls;
    const hxp_stored *items = NULL, *old = NULL;
    size_t count = 0;
    hxp_status status = HXP_OK;
    if (!self->is_new || *seen > 0)
        status = calls->find(&items, &count, self->store, unit, error);
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

/* --- Batches -------------------------------------------------------------- */

/** Find the memory; its header is that of the whole. */
static hxp_status find_memory(void *context, const hxp_store_memory *memory,
                              hxp_error *error)
{
    adding *self = context;
    if (!hxp_str_is(memory->name, self->name))
        return HXP_OK;
    self->memory = memory->id;
    return hxp_inherit_begin(&self->inherit, &memory->header)
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status open_transaction(adding *self, hxp_error *error)
{
    hxp_store *store = self->store;
    if (!self->is_only_one && store->calls->expect_much)
        store->calls->expect_much(store);
    hxp_status status = store->calls->begin(store, error);
    if (status != HXP_OK)
        return status;
    self->open = true;
    self->memory = 0;
    hxp_inherit_free(&self->inherit);
    status = store->calls->memories(store, find_memory, self, error);
    self->is_new = self->memory == 0;
    if (status == HXP_OK && self->is_new)
        status = store->calls->make_memory(&self->memory, store,
                                           hxp_str_of(self->name),
                                           &self->header.header, error);
    if (status == HXP_OK &&
        !hxp_inherit_begin(&self->inherit, &self->header.header))
        return hxp_no_memory(error);
    return status;
}

/** Unpack the units of the batch, and hash them. */
static hxp_status prepare_batch(adding *self, hxp_error *error)
{
    hxp_arena_reset(&self->arena);
    if (!hxp_array_reserve(&self->keys, &self->key_room, self->count,
                           sizeof *self->keys))
        return hxp_no_memory(error);
    for (size_t i = 0; i < self->count; i++) {
        waiting_unit *waiting = &self->waiting[i];
        hxp_unit *unit = &waiting->unit;
        hxp_str packed = hxp_str_part(hxp_buffer_str(&self->packed),
                                      waiting->start, waiting->end);
        if (!hxp_unit_unpack(unit, &self->arena, packed))
            return hxp_no_memory(error);
        if (!hxp_inherit_unit(unit, &self->inherit, &self->arena) ||
            !make_prints(&waiting->prints, self, unit))
            return hxp_no_memory(error);
        self->keys[i] = waiting->prints.key;
    }
    return HXP_OK;
}

static hxp_hash hash_of_key(uint64_t key)
{
    return (hxp_hash){ { key, key } };
}

static hxp_status put_waiting(adding *self, const waiting_unit *waiting,
                              hxp_error *error)
{
    hxp_store_unit stored = { .memory = self->memory,
                              .prints = waiting->prints,
                              .previous = waiting->previous,
                              .unit = &waiting->unit };
    bool found;
    uint32_t *seen =
        hxp_hash_map_add(&self->seen, hash_of_key(waiting->prints.key), &found);
    if (!seen)
        return hxp_no_memory(error);
    return put_unit(self, &stored, seen, error);
}

/** Put the batch into the store, in a transaction. */
static hxp_status put_batch(adding *self, hxp_error *error)
{
    hxp_store *store = self->store;
    hxp_status status = HXP_OK;
    if (!self->open)
        status = open_transaction(self, error);
    if (status == HXP_OK)
        status = prepare_batch(self, error);
    if (status == HXP_OK && self->count > 0 && store->calls->expect)
        status = store->calls->expect(store, self->memory, self->keys,
                                      self->count, error);
    for (size_t i = 0; status == HXP_OK && i < self->count; i++) {
        if (i + 1 < self->count)
            hxp_hash_map_prefetch(&self->seen, hash_of_key(self->keys[i + 1]));
        status = put_waiting(self, &self->waiting[i], error);
    }
    return status;
}

/** Put the last batch, and let all stay. */
static hxp_status put_last(adding *self, hxp_error *error)
{
    hxp_status status = put_batch(self, error);
    if (status == HXP_OK)
        status = self->store->calls->commit(self->store, error);
    if (status == HXP_OK)
        self->open = false;
    return status;
}

/** Forget what was put; true when it may be put again, for all is in hand. */
static bool start_again(adding *self)
{
    hxp_store *store = self->store;
    if (self->open)
        store->calls->abandon(store);
    self->open = false;
    hxp_hash_map_free(&self->seen);
    self->own = (hxp_memory_counts){ 0, 0, 0, 0 };
    return self->is_only_one && hxp_store_may_retry(store);
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    adding *self = (adding *)sink;
    if (!hxp_header_copy_make(&self->header, header))
        return hxp_no_memory(error);
    return hxp_source_begin(&self->source, header, error);
}

/** Whether unit has text in two languages at least. */
static bool is_of_use(const hxp_unit *unit)
{
    size_t texts = 0;
    for (size_t i = 0; i < unit->variant_count; i++)
        texts += unit->variants[i].content.text.len > 0;
    return texts >= 2;
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    adding *self = (adding *)sink;
    hxp_status status = HXP_OK;
    uint64_t previous = self->previous;
    const hxp_variant *source = hxp_source_of(&self->source, unit);
    self->previous = source ? hxp_hash_source(source->content.text) : 0;
    if (!is_of_use(unit)) {
        self->useless++;
        return HXP_OK;
    }
    if (self->count == BATCH_UNITS || self->packed.len >= BATCH_BYTES) {
        self->is_only_one = false;
        status = put_batch(self, error);
        self->count = self->packed.len = 0;
    }
    if (status != HXP_OK)
        return status;
    size_t start = self->packed.len;
    if (!hxp_unit_pack(&self->packed, unit) ||
        !hxp_array_reserve(&self->waiting, &self->room, self->count + 1,
                           sizeof *self->waiting))
        return hxp_no_memory(error);
    self->waiting[self->count++] = (waiting_unit){ .start = start,
                                                   .end = self->packed.len,
                                                   .previous = previous };
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    adding *self = (adding *)sink;
    hxp_status status = put_last(self, error);
    for (int i = 1; i < HXP_TRIES && status != HXP_OK && start_again(self); i++)
        status = put_last(self, error);
    if (status != HXP_OK)
        return status;
    self->counts->added += self->own.added;
    self->counts->updated += self->own.updated;
    self->counts->same += self->own.same;
    self->counts->skipped += self->own.skipped + self->useless;
    return HXP_OK;
}

static void close_adding(hxp_unit_sink *sink)
{
    adding *self = (adding *)sink;
    if (self->open)
        self->store->calls->abandon(self->store);
    hxp_header_copy_free(&self->header);
    hxp_inherit_free(&self->inherit);
    hxp_source_free(&self->source);
    hxp_hash_map_free(&self->seen);
    hxp_buffer_free(&self->bytes);
    hxp_buffer_free(&self->packed);
    hxp_arena_free(&self->arena);
    free(self->waiting);
    free(self->keys);
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
    self->is_only_one = true;
    *out = &self->sink;
    return HXP_OK;
}
