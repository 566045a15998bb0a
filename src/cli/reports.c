/* reports.c - findings counted, sorted and written to each report. */
#include "cli/reports.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/guard.h"
#include "cli/screen.h"
#include "cli/texts.h"
#include "model/sink.h"

#include <hexapla/report.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const hxp_fail_level_names[] = { "none", "note", "warning", "error",
                                             NULL };

/* What readers call the fault that ends reading; ours comes instead of it,
 * last and for every kind of file. */
static const char broken[] = "input.broken";

static const hxp_rule unusable = {
    "file.unusable", HXP_ERROR, "A file cannot be used",
    "What stands before the place was looked at, nothing behind it."
};

enum { REPORTS = 32 }; /* at the same time, at most */

/** One report. */
typedef struct one_report {
    hxp_output *output;
    hxp_finding_sink *sink;
    bool for_people; /* standard error tells them what cannot be used */
} one_report;

struct hxp_reports {
    hxp_finding_sink gate; /* first, then the sorter, then the tee */
    hxp_finding_sink *sorter;
    struct tee {
        hxp_finding_sink sink;
        hxp_reports *reports;
    } tee;
    one_report items[REPORTS];
    size_t count;
    hxp_report_limits limits;
    size_t levels[HXP_ERROR + 1];
    size_t count_shown, count_hidden;
    hxp_error *faults;
    size_t fault_count, fault_capacity;
    const hxp_rule **rules;
    bool quiet;
};

static hxp_status let_in(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    hxp_reports *reports = (hxp_reports *)sink;
    if (strcmp(finding->rule, broken) == 0)
        return HXP_OK;
    return reports->sorter->finding(reports->sorter, finding, error);
}

static hxp_status spread(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    const hxp_reports *reports = ((struct tee *)sink)->reports;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < reports->count; i++) {
        const one_report *report = &reports->items[i];
        if (!report->for_people || finding->rule != unusable.id)
            status = report->sink->finding(report->sink, finding, error);
    }
    return status;
}

/** Count a finding, and hand it on unless it is known or one too many. */
static hxp_status judge(hxp_finding_sink *sink, const hxp_finding *finding,
                        hxp_error *error)
{
    hxp_reports *reports = ((struct tee *)sink)->reports;
    const hxp_report_limits *limits = &reports->limits;
    hxp_status status = HXP_OK;
    bool known = false;
    if (limits->baseline)
        status = hxp_baseline_take(&known, limits->baseline, finding, error);
    if (status != HXP_OK || known)
        return status;
    reports->levels[finding->level]++;
    if (limits->most > 0 && reports->count_shown == limits->most) {
        reports->count_hidden++;
        return HXP_OK;
    }
    reports->count_shown++;
    return spread(sink, finding, error);
}

/** Hand on the faults, and end the reports. */
static hxp_status end_tee(hxp_finding_sink *sink, hxp_error *error)
{
    const hxp_reports *reports = ((struct tee *)sink)->reports;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < reports->fault_count; i++) {
        const hxp_error *fault = &reports->faults[i];
        hxp_finding finding = { .rule = unusable.id,
                                .level = unusable.level,
                                .file = hxp_str_of(fault->file),
                                .place = fault->place,
                                .message = hxp_str_of(fault->message) };
        status = spread(sink, &finding, error);
    }
    for (size_t i = 0; status == HXP_OK && i < reports->count; i++)
        status = reports->items[i].sink->end(reports->items[i].sink, error);
    return status;
}

/** Gather the rules of all sets and our own. */
static hxp_status gather_rules(hxp_reports *reports, size_t *count,
                               const hxp_rule_set *sets, hxp_error *error)
{
    size_t room = 1;
    for (const hxp_rule_set *set = sets; set->items; set++)
        room += set->count;
    reports->rules = calloc(room, sizeof *reports->rules);
    if (!reports->rules)
        return hxp_no_memory(error);
    *count = 0;
    for (const hxp_rule_set *set = sets; set->items; set++)
        for (size_t i = 0; i < set->count; i++)
            if (strcmp(set->items[i].id, broken) != 0)
                reports->rules[(*count)++] = &set->items[i];
    reports->rules[(*count)++] = &unusable;
    return HXP_OK;
}

