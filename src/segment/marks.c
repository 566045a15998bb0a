/* marks.c - stops, closers, openers of all scripts. */
#include "segment/marks.h"

bool hxp_is_strong_stop(int32_t c)
{
    switch (c) {
    case 0x0589:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x0965:
    case 0x104A:
    case 0x104B:
    case 0x1362:
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
        return true;
    default:
        return false;
    }
}

bool hxp_is_other_stop(int32_t c)
{
    return c == 0x2026 || c == 0x203C || (c >= 0x2047 && c <= 0x2049) ||
           hxp_is_strong_stop(c);
}

bool hxp_is_closer(int32_t c)
{
    switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x2019:
    case 0x201D:
    case 0x00BB:
    case 0x203A:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0xFF09:
        return true;
    default:
        return false;
    }
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
    switch (c) {
    case '"':
    case '\'':
    case '(':
    case '[':
    case '{':
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0xFF08:
    case 0x00BF:
    case 0x00A1:
        return true;
    default:
        return false;
    }
}

bool hxp_is_bullet(int32_t c)
{
    return c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022;
}

bool hxp_is_quote_particle(int32_t c)
{
    switch (c) {
    case 0x3001:
    case 0x304C:
    case 0x3063:
    case 0x3068:
    case 0x306E:
    case 0x3092:
    case 0x7684:
    case 0xFF0C:
        return true;
    default:
        return false;
    }
}
