/* memory.h - stores of units: adding to them, reading them. */
#ifndef HEXAPLA_MEMORY_H
#define HEXAPLA_MEMORY_H

#include <hexapla/base.h>
#include <hexapla/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the SQLite in use, such as "3.40.1". Static; never freed. */
HXP_API const char *hxp_sqlite_version(void);

/* --- Stores ----------------------------------------------------------------
 */

/**
 * A store: one or more memories, each a named set of units. Several processes
 * may use it at the same time, one of them writing.
 */
typedef struct hxp_memory hxp_memory;

typedef enum hxp_memory_mode {
    HXP_MEMORY_READ,  /* also where nothing can be written */
    HXP_MEMORY_WRITE, /* it must be there */
    HXP_MEMORY_CREATE /* it is made if it is not */
} hxp_memory_mode;

/**
 * Open the store at path, a SQLite file. One of an older version of Hexapla is
 * brought up to date when it is opened for writing.
 *
 * Fails with HXP_EINPUT when there is none, when the file is not a store, is
 * damaged or was made by a newer version; with HXP_ESYSTEM when it cannot be
 * written or another process does not let go of it. On HXP_OK the caller owns
 * *out and frees it with hxp_memory_close(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_memory_open(hxp_memory **out, const char *path,
                                   hxp_memory_mode mode, hxp_error *error);

/** Close the store; NULL is allowed. */
HXP_API void hxp_memory_close(hxp_memory *memory);

/** True when path lies on a network's file system, which may not lock well. */
HXP_API bool hxp_memory_is_remote(const char *path);

/* --- Writing ---------------------------------------------------------------
 */

/** What became of the units that were added. */
typedef struct hxp_memory_counts {
    size_t added;   /* new */
    size_t updated; /* put in the place of what was stored */
    size_t same;    /* stored already, equal in everything */
    size_t skipped; /* without text in two languages, or twice in the file */
} hxp_memory_counts;

/**
 * Make a sink that adds a file of units to the memory name of a store (which
 * is made if it is not there) in one transaction: all are stored for good when
 * end succeeds, otherwise none.
 *
 * A unit is the one stored before when both have the same id, source language
 * and source, codes and all; or, without an id, the same text in every
 * language. Units of one file are never taken for one another unless they are
 * equal in everything.
 *
 * On HXP_OK the caller calls (*out)->close; otherwise *out is NULL. memory and
 * counts must outlive the sink.
 */
HXP_API hxp_status hxp_memory_add_new(hxp_unit_sink **out, hxp_memory *memory,
                                      const char *name,
                                      hxp_memory_counts *counts,
                                      hxp_error *error);

/**
 * Make a sink that removes the units it gets, which hxp_memory_read() gave, in
 * one transaction when end is called. *removed says how many. Else as above.
 */
HXP_API hxp_status hxp_memory_remove_new(hxp_unit_sink **out,
                                         hxp_memory *memory, size_t *removed,
                                         hxp_error *error);

/**
 * Check a store and give back the room it does not use. Fails with HXP_EINPUT
 * when it is damaged.
 */
HXP_API hxp_status hxp_memory_compact(hxp_memory *memory, hxp_error *error);

/* --- Reading ---------------------------------------------------------------
 */

/**
 * Read the units of the memory name (NULL: of all) into sink: begin, each
 * unit, end; sink->close stays with the caller. The header is that of the
 * first file added. Fails with HXP_EINPUT when there is no such memory, and as
 * the sink does.
 */
HXP_API hxp_status hxp_memory_read(hxp_memory *memory, const char *name,
                                   hxp_unit_sink *sink, hxp_error *error);

/** A memory of a store. */
typedef struct hxp_memory_info {
    hxp_str name;
    size_t units;
} hxp_memory_info;

/**
 * Call take for each memory of a store, in the order of their making; what it
 * gets is borrowed. Fails as take does.
 */
HXP_API hxp_status
hxp_memory_list(hxp_memory *memory,
                hxp_status (*take)(void *context, const hxp_memory_info *info,
                                   hxp_error *error),
                void *context, hxp_error *error);

#ifdef __cplusplus
}
#endif
#endif
