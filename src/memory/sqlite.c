/* sqlite.c - statements and failures of SQLite, transactions, compacting. */
#include "memory/sqlite.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "memory/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** How a store that is written to is set up. */
#define SET_TEMPORARY "PRAGMA temp_store = MEMORY;"
#define SET_CACHE     "PRAGMA cache_size = -131072;"

static const char *const sql[HXP_SQL_COUNT] = {
    [HXP_SQL_BEGIN] = "BEGIN IMMEDIATE",
    [HXP_SQL_BEGIN_READING] = "BEGIN",
    [HXP_SQL_COMMIT] = "COMMIT",
    [HXP_SQL_ROLLBACK] = "ROLLBACK",
    [HXP_SQL_ADD_MEMORY] = "INSERT INTO memory(name, source_language, extra) "
                           "VALUES(?1, ?2, ?3)",
    [HXP_SQL_MEMORIES] =
        "SELECT id, name, source_language, extra FROM memory ORDER BY id",
    [HXP_SQL_COUNT_UNITS] = "SELECT count(*) FROM unit WHERE memory = ?1",
    [HXP_SQL_FIND] = "SELECT id, occurrence, texts, whole FROM unit "
                     "WHERE memory = ?1 AND key = ?2 ORDER BY occurrence",
    [HXP_SQL_INSERT_UNIT] =
        "INSERT INTO unit(memory, key, occurrence, texts, whole, previous, "
        "tuid, source_language, extra) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)",
    [HXP_SQL_UPDATE_UNIT] =
        "UPDATE unit SET texts = ?4, whole = ?5, previous = ?6, tuid = ?7, "
        "source_language = ?8, extra = ?9 WHERE id = ?1",
    [HXP_SQL_INSERT_VARIANT] =
        "INSERT INTO variant(unit, number, memory, language, text, codes, "
        "extra) VALUES(?1,?2,?3,?4,?5,?6,?7)",
    [HXP_SQL_DELETE_UNIT] = "DELETE FROM unit WHERE id = ?1",
    [HXP_SQL_DELETE_VARIANTS] = "DELETE FROM variant WHERE unit = ?1",
    [HXP_SQL_ADD_REMOVAL] = "INSERT INTO removal(unit) VALUES(?1)",
    [HXP_SQL_NEXT_GENERATION] = "UPDATE store SET generation = generation + 1",
    [HXP_SQL_STATE] =
        "SELECT identity, generation, "
        "(SELECT coalesce(max(seq), 0) FROM sqlite_sequence "
        "WHERE name = 'unit'), (SELECT coalesce(max(id), 0) FROM removal) "
        "FROM store",
    [HXP_SQL_REMOVALS] = "SELECT unit FROM removal WHERE id > ?1",
    [HXP_SQL_SCAN] = "SELECT unit, memory, language, text FROM variant "
                     "WHERE unit > ?1 ORDER BY unit, number",
    [HXP_SQL_LANGUAGES] = "SELECT DISTINCT 0, 0, language, '' FROM variant",
    [HXP_SQL_READ] = "SELECT id, memory, tuid, source_language, extra "
                     "FROM unit ORDER BY id",
    [HXP_SQL_READ_MEMORY] = "SELECT id, memory, tuid, source_language, extra "
                            "FROM unit WHERE memory = ?1 ORDER BY id",
    [HXP_SQL_FETCH] = "SELECT id, memory, tuid, source_language, extra "
                      "FROM unit WHERE id = ?1",
    [HXP_SQL_VARIANTS] = "SELECT language, text, codes, extra FROM variant "
                         "WHERE unit = ?1 ORDER BY number",
    [HXP_SQL_PREVIOUS] = "SELECT previous FROM unit WHERE id = ?1",
};

const char *hxp_sqlite_version(void)
{
    return sqlite3_libversion();
}

/* --- Statements ----------------------------------------------------------- */

/** What is said of a result code; NULL: SQLite's own words. */
static const char *failure_text(int code, hxp_status *status)
{
    *status = HXP_ESYSTEM;
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        *status = HXP_EINPUT;
        return "this is no translation memory";
    case SQLITE_CORRUPT:
        *status = HXP_EINPUT;
        return "the translation memory is damaged";
    case SQLITE_FULL:
        return "no space left on device; nothing was changed";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "the translation memory cannot be written";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another process is writing to the translation memory";
    case SQLITE_CANTOPEN:
        return "the translation memory cannot be opened";
    default:
        return NULL;
    }
}

