/* cmd_anonymise.c - hexapla anonymise: names of people out of a memory. */
#include "cli/units.h"

#include <hexapla/filter.h>

typedef struct anonymise_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_values attributes;
    hxp_values properties;
    hxp_anonymise_options anonymise;
    size_t changed;
} anonymise_settings;

static const hxp_option options[] = {
    { 'a', "attribute", "NAME", "beside creationid and changeid",
      HXP_OPTION_LIST, offsetof(anonymise_settings, attributes), NULL },
    { 'p', "prop", "TYPE", "also properties of this type", HXP_OPTION_LIST,
      offsetof(anonymise_settings, properties), NULL },
    { 'd', "drop", NULL,
      "leave them out; else user-1 stands for the first name", HXP_OPTION_FLAG,
      offsetof(anonymise_settings, anonymise.drop), NULL },
    HXP_UNIT_OPTIONS(anonymise_settings),
    HXP_COMMON_OPTIONS(anonymise_settings)
};

static hxp_status make(hxp_unit_sink **out, hxp_unit_sink *next,
                       const void *given, hxp_error *error)
{
    return hxp_anonymise_new(out, next, given, error);
}

static hxp_exit anonymise(const hxp_command *command,
                          anonymise_settings *settings)
{
    hxp_filter_maker maker = { make, &settings->anonymise };
    settings->anonymise.attributes = HXP_TEXTS(settings->attributes);
    settings->anonymise.properties = HXP_TEXTS(settings->properties);
    settings->anonymise.changed = &settings->changed;
    hxp_exit code =
        hxp_units_filter(command, &settings->common, &settings->units, &maker);
    if (code == HXP_EXIT_OK && !settings->common.quiet)
        hxp_say("%zu name%s %s", settings->changed,
                settings->changed == 1 ? "" : "s",
                settings->anonymise.drop ? "left out" : "replaced");
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    anonymise_settings settings = { .common = { 0 } };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)anonymise(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_anonymise = {
    "anonymise", "FILE", "Takes the names of people out of a memory.", options,
    run
};
