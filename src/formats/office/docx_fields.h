/* docx_fields.h - fields of a DOCX: lists of contents, links. */
#ifndef FORMATS_DOCX_FIELDS_H
#define FORMATS_DOCX_FIELDS_H

#include <hexapla/base.h>

/** The fields that are open; all zero: none. */
typedef struct hxp_docx_fields {
    size_t open;
    size_t list;     /* depth of the list of contents that is open, or 0 */
    size_t link;     /* depth of the link that is open, or 0 */
    char told[2304]; /* the innermost one's instruction, as far as it fits */
    size_t letters;  /* of that */
} hxp_docx_fields;

/** A field begins, has told what it does, or ends; type says which. */
void hxp_docx_fields_mark(hxp_docx_fields *fields, hxp_str type);

/** More of the instruction of the innermost field. */
void hxp_docx_fields_tell(hxp_docx_fields *fields, hxp_str text);

/** True within a list that the program makes: of contents, an index. */
bool hxp_docx_fields_hide(const hxp_docx_fields *fields);

/**
 * Where the link leads whose field has just told what it does: empty when that
 * is within the document. It lives until the next call.
 */
hxp_str hxp_docx_fields_address(const hxp_docx_fields *fields);

#endif
