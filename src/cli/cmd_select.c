/* cmd_select.c - hexapla select: the units that are as the user says. */
#include "cli/selection.h"
#include "cli/units.h"

typedef struct select_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_selection selection;
} select_settings;

static const hxp_option options[] = { HXP_SELECTION_OPTIONS(select_settings),
                                      HXP_UNIT_OPTIONS(select_settings),
                                      HXP_COMMON_OPTIONS(select_settings) };

static hxp_status make(hxp_unit_sink **out, hxp_unit_sink *next,
                       const void *given, hxp_error *error)
{
    return hxp_select_new(out, next, given, error);
}

static hxp_exit select_units(const hxp_command *command,
                             select_settings *settings)
{
    hxp_selection *selection = &settings->selection;
    const hxp_filter_counts *counts = &selection->counts;
    hxp_filter_maker maker = { make, &selection->select };
    if (selection->select.only_languages &&
        (selection->languages.count == 0 || selection->select.invert))
        return hxp_say_usage(command,
                             "--only-lang needs --lang, and no --invert");
    hxp_selection_settle(selection);
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
