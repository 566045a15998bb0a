/* document.c - the table of document formats; documents held in memory. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/blocks.h"
#include "formats/documents/document_format.h"
#include "formats/documents/entry_order.h"
#include "formats/extension.h"
#include "formats/foreign.h"
#include "formats/units/unit_format.h"
#include "model/code.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

/* --- The table ------------------------------------------------------------ */

#define EXTENSIONS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A line for each format; plain text is what nothing else is. */
static const hxp_document_format formats[] = {
    { "txt", EXTENSIONS(".txt"), NULL, false, hxp_txt_stream },
    { "html", EXTENSIONS(".html", ".htm", ".xhtml"), hxp_html_recognise, false,
      hxp_html_stream },
    { "docx", EXTENSIONS(".docx", ".docm", ".dotx"), hxp_docx_recognise, true,
      hxp_docx_stream },
    { "pptx", EXTENSIONS(".pptx", ".pptm", ".ppsx", ".potx"),
      hxp_pptx_recognise, true, hxp_pptx_stream },
    { "xlsx", EXTENSIONS(".xlsx", ".xlsm", ".xltx"), hxp_xlsx_recognise, true,
      hxp_xlsx_stream },
    { "epub", EXTENSIONS(".epub"), hxp_epub_recognise, true, hxp_epub_stream },
    { "odf",
      EXTENSIONS(".odt", ".ott", ".ods", ".odp", ".fodt", ".fods", ".fodp"),
      hxp_odf_recognise, true, hxp_odf_stream },
    { "markdown", EXTENSIONS(".md", ".markdown"), NULL, false,
      hxp_markdown_stream },
    { "xliff", EXTENSIONS(".xlf", ".xliff", ".sdlxliff", ".mqxliff"),
      hxp_xliff_recognise, false, hxp_xliff_stream },
    { "po", EXTENSIONS(".po", ".pot"), hxp_po_recognise, false, hxp_po_stream },
    { "tmx", EXTENSIONS(".tmx"), NULL, false, hxp_tmx_stream },
    { "xcstrings", EXTENSIONS(".xcstrings"), hxp_xcstrings_recognise, false,
      hxp_xcstrings_stream },
    { "json", EXTENSIONS(".json", ".arb"), hxp_json_recognise, false,
      hxp_json_stream },
    { "android", EXTENSIONS("strings.xml", "arrays.xml", "plurals.xml"),
      hxp_android_recognise, false, hxp_android_stream },
    { "properties", EXTENSIONS(".properties"), NULL, false,
      hxp_properties_stream },
    { "strings", EXTENSIONS(".strings", ".stringsdict"), NULL, false,
      hxp_apple_stream },
    { "pdf", EXTENSIONS(".pdf"), hxp_pdf_recognise, true, hxp_pdf_stream },
    { "srt", EXTENSIONS(".srt"), hxp_srt_recognise, false, hxp_srt_stream },
    { "vtt", EXTENSIONS(".vtt"), hxp_vtt_recognise, false, hxp_vtt_stream },
};

enum { COUNT = sizeof formats / sizeof formats[0] };

static const hxp_document_format *by_name(const char *name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (hxp_str_is_nocase(hxp_str_of(name), formats[i].name))
            return &formats[i];
    return NULL;
}

static const hxp_document_format *by_extension(const char *path)
{
    for (size_t i = 0; i < COUNT; i++)
        if (hxp_extension_is(path, formats[i].extensions))
            return &formats[i];
    return NULL;
}

/** The format that head is surely of; NULL: none. */
static const hxp_document_format *by_content(hxp_str head)
{
    for (size_t i = 0; i < COUNT; i++)
        if (formats[i].recognise && formats[i].recognise(head))
            return &formats[i];
    return NULL;
}

/** The format of a file that begins with head, whatever its name says: one with
 * the name of another was renamed. */
static const hxp_document_format *by_both(const char *path, hxp_str head)
{
    const hxp_document_format *named = by_extension(path);
    const hxp_document_format *found = by_content(head);
    if (!named)
        return found ? found : &formats[0];
    if (!found || (named->recognise && named->recognise(head)))
        return named;
    return named->packed || found->packed ? found : named;
}

/** Refuse what is no text. */
static hxp_status refuse_foreign(const hxp_input *input, hxp_str head,
                                 hxp_error *error)
{
    const char *kind = hxp_foreign_kind(head);
    if (!kind && hxp_is_zip(head))
        kind = "a ZIP archive, but none of a known kind of document";
    return kind ? hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input),
                              (hxp_place){ 0, 0, 0 }, "%s", kind)
                : HXP_OK;
}

