/* odf_styles.h - which styles of an OpenDocument can be seen in words. */
#ifndef FORMATS_ODF_STYLES_H
#define FORMATS_ODF_STYLES_H

#include "base/arena.h"

#include <hexapla/base.h>

/** A style of words, and what it makes of them. */
typedef struct hxp_odf_style {
    hxp_str name;
    const char *type; /* as TMX calls it; NULL: nothing to be seen */
    bool of_text;     /* not of paragraphs, tables or frames */
} hxp_odf_style;

typedef struct hxp_odf_styles {
    hxp_odf_style *items;
    size_t count, capacity;
    hxp_arena arena;
} hxp_odf_styles;

/** Add the style of a style:style. False: no memory. */
bool hxp_odf_styles_add(hxp_odf_styles *styles, const char **attributes);

/** Note what a style:text-properties says of the style added last. */
void hxp_odf_styles_properties(hxp_odf_styles *styles, const char **attributes);

/**
 * What the style of a span makes of its words, as TMX calls it; empty: what
 * has no such name; NULL: nothing that is known. Static.
 */
const char *hxp_odf_style_type(const hxp_odf_styles *styles, hxp_str name);

void hxp_odf_styles_free(hxp_odf_styles *styles);

#endif
