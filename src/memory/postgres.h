/* postgres.h - a store in a PostgreSQL database, for the files that make it
 * up. */
#ifndef MEMORY_POSTGRES_H
#define MEMORY_POSTGRES_H

#include "base/array.h"
#include "base/hash_map.h"
#include "memory/postgres_library.h"
#include "memory/store.h"

/** Rows on their way into a table, as COPY takes them in binary. */
typedef struct hxp_copy {
    hxp_buffer bytes;
    hxp_status status; /* of what was put */
} hxp_copy;

/** What is known of a unit with a key that was asked for. */
typedef struct hxp_known {
    hxp_stored stored;
    uint32_t next; /* the one with the same key, from 1; 0: none */
} hxp_known;

/** A store in a PostgreSQL database. */
typedef struct hxp_postgres {
    hxp_store store;
    char *address; /* with its secrets */
    char *path;    /* without them */
    char *derived;
    PGconn *link; /* NULL: it is gone */
    int patience; /* milliseconds that an answer may take; -1: any time */
    bool in_transaction;
    bool is_ending; /* that of a commit; nobody knows whether it succeeds */
    bool may_retry; /* what failed last */
    unsigned cursors;
    /* of the transaction that writes */
    hxp_store_state then; /* when it began */
    hxp_store_state now;
    hxp_hash_map keys; /* asked for: the first of its units in known */
    hxp_known *known;
    size_t known_count, known_room;
    hxp_stored *found; /* what find gave */
    size_t found_room;
    int64_t *gone; /* units whose rows must go before others are put */
    size_t gone_count, gone_room;
    hxp_copy units, variants, removals;
    hxp_buffer scratch;
    /* what removed gave */
    int64_t *ids;
    size_t id_room;
} hxp_postgres;

/* --- Connecting, postgres_link.c ------------------------------------------ */

enum { HXP_PARAMETERS = 4 };

/** The values of $1, $2 ... in a statement; all zero: none. */
typedef struct hxp_sql_parameters {
    int count;
    Oid types[HXP_PARAMETERS];
    const char *values[HXP_PARAMETERS];
    int lengths[HXP_PARAMETERS];
    int formats[HXP_PARAMETERS];
    char numbers[HXP_PARAMETERS][8];
} hxp_sql_parameters;

/** Add a value; texts and bytes stay where they are, empty is NULL. */
void hxp_sql_parameters_number(hxp_sql_parameters *parameters, int64_t number);
void hxp_sql_parameters_text(hxp_sql_parameters *parameters, hxp_str text);
void hxp_sql_parameters_bytes(hxp_sql_parameters *parameters, hxp_str bytes);

/** Add numbers, which are written into bytes. False: no memory. */
bool hxp_sql_parameters_numbers(hxp_sql_parameters *parameters,
                                hxp_buffer *bytes, const int64_t *numbers,
                                size_t count);

/** Connect; fails with HXP_ESYSTEM and what the server says. */
hxp_status hxp_postgres_connect(hxp_postgres *self, hxp_error *error);

/** Close the connection; the server undoes what is not committed. */
void hxp_postgres_disconnect(hxp_postgres *self);

/**
 * Run a statement; parameters may be NULL. On HXP_OK the caller clears *rows,
 * otherwise it is NULL. When the connection was lost since the last
 * transaction, it is made again.
 */
hxp_status hxp_postgres_rows(PGresult **rows, hxp_postgres *self,
                             const char *sql,
                             const hxp_sql_parameters *parameters,
                             hxp_error *error);

/** Run a statement that gives no rows, or whose rows are not wanted. */
hxp_status hxp_postgres_run(hxp_postgres *self, const char *sql,
                            const hxp_sql_parameters *parameters,
                            hxp_error *error);

/** Run several statements without parameters. */
hxp_status hxp_postgres_script(hxp_postgres *self, const char *sql,
                               hxp_error *error);

/** COPY statements and the rows for each of them. */
typedef struct hxp_copying {
    const char *sql; /* they, and maybe others behind them */
    hxp_copy *rows[3];
    size_t count;
    bool ends; /* the last statement is COMMIT */
} hxp_copying;

/** Send statements and rows; these are gone then. */
hxp_status hxp_postgres_copy(hxp_postgres *self, const hxp_copying *copying,
                             hxp_error *error);

/** A column of a row: a bigint; text or bytes, which live as long as rows. */
int64_t hxp_postgres_number(const PGresult *rows, int row, int column);
hxp_str hxp_postgres_bytes(const PGresult *rows, int row, int column);

