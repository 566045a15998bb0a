/* twice.c - undoes one encoding, and asks whether what is there makes sense. */
#include "text/twice.h"

#include "base/str.h"
#include "text/utf8.h"

#include <string.h>

/** The byte that c is in windows-1252 or ISO-8859-1 behind a lead; 0: none. */
static unsigned char byte_of(int32_t c)
{
    static const int32_t windows[32] = {
        0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
        0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17D,  0,
        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178
    };
    if (c >= 0x80 && c < 0xC0)
        return (unsigned char)c;
    for (size_t i = 0; c >= 0x100 && i < 32; i++)
        if (windows[i] == c)
            return (unsigned char)(0x80 + i);
    return 0;
}

/** True for a byte that is a sign which may stand behind any capital: marks of
 * quotations, dashes, blanks, exponents. */
static bool is_sign(unsigned char byte)
{
    return byte != 0 && strchr("\x85\x8B\x91\x92\x93\x94\x95\x96\x97"
                               "\x9B\xA0\xAB\xB2\xB3\xB7\xB9\xBB",
                               byte);
}

/** The bytes that characters from byte *at of text on are, one of UTF-8. */
typedef struct undone {
    char bytes[4];
    size_t len;
    int32_t character; /* HXP_UTF8_INVALID: they make none */
} undone;

/** Undo the encoding of a character at byte *at, which moves behind it. */
static undone undo(hxp_str text, size_t *at)
{
    undone made = { .character = HXP_UTF8_INVALID };
    size_t next = *at, end = 0;
    int32_t lead = hxp_utf8_next(text, &next);
    size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4)
        return made;
    made.bytes[made.len++] = (char)lead;
    while (made.len < size && next < text.len) {
        unsigned char byte = byte_of(hxp_utf8_next(text, &next));
        if (byte == 0)
            return made;
        made.bytes[made.len++] = (char)byte;
    }
    made.character = hxp_utf8_next((hxp_str){ made.bytes, made.len }, &end);
    *at = next;
    return made;
}

/** True when nobody would write that but by mistake. */
static bool is_mistake(const undone *made, hxp_str rest)
{
    size_t at = 0;
    int32_t c = made->character;
    if (c < 0)
        return false;
    if (c < 0x180)
        return !is_sign((unsigned char)made->bytes[1]);
    if ((c >= 0x2010 && c < 0x2040) || c == 0x20AC || c == 0x2122 ||
        c >= 0x1F000)
        return true;
    return hxp_char_is_alnum(c) && rest.len > 0 &&
           hxp_char_is_alnum(undo(rest, &at).character);
}

hxp_twice hxp_find_twice(hxp_str text)
{
    enum { LEAD = 0xC3 }; /* of U+00C0 to U+00FF */
    for (size_t at = 0; at < text.len; at++) {
        const char *from = memchr(text.ptr + at, LEAD, text.len - at);
        if (!from)
            break;
        size_t start = at = (size_t)(from - text.ptr);
        if (at + 2 >= text.len || (unsigned char)text.ptr[at + 2] < 0x80)
            continue; /* ASCII is behind most letters */
        undone made = undo(text, &at);
        if (is_mistake(&made, hxp_str_part(text, at, text.len)))
            return (hxp_twice){ hxp_str_part(text, start, at), made.character };
        at = start;
    }
    return (hxp_twice){ .meant = 0 };
}
