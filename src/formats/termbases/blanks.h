/* blanks.h - white space in what stands between tags or in cells. */
#ifndef FORMATS_BLANKS_H
#define FORMATS_BLANKS_H

#include "base/array.h"

/**
 * Put one blank for all white space that stands together (ASCII: a no-break
 * space is none here), and none at either end. The view is of text.
 */
hxp_str hxp_blanks_collapse(hxp_buffer *text);

#endif
