/* docx_parts.h - the parts of a DOCX that have text, and where they are. */
#ifndef FORMATS_DOCX_PARTS_H
#define FORMATS_DOCX_PARTS_H

#include "formats/office.h"

typedef enum hxp_docx_kind {
    HXP_DOCX_MAIN,
    HXP_DOCX_FOOTNOTES,
    HXP_DOCX_ENDNOTES,
    HXP_DOCX_HEADER,
    HXP_DOCX_FOOTER,
    HXP_DOCX_STYLES
} hxp_docx_kind;

typedef struct hxp_docx_part {
    hxp_docx_kind kind;
    const char *name; /* of the entry */
} hxp_docx_part;

typedef struct hxp_docx_parts {
    hxp_docx_part *items; /* the main part first */
    size_t count, capacity;
    hxp_arena arena;
} hxp_docx_parts;

/**
 * Find the parts by the relations that the document has; there are none if it
 * is no DOCX. The caller frees also when this fails.
 */
hxp_status hxp_docx_parts_find(hxp_docx_parts *parts, hxp_archive *archive,
                               hxp_error *error);

void hxp_docx_parts_free(hxp_docx_parts *parts);

#endif