/** Begin a row of so many columns, and add them. */
void hxp_copy_row(hxp_copy *rows, uint16_t columns);
void hxp_copy_number(hxp_copy *rows, int64_t number);
void hxp_copy_text(hxp_copy *rows, hxp_str text);
void hxp_copy_bytes(hxp_copy *rows, hxp_str bytes); /* empty is NULL */

/* --- Failing, postgres_fail.c --------------------------------------------- */

/** Say that no answer comes, or that the connection is lost, if so. */
hxp_status hxp_postgres_late(hxp_postgres *self, hxp_error *error);
hxp_status hxp_postgres_lost(hxp_postgres *self, hxp_error *error);

/** Say what the server said of a statement. */
hxp_status hxp_postgres_fail(hxp_postgres *self, const PGresult *result,
                             hxp_error *error);

/** Say message, which may have several lines and need not end. */
hxp_status hxp_postgres_say(const hxp_postgres *self, hxp_status status,
                            const char *message, hxp_error *error);

/** Whether the five characters of a failure's kind are these. */
bool hxp_postgres_is(const PGresult *result, const char *state);

/* --- Others --------------------------------------------------------------- */

/**
 * Write an address without its secrets into *path, which the caller frees.
 * Fails with HXP_EINPUT when it is none.
 */
hxp_status hxp_postgres_path(char **path, const char *address,
                             hxp_error *error);

/** Make the schema, or bring an older one up to date. */
hxp_status hxp_postgres_migrate(hxp_postgres *self, hxp_memory_mode mode,
                                hxp_error *error);

/** Read what state tells, and lock it if lock. */
hxp_status hxp_postgres_read_state(hxp_store_state *state, hxp_postgres *self,
                                   bool lock, hxp_error *error);

/** Send what was put, then commit; now tells the state of the store. */
hxp_status hxp_postgres_end(hxp_postgres *self, hxp_error *error);

/** Send what was put, so that statements see it. */
hxp_status hxp_postgres_flush(hxp_postgres *self, hxp_error *error);

/** Forget what was put. */
void hxp_postgres_forget(hxp_postgres *self);

/* The calls of the store; see store.h. */
hxp_status hxp_postgres_begin_reading(hxp_store *store, hxp_error *error);
void hxp_postgres_abandon(hxp_store *store);
hxp_status hxp_postgres_make_memory(int64_t *id, hxp_store *store, hxp_str name,
                                    const hxp_unit_header *header,
                                    hxp_error *error);
hxp_status hxp_postgres_expect(hxp_store *store, int64_t memory,
                               const uint64_t *keys, size_t count,
                               hxp_error *error);
hxp_status hxp_postgres_find(const hxp_stored **items, size_t *count,
                             hxp_store *store, const hxp_store_unit *like,
                             hxp_error *error);
hxp_status hxp_postgres_insert(hxp_store *store, const hxp_store_unit *unit,
                               hxp_error *error);
hxp_status hxp_postgres_replace(hxp_store *store, const hxp_stored *old,
                                const hxp_store_unit *unit, hxp_error *error);
hxp_status hxp_postgres_remove(hxp_store *store, const int64_t *ids,
                               size_t count, hxp_error *error);
hxp_status hxp_postgres_memories(hxp_store *store, hxp_memory_taker *take,
                                 void *context, hxp_error *error);
hxp_status hxp_postgres_count(size_t *units, hxp_store *store, int64_t memory,
                              hxp_error *error);
hxp_status hxp_postgres_state(hxp_store_state *state, hxp_store *store,
                              hxp_error *error);
hxp_status hxp_postgres_languages(hxp_store *store, hxp_text_taker *take,
                                  void *context, hxp_error *error);
hxp_status hxp_postgres_scan(hxp_store *store, int64_t after,
                             hxp_text_taker *take, void *context,
                             hxp_error *error);
hxp_status hxp_postgres_removed(const int64_t **ids, size_t *count,
                                hxp_store *store, int64_t after,
                                hxp_error *error);
hxp_status hxp_postgres_read(hxp_store *store, int64_t memory,
                             hxp_unit_taker *take, void *context,
                             hxp_error *error);
hxp_status hxp_postgres_fetch(hxp_store *store, int64_t id,
                              hxp_unit_taker *take, void *context,
                              hxp_error *error);
hxp_status hxp_postgres_previous(uint64_t *hash, hxp_store *store, int64_t id,
                                 hxp_error *error);

#endif
