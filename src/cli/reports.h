/* reports.h - the reports of a command that finds things. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include "cli/baseline.h"
#include "cli/cli.h"

#include <hexapla/model.h>

/** Values of --fail-level: none, then the levels. */
extern const char *const hxp_fail_level_names[];

/** Findings on their way: counted, sorted, written to each report. */
typedef struct hxp_reports hxp_reports;

/** Rules that findings may break. */
typedef struct hxp_rule_set {
    const hxp_rule *items;
    size_t count;
} hxp_rule_set;

/**
 * Open the reports that wanted asks for, each FORMAT or FORMAT=FILE; none:
 * text on standard output. sets, which ends with one without items, are the
 * rules. Says what goes wrong. In any case the caller ends with
 * hxp_reports_close().
 */
hxp_exit hxp_reports_open(hxp_reports **out, const hxp_command *command,
                          const hxp_values *wanted,
                          const hxp_settings *settings,
                          const hxp_rule_set *sets);

/** Which findings do not count, or not show. */
typedef struct hxp_report_limits {
    hxp_baseline *baseline; /* known ones; NULL: none */
    size_t most;            /* that show; 0: all */
} hxp_report_limits;

/** Set the limits, before the first finding. */
void hxp_reports_limit(hxp_reports *reports, hxp_report_limits limits);

/** Where findings go; it belongs to reports, and nobody ends or closes it. */
hxp_finding_sink *hxp_reports_sink(hxp_reports *reports);

/**
 * Say that a file cannot be used and, for reports that machines read, make
 * it a finding that comes last. Returns the exit code.
 */
hxp_exit hxp_reports_fault(hxp_reports *reports, const char *file,
                           const hxp_error *error);

/**
 * Complete the reports. code is what became of the command so far; returns
 * what becomes of it now: HXP_EXIT_FINDINGS if one is as grave as fail_level.
 */
hxp_exit hxp_reports_finish(hxp_reports *reports, int fail_level,
                            hxp_exit code);

/** Close the reports; unless finished nothing stays. NULL is allowed. */
void hxp_reports_close(hxp_reports *reports);

#endif
