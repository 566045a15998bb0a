/* segment.c - paragraphs to segments: ICU's boundaries and our decisions. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "segment/rules.h"
#include "text/utf8.h"

#include <hexapla/segment.h>

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

/** What segmenting a document needs. */
typedef struct segmenter {
    hxp_segments *segments;
    size_t capacity;
    hxp_segment_data data;
    bool decides;           /* the language has data */
    UBreakIterator *breaks; /* ICU's sentence boundaries */
    UText text;             /* the paragraph, for breaks */
    hxp_buffer unbroken;    /* the paragraph without line breaks */
    size_t paragraph;       /* its number */
    size_t offset;          /* its place in the document */
} segmenter;

static hxp_status icu_failure(UErrorCode code, hxp_error *error)
{
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return hxp_no_memory(error);
    return hxp_fail(error, HXP_ESYSTEM, "ICU: %s", u_errorName(code));
}

/** Append the segment text[start, end) of the paragraph unless it is empty. */
static hxp_status add(segmenter *s, hxp_str text, size_t start, size_t end,
                      hxp_error *error)
{
    hxp_segments *segments = s->segments;
    hxp_str part = hxp_utf8_trim(hxp_str_part(text, start, end));
    if (part.len == 0)
        return HXP_OK;
    if (!hxp_array_reserve(&segments->items, &s->capacity, segments->count + 1,
                           sizeof *segments->items))
        return hxp_no_memory(error);
    start = s->offset + (size_t)(part.ptr - text.ptr);
    segments->items[segments->count++] =
        (hxp_segment){ s->paragraph, start, start + part.len };
    return HXP_OK;
}

/* --- ICU's boundaries --------------------------------------------------------
 */

/**
 * Point ICU at the paragraph. A line break within a paragraph is white space
 * like any other, but ICU would end a sentence there.
 */
static hxp_status set_text(segmenter *s, hxp_str text, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    s->unbroken.len = 0;
    if (!hxp_buffer_add(&s->unbroken, text))
        return hxp_no_memory(error);
    for (size_t i = 0; i < text.len; i++)
        if (s->unbroken.ptr[i] == '\n' || s->unbroken.ptr[i] == '\r')
            s->unbroken.ptr[i] = ' ';
    utext_openUTF8(&s->text, hxp_buffer_str(&s->unbroken).ptr,
                   (int64_t)text.len, &code);
    ubrk_setUText(s->breaks, &s->text, &code);
    if (U_FAILURE(code))
        return icu_failure(code, error);
    ubrk_first(s->breaks);
    return HXP_OK;
}

/**
 * ICU's next boundary within text, or text.len. It is put before white space
 * and before marks that open: ICU leaves an opening quotation mark at the end
 * of the sentence before when no space parts them.
 */
static size_t next_boundary(segmenter *s, hxp_str text)
{
    int32_t found = ubrk_next(s->breaks);
    if (found == UBRK_DONE || (size_t)found >= text.len)
        return text.len;
    size_t at = (size_t)found, start = at;
    int32_t c = hxp_utf8_previous(text, &start);
    while (start > 0 && (u_charType(c) == U_START_PUNCTUATION ||
                         u_charType(c) == U_INITIAL_PUNCTUATION)) {
        at = start;
        c = hxp_utf8_previous(text, &start);
    }
    while (at > 0 && hxp_char_is_space(c)) {
        at = start;
        c = at > 0 ? hxp_utf8_previous(text, &start) : 0;
    }
    return at;
}

/* --- Paragraphs
 * ---------------------------------------------------------------- */

/** Cut at ICU's boundaries alone. */
static hxp_status cut_by_icu(segmenter *s, hxp_str text, hxp_error *error)
{
    size_t start = 0;
    hxp_status status = HXP_OK;
    while (start < text.len && status == HXP_OK) {
        size_t end = next_boundary(s, text);
        status = add(s, text, start, end, error);
        start = end;
    }
    return status;
}

