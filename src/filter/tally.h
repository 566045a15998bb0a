/* tally.h - how often each of some names came, in the order of the first. */
#ifndef FILTER_TALLY_H
#define FILTER_TALLY_H

#include "base/names.h"

#include <hexapla/filter.h>

/** Names and their counts; all zero is an empty one. */
typedef struct hxp_tally {
    hxp_names names;
    hxp_named_count *items; /* by the number of the name */
    size_t capacity;
} hxp_tally;

/** Count name once more. False: no memory. */
bool hxp_tally_add(hxp_tally *tally, hxp_str name);

void hxp_tally_free(hxp_tally *tally);

#endif
