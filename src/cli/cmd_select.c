/* cmd_select.c - hexapla select: the units that are as the user says. */
#include "cli/units.h"

#include <hexapla/filter.h>

typedef struct select_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_values languages;
    hxp_values matches, source_matches, target_matches;
    hxp_values properties;
    hxp_select_options select;
    hxp_filter_counts counts;
} select_settings;

static const hxp_option options[] = {
    { 'l', "lang", "TAG",
      "with text in this language; en takes en-GB; given several times: in "
      "each of them",
      HXP_OPTION_LIST, offsetof(select_settings, languages), NULL },
    { '\0', "only-lang", NULL,
      "of the units selected, only what is in the languages of --lang",
      HXP_OPTION_FLAG, offsetof(select_settings, select.only_languages), NULL },
    { 'm', "match", "REGEX", "with a text that matches", HXP_OPTION_LIST,
      offsetof(select_settings, matches), NULL },
    { '\0', "match-source", "REGEX", "whose source matches", HXP_OPTION_LIST,
      offsetof(select_settings, source_matches), NULL },
    { '\0', "match-target", "REGEX", "with a translation that matches",
      HXP_OPTION_LIST, offsetof(select_settings, target_matches), NULL },
    { 'i', "ignore-case", NULL, "in what --match and the like match",
      HXP_OPTION_FLAG, offsetof(select_settings, select.ignore_case), NULL },
    { 'p', "prop", "CONDITION",
      "with this property or attribute: TYPE, TYPE=VALUE, TYPE!=VALUE, "
      "TYPE~REGEX, TYPE>=NUMBER or TYPE<=NUMBER",
      HXP_OPTION_LIST, offsetof(select_settings, properties), NULL },
    { '\0', "since", "DATE", "made or changed on this date or later",
      HXP_OPTION_TEXT, offsetof(select_settings, select.since), NULL },
    { '\0', "before", "DATE", "last made or changed before this date",
      HXP_OPTION_TEXT, offsetof(select_settings, select.before), NULL },
    { '\0', "min-length", "N", "whose texts have N characters at least",
      HXP_OPTION_WHOLE, offsetof(select_settings, select.min_length), NULL },
    { '\0', "max-length", "N", "whose texts have N characters at most",
      HXP_OPTION_WHOLE, offsetof(select_settings, select.max_length), NULL },
    { '\0', "max-ratio", "NUMBER",
      "where neither source nor translation is longer than NUMBER times the "
      "other",
      HXP_OPTION_NUMBER, offsetof(select_settings, select.max_ratio), NULL },
    { 'v', "invert", NULL, "all units but these", HXP_OPTION_FLAG,
      offsetof(select_settings, select.invert), NULL },
    { '\0', "from", "TAG", "the source language, if the file tells another",
      HXP_OPTION_TEXT, offsetof(select_settings, select.source_language),
      NULL },
    HXP_UNIT_OPTIONS(select_settings),
    HXP_COMMON_OPTIONS(select_settings)
};

static hxp_status make(hxp_unit_sink **out, hxp_unit_sink *next,
                       const void *given, hxp_error *error)
{
    return hxp_select_new(out, next, given, error);
}

static hxp_exit select_units(const hxp_command *command,
                             select_settings *settings)
{
    const hxp_filter_counts *counts = &settings->counts;
    hxp_select_options *select = &settings->select;
    hxp_filter_maker maker = { make, select };
    if (select->only_languages &&
        (settings->languages.count == 0 || select->invert))
        return hxp_say_usage(command,
                             "--only-lang needs --lang, and no --invert");
    select->languages = HXP_TEXTS(settings->languages);
    select->matches = HXP_TEXTS(settings->matches);
    select->source_matches = HXP_TEXTS(settings->source_matches);
    select->target_matches = HXP_TEXTS(settings->target_matches);
    select->properties = HXP_TEXTS(settings->properties);
    select->counts = &settings->counts;
    hxp_exit code =
        hxp_units_filter(command, &settings->common, &settings->units, &maker);
    if (code == HXP_EXIT_OK && !settings->common.quiet)
        hxp_say("%zu of %zu units selected", counts->kept,
                counts->kept + counts->dropped);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    select_settings settings = { .common = { 0 } };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)select_units(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_select = {
    "select", "FILE", "Keeps the units that are as the options say.", options,
    run
};
