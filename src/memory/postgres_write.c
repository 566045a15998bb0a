/* postgres_write.c - units to rows, many at a time. */
#include "memory/postgres.h"

#include "base/error.h"
#include "base/str.h"
#include "model/pack.h"

#include <stdio.h>

enum { FLUSH_BYTES = 1 << 22, REMOVED_AT_ONCE = 10000 };

/* --- Memories ------------------------------------------------------------- */

hxp_status hxp_postgres_make_memory(int64_t *id, hxp_store *store, hxp_str name,
                                    const hxp_unit_header *header,
                                    hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_extra extra = { header->attributes, header->remarks,
                        header->file_attributes };
    hxp_sql_parameters parameters = { .count = 0 };
    PGresult *rows;
    self->scratch.len = 0;
    if (!hxp_extra_pack(&self->scratch, &extra))
        return hxp_no_memory(error);
    hxp_sql_parameters_text(&parameters, name);
    hxp_sql_parameters_text(&parameters, header->source_language);
    hxp_sql_parameters_bytes(&parameters, hxp_buffer_str(&self->scratch));
    hxp_status status =
        hxp_postgres_rows(&rows, self,
                          "INSERT INTO hexapla.memory SELECT coalesce(max(id), "
                          "0) + 1, $1, $2, $3 FROM hexapla.memory RETURNING id",
                          &parameters, error);
    if (status == HXP_OK)
        *id = hxp_postgres_number(rows, 0, 0);
    hxp_pq.clear(rows);
    return status;
}

/* --- What is known -------------------------------------------------------- */

/** The place of the first known unit with a key; NULL: no memory. */
static uint32_t *first_of(hxp_postgres *self, uint64_t key, bool *was_asked)
{
    return hxp_hash_map_add(&self->keys, (hxp_hash){ { key, key } }, was_asked);
}

static hxp_status know(hxp_postgres *self, uint64_t key,
                       const hxp_stored *stored, hxp_error *error)
{
    bool was_asked;
    uint32_t *first = first_of(self, key, &was_asked);
    if (!first ||
        !hxp_array_reserve(&self->known, &self->known_room,
                           self->known_count + 1, sizeof *self->known))
        return hxp_no_memory(error);
    self->known[self->known_count++] = (hxp_known){ *stored, *first };
    *first = (uint32_t)self->known_count;
    return HXP_OK;
}

/** Ask for the units with keys; the keys are asked for then. */
static hxp_status ask_for(hxp_postgres *self, int64_t memory,
                          const int64_t *keys, size_t count, hxp_error *error)
{
    hxp_sql_parameters parameters = { .count = 0 };
    PGresult *rows;
    bool was_asked;
    for (size_t i = 0; i < count; i++)
        if (!first_of(self, (uint64_t)keys[i], &was_asked))
            return hxp_no_memory(error);
    hxp_sql_parameters_number(&parameters, memory);
    if (!hxp_sql_parameters_numbers(&parameters, &self->scratch, keys, count))
        return hxp_no_memory(error);
    /* OFFSET 0 has it look up each key, not read all of a new memory */
    hxp_status status = hxp_postgres_rows(
        &rows, self,
        "SELECT u.* FROM unnest($2) asked, LATERAL (SELECT key, id, "
        "occurrence, texts, whole FROM hexapla.unit WHERE memory = $1 AND "
        "key = asked OFFSET 0) u",
        &parameters, error);
    for (int i = 0; status == HXP_OK && i < hxp_pq.ntuples(rows); i++) {
        hxp_stored stored = {
            .id = hxp_postgres_number(rows, i, 1),
            .occurrence = (size_t)hxp_postgres_number(rows, i, 2),
            .texts = (uint64_t)hxp_postgres_number(rows, i, 3),
            .whole = (uint64_t)hxp_postgres_number(rows, i, 4),
        };
        status = know(self, (uint64_t)hxp_postgres_number(rows, i, 0), &stored,
                      error);
    }
    hxp_pq.clear(rows);
    return status;
}

static void forget_known(hxp_postgres *self)
{
    hxp_hash_map_free(&self->keys);
    self->known_count = 0;
}

hxp_status hxp_postgres_expect(hxp_store *store, int64_t memory,
                               const uint64_t *keys, size_t count,
                               hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_status status = hxp_postgres_flush(self, error);
    if (status != HXP_OK)
        return status;
    forget_known(self);
    return ask_for(self, memory, (const int64_t *)keys, count, error);
}

