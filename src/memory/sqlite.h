/* sqlite.h - a store in a SQLite file, for the files that make it up. */
#ifndef MEMORY_SQLITE_H
#define MEMORY_SQLITE_H

#include "base/array.h"
#include "memory/store.h"

#include <sqlite3.h>

/** The statements, prepared when they are first used. */
typedef enum hxp_sql {
    HXP_SQL_BEGIN,
    HXP_SQL_BEGIN_READING,
    HXP_SQL_COMMIT,
    HXP_SQL_ROLLBACK,
    HXP_SQL_ADD_MEMORY,
    HXP_SQL_MEMORIES,
    HXP_SQL_COUNT_UNITS,
    HXP_SQL_FIND,
    HXP_SQL_INSERT_UNIT,
    HXP_SQL_UPDATE_UNIT,
    HXP_SQL_INSERT_VARIANT,
    HXP_SQL_DELETE_UNIT,
    HXP_SQL_DELETE_VARIANTS,
    HXP_SQL_ADD_REMOVAL,
    HXP_SQL_NEXT_GENERATION,
    HXP_SQL_STATE,
    HXP_SQL_REMOVALS,
    HXP_SQL_SCAN,
    HXP_SQL_LANGUAGES,
    HXP_SQL_READ,
    HXP_SQL_READ_MEMORY,
    HXP_SQL_FETCH,
    HXP_SQL_VARIANTS,
    HXP_SQL_PREVIOUS,
    HXP_SQL_COUNT
} hxp_sql;

/** A store in a SQLite file. */
typedef struct hxp_sqlite {
    hxp_store store;
    char *path;
    char *spare;
    sqlite3 *database;
    sqlite3_stmt *statements[HXP_SQL_COUNT];
    hxp_stored *found; /* what find gave */
    size_t found_room;
    int64_t *ids; /* what removed gave */
    size_t id_room;
    hxp_buffer codes; /* of a unit on its way in */
    hxp_buffer extra;
    hxp_arena arena;  /* of a unit on its way out */
    bool without_log; /* while the first units are written */
} hxp_sqlite;

enum { HXP_SQLITE_WAIT_MS = 10000 }; /* for others */

/** What SQLite's result code means, said in error. */
hxp_status hxp_sqlite_fail(const hxp_sqlite *self, int code, hxp_error *error);

/** Give a statement without bindings; fails as preparing does. */
hxp_status hxp_sqlite_statement(sqlite3_stmt **out, hxp_sqlite *self,
                                hxp_sql which, hxp_error *error);

/**
 * Go to the next row of a statement; *row tells whether there is one. Behind
 * the last row, and on failure, the statement is reset.
 */
hxp_status hxp_sqlite_step(bool *row, hxp_sqlite *self, sqlite3_stmt *statement,
                           hxp_error *error);

/** Run a statement that gives no rows. */
hxp_status hxp_sqlite_run(hxp_sqlite *self, sqlite3_stmt *statement,
                          hxp_error *error);

/** Bytes of a column, text or not; they live until the next step. */
hxp_str hxp_sqlite_bytes(sqlite3_stmt *statement, int column);

/** The same of a column of text alone: it asks less often. */
hxp_str hxp_sqlite_text(sqlite3_stmt *statement, int column);

/** Bind text or bytes, which stay where they are; what is empty is NULL. */
void hxp_sqlite_bind_text(sqlite3_stmt *statement, int index, hxp_str text);
void hxp_sqlite_bind_blob(sqlite3_stmt *statement, int index, hxp_str bytes);

/** Make the schema, or bring an older one up to date. */
hxp_status hxp_sqlite_migrate(hxp_sqlite *self, hxp_memory_mode mode,
                              hxp_error *error);

/* The calls of the store; see store.h. */
hxp_status hxp_sqlite_make_memory(int64_t *id, hxp_store *store, hxp_str name,
                                  const hxp_unit_header *header,
                                  hxp_error *error);
hxp_status hxp_sqlite_find(const hxp_stored **items, size_t *count,
                           hxp_store *store, const hxp_store_unit *like,
                           hxp_error *error);
hxp_status hxp_sqlite_insert(hxp_store *store, const hxp_store_unit *unit,
                             hxp_error *error);
hxp_status hxp_sqlite_replace(hxp_store *store, const hxp_stored *old,
                              const hxp_store_unit *unit, hxp_error *error);
hxp_status hxp_sqlite_remove(hxp_store *store, const int64_t *ids, size_t count,
                             hxp_error *error);
hxp_status hxp_sqlite_memories(hxp_store *store, hxp_memory_taker *take,
                               void *context, hxp_error *error);
hxp_status hxp_sqlite_count(size_t *units, hxp_store *store, int64_t memory,
                            hxp_error *error);
hxp_status hxp_sqlite_state(hxp_store_state *state, hxp_store *store,
                            hxp_error *error);
hxp_status hxp_sqlite_languages(hxp_store *store, hxp_text_taker *take,
                                void *context, hxp_error *error);
hxp_status hxp_sqlite_scan(hxp_store *store, int64_t after,
                           hxp_text_taker *take, void *context,
                           hxp_error *error);
hxp_status hxp_sqlite_removed(const int64_t **ids, size_t *count,
                              hxp_store *store, int64_t after,
                              hxp_error *error);
hxp_status hxp_sqlite_read(hxp_store *store, int64_t memory,
                           hxp_unit_taker *take, void *context,
                           hxp_error *error);
hxp_status hxp_sqlite_previous(uint64_t *hash, hxp_store *store, int64_t id,
                               hxp_error *error);
hxp_status hxp_sqlite_fetch(hxp_store *store, int64_t id, hxp_unit_taker *take,
                            void *context, hxp_error *error);

/** Let the first units of a store be written without a log, if they are. */
void hxp_sqlite_expect_much(hxp_store *store);

/** Use the log again. */
void hxp_sqlite_use_log(hxp_sqlite *self);

#endif
