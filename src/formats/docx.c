/* docx.c - Word's documents: paragraphs of runs, in several parts. */
#include "base/error.h"
#include "base/str.h"
#include "formats/document_format.h"
#include "formats/docx_parts.h"
#include "formats/docx_styles.h"

/** How a run can look; each is a bit, and an inline code where it begins. */
static const struct {
    const char *name;
    const char *type; /* of the code, as TMX calls it */
    const char *begin;
    const char *end;
} looks[] = {
    { "w:b", "bold", "<w:b>", "</w:b>" },
    { "w:i", "italic", "<w:i>", "</w:i>" },
    { "w:u", "ulined", "<w:u>", "</w:u>" },
    { "w:strike", "", "<w:strike>", "</w:strike>" },
    { "super", "", "<w:vertAlign w:val=\"superscript\">", "</w:vertAlign>" },
    { "sub", "", "<w:vertAlign w:val=\"subscript\">", "</w:vertAlign>" },
};

enum {
    LOOKS = sizeof looks / sizeof looks[0],
    BOLD = 1,
    ITALIC = 2,
    UNDERLINE = 4,
    STRIKE = 8,
    SUPER = 16,
    SUB = 32
};

typedef struct docx_reader {
    hxp_blocks blocks; /* the mark of a part: how it looks where it ends */
    hxp_docx_styles styles;
    hxp_block usual;   /* of the paragraphs of the part in work */
    size_t cells;      /* of tables, that are open */
    bool of_paragraph; /* properties that come are the paragraph's */
    unsigned look;     /* of the run in work */
    bool hidden;       /* the run is */
    bool texts;        /* text that comes is the document's */
    bool skip;         /* the element in work */
} docx_reader;

static const hxp_place nowhere = { 0, 0, 0 };

/* --- How runs look ----------------------------------------------------------
 */

static hxp_status put_look(docx_reader *reader, size_t i, bool begins,
                           hxp_error *error)
{
    const hxp_block_code code = {
        .kind = begins ? HXP_CODE_BEGIN : HXP_CODE_END,
        .name = hxp_str_of(looks[i].name),
        .type = hxp_str_of(looks[i].type),
        .native = hxp_str_of(begins ? looks[i].begin : looks[i].end)
    };
    return hxp_blocks_code(&reader->blocks, &code, error);
}

/** End and begin codes until what follows in the paragraph looks as wanted. */
static hxp_status change_look(docx_reader *reader, unsigned wanted,
                              hxp_error *error)
{
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    hxp_status status = HXP_OK;
    size_t same = 0;
    if (!part || part->mark == wanted)
        return HXP_OK;
    unsigned old = part->mark;
    part->mark = wanted;
    while (((old ^ wanted) >> same & 1) == 0)
        same++;
    for (size_t i = LOOKS; status == HXP_OK && i-- > same;)
        if ((old >> i & 1) != 0)
            status = put_look(reader, i, false, error);
    for (size_t i = same; status == HXP_OK && i < LOOKS; i++)
        if ((wanted >> i & 1) != 0)
            status = put_look(reader, i, true, error);
    return status;
}

/** Whether a property that is on or off is on. */
static bool is_on(const char **attributes)
{
    hxp_str value = hxp_xml_attribute(attributes, "val");
    return !hxp_str_is(value, "0") && !hxp_str_is(value, "false") &&
           !hxp_str_is(value, "off") && !hxp_str_is(value, "none");
}

static hxp_status set_look(docx_reader *reader, unsigned look, bool on)
{
    if (!reader->of_paragraph)
        reader->look = on ? reader->look | look : reader->look & ~look;
    return HXP_OK;
}

static hxp_status start_bold(void *reader, const char **attributes,
                             hxp_error *error)
{
    (void)error;
    return set_look(reader, BOLD, is_on(attributes));
}

static hxp_status start_italic(void *reader, const char **attributes,
                               hxp_error *error)
{
    (void)error;
    return set_look(reader, ITALIC, is_on(attributes));
}

static hxp_status start_underline(void *reader, const char **attributes,
                                  hxp_error *error)
{
    (void)error;
    return set_look(reader, UNDERLINE, is_on(attributes));
}

static hxp_status start_strike(void *reader, const char **attributes,
                               hxp_error *error)
{
    (void)error;
    return set_look(reader, STRIKE, is_on(attributes));
}

static hxp_status start_vertical(void *reader, const char **attributes,
                                 hxp_error *error)
{
    hxp_str value = hxp_xml_attribute(attributes, "val");
    (void)error;
    set_look(reader, SUPER, hxp_str_is(value, "superscript"));
    return set_look(reader, SUB, hxp_str_is(value, "subscript"));
}

static hxp_status start_hidden(void *context, const char **attributes,
                               hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    if (!reader->of_paragraph)
        reader->hidden = is_on(attributes);
    return HXP_OK;
}

