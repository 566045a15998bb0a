/* documents.c - any bytes as a document: its paragraphs, their codes. */
#include "documents.h"

#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/formats.h>

#include <stdlib.h>

static void require(bool truth)
{
    if (!truth)
        abort();
}

static void require_sound(const hxp_document *document)
{
    size_t end = 0, at = 0;
    require(hxp_utf8_invalid(document->text) == document->text.len);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        require(span.start >= end && span.end > span.start);
        end = span.end;
    }
    require(end <= document->text.len);
    for (size_t i = 0; i < document->code_count; i++) {
        require(document->codes[i].offset >= at);
        at = document->codes[i].offset;
    }
    require(at <= document->text.len);
}

void fuzz_document(const uint8_t *data, size_t size, const char *format)
{
    hxp_input *input;
    hxp_document *document;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    hxp_str bytes = { (const char *)data + (size > 0), size - (size > 0) };
    options.format = format;
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    hxp_input_set_chunk(input, size > 0 ? data[0] % 8 : 0);
    if (hxp_document_read(&document, input, HXP_STR("en"), &options, NULL) ==
        HXP_OK)
        require_sound(document);
    hxp_document_free(document);
    hxp_input_close(input);
}
