/* odf_styles.c - which styles of an OpenDocument can be seen in words. */
#include "formats/odf_styles.h"

#include "base/array.h"
#include "base/str.h"
#include "formats/xml.h"

#include <stdlib.h>

bool hxp_odf_styles_add(hxp_odf_styles *styles, const char **attributes)
{
    if (!hxp_array_reserve(&styles->items, &styles->capacity, styles->count + 1,
                           sizeof *styles->items))
        return false;
    hxp_odf_style *style = &styles->items[styles->count++];
    style->type = NULL;
    style->of_text =
        hxp_str_is(hxp_xml_attribute(attributes, "family"), "text");
    return hxp_arena_copy(&style->name, &styles->arena,
                          hxp_xml_attribute(attributes, "name"));
}

void hxp_odf_styles_properties(hxp_odf_styles *styles, const char **attributes)
{
    static const struct {
        const char *attribute;
        const char *usual; /* its value where nothing is to be seen */
        const char *type;
    } seen[] = {
        { "font-weight", "normal", "bold" },
        { "font-style", "normal", "italic" },
        { "text-underline-style", "none", "ulined" },
        { "text-line-through-style", "none", "" },
        { "text-position", "0% 100%", "" },
    };
    if (styles->count == 0)
        return;
    hxp_odf_style *style = &styles->items[styles->count - 1];
    for (size_t i = 0; !style->type && i < sizeof seen / sizeof seen[0]; i++) {
        hxp_str value = hxp_xml_attribute(attributes, seen[i].attribute);
        if (value.len > 0 && !hxp_str_is(value, seen[i].usual))
            style->type = seen[i].type;
    }
}

const char *hxp_odf_style_type(const hxp_odf_styles *styles, hxp_str name)
{
    /* those that LibreOffice brings */
    if (hxp_str_is(name, "Strong_20_Emphasis"))
        return "bold";
    if (hxp_str_is(name, "Emphasis"))
        return "italic";
    for (size_t i = 0; i < styles->count; i++)
        if (styles->items[i].of_text &&
            hxp_str_equal(styles->items[i].name, name))
            return styles->items[i].type;
    return NULL;
}

void hxp_odf_styles_free(hxp_odf_styles *styles)
{
    free(styles->items);
    hxp_arena_free(&styles->arena);
}
