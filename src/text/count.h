/* count.h - how many words a text has. */
#ifndef TEXT_COUNT_H
#define TEXT_COUNT_H

#include <hexapla/base.h>

/**
 * The number of words: what white space parts and has a letter or a digit;
 * of Chinese and Japanese each character. Languages that write otherwise
 * without blanks, such as Thai, get too few.
 */
size_t hxp_count_words(hxp_str text);

#endif
