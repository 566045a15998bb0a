/* line_signs.h - what the ends of a line of text say about paragraphs. */
#ifndef FORMATS_LINE_SIGNS_H
#define FORMATS_LINE_SIGNS_H

#include <hexapla/base.h>

/** True when c is in characters, which end in 0. */
bool hxp_char_is_one_of(int32_t c, const int32_t *characters);

/** True for a line that begins with the mark of an item: "- ", "• ". */
bool hxp_line_begins_item(hxp_str line);

/** True for a line that ends in a full stop, a colon or the like, which may be
 * followed by one sign that closes. */
bool hxp_line_ends_sentence(hxp_str line);

#endif
