/* txt.c - documents of plain text: as a whole, or a paragraph at a time. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/txt_reader.h"
#include "text/utf8.h"

#include <stdlib.h>

/** What is larger than this is no document but a mistake. */
static const size_t document_limit = (size_t)1 << 31;

/** A document and what it points to. */
typedef struct text_file {
    hxp_document document; /* first: the caller frees it by this address */
    hxp_buffer text;
    hxp_buffer names; /* name and language */
    hxp_span *paragraphs;
    size_t capacity;
} text_file;

static bool add_paragraph(text_file *file, const hxp_paragraph *paragraph)
{
    size_t count = file->document.paragraph_count;
    if (!hxp_array_reserve(&file->paragraphs, &file->capacity, count + 1,
                           sizeof *file->paragraphs))
        return false;
    file->paragraphs[count] =
        (hxp_span){ paragraph->offset,
                    paragraph->offset + paragraph->text.len };
    file->document.paragraph_count = count + 1;
    return true;
}

/* --- The document ----------------------------------------------------------
 */

/** Copy the document's name and language; both end with a NUL. */
static hxp_status set_names(text_file *file, const char *name, hxp_str language,
                            hxp_error *error)
{
    hxp_str text = hxp_str_of(name);
    if (!hxp_buffer_add(&file->names, (hxp_str){ name, text.len + 1 }) ||
        !hxp_buffer_add(&file->names, language) ||
        !hxp_buffer_add(&file->names, (hxp_str){ "", 1 }))
        return hxp_no_memory(error);
    file->document.name = (hxp_str){ file->names.ptr, text.len };
    file->document.language =
        (hxp_str){ file->names.ptr + text.len + 1, language.len };
    return HXP_OK;
}

static hxp_status read_file(text_file *file, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    hxp_txt_reader reader;
    hxp_paragraph paragraph;
    bool found = true;
    hxp_status status = hxp_txt_reader_open(&reader, input, options, error);
    reader.limit = document_limit;
    while (status == HXP_OK && found) {
        status = hxp_txt_reader_next(&reader, &paragraph, &found, error);
        if (status == HXP_OK && found && !add_paragraph(file, &paragraph))
            status = hxp_no_memory(error);
    }
    file->text = reader.text;
    reader.text = (hxp_buffer){ NULL, 0, 0 };
    file->document.text = hxp_buffer_str(&file->text);
    file->document.skipped = reader.skipped;
    file->document.paragraphs = file->paragraphs;
    hxp_txt_reader_close(&reader);
    return status;
}

hxp_status hxp_document_read(hxp_document **out, hxp_input *input,
                             hxp_str language,
                             const hxp_document_options *options,
                             hxp_error *error)
{
    static const hxp_document_options defaults = HXP_DOCUMENT_OPTIONS_INIT;
    text_file *file = calloc(1, sizeof *file);
    *out = NULL;
    if (!file)
        return hxp_no_memory(error);
    hxp_status status = set_names(file, hxp_input_name(input), language, error);
    if (status == HXP_OK)
        status = read_file(file, input, options ? options : &defaults, error);
    if (status == HXP_OK)
        *out = &file->document;
    else
        hxp_document_free(&file->document);
    return status;
}

void hxp_document_free(hxp_document *document)
{
    text_file *file = (text_file *)document;
    if (!file)
        return;
    hxp_buffer_free(&file->text);
    hxp_buffer_free(&file->names);
    free(file->paragraphs);
    free(file);
}

hxp_place hxp_document_place(const hxp_document *document, size_t offset)
{
    hxp_place place = { 1, 1, 1 };
    hxp_place_advance(&place, hxp_str_part(document->text, 0, offset));
    return place;
}

hxp_status hxp_document_stream(hxp_paragraph_sink *sink, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_error *error)
{
    static const hxp_document_options defaults = HXP_DOCUMENT_OPTIONS_INIT;
    hxp_txt_reader reader;
    hxp_paragraph paragraph;
    bool found = true;
    hxp_status status = hxp_txt_reader_open(
        &reader, input, options ? options : &defaults, error);
    while (status == HXP_OK && found) {
        status = hxp_txt_reader_next(&reader, &paragraph, &found, error);
        if (status == HXP_OK && found)
            status = sink->paragraph(sink, &paragraph, error);
        hxp_txt_reader_drop(&reader);
    }
    hxp_txt_reader_close(&reader);
    return status;
}
