/* cue_text.h - a line of a subtitle: its text and the codes in it. */
#ifndef FORMATS_CUE_TEXT_H
#define FORMATS_CUE_TEXT_H

#include "formats/documents/blocks.h"

typedef struct hxp_cue_line {
    hxp_str text;
    hxp_place place;
    bool references; /* names such as &amp; stand for characters */
} hxp_cue_line;

/**
 * Add line to the open paragraph. Tags, such as <i>, and overrides, such as
 * {\an8}, are codes.
 */
hxp_status hxp_cue_text_put(hxp_blocks *blocks, const hxp_cue_line *line,
                            hxp_error *error);

/** line without the codes and the white space at its start. */
hxp_str hxp_cue_text_start(hxp_str line);

#endif
