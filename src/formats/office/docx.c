/* docx.c - Word's documents: paragraphs of runs, in several parts. */
#include "base/error.h"
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

hxp_status hxp_docx_end_last(hxp_docx_reader *reader, hxp_error *error)
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
    reader->notes.deleted = true;
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
    return hxp_docx_end_last(reader, error);
}

/* --- What is in the text -------------------------------------------------- */

/** A reference to a note, which stands behind the paragraph. */
static hxp_status put_note(hxp_docx_reader *reader, const char **attributes,
                           bool of_end, hxp_error *error)
{
    if (!hxp_blocks_part(&reader->blocks))
        return HXP_OK;
    hxp_status status =
        hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                        of_end ? "w:endnoteReference" : "w:footnoteReference",
                        of_end ? "enote" : "fnote", error);
    return status == HXP_OK
               ? hxp_docx_notes_put(&reader->notes, &reader->blocks,
                                    hxp_xml_attribute(attributes, "id"), of_end,
                                    error)
               : status;
}

static hxp_status start_footnote_reference(void *reader,
                                           const char **attributes,
                                           hxp_error *error)
{
    return put_note(reader, attributes, false, error);
}

static hxp_status start_endnote_reference(void *reader, const char **attributes,
                                          hxp_error *error)
{
    return put_note(reader, attributes, true, error);
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

/** A note; those that are no more than the line above notes have a type. */
static hxp_status begin_note(hxp_docx_reader *reader, const char **attributes,
                             bool of_end, hxp_error *error)
{
    hxp_str type = hxp_xml_attribute(attributes, "type");
    reader->skip = type.len > 0 && !hxp_str_is(type, "normal");
    return reader->skip || hxp_docx_notes_begin(
                               &reader->notes,
                               hxp_xml_attribute(attributes, "id"), of_end)
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status start_footnote(void *reader, const char **attributes,
                                 hxp_error *error)
{
    return begin_note(reader, attributes, false, error);
}

static hxp_status start_endnote(void *reader, const char **attributes,
                                hxp_error *error)
{
    return begin_note(reader, attributes, true, error);
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
    { "w:altChunk", hxp_docx_start_chunk, NULL },
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
    { "w:sym", hxp_docx_start_symbol, NULL },
    { "w16se:symEx", hxp_docx_start_symbol, NULL },
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
    { "w:footnoteReference", start_footnote_reference, NULL },
    { "w:endnoteReference", start_endnote_reference, NULL },
    { "w:drawing", start_drawing, NULL },
    { "wp:docPr", start_picture, NULL },
    { "w:pict", start_old_drawing, NULL },
    { "w:object", start_old_drawing, NULL },
    { "v:shape", start_old_shape, NULL },
    { "v:textpath", start_drawn_letters, NULL },
    { "m:oMath", start_formula, NULL },
    { "w:footnote", start_footnote, NULL },
    { "w:endnote", start_endnote, NULL },
    { NULL, NULL, NULL },
};

/* What is about the text. */
static const char *const skipped[] = { "w:rt", "w:sdtPr", "w:pPrChange",
                                       "w:rPrChange", NULL };

/* What has text in it, and how it looks. */
static const char *const bare[] = {
    "w:p",      "w:pPr",   "w:pStyle", "w:numPr",  "w:outlineLvl",
    "w:ilvl",   "w:numId", "w:tc",     "w:r",      "w:rStyle",
    "w:b",      "w:i",     "w:u",      "w:strike", "w:vertAlign",
    "w:vanish", NULL
};

/* --- Parts ---------------------------------------------------------------- */

static hxp_status read_part(hxp_docx_reader *reader, const char *name,
                            hxp_error *error)
{
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = hxp_docx_text,
                                   .skip = &reader->skip,
                                   .bare = bare };
    reader->fields = (hxp_docx_fields){ .open = 0 };
    hxp_office_link_end(&reader->link); /* a field without an end */
    hxp_status status =
        hxp_relations_read(&reader->relations, reader->archive, name, error);
    if (status == HXP_OK)
        status = hxp_office_parse(reader->archive, name, &part, error);
    hxp_relations_free(&reader->relations);
    return status == HXP_OK ? hxp_docx_end_last(reader, error) : status;
}

/** Read the parts of a type that belong to the main one: usual paragraphs in
 * them are of the kind. */
static hxp_status read_others(hxp_docx_reader *reader,
                              const hxp_relations *relations, const char *type,
                              hxp_block_kind usual, hxp_error *error)
{
    size_t at = 0;
    const char *name;
    hxp_status status = HXP_OK;
    reader->usual.kind = usual;
    while (status == HXP_OK &&
           (name = hxp_relations_next(relations, type, &at)))
        status = read_part(reader, name, error);
    reader->usual.kind = HXP_BLOCK_TEXT;
    return status;
}

/** Keep the notes, to which the main part refers. */
static hxp_status read_notes(hxp_docx_reader *reader,
                             const hxp_relations *relations, hxp_error *error)
{
    hxp_blocks document = reader->blocks;
    reader->blocks =
        (hxp_blocks){ .sink = &reader->notes.sink, .file = document.file };
    hxp_status status =
        read_others(reader, relations, "footnotes", HXP_BLOCK_NOTE, error);
    if (status == HXP_OK)
        status =
            read_others(reader, relations, "endnotes", HXP_BLOCK_NOTE, error);
    hxp_blocks_free(&reader->blocks);
    reader->blocks = document;
    return status;
}

/** Read the styles and notes, then the main part, then what pages repeat. */
static hxp_status read_parts(hxp_docx_reader *reader, const char *main,
                             hxp_error *error)
{
    hxp_relations relations;
    size_t at = 0;
    hxp_status status =
        hxp_relations_read(&relations, reader->archive, main, error);
    const char *name = hxp_relations_next(&relations, "styles", &at);
    if (status == HXP_OK && name)
        status =
            hxp_docx_styles_read(&reader->styles, reader->archive, name, error);
    if (status == HXP_OK)
        status = read_notes(reader, &relations, error);
    if (status == HXP_OK)
        status = read_part(reader, main, error);
    if (status == HXP_OK)
        status = hxp_office_drawings_read(&reader->blocks, reader->archive,
                                          &relations, nowhere, error);
    if (status == HXP_OK)
        status =
            hxp_docx_notes_put_rest(&reader->notes, &reader->blocks, error);
    if (status == HXP_OK)
        status =
            read_others(reader, &relations, "header", HXP_BLOCK_HEADER, error);
    if (status == HXP_OK)
        status =
            read_others(reader, &relations, "footer", HXP_BLOCK_FOOTER, error);
    hxp_relations_free(&relations);
    return status;
}

static hxp_status stream(hxp_paragraph_sink *sink, hxp_input *input,
                         const hxp_document_options *options, bool within,
                         hxp_error *error)
{
    hxp_docx_reader reader = { .blocks = hxp_blocks_make(sink, input),
                               .notes =
                                   hxp_docx_notes_make(hxp_input_name(input)),
                               .options = options,
                               .within = within };
    hxp_arena arena = { NULL };
    const char *main = NULL;
    reader.blocks.drop_repeated = options->drop_repeated;
    reader.blocks.counted = true;
    hxp_status status = hxp_office_open(&reader.archive, input, options, error);
    if (status == HXP_OK)
        status = hxp_office_main_part(&main, &arena, reader.archive, error);
    if (status == HXP_OK && main)
        status = read_parts(&reader, main, error);
    if (status == HXP_OK && !reader.found)
        status = hxp_office_refuse(input, "DOCX", error);
    if (status == HXP_OK)
        status =
            hxp_hidden_tell(&reader.left, reader.blocks.file, options, error);
    hxp_docx_styles_free(&reader.styles);
    hxp_docx_notes_free(&reader.notes);
    hxp_office_link_free(&reader.link);
    hxp_blocks_free(&reader.blocks);
    hxp_archive_close(reader.archive);
    hxp_arena_free(&arena);
    return status;
}

hxp_status hxp_docx_stream_within(hxp_paragraph_sink *sink, hxp_input *input,
                                  const hxp_document_options *options,
                                  hxp_error *error)
{
    return stream(sink, input, options, true, error);
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
