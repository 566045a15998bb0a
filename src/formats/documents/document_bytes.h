/* document_bytes.h - the bytes of a document, in any encoding, as UTF-8. */
#ifndef FORMATS_DOCUMENT_BYTES_H
#define FORMATS_DOCUMENT_BYTES_H

#include "base/array.h"
#include "text/decode.h"
#include "text/encoding.h"

#include <hexapla/formats.h>

/** Bytes by which the encoding is judged. */
enum { HXP_ENCODING_JUDGED = 1 << 16 };

/** Finds the encoding that a document's first bytes say; false: none. */
typedef bool hxp_said_encoding(char name[HXP_ENCODING_SIZE], hxp_str head);

/** Which encoding a document is in. */
typedef struct hxp_encoding_choice {
    const hxp_input *input;
    const hxp_document_options *options;
    hxp_said_encoding *said; /* or NULL */
    bool always; /* take windows-1252 where nothing tells, not UTF-8 */
    char name[HXP_ENCODING_SIZE]; /* that was chosen */
} hxp_encoding_choice;

/**
 * Choose the encoding by head, the first HXP_ENCODING_JUDGED bytes: that of
 * the options, of a byte order mark, what the document says unless the bytes
 * deny it, what the bytes tell. What they tell goes to the findings of the
 * options, unless it is UTF-8; if verbose is set, so does every choice but the
 * user's. Fails as they do.
 */
hxp_status hxp_encoding_choose(hxp_encoding_choice *choice, hxp_str head,
                               hxp_error *error);

/** True for a name of UTF-8. */
bool hxp_encoding_is_utf8(const char *encoding);

/** The bytes of a document that is being read. */
typedef struct hxp_document_bytes {
    hxp_input *input;
    hxp_decoder *decoder; /* NULL: the document is UTF-8 */
    char encoding[HXP_ENCODING_SIZE];
    hxp_buffer raw;  /* read, but not handed out */
    hxp_buffer utf8; /* handed out */
    hxp_place place; /* of what comes next */
    bool ended;
    size_t longest_line; /* that hxp_document_bytes_all() takes, in bytes; 0:
                            any. The caller sets it */
} hxp_document_bytes;

/**
 * Begin to read input in the encoding that hxp_encoding_choose() finds. Fails
 * as reading does, and with HXP_EINPUT when there is no such encoding. The
 * caller closes in any case.
 */
hxp_status hxp_document_bytes_open(hxp_document_bytes *bytes, hxp_input *input,
                                   const hxp_document_options *options,
                                   hxp_said_encoding *said, hxp_error *error);

/**
 * The next part of the document as valid UTF-8 without NUL; empty at the end.
 * It lives until the next call. Fails with HXP_EINPUT, and says where, at
 * bytes that are not valid in the encoding.
 */
hxp_status hxp_document_bytes_next(hxp_document_bytes *bytes, hxp_str *part,
                                   hxp_error *error);

/** Append all that is left to text; fails with HXP_ELIMIT beyond limit bytes,
 * and in a line that is longer than bytes->longest_line. */
hxp_status hxp_document_bytes_all(hxp_document_bytes *bytes, hxp_buffer *text,
                                  size_t limit, hxp_error *error);

void hxp_document_bytes_close(hxp_document_bytes *bytes);

/**
 * Read all of a document that does not say its encoding into text. Fails with
 * HXP_ELIMIT beyond limit bytes. The caller frees text in any case.
 */
hxp_status hxp_document_text(hxp_buffer *text, hxp_input *input,
                             const hxp_document_options *options, size_t limit,
                             hxp_error *error);

#endif
