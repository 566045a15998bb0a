/* junit.c - findings as JUnit's XML, which CI servers show as tests. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "base/xml_write.h"
#include "report/clean.h"
#include "report/format.h"

#include <stdlib.h>

/** A suite for each file; its counts stand before its cases. */
typedef struct junit_report {
    hxp_finding_sink sink;
    hxp_xml_writer xml;
    hxp_buffer file;   /* name of the present one */
    hxp_output *cases; /* its findings, in memory; NULL: none yet */
    size_t tests, failures;
    bool begun;
} junit_report;

static void begin(junit_report *report)
{
    if (!report->begun)
        hxp_xml_put(&report->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<testsuites name=\"hexapla\">\n");
    report->begun = true;
}

/** Write an attribute that XML can hold, whatever the text quotes. */
static hxp_status put_visible(hxp_xml_writer *xml, const char *name,
                              hxp_str text, hxp_error *error)
{
    hxp_output *visible;
    hxp_status status = hxp_output_memory(&visible, error);
    if (status != HXP_OK)
        return status;
    hxp_write_visible(visible, text);
    hxp_xml_put_attribute(xml, name, hxp_output_bytes(visible));
    if (hxp_output_failed(visible))
        status = hxp_no_memory(error);
    hxp_output_close(visible);
    return status;
}

/** Write the suite of the present file, now that its counts are known. */
static hxp_status end_suite(junit_report *report, hxp_error *error)
{
    hxp_xml_writer *xml = &report->xml;
    if (!report->cases)
        return HXP_OK;
    hxp_xml_put(xml, "  <testsuite");
    hxp_status status =
        put_visible(xml, "name", hxp_buffer_str(&report->file), error);
    hxp_output_printf(xml->output,
                      " tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n",
                      report->tests, report->failures);
    hxp_output_write(xml->output, hxp_output_bytes(report->cases));
    if (status == HXP_OK && hxp_output_failed(report->cases))
        status = hxp_no_memory(error);
    hxp_xml_put(xml, "  </testsuite>\n");
    hxp_output_close(report->cases);
    report->cases = NULL;
    return status;
}

static hxp_status begin_suite(junit_report *report, hxp_str file,
                              hxp_error *error)
{
    if (report->cases && hxp_str_equal(hxp_buffer_str(&report->file), file))
        return HXP_OK;
    hxp_status status = end_suite(report, error);
    if (status != HXP_OK)
        return status;
    report->file.len = report->tests = report->failures = 0;
    if (!hxp_buffer_add(&report->file, file))
        return hxp_no_memory(error);
    return hxp_output_memory(&report->cases, error);
}

static void put_name(hxp_xml_writer *xml, const hxp_finding *finding)
{
    hxp_place place = hxp_shown_place(finding);
    hxp_output_printf(xml->output, " name=\"%s at %zu:%zu", finding->rule,
                      place.line, place.column);
    if (finding->unit > 0)
        hxp_output_printf(xml->output, ", unit %zu", finding->unit);
    hxp_xml_put(xml, "\"");
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    junit_report *report = (junit_report *)sink;
    begin(report);
    hxp_status status = begin_suite(report, finding->file, error);
    if (status != HXP_OK)
        return status;
    /* A note is a test that was passed over. */
    bool fails = finding->level > HXP_NOTE;
    hxp_xml_writer cases = { report->cases, 0 };
    report->tests++;
    report->failures += fails;
    hxp_xml_put(&cases, "    <testcase");
    status = put_visible(&cases, "classname", finding->file, error);
    put_name(&cases, finding);
    hxp_xml_put(&cases, fails ? ">\n      <failure" : ">\n      <skipped");
    if (status == HXP_OK)
        status = put_visible(&cases, "message", finding->message, error);
    if (fails)
        hxp_xml_put_attribute(&cases, "type",
                              hxp_str_of(hxp_level_name(finding->level)));
    hxp_xml_put(&cases, "/>\n    </testcase>\n");
    return status;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    junit_report *report = (junit_report *)sink;
    begin(report);
    hxp_status status = end_suite(report, error);
    hxp_xml_put(&report->xml, "</testsuites>\n");
    return status;
}

static void close_report(hxp_finding_sink *sink)
{
    junit_report *report = (junit_report *)sink;
    hxp_output_close(report->cases);
    hxp_buffer_free(&report->file);
    free(report);
}

hxp_status hxp_report_junit_new(hxp_finding_sink **out, hxp_output *output,
                                const hxp_report_options *options,
                                hxp_error *error)
{
    junit_report *report = calloc(1, sizeof *report);
    (void)options;
    if (!report)
        return hxp_no_memory(error);
    report->sink = (hxp_finding_sink){ write_finding, end, close_report };
    report->xml.output = output;
    *out = &report->sink;
    return HXP_OK;
}