hxp_status hxp_sqlite_fail(const hxp_sqlite *self, int code, hxp_error *error)
{
    hxp_status status;
    if ((code & 0xFF) == SQLITE_NOMEM)
        return hxp_no_memory(error);
    const char *text = failure_text(code, &status);
    return hxp_fail_at(error, status, self->path, (hxp_place){ 0, 0, 0 }, "%s",
                       text ? text : sqlite3_errmsg(self->database));
}

hxp_status hxp_sqlite_statement(sqlite3_stmt **out, hxp_sqlite *self,
                                hxp_sql which, hxp_error *error)
{
    *out = self->statements[which];
    if (*out)
        return HXP_OK;
    int code = sqlite3_prepare_v3(self->database, sql[which], -1,
                                  SQLITE_PREPARE_PERSISTENT, out, NULL);
    if (code != SQLITE_OK)
        return hxp_sqlite_fail(self, code, error);
    self->statements[which] = *out;
    return HXP_OK;
}

hxp_status hxp_sqlite_step(bool *row, hxp_sqlite *self, sqlite3_stmt *statement,
                           hxp_error *error)
{
    int code = sqlite3_step(statement);
    *row = code == SQLITE_ROW;
    if (*row)
        return HXP_OK;
    hxp_status status =
        code == SQLITE_DONE ? HXP_OK : hxp_sqlite_fail(self, code, error);
    sqlite3_reset(statement);
    return status;
}

hxp_status hxp_sqlite_run(hxp_sqlite *self, sqlite3_stmt *statement,
                          hxp_error *error)
{
    bool row = true;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && row)
        status = hxp_sqlite_step(&row, self, statement, error);
    return status;
}

hxp_str hxp_sqlite_bytes(sqlite3_stmt *statement, int column)
{
    /* asked for as text, that of a UTF-16 database is converted */
    const void *bytes =
        sqlite3_column_type(statement, column) == SQLITE_TEXT
            ? (const void *)sqlite3_column_text(statement, column)
            : sqlite3_column_blob(statement, column);
    size_t len = (size_t)sqlite3_column_bytes(statement, column);
    return bytes ? (hxp_str){ bytes, len } : HXP_STR("");
}

hxp_str hxp_sqlite_text(sqlite3_stmt *statement, int column)
{
    const void *text = sqlite3_column_text(statement, column);
    size_t len = (size_t)sqlite3_column_bytes(statement, column);
    return text ? (hxp_str){ text, len } : HXP_STR("");
}

void hxp_sqlite_bind_text(sqlite3_stmt *statement, int index, hxp_str text)
{
    if (text.len == 0)
        sqlite3_bind_null(statement, index);
    else
        sqlite3_bind_text64(statement, index, text.ptr, text.len, SQLITE_STATIC,
                            SQLITE_UTF8);
}

void hxp_sqlite_bind_blob(sqlite3_stmt *statement, int index, hxp_str bytes)
{
    if (bytes.len == 0)
        sqlite3_bind_null(statement, index);
    else
        sqlite3_bind_blob64(statement, index, bytes.ptr, bytes.len,
                            SQLITE_STATIC);
}

/* --- Transactions --------------------------------------------------------- */

static hxp_status run_plain(hxp_store *store, hxp_sql which, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    sqlite3_stmt *statement;
    hxp_status status = hxp_sqlite_statement(&statement, self, which, error);
    return status == HXP_OK ? hxp_sqlite_run(self, statement, error) : status;
}

static hxp_status begin(hxp_store *store, hxp_error *error)
{
    return run_plain(store, HXP_SQL_BEGIN, error);
}

static hxp_status commit(hxp_store *store, hxp_error *error)
{
    hxp_status status = run_plain(store, HXP_SQL_COMMIT, error);
    if (status == HXP_OK)
        hxp_sqlite_use_log((hxp_sqlite *)store);
    return status;
}

/** SQLite may have rolled back by itself, when the disk was full. */
static void abandon(hxp_store *store)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    if (!sqlite3_get_autocommit(self->database))
        (void)run_plain(store, HXP_SQL_ROLLBACK, NULL);
    hxp_sqlite_use_log(self);
}

static hxp_status begin_reading(hxp_store *store, hxp_error *error)
{
    return run_plain(store, HXP_SQL_BEGIN_READING, error);
}

/* --- Compacting ----------------------------------------------------------- */

/** Fail with what SQLite's own check finds. */
static hxp_status check(hxp_sqlite *self, hxp_error *error)
{
    sqlite3_stmt *statement;
    bool row;
    int code = sqlite3_prepare_v2(self->database, "PRAGMA integrity_check(1)",
                                  -1, &statement, NULL);
    if (code != SQLITE_OK)
        return hxp_sqlite_fail(self, code, error);
    hxp_status status = hxp_sqlite_step(&row, self, statement, error);
    if (status == HXP_OK && row &&
        !hxp_str_is(hxp_sqlite_bytes(statement, 0), "ok"))
        status = hxp_sqlite_fail(self, SQLITE_CORRUPT, error);
    sqlite3_finalize(statement);
    return status;
}

