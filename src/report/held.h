/* held.h - a finding that is held back, with all it refers to in one piece. */
#ifndef REPORT_HELD_H
#define REPORT_HELD_H

#include "base/arena.h"

#include <hexapla/model.h>

/** Its texts, but for the name of the file, stand behind it. */
typedef struct hxp_held {
    hxp_finding finding;
    size_t file;  /* as first met */
    size_t order; /* as they came */
    size_t size;  /* bytes of all */
} hxp_held;

/** Copy a finding into arena; NULL when memory is out. */
hxp_held *hxp_held_new(hxp_arena *arena, const hxp_finding *finding);

/** Let the texts of item be those behind it, after it was moved. */
void hxp_held_settle(hxp_held *item);

/** Compare by file, place, rule and order. */
int hxp_held_compare(const hxp_held *a, const hxp_held *b);

#endif
