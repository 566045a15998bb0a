/* html_elements.h - what HTML's elements are to a translator. */
#ifndef FORMATS_HTML_ELEMENTS_H
#define FORMATS_HTML_ELEMENTS_H

#include <hexapla/model.h>

typedef enum hxp_html_role {
    HXP_HTML_INLINE, /* an inline code, as all that is not known */
    HXP_HTML_BLOCK,  /* parts paragraphs; those in it are as around it */
    HXP_HTML_NAMED,  /* parts paragraphs; those in it are of its kind */
    HXP_HTML_LIST,   /* parts paragraphs; its items are a level deeper */
    HXP_HTML_BREAK,  /* a line break */
    HXP_HTML_HIDDEN  /* what is in it is no text */
} hxp_html_role;

typedef struct hxp_html_element {
    const char *name;
    hxp_html_role role;
    hxp_block block;  /* of what is in it, if it is named */
    const char *type; /* of the code, as TMX calls it; NULL: none */
} hxp_html_element;

/** The element of that name, in small letters. Static. */
const hxp_html_element *hxp_html_element_of(const char *name);

/** True for elements that have no end tag, whatever the case of name. */
bool hxp_html_is_void(hxp_str name);

#endif
