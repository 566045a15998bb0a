/* cmd_check.c - hexapla check: where translations are wrong. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/aligned.h"
#include "cli/cli.h"
#include "cli/config.h"
#include "cli/formats.h"
#include "cli/reports.h"
#include "cli/say.h"
#include "cli/termbases.h"
#include "cli/texts.h"
#include "terms/serves.h"

#include <hexapla/check.h>
#include <hexapla/formats.h>

#include <stdlib.h>
#include <string.h>

typedef struct check_settings {
    hxp_settings common;
    hxp_values terms;
    hxp_values reports;
    const char *from;
    const char *to;
    const char *input_format;
    const char *encoding;
    int fail_level;
    hxp_values enabled;
    hxp_values disabled;
    const char *baseline;
    const char *write_baseline;
    size_t most;
    const char *config;
    bool no_config;
    const hxp_rule_level *levels; /* of the configuration */
    size_t level_count;
    hxp_values ignored; /* concepts; of the configuration, too */
    bool explain;
} check_settings;

static const hxp_option options[] = {
    { 't', "terms", "TERMBASE",
      "check the terms of this termbase: TBX, a table (csv, tsv), a glossary "
      "of OmegaT's (SOURCE,TARGET=FILE names its languages) or UTX; may be "
      "given several times",
      HXP_OPTION_LIST, offsetof(check_settings, terms), NULL },
    { 'r', "report", "FORMAT[=FILE]",
      "text, pretty, json, jsonl, sarif, junit, github, gitlab or html, on "
      "standard output or in FILE; may be given several times",
      HXP_OPTION_LIST, offsetof(check_settings, reports), NULL },
    { '\0', "fail-level", "LEVEL",
      "end with status 1 at this level: none, note, warning (the default) or "
      "error",
      HXP_OPTION_CHOICE, offsetof(check_settings, fail_level),
      hxp_fail_level_names },
    { '\0', "enable", "RULE",
      "look for this rule, though it is off; may be given several times",
      HXP_OPTION_LIST, offsetof(check_settings, enabled), NULL },
    { '\0', "disable", "RULE",
      "do not look for this rule, or this family of rules; may be given "
      "several times",
      HXP_OPTION_LIST, offsetof(check_settings, disabled), NULL },
    { '\0', "baseline", "FILE",
      "pass over the findings that this file knows; only new ones count",
      HXP_OPTION_TEXT, offsetof(check_settings, baseline), NULL },
    { '\0', "write-baseline", "FILE",
      "write all findings to this file; none counts, then", HXP_OPTION_TEXT,
      offsetof(check_settings, write_baseline), NULL },
    { '\0', "max-findings", "N",
      "show so many at most; the others count, too. 0, the default: all",
      HXP_OPTION_WHOLE, offsetof(check_settings, most), NULL },
    { '\0', "config", "FILE",
      "settings; else hexapla.ini here or in a folder above", HXP_OPTION_TEXT,
      offsetof(check_settings, config), NULL },
    { '\0', "no-config", NULL, "look for no hexapla.ini", HXP_OPTION_FLAG,
      offsetof(check_settings, no_config), NULL },
    { '\0', "explain", NULL, "say by which rule each term was accepted",
      HXP_OPTION_FLAG, offsetof(check_settings, explain), NULL },
    { '\0', "from", "TAG", "the source language; else the file tells it",
      HXP_OPTION_TEXT, offsetof(check_settings, from), NULL },
    { '\0', "to", "TAG",
      "the operands are a text and its translation into this language",
      HXP_OPTION_TEXT, offsetof(check_settings, to), NULL },
    { '\0', "input-format", "FORMAT",
      HXP_UNIT_FORMATS "; else the file's name or content tells it",
      HXP_OPTION_TEXT, offsetof(check_settings, input_format), NULL },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(check_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(check_settings)
};

/** What all files are checked with. */
typedef struct check_work {
    const hxp_command *command;
    const check_settings *settings;
    hxp_locales *locales;
    hxp_termbase *termbase;
    hxp_reports *reports;
} check_work;

/* --- Which languages the units have
 * -------------------------------------------- */

/** A filter that notes the languages of the units it hands on. */
typedef struct language_watch {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    char (*tags)[HXP_TAG_SIZE];
    size_t count, capacity;
} language_watch;

static bool is_noted(const language_watch *watch, hxp_str tag)
{
    for (size_t i = 0; i < watch->count; i++)
        if (hxp_tag_equal(hxp_str_of(watch->tags[i]), tag))
            return true;
    return false;
}

static hxp_status watch_begin(hxp_unit_sink *sink,
                              const hxp_unit_header *header, hxp_error *error)
{
    language_watch *watch = (language_watch *)sink;
    return watch->next->begin(watch->next, header, error);
}

static hxp_status watch_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                             hxp_error *error)
{
    language_watch *watch = (language_watch *)sink;
    for (size_t i = 0; i < unit->variant_count; i++) {
        hxp_str tag = unit->variants[i].language;
        if (tag.len == 0 || tag.len >= HXP_TAG_SIZE || is_noted(watch, tag))
            continue;
        if (!hxp_array_reserve(&watch->tags, &watch->capacity, watch->count + 1,
                               sizeof *watch->tags))
            return hxp_no_memory(error);
        memset(watch->tags[watch->count], 0, HXP_TAG_SIZE);
        memcpy(watch->tags[watch->count++], tag.ptr, tag.len);
    }
    return watch->next->unit(watch->next, unit, error);
}

