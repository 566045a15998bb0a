/* check_files.c - checks files by termbases into reports. */
#include "cli/check_files.h"

#include "base/str.h"
#include "cli/aligned.h"
#include "cli/baseline.h"
#include "cli/language_watch.h"
#include "cli/reports.h"
#include "cli/say.h"
#include "cli/termbases.h"
#include "cli/texts.h"

#include <hexapla/formats.h>

/** What all files are checked with. */
typedef struct check_work {
    const hxp_command *command;
    const hxp_check_settings *settings;
    hxp_locales *locales;
    hxp_termbase *termbase;
    hxp_reports *reports;
    hxp_baseline *baseline; /* NULL: none */
} check_work;

/** Open the checker behind a watch; its close ends both. */
static hxp_status open_checker(hxp_language_watch *watch,
                               const check_work *work, hxp_error *error)
{
    const hxp_check_settings *settings = work->settings;
    const hxp_check_options checking = {
        .locales = work->locales,
        .termbase = settings->terms.count ? work->termbase : NULL,
        .source_language = settings->from,
        .levels = settings->levels,
        .level_count = settings->level_count,
        .enabled = settings->enabled.items,
        .enabled_count = settings->enabled.count,
        .disabled = settings->disabled.items,
        .disabled_count = settings->disabled.count,
        .explain = settings->explain
    };
    *watch = hxp_language_watch_make();
    return hxp_checker_new(&watch->next, hxp_reports_sink(work->reports),
                           &checking, error);
}

/** Say what of a file was not checked. */
static void say_watched(const hxp_language_watch *watch, const check_work *work,
                        const char *path)
{
    const hxp_check_settings *settings = work->settings;
    if (!settings->common.quiet)
        hxp_language_watch_say(watch, settings->from,
                               settings->terms.count ? work->termbase : NULL,
                               path);
}

static hxp_status check_units(hxp_input *input, const check_work *work,
                              hxp_error *error)
{
    const hxp_check_settings *settings = work->settings;
    hxp_sayer faults = hxp_sayer_make(settings->common.quiet);
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_language_watch watch;
    reading.format = settings->input_format;
    reading.encoding = settings->encoding;
    reading.from = settings->from;
    reading.to = settings->to;
    reading.places = true;
    reading.findings = &faults.sink;
    hxp_status status = open_checker(&watch, work, error);
    if (status != HXP_OK)
        return status;
    status = hxp_read_units(input, &reading, &watch.sink, error);
    hxp_sayer_finish(&faults, hxp_input_name(input));
    if (status == HXP_OK)
        say_watched(&watch, work, hxp_input_name(input));
    watch.sink.close(&watch.sink);
    return status;
}

bool hxp_check_takes_texts(const hxp_check_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    return files->count > 1 &&
           (settings->to || hxp_aligned_is_text(files->items[0]));
}

/** Note that a file was checked to its end. */
static hxp_exit note_checked(const check_work *work, const char *path)
{
    return !work->baseline || hxp_baseline_checked(work->baseline, path)
               ? HXP_EXIT_OK
               : hxp_say_no_memory();
}

/** Check each translation of the first text. */
static hxp_exit check_texts(const check_work *work)
{
    const hxp_check_settings *settings = work->settings;
    const hxp_values *files = &settings->common.operands;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 1; code == HXP_EXIT_OK && i < files->count; i++) {
        const hxp_text_pair texts = { work->command,
                                      { files->items[0], files->items[i] },
                                      { settings->from, settings->to },
                                      settings->input_format,
                                      settings->encoding,
                                      settings->common.quiet };
        hxp_language_watch watch;
        hxp_error error;
        if (open_checker(&watch, work, &error) != HXP_OK)
            return hxp_say_error(&error);
        code = hxp_aligned_send(&watch.sink, &texts, work->locales);
        if (code == HXP_EXIT_OK)
            say_watched(&watch, work, files->items[i]);
        watch.sink.close(&watch.sink);
        if (code == HXP_EXIT_OK)
            code = note_checked(work, hxp_operand_of(files->items[i]).path);
    }
    return code == HXP_EXIT_OK
               ? note_checked(work, hxp_operand_of(files->items[0]).path)
               : code;
}

