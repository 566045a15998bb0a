/* cmd_languages.c - hexapla languages: lists language tags, changes them. */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/table.h"
#include "cli/units.h"

#include <hexapla/filter.h>

typedef struct languages_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_values map;
    hxp_languages_options languages;
    size_t changed;
} languages_settings;

static const hxp_option options[] = {
    { 'm', "map", "OLD=NEW", "write NEW for the language tag OLD",
      HXP_OPTION_LIST, offsetof(languages_settings, map), NULL },
    { 'n', "normalise", NULL,
      "write all tags as BCP 47 has them: en-US for en_us, ENG-US or English "
      "(United States)",
      HXP_OPTION_FLAG, offsetof(languages_settings, languages.normalise),
      NULL },
    HXP_UNIT_OPTIONS(languages_settings),
    HXP_COMMON_OPTIONS(languages_settings)
};

static hxp_status make(hxp_unit_sink **out, hxp_unit_sink *next,
                       const void *given, hxp_error *error)
{
    return hxp_languages_new(out, next, given, error);
}

static hxp_exit change(const hxp_command *command, languages_settings *settings)
{
    hxp_filter_maker maker = { make, &settings->languages };
    settings->languages.map = HXP_TEXTS(settings->map);
    settings->languages.changed = &settings->changed;
    hxp_exit code =
        hxp_units_filter(command, &settings->common, &settings->units, &maker);
    if (code == HXP_EXIT_OK && !settings->common.quiet)
        hxp_say("%zu language tag%s changed", settings->changed,
                settings->changed == 1 ? "" : "s");
    return code;
}

/* --- The list ------------------------------------------------------------- */

static void put_list(const hxp_screen *screen, const hxp_unit_stats *stats)
{
    hxp_table table;
    hxp_table_begin(&table, screen,
                    HXP_COLUMNS("language", "normalised", "texts"));
    for (size_t i = 0; i < stats->language_count; i++)
        hxp_table_measure(&table, 0, stats->languages[i].tag);
    hxp_table_title(&table);
    for (size_t i = 0; i < stats->language_count; i++) {
        char normal[HXP_TAG_SIZE];
        hxp_str tag = stats->languages[i].tag;
        bool known = hxp_tag_normalise(normal, tag);
        hxp_table_text(&table, tag);
        hxp_table_text(&table, hxp_str_of(known ? normal : "?"));
        hxp_table_number(&table, stats->languages[i].texts);
    }
}

static hxp_status list_units(const languages_settings *settings,
                             hxp_output *output, hxp_error *error)
{
    hxp_screen screen =
        hxp_screen_of(output, settings->units.output, &settings->common);
    hxp_unit_sink *sink;
    hxp_status status = hxp_stats_new(&sink, error);
    if (status != HXP_OK)
        return status;
    status =
        hxp_units_read(settings->common.operands.items[0], &settings->units,
                       settings->common.quiet, sink, error);
    if (status == HXP_OK)
        put_list(&screen, hxp_stats_result(sink));
    sink->close(sink);
    return status;
}

static hxp_exit list(const hxp_command *command,
                     const languages_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    if (settings->common.operands.count != 1)
        return hxp_say_usage(command,
                             "languages takes one FILE; - is standard input");
    hxp_exit code =
        hxp_check_unit_format(command, settings->units.input_format);
    if (code != HXP_EXIT_OK)
        return code;
    if (hxp_guard_open(&output, settings->units.output, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_status status = list_units(settings, output, &error);
    status = hxp_guard_end(output, status, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    languages_settings settings = { .common = { 0 } };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        bool changes = settings.map.count > 0 || settings.languages.normalise;
        code = (int)(changes ? change(command, &settings)
                             : list(command, &settings));
    }
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_languages = {
    "languages", "FILE",
    "Lists the language tags of a memory, or changes them.", options, run
};
