/* html.c - findings as one page for a reviewer: the segments side by side. */
#include "base/error.h"
#include "base/str.h"
#include "base/xml_write.h"
#include "report/clean.h"
#include "report/format.h"
#include "report/html_page.h"

#include <stdlib.h>

typedef struct html_report {
    hxp_finding_sink sink;
    hxp_xml_writer xml;
    bool begun;
} html_report;

static void begin(html_report *report)
{
    if (!report->begun)
        hxp_xml_put(&report->xml, hxp_html_head);
    report->begun = true;
}

/** Text that a page can hold. */
typedef struct visible {
    hxp_output *output;
    bool fits;
} visible;

/** Make text such that a page can hold it; close its output. */
static visible make_visible(hxp_str text)
{
    visible made = { NULL, false };
    if (hxp_output_memory(&made.output, NULL) != HXP_OK)
        return made;
    hxp_str line;
    while (hxp_str_cut(&text, '\n', &line)) {
        hxp_write_visible(made.output, line);
        if (text.len > 0)
            hxp_output_write(made.output, HXP_STR("\n"));
    }
    made.fits = !hxp_output_failed(made.output);
    return made;
}

/** Write text; false when memory is out. */
static bool put_text(hxp_xml_writer *xml, hxp_str text)
{
    visible made = make_visible(text);
    if (made.output)
        hxp_xml_put_text(xml, hxp_output_bytes(made.output));
    hxp_output_close(made.output);
    return made.fits;
}

static bool put_attribute(hxp_xml_writer *xml, const char *name, hxp_str text)
{
    visible made = make_visible(text);
    if (made.output)
        hxp_xml_put_attribute(xml, name, hxp_output_bytes(made.output));
    hxp_output_close(made.output);
    return made.fits;
}

/** Write a segment with bytes start to end marked. */
static bool put_segment(hxp_xml_writer *xml, hxp_str language, hxp_str text,
                        size_t start, size_t end)
{
    bool marked = end <= text.len && start <= end && (start > 0 || end > 0);
    hxp_xml_put(xml, "<p dir=\"auto\"");
    bool fits = put_attribute(xml, "lang", language);
    hxp_xml_put(xml, ">");
    if (!marked)
        start = end = 0;
    fits = put_text(xml, hxp_str_part(text, 0, start)) && fits;
    if (marked) {
        hxp_xml_put(xml, "<mark>");
        fits = put_text(xml, hxp_str_part(text, start, end)) && fits;
        hxp_xml_put(xml, "</mark>");
    }
    fits = put_text(xml, hxp_str_part(text, end, text.len)) && fits;
    hxp_xml_put(xml, "</p>\n");
    return fits;
}

static bool put_pair(hxp_xml_writer *xml, const hxp_finding *finding)
{
    if (finding->context.len == 0 && finding->source.len == 0)
        return true;
    hxp_xml_put(xml, "<div class=\"pair\">\n");
    bool fits = put_segment(xml, finding->source_language, finding->source,
                            finding->source_start, finding->source_end);
    fits = put_segment(xml, finding->language, finding->context,
                       finding->context_start, finding->context_end) &&
           fits;
    hxp_xml_put(xml, "</div>\n");
    return fits;
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    html_report *report = (html_report *)sink;
    hxp_xml_writer *xml = &report->xml;
    hxp_place place = hxp_shown_place(finding);
    const char *level = hxp_level_name(finding->level);
    begin(report);
    hxp_output_printf(xml->output, "<article tabindex=\"0\" class=\"%s\"",
                      level);
    hxp_output_printf(xml->output, " data-level=\"%s\" data-rule=\"%s\"", level,
                      finding->rule);
    bool fits = put_attribute(xml, "data-language", finding->language);
    hxp_output_printf(xml->output, ">\n<h2><b>%s</b> ", level);
    fits = put_text(xml, finding->message) && fits;
    hxp_xml_put(xml, "</h2>\n<p class=\"place\">");
    fits = put_text(xml, finding->file) && fits;
    hxp_output_printf(xml->output, ":%zu:%zu", place.line, place.column);
    if (finding->unit > 0)
        hxp_output_printf(xml->output, ", unit %zu", finding->unit);
    if (finding->language.len > 0) {
        hxp_xml_put(xml, ", ");
        fits = put_text(xml, finding->language) && fits;
    }
    hxp_output_printf(xml->output, " [%s]</p>\n", finding->rule);
    fits = put_pair(xml, finding) && fits;
    hxp_xml_put(xml, "</article>\n");
    return fits ? HXP_OK : hxp_no_memory(error);
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    html_report *report = (html_report *)sink;
    (void)error;
    begin(report);
    hxp_xml_put(&report->xml, hxp_html_tail);
    return HXP_OK;
}

static void close_report(hxp_finding_sink *sink)
{
    free(sink);
}

hxp_status hxp_report_html_new(hxp_finding_sink **out, hxp_output *output,
                               const hxp_report_options *options,
                               hxp_error *error)
{
    html_report *report = calloc(1, sizeof *report);
    (void)options;
    if (!report)
        return hxp_no_memory(error);
    report->sink = (hxp_finding_sink){ write_finding, end, close_report };
    report->xml.output = output;
    *out = &report->sink;
    return HXP_OK;
}
