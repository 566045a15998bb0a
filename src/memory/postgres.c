/* postgres.c - opening a store in a PostgreSQL database, transactions,
 * compacting. */
#include "memory/postgres.h"

#include "base/error.h"
#include "base/folders.h"
#include "base/str.h"
#include "memory/cache.h"

#include <stdlib.h>

int hxp_libpq_version(void)
{
    return hxp_pq_load(NULL) == HXP_OK ? hxp_pq.libVersion() : 0;
}

/* --- Transactions --------------------------------------------------------- */

static hxp_status begin_as(hxp_postgres *self, const char *sql,
                           hxp_error *error)
{
    hxp_status status = hxp_postgres_run(self, sql, NULL, error);
    self->in_transaction = status == HXP_OK;
    return status;
}

/** Begin; who else wants to write waits for the row of the store. */
static hxp_status begin(hxp_store *store, hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_status status = begin_as(
        self, "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE", error);
    if (status == HXP_OK)
        status = hxp_postgres_read_state(&self->then, self, true, error);
    if (status != HXP_OK)
        hxp_postgres_abandon(store);
    self->now = self->then;
    return status;
}

static hxp_status commit(hxp_store *store, hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_status status = hxp_postgres_end(self, error);
    if (status == HXP_OK)
        self->in_transaction = false;
    hxp_postgres_forget(self);
    return status;
}

void hxp_postgres_abandon(hxp_store *store)
{
    hxp_postgres *self = (hxp_postgres *)store;
    bool may_retry = self->may_retry;
    if (self->in_transaction && hxp_pq.status(self->link) == CONNECTION_OK &&
        hxp_postgres_run(self, "ROLLBACK", NULL, NULL) != HXP_OK)
        hxp_postgres_disconnect(self);
    self->may_retry = may_retry;
    self->in_transaction = false;
    self->cursors = 0;
    hxp_postgres_forget(self);
}

static bool may_retry(hxp_store *store)
{
    hxp_postgres *self = (hxp_postgres *)store;
    return self->may_retry && (hxp_pq.status(self->link) == CONNECTION_OK ||
                               hxp_postgres_connect(self, NULL) == HXP_OK);
}

