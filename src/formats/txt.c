/* txt.c - plain text in any encoding, and where its paragraphs are. */
#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/wrapped.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <hexapla/formats.h>

#include <stdio.h>
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

/* --- Bytes to UTF-8 --------------------------------------------------------
 */

static hxp_place place_in(hxp_str text, size_t offset)
{
    hxp_place place = { 1, 1, 1 };
    hxp_place_advance(&place, hxp_str_part(text, 0, offset));
    return place;
}

/** Tell of every run of bytes that is not UTF-8. */
static hxp_status report_invalid(hxp_str bytes, const char *file,
                                 hxp_finding_sink *findings, hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_place place = { 1, 1, 1 };
    while (bytes.len > 0 && status == HXP_OK) {
        char message[64];
        size_t at = hxp_utf8_invalid(bytes);
        hxp_place_advance(&place, hxp_str_part(bytes, 0, at));
        if (at == bytes.len)
            break;
        int len = snprintf(message, sizeof message, "byte 0x%02X is not UTF-8",
                           (unsigned char)bytes.ptr[at]);
        hxp_finding finding = { .rule = "text.not-utf8",
                                .level = HXP_WARNING,
                                .file = hxp_str_of(file),
                                .place = place,
                                .message = { message, (size_t)len } };
        status = findings->finding(findings, &finding, error);
        hxp_utf8_next(bytes, &at);
        place.column++;
        place.column16++;
        bytes = hxp_str_part(bytes, at, bytes.len);
    }
    return status;
}

/** True when bytes make sense as windows-1252: no controls but white space. */
static bool looks_western(hxp_str bytes)
{
    int map[256];
    if (!hxp_encoding_map(map, "windows-1252"))
        return false;
    for (size_t i = 0; i < bytes.len; i++) {
        int c = map[(unsigned char)bytes.ptr[i]];
        bool white = c >= '\t' && c <= '\r';
        if ((c < 0x20 && !white) || (c >= 0x7F && c < 0xA0))
            return false;
    }
    return true;
}

/** Say which byte is not UTF-8, and what the text may be instead. */
static hxp_status refuse(hxp_str text, size_t at, const char *file,
                         hxp_error *error)
{
    const char *hint = looks_western(text) ? "; looks like windows-1252: try "
                                             "--encoding windows-1252"
                                           : "";
    return hxp_fail_at(error, HXP_EINPUT, file, place_in(text, at),
                       "byte 0x%02X is not UTF-8%s",
                       (unsigned char)text.ptr[at], hint);
}

/** Take bytes as the text when they are UTF-8 or may stay what they are. */
static hxp_status take_utf8(text_file *file, hxp_buffer *bytes, size_t mark,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    const char *name = file->document.name.ptr;
    hxp_str all = hxp_buffer_str(bytes);
    hxp_str text = hxp_str_part(all, mark, all.len);
    size_t at = hxp_utf8_invalid(text);
    hxp_status status = HXP_OK;
    if (at < text.len && !options->keep_invalid)
        return refuse(text, at, name, error);
    if (at < text.len && options->findings)
        status = report_invalid(text, name, options->findings, error);
    file->text = *bytes;
    *bytes = (hxp_buffer){ NULL, 0, 0 };
    file->document.text = text;
    file->document.skipped = mark;
    return status;
}

static bool is_utf8(const char *encoding)
{
    hxp_str name = hxp_str_of(encoding);
    return hxp_str_is_nocase(name, "UTF-8") || hxp_str_is_nocase(name, "UTF8");
}

static hxp_status decode(text_file *file, hxp_buffer *bytes,
                         const hxp_document_options *options, hxp_error *error)
{
    size_t mark, at;
    hxp_str all = hxp_buffer_str(bytes);
    const char *name = file->document.name.ptr;
    const char *marked = hxp_encoding_of_mark(all, &mark);
    const char *encoding = options->encoding ? options->encoding : marked;
    if (!encoding || is_utf8(encoding))
        return take_utf8(file, bytes, marked ? mark : 0, options, error);
    hxp_error why;
    hxp_status status = hxp_decode(&file->text, all, encoding, &at, &why);
    hxp_str text = hxp_buffer_str(&file->text);
    if (status == HXP_EINPUT && at < all.len)
        return hxp_fail_at(error, status, name, place_in(text, text.len),
                           "byte 0x%02X is not valid in %s",
                           (unsigned char)all.ptr[at], encoding);
    if (status != HXP_OK)
        return hxp_fail_at(error, status, name, (hxp_place){ 0, 0, 0 }, "%s",
                           why.message);
    file->document.text = text;
    return HXP_OK;
}

/* --- Paragraphs ------------------------------------------------------------
 */

/** Append the paragraph text[start, end) unless it is empty. */
static bool add_paragraph(text_file *file, size_t start, size_t end)
{
    hxp_document *document = &file->document;
    hxp_str part = hxp_utf8_trim(hxp_str_part(document->text, start, end));
    if (part.len == 0)
        return true;
    if (!hxp_array_reserve(&file->paragraphs, &file->capacity,
                           document->paragraph_count + 1,
                           sizeof *file->paragraphs))
        return false;
    start = (size_t)(part.ptr - document->text.ptr);
    file->paragraphs[document->paragraph_count++] =
        (hxp_span){ start, start + part.len };
    document->paragraphs = file->paragraphs;
    return true;
}

/** Find the paragraphs: blank lines part them, or every line end does. */
static hxp_status find_paragraphs(text_file *file, bool every_line,
                                  hxp_error *error)
{
    hxp_str text = file->document.text, rest = text, line;
    size_t start = 0;
    bool whole = true;
    while (whole && hxp_line_cut(&rest, &line)) {
        size_t at = (size_t)(line.ptr - text.ptr);
        bool blank = hxp_utf8_trim(line).len == 0;
        if (!blank && !every_line)
            continue;
        whole = add_paragraph(file, start, every_line ? at + line.len : at);
        start = (size_t)(rest.ptr - text.ptr);
    }
    if (!whole || !add_paragraph(file, start, text.len))
        return hxp_no_memory(error);
    return HXP_OK;
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
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_status status =
        hxp_input_read_all(input, &bytes, document_limit, error);
    if (status == HXP_OK)
        status = decode(file, &bytes, options, error);
    hxp_buffer_free(&bytes);
    if (status != HXP_OK)
        return status;
    bool every_line = options->paragraphs == HXP_PARAGRAPHS_LINE;
    if (options->paragraphs == HXP_PARAGRAPHS_AUTO)
        every_line = !hxp_text_is_wrapped(file->document.text);
    return find_paragraphs(file, every_line, error);
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
    return place_in(document->text, offset);
}
