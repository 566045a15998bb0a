/* segmenter.h - a paragraph in work: what engines divide, and how they say so.
 */
#ifndef SEGMENT_SEGMENTER_H
#define SEGMENT_SEGMENTER_H

#include "segment/boundaries.h"
#include "segment/quotations.h"
#include "segment/rules.h"

#include <hexapla/segment.h>

struct hxp_segmenter {
    hxp_segment_options options;
    hxp_segment_data data;
    bool decides;              /* the language has data */
    bool needs_icu;            /* for every paragraph */
    hxp_boundaries boundaries; /* ICU's */
    hxp_quotations quotations; /* of the paragraph, if they are kept */
    hxp_srx_engine *srx;       /* divides instead, or NULL */
    const hxp_paragraph *paragraph;
    size_t start; /* in the paragraph: where the segment begins */
    hxp_segments found;
    size_t capacity; /* of found.items */
};

/** End the segment at byte end of the paragraph; an empty one is dropped. */
hxp_status hxp_segmenter_cut(hxp_segmenter *s, size_t end, hxp_error *error);

/** Tell of a decision, if somebody wants to know; reason is borrowed. */
hxp_status hxp_segmenter_tell(hxp_segmenter *s, const hxp_candidate *candidate,
                              hxp_str reason, hxp_error *error);

/** Divide the paragraph into sentences by ICU and the language's rules. */
hxp_status hxp_divide_sentences(hxp_segmenter *s, hxp_error *error);

/** Divide the paragraph by the rules of SRX. */
hxp_status hxp_divide_by_srx(hxp_segmenter *s, hxp_error *error);

#endif
