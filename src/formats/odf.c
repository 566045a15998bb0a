/* odf.c - OpenDocument texts, sheets and slides: their content, then what
 * pages repeat. */
#include "base/error.h"
#include "base/str.h"
#include "formats/document_format.h"
#include "formats/odf_styles.h"
#include "formats/office.h"

#include <stdlib.h>

typedef struct odf_reader {
    hxp_blocks blocks;
    hxp_odf_styles styles;
    const char **spans; /* types of those open; NULL: one without a code */
    size_t span_count, span_capacity;
    bool texts;      /* paragraphs that come are the document's */
    bool any;        /* there were such */
    bool encrypted;  /* a part is */
    hxp_block usual; /* of the paragraphs of the part in work */
    unsigned lists;  /* that are open */
    size_t cells;    /* likewise, of tables */
    size_t notes;    /* likewise */
    bool title;      /* the frame in work is that of a slide's title */
    bool listed;     /* what comes stands elsewhere: contents, an index */
    bool skip;       /* the element in work */
} odf_reader;

static const hxp_place nowhere = { 0, 0, 0 };

/* --- Paragraphs -------------------------------------------------------------
 */

/** Open a paragraph; block says what it is where nothing around it does. */
static hxp_status open_block(odf_reader *reader, hxp_block block,
                             hxp_error *error)
{
    if (reader->usual.kind != HXP_BLOCK_TEXT)
        block = reader->usual;
    else if (reader->notes > 0)
        block = (hxp_block){ HXP_BLOCK_NOTE, 0 };
    else if (block.kind == HXP_BLOCK_TEXT && reader->title)
        block = (hxp_block){ HXP_BLOCK_HEADING, 1 };
    else if (block.kind == HXP_BLOCK_TEXT && reader->lists > 0)
        block = (hxp_block){ HXP_BLOCK_ITEM, reader->lists };
    else if (block.kind == HXP_BLOCK_TEXT && reader->cells > 0)
        block.kind = HXP_BLOCK_CELL;
    return reader->texts && !reader->listed
               ? hxp_blocks_open(&reader->blocks, block, nowhere, error)
               : HXP_OK;
}

static hxp_status start_paragraph(void *reader, const char **attributes,
                                  hxp_error *error)
{
    (void)attributes;
    return open_block(reader, (hxp_block){ HXP_BLOCK_TEXT, 0 }, error);
}

static hxp_status start_heading(void *reader, const char **attributes,
                                hxp_error *error)
{
    hxp_str level = hxp_xml_attribute(attributes, "outline-level");
    bool digit = level.len == 1 && *level.ptr >= '1' && *level.ptr <= '9';
    hxp_block block = { HXP_BLOCK_HEADING,
                        digit ? (unsigned)(*level.ptr - '0') : 1 };
    return open_block(reader, block, error);
}

/** The title or description of a picture. */
static hxp_status start_value(void *reader, const char **attributes,
                              hxp_error *error)
{
    (void)attributes;
    return open_block(reader, (hxp_block){ HXP_BLOCK_VALUE, 0 }, error);
}

static hxp_status end_paragraph(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    return hxp_blocks_part(&reader->blocks)
               ? hxp_blocks_close(&reader->blocks, error)
               : HXP_OK;
}

static hxp_status start_list(void *context, const char **attributes,
                             hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->lists++;
    return HXP_OK;
}

static hxp_status end_list(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    reader->lists--;
    return HXP_OK;
}

/** A cell; numbers, dates and what formulas give are no texts. */
static hxp_status start_cell(void *context, const char **attributes,
                             hxp_error *error)
{
    odf_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "value-type");
    (void)error;
    reader->skip = (type.len > 0 && !hxp_str_is(type, "string")) ||
                   hxp_xml_attribute(attributes, "formula").len > 0;
    reader->cells += !reader->skip;
    return HXP_OK;
}

static hxp_status start_list_of(void *context, const char **attributes,
                                hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->listed = true;
    return HXP_OK;
}

static hxp_status end_list_of(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    reader->listed = false;
    return HXP_OK;
}

/** The title of a list is the author's. */
static hxp_status start_list_title(void *context, const char **attributes,
                                   hxp_error *error)
{
    (void)attributes;
    return end_list_of(context, error);
}

