/* formats.h - which format an output gets. */
#ifndef CLI_FORMATS_H
#define CLI_FORMATS_H

#include "cli/cli.h"

/** The names of the unit formats, for help. */
#define HXP_UNIT_FORMATS "tmx, tsv, csv, jsonl, xliff, xliff2, po, xcstrings"

/* For shells to offer, each ending with NULL: the unit formats, those that
 * have a file for each language, too, and all that an alignment has. */
extern const char *const hxp_unit_formats[];
extern const char *const hxp_convert_formats[];
extern const char *const hxp_align_formats[];

/** True when there is a unit format of this name. */
bool hxp_is_unit_format(const char *name);

/** Says so when there is no unit format name; NULL is allowed. */
hxp_exit hxp_check_unit_format(const hxp_command *command, const char *name);

/** True when there is a bead format of this name. */
bool hxp_is_bead_format(const char *name);

/**
 * Settle *format, NULL at first unless the user named it: by the extension of
 * path; without one (also "-", NULL) it is usual. Says so when it cannot.
 */
hxp_exit hxp_output_format(const char **format, const hxp_command *command,
                           const char *path, const char *usual);

#endif
