/* odf.c - OpenDocument texts, sheets and slides: their content, then what
 * pages repeat. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/foreign.h"
#include "formats/office/odf_reader.h"

#include <stdlib.h>

static const hxp_place nowhere = { 0, 0, 0 };

/* --- Paragraphs ----------------------------------------------------------- */

/** Open a paragraph; block says what it is where nothing around it does. */
static hxp_status open_block(hxp_odf_reader *reader, hxp_block block,
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
    hxp_status status = hxp_odf_push_look(reader, 0, error);
    return status == HXP_OK && reader->texts && !reader->listed
               ? hxp_blocks_open(&reader->blocks, block, reader->place, error)
               : status;
}

/** Open a paragraph that has a style, unless that hides it. */
static hxp_status open_styled(hxp_odf_reader *reader, hxp_block block,
                              const char **attributes, hxp_error *error)
{
    const hxp_odf_style *style =
        hxp_odf_style_find(&reader->styles, HXP_ODF_PARAGRAPHS,
                           hxp_xml_attribute(attributes, "style-name"));
    reader->skip = hxp_odf_style_hides(style);
    if (reader->skip)
        return HXP_OK;
    if (style && style->title && block.kind == HXP_BLOCK_TEXT)
        block = (hxp_block){ HXP_BLOCK_HEADING, 1 };
    return open_block(reader, block, error);
}

static hxp_status start_paragraph(void *reader, const char **attributes,
                                  hxp_error *error)
{
    return open_styled(reader, (hxp_block){ HXP_BLOCK_TEXT, 0 }, attributes,
                       error);
}

static hxp_status start_heading(void *reader, const char **attributes,
                                hxp_error *error)
{
    hxp_str level = hxp_xml_attribute(attributes, "outline-level");
    bool digit = level.len == 1 && *level.ptr >= '1' && *level.ptr <= '9';
    hxp_block block = { HXP_BLOCK_HEADING,
                        digit ? (unsigned)(*level.ptr - '0') : 1 };
    return open_styled(reader, block, attributes, error);
}

/** A section, which may be hidden: always, or for now. */
static hxp_status start_section(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->skip =
        hxp_str_is(hxp_xml_attribute(attributes, "display"), "none") ||
        hxp_str_is(hxp_xml_attribute(attributes, "is-hidden"), "true");
    reader->hidden.texts += reader->skip && reader->texts;
    return HXP_OK;
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
    hxp_odf_reader *reader = context;
    reader->span_count--;
    if (!hxp_blocks_part(&reader->blocks))
        return HXP_OK;
    hxp_status status = hxp_odf_end_looks(reader, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

static hxp_status start_list(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->lists++;
    return HXP_OK;
}

static hxp_status end_list(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->lists--;
    return HXP_OK;
}

static hxp_status start_list_of(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->listed = true;
    return HXP_OK;
}

static hxp_status end_list_of(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
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

static hxp_status start_texts(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->texts = reader->any = true;
    return HXP_OK;
}

static hxp_status end_texts(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->texts = false;
    reader->usual = (hxp_block){ HXP_BLOCK_TEXT, 0 };
    return HXP_OK;
}

static hxp_status start_sheets(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_odf_reader *reader = context;
    reader->sheets = true;
    return start_texts(context, attributes, error);
}

/** A comment: of sheets the users read it, elsewhere it is about the text. */
static hxp_status start_comment(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->skip = !reader->sheets;
    reader->notes += reader->sheets;
    return HXP_OK;
}

static hxp_status start_header(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_odf_reader *reader = context;
    reader->usual.kind = HXP_BLOCK_HEADER;
    return start_texts(context, attributes, error);
}

static hxp_status start_footer(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_odf_reader *reader = context;
    reader->usual.kind = HXP_BLOCK_FOOTER;
    return start_texts(context, attributes, error);
}

/** A slide, unless it is hidden. */
static hxp_status start_slide(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->place = (hxp_place){ ++reader->slides, 1, 1 };
    reader->skip = hxp_odf_style_hides(
        hxp_odf_style_find(&reader->styles, HXP_ODF_OTHERS,
                           hxp_xml_attribute(attributes, "style-name")));
    reader->hidden.slides += reader->skip && reader->texts;
    return HXP_OK;
}

/** What slides repeat stands in front of them, without a paragraph. */
static hxp_status start_repeated_header(void *reader, const char **attributes,
                                        hxp_error *error)
{
    (void)attributes;
    return open_block(reader, (hxp_block){ HXP_BLOCK_HEADER, 0 }, error);
}

static hxp_status start_repeated_footer(void *reader, const char **attributes,
                                        hxp_error *error)
{
    (void)attributes;
    return open_block(reader, (hxp_block){ HXP_BLOCK_FOOTER, 0 }, error);
}

/* --- What is in the text -------------------------------------------------- */

static hxp_status start_note(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    reader->notes++;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "text:note",
                           "fnote", error);
}

static hxp_status end_note(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->notes--;
    return HXP_OK;
}

static hxp_status start_frame(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    reader->title = hxp_str_is(hxp_xml_attribute(attributes, "class"), "title");
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "draw:frame",
                           "image", error);
}

/** A shape, whose text stands in paragraphs in it. */
static hxp_status start_shape(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "draw:shape",
                           "image", error);
}

