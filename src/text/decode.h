/* decode.h - bytes in any encoding to UTF-8. */
#ifndef TEXT_DECODE_H
#define TEXT_DECODE_H

#include "base/array.h"

#include <hexapla/base.h>

/**
 * Append bytes, which are in encoding (a name ICU knows), to utf8 as UTF-8.
 * A byte order mark is left out.
 *
 * Fails with HXP_EINPUT, error saying why, when there is no such encoding
 * (*at is bytes.len then) or a byte is not valid in it (*at is its index).
 */
hxp_status hxp_decode(hxp_buffer *utf8, hxp_str bytes, const char *encoding,
                      size_t *at, hxp_error *error);

/**
 * The encoding a byte order mark at the start of bytes tells ("UTF-8",
 * "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE") and the mark's length, or
 * NULL. Static.
 */
const char *hxp_encoding_of_mark(hxp_str bytes, size_t *length);

/**
 * Fill map with the character of each byte of a single-byte encoding, -1
 * where there is none. False when encoding is unknown or not single-byte.
 */
bool hxp_encoding_map(int map[256], const char *encoding);

#endif
