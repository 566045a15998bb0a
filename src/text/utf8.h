/* utf8.h - UTF-8 a character at a time. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <hexapla/base.h>

/** A byte that belongs to no character; see hxp_utf8_next(). */
#define HXP_UTF8_INVALID (-1)

/**
 * The character at byte *at of text, which moves behind it; HXP_UTF8_INVALID
 * for an ill-formed sequence, which is passed over as Unicode advises.
 */
int32_t hxp_utf8_next(hxp_str text, size_t *at);

/** The character before byte *at, which moves to its start. */
int32_t hxp_utf8_previous(hxp_str text, size_t *at);

/** True when byte at of text begins a character. */
static inline bool hxp_utf8_begins(hxp_str text, size_t at)
{
    return ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

/** The character before byte at; none at the start of text. */
static inline int32_t hxp_utf8_before(hxp_str text, size_t at, int32_t none)
{
    return at > 0 ? hxp_utf8_previous(text, &at) : none;
}

/** The character at byte at; none at the end of text. */
static inline int32_t hxp_utf8_at(hxp_str text, size_t at, int32_t none)
{
    return at < text.len ? hxp_utf8_next(text, &at) : none;
}

/** The first byte that is not valid UTF-8, or text.len. */
size_t hxp_utf8_invalid(hxp_str text);

/** Put question marks for the bytes of text that are not UTF-8. */
void hxp_utf8_mask(char *text);

/** The first byte from byte at on that is not ASCII, or text.len. */
size_t hxp_ascii_end(hxp_str text, size_t at);

/** The number of characters (code points). */
size_t hxp_utf8_length(hxp_str text);

/** The number of UTF-16 units the text would take. */
size_t hxp_utf8_length16(hxp_str text);

/** Write character c (a code point) to to; returns its bytes, 1 to 4. */
size_t hxp_utf8_put(char to[4], int32_t c);

/** True for white space in Unicode's sense, and for U+200B and U+FEFF. */
bool hxp_char_is_space(int32_t c);

/** True for letters and digits of any script. */
bool hxp_char_is_alnum(int32_t c);

/** True for signs of currencies: $, €. */
bool hxp_char_is_currency(int32_t c);

/** The value of a decimal digit of any script, or -1. */
int hxp_char_digit(int32_t c);

/** True for marks on the character before them, such as accents. */
bool hxp_char_is_mark(int32_t c);

/** True for small letters. */
bool hxp_char_is_lower(int32_t c);

/** True for capital letters, title case counted. */
bool hxp_char_is_upper(int32_t c);

/** The small letter that stands for c where case does not count. */
int32_t hxp_char_fold(int32_t c);

/** s without white space (hxp_char_is_space) at either end. */
hxp_str hxp_utf8_trim(hxp_str s);

/**
 * Cut the next line, which ends in LF, CR LF or CR, off *rest; the end is in
 * neither. Returns false when nothing is left.
 */
bool hxp_line_cut(hxp_str *rest, hxp_str *line);

/** See that text, which stands at place in file, is UTF-8. Fails with
 * HXP_EINPUT at the first byte that is not. */
hxp_status hxp_utf8_check(hxp_str text, const char *file, hxp_place place,
                          hxp_error *error);

/** text without a byte order mark at its start. */
hxp_str hxp_utf8_unmarked(hxp_str text);

/** Move place over the characters of text; line breaks are LF and CR LF. */
void hxp_place_advance(hxp_place *place, hxp_str text);

#endif
