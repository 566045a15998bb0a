/* cmd_memory_lookup.c - hexapla memory lookup: units like each query. */
#include "base/decimal.h"
#include "base/str.h"
#include "cli/guard.h"
#include "cli/match_writer.h"
#include "cli/memory.h"
#include "cli/store.h"
#include "cli/texts.h"

typedef struct lookup_settings {
    hxp_settings common;
    hxp_lookup_options lookup;
    size_t min;
    const char *output, *encoding;
    hxp_values penalties;
    bool document;
    int by, format;
} lookup_settings;

/** In the order of hxp_similarity_kind. */
static const char *const kinds[] = { "both", "words", "characters", NULL };

static const char *const formats[] = { "text", "tsv", "json", NULL };

static const hxp_option options[] = {
    { '\0', "from", "TAG", "the language of the queries", HXP_OPTION_TEXT,
      offsetof(lookup_settings, lookup.from), NULL },
    { '\0', "to", "TAG", "the language of the translations", HXP_OPTION_TEXT,
      offsetof(lookup_settings, lookup.to), NULL },
    { '\0', "min", "SCORE", "the lowest score; else 70", HXP_OPTION_WHOLE,
      offsetof(lookup_settings, min), NULL },
    { '\0', "top", "N", "matches a query, at most; else 5", HXP_OPTION_WHOLE,
      offsetof(lookup_settings, lookup.top), NULL },
    { '\0', "by", "KIND",
      "which similarity counts: both (the larger; the default), words or "
      "characters",
      HXP_OPTION_CHOICE, offsetof(lookup_settings, by), kinds },
    { '\0', "memory", "NAME", "in this memory only", HXP_OPTION_TEXT,
      offsetof(lookup_settings, lookup.memory), NULL },
    { '\0', "document", NULL,
      "the sentences of FILE are the queries, not its lines; what stands "
      "before "
      "and behind them counts",
      HXP_OPTION_FLAG, offsetof(lookup_settings, document), NULL },
    { '\0', "penalty", "NAME=POINTS",
      "what takes off how many points: language (1), unreviewed (2), machine "
      "(3), aligned (2)",
      HXP_OPTION_LIST, offsetof(lookup_settings, penalties), NULL },
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(lookup_settings, output), NULL },
    { 'f', "format", "FORMAT", "text (the default), tsv or json",
      HXP_OPTION_CHOICE, offsetof(lookup_settings, format), formats },
    { '\0', "encoding", "NAME",
      "of FILE, such as windows-1252; else the file tells it", HXP_OPTION_TEXT,
      offsetof(lookup_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(lookup_settings)
};

/* --- Options -------------------------------------------------------------- */

/** Read "NAME=POINTS". */
static bool read_penalty(hxp_lookup_options *lookup, const char *text)
{
    hxp_str rest = hxp_str_of(text), name;
    double points;
    if (!hxp_str_cut(&rest, '=', &name) || !hxp_decimal_read(&points, rest) ||
        points < 0 || points > 100)
        return false;
    for (int kind = 0; kind < HXP_PENALTIES; kind++) {
        if (!hxp_str_is(name, hxp_penalty_name((hxp_penalty_kind)kind)))
            continue;
        lookup->penalties[kind] = (unsigned)points;
        return true;
    }
    return false;
}

static hxp_exit settle(const hxp_command *command, lookup_settings *settings)
{
    hxp_lookup_options *lookup = &settings->lookup;
    char tag[HXP_TAG_SIZE];
    if (!lookup->from || !lookup->to)
        return hxp_say_usage(command, "memory lookup needs --from and --to");
    const char *tags[] = { lookup->from, lookup->to };
    for (int i = 0; i < 2; i++)
        if (!hxp_tag_canonical(tag, hxp_str_of(tags[i])))
            return hxp_say_usage(command, "'%s' is no language tag", tags[i]);
    if (settings->min < 1 || settings->min > 102)
        return hxp_say_usage(command, "--min takes a score from 1 to 102");
    lookup->min = (unsigned)settings->min;
    lookup->by = (hxp_similarity_kind)settings->by;
    for (size_t i = 0; i < settings->penalties.count; i++)
        if (!read_penalty(lookup, settings->penalties.items[i]))
            return hxp_say_usage(command,
                                 "'%s' is no penalty such as "
                                 "machine=5",
                                 settings->penalties.items[i]);
    if (settings->common.operands.count > 2)
        return hxp_say_usage(command, "memory lookup takes a STORE and a FILE");
    return HXP_EXIT_OK;
}

/* --- Looking up ----------------------------------------------------------- */

/** Look up each segment of text, and write what is found. */
static hxp_status look_up_all(hxp_lookup *lookup, const hxp_text *text,
                              bool in_context, hxp_match_writer *writer,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t segments = text->segments.count;
    for (size_t i = 0; status == HXP_OK && i < segments; i++) {
        const hxp_match *matches;
        size_t count;
        hxp_query query = { .content = { .text = hxp_text_segment(text, i) },
                            .in_context = in_context };
        query.previous = i > 0 ? hxp_text_segment(text, i - 1) : HXP_STR("");
        query.next =
            i + 1 < segments ? hxp_text_segment(text, i + 1) : HXP_STR("");
        status = hxp_lookup_find(&matches, &count, lookup, &query, error);
        if (status == HXP_OK)
            hxp_match_writer_put(writer, query.content.text, matches, count);
        if (hxp_output_failed(writer->screen.output))
            break;
    }
    return status;
}

static hxp_exit write_matches(hxp_lookup *lookup, const hxp_text *text,
                              const lookup_settings *settings)
{
    hxp_output *output;
    hxp_match_writer writer;
    hxp_error error;
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_match_writer_begin(
        &writer, (hxp_match_format)settings->format,
        hxp_screen_of(output, settings->output, &settings->common));
    hxp_status status =
        look_up_all(lookup, text, settings->document, &writer, &error);
    hxp_match_writer_end(&writer);
    if (status == HXP_OK)
        status = hxp_guard_finish(output, &error);
    else
        hxp_guard_close(output);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** Read the queries: the sentences or lines of the file at path. */
static hxp_exit read_queries(hxp_text *text, hxp_locales **locales,
                             const hxp_command *command, const char *path,
                             const lookup_settings *settings)
{
    hxp_text_options reading = {
        .command = command,
        .language = settings->lookup.from,
        .lines = !settings->document,
        .quiet = settings->common.quiet || !settings->document,
        .document = { .encoding = settings->encoding },
    };
    hxp_exit code = hxp_open_locales(locales);
    return code == HXP_EXIT_OK ? hxp_text_read(text, *locales, path, &reading)
                               : code;
}

static hxp_exit look_up(const hxp_command *command, lookup_settings *settings)
{
    hxp_memory *memory = NULL;
    hxp_lookup *lookup = NULL;
    hxp_locales *locales = NULL;
    hxp_text text = { .document = NULL };
    hxp_error error;
    hxp_exit code = settle(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_store_open(&memory, command, &settings->common,
                              HXP_MEMORY_READ);
    const hxp_values *files = &settings->common.operands;
    if (code == HXP_EXIT_OK)
        code = read_queries(&text, &locales, command,
                            files->count > 0 ? files->items[0] : "-", settings);
    if (code == HXP_EXIT_OK &&
        hxp_lookup_new(&lookup, memory, &settings->lookup, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = write_matches(lookup, &text, settings);
    hxp_lookup_free(lookup);
    hxp_text_free(&text);
    hxp_locales_free(locales);
    hxp_memory_close(memory);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    lookup_settings settings = { .lookup = HXP_LOOKUP_OPTIONS_INIT, .min = 70 };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)look_up(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_lookup = {
    "memory lookup", "[STORE [FILE]]",
    "Finds the units whose source is like each line, or sentence, of a text.",
    options, run
};