static hxp_status start_run(void *context, const char **attributes,
                            hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->look = 0;
    reader->hidden = false;
    return HXP_OK;
}

/* --- Text -------------------------------------------------------------------
 */

static hxp_status add_text(docx_reader *reader, hxp_str text, hxp_error *error)
{
    if (!hxp_blocks_part(&reader->blocks) || reader->hidden)
        return HXP_OK;
    hxp_status status = change_look(reader, reader->look, error);
    return status == HXP_OK ? hxp_blocks_text(&reader->blocks, text, error)
                            : status;
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    docx_reader *reader = context;
    return reader->texts ? add_text(reader, text, error) : HXP_OK;
}

static hxp_status start_text(void *context, const char **attributes,
                             hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->texts = true;
    return HXP_OK;
}

static hxp_status end_text(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    reader->texts = false;
    return HXP_OK;
}

static hxp_status start_tab(void *context, const char **attributes,
                            hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    /* within the properties of a paragraph it is a tab stop */
    return reader->of_paragraph ? HXP_OK
                                : add_text(reader, HXP_STR("\t"), error);
}

static hxp_status start_break(void *reader, const char **attributes,
                              hxp_error *error)
{
    (void)attributes;
    return add_text(reader, HXP_STR("\n"), error);
}

static hxp_status start_hard_hyphen(void *reader, const char **attributes,
                                    hxp_error *error)
{
    (void)attributes;
    return add_text(reader, HXP_STR("\xE2\x80\x91"), error);
}

static hxp_status start_soft_hyphen(void *reader, const char **attributes,
                                    hxp_error *error)
{
    (void)attributes;
    return add_text(reader, HXP_STR("\xC2\xAD"), error);
}

/* --- Paragraphs -------------------------------------------------------------
 */

static hxp_status start_paragraph(void *context, const char **attributes,
                                  hxp_error *error)
{
    docx_reader *reader = context;
    hxp_block block = reader->usual;
    (void)attributes;
    if (block.kind == HXP_BLOCK_TEXT && reader->cells > 0)
        block.kind = HXP_BLOCK_CELL;
    hxp_status status = hxp_blocks_open(&reader->blocks, block, nowhere, error);
    if (status == HXP_OK)
        hxp_blocks_part(&reader->blocks)->verbatim = true;
    return status;
}

static hxp_status end_paragraph(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    if (!hxp_blocks_part(&reader->blocks))
        return HXP_OK;
    hxp_status status = change_look(reader, 0, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

static hxp_status start_properties(void *context, const char **attributes,
                                   hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->of_paragraph = true;
    return HXP_OK;
}

static hxp_status end_properties(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    reader->of_paragraph = false;
    return HXP_OK;
}

/** Say what the open paragraph is, unless the part says so of all. */
static void set_block(docx_reader *reader, hxp_block block)
{
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    if (part && block.kind != HXP_BLOCK_TEXT &&
        reader->usual.kind == HXP_BLOCK_TEXT)
        part->block = block;
}

static hxp_status start_style(void *context, const char **attributes,
                              hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    set_block(reader,
              hxp_docx_style_block(&reader->styles,
                                   hxp_xml_attribute(attributes, "val")));
    return HXP_OK;
}

static hxp_status start_outline(void *reader, const char **attributes,
                                hxp_error *error)
{
    unsigned level = hxp_docx_level(hxp_xml_attribute(attributes, "val"));
    (void)error;
    if (level > 0)
        set_block(reader, (hxp_block){ HXP_BLOCK_HEADING, level });
    return HXP_OK;
}

static hxp_status start_list_level(void *context, const char **attributes,
                                   hxp_error *error)
{
    docx_reader *reader = context;
    unsigned level = hxp_docx_level(hxp_xml_attribute(attributes, "val"));
    const hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)error;
    if (part && part->block.kind != HXP_BLOCK_HEADING)
        set_block(reader, (hxp_block){ HXP_BLOCK_ITEM, level > 0 ? level : 1 });
    return HXP_OK;
}

static hxp_status start_cell(void *context, const char **attributes,
                             hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->cells++;
    return HXP_OK;
}

static hxp_status end_cell(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    reader->cells--;
    return HXP_OK;
}

/* --- What is in the text ----------------------------------------------------
 */

static hxp_status put_link(docx_reader *reader, hxp_code_kind kind,
                           hxp_error *error)
{
    hxp_status status = change_look(reader, 0, error);
    return status == HXP_OK ? hxp_office_code(&reader->blocks, kind,
                                              "w:hyperlink", "link", error)
                            : status;
}

static hxp_status start_link(void *reader, const char **attributes,
                             hxp_error *error)
{
    (void)attributes;
    return put_link(reader, HXP_CODE_BEGIN, error);
}

static hxp_status end_link(void *reader, hxp_error *error)
{
    return put_link(reader, HXP_CODE_END, error);
}

static hxp_status start_reference(void *context, const char **attributes,
                                  hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                           "w:footnoteReference", "", error);
}

