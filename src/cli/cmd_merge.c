/* cmd_merge.c - hexapla merge: one memory of several, each translation once. */
#include "base/error.h"
#include "cli/reports.h"
#include "cli/units.h"
#include "formats/units/spool.h"
#include "model/sink.h"

#include <hexapla/filter.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct merge_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_values reports;
    int keep;
    int fail_level;
} merge_settings;

/* In the order of hxp_merge_keep. */
static const char *const keeps[] = { "first", "newest", "all", NULL };

static const hxp_option options[] = {
    { 'k', "keep", "WHICH",
      "of several translations of one source: first (the default), newest or "
      "all",
      HXP_OPTION_CHOICE, offsetof(merge_settings, keep), keeps },
    { 'r', "report", "FORMAT[=FILE]",
      "tell each translation that differs from another of its source: text, "
      "pretty, json or sarif, on standard output or in FILE; may be given "
      "several times",
      HXP_OPTION_LIST, offsetof(merge_settings, reports), NULL },
    { '\0', "fail-level", "LEVEL",
      "end with status 1 if there is such a translation: none (the default), "
      "note, warning or error",
      HXP_OPTION_CHOICE, offsetof(merge_settings, fail_level),
      hxp_fail_level_names },
    HXP_UNIT_OPTIONS(merge_settings),
    HXP_COMMON_OPTIONS(merge_settings)
};

/** A file to be merged; a pipe, which is read once, goes into a spool. */
typedef struct merge_input {
    const char *path;
    hxp_spool *spool;
} merge_input;

typedef struct merge_work {
    const merge_settings *settings;
    merge_input *inputs;
    hxp_merger *merger;
    hxp_merge_counts counts;
} merge_work;

/* --- Inputs --------------------------------------------------------------- */

static bool is_pipe(const char *path)
{
    struct stat info;
    return strcmp(path, "-") == 0 ||
           (stat(path, &info) == 0 && !S_ISREG(info.st_mode) &&
            !S_ISDIR(info.st_mode));
}

/** Read an input into sink; faults are said the first time. */
static hxp_status read_input(const merge_work *work, const merge_input *input,
                             bool quiet, hxp_unit_sink *sink, hxp_error *error)
{
    const merge_settings *settings = work->settings;
    if (input->spool)
        return hxp_spool_replay(input->spool, sink, error);
    return hxp_units_read(input->path, &settings->units,
                          quiet || settings->common.quiet, sink, error);
}

static hxp_status fill_spool(const merge_work *work, merge_input *input,
                             hxp_error *error)
{
    const merge_settings *settings = work->settings;
    hxp_spool *spool;
    hxp_status status = hxp_spool_new(&spool, error);
    if (status == HXP_OK)
        status = hxp_units_read(input->path, &settings->units,
                                settings->common.quiet, hxp_spool_sink(spool),
                                error);
    input->spool = spool;
    return status;
}

/* --- A sink that takes the header and wants no more ----------------------- */

typedef struct header_taker {
    hxp_unit_sink sink;
    hxp_merger *merger;
    bool taken;
} header_taker;

static hxp_status take_header(hxp_unit_sink *sink,
                              const hxp_unit_header *header, hxp_error *error)
{
    header_taker *taker = (header_taker *)sink;
    hxp_status status = hxp_merger_header(taker->merger, header, error);
    taker->taken = status == HXP_OK;
    return taker->taken ? hxp_fail(error, HXP_EINPUT, "that will do") : status;
}

/** Tell the merger the headers of all inputs. */
static hxp_status read_headers(const merge_work *work, hxp_error *error)
{
    size_t count = work->settings->common.operands.count;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        header_taker taker = { { take_header, NULL, hxp_ignore_end, NULL },
                               work->merger,
                               false };
        status = read_input(work, &work->inputs[i], true, &taker.sink, error);
        if (taker.taken)
            status = HXP_OK;
    }
    return status;
}

/* --- Merging -------------------------------------------------------------- */

static hxp_status read_all(const merge_work *work, bool quiet,
                           hxp_unit_sink *sink, hxp_error *error)
{
    size_t count = work->settings->common.operands.count;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++)
        status = read_input(work, &work->inputs[i], quiet, sink, error);
    return status;
}

static hxp_status open_inputs(merge_work *work, hxp_error *error)
{
    const hxp_values *files = &work->settings->common.operands;
    hxp_status status = HXP_OK;
    work->inputs = calloc(files->count, sizeof *work->inputs);
    if (!work->inputs)
        return hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < files->count; i++) {
        work->inputs[i].path = files->items[i];
        if (is_pipe(files->items[i]))
            status = fill_spool(work, &work->inputs[i], error);
    }
    return status;
}

