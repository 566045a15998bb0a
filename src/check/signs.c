/* signs.c - one look at each byte of a text. */
#include "check/signs.h"

/* Runs of bytes that are alike. */
#define SIX(sign)     sign, sign, sign, sign, sign, sign
#define LETTERS(sign) SIX(sign), SIX(sign), SIX(sign), SIX(sign), sign, sign
#define ROW(sign)     LETTERS(sign), SIX(sign) /* 32 of them */

enum {
    BEYOND = HXP_SIGN_BEYOND,
    MAY_QUOTE = HXP_SIGN_BEYOND | HXP_SIGN_QUOTE,
    MAY_BRACKET = HXP_SIGN_BEYOND | HXP_SIGN_BRACKET,
    MAY_BOTH = MAY_QUOTE | MAY_BRACKET
};

const uint16_t hxp_signs[256] = {
    ['A'] = LETTERS(HXP_SIGN_LETTER),
    ['a'] = LETTERS(HXP_SIGN_LETTER),
    ['0'] = SIX(HXP_SIGN_DIGIT),
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
    [0x80] = ROW(BEYOND),
    ROW(BEYOND),
    [0xC0] = BEYOND,
    BEYOND,
    MAY_QUOTE,
    BEYOND, /* C2: the first byte of « */
    [0xC4] = LETTERS(BEYOND),
    BEYOND,
    BEYOND,
    [0xE0] = BEYOND,
    BEYOND,
    MAY_QUOTE,
    MAY_BOTH, /* of “, of 「 and 【 */
    [0xE4] = SIX(BEYOND),
    BEYOND,
    BEYOND,
    BEYOND,
    BEYOND,
    BEYOND,
    MAY_BRACKET, /* EF: of （ */
    [0xF0] = SIX(BEYOND),
    SIX(BEYOND),
    [0xFC] = BEYOND,
    BEYOND,
    BEYOND,
    BEYOND,
};

static unsigned sign_at(hxp_str text, size_t i)
{
    return hxp_signs[(unsigned char)text.ptr[i]];
}

unsigned hxp_signs_of(hxp_str text)
{
    unsigned met = 0;
    size_t i = 0;
    for (; i + 4 <= text.len; i += 4) /* which need not wait for each other */
        met |= (sign_at(text, i) | sign_at(text, i + 1)) |
               (sign_at(text, i + 2) | sign_at(text, i + 3));
    for (; i < text.len; i++)
        met |= sign_at(text, i);
    return met;
}
