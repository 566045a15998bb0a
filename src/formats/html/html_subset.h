/* html_subset.h - entities that a page of XHTML declares for itself. */
#ifndef FORMATS_HTML_SUBSET_H
#define FORMATS_HTML_SUBSET_H

#include "base/array.h"

#include <hexapla/base.h>

/** An entity, as in <!ENTITY name "value">. */
typedef struct hxp_html_declared {
    hxp_str name, value;
    bool shadows; /* HTML has a character of that name, too */
} hxp_html_declared;

/** The internal subset of a page's DOCTYPE. All zero: there is none. */
typedef struct hxp_html_subset {
    hxp_buffer text; /* what stands in it */
    hxp_html_declared *items;
    size_t count, capacity;
    size_t given; /* bytes of values, so far */
    bool shadows; /* some entity does */
} hxp_html_subset;

/** The longest subset, in bytes. */
#define HXP_HTML_SUBSET ((size_t)1 << 16)

/**
 * Find the entities that the text of the subset declares: not those of other
 * files, of DTDs, or with markup in their values. False: no memory.
 */
bool hxp_html_subset_read(hxp_html_subset *subset);

/**
 * Hide the names of characters of HTML that mean something else in the page
 * from a parser that knows only those: their first letter becomes "_".
 */
void hxp_html_subset_hide(const hxp_html_subset *subset, char *bytes,
                          size_t len);

/**
 * Put the value of the entity name, also as hidden, into out; nothing if none
 * is declared, or it nests too deeply, is too long, or were all values up to
 * it. False: no memory.
 */
bool hxp_html_subset_value(hxp_html_subset *subset, hxp_buffer *out,
                           hxp_str name);

/** Put text with the values of its entities into out. False: no memory. */
bool hxp_html_subset_text(hxp_html_subset *subset, hxp_buffer *out,
                          hxp_str text);

void hxp_html_subset_free(hxp_html_subset *subset);

#endif
