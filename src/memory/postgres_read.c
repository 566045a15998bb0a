/* postgres_read.c - rows to units. */
#include "memory/postgres.h"

#include "base/error.h"
#include "base/str.h"
#include "memory/rows.h"

#include <stdio.h>

enum { FETCHED = 5000 }; /* rows at a time */

/** Say that a row is not what was stored. */
static hxp_status broken(const hxp_postgres *self, hxp_status status,
                         hxp_error *error)
{
    return status == HXP_EINPUT
               ? hxp_postgres_say(self, HXP_EINPUT,
                                  "the translation memory is damaged", error)
               : status;
}

/* --- Many rows ------------------------------------------------------------ */

/** Who gets rows. */
typedef struct row_taker {
    hxp_status (*take)(struct row_taker *taker, const PGresult *rows, int row,
                       hxp_error *error);
    hxp_postgres *store;
} row_taker;

static hxp_status take_rows(row_taker *taker, const PGresult *rows,
                            hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (int i = 0; status == HXP_OK && i < hxp_pq.ntuples(rows); i++)
        status = taker->take(taker, rows, i, error);
    return status;
}

/** Fetch all rows of a cursor. */
static hxp_status fetch_rows(row_taker *taker, const char *fetch,
                             hxp_error *error)
{
    for (;;) {
        PGresult *rows;
        hxp_status status =
            hxp_postgres_rows(&rows, taker->store, fetch, NULL, error);
        if (status != HXP_OK)
            return status;
        int count = hxp_pq.ntuples(rows);
        status = take_rows(taker, rows, error);
        hxp_pq.clear(rows);
        if (status != HXP_OK || count < FETCHED)
            return status;
    }
}

/** Give the rows of a query that may have many of them, in a cursor. */
static hxp_status give_rows(row_taker *taker, const char *query,
                            const hxp_sql_parameters *parameters,
                            hxp_error *error)
{
    hxp_postgres *self = taker->store;
    unsigned number = self->cursors++;
    bool own = !self->in_transaction;
    char declare[600], fetch[40], close[40];
    snprintf(declare, sizeof declare, "DECLARE c%u NO SCROLL CURSOR FOR %s",
             number, query);
    snprintf(fetch, sizeof fetch, "FETCH %d FROM c%u", FETCHED, number);
    snprintf(close, sizeof close, "CLOSE c%u", number);
    hxp_status status =
        own ? hxp_postgres_begin_reading(&self->store, error) : HXP_OK;
    if (status == HXP_OK)
        status = hxp_postgres_run(self, declare, parameters, error);
    if (status == HXP_OK)
        status = fetch_rows(taker, fetch, error);
    if (status == HXP_OK && !own)
        status = hxp_postgres_run(self, close, NULL, error);
    if (own)
        hxp_postgres_abandon(&self->store);
    self->cursors = number;
    return status;
}

/* --- Memories ------------------------------------------------------------- */

hxp_status hxp_postgres_memories(hxp_store *store, hxp_memory_taker *take,
                                 void *context, hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_arena arena = { NULL };
    PGresult *rows;
    hxp_status status = hxp_postgres_rows(
        &rows, self,
        "SELECT id, name, source_language, extra FROM hexapla.memory "
        "ORDER BY id",
        NULL, error);
    for (int i = 0; status == HXP_OK && i < hxp_pq.ntuples(rows); i++) {
        hxp_memory_row row = { .source_language =
                                   hxp_postgres_bytes(rows, i, 2),
                               .extra = hxp_postgres_bytes(rows, i, 3) };
        hxp_store_memory memory = {
            .id = hxp_postgres_number(rows, i, 0),
            .name = hxp_postgres_bytes(rows, i, 1),
            .header = { .file = hxp_str_of(self->path) },
        };
        hxp_arena_reset(&arena);
        status = hxp_rows_header(&memory.header, &arena, &row, error);
        status = status == HXP_OK ? take(context, &memory, error)
                                  : broken(self, status, error);
    }
    hxp_arena_free(&arena);
    hxp_pq.clear(rows);
    return status;
}

/* --- Units ---------------------------------------------------------------- */

/** Makes units of the rows of their variants. */
typedef struct unit_taker {
    row_taker taker;
    hxp_unit_taker *take;
    void *context;
    hxp_arena arena; /* of the unit in hand */
    hxp_unit unit;
    int64_t memory;
    hxp_rows_variants variants;
} unit_taker;

