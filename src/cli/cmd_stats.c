/* cmd_stats.c - hexapla stats: what translation memories hold, in numbers. */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/unit_stats.h"
#include "cli/units.h"

#include <hexapla/filter.h>

typedef struct stats_settings {
    hxp_settings common;
    hxp_unit_settings units;
    int format;
} stats_settings;

static const char *const formats[] = { "text", "json", NULL };
enum { FORMAT_TEXT, FORMAT_JSON };

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(stats_settings, units.output), NULL },
    { 'f', "format", "FORMAT", "text (the default) or json", HXP_OPTION_CHOICE,
      offsetof(stats_settings, format), formats },
    HXP_UNIT_INPUT_OPTIONS(stats_settings),
    HXP_COMMON_OPTIONS(stats_settings)
};

/* --- The command ---------------------------------------------------------- */

/** Where the numbers go. */
typedef struct stats_report {
    const stats_settings *settings;
    hxp_screen screen;
    hxp_json json;
} stats_report;

static hxp_status count_file(stats_report *report, const char *path,
                             hxp_error *error)
{
    const stats_settings *settings = report->settings;
    hxp_unit_sink *sink;
    hxp_status status = hxp_stats_new(&sink, error);
    if (status != HXP_OK)
        return status;
    status = hxp_units_read(path, &settings->units, settings->common.quiet,
                            sink, error);
    if (status == HXP_OK && settings->format == FORMAT_JSON) {
        hxp_unit_stats_json(&report->json, path, hxp_stats_result(sink));
    } else if (status == HXP_OK) {
        if (settings->common.operands.count > 1) {
            hxp_screen_put(&report->screen, hxp_str_of(path));
            hxp_output_write(report->screen.output, HXP_STR("\n"));
        }
        hxp_unit_stats_text(&report->screen, hxp_stats_result(sink));
    }
    sink->close(sink);
    return status;
}

static hxp_status count_files(stats_report *report, hxp_error *error)
{
    const hxp_values *files = &report->settings->common.operands;
    bool json = report->settings->format == FORMAT_JSON;
    hxp_status status = HXP_OK;
    if (json) {
        hxp_json_open(&report->json, '{');
        hxp_json_key(&report->json, "files");
        hxp_json_open(&report->json, '[');
    }
    for (size_t i = 0; status == HXP_OK && i < files->count; i++) {
        if (i > 0 && !json)
            hxp_output_write(report->screen.output, HXP_STR("\n"));
        status = count_file(report, files->items[i], error);
    }
    if (json) {
        hxp_json_close(&report->json, ']');
        hxp_json_close(&report->json, '}');
        hxp_output_write(report->screen.output, HXP_STR("\n"));
    }
    return status;
}

static hxp_exit stats(const hxp_command *command,
                      const stats_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "stats needs a FILE; - is standard "
                                      "input");
    hxp_exit code =
        hxp_check_unit_format(command, settings->units.input_format);
    if (code != HXP_EXIT_OK)
        return code;
    if (hxp_guard_open(&output, settings->units.output, &error) != HXP_OK)
        return hxp_say_error(&error);
    stats_report report = {
        settings,
        hxp_screen_of(output, settings->units.output, &settings->common),
        { .output = output, .indent = true },
    };
    hxp_status status = count_files(&report, &error);
    status = hxp_guard_end(output, status, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    stats_settings settings = { .format = FORMAT_TEXT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)stats(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_stats = {
    "stats", "FILE ...", "Tells what translation memories hold, in numbers.",
    options, run
};
