/* odf_charts.c - the titles of a chart and of its axes. */
#include "formats/office/odf_charts.h"

#include "base/array.h"
#include "base/str.h"

#include <stdlib.h>

bool hxp_odf_charts_add(hxp_odf_charts *charts, const char **attributes)
{
    static const char content[] = "/content.xml";
    hxp_str folder = hxp_xml_attribute(attributes, "href");
    if (folder.len == 0)
        return true;
    char *path = hxp_arena_bytes(&charts->arena, folder.len + sizeof content);
    if (!path)
        return false;
    memcpy(path, folder.ptr, folder.len);
    memcpy(path + folder.len, content, sizeof content);
    const char *name =
        hxp_office_path(&charts->arena, HXP_STR(""), hxp_str_of(path));
    if (!name || !hxp_array_reserve(&charts->items, &charts->capacity,
                                    charts->count + 1, sizeof *charts->items))
        return false;
    charts->items[charts->count++] = name;
    return true;
}

typedef struct chart_reader {
    hxp_blocks *blocks;
    bool titles; /* paragraphs that come are titles */
} chart_reader;

static hxp_status start_title(void *context, const char **attributes,
                              hxp_error *error)
{
    chart_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->titles = true;
    return HXP_OK;
}

static hxp_status end_title(void *context, hxp_error *error)
{
    chart_reader *reader = context;
    (void)error;
    reader->titles = false;
    return HXP_OK;
}

static hxp_status start_paragraph(void *context, const char **attributes,
                                  hxp_error *error)
{
    chart_reader *reader = context;
    (void)attributes;
    return reader->titles ? hxp_blocks_open(reader->blocks,
                                            (hxp_block){ HXP_BLOCK_TEXT, 0 },
                                            (hxp_place){ 0, 0, 0 }, error)
                          : HXP_OK;
}

static hxp_status end_paragraph(void *context, hxp_error *error)
{
    chart_reader *reader = context;
    return hxp_blocks_part(reader->blocks)
               ? hxp_blocks_close(reader->blocks, error)
               : HXP_OK;
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    chart_reader *reader = context;
    return hxp_blocks_part(reader->blocks)
               ? hxp_blocks_text(reader->blocks, text, error)
               : HXP_OK;
}

hxp_status hxp_odf_charts_read(const hxp_odf_charts *charts, hxp_blocks *blocks,
                               hxp_archive *archive, hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { "chart:title", start_title, end_title },
        { "chart:subtitle", start_title, end_title },
        { "text:p", start_paragraph, end_paragraph },
        { NULL, NULL, NULL },
    };
    chart_reader reader = { blocks, false };
    const hxp_office_part part = { .reader = &reader,
                                   .elements = elements,
                                   .text = text };
    hxp_status status = HXP_OK;
    blocks->id = HXP_STR("");
    for (size_t i = 0; status == HXP_OK && i < charts->count; i++)
        status = hxp_office_parse(archive, charts->items[i], &part, error);
    return status;
}

void hxp_odf_charts_free(hxp_odf_charts *charts)
{
    free(charts->items);
    hxp_arena_free(&charts->arena);
}
