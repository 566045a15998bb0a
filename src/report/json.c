/* json.c - findings as one JSON object, {"findings":[...]}, or as a line of
 * JSON each. */
#include "base/error.h"
#include "base/str.h"
#include "report/clean.h"
#include "report/format.h"

#include <stdlib.h>

typedef struct json_report {
    hxp_finding_sink sink;
    hxp_json json;
    bool begun;
} json_report;

static void begin(json_report *report)
{
    if (report->begun)
        return;
    report->begun = true;
    hxp_json_open(&report->json, '{');
    hxp_json_key(&report->json, "findings");
    hxp_json_open(&report->json, '[');
}

static void put_text(hxp_json *json, const char *key, hxp_str text)
{
    hxp_json_key(json, key);
    hxp_json_text(json, text);
}

/** What only findings about a term have. */
static void put_terms(hxp_json *json, const hxp_finding *finding)
{
    if (finding->source_term.len == 0 && finding->found.len == 0 &&
        finding->expected_count == 0)
        return;
    put_text(json, "source_term", finding->source_term);
    hxp_json_key(json, "expected");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < finding->expected_count; i++)
        hxp_json_text(json, finding->expected[i]);
    hxp_json_close(json, ']');
    put_text(json, "found", finding->found);
}

static void put_finding(hxp_json *json, const hxp_finding *finding)
{
    hxp_place place = hxp_shown_place(finding);
    hxp_json_open(json, '{');
    hxp_json_member(json, "rule", hxp_str_of(finding->rule));
    hxp_json_member(json, "level", hxp_str_of(hxp_level_name(finding->level)));
    put_text(json, "file", finding->file);
    hxp_json_member_size(json, "line", place.line);
    hxp_json_member_size(json, "column", place.column);
    hxp_json_member_size(json, "unit", finding->unit);
    put_text(json, "tuid", finding->tuid);
    if (finding->spot.len > 0)
        put_text(json, "spot", finding->spot);
    put_text(json, "language", finding->language);
    put_text(json, "message", finding->message);
    put_terms(json, finding);
    hxp_json_close(json, '}');
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    json_report *report = (json_report *)sink;
    (void)error;
    begin(report);
    put_finding(&report->json, finding);
    return HXP_OK;
}

static hxp_status write_line(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    hxp_json line = { .output = ((json_report *)sink)->json.output };
    (void)error;
    put_finding(&line, finding);
    hxp_output_write(line.output, HXP_STR("\n"));
    return HXP_OK;
}

static hxp_status end_lines(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    json_report *report = (json_report *)sink;
    (void)error;
    begin(report);
    hxp_json_close(&report->json, ']');
    hxp_json_close(&report->json, '}');
    hxp_output_write(report->json.output, HXP_STR("\n"));
    return HXP_OK;
}

static void close_report(hxp_finding_sink *sink)
{
    free(sink);
}

static hxp_status new_report(hxp_finding_sink **out, hxp_output *output,
                             hxp_finding_sink calls, hxp_error *error)
{
    json_report *report = calloc(1, sizeof *report);
    if (!report)
        return hxp_no_memory(error);
    report->sink = calls;
    report->json.output = output;
    report->json.indent = true;
    *out = &report->sink;
    return HXP_OK;
}

hxp_status hxp_report_json_new(hxp_finding_sink **out, hxp_output *output,
                               const hxp_report_options *options,
                               hxp_error *error)
{
    (void)options;
    return new_report(out, output,
                      (hxp_finding_sink){ write_finding, end, close_report },
                      error);
}

hxp_status hxp_report_jsonl_new(hxp_finding_sink **out, hxp_output *output,
                                const hxp_report_options *options,
                                hxp_error *error)
{
    (void)options;
    return new_report(out, output,
                      (hxp_finding_sink){ write_line, end_lines, close_report },
                      error);
}
