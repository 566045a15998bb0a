/* cmd_check.c - hexapla check: where translations are wrong. */
#include "base/str.h"
#include "cli/aligned.h"
#include "cli/check_files.h"
#include "cli/cli.h"
#include "cli/config.h"
#include "cli/formats.h"
#include "cli/reports.h"
#include "cli/sources.h"
#include "cli/texts.h"

static const hxp_option options[] = {
    { 't', "terms", "TERMBASE",
      "check the terms of this termbase: TBX, a table (csv, tsv), a glossary "
      "of OmegaT's (SOURCE,TARGET=FILE names its languages) or UTX; may be "
      "given several times",
      HXP_OPTION_LIST, offsetof(hxp_check_settings, terms), NULL },
    { 'r', "report", "FORMAT[=FILE]",
      "text, pretty, json, jsonl, sarif, junit, github, gitlab or html, on "
      "standard output or in FILE; may be given several times",
      HXP_OPTION_LIST, offsetof(hxp_check_settings, reports), NULL },
    { '\0', "fail-level", "LEVEL",
      "end with status 1 at this level: none, note, warning (the default) or "
      "error",
      HXP_OPTION_CHOICE, offsetof(hxp_check_settings, fail_level),
      hxp_fail_level_names },
    { '\0', "enable", "RULE",
      "look for this rule, though it is off; may be given several times",
      HXP_OPTION_LIST, offsetof(hxp_check_settings, enabled), NULL },
    { '\0', "disable", "RULE",
      "do not look for this rule, or this family of rules; may be given "
      "several times",
      HXP_OPTION_LIST, offsetof(hxp_check_settings, disabled), NULL },
    { '\0', "baseline", "FILE",
      "pass over the findings that this file knows; only new ones count",
      HXP_OPTION_TEXT, offsetof(hxp_check_settings, baseline), NULL },
    { '\0', "write-baseline", "FILE",
      "write all findings to this file; none counts, then", HXP_OPTION_TEXT,
      offsetof(hxp_check_settings, write_baseline), NULL },
    { '\0', "max-findings", "N",
      "show so many at most; the others count, too. 0, the default: all",
      HXP_OPTION_WHOLE, offsetof(hxp_check_settings, most), NULL },
    { '\0', "config", "FILE",
      "settings; else hexapla.ini here or in a folder above", HXP_OPTION_TEXT,
      offsetof(hxp_check_settings, config), NULL },
    { '\0', "no-config", NULL, "look for no hexapla.ini", HXP_OPTION_FLAG,
      offsetof(hxp_check_settings, no_config), NULL },
    { '\0', "explain", NULL, "say by which rule each term was accepted",
      HXP_OPTION_FLAG, offsetof(hxp_check_settings, explain), NULL },
    { '\0', "from", "TAG", "the source language; else the file tells it",
      HXP_OPTION_TEXT, offsetof(hxp_check_settings, from), NULL },
    { '\0', "to", "TAG",
      "the operands are a text and its translation into this language",
      HXP_OPTION_TEXT, offsetof(hxp_check_settings, to), NULL },
    { '\0', "input-format", "FORMAT",
      HXP_UNIT_FORMATS "; else the file's name or content tells it",
      HXP_OPTION_TEXT, offsetof(hxp_check_settings, input_format),
      hxp_source_formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(hxp_check_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(hxp_check_settings)
};

/** The first name that no rule has, or NULL. */
static const char *unknown_rule(const hxp_values *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (!hxp_check_rule_known(names->items[i]))
            return names->items[i];
    return NULL;
}

static hxp_exit check_usage(const hxp_command *command,
                            const hxp_check_settings *settings)
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
    const hxp_values *files = &settings->common.operands;
    if (settings->to && files->count != 2 &&
        (files->count > 1 || hxp_aligned_is_text(files->items[0])))
        return hxp_say_usage(command, "--to wants two files: a text and its "
                                      "translation");
    hxp_exit code =
        hxp_check_output(command, "write-baseline", settings->write_baseline,
                         &settings->common.operands);
    if (code != HXP_EXIT_OK)
        return code;
    return hxp_check_takes_texts(settings)
               ? hxp_check_document_format(command, settings->input_format)
               : hxp_check_unit_format(command, settings->input_format);
}

/** Let the configuration say what the command line does not. */
static void take_config(hxp_check_settings *settings, const hxp_config *config)
{
    if (settings->terms.count == 0)
        settings->terms = config->terms;
    if (settings->reports.count == 0)
        settings->reports = config->reports;
    if (settings->common.operands.count == 0)
        settings->common.operands = config->files;
    settings->ignored = config->ignored;
    if (!settings->baseline && !settings->write_baseline)
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
    hxp_check_settings settings = { .fail_level = -1 };
    hxp_config config = { .fail_level = -1 };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = settings.no_config
                   ? HXP_EXIT_OK
                   : (int)hxp_config_read(&config, settings.config);
        take_config(&settings, &config);
        if (code == HXP_EXIT_OK)
            code = (int)check_usage(command, &settings);
        if (code == HXP_EXIT_OK)
            code = (int)hxp_check_files(command, &settings);
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
