/* key_values.c - reads a file of keys and texts that is held in memory. */
#include "formats/strings/key_values.h"

hxp_status hxp_key_values_load(hxp_key_values *reader, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_said_encoding *said)
{
    static const size_t size_limit = (size_t)1 << 28;
    hxp_document_bytes bytes;
    hxp_status status =
        hxp_document_bytes_open(&bytes, input, options, said, reader->error);
    if (status == HXP_OK)
        status = hxp_document_bytes_all(&bytes, &reader->text, size_limit,
                                        reader->error);
    hxp_document_bytes_close(&bytes);
    reader->from = hxp_cursor_make(hxp_buffer_str(&reader->text));
    return status;
}

hxp_status hxp_key_values_put(hxp_key_values *reader, const hxp_message *text,
                              hxp_place place)
{
    return hxp_message_put(&reader->blocks, text,
                           hxp_buffer_str(&reader->key.text), place,
                           reader->error);
}

hxp_status hxp_key_values_end(hxp_key_values *reader, hxp_status status)
{
    hxp_blocks_free(&reader->blocks);
    hxp_message_free(&reader->key);
    hxp_message_free(&reader->value);
    hxp_buffer_free(&reader->text);
    return status;
}
