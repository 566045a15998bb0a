/* report.h - findings to text, JSON, SARIF, JUnit, HTML and others. */
#ifndef HEXAPLA_REPORT_H
#define HEXAPLA_REPORT_H

#include <hexapla/base.h>
#include <hexapla/model.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct hxp_report_options {
    const char *format; /* one of hxp_report_format_name() */
    bool terminal;      /* text: control characters are made visible */
    bool color;         /* text: in colour */
    const hxp_rule *const *rules; /* SARIF: those that may appear */
    size_t rule_count;
} hxp_report_options;

/**
 * Make a sink that writes findings to output as they come. The output stays
 * with the caller, who finishes it after end.
 *
 * Fails with HXP_EINPUT when there is no such format. On HXP_OK the caller
 * calls (*out)->close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_report_new(hxp_finding_sink **out, hxp_output *output,
                                  const hxp_report_options *options,
                                  hxp_error *error);

/** The name of report format i, from 0, or NULL behind the last. Static. */
HXP_API const char *hxp_report_format_name(size_t i);

/**
 * Make a filter that holds findings back and hands them to next, ordered by
 * file (as first met), line, column and rule, when it ends. It ends next and
 * closes it. On HXP_OK the caller calls (*out)->close; otherwise *out is NULL
 * and next stays with the caller.
 */
HXP_API hxp_status hxp_finding_sorter_new(hxp_finding_sink **out,
                                          hxp_finding_sink *next,
                                          hxp_error *error);

#ifdef __cplusplus
}
#endif
#endif
