/* marks.c - stops, closers, openers of all scripts. */
#include "segment/marks.h"

/** True when c is in the list, which ends with 0. */
static bool is_one_of(int32_t c, const int32_t *list)
{
    while (*list != 0 && *list != c)
        list++;
    return *list != 0;
}

bool hxp_is_strong_stop(int32_t c)
{
    static const int32_t list[] = { 0x0589, 0x061F, 0x06D4, 0x0964, 0x0965,
                                    0x104A, 0x104B, 0x1362, 0x3002, 0xFF01,
                                    0xFF0E, 0xFF1F, 0xFF61, 0 };
    return c >= 0x0589 && is_one_of(c, list);
}

bool hxp_is_stop(int32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203C ||
           (c >= 0x2047 && c <= 0x2049) || hxp_is_strong_stop(c);
}

bool hxp_is_closer(int32_t c)
{
    static const int32_t list[] = { '"',    '\'',   ')',    ']',    '}',
                                    0x2019, 0x201D, 0x00BB, 0x203A, 0x300D,
                                    0x300F, 0x3011, 0xFF09, 0 };
    return is_one_of(c, list);
}

bool hxp_is_turned(int32_t c)
{
    return c == 0x2018 || c == 0x201C || c == 0x00AB || c == 0x2039;
}

bool hxp_is_note_mark(int32_t c)
{
    return c == '*' || c == '_' || c == 0x2020 || c == 0x2021;
}

bool hxp_is_opener(int32_t c)
{
    static const int32_t list[] = { '"',    '\'',   '(',    '[',    '{',
                                    0x2018, 0x2019, 0x201A, 0x201C, 0x201D,
                                    0x201E, 0x00AB, 0x00BB, 0x2039, 0x300C,
                                    0x300E, 0x3010, 0xFF08, 0x00BF, 0x00A1,
                                    0 };
    return is_one_of(c, list);
}

bool hxp_is_bullet(int32_t c)
{
    return c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022;
}

bool hxp_is_quote_particle(int32_t c)
{
    static const int32_t list[] = { 0x3001, 0x304C, 0x3063, 0x3068, 0x306E,
                                    0x3092, 0x7684, 0xFF0C, 0 };
    return is_one_of(c, list);
}
