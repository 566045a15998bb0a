/* cmd_clean.c - hexapla clean: drops what is of no use, by named rules. */
#include "cli/guard.h"
#include "cli/texts.h"
#include "cli/units.h"

#include <hexapla/filter.h>

enum { MOST_RULES = 32 };

typedef struct clean_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_values rules;
    const char *rejects;
    bool list;
    hxp_clean_options clean;
    size_t counts[MOST_RULES];
    hxp_filter_counts counted;
} clean_settings;

static const hxp_option options[] = {
    { 'r', "rules", "NAME[,NAME...]",
      "only by these rules, or by all; else by the usual ones", HXP_OPTION_LIST,
      offsetof(clean_settings, rules), NULL },
    { '\0', "list-rules", NULL, "list the rules, and do nothing else",
      HXP_OPTION_FLAG, offsetof(clean_settings, list), NULL },
    { '\0', "rejects", "FILE",
      "write what is dropped there, with the rules as properties",
      HXP_OPTION_TEXT, offsetof(clean_settings, rejects), NULL },
    { '\0', "max-ratio", "NUMBER",
      "of length-ratio: how many times longer a text may be; 3 if not given",
      HXP_OPTION_NUMBER, offsetof(clean_settings, clean.max_ratio), NULL },
    { '\0', "from", "TAG", "the source language, if the file tells another",
      HXP_OPTION_TEXT, offsetof(clean_settings, clean.source_language), NULL },
    HXP_UNIT_OPTIONS(clean_settings),
    HXP_COMMON_OPTIONS(clean_settings)
};

static hxp_status make(hxp_unit_sink **out, hxp_unit_sink *next,
                       const void *given, hxp_error *error)
{
    return hxp_clean_new(out, next, given, error);
}

static hxp_exit list_rules(void)
{
    size_t count;
    const hxp_clean_rule *rules = hxp_clean_rules(&count);
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, NULL, &error) != HXP_OK)
        return hxp_say_error(&error);
    for (size_t i = 0; i < count; i++)
        hxp_output_printf(output, "%-22s %s%s\n", rules[i].name,
                          rules[i].summary, rules[i].usual ? " (usual)" : "");
    return hxp_guard_finish(output, &error) == HXP_OK ? HXP_EXIT_OK
                                                      : hxp_say_error(&error);
}

static void say_counts(const clean_settings *settings)
{
    size_t count;
    const hxp_clean_rule *rules = hxp_clean_rules(&count);
    if (settings->common.quiet)
        return;
    for (size_t i = 0; i < count; i++)
        if (settings->counts[i] > 0)
            hxp_say("%s: %zu", rules[i].name, settings->counts[i]);
    hxp_say("%zu unit%s kept, %zu dropped", settings->counted.kept,
            settings->counted.kept == 1 ? "" : "s", settings->counted.dropped);
}

/** Clean with a file of rejects, which appears when the output does. */
static hxp_exit clean_with_rejects(const hxp_command *command,
                                   clean_settings *settings,
                                   const hxp_filter_maker *maker)
{
    hxp_unit_settings other = { .output = settings->rejects };
    hxp_unit_output out;
    hxp_error error;
    hxp_exit code = hxp_units_settle(command, &other);
    if (code != HXP_EXIT_OK)
        return code;
    hxp_status status = hxp_units_open(&out, &settings->clean.rejects, &other,
                                       settings->common.quiet, &error);
    if (status == HXP_OK)
        code = hxp_units_filter(command, &settings->common, &settings->units,
                                maker);
    if (settings->clean.rejects)
        settings->clean.rejects->close(settings->clean.rejects);
    bool fine = status == HXP_OK && code == HXP_EXIT_OK;
    hxp_status closed =
        hxp_units_close(&out, fine ? HXP_OK : HXP_EINPUT, &error);
    return status != HXP_OK || (fine && closed != HXP_OK)
               ? hxp_say_error(&error)
               : code;
}

static hxp_exit clean(const hxp_command *command, clean_settings *settings)
{
    hxp_filter_maker maker = { make, &settings->clean };
    hxp_locales *locales = NULL;
    hxp_exit code = HXP_EXIT_OK;
    if (settings->list)
        return list_rules();
    if (settings->rules.count > 0) /* one of them may need them */
        code = hxp_open_locales(&locales);
    settings->clean.locales = locales;
    settings->clean.rules = HXP_TEXTS(settings->rules);
    settings->clean.counts = settings->counts;
    settings->clean.units = &settings->counted;
    if (code == HXP_EXIT_OK)
        code = settings->rejects ? clean_with_rejects(command, settings, &maker)
                                 : hxp_units_filter(command, &settings->common,
                                                    &settings->units, &maker);
    hxp_locales_free(locales);
    if (code == HXP_EXIT_OK)
        say_counts(settings);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    clean_settings settings = { .list = false };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)clean(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_clean = {
    "clean", "FILE", "Drops what is of no use in a memory, by named rules.",
    options, run
};
