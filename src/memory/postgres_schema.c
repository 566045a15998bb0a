/* postgres_schema.c - the tables of a store in PostgreSQL, and how old ones
 * become new. */
#include "memory/postgres.h"

#include "base/error.h"

#include <stdio.h>

/**
 * Step i makes version i + 1 of version i; version 0 is no schema. A new
 * version is a new step; those that are here never change.
 *
 * The columns mean what they mean in sqlite_schema.c. So that the tables can
 * be distributed by memory, it is part of every key; ids are made by the
 * client that has locked the row of store, so that they rise in the order of
 * commits; and there is nothing but tables of bigint, text and bytea.
 */
static const char *const steps[] = {
    "CREATE TABLE hexapla.store("
    " id bigint PRIMARY KEY," /* 0: there is one row */
    " version bigint NOT NULL,"
    " identity bigint NOT NULL," /* drawn at random */
    " generation bigint NOT NULL,"
    " last bigint NOT NULL,"     /* the highest id of a unit */
    " removal bigint NOT NULL);" /* the highest id of a removal */
    "INSERT INTO hexapla.store VALUES"
    "(0, 0, hashtextextended(gen_random_uuid()::text, 0), 0, 0, 0);"
    "CREATE TABLE hexapla.memory("
    " id bigint PRIMARY KEY,"
    " name text NOT NULL,"
    " source_language text,"
    " extra bytea);"
    "CREATE TABLE hexapla.unit("
    " memory bigint NOT NULL,"
    " id bigint NOT NULL,"
    " key bigint NOT NULL,"
    " occurrence bigint NOT NULL,"
    " texts bigint NOT NULL,"
    " whole bigint NOT NULL,"
    " previous bigint NOT NULL,"
    " tuid text,"
    " source_language text,"
    " extra bytea,"
    " PRIMARY KEY(id, memory),"
    " UNIQUE(memory, key, occurrence));"
    "CREATE TABLE hexapla.variant("
    " memory bigint NOT NULL,"
    " unit bigint NOT NULL,"
    " number bigint NOT NULL,"
    " language text NOT NULL,"
    " text text NOT NULL,"
    " codes bytea,"
    " extra bytea,"
    " PRIMARY KEY(unit, number, memory));"
    "CREATE TABLE hexapla.removal("
    " memory bigint NOT NULL,"
    " id bigint NOT NULL,"
    " unit bigint NOT NULL,"
    " PRIMARY KEY(id, memory));",
};
enum { VERSION = sizeof steps / sizeof steps[0] };

/** Find the version of the schema; 0: there is none. */
static hxp_status read_version(int64_t *version, hxp_postgres *self,
                               hxp_error *error)
{
    PGresult *rows;
    *version = 0;
    hxp_status status = hxp_postgres_rows(
        &rows, self, "SELECT count(to_regclass('hexapla.store'))", NULL, error);
    if (status != HXP_OK)
        return status;
    bool exists = hxp_postgres_number(rows, 0, 0) > 0;
    hxp_pq.clear(rows);
    if (!exists)
        return HXP_OK;
    status = hxp_postgres_rows(&rows, self, "SELECT version FROM hexapla.store",
                               NULL, error);
    if (status != HXP_OK)
        return status;
    bool is_one = hxp_pq.ntuples(rows) == 1;
    *version = is_one ? hxp_postgres_number(rows, 0, 0) : 0;
    hxp_pq.clear(rows);
    if (!is_one || *version < 1)
        return hxp_postgres_say(self, HXP_EINPUT,
                                "this is no translation memory", error);
    if (*version > VERSION)
        return hxp_fail_at(error, HXP_EINPUT, self->path,
                           (hxp_place){ 0, 0, 0 }, HXP_NEWER_STORE,
                           (long long)*version, (int)VERSION);
    return HXP_OK;
}

/** Make the schema, if nobody has, and lock what it has. */
static hxp_status begin_steps(int64_t *version, hxp_postgres *self,
                              hxp_error *error)
{
    PGresult *rows;
    hxp_status status =
        hxp_postgres_run(self,
                         "BEGIN ISOLATION LEVEL READ COMMITTED, READ "
                         "WRITE",
                         NULL, error);
    if (status != HXP_OK)
        return status;
    self->in_transaction = true;
    status = hxp_postgres_rows(
        &rows, self, "SELECT count(to_regnamespace('hexapla'))", NULL, error);
    bool exists = status == HXP_OK && hxp_postgres_number(rows, 0, 0) > 0;
    hxp_pq.clear(rows);
    if (status == HXP_OK && !exists)
        status = hxp_postgres_run(self, "CREATE SCHEMA hexapla", NULL, error);
    if (status == HXP_OK)
        status = read_version(version, self, error);
    if (status == HXP_OK && *version > 0)
        status = hxp_postgres_read_state(&self->now, self, true, error);
    if (status == HXP_OK && *version > 0)
        status = read_version(version, self, error);
    return status;
}

/** Run the steps that are missing, in one transaction. */
static hxp_status run_steps(hxp_postgres *self, hxp_error *error)
{
    int64_t version = 0;
    hxp_status status = begin_steps(&version, self, error);
    for (; status == HXP_OK && version < VERSION; version++) {
        char done[64];
        snprintf(done, sizeof done, "UPDATE hexapla.store SET version = %d",
                 (int)version + 1);
        status = hxp_postgres_script(self, steps[version], error);
        if (status == HXP_OK)
            status = hxp_postgres_script(self, done, error);
    }
    if (status == HXP_OK)
        status = hxp_postgres_run(self, "COMMIT", NULL, error);
    if (status != HXP_OK)
        hxp_postgres_abandon(&self->store);
    self->in_transaction = false;
    return status;
}

hxp_status hxp_postgres_migrate(hxp_postgres *self, hxp_memory_mode mode,
                                hxp_error *error)
{
    int64_t version;
    hxp_status status = read_version(&version, self, error);
    if (status != HXP_OK)
        return status;
    if (version == 0 && mode != HXP_MEMORY_CREATE)
        return hxp_postgres_say(
            self, HXP_EINPUT, "there is no translation memory in this database",
            error);
    if (mode == HXP_MEMORY_READ || version == VERSION)
        return HXP_OK;
    if (run_steps(self, NULL) == HXP_OK)
        return HXP_OK;
    /* another process may have made it at the same time */
    status = read_version(&version, self, error);
    return status == HXP_OK && version < VERSION ? run_steps(self, error)
                                                 : status;
}
