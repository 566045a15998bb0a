/* key_values.h - reads a file of keys and texts that is held in memory. */
#ifndef FORMATS_KEY_VALUES_H
#define FORMATS_KEY_VALUES_H

#include "formats/documents/document_bytes.h"
#include "formats/strings/message.h"

/** A reader of a file; all zero but blocks and error at first. */
typedef struct hxp_key_values {
    hxp_blocks blocks;
    hxp_buffer text; /* the whole file */
    hxp_cursor from; /* what is left of it */
    hxp_message key, value;
    hxp_error *error;
} hxp_key_values;

/** Read the whole file; said tells its encoding, or is NULL. Fails with
 * HXP_ELIMIT beyond 256 MiB. */
hxp_status hxp_key_values_load(hxp_key_values *reader, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_said_encoding *said);

/** Make a paragraph of the value, or of the key, that stands at place. */
hxp_status hxp_key_values_put(hxp_key_values *reader, const hxp_message *text,
                              hxp_place place);

/** Free what the reader holds; gives status. */
hxp_status hxp_key_values_end(hxp_key_values *reader, hxp_status status);

#endif
