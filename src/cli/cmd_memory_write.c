/* cmd_memory_write.c - hexapla memory add, delete and compact. */
#include "cli/memory.h"
#include "cli/selection.h"
#include "cli/store.h"
#include "cli/units.h"
#include "cli/watcher.h"

#include <string.h>

typedef struct write_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_selection selection;
    const char *name;
    bool all, dry_run;
} write_settings;

#define NAME_OPTION(what)                                                      \
    {                                                                          \
        '\0', "memory", "NAME", what, HXP_OPTION_TEXT,                         \
            offsetof(write_settings, name), NULL                               \
    }

/* --- add ------------------------------------------------------------------ */

static const hxp_option add_options[] = {
    NAME_OPTION("the memory of the store that gets the units; else 'main'"),
    { '\0', "from", "TAG", "the source language of a file that does not tell",
      HXP_OPTION_TEXT, offsetof(write_settings, units.from), NULL },
    { '\0', "to", "TAG", "the target language, likewise", HXP_OPTION_TEXT,
      offsetof(write_settings, units.to), NULL },
    HXP_UNIT_INPUT_OPTIONS(write_settings),
    HXP_COMMON_OPTIONS(write_settings)
};

/** Add one file, and say what became of its units. */
static hxp_exit add_file(hxp_memory *memory, const char *path,
                         const write_settings *settings)
{
    hxp_memory_counts counts = { 0, 0, 0, 0 };
    hxp_watcher watch = hxp_watcher_make(
        hxp_progress_begin("units", 0, settings->common.quiet));
    hxp_error error;
    hxp_status status = hxp_memory_add_new(&watch.next, memory, settings->name,
                                           &counts, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    status = hxp_units_read(path, &settings->units, settings->common.quiet,
                            &watch.sink, &error);
    watch.sink.close(&watch.sink);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (!settings->common.quiet)
        hxp_say("%s: %zu new, %zu updated, %zu same, %zu skipped", path,
                counts.added, counts.updated, counts.same, counts.skipped);
    return HXP_EXIT_OK;
}

static hxp_exit add(const hxp_command *command, write_settings *settings)
{
    hxp_memory *memory;
    hxp_exit code = hxp_units_settle(command, &settings->units);
    if (code != HXP_EXIT_OK)
        return code;
    if (settings->common.operands.count < 2)
        return hxp_say_usage(command, "memory add takes a STORE and FILEs");
    if (!settings->name)
        settings->name = "main";
    if (!*settings->name)
        return hxp_say_usage(command, "a memory's name cannot be empty");
    code =
        hxp_store_open(&memory, command, &settings->common, HXP_MEMORY_CREATE);
    const hxp_values *files = &settings->common.operands;
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++)
        code = add_file(memory, files->items[i], settings);
    hxp_memory_close(memory);
    return code;
}

/* --- delete --------------------------------------------------------------- */

static const hxp_option delete_options[] = {
    NAME_OPTION("of this memory only"),
    { '\0', "all", NULL, "all units, if no other option says which",
      HXP_OPTION_FLAG, offsetof(write_settings, all), NULL },
    { 'n', "dry-run", NULL, "only say how many units are meant",
      HXP_OPTION_FLAG, offsetof(write_settings, dry_run), NULL },
    HXP_SELECTION_OPTIONS(write_settings),
    HXP_COMMON_OPTIONS(write_settings)
};

/** Read the units that are meant into sink; *usage: the options are wrong. */
static hxp_status read_meant(hxp_memory *memory, const write_settings *settings,
                             hxp_unit_sink *sink, bool *usage, hxp_error *error)
{
    hxp_unit_sink *select;
    hxp_status status =
        hxp_select_new(&select, sink, &settings->selection.select, error);
    *usage = status == HXP_EINPUT;
    if (status != HXP_OK) {
        sink->close(sink);
        return status;
    }
    status = hxp_memory_read(memory, settings->name, select, error);
    select->close(select);
    return status;
}

static hxp_exit delete_from(hxp_memory *memory, const hxp_command *command,
                            const write_settings *settings)
{
    hxp_unit_sink *sink;
    hxp_error error;
    size_t removed = 0;
    bool usage = false;
    hxp_status status =
        settings->dry_run
            ? hxp_stats_new(&sink, &error)
            : hxp_memory_remove_new(&sink, memory, &removed, &error);
    if (status == HXP_OK)
        status = read_meant(memory, settings, sink, &usage, &error);
    if (usage)
        return hxp_say_usage(command, "%s", error.message);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    const hxp_filter_counts *counts = &settings->selection.counts;
    if (!settings->common.quiet)
        hxp_say("%zu of %zu units %s", counts->kept,
                counts->kept + counts->dropped,
                settings->dry_run ? "would be deleted" : "deleted");
    return HXP_EXIT_OK;
}

static hxp_exit delete_units(const hxp_command *command,
                             write_settings *settings)
{
    hxp_memory *memory;
    if (settings->common.operands.count > 1)
        return hxp_say_usage(command, "memory delete takes one STORE");
    if (!settings->all && !settings->name &&
        hxp_selection_is_all(&settings->selection))
        return hxp_say_usage(command, "which units? --all means all of them");
    hxp_selection_settle(&settings->selection);
    hxp_exit code =
        hxp_store_open(&memory, command, &settings->common, HXP_MEMORY_WRITE);
    if (code == HXP_EXIT_OK)
        code = delete_from(memory, command, settings);
    hxp_memory_close(memory);
    return code;
}

/* --- compact -------------------------------------------------------------- */

static const hxp_option compact_options[] = { HXP_COMMON_OPTIONS(
    write_settings) };

static hxp_exit compact(const hxp_command *command, write_settings *settings)
{
    hxp_memory *memory;
    hxp_error error;
    if (settings->common.operands.count > 1)
        return hxp_say_usage(command, "memory compact takes one STORE");
    hxp_exit code =
        hxp_store_open(&memory, command, &settings->common, HXP_MEMORY_WRITE);
    if (code == HXP_EXIT_OK && hxp_memory_compact(memory, &error) != HXP_OK)
        code = hxp_say_error(&error);
    hxp_memory_close(memory);
    return code;
}

/* --- All of them ---------------------------------------------------------- */

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    write_settings settings = { .common = { 0 } };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        if (command == &hxp_command_memory_add)
            code = (int)add(command, &settings);
        else if (command == &hxp_command_memory_delete)
            code = (int)delete_units(command, &settings);
        else
            code = (int)compact(command, &settings);
    }
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_add = {
    "memory add", "STORE FILE ...",
    "Adds units to a store, which is made if it is not there.", add_options, run
};

const hxp_command hxp_command_memory_delete = {
    "memory delete", "[STORE]", "Deletes the units that the options tell.",
    delete_options, run
};

const hxp_command hxp_command_memory_compact = {
    "memory compact", "[STORE]",
    "Checks a store and gives back the room it does not use.", compact_options,
    run
};
