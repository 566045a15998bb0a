/* srx_engine.h - what dividing by SRX needs, for the files that do it. */
#ifndef SEGMENT_SRX_ENGINE_H
#define SEGMENT_SRX_ENGINE_H

#include "segment/srx_matcher.h"

#include <hexapla/segment.h>

#include <unicode/ubrk.h>

struct hxp_srx_engine {
    const hxp_srx *srx;
    hxp_srx_told told;
    hxp_srx_set set;
    hxp_srx_matcher *matcher;
    hxp_srx_regex_text text; /* the paragraph */
    UBreakIterator *breaks;  /* NULL: srx does not ask for ICU's */
    size_t icu_break;        /* the next of them, or the paragraph's end */
};

/** What became of a place. */
typedef struct hxp_srx_decision {
    size_t at;
    bool breaks;
    const hxp_srx_rule *rule; /* that decided; NULL: ICU did, or none */
} hxp_srx_decision;

/** Begin at the start of a paragraph. */
hxp_status hxp_srx_begin(hxp_srx_engine *engine, hxp_str text,
                         hxp_error *error);

/**
 * Go to the next place where something decides; when there is none left,
 * decision->at is the end of the text.
 */
hxp_status hxp_srx_next(hxp_srx_decision *decision, hxp_srx_engine *engine,
                        hxp_error *error);

#endif
