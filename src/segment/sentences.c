/* sentences.c - paragraphs to sentences: ICU's boundaries, our decisions. */
#include "segment/segmenter.h"

#include "base/str.h"

static hxp_status tell(hxp_segmenter *s, const hxp_candidate *candidate,
                       hxp_error *error)
{
    if (!s->options.explain)
        return HXP_OK;
    return hxp_segmenter_tell(s, candidate,
                              hxp_segment_rule_name(candidate->rule), error);
}

static hxp_status tell_boundary(hxp_segmenter *s, size_t at, hxp_error *error)
{
    hxp_candidate candidate = { at, at, at, true, HXP_RULE_ICU };
    return tell(s, &candidate, error);
}

static size_t next_boundary(hxp_segmenter *s)
{
    return s->decides ? hxp_boundaries_next_foreign(&s->boundaries)
                      : hxp_boundaries_next(&s->boundaries);
}

/** End segments at ICU's boundaries that lie before byte end. */
static hxp_status cut_at_boundaries(hxp_segmenter *s, size_t *boundary,
                                    size_t end, hxp_error *error)
{
    hxp_status status = HXP_OK;
    while (status == HXP_OK && *boundary < end) {
        if (*boundary > s->start) {
            status = tell_boundary(s, *boundary, error);
            if (status == HXP_OK)
                status = hxp_segmenter_cut(s, *boundary, error);
        }
        *boundary = next_boundary(s);
    }
    return status;
}

/** Tell what was decided at a stop, and end the segment there if so. */
static hxp_status settle(hxp_segmenter *s, hxp_candidate *candidate,
                         hxp_error *error)
{
    if (candidate->breaks && s->options.keep_quotes &&
        hxp_quotations_hold(&s->quotations, candidate->end)) {
        candidate->breaks = false;
        candidate->rule = HXP_RULE_KEPT_QUOTE;
    }
    hxp_status status = tell(s, candidate, error);
    if (status == HXP_OK && candidate->breaks)
        status = hxp_segmenter_cut(s, candidate->end, error);
    return status;
}

/** Decide at every stop; boundary is ICU's first, or the paragraph's end. */
static hxp_status cut_at_stops(hxp_segmenter *s, size_t boundary,
                               hxp_error *error)
{
    hxp_str text = s->paragraph->text;
    hxp_scan scan = { .data = &s->data, .paragraph = text };
    hxp_candidate candidate;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_next_candidate(&candidate, &scan)) {
        if (boundary < candidate.start) {
            /* a segment begins before the stop: judge the stop anew */
            status = cut_at_boundaries(s, &boundary, candidate.start, error);
            scan.from = candidate.start;
        } else {
            status = settle(s, &candidate, error);
        }
        scan.segment_start = s->start;
    }
    return status == HXP_OK ? cut_at_boundaries(s, &boundary, text.len, error)
                            : status;
}

hxp_status hxp_divide_sentences(hxp_segmenter *s, hxp_error *error)
{
    hxp_str text = s->paragraph->text;
    size_t boundary = text.len;
    if (s->needs_icu || hxp_has_foreign_stop(text)) {
        hxp_status status = hxp_boundaries_begin(&s->boundaries, text, error);
        if (status != HXP_OK)
            return status;
        boundary = next_boundary(s);
    }
    if (!s->decides)
        return cut_at_boundaries(s, &boundary, text.len, error);
    return cut_at_stops(s, boundary, error);
}
