/* odf_styles.c - which styles of an OpenDocument can be seen in words. */
#include "formats/office/odf_styles.h"

#include "base/array.h"
#include "base/str.h"
#include "formats/office/office_looks.h"
#include "formats/xml/xml.h"

#include <stdlib.h>

/** What a style:style says that it is for. */
static hxp_odf_family family_of(hxp_str name)
{
    if (hxp_str_is(name, "text"))
        return HXP_ODF_WORDS;
    return hxp_str_is(name, "paragraph") ? HXP_ODF_PARAGRAPHS : HXP_ODF_OTHERS;
}

bool hxp_odf_styles_add(hxp_odf_styles *styles, const char **attributes)
{
    hxp_str name = hxp_xml_attribute(attributes, "name");
    hxp_odf_style style = {
        .family = family_of(hxp_xml_attribute(attributes, "family")),
    };
    hxp_str base = hxp_xml_attribute(attributes, "parent-style-name");
    const hxp_odf_style *parent =
        hxp_odf_style_find(styles, style.family, base);
    if (style.family == HXP_ODF_WORDS)
        style.look = hxp_odf_style_look(styles, base);
    else if (parent)
        style.look = parent->look;
    style.title = style.family == HXP_ODF_PARAGRAPHS &&
                  (hxp_str_is(name, "Title") || hxp_str_is(base, "Title") ||
                   (parent && parent->title));
    if (!hxp_arena_copy(&style.name, &styles->arena, name) ||
        !hxp_array_reserve(&styles->items, &styles->capacity, styles->count + 1,
                           sizeof *styles->items))
        return false;
    styles->items[styles->count++] = style;
    return true;
}

/** Above the line or below it: "super 58%", "-33% 58%". */
static unsigned shift_of(hxp_str position)
{
    if (hxp_str_starts(position, HXP_STR("super")))
        return HXP_LOOK_SUPER;
    if (hxp_str_starts(position, HXP_STR("sub")) ||
        hxp_str_starts(position, HXP_STR("-")))
        return HXP_LOOK_SUB;
    return position.len == 0 || hxp_str_starts(position, HXP_STR("0%"))
               ? 0
               : HXP_LOOK_SUPER;
}

void hxp_odf_styles_properties(hxp_odf_styles *styles, const char **attributes)
{
    static const struct {
        const char *attribute;
        const char *usual; /* its value where nothing is to be seen */
        unsigned look;
    } seen[] = {
        { "font-weight", "normal", HXP_LOOK_BOLD },
        { "font-style", "normal", HXP_LOOK_ITALIC },
        { "text-underline-style", "none", HXP_LOOK_UNDERLINE },
        { "text-line-through-style", "none", HXP_LOOK_STRIKE },
    };
    if (styles->count == 0)
        return;
    hxp_odf_style *style = &styles->items[styles->count - 1];
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
        hxp_str value = hxp_xml_attribute(attributes, seen[i].attribute);
        if (hxp_str_is(value, seen[i].usual))
            style->look &= ~seen[i].look;
        else if (value.len > 0)
            style->look |= seen[i].look;
    }
    style->look |= shift_of(hxp_xml_attribute(attributes, "text-position"));
    hxp_str display = hxp_xml_attribute(attributes, "display");
    if (hxp_str_is(display, "none") || hxp_str_is(display, "false") ||
        hxp_str_is(hxp_xml_attribute(attributes, "visibility"), "hidden"))
        style->look |= HXP_ODF_HIDDEN;
}

const hxp_odf_style *hxp_odf_style_find(const hxp_odf_styles *styles,
                                        hxp_odf_family family, hxp_str name)
{
    for (size_t i = styles->count; i-- > 0;)
        if (styles->items[i].family == family &&
            hxp_str_equal(styles->items[i].name, name))
            return &styles->items[i];
    return NULL;
}

unsigned hxp_odf_style_look(const hxp_odf_styles *styles, hxp_str name)
{
    const hxp_odf_style *style =
        hxp_odf_style_find(styles, HXP_ODF_WORDS, name);
    if (style)
        return style->look;
    /* those that LibreOffice brings, if the document has not its own */
    if (hxp_str_is(name, "Strong_20_Emphasis"))
        return HXP_LOOK_BOLD;
    return hxp_str_is(name, "Emphasis") ? HXP_LOOK_ITALIC : 0;
}

bool hxp_odf_style_hides(const hxp_odf_style *style)
{
    return style && (style->look & HXP_ODF_HIDDEN) != 0;
}

void hxp_odf_styles_free(hxp_odf_styles *styles)
{
    free(styles->items);
    hxp_arena_free(&styles->arena);
}