/** True when head begins an XML document. */
static bool is_xml(hxp_str head)
{
    return hxp_str_starts(hxp_utf8_unmarked(head), HXP_STR("<?xml"));
}

/** Tell of a file that is of another kind than its name says, or of none that
 * is known. */
static hxp_status tell_kind(const hxp_document_format *format,
                            const hxp_input *input, hxp_str head,
                            hxp_finding_sink *findings, hxp_error *error)
{
    char message[80];
    const hxp_document_format *named = by_extension(hxp_input_name(input));
    bool markup = !named && format == &formats[0] && is_xml(head);
    if (!findings || (!markup && (!named || named == format)))
        return HXP_OK;
    if (markup)
        snprintf(message, sizeof message,
                 "XML of no known kind is read as plain text, tags and all");
    else
        snprintf(message, sizeof message,
                 "read as %s, which it is, though its name says %s",
                 format->name, named->name);
    const hxp_finding finding = { .rule = "document.format",
                                  .level = HXP_NOTE,
                                  .file = hxp_str_of(hxp_input_name(input)),
                                  .message = hxp_str_of(message) };
    return findings->finding(findings, &finding, error);
}

static hxp_status choose(const hxp_document_format **out, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error)
{
    hxp_str head;
    const char *name = options->format;
    *out = name ? by_name(name) : NULL;
    if (name)
        return *out ? HXP_OK
                    : hxp_fail(error, HXP_EINPUT,
                               "there is no document format \"%s\"", name);
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status != HXP_OK)
        return status;
    *out = by_both(hxp_input_name(input), head);
    status = (*out)->packed ? HXP_OK : refuse_foreign(input, head, error);
    return status == HXP_OK
               ? tell_kind(*out, input, head, options->findings, error)
               : status;
}

const char *hxp_document_format_of(const char *path)
{
    const hxp_document_format *format = by_extension(path);
    return format ? format->name : NULL;
}

const char *hxp_document_format_name(size_t i)
{
    return i < COUNT ? formats[i].name : NULL;
}

static const hxp_document_options *or_defaults(
    const hxp_document_options *options)
{
    static const hxp_document_options defaults = HXP_DOCUMENT_OPTIONS_INIT;
    return options ? options : &defaults;
}

hxp_status hxp_document_stream(hxp_paragraph_sink *sink, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_error *error)
{
    const hxp_document_format *format;
    options = or_defaults(options);
    hxp_status status = choose(&format, input, options, error);
    return status == HXP_OK ? format->stream(sink, input, options, error)
                            : status;
}

/* --- Documents in memory -------------------------------------------------- */

/** A document and what it points to; paragraphs come in as to a sink. */
typedef struct kept_document {
    hxp_document document; /* first: the caller frees it by this address */
    hxp_paragraph_sink sink;
    bool whole; /* the text is put there by the reader */
    hxp_buffer text;
    hxp_buffer names; /* name and language */
    hxp_span *paragraphs;
    hxp_place *places;
    hxp_str *ids;
    uint64_t *keys;
    hxp_block *blocks;
    hxp_code *codes;
    hxp_run *runs;
    size_t paragraph_capacity, place_capacity, block_capacity, code_capacity;
    size_t run_capacity, id_capacity, key_capacity;
    hxp_arena arena; /* what codes and ids point to */
} kept_document;

static kept_document *of_sink(hxp_paragraph_sink *sink)
{
    return (kept_document *)(void *)((char *)sink -
                                     offsetof(kept_document, sink));
}

/** Copy code, which stands in a paragraph at byte start of the text. */
static bool keep_code(kept_document *kept, const hxp_code *code, size_t start)
{
    hxp_document *document = &kept->document;
    hxp_code copy;
    if (!hxp_array_reserve(&kept->codes, &kept->code_capacity,
                           document->code_count + 1, sizeof copy) ||
        !hxp_code_copy(&copy, &kept->arena, code))
        return false;
    copy.offset += start;
    kept->codes[document->code_count++] = copy;
    return true;
}

/** Copy the text, the kind and the codes of paragraph. */
static bool keep_structure(kept_document *kept, const hxp_paragraph *paragraph,
                           size_t number)
{
    if (!hxp_array_reserve(&kept->blocks, &kept->block_capacity, number + 1,
                           sizeof *kept->blocks) ||
        (number > 0 && !hxp_buffer_add(&kept->text, HXP_PARAGRAPH_BREAK)) ||
        !hxp_buffer_add(&kept->text, paragraph->text))
        return false;
    kept->blocks[number] = paragraph->block;
    for (size_t i = 0; i < paragraph->code_count; i++)
        if (!keep_code(kept, &paragraph->codes[i], paragraph->offset))
            return false;
    return true;
}

