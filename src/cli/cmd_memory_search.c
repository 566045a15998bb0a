/* cmd_memory_search.c - hexapla memory search: words in the texts of a store.
 */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/hit_writer.h"
#include "cli/memory.h"
#include "cli/store.h"
#include "text/utf8.h"

#include <hexapla/text.h>

typedef struct search_settings {
    hxp_settings common;
    hxp_search_options search;
    const char *from, *to, *output;
    int in, format;
} search_settings;

enum { IN_SOURCE, IN_TARGET };
static const char *const sides[] = { "source", "target", NULL };
static const char *const formats[] = { "text", "tsv", "json", NULL };

static const hxp_option options[] = {
    { '\0', "from", "TAG", "the language of the sources", HXP_OPTION_TEXT,
      offsetof(search_settings, from), NULL },
    { '\0', "to", "TAG", "the language of the translations", HXP_OPTION_TEXT,
      offsetof(search_settings, to), NULL },
    { '\0', "in", "SIDE", "search in the source (the default) or the target",
      HXP_OPTION_CHOICE, offsetof(search_settings, in), sides },
    { '\0', "accents", NULL, "letters with other accents are other letters",
      HXP_OPTION_FLAG, offsetof(search_settings, search.accents), NULL },
    { '\0', "regex", NULL,
      "TEXT is a regular expression; this takes longer, as every text is read",
      HXP_OPTION_FLAG, offsetof(search_settings, search.regex), NULL },
    { '\0', "top", "N", "hits, at most; else 50", HXP_OPTION_WHOLE,
      offsetof(search_settings, search.top), NULL },
    { '\0', "memory", "NAME", "in this memory only", HXP_OPTION_TEXT,
      offsetof(search_settings, search.memory), NULL },
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(search_settings, output), NULL },
    { 'f', "format", "FORMAT", "text (the default), tsv or json",
      HXP_OPTION_CHOICE, offsetof(search_settings, format), formats },
    HXP_COMMON_OPTIONS(search_settings)
};

static hxp_exit settle(const hxp_command *command, search_settings *settings)
{
    char tag[HXP_TAG_SIZE];
    if (!settings->from || !settings->to)
        return hxp_store_say_languages(command, &settings->common);
    const char *tags[] = { settings->from, settings->to };
    for (int i = 0; i < 2; i++)
        if (!hxp_tag_canonical(tag, hxp_str_of(tags[i])))
            return hxp_say_usage(command, "'%s' is no language tag", tags[i]);
    settings->search.language = tags[settings->in == IN_TARGET];
    settings->search.other = tags[settings->in == IN_SOURCE];
    if (settings->common.operands.count != 2)
        return hxp_say_usage(command, "memory search takes a STORE and a TEXT");
    hxp_str text = hxp_str_of(settings->common.operands.items[1]);
    if (hxp_utf8_invalid(text) < text.len)
        return hxp_say_usage(command, "the text is not valid UTF-8");
    return HXP_EXIT_OK;
}

static hxp_exit write_hits(const hxp_occurrence *hits, size_t count,
                           const search_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_screen screen =
        hxp_screen_of(output, settings->output, &settings->common);
    hxp_hits_write(&screen, (hxp_hit_format)settings->format, hits, count);
    return hxp_guard_finish(output, &error) == HXP_OK ? HXP_EXIT_OK
                                                      : hxp_say_error(&error);
}

/** Search, and write what is found. */
static hxp_exit find(hxp_search *search, const hxp_command *command,
                     const search_settings *settings)
{
    const hxp_occurrence *hits;
    size_t count;
    hxp_error error;
    hxp_str text = hxp_str_of(settings->common.operands.items[0]);
    hxp_status status = hxp_search_find(&hits, &count, search, text, &error);
    if (status == HXP_EINPUT && error.file[0] == '\0')
        return hxp_say_usage(command, "%s", error.message);
    return status == HXP_OK ? write_hits(hits, count, settings)
                            : hxp_say_error(&error);
}

static hxp_exit search(const hxp_command *command, search_settings *settings)
{
    hxp_memory *memory = NULL;
    hxp_search *search = NULL;
    hxp_error error;
    hxp_exit code = settle(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_store_open(&memory, command, &settings->common,
                              HXP_MEMORY_READ);
    if (code == HXP_EXIT_OK &&
        hxp_search_new(&search, memory, &settings->search, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = find(search, command, settings);
    hxp_search_free(search);
    hxp_memory_close(memory);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    search_settings settings = { .search = HXP_SEARCH_OPTIONS_INIT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)search(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_memory_search = {
    "memory search", "STORE TEXT",
    "Finds words in the sources or translations of a store.", options, run
};
