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
 * Append the beginning of a text, likewise; a character that it cuts is left
 * out. False when that fails, or memory is out.
 */
bool hxp_decode_beginning(hxp_buffer *utf8, hxp_str bytes,
                          const char *encoding);

/** Converts a text part by part. */
typedef struct hxp_decoder hxp_decoder;

/**
 * Make a decoder of encoding, a name ICU knows, which must outlive it; fails
 * with HXP_EINPUT when there is none. The caller frees *out with
 * hxp_decoder_free().
 */
hxp_status hxp_decoder_new(hxp_decoder **out, const char *encoding,
                           hxp_error *error);

/**
 * Append the next bytes of the text as UTF-8; none means that it ends. Fails
 * with HXP_EINPUT when a byte is not valid; *at is its index in all bytes.
 */
hxp_status hxp_decoder_add(hxp_decoder *decoder, hxp_buffer *utf8,
                           hxp_str bytes, size_t *at, hxp_error *error);

/** Free the decoder; NULL is allowed. */
void hxp_decoder_free(hxp_decoder *decoder);

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
