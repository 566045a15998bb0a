/* signs.c - one look at each byte of a text. */
#include "check/signs.h"

/* Runs of bytes that are alike. */
#define SIX(sign)     sign, sign, sign, sign, sign, sign
#define LETTERS(sign) SIX(sign), SIX(sign), SIX(sign), SIX(sign), sign, sign
#define ROW(sign)     LETTERS(sign), SIX(sign) /* 32 of them */

/* A byte that may be the first of two, or the second, such as make a kind. */
#define FIRST(kind)  ((uint32_t)(kind) << 8)
#define SECOND(kind) ((uint32_t)(kind))

#define BLANK                                                                  \
    (FIRST(HXP_SIGN_DOUBLED | HXP_SIGN_DETACHED) | SECOND(HXP_SIGN_DOUBLED))
#define WHITE       FIRST(HXP_SIGN_DETACHED)
#define SPACE       (HXP_SIGN_SPACE | WHITE)
#define STOP        (HXP_SIGN_STOP | SECOND(HXP_SIGN_DETACHED))
#define END         (STOP | FIRST(HXP_SIGN_ATTACHED))
#define LETTER      HXP_SIGN_LETTER
#define CAPITAL     (LETTER | SECOND(HXP_SIGN_ATTACHED))
#define BEYOND      (HXP_SIGN_BEYOND | WHITE | SECOND(HXP_SIGN_ATTACHED))
#define MAY_QUOTE   (BEYOND | HXP_SIGN_QUOTE)
#define MAY_BRACKET (BEYOND | HXP_SIGN_ROUND | HXP_SIGN_SQUARE)
#define MAY_BOTH    (MAY_QUOTE | HXP_SIGN_SQUARE)

const uint32_t hxp_signs[256] = {
    ['A'] = LETTERS(CAPITAL),
    ['a'] = SIX(LETTER),
    ['g'] = SIX(LETTER),
    ['m'] = SIX(LETTER),
    ['s'] = LETTER,
    ['t'] = LETTER,
    ['u'] = LETTER,
    ['v'] = LETTER,
    ['w'] = LETTER | FIRST(HXP_SIGN_LINK) | SECOND(HXP_SIGN_LINK),
    ['x'] = LETTER,
    ['y'] = LETTER,
    ['z'] = LETTER,
    ['0'] = SIX(HXP_SIGN_DIGIT),
    ['6'] = HXP_SIGN_DIGIT,
    ['7'] = HXP_SIGN_DIGIT,
    ['8'] = HXP_SIGN_DIGIT,
    ['9'] = HXP_SIGN_DIGIT,
    ['('] = HXP_SIGN_ROUND,
    [')'] = HXP_SIGN_ROUND,
    ['['] = HXP_SIGN_SQUARE,
    [']'] = HXP_SIGN_SQUARE,
    ['{'] = HXP_SIGN_PLACEHOLDER,
    ['}'] = HXP_SIGN_PLACEHOLDER,
    ['"'] = HXP_SIGN_QUOTE,
    ['\''] = HXP_SIGN_APOSTROPHE | HXP_SIGN_JOINER,
    ['-'] = HXP_SIGN_JOINER,
    ['_'] = HXP_SIGN_JOINER,
    ['<'] = HXP_SIGN_ANGLE,
    ['>'] = HXP_SIGN_ANGLE,
    ['%'] = HXP_SIGN_PLACEHOLDER,
    ['$'] = HXP_SIGN_PLACEHOLDER,
    ['@'] = HXP_SIGN_PLACEHOLDER,
    ['/'] = HXP_SIGN_SLASH | SECOND(HXP_SIGN_LINK),
    ['\\'] = HXP_SIGN_SLASH,
    ['.'] = END,
    ['!'] = END,
    ['?'] = END,
    [','] = STOP,
    [':'] = STOP | FIRST(HXP_SIGN_LINK),
    [';'] = STOP,
    [' '] = BLANK,
    ['\t'] = SPACE,
    ['\n'] = SPACE,
    ['\r'] = SPACE,
    ['\v'] = WHITE,
    ['\f'] = WHITE,
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

static uint32_t sign_at(hxp_str text, size_t i)
{
    return hxp_signs[(unsigned char)text.ptr[i]];
}

unsigned hxp_signs_of(hxp_str text)
{
    const uint32_t of_pairs = HXP_SIGN_DOUBLED | HXP_SIGN_DETACHED |
                              HXP_SIGN_ATTACHED | HXP_SIGN_LINK;
    uint32_t met = 0, pairs = 0, before = 0;
    size_t i = 0;
    for (; i + 4 <= text.len; i += 4) { /* which need not wait for each other */
        uint32_t a = sign_at(text, i), b = sign_at(text, i + 1),
                 c = sign_at(text, i + 2), d = sign_at(text, i + 3);
        met |= (a | b) | (c | d);
        pairs |=
            ((before >> 8 & a) | (a >> 8 & b)) | ((b >> 8 & c) | (c >> 8 & d));
        before = d;
    }
    for (; i < text.len; i++) {
        uint32_t a = sign_at(text, i);
        met |= a;
        pairs |= before >> 8 & a;
        before = a;
    }
    return (met & UINT16_MAX) | (pairs & of_pairs);
}
