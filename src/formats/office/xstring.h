/* xstring.h - the escapes in Excel's strings. */
#ifndef FORMATS_XSTRING_H
#define FORMATS_XSTRING_H

#include "base/array.h"

/**
 * Put characters in place of their escapes: "_x005F_" is an underscore. What
 * would be a control character or half a pair of surrogates stays as it is;
 * carriage returns become line feeds, or vanish before one.
 */
void hxp_xstring_decode(hxp_buffer *text);

#endif
