/* sqlite_write.c - units to rows. */
#include "memory/sqlite.h"

#include "base/error.h"
#include "model/pack.h"

/* --- Memories ------------------------------------------------------------- */

hxp_status hxp_sqlite_make_memory(int64_t *id, hxp_store *store, hxp_str name,
                                  const hxp_unit_header *header,
                                  hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_extra extra = { header->attributes, header->remarks,
                        header->file_attributes };
    self->extra.len = 0;
    if (!hxp_extra_pack(&self->extra, &extra))
        return hxp_no_memory(error);
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_ADD_MEMORY, error);
    if (status != HXP_OK)
        return status;
    hxp_sqlite_bind_text(statement, 1, name);
    hxp_sqlite_bind_text(statement, 2, header->source_language);
    hxp_sqlite_bind_blob(statement, 3, hxp_buffer_str(&self->extra));
    status = hxp_sqlite_run(self, statement, error);
    *id = sqlite3_last_insert_rowid(self->database);
    return status;
}

/* --- Units ---------------------------------------------------------------- */

hxp_status hxp_sqlite_find(const hxp_stored **items, size_t *count,
                           hxp_store *store, const hxp_store_unit *like,
                           hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    bool row = true;
    *count = 0;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_FIND, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, like->memory);
    sqlite3_bind_int64(statement, 2, (int64_t)like->prints.key);
    while ((status = hxp_sqlite_step(&row, self, statement, error)) == HXP_OK &&
           row) {
        if (!hxp_array_reserve(&self->found, &self->found_room, *count + 1,
                               sizeof *self->found)) {
            sqlite3_reset(statement);
            return hxp_no_memory(error);
        }
        self->found[(*count)++] = (hxp_stored){
            .id = sqlite3_column_int64(statement, 0),
            .occurrence = (size_t)sqlite3_column_int64(statement, 1),
            .texts = (uint64_t)sqlite3_column_int64(statement, 2),
            .whole = (uint64_t)sqlite3_column_int64(statement, 3),
        };
    }
    *items = self->found;
    return status;
}

/** Run a statement on what belongs to a unit. */
static hxp_status run_on(hxp_sqlite *self, hxp_sql which, int64_t id,
                         hxp_error *error)
{
    sqlite3_stmt *statement;
    hxp_status status = hxp_sqlite_statement(&statement, self, which, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    return hxp_sqlite_run(self, statement, error);
}

static void bind_even_empty(sqlite3_stmt *statement, int index, hxp_str text)
{
    sqlite3_bind_text64(statement, index, text.len > 0 ? text.ptr : "",
                        text.len, SQLITE_STATIC, SQLITE_UTF8);
}

static hxp_status insert_variant(hxp_sqlite *self, sqlite3_stmt *statement,
                                 const hxp_variant *variant, hxp_error *error)
{
    hxp_extra extra = { variant->attributes, variant->remarks,
                        variant->segment_attributes };
    self->codes.len = self->extra.len = 0;
    if (!hxp_codes_pack(&self->codes, &variant->content) ||
        !hxp_extra_pack(&self->extra, &extra))
        return hxp_no_memory(error);
    bind_even_empty(statement, 4, variant->language);
    bind_even_empty(statement, 5, variant->content.text);
    hxp_sqlite_bind_blob(statement, 6, hxp_buffer_str(&self->codes));
    hxp_sqlite_bind_blob(statement, 7, hxp_buffer_str(&self->extra));
    return hxp_sqlite_run(self, statement, error);
}

static hxp_status insert_variants(hxp_sqlite *self, int64_t id,
                                  const hxp_store_unit *unit, hxp_error *error)
{
    sqlite3_stmt *statement;
    hxp_status status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_INSERT_VARIANT, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int64(statement, 3, unit->memory);
    for (size_t i = 0; status == HXP_OK && i < unit->unit->variant_count; i++) {
        sqlite3_bind_int64(statement, 2, (int64_t)i);
        status =
            insert_variant(self, statement, &unit->unit->variants[i], error);
    }
    return status;
}

/** Run the statement that stores a unit's own row. */
static hxp_status put_row(hxp_sqlite *self, hxp_sql which,
                          const hxp_store_unit *unit, int64_t first,
                          hxp_error *error)
{
    sqlite3_stmt *statement;
    hxp_extra extra = { unit->unit->attributes,
                        unit->unit->remarks,
                        { NULL, 0 } };
    self->extra.len = 0;
    if (!hxp_extra_pack(&self->extra, &extra))
        return hxp_no_memory(error);
    hxp_status status = hxp_sqlite_statement(&statement, self, which, error);
    if (status != HXP_OK)
        return status;
    sqlite3_bind_int64(statement, 1, first);
    if (which == HXP_SQL_INSERT_UNIT) {
        sqlite3_bind_int64(statement, 2, (int64_t)unit->prints.key);
        sqlite3_bind_int64(statement, 3, (int64_t)unit->occurrence);
    }
    sqlite3_bind_int64(statement, 4, (int64_t)unit->prints.texts);
    sqlite3_bind_int64(statement, 5, (int64_t)unit->prints.whole);
    sqlite3_bind_int64(statement, 6, (int64_t)unit->previous);
    hxp_sqlite_bind_text(statement, 7, unit->unit->id);
    hxp_sqlite_bind_text(statement, 8, unit->unit->source_language);
    hxp_sqlite_bind_blob(statement, 9, hxp_buffer_str(&self->extra));
    return hxp_sqlite_run(self, statement, error);
}

hxp_status hxp_sqlite_insert(hxp_store *store, const hxp_store_unit *unit,
                             hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    hxp_status status =
        put_row(self, HXP_SQL_INSERT_UNIT, unit, unit->memory, error);
    if (status == HXP_OK)
        status = insert_variants(
            self, sqlite3_last_insert_rowid(self->database), unit, error);
    return status;
}

static hxp_status delete_unit(hxp_sqlite *self, int64_t id, hxp_error *error)
{
    hxp_status status = run_on(self, HXP_SQL_DELETE_VARIANTS, id, error);
    if (status == HXP_OK)
        status = run_on(self, HXP_SQL_DELETE_UNIT, id, error);
    return status;
}

hxp_status hxp_sqlite_replace(hxp_store *store, const hxp_stored *old,
                              const hxp_store_unit *unit, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    hxp_status status;
    /* what is derived knows texts by id: other texts get another one */
    if (old->texts != unit->prints.texts) {
        status = hxp_sqlite_remove(store, &old->id, 1, error);
        return status == HXP_OK ? hxp_sqlite_insert(store, unit, error)
                                : status;
    }
    status = put_row(self, HXP_SQL_UPDATE_UNIT, unit, old->id, error);
    if (status == HXP_OK)
        status = run_on(self, HXP_SQL_DELETE_VARIANTS, old->id, error);
    if (status == HXP_OK)
        status = insert_variants(self, old->id, unit, error);
    return status;
}

hxp_status hxp_sqlite_remove(hxp_store *store, const int64_t *ids, size_t count,
                             hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        status = delete_unit(self, ids[i], error);
        if (status == HXP_OK && count < HXP_MANY_REMOVALS)
            status = run_on(self, HXP_SQL_ADD_REMOVAL, ids[i], error);
    }
    if (status != HXP_OK || count < HXP_MANY_REMOVALS)
        return status;
    status =
        hxp_sqlite_statement(&statement, self, HXP_SQL_NEXT_GENERATION, error);
    return status == HXP_OK ? hxp_sqlite_run(self, statement, error) : status;
}
