/* wrapped.h - does a text break its lines within paragraphs? */
#ifndef FORMATS_WRAPPED_H
#define FORMATS_WRAPPED_H

#include <hexapla/base.h>

/**
 * True when text looks wrapped at a width: most lines that another line
 * follows were ended because its first word had no room. False when every line
 * seems to be a paragraph of its own, and for texts without such lines.
 */
bool hxp_text_is_wrapped(hxp_str text);

#endif
