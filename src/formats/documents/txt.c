/* txt.c - plain text: a paragraph at a time, or as a whole. */
#include "formats/documents/document_format.h"
#include "formats/documents/txt_reader.h"

/** Hand on each paragraph; drop: forget its text then. */
static hxp_status hand_on(hxp_txt_reader *reader, bool drop,
                          hxp_paragraph_sink *sink, hxp_error *error)
{
    hxp_paragraph paragraph;
    bool found = true;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && found) {
        status = hxp_txt_reader_next(reader, &paragraph, &found, error);
        if (status == HXP_OK && found)
            status = sink->paragraph(sink, &paragraph, error);
        if (drop)
            hxp_txt_reader_drop(reader);
    }
    return status;
}

hxp_status hxp_txt_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    hxp_txt_reader reader;
    hxp_status status = hxp_txt_reader_open(&reader, input, options, error);
    if (status == HXP_OK)
        status = hand_on(&reader, true, sink, error);
    hxp_txt_reader_close(&reader);
    return status;
}

hxp_status hxp_txt_read(hxp_txt *whole, hxp_paragraph_sink *sink,
                        hxp_input *input, const hxp_document_options *options,
                        hxp_error *error)
{
    hxp_txt_reader reader;
    hxp_status status = hxp_txt_reader_open(&reader, input, options, error);
    reader.limit = HXP_DOCUMENT_LIMIT;
    if (status == HXP_OK)
        status = hand_on(&reader, false, sink, error);
    *whole = (hxp_txt){ reader.text, reader.skipped };
    reader.text = (hxp_buffer){ NULL, 0, 0 };
    hxp_txt_reader_close(&reader);
    return status;
}