static hxp_status watch_end(hxp_unit_sink *sink, hxp_error *error)
{
    language_watch *watch = (language_watch *)sink;
    return watch->next->end(watch->next, error);
}

static void watch_close(hxp_unit_sink *sink)
{
    language_watch *watch = (language_watch *)sink;
    watch->next->close(watch->next);
    free(watch->tags);
}

/**
 * True when no concept has a term in language and some should have one; *names
 * tells whether there are names, which need none.
 */
static bool lacks_terms(bool *names, const hxp_termbase *termbase,
                        hxp_str language)
{
    bool others = false;
    *names = false;
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        for (size_t k = 0; k < concept->term_count; k++)
            if (hxp_term_serves(concept->terms[k].language, language))
                return false;
        *names |= concept->untranslated;
        others |= !concept->untranslated;
    }
    return others || !*names;
}

/** Say so when no unit has text in the source language, or in another. */
static void say_lack(const language_watch *watch, const char *from,
                     const char *path)
{
    bool found = from == NULL;
    for (size_t i = 0; i < watch->count; i++)
        found |=
            from && hxp_str_equal(hxp_tag_primary(hxp_str_of(watch->tags[i])),
                                  hxp_tag_primary(hxp_str_of(from)));
    if (!found)
        hxp_say("%s: warning: no unit is in %s: nothing was checked", path,
                from);
    else if (watch->count == 0)
        hxp_say("%s: warning: no unit says its language: nothing was checked",
                path);
    else if (watch->count == 1)
        hxp_say("%s: warning: all units are in %s alone: there is no "
                "translation to check",
                path, watch->tags[0]);
}

/** Say which languages were passed over for want of terms. */
static void say_languages(const language_watch *watch, const check_work *work,
                          const char *path)
{
    bool names;
    for (size_t i = 0; i < watch->count; i++)
        if (lacks_terms(&names, work->termbase, hxp_str_of(watch->tags[i])))
            hxp_say("%s: warning: the termbase has no term in %s: %s was "
                    "checked there",
                    path, watch->tags[i],
                    names ? "nothing but names" : "nothing");
}

/* --- A file
 * --------------------------------------------------------------------- */

/** Open the checker behind a watch; its close ends both. */
static hxp_status open_checker(language_watch *watch, const check_work *work,
                               hxp_error *error)
{
    const check_settings *settings = work->settings;
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
    *watch = (language_watch){ .sink = { watch_begin, watch_unit, watch_end,
                                         watch_close } };
    return hxp_checker_new(&watch->next, hxp_reports_sink(work->reports),
                           &checking, error);
}

/** Say what of a file was not checked. */
static void say_watched(const language_watch *watch, const check_work *work,
                        const char *path)
{
    if (work->settings->common.quiet)
        return;
    say_lack(watch, work->settings->from, path);
    if (work->settings->terms.count > 0)
        say_languages(watch, work, path);
}

static hxp_status check_units(hxp_input *input, const check_work *work,
                              hxp_error *error)
{
    const check_settings *settings = work->settings;
    hxp_sayer faults = hxp_sayer_make(settings->common.quiet);
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    language_watch watch;
    reading.format = settings->input_format;
    reading.encoding = settings->encoding;
    reading.places = true;
    reading.findings = &faults.sink;
    hxp_status status = open_checker(&watch, work, error);
    if (status != HXP_OK)
        return status;
    status = hxp_read_units(input, &reading, &watch.sink, error);
    hxp_sayer_finish(&faults, hxp_input_name(input));
    if (status == HXP_OK)
        say_watched(&watch, work, hxp_input_name(input));
    watch_close(&watch.sink);
    return status;
}

/** True when the operands are a text and its translations. */
static bool are_texts(const check_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    return settings->to ||
           (files->count > 1 && hxp_aligned_is_text(files->items[0]));
}

/** Check each translation of the first text. */
static hxp_exit check_texts(const check_work *work)
{
    const check_settings *settings = work->settings;
    const hxp_values *files = &settings->common.operands;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 1; code == HXP_EXIT_OK && i < files->count; i++) {
        const hxp_text_pair texts = { work->command,
                                      { files->items[0], files->items[i] },
                                      { settings->from, settings->to },
                                      settings->input_format,
                                      settings->encoding,
                                      settings->common.quiet };
        language_watch watch;
        hxp_error error;
        if (open_checker(&watch, work, &error) != HXP_OK)
            return hxp_say_error(&error);
        code = hxp_aligned_send(&watch.sink, &texts, work->locales);
        if (code == HXP_EXIT_OK)
            say_watched(&watch, work, files->items[i]);
        watch_close(&watch.sink);
    }
    return code;
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
        if (status == HXP_OK)
            continue;
        hxp_exit fault =
            hxp_reports_fault(work->reports, files->items[i], &error);
        code = fault > code ? fault : code;
    }
    return code;
}

