/* plain_words.h - the breaks of plain Latin text, without ICU's engine. */
#ifndef TEXT_PLAIN_WORDS_H
#define TEXT_PLAIN_WORDS_H

#include "base/eight.h"

#include <hexapla/base.h>
#include <string.h>

/** The end of the ASCII letters from byte at on, or of some of them. */
static inline size_t hxp_letters_end(hxp_str text, size_t at)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t bytes, small, others;
    for (; at + sizeof bytes <= text.len; at += sizeof bytes) {
        memcpy(&bytes, text.ptr + at, sizeof bytes);
        small = (bytes | HXP_EACH(0x20)) & HXP_EACH(0x7F);
        others =
            ~(small + HXP_EACH(0x80 - 'a')) | (small + HXP_EACH(0x7F - 'z'));
        others = (others | bytes) & HXP_EACH(0x80);
        if (others != 0)
            return at + (size_t)__builtin_ctzll(others) / 8;
    }
#endif
    return at;
}

/**
 * The same as hxp_plain_piece_end(), for nothing but ASCII letters between two
 * blanks; 0, and *start stays, when that is to be looked at.
 */
static inline size_t hxp_plain_letters_end(hxp_str text, size_t *start)
{
    size_t first = *start + (text.ptr[*start] == ' ');
    size_t end = hxp_letters_end(text, first);
    if (end == first || end >= text.len || text.ptr[end] != ' ')
        return 0;
    *start = first;
    return end;
}

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
