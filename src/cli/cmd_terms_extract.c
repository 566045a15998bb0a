/* cmd_terms_extract.c - hexapla terms extract: a termbase from a memory. */
#include "base/decimal.h"
#include "base/str.h"
#include "cli/formats.h"
#include "cli/terms.h"
#include "cli/texts.h"
#include "cli/units.h"

#include <hexapla/lexicon.h>

typedef struct extract_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_values to;
    const char *from;
    size_t least;
    size_t most;
    double confidence;
    int format;
} extract_settings;

/* The first means: by the output's name, else table. */
static const char *const formats[] = { "auto", "table", "tbx", "csv", NULL };
enum { FORMAT_AUTO, FORMAT_TABLE };

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(extract_settings, units.output), NULL },
    { 'f', "format", "FORMAT",
      "of the output: tbx, csv or table (for reading); else its name tells it, "
      "or it is table",
      HXP_OPTION_CHOICE, offsetof(extract_settings, format), formats },
    { '\0', "from", "TAG", "the source language; else the file tells it",
      HXP_OPTION_TEXT, offsetof(extract_settings, from), NULL },
    { '\0', "to", "TAG",
      "translations in this language; may be given several times; else in all",
      HXP_OPTION_LIST, offsetof(extract_settings, to), NULL },
    { '\0', "min-count", "N", "terms that are met so often; 2, if not given",
      HXP_OPTION_WHOLE, offsetof(extract_settings, least), NULL },
    { '\0', "min-confidence", "SHARE",
      "translations that are so sure, from 0 to 1; 0.3, if not given",
      HXP_OPTION_SHARE, offsetof(extract_settings, confidence), NULL },
    { '\0', "top", "N", "so many terms at most, the best; else all",
      HXP_OPTION_WHOLE, offsetof(extract_settings, most), NULL },
    HXP_UNIT_INPUT_OPTIONS(extract_settings),
    HXP_COMMON_OPTIONS(extract_settings)
};

/** The format of the output; "table" is none of the library's. */
static const char *format_of(const extract_settings *settings)
{
    const char *named = settings->units.output
                            ? hxp_termbase_format_of(settings->units.output)
                            : NULL;
    if (settings->format != FORMAT_AUTO)
        return formats[settings->format];
    return named ? named : formats[FORMAT_TABLE];
}

static hxp_exit write(const hxp_termbase *termbase,
                      const extract_settings *settings)
{
    const hxp_terms_output to = { settings->units.output, format_of(settings),
                                  settings->from, NULL,
                                  settings->common.quiet };
    if (hxp_termbase_count(termbase) == 0 && !settings->common.quiet)
        hxp_say("warning: no term%s%s was found", settings->from ? " in " : "",
                settings->from ? settings->from : "");
    return strcmp(to.format, formats[FORMAT_TABLE]) == 0
               ? hxp_terms_write_table(termbase, to.path, &settings->common)
               : hxp_terms_write(termbase, &to);
}

static hxp_exit extract(hxp_locales *locales, hxp_termbase *termbase,
                        const extract_settings *settings)
{
    hxp_extract_options how = HXP_EXTRACT_OPTIONS_INIT;
    hxp_unit_sink *extractor;
    hxp_error error;
    how.locales = locales;
    how.source_language = settings->from;
    how.targets = settings->to.items;
    how.target_count = settings->to.count;
    how.least = settings->least;
    how.most = settings->most;
    how.confidence = settings->confidence;
    if (hxp_extractor_new(&extractor, termbase, &how, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_status status =
        hxp_units_read(settings->common.operands.items[0], &settings->units,
                       settings->common.quiet, extractor, &error);
    size_t passed_over = hxp_extractor_passed_over(extractor);
    extractor->close(extractor);
    if (status == HXP_OK && passed_over > 0 && !settings->common.quiet)
        hxp_say("note: %zu translation%s passed over: there are words enough "
                "before",
                passed_over, passed_over == 1 ? "" : "s");
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** See that the settings can be. */
static hxp_exit settle(const hxp_command *command,
                       const extract_settings *settings)
{
    char canonical[HXP_TAG_SIZE];
    if (settings->common.operands.count != 1)
        return hxp_say_usage(command, "terms extract takes one FILE; - is "
                                      "standard input");
    if (settings->from &&
        !hxp_tag_canonical(canonical, hxp_str_of(settings->from)))
        return hxp_say_usage(command, "'%s' is no language tag",
                             settings->from);
    for (size_t i = 0; i < settings->to.count; i++)
        if (!hxp_tag_canonical(canonical, hxp_str_of(settings->to.items[i])))
            return hxp_say_usage(command, "'%s' is no language tag",
                                 settings->to.items[i]);
    if (settings->least == 0)
        return hxp_say_usage(command, "--min-count is 1 or more");
    return hxp_check_unit_format(command, settings->units.input_format);
}

static hxp_exit run_settings(const hxp_command *command,
                             const extract_settings *settings)
{
    hxp_locales *locales = NULL;
    hxp_termbase *termbase = NULL;
    hxp_error error;
    hxp_exit code = settle(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_open_locales(&locales);
    if (code == HXP_EXIT_OK && hxp_termbase_new(&termbase, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = extract(locales, termbase, settings);
    if (code == HXP_EXIT_OK)
        code = write(termbase, settings);
    hxp_termbase_free(termbase);
    hxp_locales_free(locales);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    extract_settings settings = { .least = 2, .confidence = 0.3 };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)run_settings(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_terms_extract = {
    "terms extract", "FILE",
    "Finds the terms of a translation memory and what translates them.",
    options, run
};
