/* fuzz_segment.c - any bytes as a document: its paragraphs, its segments. */
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const tags[] = { "en", "nl", "fr", "de", "ja", "tlh" };

enum { TAGS = sizeof tags / sizeof *tags };

static void require(bool truth)
{
    if (!truth)
        abort();
}

static void require_space(hxp_str text, size_t start, size_t end)
{
    require(start <= end && end <= text.len);
    require(hxp_utf8_trim(hxp_str_part(text, start, end)).len == 0);
}

static void require_trimmed(hxp_str text, size_t start, size_t end)
{
    require(start < end && end <= text.len);
    require(hxp_utf8_trim(hxp_str_part(text, start, end)).len == end - start);
}

/** Paragraphs and segments are in order, and nothing stands outside. */
static void check(const hxp_document *document, const hxp_segments *segments)
{
    size_t at = 0;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        require_space(document->text, at, span.start);
        require_trimmed(document->text, span.start, span.end);
        at = span.end;
    }
    require_space(document->text, at, document->text.len);
    at = 0;
    for (size_t i = 0; i < segments->count; i++) {
        hxp_segment segment = segments->items[i];
        require(segment.paragraph < document->paragraph_count);
        hxp_span span = document->paragraphs[segment.paragraph];
        require(segment.start >= span.start && segment.end <= span.end);
        require_space(document->text, at, segment.start);
        require_trimmed(document->text, segment.start, segment.end);
        at = segment.end;
    }
    require_space(document->text, at, document->text.len);
}

/** The first byte chooses language, paragraphs and the size of reads. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_locales *locales;
    const hxp_language *language;
    hxp_input *input;
    hxp_document *document;
    hxp_segments segments;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    unsigned choice = size > 0 ? data[0] : 0;
    hxp_str bytes = { (const char *)data + (size > 0), size - (size > 0) };
    options.keep_invalid = true;
    options.paragraphs = (hxp_paragraphs)(choice / TAGS % 3);
    require(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL) == HXP_OK);
    require(hxp_locales_language(&language, locales,
                                 hxp_str_of(tags[choice % TAGS]),
                                 NULL) == HXP_OK);
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    hxp_input_set_chunk(input, choice / (3 * TAGS));
    hxp_status status =
        hxp_document_read(&document, input, HXP_STR("en"), &options, NULL);
    if (status == HXP_OK) {
        require(hxp_segment_document(&segments, document, language, NULL,
                                     NULL) == HXP_OK);
        check(document, &segments);
        hxp_segments_free(&segments);
        require(hxp_segment_lines(&segments, document, NULL) == HXP_OK);
        hxp_segments_free(&segments);
    }
    require(status == HXP_OK || status == HXP_EINPUT);
    hxp_document_free(document);
    hxp_input_close(input);
    hxp_locales_free(locales);
    return 0;
}
