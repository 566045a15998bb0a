/* pptx.c - PowerPoint's slides: shapes with text, tables, notes. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/office/hidden.h"
#include "formats/office/office_drawing.h"
#include "formats/office/office_link.h"

static const hxp_look looks[HXP_LOOKS] = {
    { "a:hlinkClick", "link", "<a:hlinkClick>", "</a:hlinkClick>" },
    { "b", "bold", "<a:rPr b=\"1\">", "</a:rPr>" },
    { "i", "italic", "<a:rPr i=\"1\">", "</a:rPr>" },
    { "u", "ulined", "<a:rPr u=\"sng\">", "</a:rPr>" },
    { "strike", "", "<a:rPr strike=\"sngStrike\">", "</a:rPr>" },
    { "super", "", "<a:rPr baseline=\"30000\">", "</a:rPr>" },
    { "sub", "", "<a:rPr baseline=\"-25000\">", "</a:rPr>" },
};

typedef struct pptx_reader {
    hxp_blocks blocks;
    hxp_arena arena;
    hxp_relations relations; /* of the presentation */
    hxp_archive *archive;
    size_t slide;    /* number of the slide in work */
    bool in_notes;   /* its notes are in work */
    hxp_block usual; /* of the paragraphs of the shape in work */
    size_t cells;    /* of tables, that are open */
    unsigned look;   /* of the run in work */
    hxp_office_link link;
    hxp_relations own; /* of the part in work */
    hxp_hidden hidden;
    bool texts; /* text that comes is the document's */
    bool skip;  /* the element in work */
    bool found; /* there is a presentation in it */
} pptx_reader;

/* --- Text ----------------------------------------------------------------- */

static hxp_status start_run(void *context, const char **attributes,
                            hxp_error *error)
{
    pptx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->look = 0;
    hxp_office_link_end(&reader->link);
    return HXP_OK;
}

/** A number or date that is put in when the slide is shown. */
static hxp_status start_field(void *context, const char **attributes,
                              hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "type");
    reader->skip = hxp_str_is(type, "slidenum") ||
                   hxp_str_starts(type, HXP_STR("datetime"));
    return reader->skip ? hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                                          "a:fld", "", error)
                        : start_run(context, attributes, error);
}

static bool is_on(hxp_str value)
{
    return hxp_str_is(value, "1") || hxp_str_is(value, "true");
}

static hxp_status start_look(void *context, const char **attributes,
                             hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_str line = hxp_xml_attribute(attributes, "u");
    hxp_str strike = hxp_xml_attribute(attributes, "strike");
    hxp_str shift = hxp_xml_attribute(attributes, "baseline");
    unsigned look = 0;
    (void)error;
    if (is_on(hxp_xml_attribute(attributes, "b")))
        look |= HXP_LOOK_BOLD;
    if (is_on(hxp_xml_attribute(attributes, "i")))
        look |= HXP_LOOK_ITALIC;
    if (line.len > 0 && !hxp_str_is(line, "none"))
        look |= HXP_LOOK_UNDERLINE;
    if (strike.len > 0 && !hxp_str_is(strike, "noStrike"))
        look |= HXP_LOOK_STRIKE;
    if (shift.len > 0 && !hxp_str_starts(shift, HXP_STR("0")))
        look |= *shift.ptr == '-' ? HXP_LOOK_SUB : HXP_LOOK_SUPER;
    reader->look = look;
    return HXP_OK;
}

static hxp_status start_link(void *context, const char **attributes,
                             hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_str address = hxp_relations_address(
        &reader->own, hxp_office_attribute(attributes, "r:id"));
    return hxp_office_link_start(&reader->link, looks[0].name, address,
                                 HXP_STR(""), error);
}

/** Let what follows look as the run in work does. */
static hxp_status change_look(pptx_reader *reader, hxp_error *error)
{
    return hxp_looks_change(&reader->blocks, looks,
                            reader->look | hxp_office_link_look(&reader->link),
                            &reader->link, error);
}

static hxp_status start_text(void *context, const char **attributes,
                             hxp_error *error)
{
    pptx_reader *reader = context;
    (void)attributes;
    reader->texts = hxp_blocks_part(&reader->blocks) != NULL;
    return reader->texts ? change_look(reader, error) : HXP_OK;
}

static hxp_status end_text(void *context, hxp_error *error)
{
    pptx_reader *reader = context;
    (void)error;
    reader->texts = false;
    return HXP_OK;
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    pptx_reader *reader = context;
    return reader->texts ? hxp_blocks_text(&reader->blocks, text, error)
                         : HXP_OK;
}

