/* docx_styles.c - what the styles of a DOCX make of paragraphs and words. */
#include "formats/office/docx_styles.h"

#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>

enum {
    HEADING_LEVELS = 9,
    MOST_BASES = 16 /* a style is based on others, one behind the other */
};

unsigned hxp_docx_level(hxp_str outline)
{
    /* from 0; 9 is text */
    if (outline.len != 1 || outline.ptr[0] < '0' || outline.ptr[0] > '8')
        return 0;
    return (unsigned)(outline.ptr[0] - '0') + 1;
}

/** The block that the name of a style built into word processors tells. */
static hxp_block block_of_name(hxp_str name)
{
    static const char heading[] = "heading ";
    const size_t len = sizeof heading - 1;
    if (hxp_str_is_nocase(name, "title"))
        return (hxp_block){ HXP_BLOCK_HEADING, 1 };
    if (name.len == len + 1 && hxp_str_starts_nocase(name, heading) &&
        name.ptr[len] >= '1' && name.ptr[len] <= '0' + HEADING_LEVELS)
        return (hxp_block){ HXP_BLOCK_HEADING,
                            (unsigned)(name.ptr[len] - '0') };
    return (hxp_block){ HXP_BLOCK_TEXT, 0 };
}

static hxp_status start_style(void *reader, const char **attributes,
                              hxp_error *error)
{
    hxp_docx_styles *styles = reader;
    if (!hxp_array_reserve(&styles->items, &styles->capacity, styles->count + 1,
                           sizeof *styles->items))
        return hxp_no_memory(error);
    hxp_docx_style *style = &styles->items[styles->count++];
    *style = (hxp_docx_style){ .based_on = HXP_STR("") };
    style->of_words =
        hxp_str_is(hxp_xml_attribute(attributes, "type"), "character");
    styles->run.look = 0;
    styles->hidden = false;
    return hxp_arena_copy(&style->id, &styles->arena,
                          hxp_xml_attribute(attributes, "styleId"))
               ? HXP_OK
               : hxp_no_memory(error);
}

/** The style in work, or NULL. */
static hxp_docx_style *last(hxp_docx_styles *styles)
{
    return styles->count > 0 ? &styles->items[styles->count - 1] : NULL;
}

static hxp_status start_base(void *reader, const char **attributes,
                             hxp_error *error)
{
    hxp_docx_styles *styles = reader;
    hxp_docx_style *style = last(styles);
    return !style || hxp_arena_copy(&style->based_on, &styles->arena,
                                    hxp_xml_attribute(attributes, "val"))
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status start_name(void *reader, const char **attributes,
                             hxp_error *error)
{
    hxp_docx_style *style = last(reader);
    (void)error;
    if (style)
        style->block = block_of_name(hxp_xml_attribute(attributes, "val"));
    return HXP_OK;
}

static hxp_status start_level(void *reader, const char **attributes,
                              hxp_error *error)
{
    unsigned level = hxp_docx_level(hxp_xml_attribute(attributes, "val"));
    hxp_docx_style *style = last(reader);
    (void)error;
    if (style && level > 0)
        style->block = (hxp_block){ HXP_BLOCK_HEADING, level };
    return HXP_OK;
}

static hxp_status start_hidden(void *reader, const char **attributes,
                               hxp_error *error)
{
    hxp_docx_styles *styles = reader;
    (void)error;
    styles->hidden = hxp_look_is_on(attributes);
    return HXP_OK;
}

static hxp_status end_style(void *reader, hxp_error *error)
{
    hxp_docx_styles *styles = reader;
    hxp_docx_style *style = last(styles);
    (void)error;
    if (style)
        style->look = (hxp_docx_look){ styles->run.look, styles->hidden };
    return HXP_OK;
}

static hxp_status start_numbers(void *reader, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_style *style = last(reader);
    (void)attributes;
    (void)error;
    if (style && style->block.kind == HXP_BLOCK_TEXT)
        style->block = (hxp_block){ HXP_BLOCK_ITEM, 1 };
    return HXP_OK;
}

static hxp_status start_list_level(void *reader, const char **attributes,
                                   hxp_error *error)
{
    unsigned level = hxp_docx_level(hxp_xml_attribute(attributes, "val"));
    hxp_docx_style *style = last(reader);
    (void)error;
    if (style && style->block.kind == HXP_BLOCK_ITEM && level > 0)
        style->block.level = level;
    return HXP_OK;
}

/** The list of an item; 0: it is none, though the style below may say so. */
static hxp_status start_list(void *reader, const char **attributes,
                             hxp_error *error)
{
    hxp_docx_style *style = last(reader);
    (void)error;
    if (style && style->block.kind == HXP_BLOCK_ITEM &&
        hxp_str_is(hxp_xml_attribute(attributes, "val"), "0")) {
        style->block = (hxp_block){ HXP_BLOCK_TEXT, 0 };
        style->plain = true;
    }
    return HXP_OK;
}

hxp_status hxp_docx_styles_read(hxp_docx_styles *styles, hxp_archive *archive,
                                const char *name, hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { "w:style", start_style, end_style },
        { "w:basedOn", start_base, NULL },
        { "w:name", start_name, NULL },
        { "w:outlineLvl", start_level, NULL },
        { "w:numPr", start_numbers, NULL },
        { "w:ilvl", start_list_level, NULL },
        { "w:numId", start_list, NULL },
        { "w:b", hxp_look_bold, NULL },
        { "w:i", hxp_look_italic, NULL },
        { "w:u", hxp_look_underline, NULL },
        { "w:strike", hxp_look_strike, NULL },
        { "w:vertAlign", hxp_look_vertical, NULL },
        { "w:vanish", start_hidden, NULL },
        { NULL, NULL, NULL },
    };
    const hxp_office_part part = { .reader = styles, .elements = elements };
    *styles = (hxp_docx_styles){ .count = 0 };
    return hxp_office_parse(archive, name, &part, error);
}

static const hxp_docx_style *find(const hxp_docx_styles *styles, hxp_str id)
{
    for (size_t i = 0; i < styles->count; i++)
        if (hxp_str_equal(styles->items[i].id, id))
            return &styles->items[i];
    return NULL;
}

hxp_block hxp_docx_style_block(const hxp_docx_styles *styles, hxp_str id)
{
    const hxp_docx_style *style = find(styles, id);
    for (int i = 0; style && i < MOST_BASES; i++) {
        if (style->block.kind != HXP_BLOCK_TEXT || style->plain)
            return style->block;
        style = find(styles, style->based_on);
    }
    return (hxp_block){ HXP_BLOCK_TEXT, 0 };
}

hxp_docx_look hxp_docx_style_look(const hxp_docx_styles *styles, hxp_str id)
{
    hxp_docx_look look = { 0, false };
    const hxp_docx_style *style = find(styles, id);
    for (int i = 0; style && style->of_words && i < MOST_BASES; i++) {
        look.bits |= style->look.bits;
        look.hidden |= style->look.hidden;
        style = find(styles, style->based_on);
    }
    return look;
}

void hxp_docx_styles_free(hxp_docx_styles *styles)
{
    free(styles->items);
    hxp_arena_free(&styles->arena);
}