/** Keep the places of paragraph. */
static bool keep_runs(kept_document *kept, const hxp_paragraph *paragraph)
{
    size_t count = kept->document.run_count;
    if (!hxp_array_reserve(&kept->runs, &kept->run_capacity,
                           count + paragraph->run_count, sizeof *kept->runs))
        return false;
    for (size_t i = 0; i < paragraph->run_count; i++) {
        kept->runs[count + i] = paragraph->runs[i];
        kept->runs[count + i].offset += paragraph->offset;
    }
    kept->document.run_count = count + paragraph->run_count;
    return true;
}

/** Keep the id of a paragraph, if those of the format have any. */
static bool keep_id(kept_document *kept, const hxp_paragraph *paragraph,
                    size_t number)
{
    if (number > 0 ? !kept->ids : paragraph->id.len == 0)
        return true;
    return hxp_array_reserve(&kept->ids, &kept->id_capacity, number + 1,
                             sizeof *kept->ids) &&
           hxp_arena_copy(&kept->ids[number], &kept->arena, paragraph->id);
}

/** Keep the key of a paragraph, if one up to it has any. */
static bool keep_key(kept_document *kept, const hxp_paragraph *paragraph,
                     size_t number)
{
    bool first = !kept->keys;
    if (first && paragraph->key == 0)
        return true;
    if (!hxp_array_reserve(&kept->keys, &kept->key_capacity, number + 1,
                           sizeof *kept->keys))
        return false;
    for (size_t i = 0; first && i < number; i++)
        kept->keys[i] = 0;
    kept->keys[number] = paragraph->key;
    return true;
}

static hxp_status keep(hxp_paragraph_sink *sink, const hxp_paragraph *paragraph,
                       hxp_error *error)
{
    kept_document *kept = of_sink(sink);
    size_t count = kept->document.paragraph_count;
    if (!hxp_array_reserve(&kept->paragraphs, &kept->paragraph_capacity,
                           count + 1, sizeof *kept->paragraphs) ||
        !hxp_array_reserve(&kept->places, &kept->place_capacity, count + 1,
                           sizeof *kept->places) ||
        !keep_runs(kept, paragraph) || !keep_id(kept, paragraph, count) ||
        !keep_key(kept, paragraph, count) ||
        (!kept->whole && !keep_structure(kept, paragraph, count)))
        return hxp_no_memory(error);
    kept->paragraphs[count] =
        (hxp_span){ paragraph->offset,
                    paragraph->offset + paragraph->text.len };
    kept->places[count] = paragraph->place;
    kept->document.paragraph_count = count + 1;
    return HXP_OK;
}

/** Copy the document's name and language; both end with a NUL. */
static hxp_status set_names(kept_document *kept, const char *name,
                            hxp_str language, hxp_error *error)
{
    hxp_str text = hxp_str_of(name);
    if (!hxp_buffer_add(&kept->names, (hxp_str){ name, text.len + 1 }) ||
        !hxp_buffer_add(&kept->names, language) ||
        !hxp_buffer_add(&kept->names, (hxp_str){ "", 1 }))
        return hxp_no_memory(error);
    kept->document.name = (hxp_str){ kept->names.ptr, text.len };
    kept->document.language =
        (hxp_str){ kept->names.ptr + text.len + 1, language.len };
    return HXP_OK;
}

/** Let the document point to what is kept. */
static void show(kept_document *kept)
{
    hxp_document *document = &kept->document;
    document->text = hxp_buffer_str(&kept->text);
    document->paragraphs = kept->paragraphs;
    document->places = kept->places;
    document->ids = kept->ids;
    document->keys = kept->keys;
    document->blocks = kept->blocks;
    document->codes = kept->codes;
    document->runs = kept->runs;
}

static hxp_status read_file(kept_document *kept, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    const hxp_document_format *format;
    hxp_document *document = &kept->document;
    hxp_document_options own = *options;
    own.language = document->language.ptr; /* ends with a NUL */
    hxp_status status = choose(&format, input, options, error);
    if (status != HXP_OK)
        return status;
    kept->sink.paragraph = keep;
    kept->whole = format->stream == hxp_txt_stream;
    if (kept->whole) {
        hxp_txt whole;
        status = hxp_txt_read(&whole, &kept->sink, input, &own, error);
        kept->text = whole.text;
        document->skipped = whole.skipped;
    } else {
        status = format->stream(&kept->sink, input, &own, error);
    }
    show(kept);
    return status;
}

