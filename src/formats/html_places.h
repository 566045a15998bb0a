/* html_places.h - where in a page things stand that libxml2 hands out. */
#ifndef FORMATS_HTML_PLACES_H
#define FORMATS_HTML_PLACES_H

#include "base/array.h"

#include <hexapla/model.h>

/**
 * The part of the page that the parser got and that no call has passed yet.
 * libxml2 counts lines, but columns not always.
 */
typedef struct hxp_html_places {
    hxp_buffer bytes;
    size_t from;     /* the source of what is in work: bytes[from, to) */
    size_t to;       /* (of its tag or text, and of what was passed over) */
    size_t offset;   /* in the page, of byte to */
    hxp_place place; /* of byte from */
} hxp_html_places;

/** The places of a page of which nothing is read. */
hxp_html_places hxp_html_places_make(void);

/** The parser gets bytes. False: no memory. */
bool hxp_html_places_add(hxp_html_places *places, hxp_str bytes);

/** The parser has come to byte offset of the page. */
void hxp_html_places_pass(hxp_html_places *places, size_t offset);

/** Where text begins, at which the source of what is in work ends. */
hxp_place hxp_html_places_text(const hxp_html_places *places, hxp_str text);

/** Where the value of an attribute of the tag in work begins; line 0: it
 * stands there in other words, as with &quot;. */
hxp_place hxp_html_places_value(const hxp_html_places *places, hxp_str value);

void hxp_html_places_free(hxp_html_places *places);

#endif