static hxp_status start_drawing(void *context, const char **attributes,
                                hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "w:drawing",
                           "image", error);
}

/** What a picture shows, in words. */
static hxp_status start_picture(void *context, const char **attributes,
                                hxp_error *error)
{
    docx_reader *reader = context;
    return hxp_office_value(&reader->blocks,
                            hxp_xml_attribute(attributes, "descr"), error);
}

/** Notes that are no more than the line above notes have a type. */
static hxp_status start_note(void *context, const char **attributes,
                             hxp_error *error)
{
    docx_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "type");
    (void)error;
    reader->skip = type.len > 0 && !hxp_str_is(type, "normal");
    return HXP_OK;
}

static const hxp_office_element elements[] = {
    { "w:p", start_paragraph, end_paragraph },
    { "w:pPr", start_properties, end_properties },
    { "w:pStyle", start_style, NULL },
    { "w:outlineLvl", start_outline, NULL },
    { "w:ilvl", start_list_level, NULL },
    { "w:tc", start_cell, end_cell },
    { "w:r", start_run, NULL },
    { "w:b", start_bold, NULL },
    { "w:i", start_italic, NULL },
    { "w:u", start_underline, NULL },
    { "w:strike", start_strike, NULL },
    { "w:vertAlign", start_vertical, NULL },
    { "w:vanish", start_hidden, NULL },
    { "w:t", start_text, end_text },
    { "w:tab", start_tab, NULL },
    { "w:br", start_break, NULL },
    { "w:cr", start_break, NULL },
    { "w:noBreakHyphen", start_hard_hyphen, NULL },
    { "w:softHyphen", start_soft_hyphen, NULL },
    { "w:hyperlink", start_link, end_link },
    { "w:footnoteReference", start_reference, NULL },
    { "w:endnoteReference", start_reference, NULL },
    { "w:drawing", start_drawing, NULL },
    { "wp:docPr", start_picture, NULL },
    { "w:footnote", start_note, NULL },
    { "w:endnote", start_note, NULL },
    { NULL, NULL, NULL },
};

/* What was deleted or moved away, what stands twice, what is about the text. */
static const char *const skipped[] = { "w:del",       "w:moveFrom",
                                       "mc:Fallback", "w:rt",
                                       "w:sdtPr",     "w:pPrChange",
                                       "w:rPrChange", NULL };

/* --- Parts ------------------------------------------------------------------
 */

static hxp_status read_part(docx_reader *reader, hxp_archive *archive,
                            const hxp_docx_part *part, hxp_error *error)
{
    static const hxp_block_kind kinds[] = { HXP_BLOCK_TEXT,   HXP_BLOCK_NOTE,
                                            HXP_BLOCK_NOTE,   HXP_BLOCK_HEADER,
                                            HXP_BLOCK_FOOTER, HXP_BLOCK_TEXT };
    const hxp_office_part office = { .reader = reader,
                                     .elements = elements,
                                     .skipped = skipped,
                                     .text = text,
                                     .skip = &reader->skip };
    reader->usual = (hxp_block){ kinds[part->kind], 0 };
    return hxp_office_parse(archive, part->name, &office, error);
}

/** Read the parts in the order of their kinds, but the styles first. */
static hxp_status read_parts(docx_reader *reader, hxp_archive *archive,
                             const hxp_docx_parts *parts, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < parts->count; i++)
        if (parts->items[i].kind == HXP_DOCX_STYLES)
            status = hxp_docx_styles_read(&reader->styles, archive,
                                          parts->items[i].name, error);
    for (int kind = HXP_DOCX_MAIN; kind < HXP_DOCX_STYLES; kind++)
        for (size_t i = 0; status == HXP_OK && i < parts->count; i++)
            if ((int)parts->items[i].kind == kind)
                status = read_part(reader, archive, &parts->items[i], error);
    return status;
}

hxp_status hxp_docx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    docx_reader reader = { .blocks = hxp_blocks_make(sink, input) };
    hxp_docx_parts parts = { .count = 0 };
    hxp_archive *archive;
    (void)options;
    hxp_status status = hxp_office_open(&archive, input, error);
    if (status == HXP_OK)
        status = hxp_docx_parts_find(&parts, archive, error);
    if (status == HXP_OK && parts.count == 0)
        status = hxp_office_refuse(input, "DOCX", error);
    if (status == HXP_OK)
        status = read_parts(&reader, archive, &parts, error);
    hxp_docx_parts_free(&parts);
    hxp_docx_styles_free(&reader.styles);
    hxp_blocks_free(&reader.blocks);
    hxp_archive_close(archive);
    return status;
}

bool hxp_docx_recognise(hxp_str head)
{
    return hxp_office_begins(head, HXP_STR("[Content_Types].xml")) ||
           hxp_office_begins(head, HXP_STR("_rels/")) ||
           hxp_office_begins(head, HXP_STR("word/"));
}
