/* xstring.c - the escapes in Excel's strings (ST_Xstring): "_x000D_". */
#include "formats/office/xstring.h"

#include "base/str.h"
#include "text/utf8.h"

enum { ESCAPE = 7, NONE = -1 };

/** The UTF-16 unit whose escape text begins with, or NONE. */
static int32_t unit_of(hxp_str text)
{
    int32_t unit = 0;
    if (text.len < ESCAPE || !hxp_str_starts(text, HXP_STR("_x")) ||
        text.ptr[ESCAPE - 1] != '_')
        return NONE;
    for (size_t i = 2; i < ESCAPE - 1; i++) {
        char c = text.ptr[i], small = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            unit = unit * 16 + (c - '0');
        else if (small >= 'a' && small <= 'f')
            unit = unit * 16 + (small - 'a') + 10;
        else
            return NONE;
    }
    return unit;
}

static bool is_half(int32_t c)
{
    return c >= 0xD800 && c <= 0xDFFF;
}

/** True for what no text may have: most controls, halves, no characters. */
static bool is_none(int32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || is_half(c) ||
           c >= 0xFFFE;
}

/** The character whose escape, *len bytes, text begins with, or NONE. */
static int32_t character_of(hxp_str text, size_t *len)
{
    int32_t c = unit_of(text);
    *len = ESCAPE;
    if (c < 0xD800 || c >= 0xDC00)
        return c != NONE && is_none(c) ? NONE : c;
    int32_t low = unit_of(hxp_str_part(text, ESCAPE, text.len));
    *len = (size_t)2 * ESCAPE;
    return low >= 0xDC00 && is_half(low)
               ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00)
               : NONE;
}

void hxp_xstring_decode(hxp_buffer *text)
{
    hxp_str rest = hxp_buffer_str(text);
    size_t end = 0, len;
    while (rest.len > 0) {
        int32_t c = *rest.ptr == '_' ? character_of(rest, &len) : NONE;
        if (c == NONE) {
            text->ptr[end++] = *rest.ptr;
            rest = hxp_str_part(rest, 1, rest.len);
            continue;
        }
        rest = hxp_str_part(rest, len, rest.len);
        if (c == '\r' && (hxp_str_starts(rest, HXP_STR("\n")) ||
                          hxp_str_starts(rest, HXP_STR("_x000A_"))))
            continue;
        /* an escape is longer than what it stands for */
        end += hxp_utf8_put(text->ptr + end, c == '\r' ? '\n' : c);
    }
    text->len = end;
}
