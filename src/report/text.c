/* text.c - findings for people: a line each, and as "pretty" the text too. */
#include "base/error.h"
#include "base/str.h"
#include "report/clean.h"
#include "report/format.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct text_report {
    hxp_finding_sink sink;
    hxp_output *output;
    bool terminal;
    bool color;
    bool pretty;
} text_report;

/* Characters of context shown on either side of what is marked. */
enum { AROUND = 40 };

/** Write text, safe for a terminal if it goes to one. */
static void put(const text_report *report, hxp_str text)
{
    if (report->terminal)
        hxp_write_visible(report->output, text);
    else
        hxp_output_write(report->output, text);
}

static void put_style(const text_report *report, const char *style)
{
    if (report->color)
        hxp_output_printf(report->output, "\033[%sm", style);
}

static const char *level_style(hxp_level level)
{
    static const char *const styles[] = { "36", "33", "1;31" };
    return styles[level - HXP_NOTE];
}

/** Write text as one line: its white space is blanks. */
static void put_line_part(const text_report *report, hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\n' && text.ptr[i] != '\r' && text.ptr[i] != '\t')
            continue;
        put(report, hxp_str_part(text, from, i));
        hxp_output_write(report->output, HXP_STR(" "));
        from = i + 1;
    }
    put(report, hxp_str_part(text, from, text.len));
}

/** The byte of text some characters before start. */
static size_t step_back(hxp_str text, size_t start)
{
    for (int i = 0; i < AROUND && start > 0; i++)
        hxp_utf8_previous(text, &start);
    return start;
}

static size_t step_on(hxp_str text, size_t end)
{
    for (int i = 0; i < AROUND && end < text.len; i++)
        hxp_utf8_next(text, &end);
    return end;
}

/** Show the text around the finding, what it is about marked. */
static void put_context(const text_report *report, const hxp_finding *finding)
{
    hxp_str text = finding->context;
    size_t start = finding->context_start, end = finding->context_end;
    if (start > text.len || end > text.len || start > end)
        start = end = 0;
    size_t from = step_back(text, start), to = step_on(text, end);
    bool marked = start < end && !report->color;
    hxp_output_printf(report->output, "    %s", from > 0 ? "…" : "");
    put_line_part(report, hxp_str_part(text, from, start));
    if (marked)
        hxp_output_write(report->output, HXP_STR(">>"));
    put_style(report, level_style(finding->level));
    put_line_part(report, hxp_str_part(text, start, end));
    put_style(report, "0");
    if (marked)
        hxp_output_write(report->output, HXP_STR("<<"));
    put_line_part(report, hxp_str_part(text, end, to));
    hxp_output_printf(report->output, "%s\n", to < text.len ? "…" : "");
}

/** Write in which unit it is, if in one: (unit 3, "id"), and where that is in
 * the words of its document: (unit 3, slide 2). */
static void put_unit(const text_report *report, const hxp_finding *finding)
{
    if (finding->unit == 0)
        return;
    hxp_output_printf(report->output, " (unit %zu", finding->unit);
    if (finding->tuid.len > 0) {
        hxp_output_write(report->output, HXP_STR(", \""));
        put_line_part(report, finding->tuid);
        hxp_output_write(report->output, HXP_STR("\""));
    }
    if (finding->spot.len > 0) {
        hxp_output_write(report->output, HXP_STR(", "));
        put_line_part(report, finding->spot);
    }
    hxp_output_write(report->output, HXP_STR(")"));
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    const text_report *report = (const text_report *)sink;
    hxp_place place = hxp_shown_place(finding);
    (void)error;
    put_style(report, "1");
    put(report, finding->file);
    hxp_output_printf(report->output, ":%zu:%zu:", place.line, place.column);
    put_style(report, "0");
    hxp_output_write(report->output, HXP_STR(" "));
    put_style(report, level_style(finding->level));
    hxp_output_printf(report->output, "%s:", hxp_level_name(finding->level));
    put_style(report, "0");
    hxp_output_write(report->output, HXP_STR(" "));
    put(report, finding->message);
    put_unit(report, finding);
    hxp_output_printf(report->output, " [%s]\n", finding->rule);
    if (report->pretty && finding->context.len > 0)
        put_context(report, finding);
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

static hxp_status new_report(hxp_finding_sink **out, hxp_output *output,
                             bool pretty, const hxp_report_options *options,
                             hxp_error *error)
{
    text_report *report = calloc(1, sizeof *report);
    if (!report)
        return hxp_no_memory(error);
    report->sink = (hxp_finding_sink){ write_finding, end, close_report };
    report->output = output;
    report->pretty = pretty;
    report->terminal = options->terminal;
    report->color = options->color;
    *out = &report->sink;
    return HXP_OK;
}

hxp_status hxp_report_text_new(hxp_finding_sink **out, hxp_output *output,
                               const hxp_report_options *options,
                               hxp_error *error)
{
    return new_report(out, output, false, options, error);
}

hxp_status hxp_report_pretty_new(hxp_finding_sink **out, hxp_output *output,
                                 const hxp_report_options *options,
                                 hxp_error *error)
{
    return new_report(out, output, true, options, error);
}
