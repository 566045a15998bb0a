/* html_encoding.h - finds what a page says of its encoding. */
#ifndef FORMATS_HTML_ENCODING_H
#define FORMATS_HTML_ENCODING_H

#include "text/encoding.h"

/**
 * Write the encoding that head, the beginning of a page, says into name, as
 * browsers take it; false: it says none.
 */
bool hxp_html_encoding(char name[HXP_ENCODING_SIZE], hxp_str head);

#endif
