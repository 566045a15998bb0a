/* docx.c - Word's documents: paragraphs of runs, in several parts. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/office/docx_reader.h"
#include "formats/office/office_drawing.h"

static const hxp_place nowhere = { 0, 0, 0 };

/* --- Paragraphs ----------------------------------------------------------- */

static hxp_status start_paragraph(void *context, const char **attributes,
                                  hxp_error *error)
{
    hxp_docx_reader *reader = context;
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
    hxp_docx_reader *reader = context;
    if (!hxp_blocks_part(&reader->blocks))
        return HXP_OK;
    reader->goes_on = reader->joined;
    reader->joined = false;
    if (reader->goes_on)
        return HXP_OK;
    hxp_status status = hxp_docx_change_look(reader, 0, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

/** End a paragraph that has no other to go on in: a cell or the part ends. */
static hxp_status end_last(hxp_docx_reader *reader, hxp_error *error)
{
    return reader->goes_on ? end_paragraph(reader, error) : HXP_OK;
}

/** What was deleted or moved away is left out, even the end of a paragraph. */
static hxp_status start_deleted(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->joined |= reader->run.passed;
    reader->skip = true;
    return HXP_OK;
}

static hxp_status start_properties(void *context, const char **attributes,
                                   hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->run.passed = true;
    return HXP_OK;
}

static hxp_status end_properties(void *context, hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)error;
    reader->run.passed = false;
    return HXP_OK;
}

/** Say what the open paragraph is, unless the part says so of all. */
static void set_block(hxp_docx_reader *reader, hxp_block block)
{
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    if (part && block.kind != HXP_BLOCK_TEXT &&
        reader->usual.kind == HXP_BLOCK_TEXT)
        part->block = block;
}

static hxp_status start_style(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_docx_reader *reader = context;
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
    hxp_docx_reader *reader = context;
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
    hxp_docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->cells++;
    return HXP_OK;
}

static hxp_status end_cell(void *context, hxp_error *error)
{
    hxp_docx_reader *reader = context;
    reader->cells--;
    return end_last(reader, error);
}

/* --- What is in the text -------------------------------------------------- */

static hxp_status start_reference(void *context, const char **attributes,
                                  hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                           "w:footnoteReference", "", error);
}

/** A character of a font of its own, such as an arrow. */
static hxp_status start_symbol(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "w:sym", "",
                           error);
}

static hxp_status start_drawing(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "w:drawing",
                           "image", error);
}

/** What a picture shows, in words. */
static hxp_status start_picture(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    return hxp_office_value(&reader->blocks,
                            hxp_xml_attribute(attributes, "descr"), nowhere,
                            error);
}

/** Notes that are no more than the line above notes have a type. */
static hxp_status start_note(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "type");
    (void)error;
    reader->skip = type.len > 0 && !hxp_str_is(type, "normal");
    return HXP_OK;
}

static hxp_status start_document(void *context, const char **attributes,
                                 hxp_error *error)
{
    hxp_docx_reader *reader = context;
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
    { "w:r", hxp_docx_start_run, NULL },
    { "w:rStyle", hxp_docx_start_run_style, NULL },
    { "w:b", hxp_look_bold, NULL },
    { "w:i", hxp_look_italic, NULL },
    { "w:u", hxp_look_underline, NULL },
    { "w:strike", hxp_look_strike, NULL },
    { "w:vertAlign", hxp_look_vertical, NULL },
    { "w:vanish", hxp_docx_start_hidden, NULL },
    { "w:t", hxp_docx_start_text, hxp_docx_end_text },
    { "w:tab", hxp_docx_start_tab, NULL },
    { "w:ptab", hxp_docx_start_tab, NULL },
    { "w:sym", start_symbol, NULL },
    { "w:fldChar", hxp_docx_start_field, NULL },
    { "w:fldSimple", hxp_docx_start_simple_field, hxp_docx_end_simple_field },
    { "w:instrText", hxp_docx_start_instruction, hxp_docx_end_instruction },
    { "w:del", start_deleted, NULL },
    { "w:moveFrom", start_deleted, NULL },
    { "w:br", hxp_docx_start_break, NULL },
    { "w:cr", hxp_docx_start_break, NULL },
    { "w:noBreakHyphen", hxp_docx_start_hard_hyphen, NULL },
    { "w:softHyphen", hxp_docx_start_soft_hyphen, NULL },
    { "w:hyperlink", hxp_docx_start_link, hxp_docx_end_link },
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

/* --- Parts ---------------------------------------------------------------- */

static hxp_status read_part(hxp_docx_reader *reader, hxp_archive *archive,
                            const char *name, hxp_error *error)
{
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = hxp_docx_text,
                                   .skip = &reader->skip };
    reader->fields = (hxp_docx_fields){ .open = 0 };
    hxp_office_link_end(&reader->link); /* a field without an end */
    hxp_status status =
        hxp_relations_read(&reader->relations, archive, name, error);
    if (status == HXP_OK)
        status = hxp_office_parse(archive, name, &part, error);
    hxp_relations_free(&reader->relations);
    return status == HXP_OK ? end_last(reader, error) : status;
}

/** Read the styles, then the main part, then those that belong to it. */
static hxp_status read_parts(hxp_docx_reader *reader, hxp_archive *archive,
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
    if (status == HXP_OK)
        status = hxp_office_drawings_read(&reader->blocks, archive, &relations,
                                          nowhere, error);
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
    hxp_docx_reader reader = { .blocks = hxp_blocks_make(sink, input) };
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
    hxp_office_link_free(&reader.link);
    hxp_blocks_free(&reader.blocks);
    hxp_archive_close(archive);
    hxp_arena_free(&arena);
    return status;
}

bool hxp_docx_recognise(hxp_str head)
{
    return hxp_office_holds(head, "word/");
}
