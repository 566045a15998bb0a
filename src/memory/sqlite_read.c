/* sqlite_read.c - rows to units. */
#include "memory/sqlite.h"

#include "base/error.h"
#include "base/str.h"
#include "memory/rows.h"

/** Say that what SQLite gave is not what was stored. */
static hxp_status broken(const hxp_sqlite *self, hxp_status status,
                         hxp_error *error)
{
    return status == HXP_EINPUT ? hxp_sqlite_fail(self, SQLITE_CORRUPT, error)
                                : status;
}

/* --- Memories ------------------------------------------------------------- */

static hxp_status take_memory(hxp_sqlite *self, sqlite3_stmt *statement,
                              hxp_memory_taker *take, void *context,
                              hxp_error *error)
{
    hxp_memory_row row = { .source_language = hxp_sqlite_bytes(statement, 2),
                           .extra = hxp_sqlite_bytes(statement, 3) };
    hxp_store_memory memory = {
        .id = sqlite3_column_int64(statement, 0),
        .name = hxp_sqlite_bytes(statement, 1),
        .header = { .file = hxp_str_of(self->path) },
    };
    hxp_arena_reset(&self->arena);
    hxp_status status =
        hxp_rows_header(&memory.header, &self->arena, &row, error);
    return status == HXP_OK ? take(context, &memory, error)
                            : broken(self, status, error);
}

hxp_status hxp_sqlite_memories(hxp_store *store, hxp_memory_taker *take,
                               void *context, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    bool row = true;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_MEMORIES, error);
    while (status == HXP_OK) {
        status = hxp_sqlite_step(&row, self, statement, error);
        if (status != HXP_OK || !row)
            return status;
        status = take_memory(self, statement, take, context, error);
    }
    sqlite3_reset(statement);
    return status;
}

/* --- Units ---------------------------------------------------------------- */

static hxp_status read_variants(hxp_unit *unit, hxp_sqlite *self,
                                hxp_error *error)
{
    sqlite3_stmt *statement;
    hxp_rows_variants variants = { NULL, 0, 0 };
    bool row = true;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_VARIANTS, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, (int64_t)unit->number);
    while ((status = hxp_sqlite_step(&row, self, statement, error)) == HXP_OK &&
           row) {
        hxp_variant_row columns = {
            .language = hxp_sqlite_bytes(statement, 0),
            .text = hxp_sqlite_bytes(statement, 1),
            .codes = hxp_sqlite_bytes(statement, 2),
            .extra = hxp_sqlite_bytes(statement, 3),
        };
        status = hxp_rows_variant(&variants, &self->arena, &columns, error);
        if (status != HXP_OK) {
            sqlite3_reset(statement);
            return broken(self, status, error);
        }
    }
    unit->variants = variants.items;
    unit->variant_count = variants.count;
    return status;
}

/** Hand out the unit of a row. */
static hxp_status take_unit(hxp_sqlite *self, sqlite3_stmt *statement,
                            hxp_unit_taker *take, void *context,
                            hxp_error *error)
{
    hxp_unit_row row = { .tuid = hxp_sqlite_bytes(statement, 2),
                         .source_language = hxp_sqlite_bytes(statement, 3),
                         .extra = hxp_sqlite_bytes(statement, 4) };
    hxp_unit unit = { .number = (size_t)sqlite3_column_int64(statement, 0),
                      .file = hxp_str_of(self->path) };
    int64_t memory = sqlite3_column_int64(statement, 1);
    hxp_arena_reset(&self->arena);
    hxp_status status = hxp_rows_unit(&unit, &self->arena, &row, error);
    if (status != HXP_OK)
        return broken(self, status, error);
    status = read_variants(&unit, self, error);
    return status == HXP_OK ? take(context, &unit, memory, error) : status;
}

static hxp_status take_units(hxp_sqlite *self, sqlite3_stmt *statement,
                             hxp_unit_taker *take, void *context,
                             hxp_error *error)
{
    hxp_status status = HXP_OK;
    while (status == HXP_OK) {
        bool row;
        status = hxp_sqlite_step(&row, self, statement, error);
        if (status != HXP_OK || !row)
            return status;
        status = take_unit(self, statement, take, context, error);
    }
    sqlite3_reset(statement);
    return status;
}