/** A line break, which looks as its properties said. */
static hxp_status end_break(void *context, hxp_error *error)
{
    pptx_reader *reader = context;
    if (!hxp_blocks_part(&reader->blocks))
        return HXP_OK;
    hxp_status status = change_look(reader, error);
    return status == HXP_OK ? hxp_office_break(&reader->blocks, "a:br", error)
                            : status;
}

/* --- Paragraphs ----------------------------------------------------------- */

static hxp_place place_of(const pptx_reader *reader)
{
    return (hxp_place){ reader->slide, 1, 1 };
}

static hxp_status start_paragraph(void *context, const char **attributes,
                                  hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_block block = reader->usual;
    (void)attributes;
    if (reader->in_notes)
        block = (hxp_block){ HXP_BLOCK_NOTE, 0 };
    else if (reader->cells > 0)
        block = (hxp_block){ HXP_BLOCK_CELL, 0 };
    hxp_status status =
        hxp_blocks_open(&reader->blocks, block, place_of(reader), error);
    if (status == HXP_OK)
        hxp_blocks_part(&reader->blocks)->verbatim = true;
    return status;
}

static hxp_status end_paragraph(void *context, hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_status status =
        hxp_looks_change(&reader->blocks, looks, 0, NULL, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

static hxp_status start_properties(void *context, const char **attributes,
                                   hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    hxp_str level = hxp_xml_attribute(attributes, "lvl");
    (void)error;
    if (part && part->block.kind == HXP_BLOCK_ITEM && level.len == 1 &&
        *level.ptr >= '0' && *level.ptr <= '8')
        part->block.level = (unsigned)(*level.ptr - '0') + 1;
    return HXP_OK;
}

/** A paragraph of a list without the mark of an item. */
static hxp_status start_no_mark(void *context, const char **attributes,
                                hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    (void)attributes;
    (void)error;
    if (part && part->block.kind == HXP_BLOCK_ITEM)
        part->block = (hxp_block){ HXP_BLOCK_TEXT, 0 };
    return HXP_OK;
}

static hxp_status start_cell(void *context, const char **attributes,
                             hxp_error *error)
{
    pptx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->cells++;
    return HXP_OK;
}

static hxp_status end_cell(void *context, hxp_error *error)
{
    pptx_reader *reader = context;
    (void)error;
    reader->cells--;
    return HXP_OK;
}

/* --- Shapes --------------------------------------------------------------- */

static hxp_status start_shape(void *context, const char **attributes,
                              hxp_error *error)
{
    pptx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->usual = (hxp_block){ HXP_BLOCK_TEXT, 0 };
    return HXP_OK;
}

/** What a shape is for: it takes the place of one of the layout. */
static hxp_status start_role(void *context, const char **attributes,
                             hxp_error *error)
{
    static const struct {
        const char *type;
        hxp_block block;
    } roles[] = { { "title", { HXP_BLOCK_HEADING, 1 } },
                  { "ctrTitle", { HXP_BLOCK_HEADING, 1 } },
                  { "body", { HXP_BLOCK_ITEM, 1 } },
                  { "obj", { HXP_BLOCK_ITEM, 1 } },
                  { "", { HXP_BLOCK_ITEM, 1 } },
                  { "hdr", { HXP_BLOCK_HEADER, 0 } },
                  { "ftr", { HXP_BLOCK_FOOTER, 0 } } };
    pptx_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "type");
    (void)error;
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (hxp_str_is(type, roles[i].type))
            reader->usual = roles[i].block;
    return HXP_OK;
}

/** What a picture shows, in words. */
static hxp_status start_picture(void *context, const char **attributes,
                                hxp_error *error)
{
    pptx_reader *reader = context;
    return hxp_office_picture(&reader->blocks, attributes, place_of(reader),
                              error);
}

/** The root of a slide; one that is not shown is left out. */
static hxp_status start_slide(void *context, const char **attributes,
                              hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_str show = hxp_xml_attribute(attributes, "show");
    (void)error;
    reader->skip = hxp_str_is(show, "0") || hxp_str_is(show, "false");
    reader->hidden.slides += reader->skip;
    return HXP_OK;
}

static const hxp_office_element elements[] = {
    { "p:sld", start_slide, NULL },
    { "p:sp", start_shape, NULL },
    { "p:graphicFrame", start_shape, NULL },
    { "p:ph", start_role, NULL },
    { "p:cNvPr", start_picture, NULL },
    { "a:p", start_paragraph, end_paragraph },
    { "a:pPr", start_properties, NULL },
    { "a:buNone", start_no_mark, NULL },
    { "a:tc", start_cell, end_cell },
    { "a:r", start_run, NULL },
    { "a:fld", start_field, NULL },
    { "a:rPr", start_look, NULL },
    { "a:hlinkClick", start_link, NULL },
    { "a:t", start_text, end_text },
    { "a:br", start_run, end_break },
    { NULL, NULL, NULL },
};

static const char *const skipped[] = { "p:extLst", "a:extLst", NULL };

/* What has text in it, and how it looks. */
static const char *const bare[] = { "a:p", "a:pPr", "a:buNone", "a:tc",
                                    "a:r", "a:rPr", NULL };

/* --- Parts ---------------------------------------------------------------- */

static hxp_status read_part(pptx_reader *reader, const char *name,
                            hxp_error *error)
{
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = text,
                                   .skip = &reader->skip,
                                   .bare = bare };
    reader->usual = (hxp_block){ HXP_BLOCK_TEXT, 0 };
    hxp_status status =
        hxp_relations_read(&reader->own, reader->archive, name, error);
    if (status == HXP_OK)
        status = hxp_office_parse(reader->archive, name, &part, error);
    hxp_relations_free(&reader->own);
    return status;
}

