/* wholeness.c - looks at every gap and every edge. */
#include "wholeness.h"

#include "base/str.h"
#include "text/utf8.h"

static bool is_blank(hxp_str text, size_t start, size_t end)
{
    return start <= end && end <= text.len &&
           hxp_utf8_trim(hxp_str_part(text, start, end)).len == 0;
}

static bool is_trimmed(hxp_str text, size_t start, size_t end)
{
    return start < end && end <= text.len &&
           hxp_utf8_trim(hxp_str_part(text, start, end)).len == end - start;
}

static const char *paragraphs_fault(const hxp_document *document)
{
    hxp_str text = document->text;
    size_t at = 0;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        if (!is_blank(text, at, span.start))
            return "text is lost between paragraphs";
        if (!is_trimmed(text, span.start, span.end))
            return "a paragraph has white space at an end";
        at = span.end;
    }
    return is_blank(text, at, text.len) ? NULL : "text is lost at the end";
}

const char *wholeness_fault(const hxp_document *document,
                            const hxp_segments *segments)
{
    hxp_str text = document->text;
    const char *fault = paragraphs_fault(document);
    size_t at = 0;
    for (size_t i = 0; !fault && i < segments->count; i++) {
        hxp_segment segment = segments->items[i];
        if (segment.paragraph >= document->paragraph_count)
            return "a segment of no paragraph";
        hxp_span span = document->paragraphs[segment.paragraph];
        if (segment.start < span.start || segment.end > span.end)
            return "a segment leaves its paragraph";
        if (!is_blank(text, at, segment.start))
            return "text is lost between segments";
        if (!is_trimmed(text, segment.start, segment.end))
            return "a segment has white space at an end";
        at = segment.end;
    }
    if (!fault && !is_blank(text, at, text.len))
        return "text is lost behind the last segment";
    return fault;
}

bool same_segments(const hxp_segments *a, const hxp_segments *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->items[i].paragraph != b->items[i].paragraph ||
            a->items[i].start != b->items[i].start ||
            a->items[i].end != b->items[i].end)
            return false;
    return true;
}
