/* docx.c - Word's documents: paragraphs of runs, in several parts. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/office/docx_reader.h"
#include "formats/office/office_drawing.h"

static const hxp_place nowhere = { 0, 0, 0 };

/* --- Paragraphs ----------------------------------------------------------- */

/** What a paragraph is that says nothing of that. */
static hxp_block usual_block(const hxp_docx_reader *reader)
{
    hxp_block block = reader->usual;
    if (block.kind == HXP_BLOCK_TEXT && reader->cells > 0)
        block.kind = HXP_BLOCK_CELL;
    return block;
}

static hxp_status start_paragraph(void *context, const char **attributes,
                                  hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_block block = usual_block(reader);
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)attributes;
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
    hxp_docx_fields_end_line(&reader->fields);
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

/** A paragraph that says by itself whether it is an item of a list. */
static hxp_status start_numbers(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    const hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)attributes;
    (void)error;
    if (part && part->block.kind != HXP_BLOCK_HEADING &&
        part->block.kind != HXP_BLOCK_ITEM)
        set_block(reader, (hxp_block){ HXP_BLOCK_ITEM, 1 });
    return HXP_OK;
}

static hxp_status start_list_level(void *context, const char **attributes,
                                   hxp_error *error)
{
    hxp_docx_reader *reader = context;
    unsigned level = hxp_docx_level(hxp_xml_attribute(attributes, "val"));
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)error;
    if (part && part->block.kind == HXP_BLOCK_ITEM && level > 0)
        part->block.level = level;
    return HXP_OK;
}

/** The list of an item; 0: it is none, though its style may say so. */
static hxp_status start_list(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)error;
    if (part && part->block.kind == HXP_BLOCK_ITEM &&
        hxp_str_is(hxp_xml_attribute(attributes, "val"), "0"))
        part->block = usual_block(reader);
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
                           "w:footnoteReference", "fnote", error);
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

/** A picture as older programs store it, or something of another program. */
static hxp_status start_old_drawing(void *context, const char **attributes,
                                    hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "w:pict",
                           "image", error);
}

/** A shape in it, which may say in words what it shows. */
static hxp_status start_old_shape(void *context, const char **attributes,
                                  hxp_error *error)
{
    hxp_docx_reader *reader = context;
    return hxp_office_value(&reader->blocks,
                            hxp_office_attribute(attributes, "alt"), nowhere,
                            error);
}

/** Letters drawn along a line, as on every page of a draft. */
static hxp_status start_drawn_letters(void *context, const char **attributes,
                                      hxp_error *error)
{
    hxp_docx_reader *reader = context;
    return hxp_office_value(&reader->blocks,
                            hxp_office_attribute(attributes, "string"), nowhere,
                            error);
}

/** A formula: what is in it is no text. */
static hxp_status start_formula(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    reader->skip = true;
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "m:oMath", "",
                           error);
}

/** What a picture shows, in words. */
static hxp_status start_picture(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    return hxp_office_picture(&reader->blocks, attributes, nowhere, error);
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

/* --- Documents in it ------------------------------------------------------ */

static hxp_status stream(hxp_paragraph_sink *sink, hxp_input *input,
                         const hxp_document_options *options, bool within,
                         hxp_error *error);

/** Paragraphs of a document on their way into the one it stands in. */
typedef struct relay {
    hxp_paragraph_sink sink;
    hxp_blocks *blocks;
} relay;

static hxp_status hand_on(hxp_paragraph_sink *sink,
                          const hxp_paragraph *paragraph, hxp_error *error)
{
    relay *to = (relay *)(void *)sink;
    hxp_paragraph copy = *paragraph;
    copy.run_count = 0; /* of another file */
    return hxp_blocks_copy(to->blocks, &copy, nowhere, error);
}

/** Read a document that stands here: a page or one of Word's; others are left
 * out. */
static hxp_status read_chunk(hxp_docx_reader *reader, hxp_input *input,
                             hxp_error *error)
{
    relay to = { { hand_on }, &reader->blocks };
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status == HXP_OK && hxp_html_recognise(head))
        return hxp_html_stream(&to.sink, input, reader->options, error);
    if (status != HXP_OK || !hxp_docx_recognise(head))
        return status;
    return reader->within
               ? hxp_fail_at(error, HXP_ELIMIT, reader->blocks.file, nowhere,
                             "documents stand within others, deeper than 1, "
                             "the limit")
               : stream(&to.sink, input, reader->options, true, error);
}

