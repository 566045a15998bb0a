/* store.c - stores of units, for tests. */
#include "store.h"

#include "base/str.h"

#include <hexapla/formats.h>

#include <dirent.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void say_nothing(void *context, const char *notice)
{
    (void)context;
    (void)notice;
}

static char folder[] = "/tmp/hexapla-store-XXXXXX";

bool store_folder(void)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    return mkdtemp(folder) && chdir(folder) == 0 &&
           setenv("HEXAPLA_CACHE", folder, 1) == 0;
}

void store_folder_remove(void)
{
    DIR *entries = opendir(folder);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    for (struct dirent *entry; entries && (entry = readdir(entries));)
        (void)unlink(entry->d_name); /* not "." */
    if (entries)
        closedir(entries);
    (void)(chdir("/") == 0 && rmdir(folder));
}

int store_set_up(void **state)
{
    (void)state;
    return store_folder() ? 0 : -1;
}

int store_tear_down(void **state)
{
    (void)state;
    store_folder_remove();
    return 0;
}

const char *store_name(void)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    const char *address = getenv("HEXAPLA_TEST_STORE");
    return address ? address : "s.db";
}

bool store_is_file(void)
{
    return !strstr(store_name(), "://");
}

bool store_run(const char *sql)
{
    PGconn *link = PQconnectdb(store_name());
    PQsetNoticeProcessor(link, say_nothing, NULL);
    PGresult *result = PQexec(link, sql);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK ||
                PQresultStatus(result) == PGRES_TUPLES_OK;
    PQclear(result);
    PQfinish(link);
    return done;
}

void store_remove(void)
{
    const char *index = store_index();
    if (index)
        (void)unlink(index);
    /* a log that was left behind would belong to the next store of the name */
    static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
    for (size_t i = 0; store_is_file() && i < sizeof ends / sizeof ends[0];
         i++) {
        char path[300];
        snprintf(path, sizeof path, "%s%s", store_name(), ends[i]);
        (void)unlink(path);
    }
    if (!store_is_file())
        (void)store_run("DROP SCHEMA IF EXISTS hexapla CASCADE");
}

const char *store_index(void)
{
    static char name[256];
    DIR *entries = opendir(folder);
    bool found = false;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (!hxp_str_ends(hxp_str_of(entry->d_name), HXP_STR("-en.index")))
            continue;
        snprintf(name, sizeof name, "%s", entry->d_name);
        found = true;
    }
    if (entries)
        closedir(entries);
    return found ? name : NULL;
}

hxp_status store_add(hxp_memory *memory, const char *name, hxp_str bytes,
                     hxp_memory_counts *counts, hxp_error *error)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_unit_sink *sink;
    hxp_input *input;
    *counts = (hxp_memory_counts){ 0, 0, 0, 0 };
    reading.format = hxp_str_starts(bytes, HXP_STR("<")) ? "tmx" : "tsv";
    hxp_status status = hxp_input_memory(&input, bytes, "test", error);
    if (status != HXP_OK)
        return status;
    status = hxp_memory_add_new(&sink, memory, name, counts, error);
    if (status == HXP_OK) {
        status = hxp_read_units(input, &reading, sink, error);
        sink->close(sink);
    }
    hxp_input_close(input);
    return status;
}

hxp_status store_export(hxp_output *output, hxp_memory *memory,
                        const char *name, const char *format, hxp_error *error)
{
    hxp_write_options writing = { .format = format };
    hxp_unit_sink *writer;
    hxp_status status = hxp_unit_writer_new(&writer, output, &writing, error);
    if (status != HXP_OK)
        return status;
    status = hxp_memory_read(memory, name, writer, error);
    writer->close(writer);
    return status;
}
