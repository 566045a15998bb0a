/* boundaries.h - where ICU ends sentences. */
#ifndef SEGMENT_BOUNDARIES_H
#define SEGMENT_BOUNDARIES_H

#include "base/array.h"

#include <hexapla/base.h>

#include <unicode/ubrk.h>

/** ICU's sentence boundaries in one text after another; all zero is closed. */
typedef struct hxp_boundaries {
    UBreakIterator *breaks;
    UChar *units; /* the text, a line break in it as a blank */
    size_t capacity;
    int32_t end; /* the number of units */
    hxp_str text;
    bool same_places; /* each byte is a unit */
    size_t unit;      /* a place behind which none has been looked for ... */
    size_t at;        /* ... in bytes */
} hxp_boundaries;

/** Open for the language tag; fails when ICU does. */
hxp_status hxp_boundaries_open(hxp_boundaries *boundaries, const char *tag,
                               hxp_error *error);

/** Begin with text, which must live as long as boundaries are asked for. */
hxp_status hxp_boundaries_begin(hxp_boundaries *boundaries, hxp_str text,
                                hxp_error *error);

/**
 * The next boundary, or text.len. It is put before white space and before
 * marks that open.
 */
size_t hxp_boundaries_next(hxp_boundaries *boundaries);

/**
 * The next boundary that no stop of ours (hxp_is_stop) brought about, and no
 * Greek question mark before a small letter, or text.len.
 */
size_t hxp_boundaries_next_foreign(hxp_boundaries *boundaries);

/** True when text has a place where ICU may end a sentence at no stop of ours.
 */
bool hxp_has_foreign_stop(hxp_str text);

/** Close; closed already is allowed. */
void hxp_boundaries_close(hxp_boundaries *boundaries);

#endif