static hxp_status compact(hxp_store *store, hxp_error *error)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    hxp_status status = check(self, error);
    if (status != HXP_OK)
        return status;
    /* the copy that VACUUM makes is as large as the store: not in memory, and
     * it is read and written in order, which wants no large cache */
    int code =
        sqlite3_exec(self->database,
                     "BEGIN IMMEDIATE; DELETE FROM removal;"
                     "UPDATE store SET generation = generation + 1; COMMIT;"
                     "PRAGMA temp_store = FILE; PRAGMA cache_size = -8192;"
                     "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)",
                     NULL, NULL, NULL);
    if (code != SQLITE_OK) {
        status = hxp_sqlite_fail(self, code, error);
        abandon(store);
    }
    (void)sqlite3_exec(self->database, SET_TEMPORARY SET_CACHE, NULL, NULL,
                       NULL);
    return status;
}

/* --- Opening -------------------------------------------------------------- */

static void close_database(hxp_sqlite *self)
{
    for (int i = 0; i < HXP_SQL_COUNT; i++)
        sqlite3_finalize(self->statements[i]);
    memset(self->statements, 0, sizeof self->statements);
    sqlite3_close(self->database);
    self->database = NULL;
}

static void close_store(hxp_store *store)
{
    hxp_sqlite *self = (hxp_sqlite *)store;
    if (!self)
        return;
    close_database(self);
    hxp_arena_free(&self->arena);
    hxp_buffer_free(&self->codes);
    hxp_buffer_free(&self->extra);
    free(self->found);
    free(self->ids);
    free(self->spare);
    free(self->path);
    free(self);
}

static const hxp_store_calls calls = {
    .close = close_store,
    .expect_much = hxp_sqlite_expect_much,
    .begin = begin,
    .commit = commit,
    .abandon = abandon,
    .begin_reading = begin_reading,
    .end_reading = abandon,
    .make_memory = hxp_sqlite_make_memory,
    .memories = hxp_sqlite_memories,
    .count = hxp_sqlite_count,
    .find = hxp_sqlite_find,
    .insert = hxp_sqlite_insert,
    .replace = hxp_sqlite_replace,
    .remove = hxp_sqlite_remove,
    .state = hxp_sqlite_state,
    .scan = hxp_sqlite_scan,
    .languages = hxp_sqlite_languages,
    .removed = hxp_sqlite_removed,
    .read = hxp_sqlite_read,
    .fetch = hxp_sqlite_fetch,
    .previous = hxp_sqlite_previous,
    .compact = compact,
};

/** The URI of a file that nobody changes; NULL: no memory. */
static char *immutable_uri(const char *path)
{
    static const char head[] = "file:", tail[] = "?immutable=1";
    char *uri = malloc(sizeof head + sizeof tail + 3 * strlen(path));
    if (!uri)
        return NULL;
    memcpy(uri, head, sizeof head);
    char *at = uri + sizeof head - 1;
    for (const char *c = path; *c; c++) {
        static const char digits[] = "0123456789ABCDEF";
        if (!strchr("%?#", *c)) {
            *at++ = *c;
            continue;
        }
        *at++ = '%';
        *at++ = digits[(unsigned char)*c >> 4];
        *at++ = digits[(unsigned char)*c & 15];
    }
    memcpy(at, tail, sizeof tail);
    return uri;
}

