/* scope.h - the texts of a store in which something is looked for. */
#ifndef MEMORY_SCOPE_H
#define MEMORY_SCOPE_H

#include "base/arena.h"
#include "memory/follow.h"

/** Which texts: all zero but store is one to begin with. */
typedef struct hxp_scope {
    hxp_store *store;
    hxp_arena arena;
    struct hxp_scope_memory {
        int64_t id;
        hxp_str name;
    } * memories;
    size_t count, room;
    hxp_following following;      /* of one language */
    bool *wanted[HXP_FIND_PARTS]; /* by class */
} hxp_scope;

/**
 * Open the texts in language options->from, whatever its region, that have a
 * translation in options->to (NULL: in any) and are in options->memory (NULL:
 * in any). Fails with HXP_EINPUT when there are none, unless options->none is
 * there to be told, or no such memory. The caller ends with hxp_scope_free() in
 * any case.
 */
hxp_status hxp_scope_open(hxp_scope *scope, const hxp_lookup_options *options,
                          hxp_error *error);

/** The name of a memory; it lives as the scope does. */
hxp_str hxp_scope_memory(const hxp_scope *scope, int64_t id);

void hxp_scope_free(hxp_scope *scope);

#endif
