/* detect.h - tells the encoding of bytes that do not say it. */
#ifndef TEXT_DETECT_H
#define TEXT_DETECT_H

#include <hexapla/base.h>

/**
 * The encoding that bytes, the beginning of a text, are most likely in: that
 * of a byte order mark; UTF-8 if most of what is not ASCII is valid so; else
 * what ICU finds likeliest of the encodings in which the bytes make text, with
 * those of Western Europe told apart by the letters that differ, unless the
 * letters of language (a tag, or NULL: not known) tell another. *sure is how
 * sure that is, of 100; with 0 nothing tells, and it is "windows-1252". It is
 * a name ICU knows. Static.
 */
const char *hxp_encoding_detect(hxp_str bytes, const char *language, int *sure);

#endif
