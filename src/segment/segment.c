/* segment.c - the segmenter: its options, its modes, what it hands out. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "segment/segmenter.h"
#include "text/utf8.h"

#include <stdlib.h>

hxp_status hxp_segmenter_cut(hxp_segmenter *s, size_t end, hxp_error *error)
{
    hxp_segments *segments = &s->found;
    hxp_str text = s->paragraph->text;
    hxp_str part = hxp_utf8_trim(hxp_str_part(text, s->start, end));
    s->start = end;
    if (part.len == 0)
        return HXP_OK;
    if (!hxp_array_reserve(&segments->items, &s->capacity, segments->count + 1,
                           sizeof *segments->items))
        return hxp_no_memory(error);
    size_t start = s->paragraph->offset + (size_t)(part.ptr - text.ptr);
    segments->items[segments->count++] =
        (hxp_segment){ s->paragraph->number, start, start + part.len };
    return HXP_OK;
}

/* --- Decisions, told ------------------------------------------------------ */

enum { WORD_SHOWN = 48 }; /* bytes of a word, at most */

/** The word before and at a stop, without white space. */
static hxp_str word_before(hxp_str text, const hxp_candidate *candidate)
{
    size_t at = candidate->start, start = at;
    while (at > 0 && candidate->start - at < WORD_SHOWN &&
           !hxp_char_is_space(hxp_utf8_previous(text, &start)))
        at = start;
    return hxp_str_part(text, at, candidate->end);
}

static hxp_str word_after(hxp_str text, const hxp_candidate *candidate)
{
    size_t at = candidate->next, end = at;
    while (at < text.len && at - candidate->next < WORD_SHOWN &&
           !hxp_char_is_space(hxp_utf8_next(text, &end)))
        at = end;
    return hxp_str_part(text, candidate->next, at);
}

hxp_status hxp_segmenter_tell(hxp_segmenter *s, const hxp_candidate *candidate,
                              hxp_str reason, hxp_error *error)
{
    hxp_decision_sink *sink = s->options.explain;
    if (!sink)
        return HXP_OK;
    hxp_str text = s->paragraph->text;
    hxp_decision decision = { .paragraph = s->paragraph->number,
                              .start = s->paragraph->offset + candidate->start,
                              .end = s->paragraph->offset + candidate->end,
                              .breaks = candidate->breaks,
                              .reason = reason,
                              .before = word_before(text, candidate),
                              .after = word_after(text, candidate) };
    return sink->decision(sink, &decision, error);
}

/* --- The segmenter -------------------------------------------------------- */

hxp_status hxp_segmenter_new(hxp_segmenter **out, const hxp_language *language,
                             const hxp_segment_options *options,
                             hxp_error *error)
{
    static const hxp_segment_options defaults = HXP_SEGMENT_OPTIONS_INIT;
    hxp_segmenter *s = calloc(1, sizeof *s);
    *out = NULL;
    if (!s)
        return hxp_no_memory(error);
    s->options = options ? *options : defaults;
    s->decides = hxp_language_has_data(language);
    s->needs_icu = s->options.engine == HXP_ENGINE_ICU ||
                   !hxp_language_flag(language, "scan-alone");
    bool sentences = s->options.mode == HXP_SEGMENT_SENTENCES;
    hxp_status status = HXP_OK;
    if (!hxp_segment_data_init(&s->data, language))
        status = hxp_no_memory(error);
    else if (sentences && s->options.srx)
        status = hxp_srx_engine_new(&s->srx, s->options.srx,
                                    hxp_str_of(hxp_language_tag(language)),
                                    s->options.findings, error);
    else if (sentences)
        status = hxp_boundaries_open(&s->boundaries, hxp_language_tag(language),
                                     error);
    if (status == HXP_OK)
        *out = s;
    else
        hxp_segmenter_free(s);
    return status;
}

void hxp_segmenter_free(hxp_segmenter *s)
{
    if (!s)
        return;
    hxp_segment_data_free(&s->data);
    hxp_boundaries_close(&s->boundaries);
    hxp_srx_engine_free(s->srx);
    hxp_quotations_free(&s->quotations);
    hxp_segments_free(&s->found);
    free(s);
}

/** Make each line a segment. */
static hxp_status divide_lines(hxp_segmenter *s, hxp_error *error)
{
    hxp_str text = s->paragraph->text, rest = text, line;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_line_cut(&rest, &line))
        status = hxp_segmenter_cut(s, (size_t)(line.ptr - text.ptr) + line.len,
                                   error);
    return status;
}

/** Add the segments of paragraph to those found. */
static hxp_status divide(hxp_segmenter *s, const hxp_paragraph *paragraph,
                         hxp_error *error)
{
    hxp_status status = HXP_OK;
    s->paragraph = paragraph;
    s->start = 0;
    if (s->options.keep_quotes &&
        !hxp_quotations_find(&s->quotations, paragraph->text))
        return hxp_no_memory(error);
    if (s->options.mode == HXP_SEGMENT_LINES)
        status = divide_lines(s, error);
    else if (s->options.mode == HXP_SEGMENT_SENTENCES)
        status = s->srx ? hxp_divide_by_srx(s, error)
                        : hxp_divide_sentences(s, error);
    return status == HXP_OK ? hxp_segmenter_cut(s, paragraph->text.len, error)
                            : status;
}

hxp_status hxp_segmenter_divide(hxp_segments *segments, hxp_segmenter *s,
                                const hxp_paragraph *paragraph,
                                hxp_error *error)
{
    s->found.count = 0;
    hxp_status status = divide(s, paragraph, error);
    *segments = s->found;
    return status;
}

/* --- Documents ------------------------------------------------------------ */

hxp_status hxp_segment_document(hxp_segments *segments,
                                const hxp_document *document,
                                const hxp_language *language,
                                const hxp_segment_options *options,
                                hxp_error *error)
{
    hxp_segmenter *s;
    *segments = (hxp_segments){ NULL, 0 };
    hxp_status status = hxp_segmenter_new(&s, language, options, error);
    for (size_t i = 0; status == HXP_OK && i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        hxp_paragraph paragraph = { .text = hxp_str_part(document->text,
                                                         span.start, span.end),
                                    .number = i,
                                    .offset = span.start };
        status = divide(s, &paragraph, error);
    }
    if (status == HXP_OK) {
        *segments = s->found;
        s->found = (hxp_segments){ NULL, 0 };
    }
    hxp_segmenter_free(s);
    return status;
}

hxp_status hxp_segment_lines(hxp_segments *segments,
                             const hxp_document *document, hxp_error *error)
{
    hxp_str rest = document->text, line;
    size_t capacity = 0, paragraph = 0;
    *segments = (hxp_segments){ NULL, 0 };
    while (hxp_line_cut(&rest, &line)) {
        if (!hxp_array_reserve(&segments->items, &capacity, segments->count + 1,
                               sizeof *segments->items)) {
            hxp_segments_free(segments);
            return hxp_no_memory(error);
        }
        hxp_str part = hxp_utf8_trim(line);
        size_t start = (size_t)(part.ptr - document->text.ptr);
        while (paragraph + 1 < document->paragraph_count &&
               document->paragraphs[paragraph + 1].start <= start)
            paragraph++;
        segments->items[segments->count++] =
            (hxp_segment){ paragraph, start, start + part.len };
    }
    return HXP_OK;
}

void hxp_segments_free(hxp_segments *segments)
{
    free(segments->items);
    *segments = (hxp_segments){ NULL, 0 };
}