static hxp_status end_list_title(void *context, hxp_error *error)
{
    return start_list_of(context, NULL, error);
}

static hxp_status end_cell(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    reader->cells--;
    return HXP_OK;
}

static hxp_status start_texts(void *context, const char **attributes,
                              hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->texts = reader->any = true;
    return HXP_OK;
}

static hxp_status end_texts(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    reader->texts = false;
    reader->usual = (hxp_block){ HXP_BLOCK_TEXT, 0 };
    return HXP_OK;
}

static hxp_status start_header(void *context, const char **attributes,
                               hxp_error *error)
{
    odf_reader *reader = context;
    reader->usual.kind = HXP_BLOCK_HEADER;
    return start_texts(context, attributes, error);
}

static hxp_status start_footer(void *context, const char **attributes,
                               hxp_error *error)
{
    odf_reader *reader = context;
    reader->usual.kind = HXP_BLOCK_FOOTER;
    return start_texts(context, attributes, error);
}

/* --- Text -------------------------------------------------------------------
 */

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    odf_reader *reader = context;
    return hxp_blocks_part(&reader->blocks)
               ? hxp_blocks_text(&reader->blocks, text, error)
               : HXP_OK;
}

/** Add white space that counts. */
static hxp_status add_space(odf_reader *reader, hxp_str space, hxp_error *error)
{
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    if (!part)
        return HXP_OK;
    part->verbatim = true;
    hxp_status status = hxp_blocks_text(&reader->blocks, space, error);
    part->verbatim = false;
    return status;
}

static hxp_status start_blanks(void *reader, const char **attributes,
                               hxp_error *error)
{
    enum { MOST_BLANKS = 1000 };
    hxp_str count = hxp_xml_attribute(attributes, "c");
    int blanks = 0;
    for (size_t i = 0; i < count.len && blanks < MOST_BLANKS; i++)
        if (count.ptr[i] >= '0' && count.ptr[i] <= '9')
            blanks = 10 * blanks + (count.ptr[i] - '0');
    if (blanks == 0)
        blanks = 1;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && blanks-- > 0)
        status = add_space(reader, HXP_STR(" "), error);
    return status;
}

static hxp_status start_tab(void *reader, const char **attributes,
                            hxp_error *error)
{
    (void)attributes;
    return add_space(reader, HXP_STR("\t"), error);
}

static hxp_status start_break(void *context, const char **attributes,
                              hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    return hxp_blocks_part(&reader->blocks)
               ? hxp_blocks_line_break(&reader->blocks, error)
               : HXP_OK;
}

/* --- What is in the text ----------------------------------------------------
 */

static hxp_status start_span(void *context, const char **attributes,
                             hxp_error *error)
{
    odf_reader *reader = context;
    const char *type = hxp_odf_style_type(
        &reader->styles, hxp_xml_attribute(attributes, "style-name"));
    if (!hxp_array_reserve(&reader->spans, &reader->span_capacity,
                           reader->span_count + 1, sizeof *reader->spans))
        return hxp_no_memory(error);
    reader->spans[reader->span_count++] = type;
    return type ? hxp_office_code(&reader->blocks, HXP_CODE_BEGIN, "text:span",
                                  type, error)
                : HXP_OK;
}

static hxp_status end_span(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    const char *type = reader->spans[--reader->span_count];
    return type ? hxp_office_code(&reader->blocks, HXP_CODE_END, "text:span",
                                  type, error)
                : HXP_OK;
}

static hxp_status start_link(void *context, const char **attributes,
                             hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_BEGIN, "text:a", "link",
                           error);
}

static hxp_status end_link(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    return hxp_office_code(&reader->blocks, HXP_CODE_END, "text:a", "link",
                           error);
}

static hxp_status start_note(void *context, const char **attributes,
                             hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    reader->notes++;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "text:note",
                           "fnote", error);
}

static hxp_status end_note(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    reader->notes--;
    return HXP_OK;
}

static hxp_status start_frame(void *context, const char **attributes,
                              hxp_error *error)
{
    odf_reader *reader = context;
    reader->title = hxp_str_is(hxp_xml_attribute(attributes, "class"), "title");
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "draw:frame",
                           "image", error);
}