hxp_status hxp_postgres_find(const hxp_stored **items, size_t *count,
                             hxp_store *store, const hxp_store_unit *like,
                             hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    int64_t key = (int64_t)like->prints.key;
    bool was_asked;
    *count = 0;
    const uint32_t *first = first_of(self, like->prints.key, &was_asked);
    hxp_status status = HXP_OK;
    if (first && !was_asked)
        status = hxp_postgres_flush(self, error);
    if (status == HXP_OK && first && !was_asked)
        status = ask_for(self, like->memory, &key, 1, error);
    if (status != HXP_OK)
        return status;
    first = first_of(self, like->prints.key, &was_asked);
    if (!first)
        return hxp_no_memory(error);
    for (uint32_t at = *first; at > 0; at = self->known[at - 1].next) {
        if (!hxp_array_reserve(&self->found, &self->found_room, *count + 1,
                               sizeof *self->found))
            return hxp_no_memory(error);
        self->found[(*count)++] = self->known[at - 1].stored;
    }
    *items = self->found;
    return HXP_OK;
}

/* --- Rows ----------------------------------------------------------------- */

/** Pack what stands beside texts, and put it. */
static void put_extra(hxp_copy *rows, hxp_buffer *scratch,
                      const hxp_extra *extra)
{
    scratch->len = 0;
    if (!hxp_extra_pack(scratch, extra))
        rows->status = HXP_ENOMEM;
    hxp_copy_bytes(rows, hxp_buffer_str(scratch));
}

static void put_variant(hxp_postgres *self, const hxp_store_unit *unit,
                        int64_t id, size_t number)
{
    const hxp_variant *variant = &unit->unit->variants[number];
    hxp_extra extra = { variant->attributes, variant->remarks,
                        variant->segment_attributes };
    hxp_copy *rows = &self->variants;
    hxp_copy_row(rows, 7);
    hxp_copy_number(rows, unit->memory);
    hxp_copy_number(rows, id);
    hxp_copy_number(rows, (int64_t)number);
    hxp_copy_text(rows, variant->language);
    hxp_copy_text(rows, variant->content.text);
    self->scratch.len = 0;
    if (!hxp_codes_pack(&self->scratch, &variant->content))
        rows->status = HXP_ENOMEM;
    hxp_copy_bytes(rows, hxp_buffer_str(&self->scratch));
    put_extra(rows, &self->scratch, &extra);
}

/** Put the rows of a unit; they are sent when there are many. */
static hxp_status put_unit(hxp_postgres *self, const hxp_store_unit *unit,
                           int64_t id, hxp_error *error)
{
    hxp_extra extra = { unit->unit->attributes,
                        unit->unit->remarks,
                        { NULL, 0 } };
    hxp_copy *rows = &self->units;
    hxp_copy_row(rows, 10);
    hxp_copy_number(rows, unit->memory);
    hxp_copy_number(rows, id);
    hxp_copy_number(rows, (int64_t)unit->prints.key);
    hxp_copy_number(rows, (int64_t)unit->occurrence);
    hxp_copy_number(rows, (int64_t)unit->prints.texts);
    hxp_copy_number(rows, (int64_t)unit->prints.whole);
    hxp_copy_number(rows, (int64_t)unit->previous);
    hxp_copy_text(rows, unit->unit->id);
    hxp_copy_text(rows, unit->unit->source_language);
    put_extra(rows, &self->scratch, &extra);
    for (size_t i = 0; i < unit->unit->variant_count; i++)
        put_variant(self, unit, id, i);
    return self->variants.bytes.len > FLUSH_BYTES
               ? hxp_postgres_flush(self, error)
               : HXP_OK;
}

static void put_removal(hxp_postgres *self, int64_t memory, int64_t unit)
{
    hxp_copy_row(&self->removals, 3);
    hxp_copy_number(&self->removals, memory);
    hxp_copy_number(&self->removals, ++self->now.removal);
    hxp_copy_number(&self->removals, unit);
}

/** Delete the rows of units; *rows, the caller's, tells ids and memories. */
static hxp_status delete_units(PGresult **rows, hxp_postgres *self,
                               const int64_t *ids, size_t count,
                               hxp_error *error)
{
    hxp_sql_parameters parameters = { .count = 0 };
    *rows = NULL;
    if (!hxp_sql_parameters_numbers(&parameters, &self->scratch, ids, count))
        return hxp_no_memory(error);
    hxp_status status = hxp_postgres_run(
        self, "DELETE FROM hexapla.variant WHERE unit = ANY($1)", &parameters,
        error);
    if (status == HXP_OK)
        status = hxp_postgres_rows(rows, self,
                                   "DELETE FROM hexapla.unit WHERE id = ANY("
                                   "$1) RETURNING id, memory",
                                   &parameters, error);
    return status;
}