hxp_status hxp_sqlite_read(hxp_store *store, int64_t memory,
                           hxp_unit_taker *take, void *context,
                           hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_status status = hxp_sqlite_statement(
        &statement, self, memory > 0 ? HXP_SQL_READ_MEMORY : HXP_SQL_READ,
        error);
    if (status != HXP_OK)
        return status;
    if (memory > 0)
        sqlite3_bind_int64(statement, 1, memory);
    return take_units(self, statement, take, context, error);
}

hxp_status hxp_sqlite_fetch(hxp_store *store, int64_t id, hxp_unit_taker *take,
                            void *context, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_FETCH, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    return take_units(self, statement, take, context, error);
}

/** Read the number that a statement about id gives, if it gives one. */
static hxp_status read_number(int64_t *number, hxp_sqlite *self, hxp_sql which,
                              int64_t id, hxp_error *error)
{
    sqlite3_stmt *statement;
    bool row;
    hxp_status status = hxp_sqlite_statement(&statement, self, which, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    status = hxp_sqlite_step(&row, self, statement, error);
    if (status != HXP_OK || !row)
        return status;
    *number = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return HXP_OK;
}

hxp_status hxp_sqlite_previous(uint64_t *hash, hxp_store *store, int64_t id,
                               hxp_error *error)
{
    int64_t number = 0;
    hxp_status status =
        read_number(&number, (hxp_sqlite *)store, HXP_SQL_PREVIOUS, id, error);
    *hash = (uint64_t)number;
    return status;
}

hxp_status hxp_sqlite_count(size_t *units, hxp_store *store, int64_t memory,
                            hxp_error *error)
{
    int64_t number = 0;
    hxp_status status = read_number(&number, (hxp_sqlite *)store,
                                    HXP_SQL_COUNT_UNITS, memory, error);
    *units = (size_t)number;
    return status;
}

/* --- For what is derived -------------------------------------------------- */

hxp_status hxp_sqlite_state(hxp_store_state *state, hxp_store *store,
                            hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    bool row;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_STATE, error);
    if (status == HXP_OK)
        status = hxp_sqlite_step(&row, self, statement, error);
    if (status != HXP_OK)
        return status;
    if (!row)
        return hxp_sqlite_fail(self, SQLITE_CORRUPT, error);
    *state = (hxp_store_state){
        .store = (uint64_t)sqlite3_column_int64(statement, 0),
        .generation = (uint64_t)sqlite3_column_int64(statement, 1),
        .last = sqlite3_column_int64(statement, 2),
        .removal = sqlite3_column_int64(statement, 3),
    };
    sqlite3_reset(statement);
    return HXP_OK;
}

/** Hand on the rows of a statement, which are texts. */
static hxp_status take_texts(hxp_sqlite *self, sqlite3_stmt *statement,
                             hxp_text_taker *take, void *context,
                             hxp_error *error)
{
    hxp_status status = HXP_OK;
    while (status == HXP_OK) {
        bool row;
        status = hxp_sqlite_step(&row, self, statement, error);
        if (status != HXP_OK || !row)
            return status;
        hxp_store_text text = {
            .unit = sqlite3_column_int64(statement, 0),
            .memory = sqlite3_column_int64(statement, 1),
            .language = hxp_sqlite_text(statement, 2),
            .text = hxp_sqlite_text(statement, 3),
        };
        status = take(context, &text, error);
    }
    sqlite3_reset(statement);
    return status;
}

hxp_status hxp_sqlite_scan(hxp_store *store, int64_t after,
                           hxp_text_taker *take, void *context,
                           hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_SCAN, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, after);
    return take_texts(self, statement, take, context, error);
}

hxp_status hxp_sqlite_languages(hxp_store *store, hxp_text_taker *take,
                                void *context, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_LANGUAGES, error);
    if (status != HXP_OK)
        return status;
    return take_texts(self, statement, take, context, error);
}

hxp_status hxp_sqlite_removed(const int64_t **ids, size_t *count,
                              hxp_store *store, int64_t after, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    bool row = true;
    *count = 0;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_REMOVALS, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, after);
    while ((status = hxp_sqlite_step(&row, self, statement, error)) == HXP_OK &&
           row) {
        if (!hxp_array_reserve(&self->ids, &self->id_room, *count + 1,
                               sizeof *self->ids)) {
            sqlite3_reset(statement);
            return hxp_no_memory(error);
        }
        self->ids[(*count)++] = sqlite3_column_int64(statement, 0);
    }
    *ids = self->ids;
    return status;
}
