/* match_writer.h - writes the matches of queries. */
#ifndef CLI_MATCH_WRITER_H
#define CLI_MATCH_WRITER_H

#include "base/json.h"
#include "cli/screen.h"

#include <hexapla/memory.h>

typedef enum hxp_match_format {
    HXP_MATCH_TEXT,
    HXP_MATCH_TSV,
    HXP_MATCH_JSON
} hxp_match_format;

/** Where matches go. */
typedef struct hxp_match_writer {
    hxp_match_format format;
    hxp_screen screen;
    hxp_json json;
    size_t queries; /* written so far */
} hxp_match_writer;

/** Begin to write to screen. */
void hxp_match_writer_begin(hxp_match_writer *writer, hxp_match_format format,
                            hxp_screen screen);

/** Write the matches of the next query. */
void hxp_match_writer_put(hxp_match_writer *writer, hxp_str query,
                          const hxp_match *matches, size_t count);

/** Write what ends the output. */
void hxp_match_writer_end(hxp_match_writer *writer);

#endif