/** Read the parts of a type that belong to a slide. */
static hxp_status read_others(pptx_reader *reader,
                              const hxp_relations *relations, const char *type,
                              hxp_error *error)
{
    size_t at = 0;
    const char *name;
    hxp_status status = HXP_OK;
    while (status == HXP_OK &&
           (name = hxp_relations_next(relations, type, &at)))
        status = read_part(reader, name, error);
    return status;
}

/** Read a slide, the diagrams in it and its notes, in the order of the list. */
static hxp_status start_slide_id(void *context, const char **attributes,
                                 hxp_error *error)
{
    pptx_reader *reader = context;
    hxp_relations own;
    const char *name = hxp_relations_by_id(
        &reader->relations, hxp_office_attribute(attributes, "r:id"));
    reader->slide++;
    if (!name)
        return HXP_OK;
    size_t before = reader->blocks.number;
    hxp_status status = hxp_relations_read(&own, reader->archive, name, error);
    if (status == HXP_OK)
        status = read_part(reader, name, error);
    if (status == HXP_OK && reader->blocks.number > before)
        status = hxp_office_drawings_read(&reader->blocks, reader->archive,
                                          &own, place_of(reader), error);
    reader->in_notes = true;
    if (status == HXP_OK && reader->blocks.number > before)
        status = read_others(reader, &own, "notesSlide", error);
    reader->in_notes = false;
    hxp_relations_free(&own);
    return status;
}

static hxp_status start_presentation(void *context, const char **attributes,
                                     hxp_error *error)
{
    pptx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->found = true;
    return HXP_OK;
}

/** Read the slides that the main part lists. */
static hxp_status read_slides(pptx_reader *reader, hxp_error *error)
{
    static const hxp_office_element lists[] = {
        { "p:presentation", start_presentation, NULL },
        { "p:sldId", start_slide_id, NULL },
        { NULL, NULL, NULL },
    };
    const hxp_office_part part = { .reader = reader, .elements = lists };
    const char *main;
    hxp_status status =
        hxp_office_main_part(&main, &reader->arena, reader->archive, error);
    if (status != HXP_OK || !main)
        return status;
    status =
        hxp_relations_read(&reader->relations, reader->archive, main, error);
    return status == HXP_OK
               ? hxp_office_parse(reader->archive, main, &part, error)
               : status;
}

hxp_status hxp_pptx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    pptx_reader reader = { .blocks = hxp_blocks_make(sink, input) };
    reader.blocks.drop_repeated = options->drop_repeated;
    reader.blocks.line_is = "slide";
    hxp_status status = hxp_office_open(&reader.archive, input, options, error);
    if (status == HXP_OK)
        status = read_slides(&reader, error);
    if (status == HXP_OK && !reader.found)
        status = hxp_office_refuse(input, "PPTX", error);
    if (status == HXP_OK)
        status =
            hxp_hidden_tell(&reader.hidden, reader.blocks.file, options, error);
    hxp_relations_free(&reader.relations);
    hxp_office_link_free(&reader.link);
    hxp_blocks_free(&reader.blocks);
    hxp_archive_close(reader.archive);
    hxp_arena_free(&reader.arena);
    return status;
}

bool hxp_pptx_recognise(hxp_str head)
{
    return hxp_office_holds(head, "ppt/");
}
