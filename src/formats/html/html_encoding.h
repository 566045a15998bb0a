/* html_encoding.h - finds what a page says of its encoding and language. */
#ifndef FORMATS_HTML_ENCODING_H
#define FORMATS_HTML_ENCODING_H

#include "text/encoding.h"

#include <hexapla/text.h>

/**
 * Write the encoding that head, the beginning of a page, says into name, as
 * browsers take it; false: it says none.
 */
bool hxp_html_encoding(char name[HXP_ENCODING_SIZE], hxp_str head);

/** Write the tag that head, likewise, says the page is in; false: none. */
bool hxp_html_language(char tag[HXP_TAG_SIZE], hxp_str head);

#endif
