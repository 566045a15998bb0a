/* docx.c - Word's documents: paragraphs of runs, in several parts. */
#include "base/error.h"
#include "base/str.h"
#include "formats/document_format.h"
#include "formats/docx_fields.h"
#include "formats/docx_styles.h"
#include "formats/office_looks.h"
#include "formats/office_relations.h"

static const hxp_look looks[HXP_LOOKS] = {
    { "w:hyperlink", "link", "<w:hyperlink>", "</w:hyperlink>" },
    { "w:b", "bold", "<w:b>", "</w:b>" },
    { "w:i", "italic", "<w:i>", "</w:i>" },
    { "w:u", "ulined", "<w:u>", "</w:u>" },
    { "w:strike", "", "<w:strike>", "</w:strike>" },
    { "super", "", "<w:vertAlign w:val=\"superscript\">", "</w:vertAlign>" },
    { "sub", "", "<w:vertAlign w:val=\"subscript\">", "</w:vertAlign>" },
};

typedef struct docx_reader {
    hxp_looked
        run; /* first: see hxp_looked; passed: properties are a paragraph's */
    hxp_blocks blocks; /* the mark of a part: how it looks where it ends */
    hxp_docx_styles styles;
    hxp_block usual; /* of the paragraphs of the part in work */
    size_t cells;    /* of tables, that are open */
    unsigned link;   /* a look of the run in work, if it is in a link; or 0 */
    hxp_docx_fields fields;
    bool hidden;      /* the run is */
    bool texts;       /* text that comes is the document's, */
    bool instruction; /* of an instruction of a field */
    bool joined;      /* the end of the paragraph was deleted, */
    bool goes_on;     /* it goes on in the next one */
    bool skip;        /* the element in work */
    bool found;       /* there is a document in it */
} docx_reader;

static const hxp_place nowhere = { 0, 0, 0 };

/* --- How runs look ----------------------------------------------------------
 */

/** Let what follows in the paragraph look as wanted. */
static hxp_status change_look(docx_reader *reader, unsigned wanted,
                              hxp_error *error)
{
    return hxp_looks_change(&reader->blocks, looks, wanted, error);
}

static hxp_status start_hidden(void *context, const char **attributes,
                               hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    if (!reader->run.passed)
        reader->hidden = hxp_look_is_on(attributes);
    return HXP_OK;
}

static hxp_status start_run(void *context, const char **attributes,
                            hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->run.look = 0;
    reader->hidden = false;
    return HXP_OK;
}

/* --- Text -------------------------------------------------------------------
 */

static hxp_status add_text(docx_reader *reader, hxp_str text, hxp_error *error)
{
    if (!hxp_blocks_part(&reader->blocks) || reader->hidden ||
        hxp_docx_fields_hide(&reader->fields))
        return HXP_OK;
    hxp_status status =
        change_look(reader, reader->run.look | reader->link, error);
    return status == HXP_OK ? hxp_blocks_text(&reader->blocks, text, error)
                            : status;
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    docx_reader *reader = context;
    if (reader->instruction)
        hxp_docx_fields_tell(&reader->fields, text);
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

static hxp_status start_field(void *context, const char **attributes,
                              hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    hxp_docx_fields_mark(&reader->fields,
                         hxp_xml_attribute(attributes, "fldCharType"));
    return HXP_OK;
}

static hxp_status start_instruction(void *context, const char **attributes,
                                    hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->instruction = true;
    return HXP_OK;
}

static hxp_status end_instruction(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    reader->instruction = false;
    return HXP_OK;
}

static hxp_status start_tab(void *context, const char **attributes,
                            hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    /* within the properties of a paragraph it is a tab stop */
    return reader->run.passed ? HXP_OK : add_text(reader, HXP_STR("\t"), error);
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
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)attributes;
    if (block.kind == HXP_BLOCK_TEXT && reader->cells > 0)
        block.kind = HXP_BLOCK_CELL;
    if (reader->goes_on && part) {
        part->block = block;
        reader->goes_on = false;
        return HXP_OK;
    }
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
    reader->goes_on = reader->joined;
    reader->joined = false;
    if (reader->goes_on)
        return HXP_OK;
    hxp_status status = change_look(reader, 0, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

/** End a paragraph that has no other to go on in: a cell or the part ends. */
static hxp_status end_last(docx_reader *reader, hxp_error *error)
{
    return reader->goes_on ? end_paragraph(reader, error) : HXP_OK;
}

/** What was deleted or moved away is left out, even the end of a paragraph. */
static hxp_status start_deleted(void *context, const char **attributes,
                                hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->joined |= reader->run.passed;
    reader->skip = true;
    return HXP_OK;
}

static hxp_status start_properties(void *context, const char **attributes,
                                   hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->run.passed = true;
    return HXP_OK;
}

static hxp_status end_properties(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    reader->run.passed = false;
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
    reader->cells--;
    return end_last(reader, error);
}

/* --- What is in the text ----------------------------------------------------
 */

static hxp_status start_link(void *context, const char **attributes,
                             hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->link = HXP_LOOK_LINK;
    return HXP_OK;
}

static hxp_status end_link(void *context, hxp_error *error)
{
    docx_reader *reader = context;
    (void)error;
    reader->link = 0;
    return HXP_OK;
}

static hxp_status start_reference(void *context, const char **attributes,
                                  hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                           "w:footnoteReference", "", error);
}

/** A character of a font of its own, such as an arrow. */
static hxp_status start_symbol(void *context, const char **attributes,
                               hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "w:sym", "",
                           error);
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
                            hxp_xml_attribute(attributes, "descr"), nowhere,
                            error);
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