#define UNIT_QUERY                                                             \
    "SELECT u.id, u.memory, u.tuid, u.source_language, u.extra, v.language, "  \
    "v.text, v.codes, v.extra FROM hexapla.unit u JOIN hexapla.variant v "     \
    "ON v.unit = u.id AND v.memory = u.memory "

/** Hand out the unit in hand, if there is one. */
static hxp_status end_unit(unit_taker *self, hxp_error *error)
{
    if (self->variants.count == 0)
        return HXP_OK;
    self->unit.variants = self->variants.items;
    self->unit.variant_count = self->variants.count;
    self->variants = (hxp_rows_variants){ NULL, 0, 0 };
    return self->take(self->context, &self->unit, self->memory, error);
}

static hxp_status begin_unit(unit_taker *self, const PGresult *rows, int row,
                             hxp_error *error)
{
    hxp_unit_row columns = { .tuid = hxp_postgres_bytes(rows, row, 2),
                             .source_language =
                                 hxp_postgres_bytes(rows, row, 3),
                             .extra = hxp_postgres_bytes(rows, row, 4) };
    hxp_arena_reset(&self->arena);
    self->unit =
        (hxp_unit){ .number = (size_t)hxp_postgres_number(rows, row, 0),
                    .file = hxp_str_of(self->taker.store->path) };
    self->memory = hxp_postgres_number(rows, row, 1);
    hxp_status status =
        hxp_rows_unit(&self->unit, &self->arena, &columns, error);
    return broken(self->taker.store, status, error);
}

static hxp_status take_variant(row_taker *taker, const PGresult *rows, int row,
                               hxp_error *error)
{
    unit_taker *self = (unit_taker *)taker;
    hxp_variant_row columns = {
        .language = hxp_postgres_bytes(rows, row, 5),
        .text = hxp_postgres_bytes(rows, row, 6),
        .codes = hxp_postgres_bytes(rows, row, 7),
        .extra = hxp_postgres_bytes(rows, row, 8),
    };
    size_t number = (size_t)hxp_postgres_number(rows, row, 0);
    hxp_status status = HXP_OK;
    if (self->variants.count == 0 || self->unit.number != number) {
        status = end_unit(self, error);
        if (status == HXP_OK)
            status = begin_unit(self, rows, row, error);
    }
    if (status != HXP_OK)
        return status;
    status = hxp_rows_variant(&self->variants, &self->arena, &columns, error);
    return broken(taker->store, status, error);
}

hxp_status hxp_postgres_read(hxp_store *store, int64_t memory,
                             hxp_unit_taker *take, void *context,
                             hxp_error *error)
{
    unit_taker self = { { take_variant, (hxp_postgres *)store },
                        .take = take,
                        .context = context };
    hxp_sql_parameters parameters = { .count = 0 };
    if (memory > 0)
        hxp_sql_parameters_number(&parameters, memory);
    hxp_status status = give_rows(
        &self.taker,
        memory > 0 ? UNIT_QUERY "WHERE u.memory = $1 ORDER BY u.id, v.number"
                   : UNIT_QUERY "ORDER BY u.id, v.number",
        &parameters, error);
    if (status == HXP_OK)
        status = end_unit(&self, error);
    hxp_arena_free(&self.arena);
    return status;
}

hxp_status hxp_postgres_fetch(hxp_store *store, int64_t id,
                              hxp_unit_taker *take, void *context,
                              hxp_error *error)
{
    unit_taker self = { { take_variant, (hxp_postgres *)store },
                        .take = take,
                        .context = context };
    hxp_sql_parameters parameters = { .count = 0 };
    PGresult *rows;
    hxp_sql_parameters_number(&parameters, id);
    hxp_status status = hxp_postgres_rows(
        &rows, self.taker.store, UNIT_QUERY "WHERE u.id = $1 ORDER BY v.number",
        &parameters, error);
    if (status == HXP_OK)
        status = take_rows(&self.taker, rows, error);
    if (status == HXP_OK)
        status = end_unit(&self, error);
    hxp_pq.clear(rows);
    hxp_arena_free(&self.arena);
    return status;
}

/* --- Numbers -------------------------------------------------------------- */

/** Read the number that a query about id gives, if it gives one. */
static hxp_status read_number(int64_t *number, hxp_store *store,
                              const char *sql, int64_t id, hxp_error *error)
{
    hxp_sql_parameters parameters = { .count = 0 };
    PGresult *rows;
    *number = 0;
    hxp_sql_parameters_number(&parameters, id);
    hxp_status status = hxp_postgres_rows(&rows, (hxp_postgres *)store, sql,
                                          &parameters, error);
    if (status == HXP_OK && hxp_pq.ntuples(rows) > 0)
        *number = hxp_postgres_number(rows, 0, 0);
    hxp_pq.clear(rows);
    return status;
}