/** The value's format as one of report's names, or NULL; *path is its file. */
static const char *split(const char *value, const char **path)
{
    size_t len = strcspn(value, "=");
    *path = value[len] ? value + len + 1 : "-";
    for (size_t i = 0; hxp_report_format_name(i); i++) {
        const char *name = hxp_report_format_name(i);
        if (strlen(name) == len && memcmp(name, value, len) == 0)
            return name;
    }
    return NULL;
}

/** True when an earlier report than number goes to the same file as it. */
static bool is_taken(const hxp_values *wanted, size_t number, const char *path)
{
    const char *other;
    for (size_t i = 0; i < number; i++) {
        split(wanted->items[i], &other);
        if (strcmp(path, other) == 0 && strcmp(path, "-") != 0 &&
            strncmp(path, "/dev/", 5) != 0)
            return true;
    }
    return false;
}

/** Refuse what cannot be asked for before anything is opened. */
static hxp_exit check_wanted(const hxp_command *command,
                             const hxp_values *wanted, const hxp_values *read)
{
    size_t standard = 0;
    const char *path;
    hxp_exit code = HXP_EXIT_OK;
    if (wanted->count > REPORTS)
        return hxp_say_usage(command, "at most %d reports", REPORTS);
    for (size_t i = 0; i < wanted->count; i++) {
        if (!split(wanted->items[i], &path))
            return hxp_say_usage(command, "there is no report format '%.*s'",
                                 (int)strcspn(wanted->items[i], "="),
                                 wanted->items[i]);
        if (*path == '\0')
            return hxp_say_usage(command, "--report %s: which file?",
                                 wanted->items[i]);
        if (is_taken(wanted, i, path))
            return hxp_say_usage(command,
                                 "two reports to '%s': one would be "
                                 "lost",
                                 path);
        standard += strcmp(path, "-") == 0;
        code = hxp_check_output(command, "report", path, read);
        if (code != HXP_EXIT_OK)
            return code;
    }
    if (standard > 1)
        return hxp_say_usage(command, "only one report can go to standard "
                                      "output; give the others a =FILE");
    return HXP_EXIT_OK;
}

static hxp_status open_report(hxp_reports *reports, const char *value,
                              const hxp_settings *settings, size_t rule_count,
                              hxp_error *error)
{
    const char *path;
    hxp_report_options options = { .format = split(value, &path) };
    one_report *report = &reports->items[reports->count];
    hxp_status status = hxp_guard_open(&report->output, path, error);
    if (status != HXP_OK)
        return status;
    hxp_screen screen = hxp_screen_of(report->output, path, settings);
    options.terminal = screen.terminal;
    options.color = screen.color;
    options.rules = reports->rules;
    options.rule_count = rule_count;
    report->for_people = strcmp(options.format, "text") == 0 ||
                         strcmp(options.format, "pretty") == 0;
    status = hxp_report_new(&report->sink, report->output, &options, error);
    if (status == HXP_OK)
        reports->count++;
    else
        hxp_guard_close(report->output);
    return status;
}

static hxp_status open_all(hxp_reports **out, const hxp_values *wanted,
                           const hxp_settings *settings,
                           const hxp_rule_set *sets, hxp_error *error)
{
    hxp_reports *reports = *out = calloc(1, sizeof **out);
    size_t rule_count = 0;
    if (!reports)
        return hxp_no_memory(error);
    reports->quiet = settings->quiet;
    reports->gate = (hxp_finding_sink){ let_in, hxp_ignore_findings_end,
                                        hxp_ignore_findings_close };
    reports->tee.sink =
        (hxp_finding_sink){ judge, end_tee, hxp_ignore_findings_close };
    reports->tee.reports = reports;
    hxp_status status =
        hxp_finding_sorter_new(&reports->sorter, &reports->tee.sink, error);
    if (status == HXP_OK)
        status = gather_rules(reports, &rule_count, sets, error);
    if (status == HXP_OK && wanted->count == 0)
        status = open_report(reports, "text", settings, rule_count, error);
    for (size_t i = 0; status == HXP_OK && i < wanted->count; i++)
        status =
            open_report(reports, wanted->items[i], settings, rule_count, error);
    return status;
}

