/* texts.c - reads and segments files. */
#include "texts.h"

#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>

/** List what the segments say, in the form that aligning needs. */
static hxp_status fill_side(struct text *text, hxp_side *side, text_kind kind,
                            hxp_error *error)
{
    size_t count = text->segments.count;
    text->parts = calloc(count + 1, sizeof *text->parts);
    text->paragraphs = calloc(count + 1, sizeof *text->paragraphs);
    if (!text->parts || !text->paragraphs)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        hxp_segment segment = text->segments.items[i];
        text->parts[i] =
            hxp_str_part(text->document->text, segment.start, segment.end);
        text->paragraphs[i] = segment.paragraph;
    }
    side->segments = text->parts;
    side->count = count;
    side->paragraphs = kind == TEXT_SENTENCES ? text->paragraphs : NULL;
    return HXP_OK;
}

hxp_status text_read_from(struct text *text, hxp_side *side, hxp_input *input,
                          const hxp_language *language, text_kind kind,
                          hxp_error *error)
{
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    *text = (struct text){ 0 };
    *side = (hxp_side){ .language = language };
    if (kind == TEXT_LINES)
        options.paragraphs = HXP_PARAGRAPHS_LINE;
    hxp_status status = hxp_document_read(
        &text->document, input, hxp_str_of(hxp_language_tag(language)),
        &options, error);
    if (status == HXP_OK && kind == TEXT_LINES)
        status = hxp_segment_lines(&text->segments, text->document, error);
    else if (status == HXP_OK)
        status = hxp_segment_document(&text->segments, text->document, language,
                                      NULL, error);
    return status == HXP_OK ? fill_side(text, side, kind, error) : status;
}

hxp_status text_read(struct text *text, hxp_side *side, const char *path,
                     const hxp_language *language, text_kind kind,
                     hxp_error *error)
{
    hxp_input *input;
    *text = (struct text){ 0 };
    *side = (hxp_side){ .language = language };
    hxp_status status = hxp_input_open(&input, path, error);
    if (status == HXP_OK)
        status = text_read_from(text, side, input, language, kind, error);
    hxp_input_close(input);
    return status;
}

void text_free(struct text *text)
{
    hxp_document_free(text->document);
    hxp_segments_free(&text->segments);
    free(text->parts);
    free(text->paragraphs);
}