/**
 * Cut where the decision at a stop says so, and at those of ICU's boundaries
 * that are not at a stop we know.
 */
static hxp_status cut_by_rules(segmenter *s, hxp_str text, hxp_error *error)
{
    hxp_scan scan = { &s->data, text, 0, 0 };
    size_t boundary = next_boundary(s, text);
    hxp_status status = HXP_OK;
    hxp_candidate candidate;
    while (status == HXP_OK && hxp_next_candidate(&candidate, &scan)) {
        size_t cut_at = candidate.breaks ? candidate.end : scan.segment_start;
        if (boundary < candidate.start) {
            /* not at a stop: cut here, then judge the stop anew */
            cut_at = boundary;
            scan.from = candidate.start;
            boundary = next_boundary(s, text);
        }
        while (scan.from > candidate.start && boundary < text.len &&
               boundary <= candidate.next)
            boundary = next_boundary(s, text);
        if (cut_at > scan.segment_start) {
            status = add(s, text, scan.segment_start, cut_at, error);
            scan.segment_start = cut_at;
        }
    }
    for (; status == HXP_OK && boundary < text.len;
         boundary = next_boundary(s, text)) {
        status = add(s, text, scan.segment_start, boundary, error);
        scan.segment_start = boundary;
    }
    if (status == HXP_OK)
        status = add(s, text, scan.segment_start, text.len, error);
    return status;
}

static hxp_status cut(segmenter *s, hxp_str text, hxp_error *error)
{
    hxp_status status = set_text(s, text, error);
    if (status != HXP_OK)
        return status;
    return s->decides ? cut_by_rules(s, text, error)
                      : cut_by_icu(s, text, error);
}

static hxp_status open_segmenter(segmenter *s, hxp_segments *segments,
                                 const hxp_language *language, hxp_error *error)
{
    const UText empty = UTEXT_INITIALIZER;
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;
    *s = (segmenter){ .segments = segments };
    s->text = empty;
    s->decides = hxp_language_has_data(language);
    hxp_segment_data_init(&s->data, language);
    uloc_forLanguageTag(hxp_language_tag(language), locale,
                        (int32_t)sizeof locale, NULL, &code);
    s->breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &code);
    return U_SUCCESS(code) ? HXP_OK : icu_failure(code, error);
}

static void close_segmenter(segmenter *s)
{
    if (s->breaks)
        ubrk_close(s->breaks);
    utext_close(&s->text);
    hxp_buffer_free(&s->unbroken);
}

hxp_status hxp_segment_document(hxp_segments *segments,
                                const hxp_document *document,
                                const hxp_language *language, hxp_error *error)
{
    segmenter s;
    *segments = (hxp_segments){ NULL, 0 };
    hxp_status status = open_segmenter(&s, segments, language, error);
    for (size_t i = 0; status == HXP_OK && i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        s.paragraph = i;
        s.offset = span.start;
        status =
            cut(&s, hxp_str_part(document->text, span.start, span.end), error);
    }
    close_segmenter(&s);
    if (status != HXP_OK)
        hxp_segments_free(segments);
    return status;
}

hxp_status hxp_segment_lines(hxp_segments *segments,
                             const hxp_document *document, hxp_error *error)
{
    hxp_str rest = document->text, line;
    size_t capacity = 0;
    *segments = (hxp_segments){ NULL, 0 };
    while (hxp_line_cut(&rest, &line)) {
        if (!hxp_array_reserve(&segments->items, &capacity, segments->count + 1,
                               sizeof *segments->items)) {
            hxp_segments_free(segments);
            return hxp_no_memory(error);
        }
        hxp_str part = hxp_utf8_trim(line);
        size_t start = (size_t)(part.ptr - document->text.ptr);
        segments->items[segments->count] =
            (hxp_segment){ segments->count, start, start + part.len };
        segments->count++;
    }
    return HXP_OK;
}

void hxp_segments_free(hxp_segments *segments)
{
    free(segments->items);
    *segments = (hxp_segments){ NULL, 0 };
}
