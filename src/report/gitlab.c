/* gitlab.c - findings as GitLab's Code Quality reads them: a JSON array. */
#include "base/error.h"
#include "base/str.h"
#include "report/clean.h"
#include "report/fingerprint.h"
#include "report/format.h"

#include <stdlib.h>

typedef struct gitlab_report {
    hxp_finding_sink sink;
    hxp_json json;
    bool begun;
    hxp_fingerprints prints;
} gitlab_report;

static void begin(gitlab_report *report)
{
    if (!report->begun)
        hxp_json_open(&report->json, '[');
    report->begun = true;
}

static void put_text(hxp_json *json, const char *key, hxp_str text)
{
    hxp_json_key(json, key);
    hxp_json_text(json, text);
}

/** GitLab finds a file by its path from the root of the repository. */
static hxp_str path_of(hxp_str file)
{
    while (hxp_str_starts(file, HXP_STR("./")))
        file = hxp_str_part(file, 2, file.len);
    return file;
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    static const char *const severities[] = { "info", "minor", "major" };
    gitlab_report *report = (gitlab_report *)sink;
    hxp_json *json = &report->json;
    char print[HXP_FINGERPRINT_SIZE];
    begin(report);
    if (!hxp_fingerprint(print, &report->prints, finding))
        return hxp_no_memory(error);
    hxp_json_open(json, '{');
    put_text(json, "description", finding->message);
    hxp_json_member(json, "check_name", hxp_str_of(finding->rule));
    hxp_json_member(json, "fingerprint", hxp_str_of(print));
    hxp_json_member(json, "severity",
                    hxp_str_of(severities[finding->level - HXP_NOTE]));
    hxp_json_key(json, "location");
    hxp_json_open(json, '{');
    put_text(json, "path", path_of(finding->file));
    hxp_json_key(json, "lines");
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "begin", hxp_shown_place(finding).line);
    hxp_json_close(json, '}');
    hxp_json_close(json, '}');
    hxp_json_close(json, '}');
    return HXP_OK;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    gitlab_report *report = (gitlab_report *)sink;
    (void)error;
    begin(report);
    hxp_json_close(&report->json, ']');
    hxp_output_write(report->json.output, HXP_STR("\n"));
    return HXP_OK;
}

static void close_report(hxp_finding_sink *sink)
{
    gitlab_report *report = (gitlab_report *)sink;
    hxp_fingerprints_free(&report->prints);
    free(report);
}

hxp_status hxp_report_gitlab_new(hxp_finding_sink **out, hxp_output *output,
                                 const hxp_report_options *options,
                                 hxp_error *error)
{
    gitlab_report *report = calloc(1, sizeof *report);
    (void)options;
    if (!report)
        return hxp_no_memory(error);
    report->sink = (hxp_finding_sink){ write_finding, end, close_report };
    report->json.output = output;
    report->json.indent = true;
    *out = &report->sink;
    return HXP_OK;
}
