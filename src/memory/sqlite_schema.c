/* sqlite_schema.c - the tables of a store, and how old ones become new. */
#include "base/error.h"
#include "memory/sqlite.h"

#include <stdio.h>

/** "HXPL": tells our stores from other people's SQLite files. */
#define APPLICATION_ID 0x4858504C
#define TEXT(number)   #number
#define TEXT_OF(macro) TEXT(macro)

/**
 * Step i makes version i + 1 of version i; version 0 is an empty file. A new
 * version is a new step; those that are here never change.
 *
 * Texts are as they stood. codes and extra are packed by model/pack.h. key,
 * texts and whole are hashes (memory/add.c). Ids rise and are never used
 * again, so that what is derived knows what is new; what is gone is told by
 * removal, or, when much is, by another generation.
 */
static const char *const steps[] = {
    "CREATE TABLE store("
    " identity INTEGER NOT NULL," /* drawn at random */
    " generation INTEGER NOT NULL);"
    "INSERT INTO store VALUES(random(), 0);"
    "CREATE TABLE memory("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL UNIQUE,"
    " source_language TEXT," /* of the header of the first file added */
    " extra BLOB);"          /* its attributes, notes and properties */
    "CREATE TABLE unit("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " memory INTEGER NOT NULL,"
    " key INTEGER NOT NULL,"        /* what makes it this unit */
    " occurrence INTEGER NOT NULL," /* of that key in its file */
    " texts INTEGER NOT NULL,"      /* of languages, texts and codes */
    " whole INTEGER NOT NULL,"      /* of everything */
    " previous INTEGER NOT NULL,"   /* of the source before it; 0: none */
    " tuid TEXT,"
    " source_language TEXT," /* its own srclang */
    " extra BLOB);"          /* attributes, notes and properties */
    "CREATE UNIQUE INDEX unit_key ON unit(memory, key, occurrence);"
    "CREATE TABLE variant("
    " unit INTEGER NOT NULL,"
    " number INTEGER NOT NULL," /* from 0, as in the file */
    " memory INTEGER NOT NULL,"
    " language TEXT NOT NULL," /* as it stood */
    " text TEXT NOT NULL,"
    " codes BLOB," /* inline codes and where they stand */
    " extra BLOB," /* attributes, notes and properties */
    " PRIMARY KEY(unit, number)) WITHOUT ROWID;"
    "CREATE TABLE removal("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " unit INTEGER NOT NULL);"
    "PRAGMA application_id = " TEXT_OF(APPLICATION_ID) ";",
};
enum { VERSION = sizeof steps / sizeof steps[0] };

/** Read a number that a pragma gives. */
static hxp_status read_number(int64_t *number, hxp_sqlite *self,
                              const char *pragma, hxp_error *error)
{
    sqlite3_stmt *statement;
    bool row;
    *number = 0;
    int code = sqlite3_prepare_v2(self->database, pragma, -1, &statement, NULL);
    if (code != SQLITE_OK)
        return hxp_sqlite_fail(self, code, error);
    hxp_status status = hxp_sqlite_step(&row, self, statement, error);
    if (status == HXP_OK && row)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return status;
}

/** Find the version of the store's schema; fails when it is no store. */
static hxp_status read_version(int64_t *version, hxp_sqlite *self,
                               hxp_error *error)
{
    int64_t application = 0, objects = 0;
    hxp_status status =
        read_number(version, self, "PRAGMA user_version", error);
    if (status == HXP_OK)
        status =
            read_number(&application, self, "PRAGMA application_id", error);
    if (status == HXP_OK)
        status = read_number(&objects, self,
                             "SELECT count(*) FROM sqlite_schema", error);
    if (status != HXP_OK)
        return status;
    bool empty = *version == 0 && application == 0 && objects == 0;
    if (!empty && (application != APPLICATION_ID || *version < 1))
        return hxp_sqlite_fail(self, SQLITE_NOTADB, error);
    if (*version > VERSION)
        return hxp_fail_at(error, HXP_EINPUT, self->path,
                           (hxp_place){ 0, 0, 0 }, HXP_NEWER_STORE,
                           (long long)*version, (int)VERSION);
    return HXP_OK;
}

/** Run the steps that are missing, in one transaction. */
static hxp_status run_steps(hxp_sqlite *self, hxp_error *error)
{
    int64_t version;
    hxp_status status = self->store.calls->begin(&self->store, error);
    /* another process may have been faster */
    if (status == HXP_OK)
        status = read_version(&version, self, error);
    for (; status == HXP_OK && version < VERSION; version++) {
        char done[64];
        snprintf(done, sizeof done, "PRAGMA user_version = %d",
                 (int)version + 1);
        int code =
            sqlite3_exec(self->database, steps[version], NULL, NULL, NULL);
        if (code == SQLITE_OK)
            code = sqlite3_exec(self->database, done, NULL, NULL, NULL);
        if (code != SQLITE_OK)
            status = hxp_sqlite_fail(self, code, error);
    }
    if (status == HXP_OK)
        status = self->store.calls->commit(&self->store, error);
    if (status != HXP_OK)
        self->store.calls->abandon(&self->store);
    return status;
}

/** Read all that tells the version at one moment: others may be making it. */
static hxp_status read_version_once(int64_t *version, hxp_sqlite *self,
                                    hxp_error *error)
{
    hxp_status status = self->store.calls->begin_reading(&self->store, error);
    if (status != HXP_OK)
        return status;
    status = read_version(version, self, error);
    self->store.calls->end_reading(&self->store);
    return status;
}

hxp_status hxp_sqlite_migrate(hxp_sqlite *self, hxp_memory_mode mode,
                              hxp_error *error)
{
    int64_t version;
    hxp_status status = read_version_once(&version, self, error);
    if (status != HXP_OK)
        return status;
    if (version == 0 && mode != HXP_MEMORY_CREATE)
        return hxp_sqlite_fail(self, SQLITE_NOTADB, error);
    if (mode == HXP_MEMORY_READ)
        return HXP_OK;
    int code = sqlite3_exec(self->database, "PRAGMA journal_mode = WAL", NULL,
                            NULL, NULL);
    /* where others write the first units, the log is used again behind them */
    bool later = code == SQLITE_BUSY && version == VERSION;
    if (code != SQLITE_OK && !later)
        return hxp_sqlite_fail(self, code, error);
    return version < VERSION ? run_steps(self, error) : HXP_OK;
}