static hxp_status open_database(hxp_sqlite *self, const char *name, int flags,
                                hxp_error *error)
{
    close_database(self);
    /* a store is used by one thread at a time: no locks at each column */
    int code = sqlite3_open_v2(name, &self->database,
                               flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(self->database, HXP_SQLITE_WAIT_MS);
        /* what a stranger's schema would have us run is not run */
        sqlite3_db_config(self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        sqlite3_db_config(self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0,
                          NULL);
        /* the log is taken over, which needs two more syncs, at each 400th
         * small change or so */
        code = sqlite3_exec(self->database,
                            "PRAGMA synchronous = FULL;" SET_TEMPORARY
                            "PRAGMA secure_delete = OFF;"
                            "PRAGMA wal_autocheckpoint = 4000",
                            NULL, NULL, NULL);
    }
    return code == SQLITE_OK ? HXP_OK : hxp_sqlite_fail(self, code, error);
}

/** Adding wants the index of keys in memory; readers share the system's. */
static hxp_status set_cache(const hxp_sqlite *self, hxp_memory_mode mode,
                            hxp_error *error)
{
    const char *size =
        mode == HXP_MEMORY_READ ? "PRAGMA cache_size = -8192" : SET_CACHE;
    int code = sqlite3_exec(self->database, size, NULL, NULL, NULL);
    return code == SQLITE_OK ? HXP_OK : hxp_sqlite_fail(self, code, error);
}

/** Open where nothing can be written: SQLite must be told so. */
static hxp_status open_unchanging(hxp_sqlite *self, hxp_error *error)
{
    char *uri = immutable_uri(self->path);
    if (!uri)
        return hxp_no_memory(error);
    hxp_status status =
        open_database(self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
    free(uri);
    return status == HXP_OK ? hxp_sqlite_migrate(self, HXP_MEMORY_READ, error)
                            : status;
}

/**
 * Make a store without units under another name first: several processes may
 * make it at once, and while SQLite turns to its log others must not look.
 */
static hxp_status make_new(hxp_sqlite *self, hxp_error *error)
{
    size_t size = strlen(self->path) + 40;
    char *temporary = malloc(size);
    if (!temporary)
        return hxp_no_memory(error);
    snprintf(temporary, size, "%s.%ld-%zx.tmp", self->path, (long)getpid(),
             (size_t)(uintptr_t)self);
    /* SQLite would not say why it cannot be made */
    int file = open(temporary, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    hxp_status status =
        file < 0 ? hxp_fail_errno(error, self->path, errno) : HXP_OK;
    if (file >= 0)
        (void)close(file);
    if (status == HXP_OK)
        status = open_database(self, temporary, SQLITE_OPEN_READWRITE, error);
    if (status == HXP_OK)
        status = hxp_sqlite_migrate(self, HXP_MEMORY_CREATE, error);
    close_database(self);
    /* one that is there by now stays; where links are unknown it is made in
     * place, when it is opened */
    if (status == HXP_OK)
        (void)link(temporary, self->path);
    (void)unlink(temporary);
    free(temporary);
    return status;
}

static hxp_status open_any(hxp_sqlite *self, hxp_memory_mode mode,
                           hxp_error *error)
{
    static const int flags[] = {
        [HXP_MEMORY_READ] = SQLITE_OPEN_READONLY,
        [HXP_MEMORY_WRITE] = SQLITE_OPEN_READWRITE,
        [HXP_MEMORY_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    };
    struct stat info;
    hxp_status status = HXP_OK;
    if (stat(self->path, &info) != 0)
        status = mode == HXP_MEMORY_CREATE && errno == ENOENT
                     ? make_new(self, error)
                     : hxp_fail_errno(error, self->path, errno);
    else if (S_ISDIR(info.st_mode))
        status = hxp_fail_errno(error, self->path, EISDIR);
    if (status != HXP_OK)
        return status;
    hxp_error why;
    status = open_database(self, self->path, flags[mode], &why);
    if (status == HXP_OK)
        status = hxp_sqlite_migrate(self, mode, &why);
    if (status == HXP_ESYSTEM && mode == HXP_MEMORY_READ)
        return open_unchanging(self, error);
    if (status != HXP_OK && error)
        *error = why;
    return status;
}

/** Find a place for what a reader cannot write beside the store. */
static hxp_status set_spare(hxp_sqlite *self, hxp_error *error)
{
    hxp_store_state state;
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_status status = hxp_sqlite_state(&state, &self->store, error);
    if (status != HXP_OK)
        return status;
    /* a copy of a store is another one */
    char *path = realpath(self->path, NULL);
    if (!path)
        return errno == ENOMEM ? hxp_no_memory(error) : HXP_OK;
    hxp_hasher_add(&hasher, hxp_str_of(path));
    hxp_hasher_number(&hasher, state.store);
    free(path);
    if (!hxp_cache_prefix(&self->spare, hxp_hasher_finish(&hasher).words[0]))
        return hxp_no_memory(error);
    self->store.spare = self->spare;
    return HXP_OK;
}

hxp_status hxp_sqlite_open(hxp_store **out, const char *path,
                           hxp_memory_mode mode, hxp_error *error)
{
    hxp_sqlite *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self)
        self->path = strdup(path);
    if (!self || !self->path) {
        free(self);
        return hxp_no_memory(error);
    }
    self->store.calls = &calls;
    self->store.path = self->store.derived = self->path;
    hxp_status status = open_any(self, mode, error);
    if (status == HXP_OK)
        status = set_cache(self, mode, error);
    if (status == HXP_OK && mode == HXP_MEMORY_READ)
        status = set_spare(self, error);
    if (status == HXP_OK)
        *out = &self->store;
    else
        close_store(&self->store);
    return status;
}
