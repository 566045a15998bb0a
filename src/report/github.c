/* github.c - findings as the commands that a GitHub workflow shows in a diff.
 */
#include "base/error.h"
#include "base/str.h"
#include "report/clean.h"
#include "report/format.h"

#include <stdlib.h>

typedef struct github_report {
    hxp_finding_sink sink;
    hxp_output *output;
} github_report;

/** Write text with what commands are made of escaped; in a property, more. */
static void put(hxp_output *output, hxp_str text, bool property)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool escape = c == '%' || c == '\r' || c == '\n' ||
                      (property && (c == ':' || c == ','));
        if (!escape)
            continue;
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_printf(output, "%%%02X", (unsigned)c);
        from = i + 1;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    hxp_output *output = ((github_report *)sink)->output;
    hxp_place place = hxp_shown_place(finding);
    (void)error;
    hxp_output_printf(
        output, "::%s file=",
        finding->level == HXP_NOTE ? "notice" : hxp_level_name(finding->level));
    put(output, finding->file, true);
    hxp_output_printf(output, ",line=%zu,col=%zu", place.line, place.column);
    if (finding->end.line > 0)
        hxp_output_printf(output, ",endLine=%zu,endColumn=%zu",
                          finding->end.line, finding->end.column);
    hxp_output_printf(output, ",title=%s::", finding->rule);
    put(output, finding->message, false);
    hxp_output_write(output, HXP_STR("\n"));
    return HXP_OK;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_report(hxp_finding_sink *sink)
{
    free(sink);
}

hxp_status hxp_report_github_new(hxp_finding_sink **out, hxp_output *output,
                                 const hxp_report_options *options,
                                 hxp_error *error)
{
    github_report *report = calloc(1, sizeof *report);
    (void)options;
    if (!report)
        return hxp_no_memory(error);
    report->sink = (hxp_finding_sink){ write_finding, end, close_report };
    report->output = output;
    *out = &report->sink;
    return HXP_OK;
}
