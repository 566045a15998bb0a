/* joint.c - by the widths of the characters around a line end, as CSS does. */
#include "text/joint.h"

#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

/** True for ideographs, kana and their signs; not for Hangul, which has blanks,
 * nor for pictures. */
static bool is_wide(int32_t c)
{
    UErrorCode code = U_ZERO_ERROR;
    int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return c >= 0x1100 &&
           (kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ||
            kind == U_EA_HALFWIDTH) &&
           uscript_getScript(c, &code) != USCRIPT_HANGUL &&
           !u_hasBinaryProperty(c, UCHAR_EMOJI);
}

/** True for the signs that Chinese and Japanese share with the West. */
static bool is_shared(int32_t c)
{
    return (c >= 0x2014 && c <= 0x201D) || c == 0x2026 || c == 0xB7;
}

bool hxp_lines_join_bare(hxp_str before, hxp_str behind)
{
    size_t end = before.len, start = 0;
    if (before.len == 0 || behind.len == 0)
        return false;
    int32_t last = hxp_utf8_previous(before, &end);
    int32_t first = hxp_utf8_next(behind, &start);
    return (is_wide(last) && (is_wide(first) || is_shared(first))) ||
           (is_shared(last) && is_wide(first));
}
