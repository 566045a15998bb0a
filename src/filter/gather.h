/* gather.h - the notes and properties of several places, each once. */
#ifndef FILTER_GATHER_H
#define FILTER_GATHER_H

#include "base/arena.h"

#include <hexapla/model.h>

/** Copies of remarks in the order they came; all zero: none. */
typedef struct hxp_gather {
    hxp_arena arena;
    hxp_remark *items;
    size_t count, capacity;
} hxp_gather;

/** Add those of remarks that are new. False: no memory. */
bool hxp_gather_add(hxp_gather *gather, const hxp_remarks *remarks);

/** Whether an equal remark was added. */
bool hxp_gather_has(const hxp_gather *gather, const hxp_remark *remark);

/** What was gathered; it lives until the next change. */
hxp_remarks hxp_gather_remarks(const hxp_gather *gather);

/** Free what was gathered; nothing is then. */
void hxp_gather_free(hxp_gather *gather);

#endif
