/* office_drawing.c - texts in drawings, charts and diagrams of Office. */
#include "formats/office/office_drawing.h"

#include "base/str.h"

typedef struct drawing_reader {
    hxp_blocks *blocks;
    hxp_place place;
    bool texts; /* text that comes is of a text */
} drawing_reader;

static hxp_status start_paragraph(void *context, const char **attributes,
                                  hxp_error *error)
{
    drawing_reader *reader = context;
    (void)attributes;
    hxp_status status = hxp_blocks_open(
        reader->blocks, (hxp_block){ HXP_BLOCK_TEXT, 0 }, reader->place, error);
    if (status == HXP_OK)
        hxp_blocks_part(reader->blocks)->verbatim = true;
    return status;
}

static hxp_status end_paragraph(void *context, hxp_error *error)
{
    drawing_reader *reader = context;
    return hxp_blocks_part(reader->blocks)
               ? hxp_blocks_close(reader->blocks, error)
               : HXP_OK;
}

static hxp_status start_text(void *context, const char **attributes,
                             hxp_error *error)
{
    drawing_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->texts = hxp_blocks_part(reader->blocks) != NULL;
    return HXP_OK;
}

static hxp_status end_text(void *context, hxp_error *error)
{
    drawing_reader *reader = context;
    (void)error;
    reader->texts = false;
    return HXP_OK;
}

static hxp_status start_break(void *context, const char **attributes,
                              hxp_error *error)
{
    drawing_reader *reader = context;
    (void)attributes;
    return hxp_office_break(reader->blocks, "a:br", error);
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    drawing_reader *reader = context;
    return reader->texts ? hxp_blocks_text(reader->blocks, text, error)
                         : HXP_OK;
}

/** What a picture shows, in words. */
static hxp_status start_picture(void *context, const char **attributes,
                                hxp_error *error)
{
    drawing_reader *reader = context;
    return hxp_office_picture(reader->blocks, attributes, reader->place, error);
}

static hxp_status read_part(drawing_reader *reader, hxp_archive *archive,
                            const char *name, hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { "a:p", start_paragraph, end_paragraph },
        { "a:t", start_text, end_text },
        { "a:br", start_break, NULL },
        { "xdr:cNvPr", start_picture, NULL },
        { NULL, NULL, NULL },
    };
    static const char *const skipped[] = { "a:extLst", "c:userShapes", NULL };
    const hxp_office_part part = {
        .reader = reader, .elements = elements, .skipped = skipped, .text = text
    };
    return hxp_office_parse(archive, name, &part, error);
}

hxp_status hxp_office_drawing_read(hxp_blocks *blocks, hxp_archive *archive,
                                   const char *name, hxp_place place,
                                   hxp_error *error)
{
    drawing_reader reader = { blocks, place, false };
    hxp_relations relations;
    size_t at = 0;
    hxp_status status = hxp_relations_read(&relations, archive, name, error);
    if (status == HXP_OK)
        status = read_part(&reader, archive, name, error);
    while (status == HXP_OK &&
           (name = hxp_relations_next(&relations, "chart", &at)))
        status = read_part(&reader, archive, name, error);
    hxp_relations_free(&relations);
    return status;
}

hxp_status hxp_office_drawings_read(hxp_blocks *blocks, hxp_archive *archive,
                                    const hxp_relations *relations,
                                    hxp_place place, hxp_error *error)
{
    static const char *const types[] = { "drawing", "diagramData", "chart" };
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        size_t at = 0;
        const char *name;
        while (status == HXP_OK &&
               (name = hxp_relations_next(relations, types[i], &at)))
            status =
                hxp_office_drawing_read(blocks, archive, name, place, error);
    }
    return status;
}
