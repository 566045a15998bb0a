/* segment_writer.h - writes segments, or why they are what they are. */
#ifndef CLI_SEGMENT_WRITER_H
#define CLI_SEGMENT_WRITER_H

#include "base/array.h"
#include "base/json.h"
#include "cli/screen.h"

#include <hexapla/segment.h>

typedef enum hxp_segment_format {
    HXP_SEGMENT_TEXT,
    HXP_SEGMENT_TSV,
    HXP_SEGMENT_JSON
} hxp_segment_format;

/** Where segments go; also a sink for the decisions about them. */
typedef struct hxp_segment_writer {
    hxp_decision_sink decisions; /* writes each, in the format */
    hxp_segment_format format;
    hxp_screen screen;
    hxp_json json;
    const char *path;               /* of the text in work */
    const hxp_paragraph *paragraph; /* of it, in work */
    size_t next_code;               /* of the paragraph, that is to be read */
    hxp_buffer shown;               /* a text with codes that are read */
    size_t number;                  /* of the next segment of the text */
    bool begun; /* something was written: text parts paragraphs by a line */
} hxp_segment_writer;

/** Begin to write to screen. */
void hxp_segment_writer_begin(hxp_segment_writer *writer,
                              hxp_segment_format format, hxp_screen screen);

/** Begin with the text at path, which must live until the next. */
void hxp_segment_writer_text(hxp_segment_writer *writer, const char *path);

/** Begin with a paragraph, which must live until the next. */
void hxp_segment_writer_paragraph(hxp_segment_writer *writer,
                                  const hxp_paragraph *paragraph);

/** Write the segments of the paragraph. Fails with HXP_ENOMEM. */
hxp_status hxp_segment_writer_put(hxp_segment_writer *writer,
                                  const hxp_segments *segments,
                                  hxp_error *error);

/** Write what ends the output. */
void hxp_segment_writer_end(hxp_segment_writer *writer);

void hxp_segment_writer_free(hxp_segment_writer *writer);

#endif
