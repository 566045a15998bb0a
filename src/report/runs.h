/* runs.h - sorted findings in a temporary file, and merging them. */
#ifndef REPORT_RUNS_H
#define REPORT_RUNS_H

#include "report/held.h"

#include <hexapla/base.h>

/** Runs of findings, each sorted. */
typedef struct hxp_runs hxp_runs;

/** Make an empty one. The caller frees *out with hxp_runs_free(). */
hxp_status hxp_runs_new(hxp_runs **out, hxp_error *error);

/** Write sorted items as a run. */
hxp_status hxp_runs_add(hxp_runs *runs, hxp_held *const *items, size_t count,
                        hxp_error *error);

/**
 * Take the first of all that is left: *item lives until the next call; NULL
 * when nothing is left. No run can be added any more.
 */
hxp_status hxp_runs_next(const hxp_held **item, hxp_runs *runs,
                         hxp_error *error);

/** Free the runs and their file; NULL is allowed. */
void hxp_runs_free(hxp_runs *runs);

#endif
