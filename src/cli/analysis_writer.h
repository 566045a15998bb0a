/* analysis_writer.h - writes what an analysis counted, and weighs it. */
#ifndef CLI_ANALYSIS_WRITER_H
#define CLI_ANALYSIS_WRITER_H

#include "cli/screen.h"

#include <hexapla/memory.h>

typedef enum hxp_analysis_format {
    HXP_ANALYSIS_TEXT,
    HXP_ANALYSIS_CSV,
    HXP_ANALYSIS_JSON
} hxp_analysis_format;

/** What a word of each band counts for, in percent. */
typedef struct hxp_rates {
    unsigned percent[HXP_BANDS];
} hxp_rates;

/** The usual rates. */
extern const hxp_rates hxp_usual_rates;

/** Set the rate of the band name; false when there is none, or value is no
 * whole percentage up to 1000. */
bool hxp_rates_set(hxp_rates *rates, hxp_str name, hxp_str value);

/** Set the rates that lines "band = percent" of the file at path give. */
hxp_status hxp_rates_read(hxp_rates *rates, const char *path, hxp_error *error);

/** The counts of a file. */
typedef struct hxp_analysis_row {
    const char *path;
    const hxp_analysis_counts *counts;
} hxp_analysis_row;

/** Write the counts of files, then those of all. */
void hxp_analysis_write(const hxp_screen *screen, hxp_analysis_format format,
                        const hxp_rates *rates, const hxp_analysis_row *rows,
                        size_t count);

#endif