/** A document that Word takes in when it opens this one. */
static hxp_status start_chunk(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_input *input;
    const char *name = hxp_relations_by_id(
        &reader->relations, hxp_office_attribute(attributes, "r:id"));
    size_t count = hxp_archive_count(reader->archive);
    size_t at = name ? hxp_archive_find(reader->archive, name) : count;
    hxp_status status = end_last(reader, error);
    if (status != HXP_OK || at == count || hxp_blocks_part(&reader->blocks))
        return status;
    status = hxp_archive_entry(&input, reader->archive, at, error);
    if (status == HXP_OK)
        status = read_chunk(reader, input, error);
    hxp_input_close(input);
    return status;
}

static const hxp_office_element elements[] = {
    { "w:document", start_document, NULL },
    { "w:altChunk", start_chunk, NULL },
    { "w:p", start_paragraph, end_paragraph },
    { "w:pPr", start_properties, end_properties },
    { "w:pStyle", start_style, NULL },
    { "w:outlineLvl", start_outline, NULL },
    { "w:numPr", start_numbers, NULL },
    { "w:ilvl", start_list_level, NULL },
    { "w:numId", start_list, NULL },
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
    { "w:pict", start_old_drawing, NULL },
    { "w:object", start_old_drawing, NULL },
    { "v:shape", start_old_shape, NULL },
    { "v:textpath", start_drawn_letters, NULL },
    { "m:oMath", start_formula, NULL },
    { "w:footnote", start_note, NULL },
    { "w:endnote", start_note, NULL },
    { NULL, NULL, NULL },
};

/* What stands twice, what is about the text. */
static const char *const skipped[] = { "mc:Fallback", "w:rt",        "w:sdtPr",
                                       "w:pPrChange", "w:rPrChange", NULL };

/* --- Parts ---------------------------------------------------------------- */

static hxp_status read_part(hxp_docx_reader *reader, const char *name,
                            hxp_error *error)
{
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = hxp_docx_text,
                                   .skip = &reader->skip };
    reader->fields = (hxp_docx_fields){ .open = 0 };
    hxp_office_link_end(&reader->link); /* a field without an end */
    hxp_status status =
        hxp_relations_read(&reader->relations, reader->archive, name, error);
    if (status == HXP_OK)
        status = hxp_office_parse(reader->archive, name, &part, error);
    hxp_relations_free(&reader->relations);
    return status == HXP_OK ? end_last(reader, error) : status;
}

/** Read the styles, then the main part, then those that belong to it. */
static hxp_status read_parts(hxp_docx_reader *reader, const char *main,
                             hxp_error *error)
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
    hxp_status status =
        hxp_relations_read(&relations, reader->archive, main, error);
    const char *name = hxp_relations_next(&relations, "styles", &at);
    if (status == HXP_OK && name)
        status =
            hxp_docx_styles_read(&reader->styles, reader->archive, name, error);
    if (status == HXP_OK)
        status = read_part(reader, main, error);
    if (status == HXP_OK)
        status = hxp_office_drawings_read(&reader->blocks, reader->archive,
                                          &relations, nowhere, error);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        reader->usual.kind = others[i].usual;
        at = 0;
        while (status == HXP_OK &&
               (name = hxp_relations_next(&relations, others[i].type, &at)))
            status = read_part(reader, name, error);
    }
    hxp_relations_free(&relations);
    return status;
}

static hxp_status stream(hxp_paragraph_sink *sink, hxp_input *input,
                         const hxp_document_options *options, bool within,
                         hxp_error *error)
{
    hxp_docx_reader reader = { .blocks = hxp_blocks_make(sink, input),
                               .options = options,
                               .within = within };
    hxp_arena arena = { NULL };
    const char *main = NULL;
    reader.blocks.drop_repeated = options->drop_repeated;
    hxp_status status = hxp_office_open(&reader.archive, input, error);
    if (status == HXP_OK)
        status = hxp_office_main_part(&main, &arena, reader.archive, error);
    if (status == HXP_OK && main)
        status = read_parts(&reader, main, error);
    if (status == HXP_OK && !reader.found)
        status = hxp_office_refuse(input, "DOCX", error);
    hxp_docx_styles_free(&reader.styles);
    hxp_office_link_free(&reader.link);
    hxp_blocks_free(&reader.blocks);
    hxp_archive_close(reader.archive);
    hxp_arena_free(&arena);
    return status;
}

hxp_status hxp_docx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    return stream(sink, input, options, false, error);
}

bool hxp_docx_recognise(hxp_str head)
{
    return hxp_office_holds(head, "word/");
}
