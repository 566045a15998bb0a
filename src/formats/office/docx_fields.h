/* docx_fields.h - fields of a DOCX: lists of contents, links, page numbers. */
#ifndef FORMATS_DOCX_FIELDS_H
#define FORMATS_DOCX_FIELDS_H

#include <hexapla/base.h>

/** The fields that are open; all zero: none. */
typedef struct hxp_docx_fields {
    size_t open;
    size_t telling;  /* depth of the field that tells what it does, or 0: what
                        fields within it give is not shown */
    size_t list;     /* depth of the list of contents that is open, or 0 */
    size_t page;     /* depth of the number of a page that is open, or 0 */
    size_t link;     /* depth of the link that is open, or 0 */
    char told[2304]; /* the last field's instruction, as far as it fits */
    size_t letters;  /* of that */
} hxp_docx_fields;

/**
 * A field begins, has told what it does, or ends; type says which. True when
 * the number of a page stands here.
 */
bool hxp_docx_fields_mark(hxp_docx_fields *fields, hxp_str type);

/** More of the instruction of the innermost field. */
void hxp_docx_fields_tell(hxp_docx_fields *fields, hxp_str text);

/** A paragraph ends: a field that has not told all by then is a broken one, as
 * is the number of a page. */
void hxp_docx_fields_end_line(hxp_docx_fields *fields);

/** True where text is the number of a page. */
bool hxp_docx_fields_is_page(const hxp_docx_fields *fields);

/**
 * True where text is not the author's, or not shown: in a list that the program
 * makes (of contents, an index), in the number of a page, in an instruction.
 */
bool hxp_docx_fields_hide(const hxp_docx_fields *fields);

/**
 * Where the link leads whose field has just told what it does, and to which
 * bookmark there; without an address, to one of the document's own. They live
 * until the next call.
 */
hxp_str hxp_docx_fields_address(const hxp_docx_fields *fields, hxp_str *anchor);

#endif
