/* baseline.h - findings that are known and do not count any more. */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include "cli/cli.h"

#include <hexapla/model.h>

/** Known findings, read from a file, or to be written to one, or both. */
typedef struct hxp_baseline hxp_baseline;

/**
 * Read the file from, and begin the file to; either may be NULL. A file is a
 * line "hexapla-baseline 1", then a line for each finding: fingerprint, rule,
 * language, file and message, with tabs between; only the fingerprint counts.
 * Files are named from the folder of the baseline, if they are in there.
 * In any case the caller ends with hxp_baseline_close().
 */
hxp_status hxp_baseline_open(hxp_baseline **out, const char *from,
                             const char *to, hxp_error *error);

/**
 * Take a finding, in the order of places. *known tells whether it is in the
 * file that was read, or goes to the one that is written.
 */
hxp_status hxp_baseline_take(bool *known, hxp_baseline *baseline,
                             const hxp_finding *finding, hxp_error *error);

/**
 * Note that a file was checked to its end: entries about it that meet no
 * finding are stale. False: no memory.
 */
bool hxp_baseline_checked(hxp_baseline *baseline, const char *file);

/** Complete the file that is written. */
hxp_status hxp_baseline_finish(hxp_baseline *baseline, hxp_error *error);

/**
 * Say how many findings were known, and which entries met none though their
 * file was checked, or is gone.
 */
void hxp_baseline_say(const hxp_baseline *baseline);

/** NULL is allowed; a file that is not finished does not stay. */
void hxp_baseline_close(hxp_baseline *baseline);

#endif