hxp_status hxp_document_read(hxp_document **out, hxp_input *input,
                             hxp_str language,
                             const hxp_document_options *options,
                             hxp_error *error)
{
    kept_document *kept = calloc(1, sizeof *kept);
    *out = NULL;
    if (!kept)
        return hxp_no_memory(error);
    hxp_status status = set_names(kept, hxp_input_name(input), language, error);
    if (status == HXP_OK)
        status = read_file(kept, input, or_defaults(options), error);
    if (status == HXP_OK)
        *out = &kept->document;
    else
        hxp_document_free(&kept->document);
    return status;
}

/* --- Another order -------------------------------------------------------- */

/** Which codes and runs of a document are in a paragraph. */
typedef struct paragraph_parts {
    size_t code, code_count;
    size_t run, run_count;
} paragraph_parts;

/** Part the codes and runs of kept, whose offsets count from their paragraphs
 * then. NULL: no memory. */
static paragraph_parts *part_all(kept_document *kept)
{
    hxp_document *document = &kept->document;
    size_t count = document->paragraph_count, code = 0, run = 0;
    paragraph_parts *parts = calloc(count + 1, sizeof *parts);
    for (size_t i = 0; parts && i < count; i++) {
        hxp_span span = kept->paragraphs[i];
        parts[i].code = code;
        for (; code < document->code_count &&
               kept->codes[code].offset <= span.end;
             code++)
            kept->codes[code].offset -= span.start;
        parts[i].code_count = code - parts[i].code;
        parts[i].run = run;
        for (; run < document->run_count && kept->runs[run].offset <= span.end;
             run++)
            kept->runs[run].offset -= span.start;
        parts[i].run_count = run - parts[i].run;
    }
    return parts;
}

/** Keep paragraph i of from, which has these parts, as the next of to. */
static hxp_status keep_again(kept_document *to, const kept_document *from,
                             size_t i, const paragraph_parts *parts,
                             hxp_error *error)
{
    size_t gap = to->text.len > 0 ? HXP_PARAGRAPH_BREAK.len : 0;
    hxp_span span = from->paragraphs[i];
    const hxp_paragraph paragraph = {
        .text = hxp_str_part(from->document.text, span.start, span.end),
        .offset = to->text.len + gap,
        .place = from->places[i],
        .id = from->ids ? from->ids[i] : HXP_STR(""),
        .key = from->keys ? from->keys[i] : 0,
        .block = from->blocks[i],
        .codes = from->codes ? from->codes + parts[i].code : NULL,
        .code_count = parts[i].code_count,
        .runs = from->runs ? from->runs + parts[i].run : NULL,
        .run_count = parts[i].run_count
    };
    return keep(&to->sink, &paragraph, error);
}

/** Make to of what from keeps, in another order. */
static hxp_status keep_all(kept_document *to, kept_document *from,
                           const size_t *order, hxp_error *error)
{
    size_t count = from->document.paragraph_count;
    paragraph_parts *parts = part_all(from);
    hxp_status status = parts ? HXP_OK : hxp_no_memory(error);
    to->sink.paragraph = keep;
    if (status == HXP_OK)
        status = set_names(to, from->document.name.ptr, from->document.language,
                           error);
    for (size_t i = 0; status == HXP_OK && i < count; i++)
        status = keep_again(to, from, order[i], parts, error);
    free(parts);
    show(to);
    return status;
}

hxp_status hxp_document_order_like(hxp_document **document,
                                   const hxp_document *like, hxp_error *error)
{
    size_t *order;
    if (!hxp_entry_order(&order, *document, like))
        return hxp_no_memory(error);
    if (!order)
        return HXP_OK;
    kept_document *to = calloc(1, sizeof *to);
    hxp_status status =
        to ? keep_all(to, (kept_document *)*document, order, error)
           : hxp_no_memory(error);
    free(order);
    hxp_document_free(*document);
    *document = to ? &to->document : NULL;
    if (status != HXP_OK) {
        hxp_document_free(*document);
        *document = NULL;
    }
    return status;
}

void hxp_document_free(hxp_document *document)
{
    kept_document *kept = (kept_document *)document;
    if (!kept)
        return;
    hxp_buffer_free(&kept->text);
    hxp_buffer_free(&kept->names);
    free(kept->paragraphs);
    free(kept->places);
    free(kept->ids);
    free(kept->keys);
    free(kept->blocks);
    free(kept->codes);
    free(kept->runs);
    hxp_arena_free(&kept->arena);
    free(kept);
}