/** Delete the rows of the units that others take the place of. */
static hxp_status delete_gone(hxp_postgres *self, hxp_error *error)
{
    PGresult *rows;
    if (self->gone_count == 0)
        return HXP_OK;
    hxp_status status =
        delete_units(&rows, self, self->gone, self->gone_count, error);
    hxp_pq.clear(rows);
    self->gone_count = 0;
    return status;
}

/** Send all rows, then run last. */
static hxp_status send_all(hxp_postgres *self, const char *last, bool ends,
                           hxp_error *error)
{
    static const char *const copies[] = {
        "COPY hexapla.unit FROM STDIN (FORMAT binary);",
        "COPY hexapla.variant FROM STDIN (FORMAT binary);",
        "COPY hexapla.removal FROM STDIN (FORMAT binary);"
    };
    hxp_copy *const rows[] = { &self->units, &self->variants, &self->removals };
    char sql[512];
    size_t len = 0;
    hxp_copying copying = { .sql = sql, .ends = ends };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i]->bytes.len == 0)
            continue;
        copying.rows[copying.count++] = rows[i];
        len += (size_t)snprintf(sql + len, sizeof sql - len, "%s", copies[i]);
    }
    (void)snprintf(sql + len, sizeof sql - len, "%s", last);
    hxp_status status = delete_gone(self, error);
    if (status == HXP_OK && sql[0])
        status = hxp_postgres_copy(self, &copying, error);
    return status;
}

hxp_status hxp_postgres_flush(hxp_postgres *self, hxp_error *error)
{
    return send_all(self, "", false, error);
}

hxp_status hxp_postgres_end(hxp_postgres *self, hxp_error *error)
{
    const hxp_store_state *now = &self->now, *then = &self->then;
    char sql[200] = "COMMIT";
    /* say where ids have got to, unless nothing was written */
    if (now->generation != then->generation || now->last != then->last ||
        now->removal != then->removal)
        snprintf(sql, sizeof sql,
                 "UPDATE hexapla.store SET generation = %lld, last = %lld, "
                 "removal = %lld; COMMIT",
                 (long long)now->generation, (long long)now->last,
                 (long long)now->removal);
    return send_all(self, sql, true, error);
}

void hxp_postgres_forget(hxp_postgres *self)
{
    forget_known(self);
    self->gone_count = 0;
    hxp_copy *const rows[] = { &self->units, &self->variants, &self->removals };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        rows[i]->bytes.len = 0;
        rows[i]->status = HXP_OK;
    }
}

/* --- Units ---------------------------------------------------------------- */

hxp_status hxp_postgres_insert(hxp_store *store, const hxp_store_unit *unit,
                               hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_stored stored = { .id = ++self->now.last,
                          .occurrence = unit->occurrence,
                          .texts = unit->prints.texts,
                          .whole = unit->prints.whole };
    hxp_status status = know(self, unit->prints.key, &stored, error);
    return status == HXP_OK ? put_unit(self, unit, stored.id, error) : status;
}

hxp_status hxp_postgres_replace(hxp_store *store, const hxp_stored *old,
                                const hxp_store_unit *unit, hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    bool was_asked;
    hxp_stored stored = *old;
    const uint32_t *first = first_of(self, unit->prints.key, &was_asked);
    if (!first || !hxp_array_reserve(&self->gone, &self->gone_room,
                                     self->gone_count + 1, sizeof *self->gone))
        return hxp_no_memory(error);
    self->gone[self->gone_count++] = old->id;
    /* what is derived knows texts by id: other texts get another one */
    if (old->texts != unit->prints.texts) {
        put_removal(self, unit->memory, old->id);
        stored.id = ++self->now.last;
    }
    stored.texts = unit->prints.texts;
    stored.whole = unit->prints.whole;
    for (uint32_t at = *first; at > 0; at = self->known[at - 1].next)
        if (self->known[at - 1].stored.id == self->gone[self->gone_count - 1])
            self->known[at - 1].stored = stored;
    return put_unit(self, unit, stored.id, error);
}

hxp_status hxp_postgres_remove(hxp_store *store, const int64_t *ids,
                               size_t count, hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_status status = HXP_OK;
    bool are_many = count >= HXP_MANY_REMOVALS;
    for (size_t at = 0; status == HXP_OK && at < count; at += REMOVED_AT_ONCE) {
        PGresult *rows;
        size_t left = count - at;
        status = delete_units(&rows, self, ids + at,
                              left < REMOVED_AT_ONCE ? left : REMOVED_AT_ONCE,
                              error);
        for (int i = 0;
             status == HXP_OK && !are_many && i < hxp_pq.ntuples(rows); i++)
            put_removal(self, hxp_postgres_number(rows, i, 1),
                        hxp_postgres_number(rows, i, 0));
        hxp_pq.clear(rows);
    }
    self->now.generation += are_many;
    return status;
}
