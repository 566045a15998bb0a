/* detect.h - tells the encoding of bytes that do not say it. */
#ifndef TEXT_DETECT_H
#define TEXT_DETECT_H

#include <hexapla/base.h>

/**
 * The encoding that bytes, the beginning of a text, are most likely in: that
 * of a byte order mark; UTF-8 if all but few are valid so; else what ICU
 * thinks, with the encodings of Western Europe told apart by the letters that
 * differ. "windows-1252" when nothing tells. It is a name ICU knows. Static.
 */
const char *hxp_encoding_detect(hxp_str bytes);

#endif
