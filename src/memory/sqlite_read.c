/* sqlite_read.c - rows to units. */
#include "memory/sqlite.h"

#include "base/error.h"
#include "base/str.h"
#include "model/pack.h"
#include "text/utf8.h"

/** Say that what SQLite gave is not what was stored. */
static hxp_status broken(const hxp_sqlite *self, hxp_status status,
                         hxp_error *error)
{
    return status == HXP_EINPUT ? hxp_sqlite_fail(self, SQLITE_CORRUPT, error)
                                : status;
}

/** Copy a column into the arena of the unit on its way out. */
static hxp_status keep(hxp_str *to, hxp_sqlite *self, sqlite3_stmt *statement,
                       int column, hxp_error *error)
{
    hxp_str bytes = hxp_sqlite_bytes(statement, column);
    if (sqlite3_column_type(statement, column) == SQLITE_TEXT &&
        hxp_utf8_invalid(bytes) < bytes.len)
        return hxp_sqlite_fail(self, SQLITE_CORRUPT, error);
    if (!hxp_arena_copy(to, &self->arena, bytes))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status keep_extra(hxp_extra *extra, hxp_sqlite *self,
                             sqlite3_stmt *statement, int column,
                             hxp_error *error)
{
    hxp_str bytes = HXP_STR("");
    hxp_status status = keep(&bytes, self, statement, column, error);
    if (status != HXP_OK)
        return status;
    status = hxp_extra_unpack(extra, &self->arena, bytes, error);
    return broken(self, status, error);
}

/* --- Memories ------------------------------------------------------------- */

static hxp_status take_memory(hxp_sqlite *self, sqlite3_stmt *statement,
                              hxp_memory_taker *take, void *context,
                              hxp_error *error)
{
    hxp_extra extra;
    hxp_store_memory memory = {
        .id = sqlite3_column_int64(statement, 0),
        .name = hxp_sqlite_bytes(statement, 1),
        .units = (size_t)sqlite3_column_int64(statement, 2),
    };
    hxp_arena_reset(&self->arena);
    hxp_status status = keep_extra(&extra, self, statement, 4, error);
    if (status != HXP_OK)
        return status;
    memory.header = (hxp_unit_header){
        .file = hxp_str_of(self->path),
        .source_language = hxp_sqlite_bytes(statement, 3),
        .attributes = extra.attributes,
        .remarks = extra.remarks,
        .file_attributes = extra.more,
    };
    return take(context, &memory, error);
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

static hxp_status read_variant(hxp_variant *variant, hxp_sqlite *self,
                               sqlite3_stmt *statement, hxp_error *error)
{
    hxp_extra extra;
    hxp_str codes = HXP_STR("");
    *variant = (hxp_variant){ .place = { 0, 0, 0 } };
    hxp_status status = keep(&variant->language, self, statement, 0, error);
    if (status == HXP_OK)
        status = keep(&variant->content.text, self, statement, 1, error);
    if (status == HXP_OK)
        status = keep(&codes, self, statement, 2, error);
    if (status == HXP_OK)
        status = broken(
            self,
            hxp_codes_unpack(&variant->content, &self->arena, codes, error),
            error);
    if (status == HXP_OK)
        status = keep_extra(&extra, self, statement, 3, error);
    if (status != HXP_OK)
        return status;
    variant->attributes = extra.attributes;
    variant->remarks = extra.remarks;
    variant->segment_attributes = extra.more;
    return HXP_OK;
}

/** Read the variants of a unit; few, so the list is copied as it grows. */
static hxp_status read_variants(hxp_unit *unit, hxp_sqlite *self,
                                hxp_error *error)
{
    sqlite3_stmt *statement;
    hxp_variant *variants = NULL;
    size_t room = 0;
    bool row = true;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_VARIANTS, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, (int64_t)unit->number);
    while ((status = hxp_sqlite_step(&row, self, statement, error)) == HXP_OK &&
           row) {
        if (unit->variant_count == room) {
            hxp_variant *grown =
                hxp_arena_alloc(&self->arena, room + 4 + room, sizeof *grown);
            if (!grown)
                status = hxp_no_memory(error);
            else if (room > 0)
                memcpy(grown, variants, room * sizeof *grown);
            variants = grown;
            room += 4 + room;
        }
        if (status == HXP_OK)
            status = read_variant(&variants[unit->variant_count++], self,
                                  statement, error);
        if (status != HXP_OK) {
            sqlite3_reset(statement);
            return status;
        }
    }
    unit->variants = variants;
    return status;
}

/** Hand out the unit of a row. */
static hxp_status take_unit(hxp_sqlite *self, sqlite3_stmt *statement,
                            hxp_unit_taker *take, void *context,
                            hxp_error *error)
{
    hxp_extra extra;
    hxp_unit unit = { .number = (size_t)sqlite3_column_int64(statement, 0),
                      .file = hxp_str_of(self->path) };
    int64_t memory = sqlite3_column_int64(statement, 1);
    hxp_arena_reset(&self->arena);
    hxp_status status = keep(&unit.id, self, statement, 2, error);
    if (status == HXP_OK)
        status = keep(&unit.source_language, self, statement, 3, error);
    if (status == HXP_OK)
        status = keep_extra(&extra, self, statement, 4, error);
    if (status != HXP_OK)
        return status;
    unit.attributes = extra.attributes;
    unit.remarks = extra.remarks;
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

hxp_status hxp_sqlite_previous(uint64_t *hash, hxp_store *store, int64_t id,
                               hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    bool row;
    *hash = 0;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_PREVIOUS, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    status = hxp_sqlite_step(&row, self, statement, error);
    if (status == HXP_OK && row) {
        *hash = (uint64_t)sqlite3_column_int64(statement, 0);
        sqlite3_reset(statement);
    }
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
    while (status == HXP_OK) {
        bool row;
        status = hxp_sqlite_step(&row, self, statement, error);
        if (status != HXP_OK || !row)
            return status;
        hxp_store_text text = {
            .unit = sqlite3_column_int64(statement, 0),
            .memory = sqlite3_column_int64(statement, 1),
            .language = hxp_sqlite_bytes(statement, 2),
            .text = hxp_sqlite_bytes(statement, 3),
        };
        status = take(context, &text, error);
    }
    sqlite3_reset(statement);
    return status;
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