hxp_status hxp_postgres_begin_reading(hxp_store *store, hxp_error *error)
{
    return begin_as((hxp_postgres *)store,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", error);
}

/* --- Compacting ----------------------------------------------------------- */

/** Fail when units and their variants do not belong together. */
static hxp_status check(hxp_postgres *self, hxp_error *error)
{
    static const char sql[] =
        "SELECT (SELECT count(*) FROM hexapla.variant v WHERE NOT EXISTS("
        "SELECT FROM hexapla.unit u WHERE u.id = v.unit AND u.memory = "
        "v.memory)) + (SELECT count(*) FROM hexapla.unit u WHERE NOT EXISTS("
        "SELECT FROM hexapla.variant v WHERE v.unit = u.id AND v.memory = "
        "u.memory)) + (SELECT count(*) FROM hexapla.unit, hexapla.store "
        "WHERE hexapla.unit.id > last)";
    PGresult *rows;
    hxp_status status = hxp_postgres_rows(&rows, self, sql, NULL, error);
    if (status == HXP_OK && hxp_postgres_number(rows, 0, 0) > 0)
        status = hxp_postgres_say(self, HXP_EINPUT,
                                  "the translation memory is damaged", error);
    hxp_pq.clear(rows);
    return status;
}

static hxp_status compact_now(hxp_store *store, hxp_error *error)
{
    static const char *const vacuum[] = { "VACUUM (ANALYZE) hexapla.unit",
                                          "VACUUM (ANALYZE) hexapla.variant",
                                          "VACUUM (ANALYZE) hexapla.removal",
                                          "VACUUM (ANALYZE) hexapla.memory",
                                          "VACUUM (ANALYZE) hexapla.store" };
    hxp_postgres *self = (hxp_postgres *)store;
    hxp_status status = check(self, error);
    if (status == HXP_OK)
        status = begin(store, error);
    if (status != HXP_OK)
        return status;
    self->now.generation++;
    status = hxp_postgres_run(self, "DELETE FROM hexapla.removal", NULL, error);
    if (status == HXP_OK)
        status = commit(store, error);
    if (status != HXP_OK)
        hxp_postgres_abandon(store);
    for (size_t i = 0; status == HXP_OK && i < sizeof vacuum / sizeof vacuum[0];
         i++)
        status = hxp_postgres_run(self, vacuum[i], NULL, error);
    return status;
}

/** Compact, which may take any time. */
static hxp_status compact(hxp_store *store, hxp_error *error)
{
    hxp_postgres *self = (hxp_postgres *)store;
    int patience = self->patience;
    hxp_status status = hxp_postgres_run(
        self,
        "SELECT set_config('hexapla.limit', current_setting("
        "'statement_timeout'), false), set_config('statement_timeout', '0', "
        "false)",
        NULL, error);
    if (status != HXP_OK)
        return status;
    self->patience = -1;
    status = compact_now(store, error);
    self->patience = patience;
    (void)hxp_postgres_run(self,
                           "SELECT set_config('statement_timeout', "
                           "current_setting('hexapla.limit'), false)",
                           NULL, NULL);
    return status;
}

/* --- Opening -------------------------------------------------------------- */

static void close_store(hxp_store *store)
{
    hxp_postgres *self = (hxp_postgres *)store;
    if (!self)
        return;
    hxp_postgres_disconnect(self);
    hxp_postgres_forget(self);
    hxp_buffer_free(&self->units.bytes);
    hxp_buffer_free(&self->variants.bytes);
    hxp_buffer_free(&self->removals.bytes);
    hxp_buffer_free(&self->scratch);
    free(self->known);
    free(self->found);
    free(self->gone);
    free(self->ids);
    free(self->derived);
    free(self->path);
    free(self->address);
    free(self);
}

static const hxp_store_calls calls = {
    .close = close_store,
    .begin = begin,
    .commit = commit,
    .abandon = hxp_postgres_abandon,
    .may_retry = may_retry,
    .begin_reading = hxp_postgres_begin_reading,
    .end_reading = hxp_postgres_abandon,
    .make_memory = hxp_postgres_make_memory,
    .memories = hxp_postgres_memories,
    .count = hxp_postgres_count,
    .expect = hxp_postgres_expect,
    .find = hxp_postgres_find,
    .insert = hxp_postgres_insert,
    .replace = hxp_postgres_replace,
    .remove = hxp_postgres_remove,
    .state = hxp_postgres_state,
    .scan = hxp_postgres_scan,
    .languages = hxp_postgres_languages,
    .removed = hxp_postgres_removed,
    .read = hxp_postgres_read,
    .fetch = hxp_postgres_fetch,
    .previous = hxp_postgres_previous,
    .compact = compact,
};

static hxp_status open_any(hxp_postgres *self, hxp_memory_mode mode,
                           hxp_error *error)
{
    hxp_store_state state;
    hxp_status status = hxp_postgres_path(&self->path, self->address, error);
    if (status != HXP_OK)
        return status;
    self->store.path = self->path;
    status = hxp_postgres_connect(self, error);
    if (status == HXP_OK)
        status = hxp_postgres_migrate(self, mode, error);
    if (status == HXP_OK)
        status = hxp_postgres_read_state(&state, self, false, error);
    if (status == HXP_OK)
        status = hxp_cache_prefix(&self->derived, state.store)
                     ? HXP_OK
                     : hxp_no_memory(error);
    self->store.derived = self->derived;
    /* others may not read the texts */
    if (status == HXP_OK && self->derived && mode == HXP_MEMORY_READ &&
        !hxp_folders_make(self->derived, 0700))
        status = hxp_no_memory(error);
    return status;
}

hxp_status hxp_postgres_open(hxp_store **out, const char *address,
                             hxp_memory_mode mode, hxp_error *error)
{
    *out = NULL;
    hxp_status status = hxp_pq_load(error);
    if (status != HXP_OK)
        return status;
    hxp_postgres *self = calloc(1, sizeof *self);
    if (self)
        self->address = strdup(address);
    if (!self || !self->address) {
        free(self);
        return hxp_no_memory(error);
    }
    self->store.calls = &calls;
    status = open_any(self, mode, error);
    if (status == HXP_OK)
        *out = &self->store;
    else
        close_store(&self->store);
    return status;
}
