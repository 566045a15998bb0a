/* utf16.h - tells UTF-16 without a byte order mark. */
#ifndef TEXT_UTF16_H
#define TEXT_UTF16_H

#include <hexapla/base.h>

/**
 * "UTF-16LE" or "UTF-16BE" when bytes, the beginning of a text, are one of
 * these: they have controls, which no text in another encoding has, are valid,
 * and most of the letters are of one script. NULL: neither. Static.
 */
const char *hxp_utf16_guess(hxp_str bytes);

#endif
