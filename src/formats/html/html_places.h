/* html_places.h - where in a page things stand that libxml2 hands out. */
#ifndef FORMATS_HTML_PLACES_H
#define FORMATS_HTML_PLACES_H

#include "formats/html/html_cdata.h"
#include "formats/html/html_markup.h"

#include <hexapla/model.h>

/**
 * The part of the page that no call of the parser's has passed yet. libxml2
 * counts lines, but columns not always.
 */
typedef struct hxp_html_places {
    hxp_buffer bytes;
    size_t from;     /* the source of what is in work: bytes[from, to) */
    size_t to;       /* (of its tag or text, and of what was passed over) */
    size_t given;    /* bytes that the parser got */
    size_t searched; /* bytes known to have no end of a tag behind those */
    size_t offset;   /* in the page, of byte to */
    bool passed;     /* the parser has come further with the last call */
    hxp_place place; /* of byte from */
    hxp_html_cdata cdata;
    hxp_html_markup markup;
} hxp_html_places;

/** The places of a page of which nothing is read. */
hxp_html_places hxp_html_places_make(void);

/** Add bytes of the page. False: no memory. */
bool hxp_html_places_add(hxp_html_places *places, hxp_str bytes);

/**
 * What the parser gets next: up to the end of a tag, since one that comes to
 * libxml2 2.9 in parts makes it wait for the end of the page, or much of a text
 * without any, up to a whole character; all: all there is. It lives until more
 * is added.
 */
hxp_str hxp_html_places_give(hxp_html_places *places, bool all);

/** The parser has come to byte offset of the page. */
void hxp_html_places_pass(hxp_html_places *places, size_t offset);

/** Where text begins, at which the source of what is in work ends; a "<" that
 * begins no tag is handed out before the parser passes it. */
hxp_place hxp_html_places_text(const hxp_html_places *places, hxp_str text);

/** Where the value of an attribute of the tag in work begins; line 0: it
 * stands there in other words, as with &quot;. */
hxp_place hxp_html_places_value(const hxp_html_places *places, hxp_str value);

/** The name behind the "&" at which the parser handed out just that, as it
 * does where it does not know the name; empty: it knows, or there is none. */
hxp_str hxp_html_places_name(const hxp_html_places *places);

/** What the parser got, but has not come to. It lives likewise. */
hxp_str hxp_html_places_left(const hxp_html_places *places);

void hxp_html_places_free(hxp_html_places *places);

#endif
