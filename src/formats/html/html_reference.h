/* html_reference.h - names of characters that libxml2 leaves as they are. */
#ifndef FORMATS_HTML_REFERENCE_H
#define FORMATS_HTML_REFERENCE_H

#include "base/array.h"

/**
 * Put what name stands for after "&" in HTML 5 into out, or nothing: closed
 * says that a semicolon follows, without which only old names mean something.
 */
hxp_status hxp_html_reference(hxp_buffer *out, hxp_str name, bool closed,
                              hxp_error *error);

/** The character that browsers take a control character for that a page names
 * by its number; 0: as it is. */
int32_t hxp_html_control(int32_t c);

#endif
