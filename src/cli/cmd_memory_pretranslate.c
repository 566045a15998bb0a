/* cmd_memory_pretranslate.c - hexapla memory pretranslate: files with the
 * translations that a store has for them. */
#include "base/str.h"
#include "cli/formats.h"
#include "cli/guard.h"
#include "cli/lookups.h"
#include "cli/match_table.h"
#include "cli/memory.h"
#include "cli/sources.h"
#include "cli/store.h"
#include "cli/units.h"
#include "cli/watcher.h"

#include <string.h>

typedef struct pretranslate_settings {
    hxp_settings common;
    hxp_lookup_settings lookup;
    hxp_unit_settings units;
    bool keep_numbers;
} pretranslate_settings;

static const char *const written[] = { "tmx",       "xliff", "xliff2", "po",
                                       "xcstrings", "tsv",   NULL };

static const hxp_option options[] = {
    HXP_LOOKUP_OPTIONS(pretranslate_settings),
    HXP_LOOKUP_MIN_OPTION(pretranslate_settings),
    { '\0', "keep-numbers", NULL,
      "leave numbers of matches as they are, also where they differ",
      HXP_OPTION_FLAG, offsetof(pretranslate_settings, keep_numbers), NULL },
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(pretranslate_settings, units.output), NULL },
    { 'f', "format", "FORMAT",
      "tmx, xliff, xliff2, po, xcstrings or tsv; else the output's name tells "
      "it, or it "
      "is tmx",
      HXP_OPTION_TEXT, offsetof(pretranslate_settings, units.format), written },
    { '\0', "input-format", "FORMAT", HXP_SOURCE_FORMATS, HXP_OPTION_TEXT,
      offsetof(pretranslate_settings, units.input_format), hxp_source_formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else each tells it", HXP_OPTION_TEXT,
      offsetof(pretranslate_settings, units.encoding), NULL },
    HXP_COMMON_OPTIONS(pretranslate_settings)
};

/** What work on all files needs. */
typedef struct pretranslating {
    const pretranslate_settings *settings;
    hxp_sources sources;
    hxp_unit_output out;
    hxp_unit_sink *writer;
    hxp_unit_sink *filter;
    hxp_pretranslation_counts counts;
} pretranslating;

static bool has_format(const pretranslating *self, const char *name)
{
    return strcmp(self->settings->units.format, name) == 0;
}

/** Read one file into the filter. */
static hxp_exit translate_file(pretranslating *self, const char *path)
{
    hxp_watcher watch = hxp_watcher_make(
        hxp_progress_begin("segments", 0, self->sources.quiet));
    watch.next = self->filter;
    hxp_exit code = hxp_sources_read(&self->sources, path, &watch.sink);
    hxp_progress_end(&watch.progress);
    return code;
}

static hxp_exit translate_files(pretranslating *self)
{
    const hxp_values *files = &self->settings->common.operands;
    hxp_error error;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++)
        code = translate_file(self, files->items[i]);
    if (code == HXP_EXIT_OK &&
        self->writer->end(self->writer, &error) != HXP_OK)
        code = hxp_say_error(&error);
    return code;
}

/** Open the output and the writer to it. */
static hxp_status open_writer(pretranslating *self, hxp_error *error)
{
    const hxp_unit_settings *units = &self->settings->units;
    if (!has_format(self, "tsv"))
        return hxp_units_open(&self->out, &self->writer, units,
                              self->sources.quiet, error);
    self->out.losses = hxp_sayer_make(self->sources.quiet);
    hxp_status status = hxp_guard_open(&self->out.output, units->output, error);
    if (status == HXP_OK)
        status = hxp_match_table_new(&self->writer, self->out.output,
                                     units->from, units->to, error);
    return status;
}

