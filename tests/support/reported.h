/* reported.h - findings that reports are tested with, and what comes out. */
#ifndef SUPPORT_REPORTED_H
#define SUPPORT_REPORTED_H

#include <hexapla/report.h>

/** A finding about a term, of unit 7 at 3:5. */
hxp_finding forbidden(void);

/** A finding about a whole file; the texts it lacks have no pointer. */
hxp_finding whole_file(void);

/**
 * Report count findings; the output ends with a NUL. The caller closes it.
 */
hxp_output *reported(const hxp_report_options *options,
                     const hxp_finding *findings, size_t count);

/** Compare what a report of count findings is with expected. */
void check_report(const hxp_report_options *options,
                  const hxp_finding *findings, size_t count,
                  const char *expected);

#endif
