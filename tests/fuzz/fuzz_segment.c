/* fuzz_segment.c - any bytes as a document: its paragraphs, its segments. */
#include "base/str.h"
#include "wholeness.h"

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

/** What locales/ holds, read once: it is long beside the texts. */
static hxp_locales *all_locales(void)
{
    static hxp_locales *opened;
    if (!opened)
        require(hxp_locales_open(&opened, SOURCE_DIR "/locales", NULL) ==
                HXP_OK);
    return opened;
}

/** Divide document as options say; nothing may be lost. */
static hxp_segments divide(const hxp_document *document,
                           const hxp_language *language,
                           const hxp_segment_options *options)
{
    hxp_segments segments;
    require(hxp_segment_document(&segments, document, language, options,
                                 NULL) == HXP_OK);
    require(wholeness_fault(document, &segments) == NULL);
    return segments;
}

/** Both engines give the same segments; lines and whole quotations lose
 * nothing. */
static void divide_each_way(const hxp_document *document,
                            const hxp_language *language)
{
    hxp_segment_options options = HXP_SEGMENT_OPTIONS_INIT;
    hxp_segments scanned = divide(document, language, &options), other;
    options.engine = HXP_ENGINE_ICU;
    other = divide(document, language, &options);
    require(same_segments(&scanned, &other));
    hxp_segments_free(&scanned);
    hxp_segments_free(&other);
    options.keep_quotes = true;
    other = divide(document, language, &options);
    hxp_segments_free(&other);
    options.mode = HXP_SEGMENT_LINES;
    other = divide(document, language, &options);
    hxp_segments_free(&other);
}

/** The first byte chooses language, paragraphs and the size of reads. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_locales *locales = all_locales();
    const hxp_language *language;
    hxp_input *input;
    hxp_document *document;
    hxp_segments segments;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    unsigned choice = size > 0 ? data[0] : 0;
    hxp_str bytes = { (const char *)data + (size > 0), size - (size > 0) };
    options.keep_invalid = true;
    options.paragraphs = (hxp_paragraphs)(choice / TAGS % 3);
    require(hxp_locales_language(&language, locales,
                                 hxp_str_of(tags[choice % TAGS]),
                                 NULL) == HXP_OK);
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    hxp_input_set_chunk(input, choice / (3 * TAGS));
    hxp_status status =
        hxp_document_read(&document, input, HXP_STR("en"), &options, NULL);
    if (status == HXP_OK) {
        divide_each_way(document, language);
        require(hxp_segment_lines(&segments, document, NULL) == HXP_OK);
        hxp_segments_free(&segments);
    }
    require(status == HXP_OK || status == HXP_EINPUT);
    hxp_document_free(document);
    hxp_input_close(input);
    return 0;
}