/** A document in this one, which may be a chart. */
static hxp_status start_object(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_odf_reader *reader = context;
    return !reader->texts || hxp_odf_charts_add(&reader->charts, attributes)
               ? HXP_OK
               : hxp_no_memory(error);
}

/** The number of a page, or how many there are. */
static hxp_status start_page(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    reader->page = true;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                           "text:page-number", "", error);
}

static hxp_status end_page(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->page = false;
    return HXP_OK;
}

static hxp_status end_frame(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->title = false;
    return HXP_OK;
}

static hxp_status start_style(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    return hxp_odf_styles_add(&reader->styles, attributes)
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status start_properties(void *context, const char **attributes,
                                   hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    hxp_odf_styles_properties(&reader->styles, attributes);
    return HXP_OK;
}

static const hxp_office_element elements[] = {
    { "text:p", start_paragraph, end_paragraph },
    { "text:h", start_heading, end_paragraph },
    { "text:span", hxp_odf_start_span, hxp_odf_end_span },
    { "text:hidden-text", hxp_odf_start_hidden, NULL },
    { "text:hidden-paragraph", hxp_odf_start_hidden, NULL },
    { "text:s", hxp_odf_start_blanks, NULL },
    { "text:tab", hxp_odf_start_tab, NULL },
    { "text:line-break", hxp_odf_start_break, NULL },
    { "text:a", hxp_odf_start_link, hxp_odf_end_link },
    { "text:page-number", start_page, end_page },
    { "text:page-count", start_page, end_page },
    { "text:section", start_section, NULL },
    { "text:list", start_list, end_list },
    { "text:note", start_note, end_note },
    { "table:table-cell", hxp_odf_start_cell, hxp_odf_end_cell },
    { "table:covered-table-cell", hxp_odf_start_covered, NULL },
    { "table:table-column", hxp_odf_start_column, NULL },
    { "table:table-row", hxp_odf_start_row, NULL },
    { "text:index-body", start_list_of, end_list_of },
    { "text:index-title", start_list_title, end_list_title },
    { "draw:frame", start_frame, end_frame },
    { "draw:object", start_object, NULL },
    { "draw:custom-shape", start_shape, NULL },
    { "draw:rect", start_shape, NULL },
    { "draw:ellipse", start_shape, NULL },
    { "draw:line", start_shape, NULL },
    { "presentation:notes", start_note, end_note },
    { "svg:title", start_value, end_paragraph },
    { "svg:desc", start_value, end_paragraph },
    { "office:text", start_texts, end_texts },
    { "office:spreadsheet", start_sheets, end_texts },
    { "office:annotation", start_comment, end_note },
    { "table:table", hxp_odf_start_table, NULL },
    { "office:presentation", start_texts, end_texts },
    { "presentation:header-decl", start_repeated_header, end_paragraph },
    { "presentation:footer-decl", start_repeated_footer, end_paragraph },
    { "draw:page", start_slide, NULL },
    { "style:header", start_header, end_texts },
    { "style:header-left", start_header, end_texts },
    { "style:header-first", start_header, end_texts },
    { "style:footer", start_footer, end_texts },
    { "style:footer-left", start_footer, end_texts },
    { "style:footer-first", start_footer, end_texts },
    { "style:style", start_style, NULL },
    { "style:text-properties", start_properties, NULL },
    { "style:table-properties", start_properties, NULL },
    { "style:drawing-page-properties", start_properties, NULL },
    { NULL, NULL, NULL },
};

/* What was deleted, what is said about the text, what repeats it. */
static const char *const skipped[] = {
    "text:tracked-changes", "text:note-citation", "text:ruby-text",
    "text:number",          "text:script",        "table:tracked-changes",
    "office:forms",         "office:binary-data", NULL
};

/* --- Parts ---------------------------------------------------------------- */

static hxp_status start_encryption(void *context, const char **attributes,
                                   hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->encrypted = true;
    return HXP_OK;
}

/** Refuse a document whose parts are encrypted. */
static hxp_status refuse_encrypted(hxp_odf_reader *reader,
                                   const hxp_input *input, hxp_archive *archive,
                                   hxp_error *error)
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

/** Read the styles that the content refers to. */
static hxp_status read_styles(hxp_odf_reader *reader, hxp_archive *archive,
                              hxp_error *error)
{
    static const hxp_office_element styles[] = {
        { "style:style", start_style, NULL },
        { "style:text-properties", start_properties, NULL },
        { NULL, NULL, NULL }
    };
    const hxp_office_part part = { .reader = reader, .elements = styles };
    return hxp_office_parse(archive, "styles.xml", &part, error);
}

/** True for a document in one file of XML. */
static bool is_flat(hxp_str head)
{
    const hxp_str name = HXP_STR("<office:document");
    for (size_t at = 0; at + name.len < head.len; at++)
        if (hxp_str_starts(hxp_str_part(head, at, head.len), name))
            return strchr(" \t\r\n>", head.ptr[at + name.len]) &&
                   !hxp_is_zip(head);
    return false;
}

/** Read the parts of a document in a ZIP file. */
static hxp_status read_parts(hxp_odf_reader *reader, hxp_input *input,
                             const hxp_office_part *part,
                             const hxp_document_options *options,
                             hxp_error *error)
{
    hxp_archive *archive;
    hxp_status status = hxp_office_open(&archive, input, options, error);
    if (status == HXP_OK)
        status = refuse_encrypted(reader, input, archive, error);
    if (status == HXP_OK)
        status = read_styles(reader, archive, error);
    if (status == HXP_OK)
        status = hxp_office_parse(archive, "content.xml", part, error);
    if (status == HXP_OK)
        status = hxp_odf_charts_read(&reader->charts, &reader->blocks, archive,
                                     error);
    if (status == HXP_OK && !reader->any)
        status = hxp_office_refuse(input, "OpenDocument", error);
    /* sheets print a name and a number that nobody wrote */
    if (status == HXP_OK && !reader->sheets)
        status = hxp_office_parse(archive, "styles.xml", part, error);
    hxp_archive_close(archive);
    return status;
}

hxp_status hxp_odf_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    hxp_odf_reader reader = { .blocks = hxp_blocks_make(sink, input) };
    const hxp_office_part part = { .reader = &reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = hxp_odf_text,
                                   .skip = &reader.skip };
    hxp_str head;
    reader.blocks.drop_repeated = options->drop_repeated;
    reader.blocks.counted = true;
    reader.blocks.line_is = "slide";
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status == HXP_OK)
        status = is_flat(head)
                     ? hxp_office_parse_input(input, &part, error)
                     : read_parts(&reader, input, &part, options, error);
    if (status == HXP_OK)
        status =
            hxp_hidden_tell(&reader.hidden, reader.blocks.file, options, error);
    hxp_hidden_free(&reader.hidden);
    hxp_odf_styles_free(&reader.styles);
    hxp_office_link_free(&reader.link);
    hxp_odf_charts_free(&reader.charts);
    hxp_cell_name_free(&reader.name);
    hxp_blocks_free(&reader.blocks);
    free(reader.spans);
    return status;
}

bool hxp_odf_recognise(hxp_str head)
{
    return is_flat(head) ||
           hxp_office_begins(
               head, HXP_STR("mimetypeapplication/vnd.oasis.opendocument."));
}