/** Make the filter in front of the writer. */
static hxp_status make_filter(pretranslating *self, hxp_lookup *lookup,
                              hxp_error *error)
{
    hxp_pretranslate_options how = HXP_PRETRANSLATE_OPTIONS_INIT;
    hxp_locales *locales = self->sources.locales;
    hxp_status status = HXP_OK;
    how.from = self->settings->lookup.options.from;
    how.to = self->settings->lookup.options.to;
    how.counts = &self->counts;
    how.xliff = has_format(self, "xliff");
    how.xliff2 = has_format(self, "xliff2");
    if (!self->settings->keep_numbers) {
        status = hxp_locales_language(&how.source, locales,
                                      hxp_str_of(how.from), error);
        if (status == HXP_OK)
            status = hxp_locales_language(&how.target, locales,
                                          hxp_str_of(how.to), error);
    }
    if (status == HXP_OK)
        status = hxp_pretranslate_new(&self->filter, self->writer, lookup, &how,
                                      error);
    return status;
}

static void say_counts(const hxp_pretranslation_counts *counts)
{
    hxp_say("%zu exact, %zu fuzzy, %zu translated before, %zu without a match; "
            "numbers adapted in %zu",
            counts->exact, counts->fuzzy, counts->kept, counts->none,
            counts->adapted);
}

/** Write all files with their translations. */
static hxp_exit write_files(pretranslating *self, hxp_lookup *lookup)
{
    hxp_error error;
    hxp_exit code = HXP_EXIT_OK;
    hxp_status status = open_writer(self, &error);
    if (status == HXP_OK)
        status = make_filter(self, lookup, &error);
    if (status == HXP_OK)
        code = translate_files(self);
    hxp_unit_sink *sink = self->filter ? self->filter : self->writer;
    if (sink)
        sink->close(sink);
    if (status == HXP_OK && code != HXP_EXIT_OK) {
        hxp_guard_close(self->out.output);
        return code;
    }
    status = hxp_units_close(&self->out, status, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit pretranslate_by(hxp_memory *memory, const hxp_command *command,
                                const pretranslate_settings *settings)
{
    hxp_lookup *lookup = NULL;
    pretranslating self = {
        .settings = settings,
        .sources = { .command = command,
                     .from = settings->lookup.options.from,
                     .input_format = settings->units.input_format,
                     .encoding = settings->units.encoding,
                     .quiet = settings->common.quiet },
    };
    self.sources.named =
        has_format(&self, "xliff") || has_format(&self, "xliff2");
    hxp_exit code = hxp_sources_open(&self.sources);
    if (code == HXP_EXIT_OK)
        code = hxp_lookup_open(&lookup, memory, &settings->lookup,
                               settings->common.quiet);
    if (code == HXP_EXIT_OK)
        code = write_files(&self, lookup);
    if (code == HXP_EXIT_OK && !settings->common.quiet)
        say_counts(&self.counts);
    hxp_lookup_free(lookup);
    hxp_sources_close(&self.sources);
    return code;
}

/** Check the settings, or say what is wrong with them. */
static hxp_exit settle(const hxp_command *command,
                       pretranslate_settings *settings)
{
    if (settings->common.operands.count < 2)
        return hxp_say_usage(command,
                             "memory pretranslate takes a STORE and FILEs");
    hxp_exit code =
        hxp_lookup_settle(command, &settings->lookup, &settings->common);
    if (code == HXP_EXIT_OK)
        code = hxp_output_format(&settings->units.format, command,
                                 settings->units.output, "tmx");
    if (code != HXP_EXIT_OK)
        return code;
    settings->lookup.options.top = 1;
    settings->units.from = settings->lookup.options.from;
    settings->units.to = settings->lookup.options.to;
    for (size_t i = 0; written[i]; i++)
        if (strcmp(settings->units.format, written[i]) == 0)
            return HXP_EXIT_OK;
    return hxp_say_usage(command,
                         "memory pretranslate writes tmx, xliff, xliff2, po, "
                         "xcstrings and tsv, not '%s'",
                         settings->units.format);
}

static hxp_exit pretranslate(const hxp_command *command,
                             pretranslate_settings *settings)
{
    hxp_memory *memory = NULL;
    hxp_exit code = settle(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_store_open(&memory, command, &settings->common,
                              HXP_MEMORY_READ);
    if (code == HXP_EXIT_OK)
        code = pretranslate_by(memory, command, settings);
    hxp_memory_close(memory);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    pretranslate_settings settings = { .lookup = HXP_LOOKUP_SETTINGS_INIT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)pretranslate(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_pretranslate = {
    "memory pretranslate", "STORE FILE ...",
    "Writes files with the translations that a store has for their segments.",
    options, run
};
