/* signs.h - which kinds of signs a text has, so that rules need not look. */
#ifndef CHECK_SIGNS_H
#define CHECK_SIGNS_H

#include <hexapla/base.h>

/** Bits; a text may have signs of a kind only if its bit is set. */
enum {
    HXP_SIGN_DIGIT = 1,        /* 0 to 9 */
    HXP_SIGN_LETTER = 2,       /* A to Z */
    HXP_SIGN_ROUND = 4,        /* ( ) */
    HXP_SIGN_QUOTE = 8,        /* " and, perhaps, others but ' */
    HXP_SIGN_ANGLE = 16,       /* < > */
    HXP_SIGN_PLACEHOLDER = 32, /* % { } $ @ */
    HXP_SIGN_APOSTROPHE = 64,  /* ' */
    HXP_SIGN_STOP = 128,       /* . , : ; ! ? */
    HXP_SIGN_SPACE = 256,      /* tab, line end */
    HXP_SIGN_BEYOND = 512,     /* whatever is not ASCII */
    HXP_SIGN_SQUARE = 1024,    /* [ ] */
    HXP_SIGN_JOINER = 2048,    /* ' - _ in words */
    HXP_SIGN_SLASH = 4096,     /* / \ */

    /* Two in a row; a byte on its own is never of these kinds. */
    HXP_SIGN_DOUBLED = 1 << 16,  /* two blanks */
    HXP_SIGN_DETACHED = 1 << 17, /* white space, then a stop */
    HXP_SIGN_ATTACHED = 1 << 18, /* . ! or ?, then a capital */
    HXP_SIGN_LINK = 1 << 19      /* ":/" or "ww" */
};

/** The kinds of signs that a byte is, or that it may begin. */
extern const uint32_t hxp_signs[256];

/** The kinds of signs in text. */
unsigned hxp_signs_of(hxp_str text);

/** The first byte of text from byte at on of one of kinds, or text.len. */
static inline size_t hxp_sign_next(hxp_str text, size_t at, unsigned kinds)
{
    while (at < text.len && !(hxp_signs[(unsigned char)text.ptr[at]] & kinds))
        at++;
    return at;
}

#endif