/* --- The command
 * ------------------------------------------------------------------ */

/** Read the termbases; one that cannot be read is a finding, too. */
static hxp_exit read_terms(const check_work *work)
{
    const check_settings *settings = work->settings;
    hxp_sayer faults = hxp_sayer_make(settings->common.quiet);
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
static hxp_exit open_baseline(hxp_baseline **baseline, const check_work *work)
{
    const check_settings *settings = work->settings;
    hxp_error error;
    *baseline = NULL;
    if ((settings->baseline || settings->write_baseline) &&
        hxp_baseline_open(baseline, settings->baseline,
                          settings->write_baseline, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_reports_limit(work->reports,
                      (hxp_report_limits){ *baseline, settings->most });
    return HXP_EXIT_OK;
}

/** Open the reports, read the terms, check the files, close the reports. */
static hxp_exit check_all(const hxp_command *command, check_work *work)
{
    const check_settings *settings = work->settings;
    hxp_rule_set sets[] = { { NULL, 0 }, { NULL, 0 } };
    sets[0].items = hxp_check_rules(&sets[0].count);
    hxp_exit code = hxp_reports_open(
        &work->reports, command, &settings->reports, &settings->common, sets);
    hxp_baseline *baseline = NULL;
    if (code == HXP_EXIT_OK)
        code = open_baseline(&baseline, work);
    if (code == HXP_EXIT_OK) {
        code = read_terms(work);
        if (code == HXP_EXIT_OK)
            ignore_concepts(work);
        if (code == HXP_EXIT_OK)
            code = are_texts(settings) ? check_texts(work) : check_files(work);
        code = hxp_reports_finish(work->reports, settings->fail_level, code);
    }
    hxp_reports_close(work->reports);
    hxp_baseline_close(baseline);
    return code;
}

/** The first name that no rule has, or NULL. */
static const char *unknown_rule(const hxp_values *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (!hxp_check_rule_known(names->items[i]))
            return names->items[i];
    return NULL;
}

static hxp_exit check_usage(const hxp_command *command,
                            const check_settings *settings)
{
    char canonical[HXP_TAG_SIZE];
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "check needs a FILE; - is standard "
                                      "input");
    const char *unknown = unknown_rule(&settings->enabled);
    if (!unknown)
        unknown = unknown_rule(&settings->disabled);
    if (unknown)
        return hxp_say_usage(command, "no rule is named \"%s\"", unknown);
    if (settings->from &&
        !hxp_tag_canonical(canonical, hxp_str_of(settings->from)))
        return hxp_say_usage(command, "--from: \"%s\" is not a language tag",
                             settings->from);
    if (settings->to && !hxp_tag_canonical(canonical, hxp_str_of(settings->to)))
        return hxp_say_usage(command, "--to: \"%s\" is not a language tag",
                             settings->to);
    if (settings->to && settings->common.operands.count != 2)
        return hxp_say_usage(command, "--to wants two files: a text and its "
                                      "translation");
    return are_texts(settings)
               ? hxp_check_document_format(command, settings->input_format)
               : HXP_EXIT_OK;
}

static hxp_exit run_settings(const hxp_command *command,
                             const check_settings *settings)
{
    check_work work = { .command = command, .settings = settings };
    hxp_error error;
    hxp_exit code = check_usage(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_open_locales(&work.locales);
    if (code == HXP_EXIT_OK &&
        hxp_termbase_new(&work.termbase, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = check_all(command, &work);
    hxp_termbase_free(work.termbase);
    hxp_locales_free(work.locales);
    return code;
}

/** Let the configuration say what the command line does not. */
static void take_config(check_settings *settings, const hxp_config *config)
{
    if (settings->terms.count == 0)
        settings->terms = config->terms;
    if (settings->reports.count == 0)
        settings->reports = config->reports;
    if (settings->common.operands.count == 0)
        settings->common.operands = config->files;
    settings->ignored = config->ignored;
    if (!settings->baseline)
        settings->baseline = config->baseline;
    if (!settings->from)
        settings->from = config->from;
    if (settings->fail_level < 0)
        settings->fail_level = config->fail_level;
    if (settings->fail_level < 0)
        settings->fail_level = HXP_WARNING;
    settings->levels = config->levels;
    settings->level_count = config->level_count;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    check_settings settings = { .fail_level = -1 };
    hxp_config config = { .fail_level = -1 };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = settings.no_config
                   ? HXP_EXIT_OK
                   : (int)hxp_config_read(&config, settings.config);
        take_config(&settings, &config);
        if (code == HXP_EXIT_OK)
            code = (int)run_settings(command, &settings);
    }
    hxp_config_free(&config);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_check = {
    "check", "FILE ...",
    "Tells where translations are wrong: terms, numbers, marks and codes.",
    options, run
};
