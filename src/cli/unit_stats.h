/* unit_stats.h - writes what units are, in numbers. */
#ifndef CLI_UNIT_STATS_H
#define CLI_UNIT_STATS_H

#include "base/json.h"
#include "cli/screen.h"

#include <hexapla/filter.h>

/** Write stats for people. */
void hxp_unit_stats_text(const hxp_screen *screen, const hxp_unit_stats *stats);

/** Write stats of file as a JSON object. */
void hxp_unit_stats_json(hxp_json *json, const char *file,
                         const hxp_unit_stats *stats);

#endif
