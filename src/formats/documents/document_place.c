/* document_place.c - where bytes of documents and paragraphs stand. */
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/formats.h>

hxp_place hxp_document_place(const hxp_document *document, size_t offset)
{
    const hxp_content content = { .text = document->text,
                                  .runs = document->runs,
                                  .run_count = document->run_count };
    hxp_place place = hxp_content_place(&content, offset);
    if (place.line > 0 || document->blocks)
        return place;
    place = (hxp_place){ 1, 1, 1 };
    hxp_place_advance(&place, hxp_str_part(document->text, 0, offset));
    return place;
}

hxp_place hxp_paragraph_place(const hxp_paragraph *paragraph, size_t offset)
{
    const hxp_content content = { .text = paragraph->text,
                                  .runs = paragraph->runs,
                                  .run_count = paragraph->run_count };
    return paragraph->run_count > 0 ? hxp_content_place(&content, offset)
                                    : paragraph->place;
}
