/* odf_styles.h - which styles of an OpenDocument can be seen in words. */
#ifndef FORMATS_ODF_STYLES_H
#define FORMATS_ODF_STYLES_H

#include "base/arena.h"

#include <hexapla/base.h>

/** The bit of what is not shown. */
enum { HXP_ODF_HIDDEN = 1 << 30 };

/** What a style is for. */
typedef enum hxp_odf_family {
    HXP_ODF_WORDS,
    HXP_ODF_PARAGRAPHS,
    HXP_ODF_OTHERS /* tables, frames */
} hxp_odf_family;

/** A style, and what it makes of what has it. */
typedef struct hxp_odf_style {
    hxp_str name;
    hxp_odf_family family;
    unsigned look; /* bits of HXP_LOOK_, or HXP_ODF_HIDDEN */
    bool title;    /* of a paragraph: it is that of the document */
} hxp_odf_style;

typedef struct hxp_odf_styles {
    hxp_odf_style *items;
    size_t count, capacity;
    hxp_arena arena;
} hxp_odf_styles;

/** Add the style of a style:style. False: no memory. */
bool hxp_odf_styles_add(hxp_odf_styles *styles, const char **attributes);

/** Note what a style:text-properties or table-properties says of the style
 * added last. */
void hxp_odf_styles_properties(hxp_odf_styles *styles, const char **attributes);

/** How words in a span of that style look: bits, as above. */
unsigned hxp_odf_style_look(const hxp_odf_styles *styles, hxp_str name);

/** The style of that name, for paragraphs or others; NULL: there is none. */
const hxp_odf_style *hxp_odf_style_find(const hxp_odf_styles *styles,
                                        hxp_odf_family family, hxp_str name);

/** True for a style, or NULL, of what is not shown. */
bool hxp_odf_style_hides(const hxp_odf_style *style);

void hxp_odf_styles_free(hxp_odf_styles *styles);

#endif
