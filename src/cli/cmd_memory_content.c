/* cmd_memory_content.c - hexapla memory export and stats. */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/memory.h"
#include "cli/selection.h"
#include "cli/store.h"
#include "cli/table.h"
#include "cli/unit_stats.h"
#include "cli/units.h"

/* --- export --------------------------------------------------------------- */

typedef struct export_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_selection selection;
    const char *name;
    bool rescue;
} export_settings;

static const hxp_option export_options[] = {
    { '\0', "memory", "NAME", "this memory only", HXP_OPTION_TEXT,
      offsetof(export_settings, name), NULL },
    { '\0', "rescue", NULL, "what can be read of a damaged store",
      HXP_OPTION_FLAG, offsetof(export_settings, rescue), NULL },
    HXP_UNIT_OUTPUT_OPTIONS(export_settings),
    HXP_SELECTION_OPTIONS(export_settings),
    HXP_COMMON_OPTIONS(export_settings)
};

static hxp_exit export_units(hxp_memory *memory, const hxp_command *command,
                             export_settings *settings)
{
    hxp_unit_output out;
    hxp_unit_sink *writer, *sink = NULL;
    hxp_error error;
    bool usage = false;
    size_t lost = 0;
    hxp_status status = hxp_units_open(&out, &writer, &settings->units,
                                       settings->common.quiet, &error);
    if (status == HXP_OK) {
        status =
            hxp_select_new(&sink, writer, &settings->selection.select, &error);
        usage = status == HXP_EINPUT;
    }
    if (status == HXP_OK)
        status =
            settings->rescue
                ? hxp_memory_rescue(memory, settings->name, sink, &lost, &error)
                : hxp_memory_read(memory, settings->name, sink, &error);
    if (!sink)
        sink = writer;
    if (sink)
        sink->close(sink);
    status = hxp_units_close(&out, status, &error);
    if (usage)
        return hxp_say_usage(command, "%s", error.message);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (lost == 0)
        return HXP_EXIT_OK;
    hxp_say("%s: the translation memory is damaged: %zu units could not be "
            "read; the others were written",
            hxp_memory_path(memory), lost);
    return HXP_EXIT_INPUT;
}

static hxp_exit run_export(const hxp_command *command, int argc, char **argv)
{
    export_settings settings = { .common = { 0 } };
    hxp_memory *memory = NULL;
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = (int)hxp_units_settle(command, &settings.units);
        hxp_selection_settle(&settings.selection);
        if (settings.common.operands.count > 1)
            code = (int)hxp_say_usage(command, "memory export takes one STORE");
        if (code == HXP_EXIT_OK)
            code = (int)hxp_store_open(&memory, command, &settings.common,
                                       HXP_MEMORY_READ);
        if (code == HXP_EXIT_OK)
            code = (int)export_units(memory, command, &settings);
    }
    hxp_memory_close(memory);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_export = {
    "memory export", "[STORE]",
    "Writes the units of a store, or those that the options tell.",
    export_options, run_export
};

/* --- stats ---------------------------------------------------------------- */

typedef struct stats_settings {
    hxp_settings common;
    const char *output, *name;
    int format;
} stats_settings;

static const char *const stats_formats[] = { "text", "json", NULL };
enum { FORMAT_TEXT, FORMAT_JSON };

static const hxp_option stats_options[] = {
    { '\0', "memory", "NAME", "of this memory only", HXP_OPTION_TEXT,
      offsetof(stats_settings, name), NULL },
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(stats_settings, output), NULL },
    { 'f', "format", "FORMAT", "text (the default) or json", HXP_OPTION_CHOICE,
      offsetof(stats_settings, format), stats_formats },
    HXP_COMMON_OPTIONS(stats_settings)
};

/** Where the numbers go. */
typedef struct stats_report {
    const stats_settings *settings;
    hxp_screen screen;
    hxp_json json;
    hxp_table table;
} stats_report;

static hxp_status measure_memory(void *context, const hxp_memory_info *info,
                                 hxp_error *error)
{
    stats_report *report = context;
    (void)error;
    hxp_table_measure(&report->table, 0, info->name);
    return HXP_OK;
}

static hxp_status put_memory(void *context, const hxp_memory_info *info,
                             hxp_error *error)
{
    stats_report *report = context;
    (void)error;
    if (report->settings->format == FORMAT_TEXT) {
        hxp_table_text(&report->table, info->name);
        hxp_table_number(&report->table, info->units);
        return HXP_OK;
    }
    hxp_json_open(&report->json, '{');
    hxp_json_member(&report->json, "name", info->name);
    hxp_json_member_size(&report->json, "units", info->units);
    hxp_json_close(&report->json, '}');
    return HXP_OK;
}

/** Write which memories there are. */
static hxp_status put_memories(stats_report *report, hxp_memory *memory,
                               hxp_error *error)
{
    if (report->settings->format == FORMAT_JSON) {
        hxp_json_open(&report->json, '{');
        hxp_json_key(&report->json, "memories");
        hxp_json_open(&report->json, '[');
        hxp_status status = hxp_memory_list(memory, put_memory, report, error);
        hxp_json_close(&report->json, ']');
        hxp_json_key(&report->json, "content");
        return status;
    }
    hxp_table_begin(&report->table, &report->screen,
                    HXP_COLUMNS("memory", "units"));
    hxp_status status = hxp_memory_list(memory, measure_memory, report, error);
    hxp_table_title(&report->table);
    if (status == HXP_OK)
        status = hxp_memory_list(memory, put_memory, report, error);
    hxp_output_write(report->screen.output, HXP_STR("\n"));
    return status;
}

static hxp_status put_stats(stats_report *report, hxp_memory *memory,
                            hxp_error *error)
{
    hxp_unit_sink *sink;
    hxp_status status = hxp_stats_new(&sink, error);
    if (status != HXP_OK)
        return status;
    status = put_memories(report, memory, error);
    if (status == HXP_OK)
        status = hxp_memory_read(memory, report->settings->name, sink, error);
    if (status == HXP_OK && report->settings->format == FORMAT_TEXT)
        hxp_unit_stats_text(&report->screen, hxp_stats_result(sink));
    if (status == HXP_OK && report->settings->format == FORMAT_JSON) {
        hxp_unit_stats_json(&report->json, hxp_memory_path(memory),
                            hxp_stats_result(sink));
        hxp_json_close(&report->json, '}');
        hxp_output_write(report->screen.output, HXP_STR("\n"));
    }
    sink->close(sink);
    return status;
}

static hxp_exit stats(hxp_memory *memory, const stats_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    stats_report report = {
        .settings = settings,
        .screen = hxp_screen_of(output, settings->output, &settings->common),
        .json = { .output = output, .indent = true },
    };
    hxp_status status = put_stats(&report, memory, &error);
    status = hxp_guard_end(output, status, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit run_stats(const hxp_command *command, int argc, char **argv)
{
    stats_settings settings = { .format = FORMAT_TEXT };
    const hxp_values *operands = &settings.common.operands;
    hxp_memory *memory = NULL;
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        if (operands->count > 1)
            code = (int)hxp_say_usage(command, "memory stats takes one STORE");
        else
            code = (int)hxp_store_open(&memory, command, &settings.common,
                                       HXP_MEMORY_READ);
        if (code == HXP_EXIT_OK)
            code = (int)stats(memory, &settings);
    }
    hxp_memory_close(memory);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_stats = {
    "memory stats", "[STORE]", "Tells what a store holds, in numbers.",
    stats_options, run_stats
};
