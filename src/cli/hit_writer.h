/* hit_writer.h - writes what was found in texts, in its context. */
#ifndef CLI_HIT_WRITER_H
#define CLI_HIT_WRITER_H

#include "cli/screen.h"

#include <hexapla/memory.h>

typedef enum hxp_hit_format {
    HXP_HIT_TEXT,
    HXP_HIT_TSV,
    HXP_HIT_JSON
} hxp_hit_format;

/** Write all hits. */
void hxp_hits_write(const hxp_screen *screen, hxp_hit_format format,
                    const hxp_occurrence *hits, size_t count);

#endif