/** Check each file; one that cannot be read does not stop the others. */
static hxp_exit check_files(const check_work *work)
{
    const hxp_values *files = &work->settings->common.operands;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 0; i < files->count; i++) {
        hxp_input *input;
        hxp_error error;
        hxp_status status = hxp_input_open(&input, files->items[i], &error);
        if (status == HXP_OK)
            status = check_units(input, work, &error);
        hxp_input_close(input);
        hxp_exit fault =
            status == HXP_OK
                ? note_checked(work, files->items[i])
                : hxp_reports_fault(work->reports, files->items[i], &error);
        code = fault > code ? fault : code;
    }
    return code;
}

/** Read the termbases; one that cannot be read is a finding, too. */
static hxp_exit read_terms(const check_work *work)
{
    const hxp_check_settings *settings = work->settings;
    hxp_sayer faults = hxp_sayer_of_texts(settings->common.quiet);
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_exit code = HXP_EXIT_OK;
    reading.findings = &faults.sink;
    for (size_t i = 0; code == HXP_EXIT_OK && i < settings->terms.count; i++) {
        hxp_error error;
        const hxp_termbase_operand operand =
            hxp_termbase_operand_of(settings->terms.items[i]);
        hxp_status status = hxp_termbase_read_operand(work->termbase, &operand,
                                                      &reading, &error);
        hxp_sayer_finish(&faults, operand.path);
        if (status != HXP_OK)
            code = hxp_reports_fault(work->reports, operand.path, &error);
    }
    return code;
}

/** Let the concepts be that nobody wants to hear of. */
static void ignore_concepts(const check_work *work)
{
    const hxp_values *names = &work->settings->ignored;
    for (size_t i = 0; i < names->count; i++)
        if (hxp_termbase_ignore(work->termbase, hxp_str_of(names->items[i])) ==
                0 &&
            !work->settings->common.quiet)
            hxp_say("warning: no concept is to be ignored as \"%s\"",
                    names->items[i]);
}

/** Read the baseline, and begin the one that is written, if there are any. */
static hxp_exit open_baseline(check_work *work)
{
    const hxp_check_settings *settings = work->settings;
    hxp_error error;
    if ((settings->baseline || settings->write_baseline) &&
        hxp_baseline_open(&work->baseline, settings->baseline,
                          settings->write_baseline, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_reports_limit(work->reports,
                      (hxp_report_limits){ work->baseline, settings->most });
    return HXP_EXIT_OK;
}

/** Open the reports, read the terms, check the files, close the reports. */
static hxp_exit check_all(const hxp_command *command, check_work *work)
{
    const hxp_check_settings *settings = work->settings;
    hxp_rule_set sets[] = { { NULL, 0 }, { NULL, 0 } };
    sets[0].items = hxp_check_rules(&sets[0].count);
    hxp_exit code = hxp_reports_open(
        &work->reports, command, &settings->reports, &settings->common, sets);
    if (code == HXP_EXIT_OK)
        code = open_baseline(work);
    if (code == HXP_EXIT_OK) {
        code = read_terms(work);
        if (code == HXP_EXIT_OK)
            ignore_concepts(work);
        if (code == HXP_EXIT_OK)
            code = hxp_check_takes_texts(settings) ? check_texts(work)
                                                   : check_files(work);
        code = hxp_reports_finish(work->reports, settings->fail_level, code);
    }
    hxp_reports_close(work->reports);
    hxp_baseline_close(work->baseline);
    return code;
}

hxp_exit hxp_check_files(const hxp_command *command,
                         const hxp_check_settings *settings)
{
    check_work work = { .command = command, .settings = settings };
    hxp_error error;
    hxp_exit code = hxp_open_locales(&work.locales);
    if (code == HXP_EXIT_OK &&
        hxp_termbase_new(&work.termbase, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = check_all(command, &work);
    hxp_termbase_free(work.termbase);
    hxp_locales_free(work.locales);
    return code;
}
