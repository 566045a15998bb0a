/* memory.c - a store that is open: what it holds, and what leaves it. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "memory/match.h"
#include "model/header.h"
#include "model/inherit.h"
#include "model/sink.h"

#include <stdlib.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

/** Whether a store is named by the address of a database. */
static bool is_address(const char *path)
{
    hxp_str name = hxp_str_of(path);
    return hxp_str_starts(name, HXP_STR("postgresql://")) ||
           hxp_str_starts(name, HXP_STR("postgres://"));
}

hxp_status hxp_memory_open(hxp_memory **out, const char *path,
                           hxp_memory_mode mode, hxp_error *error)
{
    hxp_memory *memory = calloc(1, sizeof *memory);
    *out = NULL;
    if (!memory)
        return hxp_no_memory(error);
    hxp_status status =
        is_address(path) ? hxp_postgres_open(&memory->store, path, mode, error)
                         : hxp_sqlite_open(&memory->store, path, mode, error);
    if (status == HXP_OK)
        *out = memory;
    else
        free(memory);
    return status;
}

void hxp_memory_close(hxp_memory *memory)
{
    if (memory)
        memory->store->calls->close(memory->store);
    free(memory);
}

const char *hxp_memory_path(const hxp_memory *memory)
{
    return memory->store->path;
}

void hxp_memory_set_files(hxp_memory *memory, const hxp_memory_files *files)
{
    memory->store->files = files;
}

bool hxp_memory_is_remote(const char *path)
{
#ifdef __linux__
    /* as statfs(2) lists them: NFS, SMB, CIFS, SMB2, Coda, AFS, 9P, Ceph */
    static const unsigned long remote[] = { 0x6969,     0x517B,     0xFF534D42,
                                            0xFE534D42, 0x73757245, 0x5346414F,
                                            0x01021997, 0x00C36400 };
    struct statfs info;
    if (statfs(path, &info) != 0)
        return false;
    for (size_t i = 0; i < sizeof remote / sizeof remote[0]; i++)
        if (((unsigned long)info.f_type & 0xFFFFFFFF) == remote[i])
            return true;
#else
    (void)path;
#endif
    return false;
}

hxp_status hxp_memory_compact(hxp_memory *memory, hxp_error *error)
{
    return memory->store->calls->compact(memory->store, error);
}

/* --- What it holds -------------------------------------------------------- */

/** Who wants to know. */
typedef struct listing {
    hxp_store *store;
    hxp_status (*take)(void *context, const hxp_memory_info *info,
                       hxp_error *error);
    void *context;
} listing;

static hxp_status list_memory(void *context, const hxp_store_memory *memory,
                              hxp_error *error)
{
    const listing *to = context;
    hxp_memory_info info = { memory->name, 0 };
    hxp_status status =
        to->store->calls->count(&info.units, to->store, memory->id, error);
    return status == HXP_OK ? to->take(to->context, &info, error) : status;
}

hxp_status hxp_memory_list(hxp_memory *memory,
                           hxp_status (*take)(void *context,
                                              const hxp_memory_info *info,
                                              hxp_error *error),
                           void *context, hxp_error *error)
{
    listing to = { memory->store, take, context };
    return memory->store->calls->memories(memory->store, list_memory, &to,
                                          error);
}

hxp_status hxp_memory_languages(hxp_memory *memory,
                                hxp_status (*take)(void *context, hxp_str tag,
                                                   hxp_error *error),
                                void *context, hxp_error *error)
{
    hxp_names names = { .count = 0 };
    hxp_status status = hxp_match_languages(&names, memory->store, error);
    for (size_t i = 0; status == HXP_OK && i < names.count; i++)
        status = take(context, names.items[i], error);
    hxp_names_free(&names);
    return status;
}

/* --- Reading -------------------------------------------------------------- */

/** What the units of a memory have from its header. */
typedef struct memory_header {
    int64_t id;
    hxp_inherit inherit; /* to the header of the first memory */
} memory_header;

/** The memory that is read: the one called name, or all. */
typedef struct reading {
    const char *name;
    int64_t id; /* 0: all are read */
    bool found;
    hxp_header_copy copy; /* of the first */
    memory_header *headers;
    size_t count, room;
    hxp_arena arena; /* of the unit in work */
    hxp_unit_sink *sink;
    size_t *lost; /* units of a damaged store; NULL: none may be */
    bool failed;  /* it was not the store that did */
} reading;

static hxp_status find_memory(void *context, const hxp_store_memory *memory,
                              hxp_error *error)
{
    reading *self = context;
    if (self->name && !hxp_str_is(memory->name, self->name))
        return HXP_OK;
    if (!self->found && !hxp_header_copy_make(&self->copy, &memory->header))
        return hxp_no_memory(error);
    self->found = true;
    self->id = self->name ? memory->id : 0;
    if (!hxp_array_reserve(&self->headers, &self->room, self->count + 1,
                           sizeof *self->headers))
        return hxp_no_memory(error);
    memory_header *own = &self->headers[self->count++];
    *own = (memory_header){ .id = memory->id };
    return hxp_inherit_begin(&own->inherit, &self->copy.header) &&
                   hxp_inherit_begin(&own->inherit, &memory->header)
               ? HXP_OK
               : hxp_no_memory(error);
}

