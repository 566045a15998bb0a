/* cmd_memory_analyze.c - hexapla memory analyze: how much a store has of
 * files, in words. */
#include "base/str.h"
#include "cli/analysis_writer.h"
#include "cli/guard.h"
#include "cli/lookups.h"
#include "cli/memory.h"
#include "cli/sources.h"
#include "cli/store.h"
#include "cli/watcher.h"

#include <stdlib.h>

typedef struct analyze_settings {
    hxp_settings common;
    hxp_lookup_settings lookup;
    hxp_values rate;
    const char *rates, *output, *encoding, *input_format;
    bool internal;
    int format;
} analyze_settings;

static const char *const formats[] = { "text", "csv", "json", NULL };

static const hxp_option options[] = {
    HXP_LOOKUP_OPTIONS(analyze_settings),
    { '\0', "internal", NULL,
      "segments also count as matches of those before them that are like them",
      HXP_OPTION_FLAG, offsetof(analyze_settings, internal), NULL },
    { '\0', "rate", "MATCH=PERCENT",
      "what a word counts for, such as 85-94=50 or repetitions=10",
      HXP_OPTION_LIST, offsetof(analyze_settings, rate), NULL },
    { '\0', "rates", "FILE", "lines such as 85-94 = 50: what words count for",
      HXP_OPTION_TEXT, offsetof(analyze_settings, rates), NULL },
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(analyze_settings, output), NULL },
    { 'f', "format", "FORMAT", "text (the default), csv or json",
      HXP_OPTION_CHOICE, offsetof(analyze_settings, format), formats },
    { '\0', "input-format", "FORMAT", HXP_SOURCE_FORMATS, HXP_OPTION_TEXT,
      offsetof(analyze_settings, input_format), hxp_source_formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else each tells it", HXP_OPTION_TEXT,
      offsetof(analyze_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(analyze_settings)
};

static hxp_exit settle_rates(hxp_rates *rates, const hxp_command *command,
                             const analyze_settings *settings)
{
    hxp_error error;
    if (settings->rates &&
        hxp_rates_read(rates, settings->rates, &error) != HXP_OK)
        return hxp_say_error(&error);
    for (size_t i = 0; i < settings->rate.count; i++) {
        hxp_str value = hxp_str_of(settings->rate.items[i]), name;
        hxp_str_cut(&value, '=', &name);
        if (!hxp_rates_set(rates, name, value))
            return hxp_say_usage(command, "'%s' is no rate such as 85-94=50",
                                 settings->rate.items[i]);
    }
    return HXP_EXIT_OK;
}

/** Count the segments of one file. */
static hxp_exit count_file(hxp_analysis_counts *counts, hxp_analysis *analysis,
                           const hxp_sources *sources, const char *path)
{
    hxp_watcher watch =
        hxp_watcher_make(hxp_progress_begin("segments", 0, sources->quiet));
    hxp_error error;
    if (hxp_analysis_file_new(&watch.next, analysis, sources->from, counts,
                              &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_exit code = hxp_sources_read(sources, path, &watch.sink);
    watch.sink.close(&watch.sink);
    return code;
}

/** Count all files into rows, whose counts are there. */
static hxp_exit count_files(hxp_analysis_counts *counts, hxp_lookup *lookup,
                            hxp_sources *sources,
                            const analyze_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    hxp_analysis *analysis = NULL;
    hxp_error error;
    hxp_exit code = hxp_sources_open(sources);
    if (code == HXP_EXIT_OK &&
        hxp_analysis_new(&analysis, lookup, settings->internal, &error) !=
            HXP_OK)
        code = hxp_say_error(&error);
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++)
        code = count_file(&counts[i], analysis, sources, files->items[i]);
    if (code == HXP_EXIT_OK && hxp_analysis_finish(analysis, &error) != HXP_OK)
        code = hxp_say_error(&error);
    hxp_analysis_free(analysis);
    hxp_sources_close(sources);
    return code;
}

static hxp_exit write_counts(const hxp_analysis_counts *counts,
                             hxp_analysis_row *rows, const hxp_rates *rates,
                             const analyze_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    for (size_t i = 0; i < files->count; i++)
        rows[i] = (hxp_analysis_row){ files->items[i], &counts[i] };
    hxp_screen screen =
        hxp_screen_of(output, settings->output, &settings->common);
    hxp_analysis_write(&screen, (hxp_analysis_format)settings->format, rates,
                       rows, files->count);
    return hxp_guard_finish(output, &error) == HXP_OK ? HXP_EXIT_OK
                                                      : hxp_say_error(&error);
}

static hxp_exit analyze_files(hxp_memory *memory, const hxp_command *command,
                              const hxp_rates *rates,
                              analyze_settings *settings)
{
    size_t files = settings->common.operands.count;
    hxp_analysis_counts *counts = calloc(files, sizeof *counts);
    hxp_analysis_row *rows = calloc(files, sizeof *rows);
    hxp_lookup *lookup = NULL;
    hxp_sources sources = { .command = command,
                            .from = settings->lookup.options.from,
                            .input_format = settings->input_format,
                            .encoding = settings->encoding,
                            .quiet = settings->common.quiet };
    hxp_exit code = counts && rows ? HXP_EXIT_OK : hxp_say_no_memory();
    if (code == HXP_EXIT_OK)
        code = hxp_lookup_open(&lookup, memory, &settings->lookup,
                               settings->common.quiet);
    if (code == HXP_EXIT_OK)
        code = count_files(counts, lookup, &sources, settings);
    if (code == HXP_EXIT_OK)
        code = write_counts(counts, rows, rates, settings);
    hxp_lookup_free(lookup);
    free(rows);
    free(counts);
    return code;
}

static hxp_exit analyze(const hxp_command *command, analyze_settings *settings)
{
    hxp_memory *memory = NULL;
    hxp_rates rates = hxp_usual_rates;
    if (settings->common.operands.count < 2)
        return hxp_say_usage(command, "memory analyze takes a STORE and FILEs");
    hxp_exit code =
        hxp_lookup_settle(command, &settings->lookup, &settings->common);
    settings->lookup.options.min = 50;
    settings->lookup.options.top = 1;
    if (code == HXP_EXIT_OK)
        code = settle_rates(&rates, command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_store_open(&memory, command, &settings->common,
                              HXP_MEMORY_READ);
    if (code == HXP_EXIT_OK)
        code = analyze_files(memory, command, &rates, settings);
    hxp_memory_close(memory);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    analyze_settings settings = { .lookup = HXP_LOOKUP_SETTINGS_INIT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)analyze(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_analyze = {
    "memory analyze", "STORE FILE ...",
    "Counts words of files by what a store has for their segments.", options,
    run
};
