/* docx_styles.h - what the styles of a DOCX make of paragraphs and words. */
#ifndef FORMATS_DOCX_STYLES_H
#define FORMATS_DOCX_STYLES_H

#include "formats/office/office_looks.h"

/** How words look. */
typedef struct hxp_docx_look {
    unsigned bits; /* of HXP_LOOK_ */
    bool hidden;   /* they are not shown */
} hxp_docx_look;

/** A style of paragraphs or words. */
typedef struct hxp_docx_style {
    hxp_str id;
    hxp_str based_on; /* empty: on none */
    hxp_block block;  /* of text: it does not say */
    bool plain;       /* it says that it is no list */
    hxp_docx_look look;
    bool of_words; /* not of paragraphs, tables or lists */
} hxp_docx_style;

typedef struct hxp_docx_styles {
    hxp_looked run; /* first: see hxp_looked; of the style in work */
    bool hidden;    /* likewise */
    hxp_docx_style *items;
    size_t count, capacity;
    hxp_arena arena;
} hxp_docx_styles;

/** Read the part name; the caller frees also when this fails. */
hxp_status hxp_docx_styles_read(hxp_docx_styles *styles, hxp_archive *archive,
                                const char *name, hxp_error *error);

/** What paragraphs of the style id are. */
hxp_block hxp_docx_style_block(const hxp_docx_styles *styles, hxp_str id);

/** How words of the style id look. */
hxp_docx_look hxp_docx_style_look(const hxp_docx_styles *styles, hxp_str id);

/** The level of a heading that the text of an outline level tells; 0: none. */
unsigned hxp_docx_level(hxp_str outline);

void hxp_docx_styles_free(hxp_docx_styles *styles);

#endif