/** Hand on a unit, with what the header does not say. */
static hxp_status read_unit(void *context, const hxp_unit *unit, int64_t memory,
                            hxp_error *error)
{
    reading *self = context;
    hxp_unit own = *unit;
    size_t i = 0;
    while (i < self->count && self->headers[i].id != memory)
        i++;
    hxp_arena_reset(&self->arena);
    if (i < self->count &&
        !hxp_inherit_unit(&own, &self->headers[i].inherit, &self->arena))
        return hxp_no_memory(error);
    return self->sink->unit(self->sink, &own, error);
}

/** The same, if the unit is of the memory that is read. */
static hxp_status read_one(void *context, const hxp_unit *unit, int64_t memory,
                           hxp_error *error)
{
    reading *self = context;
    if (self->id != 0 && memory != self->id)
        return HXP_OK;
    hxp_status status = read_unit(context, unit, memory, error);
    self->failed = status != HXP_OK;
    return status;
}

/** Read units one by one, those that can be read. */
static hxp_status read_rest(reading *self, hxp_store *store, hxp_error *error)
{
    hxp_store_state state;
    hxp_status status = store->calls->state(&state, store, error);
    for (int64_t id = 1; status == HXP_OK && id <= state.last; id++) {
        status = store->calls->fetch(store, id, read_one, self, error);
        if (status != HXP_EINPUT || self->failed)
            continue;
        ++*self->lost;
        status = HXP_OK;
    }
    return status;
}

static hxp_status read_units(reading *given, hxp_store *store, hxp_error *error)
{
    reading self = *given;
    hxp_unit_sink *sink = self.sink;
    hxp_status status =
        store->calls->memories(store, find_memory, &self, error);
    if (status == HXP_OK && self.name && !self.found)
        status =
            hxp_fail_at(error, HXP_EINPUT, store->path, (hxp_place){ 0, 0, 0 },
                        "there is no memory '%s' in this store", self.name);
    if (status == HXP_OK)
        status = sink->begin(sink, &self.copy.header, error);
    if (status == HXP_OK)
        status = self.lost ? read_rest(&self, store, error)
                           : store->calls->read(store, self.id, read_unit,
                                                &self, error);
    if (status == HXP_OK)
        status = sink->end(sink, error);
    for (size_t i = 0; i < self.count; i++)
        hxp_inherit_free(&self.headers[i].inherit);
    free(self.headers);
    hxp_arena_free(&self.arena);
    hxp_header_copy_free(&self.copy);
    return status;
}

hxp_status hxp_memory_read(hxp_memory *memory, const char *name,
                           hxp_unit_sink *sink, hxp_error *error)
{
    reading self = { .name = name, .sink = sink };
    return read_units(&self, memory->store, error);
}

hxp_status hxp_memory_rescue(hxp_memory *memory, const char *name,
                             hxp_unit_sink *sink, size_t *lost,
                             hxp_error *error)
{
    reading self = { .name = name, .sink = sink, .lost = lost };
    *lost = 0;
    return read_units(&self, memory->store, error);
}

/* --- Removing ------------------------------------------------------------- */

/** A sink that remembers the units it gets, to remove them at the end. */
typedef struct removing {
    hxp_unit_sink sink;
    hxp_store *store;
    size_t *removed;
    int64_t *ids;
    size_t count, room;
} removing;

static hxp_status remove_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    removing *self = (removing *)sink;
    if (!hxp_array_reserve(&self->ids, &self->room, self->count + 1,
                           sizeof *self->ids))
        return hxp_no_memory(error);
    self->ids[self->count++] = (int64_t)unit->number;
    return HXP_OK;
}

static hxp_status remove_all(const removing *self, hxp_error *error)
{
    const hxp_store_calls *calls = self->store->calls;
    hxp_status status = calls->begin(self->store, error);
    if (status != HXP_OK)
        return status;
    status = calls->remove(self->store, self->ids, self->count, error);
    if (status == HXP_OK)
        status = calls->commit(self->store, error);
    if (status != HXP_OK)
        calls->abandon(self->store);
    return status;
}

static hxp_status end_removing(hxp_unit_sink *sink, hxp_error *error)
{
    removing *self = (removing *)sink;
    hxp_status status = remove_all(self, error);
    for (int i = 1;
         i < HXP_TRIES && status != HXP_OK && hxp_store_may_retry(self->store);
         i++)
        status = remove_all(self, error);
    if (status == HXP_OK)
        *self->removed = self->count;
    return status;
}

static void close_removing(hxp_unit_sink *sink)
{
    removing *self = (removing *)sink;
    free(self->ids);
    free(self);
}

hxp_status hxp_memory_remove_new(hxp_unit_sink **out, hxp_memory *memory,
                                 size_t *removed, hxp_error *error)
{
    removing *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->sink = (hxp_unit_sink){ hxp_ignore_begin, remove_unit, end_removing,
                                  close_removing };
    self->store = memory->store;
    self->removed = removed;
    *out = &self->sink;
    return HXP_OK;
}
