/* plain_words.h - the breaks of plain Latin text, without ICU's engine. */
#ifndef TEXT_PLAIN_WORDS_H
#define TEXT_PLAIN_WORDS_H

#include <hexapla/base.h>

/**
 * Move *start behind the white space that begins there, and return the end of
 * the piece of text that begins then, where Unicode's word breaks would put it;
 * 0 when that needs more than a look at the letter next to it. Apostrophes are
 * pieces of their own. *start is a break, before the end of text, and stays
 * one; behind white space alone it is the end.
 */
size_t hxp_plain_piece_end(hxp_str text, size_t *start);

/**
 * Where, behind start, text is plain again, whatever it is up to there: at a
 * letter or a digit behind a space, or at an @. The end of the text when it
 * never is.
 */
size_t hxp_plain_start(hxp_str text, size_t start);

#endif
