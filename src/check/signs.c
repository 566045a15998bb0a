/* signs.c - one look at each byte of a text. */
#include "check/signs.h"

/* Of ASCII, but for letters. */
static const unsigned short signs[128] = {
    ['0'] = HXP_SIGN_DIGIT,
    ['1'] = HXP_SIGN_DIGIT,
    ['2'] = HXP_SIGN_DIGIT,
    ['3'] = HXP_SIGN_DIGIT,
    ['4'] = HXP_SIGN_DIGIT,
    ['5'] = HXP_SIGN_DIGIT,
    ['6'] = HXP_SIGN_DIGIT,
    ['7'] = HXP_SIGN_DIGIT,
    ['8'] = HXP_SIGN_DIGIT,
    ['9'] = HXP_SIGN_DIGIT,
    ['('] = HXP_SIGN_BRACKET,
    [')'] = HXP_SIGN_BRACKET,
    ['['] = HXP_SIGN_BRACKET,
    [']'] = HXP_SIGN_BRACKET,
    ['{'] = HXP_SIGN_BRACKET | HXP_SIGN_PLACEHOLDER,
    ['}'] = HXP_SIGN_BRACKET | HXP_SIGN_PLACEHOLDER,
    ['"'] = HXP_SIGN_QUOTE,
    ['\''] = HXP_SIGN_QUOTE,
    ['<'] = HXP_SIGN_ANGLE,
    ['>'] = HXP_SIGN_ANGLE,
    ['%'] = HXP_SIGN_PLACEHOLDER,
    ['$'] = HXP_SIGN_PLACEHOLDER,
    ['@'] = HXP_SIGN_LINK | HXP_SIGN_PLACEHOLDER,
    ['/'] = HXP_SIGN_LINK,
    ['.'] = HXP_SIGN_STOP | HXP_SIGN_LINK,
    [','] = HXP_SIGN_STOP,
    [':'] = HXP_SIGN_STOP,
    [';'] = HXP_SIGN_STOP,
    ['!'] = HXP_SIGN_STOP,
    ['?'] = HXP_SIGN_STOP,
    ['\t'] = HXP_SIGN_SPACE,
    ['\n'] = HXP_SIGN_SPACE,
    ['\r'] = HXP_SIGN_SPACE,
};

/** The signs that c, a byte of a character beyond ASCII, may begin. */
static unsigned beyond(unsigned char c)
{
    bool quote = c == 0xC2 || c == 0xE2 || c == 0xE3; /* « “ 「 */
    return (unsigned)HXP_SIGN_BEYOND | (quote ? HXP_SIGN_QUOTE : 0);
}

unsigned hxp_signs_of(hxp_str text)
{
    unsigned met = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((unsigned)(c | 0x20) - 'a' < 26)
            met |= HXP_SIGN_LETTER;
        else
            met |= c < 128 ? signs[c] : beyond(c);
    }
    return met;
}
