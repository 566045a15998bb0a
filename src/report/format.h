/* format.h - the report formats; report.c has the table. */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include <hexapla/report.h>

/** Make the sink of a format; as hxp_report_new(). */
typedef hxp_status hxp_report_maker(hxp_finding_sink **out, hxp_output *output,
                                    const hxp_report_options *options,
                                    hxp_error *error);

hxp_report_maker hxp_report_text_new;
hxp_report_maker hxp_report_pretty_new;
hxp_report_maker hxp_report_json_new;
hxp_report_maker hxp_report_jsonl_new;
hxp_report_maker hxp_report_sarif_new;
hxp_report_maker hxp_report_junit_new;
hxp_report_maker hxp_report_github_new;
hxp_report_maker hxp_report_gitlab_new;
hxp_report_maker hxp_report_html_new;

#endif
