/* sqlite_first.c - the first units of a store, which need no log. */
#include "memory/sqlite.h"

/*
 * What is changed goes into a log, from where it is taken over when it stays:
 * it is written twice, and each page that is read is looked for in all of the
 * log, which took most of the time when ten million units were added at once.
 * The first units of a store are written to its end instead; a journal keeps
 * the few pages that were there before. What is killed meanwhile leaves that
 * journal behind, by which the store is empty again when it is next opened.
 */

void hxp_sqlite_expect_much(hxp_store *store)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    hxp_store_state state;
    if (hxp_sqlite_state(&state, store, NULL) != HXP_OK || state.last > 0)
        return;
    /* where others use the store it keeps its log */
    sqlite3_busy_timeout(self->database, 0);
    self->without_log = true;
    (void)sqlite3_exec(self->database, "PRAGMA journal_mode = DELETE", NULL,
                       NULL, NULL);
    sqlite3_busy_timeout(self->database, HXP_SQLITE_WAIT_MS);
}

void hxp_sqlite_use_log(hxp_sqlite *self)
{
    if (!self->without_log)
        return;
    self->without_log = false;
    /* where it cannot be, the next writer does it */
    (void)sqlite3_exec(self->database, "PRAGMA journal_mode = WAL", NULL, NULL,
                       NULL);
}
