/* quotations.h - where a paragraph quotes, so that quotations stay whole. */
#ifndef SEGMENT_QUOTATIONS_H
#define SEGMENT_QUOTATIONS_H

#include <hexapla/base.h>
#include <hexapla/model.h>

/** The outermost quotations of a paragraph, in order; all zero: none. */
typedef struct hxp_quotations {
    hxp_span *items; /* from the mark that opens to behind the closing one */
    size_t count, capacity;
    size_t next; /* the first that may hold what is asked for next */
} hxp_quotations;

/**
 * Find the quotations of text. A mark that is never closed opens none.
 * False when memory is out.
 */
bool hxp_quotations_find(hxp_quotations *quotations, hxp_str text);

/** True when byte at is within one; at must not go back between calls. */
bool hxp_quotations_hold(hxp_quotations *quotations, size_t at);

/** Free what was found. */
void hxp_quotations_free(hxp_quotations *quotations);

#endif
