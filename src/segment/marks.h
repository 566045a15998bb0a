/* marks.h - the classes of characters around a sentence's end. */
#ifndef SEGMENT_MARKS_H
#define SEGMENT_MARKS_H

#include "text/utf8.h"

#include <hexapla/base.h>

#include <unicode/uchar.h>

/** A stop beyond ASCII: the ellipsis, and the likes of . ! ? in all scripts. */
bool hxp_is_other_stop(int32_t c);

/** A stop: . ! ? and the others. */
static inline bool hxp_is_stop(int32_t c)
{
    return c < 0x80 ? c == '.' || c == '!' || c == '?' : hxp_is_other_stop(c);
}

/** A stop that stands for nothing else, so that no space need follow. */
bool hxp_is_strong_stop(int32_t c);

/** Closes a quotation or a bracket. */
bool hxp_is_closer(int32_t c);

/** Opens a quotation in one language and closes it in another: “ ‘ « ‹. */
bool hxp_is_turned(int32_t c);

/** Points to a note, or emphasises what ends: * _ † ‡. */
bool hxp_is_note_mark(int32_t c);

/** Opens a quotation or a bracket. */
bool hxp_is_opener(int32_t c);

/** A dash, bullet or asterisk in front of an item or a speech. */
bool hxp_is_bullet(int32_t c);

/** What a particle of Chinese or Japanese begins with, behind a quotation. */
bool hxp_is_quote_particle(int32_t c);

static inline bool hxp_is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool hxp_is_letter(int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return u_isalpha(c);
}

static inline bool hxp_is_apostrophe(int32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

/** The character at byte at of text, 0 at its end; *end is behind it. */
static inline int32_t hxp_char_at(hxp_str text, size_t at, size_t *end)
{
    *end = at;
    if (at >= text.len)
        return 0;
    if ((unsigned char)text.ptr[at] >= 0x80)
        return hxp_utf8_next(text, end);
    *end = at + 1;
    return text.ptr[at];
}

/** The character before byte at, 0 at the start; *start is its first byte. */
static inline int32_t hxp_char_before(hxp_str text, size_t at, size_t *start)
{
    *start = at;
    if (at == 0)
        return 0;
    if ((unsigned char)text.ptr[at - 1] >= 0x80)
        return hxp_utf8_previous(text, start);
    *start = at - 1;
    return text.ptr[at - 1];
}

/** True when the character at byte at is c. */
static inline bool hxp_is_at(hxp_str text, size_t at, int32_t c)
{
    size_t end;
    return hxp_char_at(text, at, &end) == c;
}

/** The first byte from at on that is no white space. */
static inline size_t hxp_skip_spaces(hxp_str text, size_t at)
{
    size_t end;
    while (hxp_char_is_space(hxp_char_at(text, at, &end)))
        at = end;
    return at;
}

#endif
