/* report.c - the table of report formats. A new format is a line here. */
#include "base/error.h"
#include "report/format.h"

#include <string.h>

static const struct {
    const char *name;
    hxp_report_maker *make;
} formats[] = {
    { "text", hxp_report_text_new },     { "pretty", hxp_report_pretty_new },
    { "json", hxp_report_json_new },     { "jsonl", hxp_report_jsonl_new },
    { "sarif", hxp_report_sarif_new },   { "junit", hxp_report_junit_new },
    { "github", hxp_report_github_new }, { "gitlab", hxp_report_gitlab_new },
    { "html", hxp_report_html_new },
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

hxp_status hxp_report_new(hxp_finding_sink **out, hxp_output *output,
                          const hxp_report_options *options, hxp_error *error)
{
    *out = NULL;
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].name, options->format) == 0)
            return formats[i].make(out, output, options, error);
    return hxp_fail(error, HXP_EINPUT, "there is no report format \"%s\"",
                    options->format);
}

const char *hxp_report_format_name(size_t i)
{
    return i < FORMATS ? formats[i].name : NULL;
}
