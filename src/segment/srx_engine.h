/* srx_engine.h - what dividing by SRX needs, for the files that do it. */
#ifndef SEGMENT_SRX_ENGINE_H
#define SEGMENT_SRX_ENGINE_H

#include "segment/srx_set.h"

#include <hexapla/segment.h>

#include <unicode/ubrk.h>

struct hxp_srx_engine {
    const hxp_srx *srx;
    hxp_srx_told told;
    hxp_srx_set set;
    hxp_regex_text text;    /* the paragraph */
    UBreakIterator *breaks; /* NULL: srx does not ask for ICU's */
    size_t icu_break;       /* the next of them, or the paragraph's end */
};

#endif
