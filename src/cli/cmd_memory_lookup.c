/* cmd_memory_lookup.c - hexapla memory lookup: units like each query. */
#include "cli/guard.h"
#include "cli/lookups.h"
#include "cli/match_writer.h"
#include "cli/memory.h"
#include "cli/sources.h"
#include "cli/store.h"
#include "memory/asking.h"
#include "text/utf8.h"

typedef struct lookup_settings {
    hxp_settings common;
    hxp_lookup_settings lookup;
    const char *output, *encoding, *input_format;
    bool document;
    int format;
} lookup_settings;

static const char *const formats[] = { "text", "tsv", "json", NULL };

static const hxp_option options[] = {
    HXP_LOOKUP_OPTIONS(lookup_settings),
    HXP_LOOKUP_MIN_OPTION(lookup_settings),
    { '\0', "top", "N", "matches a query, at most; else 5", HXP_OPTION_WHOLE,
      offsetof(lookup_settings, lookup.options.top), NULL },
    { '\0', "document", NULL,
      "the sentences of FILE, or the sources of its units, are the queries, "
      "not its lines; what stands before and behind them and their ids count",
      HXP_OPTION_FLAG, offsetof(lookup_settings, document), NULL },
    { '\0', "input-format", "FORMAT", HXP_SOURCE_FORMATS " (with --document)",
      HXP_OPTION_TEXT, offsetof(lookup_settings, input_format),
      hxp_source_formats },
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(lookup_settings, output), NULL },
    { 'f', "format", "FORMAT", "text (the default), tsv or json",
      HXP_OPTION_CHOICE, offsetof(lookup_settings, format), formats },
    { '\0', "encoding", "NAME",
      "of FILE, such as windows-1252; else the file tells it", HXP_OPTION_TEXT,
      offsetof(lookup_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(lookup_settings)
};

/* --- Looking up ----------------------------------------------------------- */

/** Where queries come to, and their matches go. */
typedef struct looking_up {
    hxp_asking asking;
    hxp_lookup *lookup;
    hxp_match_writer writer;
    size_t too_long; /* queries that cannot be compared */
} looking_up;

static hxp_status look_up(looking_up *self, const hxp_query *query,
                          hxp_error *error)
{
    const hxp_match *matches;
    size_t count;
    hxp_status status =
        hxp_lookup_find(&matches, &count, self->lookup, query, error);
    self->too_long += hxp_utf8_length(query->content.text) > HXP_LOOKUP_LONGEST;
    if (status == HXP_OK)
        hxp_match_writer_put(&self->writer, query->content.text, matches,
                             count);
    return status;
}

static hxp_status look_up_unit(hxp_asking *asking, const hxp_unit *unit,
                               const hxp_query *query, hxp_error *error)
{
    (void)unit;
    return look_up((looking_up *)asking, query, error);
}

/** Look up the segments of a document, or of units. */
static hxp_exit look_up_segments(looking_up *self, hxp_sources *sources,
                                 const char *path)
{
    hxp_exit code = hxp_sources_open(sources);
    self->asking.sink = (hxp_unit_sink){ hxp_asking_begin, hxp_asking_unit,
                                         hxp_asking_end, NULL };
    self->asking.ask = look_up_unit;
    self->asking.source.chosen = sources->from;
    if (code == HXP_EXIT_OK)
        code = hxp_sources_read(sources, path, &self->asking.sink);
    hxp_asking_free(&self->asking);
    hxp_sources_close(sources);
    return code;
}

/** Look up each line of a text. */
static hxp_exit look_up_lines(looking_up *self, const hxp_sources *sources,
                              const char *path)
{
    hxp_locales *locales = NULL;
    hxp_text text = { .document = NULL };
    hxp_error error;
    hxp_text_options reading = {
        .command = sources->command,
        .language = sources->from,
        .lines = true,
        .quiet = true,
        .document = { .encoding = sources->encoding },
    };
    hxp_status status = HXP_OK;
    hxp_exit code = hxp_open_locales(&locales);
    if (code == HXP_EXIT_OK)
        code = hxp_text_read(&text, locales, path, &reading);
    for (size_t i = 0; code == HXP_EXIT_OK && i < text.segments.count; i++) {
        hxp_query query = { .content = { .text = hxp_text_segment(&text, i) } };
        status = look_up(self, &query, &error);
        if (status != HXP_OK)
            code = hxp_say_error(&error);
        if (hxp_output_failed(self->writer.screen.output))
            break;
    }
    hxp_text_free(&text);
    hxp_locales_free(locales);
    return code;
}

static hxp_exit write_matches(hxp_lookup *lookup, const hxp_command *command,
                              const lookup_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    const char *path = files->count > 0 ? files->items[0] : "-";
    looking_up self = { .lookup = lookup };
    hxp_sources sources = { .command = command,
                            .from = settings->lookup.options.from,
                            .input_format = settings->input_format,
                            .encoding = settings->encoding,
                            .quiet = settings->common.quiet };
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_match_writer_begin(
        &self.writer, (hxp_match_format)settings->format,
        hxp_screen_of(output, settings->output, &settings->common));
    hxp_exit code = settings->document ? look_up_segments(&self, &sources, path)
                                       : look_up_lines(&self, &sources, path);
    hxp_match_writer_end(&self.writer);
    if (code == HXP_EXIT_OK && self.too_long > 0 && !settings->common.quiet)
        hxp_say("warning: queries with more than %d characters are not "
                "compared: %zu",
                HXP_LOOKUP_LONGEST, self.too_long);
    if (code == HXP_EXIT_OK)
        return hxp_guard_finish(output, &error) == HXP_OK
                   ? HXP_EXIT_OK
                   : hxp_say_error(&error);
    hxp_guard_close(output);
    return code;
}

static hxp_exit look_up_in_store(const hxp_command *command,
                                 lookup_settings *settings)
{
    hxp_memory *memory = NULL;
    hxp_lookup *lookup = NULL;
    hxp_error error;
    if (settings->common.operands.count > 2)
        return hxp_say_usage(command, "memory lookup takes a STORE and a FILE");
    if (settings->input_format && !settings->document)
        return hxp_say_usage(command, "--input-format is for --document");
    hxp_exit code =
        hxp_lookup_settle(command, &settings->lookup, &settings->common);
    if (code == HXP_EXIT_OK)
        code = hxp_store_open(&memory, command, &settings->common,
                              HXP_MEMORY_READ);
    if (code == HXP_EXIT_OK &&
        hxp_lookup_new(&lookup, memory, &settings->lookup.options, &error) !=
            HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = write_matches(lookup, command, settings);
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    lookup_settings settings = { .lookup = HXP_LOOKUP_SETTINGS_INIT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)look_up_in_store(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_lookup = {
    "memory lookup", "[STORE [FILE]]",
    "Finds the units whose source is like each line, or sentence, of a text.",
    options, run
};
