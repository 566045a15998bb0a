/* markup.h - writes text as native code of HTML and XML. */
#ifndef FORMATS_MARKUP_H
#define FORMATS_MARKUP_H

#include "base/array.h"

/** Append text with the characters that mark up as references. False: no
 * memory. */
bool hxp_markup_add(hxp_buffer *buffer, hxp_str text);

/** Append a blank and name="value". False: no memory. */
bool hxp_markup_add_attribute(hxp_buffer *buffer, const char *name,
                              hxp_str value);

#endif
