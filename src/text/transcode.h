/* transcode.h - inputs in any encoding, read as UTF-8. */
#ifndef TEXT_TRANSCODE_H
#define TEXT_TRANSCODE_H

#include <hexapla/base.h>

/** What becomes of bytes that are not valid in the encoding. */
typedef enum hxp_invalid {
    HXP_INVALID_FAILS, /* HXP_EINPUT, with the place */
    HXP_INVALID_SHOWS  /* HXP_INVALID_BYTES stand for them */
} hxp_invalid;

/** A lone surrogate, which is never valid UTF-8. */
#define HXP_INVALID_BYTES "\xED\xA0\x80"

/**
 * Make an input that gives what input, which must outlive it, still has in
 * encoding, a name ICU knows, as UTF-8 without a byte order mark. Its name is
 * that of input.
 *
 * Fails with HXP_EINPUT when there is no such encoding. On HXP_OK the caller
 * closes *out; otherwise *out is NULL.
 */
hxp_status hxp_input_transcode(hxp_input **out, hxp_input *input,
                               const char *encoding, hxp_invalid invalid,
                               hxp_error *error);

#endif
