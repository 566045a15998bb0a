/* wrapped.h - does a text break its lines within paragraphs, and how does it
 * begin these? */
#ifndef FORMATS_WRAPPED_H
#define FORMATS_WRAPPED_H

#include <hexapla/base.h>

/** How a text breaks its lines. */
typedef struct hxp_wrapping {
    bool wrapped;  /* at a width; else every line seems to be a paragraph */
    size_t width;  /* columns that nearly all lines keep to */
    size_t margin; /* columns of blanks that all lines begin with */
    bool indented; /* paragraphs begin with a line that has more of these */
} hxp_wrapping;

/**
 * How text breaks its lines. It looks wrapped when most lines that another
 * line follows were ended because its first word had no room; items of lists
 * and lines that begin with more blanks do not count, for these begin something
 * new. It does not when there are no such lines.
 */
hxp_wrapping hxp_wrapping_of(hxp_str text);

/** Lines of a paragraph, blanks and all, and the one behind them. */
typedef struct hxp_wrapped_lines {
    hxp_str first, last; /* of the paragraph so far */
    hxp_str next;
} hxp_wrapped_lines;

/** True when the next line begins a paragraph of a text that is wrapped so: an
 * item of a list, or a line with more blanks. */
bool hxp_wrapping_parts(const hxp_wrapping *wrapping,
                        const hxp_wrapped_lines *lines);

#endif