static hxp_status start_document(void *context, const char **attributes,
                                 hxp_error *error)
{
    docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->found = true;
    return HXP_OK;
}

static const hxp_office_element elements[] = {
    { "w:document", start_document, NULL },
    { "w:p", start_paragraph, end_paragraph },
    { "w:pPr", start_properties, end_properties },
    { "w:pStyle", start_style, NULL },
    { "w:outlineLvl", start_outline, NULL },
    { "w:ilvl", start_list_level, NULL },
    { "w:tc", start_cell, end_cell },
    { "w:r", start_run, NULL },
    { "w:b", hxp_look_bold, NULL },
    { "w:i", hxp_look_italic, NULL },
    { "w:u", hxp_look_underline, NULL },
    { "w:strike", hxp_look_strike, NULL },
    { "w:vertAlign", hxp_look_vertical, NULL },
    { "w:vanish", start_hidden, NULL },
    { "w:t", start_text, end_text },
    { "w:tab", start_tab, NULL },
    { "w:ptab", start_tab, NULL },
    { "w:sym", start_symbol, NULL },
    { "w:fldChar", start_field, NULL },
    { "w:instrText", start_instruction, end_instruction },
    { "w:del", start_deleted, NULL },
    { "w:moveFrom", start_deleted, NULL },
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

/* What stands twice, what is about the text. */
static const char *const skipped[] = { "mc:Fallback", "w:rt",        "w:sdtPr",
                                       "w:pPrChange", "w:rPrChange", NULL };

/* --- Parts ------------------------------------------------------------------
 */

static hxp_status read_part(docx_reader *reader, hxp_archive *archive,
                            const char *name, hxp_error *error)
{
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = text,
                                   .skip = &reader->skip };
    reader->fields = (hxp_docx_fields){ .open = 0 };
    hxp_status status = hxp_office_parse(archive, name, &part, error);
    return status == HXP_OK ? end_last(reader, error) : status;
}

/** Read the styles, then the main part, then those that belong to it. */
static hxp_status read_parts(docx_reader *reader, hxp_archive *archive,
                             const char *main, hxp_error *error)
{
    static const struct {
        const char *type;
        hxp_block_kind usual;
    } others[] = { { "footnotes", HXP_BLOCK_NOTE },
                   { "endnotes", HXP_BLOCK_NOTE },
                   { "header", HXP_BLOCK_HEADER },
                   { "footer", HXP_BLOCK_FOOTER } };
    hxp_relations relations;
    size_t at = 0;
    hxp_status status = hxp_relations_read(&relations, archive, main, error);
    const char *name = hxp_relations_next(&relations, "styles", &at);
    if (status == HXP_OK && name)
        status = hxp_docx_styles_read(&reader->styles, archive, name, error);
    if (status == HXP_OK)
        status = read_part(reader, archive, main, error);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        reader->usual.kind = others[i].usual;
        at = 0;
        while (status == HXP_OK &&
               (name = hxp_relations_next(&relations, others[i].type, &at)))
            status = read_part(reader, archive, name, error);
    }
    hxp_relations_free(&relations);
    return status;
}

hxp_status hxp_docx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    docx_reader reader = { .blocks = hxp_blocks_make(sink, input) };
    hxp_arena arena = { NULL };
    hxp_archive *archive;
    const char *main = NULL;
    reader.blocks.drop_repeated = options->drop_repeated;
    hxp_status status = hxp_office_open(&archive, input, error);
    if (status == HXP_OK)
        status = hxp_office_main_part(&main, &arena, archive, error);
    if (status == HXP_OK && main)
        status = read_parts(&reader, archive, main, error);
    if (status == HXP_OK && !reader.found)
        status = hxp_office_refuse(input, "DOCX", error);
    hxp_docx_styles_free(&reader.styles);
    hxp_blocks_free(&reader.blocks);
    hxp_archive_close(archive);
    hxp_arena_free(&arena);
    return status;
}

bool hxp_docx_recognise(hxp_str head)
{
    return hxp_office_holds(head, "word/");
}
