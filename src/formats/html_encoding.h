/* html_encoding.h - the bytes of a page, in the encoding it says, as UTF-8. */
#ifndef FORMATS_HTML_ENCODING_H
#define FORMATS_HTML_ENCODING_H

#include "base/array.h"
#include "text/decode.h"

#include <hexapla/base.h>

/** The bytes of a page that is being read. */
typedef struct hxp_html_bytes {
    hxp_input *input;
    hxp_decoder *decoder; /* NULL: the page is UTF-8 */
    hxp_buffer raw;       /* read, but not handed out */
    hxp_buffer utf8;      /* handed out */
    hxp_place place;      /* of what comes next */
    bool ended;
} hxp_html_bytes;

/**
 * Begin to read input in encoding; if it is NULL, in what a byte order mark,
 * the page itself or else its bytes tell. Fails as reading does, and with
 * HXP_EINPUT when there is no such encoding. The caller closes in any case.
 */
hxp_status hxp_html_bytes_open(hxp_html_bytes *bytes, hxp_input *input,
                               const char *encoding, hxp_error *error);

/**
 * The next part of the page as valid UTF-8 without NUL; empty at the end. It
 * lives until the next call. Fails with HXP_EINPUT, and says where, at bytes
 * that are not valid in the encoding.
 */
hxp_status hxp_html_bytes_next(hxp_html_bytes *bytes, hxp_str *part,
                               hxp_error *error);

void hxp_html_bytes_close(hxp_html_bytes *bytes);

#endif
