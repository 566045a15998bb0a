/* count.h - how long a text is. */
#ifndef TEXT_COUNT_H
#define TEXT_COUNT_H

#include <hexapla/base.h>

/** True for ideographs and kana, which are written without blanks: each counts
 * as a word. */
bool hxp_char_is_unspaced(int32_t c);

/**
 * The number of words: what white space parts and has a letter or a digit;
 * of Chinese and Japanese each character. Languages that write otherwise
 * without blanks, such as Thai, get too few.
 */
size_t hxp_count_words(hxp_str text);

/** The length of text in characters, wide ones such as ideographs for two. */
size_t hxp_count_width(hxp_str text);

#endif