static hxp_status end_frame(void *context, hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    reader->title = false;
    return HXP_OK;
}

static hxp_status start_style(void *context, const char **attributes,
                              hxp_error *error)
{
    odf_reader *reader = context;
    return hxp_odf_styles_add(&reader->styles, attributes)
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status start_properties(void *context, const char **attributes,
                                   hxp_error *error)
{
    odf_reader *reader = context;
    (void)error;
    hxp_odf_styles_properties(&reader->styles, attributes);
    return HXP_OK;
}

static const hxp_office_element elements[] = {
    { "text:p", start_paragraph, end_paragraph },
    { "text:h", start_heading, end_paragraph },
    { "text:span", start_span, end_span },
    { "text:s", start_blanks, NULL },
    { "text:tab", start_tab, NULL },
    { "text:line-break", start_break, NULL },
    { "text:a", start_link, end_link },
    { "text:list", start_list, end_list },
    { "text:note", start_note, end_note },
    { "table:table-cell", start_cell, end_cell },
    { "text:index-body", start_list_of, end_list_of },
    { "text:index-title", start_list_title, end_list_title },
    { "draw:frame", start_frame, end_frame },
    { "presentation:notes", start_note, end_note },
    { "svg:title", start_value, end_paragraph },
    { "svg:desc", start_value, end_paragraph },
    { "office:text", start_texts, end_texts },
    { "office:spreadsheet", start_texts, end_texts },
    { "office:presentation", start_texts, end_texts },
    { "style:header", start_header, end_texts },
    { "style:header-left", start_header, end_texts },
    { "style:header-first", start_header, end_texts },
    { "style:footer", start_footer, end_texts },
    { "style:footer-left", start_footer, end_texts },
    { "style:footer-first", start_footer, end_texts },
    { "style:style", start_style, NULL },
    { "style:text-properties", start_properties, NULL },
    { NULL, NULL, NULL },
};

/* What was deleted, what is said about the text, what repeats it. */
static const char *const skipped[] = {
    "text:tracked-changes", "office:annotation",
    "text:note-citation",   "text:ruby-text",
    "text:number",          "table:tracked-changes",
    "office:forms",         NULL
};

/* --- Parts ------------------------------------------------------------------
 */

static hxp_status start_encryption(void *context, const char **attributes,
                                   hxp_error *error)
{
    odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->encrypted = true;
    return HXP_OK;
}

/** Refuse a document whose parts are encrypted. */
static hxp_status refuse_encrypted(odf_reader *reader, const hxp_input *input,
                                   hxp_archive *archive, hxp_error *error)
{
    static const hxp_office_element marks[] = { { "manifest:encryption-data",
                                                  start_encryption, NULL },
                                                { NULL, NULL, NULL } };
    const hxp_office_part part = { .reader = reader, .elements = marks };
    hxp_status status =
        hxp_office_parse(archive, "META-INF/manifest.xml", &part, error);
    if (status == HXP_OK && reader->encrypted)
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input), nowhere,
                           "the document has a password");
    return status;
}

hxp_status hxp_odf_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    odf_reader reader = { .blocks = hxp_blocks_make(sink, input) };
    const hxp_office_part part = { .reader = &reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = text,
                                   .skip = &reader.skip };
    hxp_archive *archive;
    reader.blocks.drop_repeated = options->drop_repeated;
    hxp_status status = hxp_office_open(&archive, input, error);
    if (status == HXP_OK)
        status = refuse_encrypted(&reader, input, archive, error);
    if (status == HXP_OK)
        status = hxp_office_parse(archive, "content.xml", &part, error);
    if (status == HXP_OK && !reader.any)
        status = hxp_office_refuse(input, "OpenDocument", error);
    if (status == HXP_OK)
        status = hxp_office_parse(archive, "styles.xml", &part, error);
    hxp_odf_styles_free(&reader.styles);
    hxp_blocks_free(&reader.blocks);
    free(reader.spans);
    hxp_archive_close(archive);
    return status;
}

bool hxp_odf_recognise(hxp_str head)
{
    return hxp_office_begins(
        head, HXP_STR("mimetypeapplication/vnd.oasis.opendocument."));
}