hxp_exit hxp_reports_open(hxp_reports **out, const hxp_command *command,
                          const hxp_values *wanted,
                          const hxp_settings *settings,
                          const hxp_rule_set *sets)
{
    hxp_error error;
    *out = NULL;
    hxp_exit code = check_wanted(command, wanted, &settings->operands);
    if (code != HXP_EXIT_OK)
        return code;
    if (open_all(out, wanted, settings, sets, &error) != HXP_OK)
        return hxp_say_error(&error);
    return HXP_EXIT_OK;
}

void hxp_reports_limit(hxp_reports *reports, hxp_report_limits limits)
{
    reports->limits = limits;
}

hxp_finding_sink *hxp_reports_sink(hxp_reports *reports)
{
    return &reports->gate;
}

hxp_exit hxp_reports_fault(hxp_reports *reports, const char *file,
                           const hxp_error *error)
{
    hxp_exit code = hxp_say_error(error);
    if (!hxp_array_reserve(&reports->faults, &reports->fault_capacity,
                           reports->fault_count + 1, sizeof *reports->faults))
        return HXP_EXIT_SYSTEM;
    hxp_error *fault = &reports->faults[reports->fault_count++];
    *fault = *error;
    if (fault->file[0] == '\0')
        snprintf(fault->file, sizeof fault->file, "%s", file);
    return code;
}

/** Say how many findings there are of each level. */
static void say_counts(const hxp_reports *reports)
{
    const size_t *n = reports->levels;
    if (reports->quiet)
        return;
    if (reports->limits.baseline)
        hxp_baseline_say(reports->limits.baseline);
    if (reports->count_hidden > 0)
        hxp_say("note: %zu more finding%s not shown: --max-findings",
                reports->count_hidden, reports->count_hidden == 1 ? "" : "s");
    if (n[HXP_ERROR] + n[HXP_WARNING] + n[HXP_NOTE] == 0)
        hxp_say("nothing found");
    else
        hxp_say("%zu error%s, %zu warning%s, %zu note%s", n[HXP_ERROR],
                n[HXP_ERROR] == 1 ? "" : "s", n[HXP_WARNING],
                n[HXP_WARNING] == 1 ? "" : "s", n[HXP_NOTE],
                n[HXP_NOTE] == 1 ? "" : "s");
}

hxp_exit hxp_reports_finish(hxp_reports *reports, int fail_level, hxp_exit code)
{
    hxp_error error;
    hxp_status status = reports->sorter->end(reports->sorter, &error);
    for (size_t i = 0; status == HXP_OK && i < reports->count; i++) {
        hxp_output *output = reports->items[i].output;
        reports->items[i].output = NULL;
        status = hxp_guard_finish(output, &error);
    }
    if (status == HXP_OK && code == HXP_EXIT_OK && reports->limits.baseline)
        status = hxp_baseline_finish(reports->limits.baseline, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        say_counts(reports);
    for (int level = HXP_NOTE; level <= HXP_ERROR; level++)
        if (code == HXP_EXIT_OK && fail_level > 0 && level >= fail_level &&
            reports->levels[level] > 0)
            code = HXP_EXIT_FINDINGS;
    return code;
}

void hxp_reports_close(hxp_reports *reports)
{
    if (!reports)
        return;
    if (reports->sorter)
        reports->sorter->close(reports->sorter);
    for (size_t i = 0; i < reports->count; i++) {
        reports->items[i].sink->close(reports->items[i].sink);
        hxp_guard_close(reports->items[i].output);
    }
    free(reports->rules);
    free(reports->faults);
    free(reports);
}