hxp_status hxp_postgres_previous(uint64_t *hash, hxp_store *store, int64_t id,
                                 hxp_error *error)
{
    int64_t number;
    hxp_status status = read_number(
        &number, store, "SELECT previous FROM hexapla.unit WHERE id = $1", id,
        error);
    *hash = (uint64_t)number;
    return status;
}

hxp_status hxp_postgres_count(size_t *units, hxp_store *store, int64_t memory,
                              hxp_error *error)
{
    int64_t number;
    hxp_status status = read_number(
        &number, store, "SELECT count(*) FROM hexapla.unit WHERE memory = $1",
        memory, error);
    *units = (size_t)number;
    return status;
}

/* --- For what is derived -------------------------------------------------- */

hxp_status hxp_postgres_read_state(hxp_store_state *state, hxp_postgres *self,
                                   bool lock, hxp_error *error)
{
    PGresult *rows;
    hxp_status status = hxp_postgres_rows(
        &rows, self,
        lock ? "SELECT identity, generation, last, removal FROM hexapla.store "
               "FOR UPDATE"
             : "SELECT identity, generation, last, removal FROM hexapla.store",
        NULL, error);
    if (status != HXP_OK)
        return status;
    if (hxp_pq.ntuples(rows) == 1)
        *state = (hxp_store_state){
            .store = (uint64_t)hxp_postgres_number(rows, 0, 0),
            .generation = (uint64_t)hxp_postgres_number(rows, 0, 1),
            .last = hxp_postgres_number(rows, 0, 2),
            .removal = hxp_postgres_number(rows, 0, 3),
        };
    else
        status = broken(self, HXP_EINPUT, error);
    hxp_pq.clear(rows);
    return status;
}

hxp_status hxp_postgres_state(hxp_store_state *state, hxp_store *store,
                              hxp_error *error)
{
    return hxp_postgres_read_state(state, (hxp_postgres *)store, false, error);
}

/** Hands on texts. */
typedef struct text_taker {
    row_taker taker;
    hxp_text_taker *take;
    void *context;
} text_taker;

static hxp_status take_text(row_taker *taker, const PGresult *rows, int row,
                            hxp_error *error)
{
    const text_taker *self = (const text_taker *)taker;
    hxp_store_text text = {
        .unit = hxp_postgres_number(rows, row, 0),
        .memory = hxp_postgres_number(rows, row, 1),
        .language = hxp_postgres_bytes(rows, row, 2),
        .text = hxp_postgres_bytes(rows, row, 3),
    };
    return self->take(self->context, &text, error);
}

hxp_status hxp_postgres_scan(hxp_store *store, int64_t after,
                             hxp_text_taker *take, void *context,
                             hxp_error *error)
{
    text_taker self = { { take_text, (hxp_postgres *)store }, take, context };
    hxp_sql_parameters parameters = { .count = 0 };
    hxp_sql_parameters_number(&parameters, after);
    return give_rows(&self.taker,
                     "SELECT unit, memory, language, text FROM "
                     "hexapla.variant WHERE unit > $1 ORDER BY unit, number",
                     &parameters, error);
}

hxp_status hxp_postgres_languages(hxp_store *store, hxp_text_taker *take,
                                  void *context, hxp_error *error)
{
    text_taker self = { { take_text, (hxp_postgres *)store }, take, context };
    return give_rows(&self.taker,
                     "SELECT 0::bigint, 0::bigint, language, ''::text "
                     "FROM hexapla.variant GROUP BY language "
                     "ORDER BY min(unit), min(number)",
                     NULL, error);
}

hxp_status hxp_postgres_removed(const int64_t **ids, size_t *count,
                                hxp_store *store, int64_t after,
                                hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_sql_parameters parameters = { .count = 0 };
    PGresult *rows;
    *count = 0;
    hxp_sql_parameters_number(&parameters, after);
    hxp_status status = hxp_postgres_rows(
        &rows, self, "SELECT unit FROM hexapla.removal WHERE id > $1",
        &parameters, error);
    if (status != HXP_OK)
        return status;
    size_t found = (size_t)hxp_pq.ntuples(rows);
    if (hxp_array_reserve(&self->ids, &self->id_room, found, sizeof *self->ids))
        for (; *count < found; ++*count)
            self->ids[*count] = hxp_postgres_number(rows, (int)*count, 0);
    else
        status = hxp_no_memory(error);
    hxp_pq.clear(rows);
    *ids = self->ids;
    return status;
}
