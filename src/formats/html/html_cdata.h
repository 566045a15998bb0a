/* html_cdata.h - what CDATA sections of a page are to a parser of HTML. */
#ifndef FORMATS_HTML_CDATA_H
#define FORMATS_HTML_CDATA_H

#include "base/array.h"

#include <hexapla/base.h>

/**
 * Sections on their way to the parser, which knows none. In XHTML what is in
 * one is text: the ends of the section vanish, and its "<" gets a stand-in,
 * which hxp_html_cdata_text() takes back. In HTML one is a comment up to the
 * next ">", as browsers have it.
 */
typedef struct hxp_html_cdata {
    bool begun;  /* with the page, */
    bool xml;    /* which is XHTML */
    bool within; /* a section is open */
    bool any;    /* there was one in XHTML */
    bool gone;   /* HXP_HTML_NOTHING stands for something else, too */
} hxp_html_cdata;

/** A character that is none: stands for three bytes that vanish from text. */
#define HXP_HTML_NOTHING "\xEF\xB7\x90"

/** Write over what the parser gets next of the page; all bytes stay where they
 * are. They end at the end of a tag, as hxp_html_places_give() says. */
void hxp_html_cdata_hide(hxp_html_cdata *cdata, char *bytes, size_t len);

/** Make text that the parser gave what stood in the page; it may move to room.
 * False: no memory. */
bool hxp_html_cdata_text(const hxp_html_cdata *cdata, hxp_buffer *room,
                         hxp_str *text);

#endif
