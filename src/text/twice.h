/* twice.h - text that was encoded as UTF-8 twice. */
#ifndef TEXT_TWICE_H
#define TEXT_TWICE_H

#include <hexapla/base.h>

/** What a byte of UTF-8 each looks like, and the character they make. */
typedef struct hxp_twice {
    hxp_str shown; /* in the text; empty: there is none */
    int32_t meant;
} hxp_twice;

/**
 * The first characters of text that are hardly ever meant: the bytes of one
 * character of UTF-8, read as windows-1252 or ISO-8859-1, such as "Ã©" for "é".
 * Those that may stand side by side in some language do not count, nor does one
 * that two bytes make outside of Latin, unless another follows.
 */
hxp_twice hxp_find_twice(hxp_str text);

#endif