static void close_inputs(merge_work *work)
{
    size_t count = work->settings->common.operands.count;
    for (size_t i = 0; work->inputs && i < count; i++)
        hxp_spool_free(work->inputs[i].spool);
    free(work->inputs);
}

/** Merge the inputs into writer, which it closes. */
static hxp_status merge(merge_work *work, hxp_unit_sink *writer,
                        hxp_finding_sink *findings, hxp_error *error)
{
    const hxp_merge_options merging = { (hxp_merge_keep)work->settings->keep,
                                        findings, &work->counts };
    bool twice = merging.keep == HXP_KEEP_NEWEST;
    hxp_status status = hxp_merger_new(&work->merger, writer, &merging, error);
    if (status != HXP_OK) {
        writer->close(writer);
        return status;
    }
    status = read_headers(work, error);
    if (status == HXP_OK && twice)
        status = read_all(work, false, hxp_merger_dates(work->merger), error);
    if (status == HXP_OK)
        status = read_all(work, twice, hxp_merger_units(work->merger), error);
    if (status == HXP_OK)
        status = hxp_merger_end(work->merger, error);
    hxp_merger_free(work->merger);
    return status;
}

static hxp_status merge_to_output(merge_work *work, hxp_finding_sink *findings,
                                  hxp_error *error)
{
    const merge_settings *settings = work->settings;
    hxp_unit_output out;
    hxp_unit_sink *writer;
    hxp_status status = open_inputs(work, error);
    if (status == HXP_OK) {
        status = hxp_units_open(&out, &writer, &settings->units,
                                settings->common.quiet, error);
        if (status == HXP_OK)
            status = merge(work, writer, findings, error);
        status = hxp_units_close(&out, status, error);
    }
    close_inputs(work);
    return status;
}

static void say_counts(const merge_work *work)
{
    const merge_settings *settings = work->settings;
    const hxp_merge_counts *counts = &work->counts;
    if (settings->common.quiet)
        return;
    hxp_say("%zu unit%s kept, %zu dropped", counts->kept,
            counts->kept == 1 ? "" : "s", counts->dropped);
    if (counts->conflicts > 0 && settings->reports.count == 0)
        hxp_say("translations that differ from another of their source: "
                "%zu; --report tells them",
                counts->conflicts);
}

static hxp_exit merge_and_report(const hxp_command *command, merge_work *work)
{
    const merge_settings *settings = work->settings;
    hxp_rule_set sets[] = { { NULL, 0 }, { NULL, 0 } };
    hxp_reports *reports;
    hxp_error error;
    sets[0].items = hxp_merge_rules(&sets[0].count);
    hxp_exit code = hxp_reports_open(&reports, command, &settings->reports,
                                     &settings->common, sets);
    if (code == HXP_EXIT_OK &&
        merge_to_output(work, hxp_reports_sink(reports), &error) != HXP_OK)
        code = hxp_say_error(&error);
    else if (code == HXP_EXIT_OK)
        code = hxp_reports_finish(reports, settings->fail_level, code);
    hxp_reports_close(reports);
    return code;
}

/** True when a report goes to standard output. */
static bool reports_to_standard_output(const hxp_values *reports)
{
    for (size_t i = 0; i < reports->count; i++) {
        const char *path = strchr(reports->items[i], '=');
        if (!path || strcmp(path, "=-") == 0)
            return true;
    }
    return false;
}

static hxp_exit run_merge(const hxp_command *command, merge_settings *settings)
{
    merge_work work = { .settings = settings };
    const char *output = settings->units.output;
    hxp_error error;
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "merge needs a FILE; - is standard "
                                      "input");
    if ((!output || strcmp(output, "-") == 0) &&
        reports_to_standard_output(&settings->reports))
        return hxp_say_usage(command, "units and report cannot both go to "
                                      "standard output");
    hxp_exit code = hxp_units_settle(command, &settings->units);
    if (code != HXP_EXIT_OK)
        return code;
    if (settings->reports.count > 0 || settings->fail_level > 0)
        code = merge_and_report(command, &work);
    else if (merge_to_output(&work, NULL, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK || code == HXP_EXIT_FINDINGS)
        say_counts(&work);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    merge_settings settings = { .keep = HXP_KEEP_FIRST };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)run_merge(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_merge = {
    "merge", "FILE ...",
    "Makes one memory of several; equal translations stand once.", options, run
};
