/* cmd_terms_convert.c - hexapla terms convert: termbases as another one. */
#include "cli/terms.h"

#include <hexapla/formats.h>

typedef struct convert_settings {
    hxp_settings common;
    hxp_terms_settings reading;
    const char *output;
    int format;
} convert_settings;

/* The first means: by the output's name, else tbx. */
static const char *const formats[] = { "auto",    "tbx",    "csv",
                                       "columns", "omegat", NULL };

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(convert_settings, output), NULL },
    { 'f', "format", "FORMAT",
      "of the output: tbx, csv, columns (a language each) or omegat; else its "
      "name tells it, or it is tbx",
      HXP_OPTION_CHOICE, offsetof(convert_settings, format), formats },
    HXP_TERMS_OPTIONS(convert_settings),
    HXP_COMMON_OPTIONS(convert_settings)
};

static const char *format_of(const convert_settings *settings)
{
    const char *format = settings->format ? formats[settings->format] : NULL;
    if (!format && settings->output)
        format = hxp_termbase_format_of(settings->output);
    return format ? format : "tbx";
}

static hxp_exit convert(const hxp_command *command,
                        const convert_settings *settings)
{
    hxp_termbase *termbase = NULL;
    const hxp_terms_output to = { settings->output, format_of(settings),
                                  settings->reading.from, settings->reading.to,
                                  settings->common.quiet };
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "terms convert needs a FILE; - is "
                                      "standard input");
    hxp_exit code = hxp_terms_settle(command, &settings->reading);
    if (code == HXP_EXIT_OK)
        code = hxp_terms_read(&termbase, &settings->common.operands,
                              &settings->reading, settings->common.quiet);
    if (code == HXP_EXIT_OK)
        code = hxp_terms_write(termbase, &to);
    hxp_termbase_free(termbase);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    convert_settings settings = { .format = 0 };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)convert(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_terms_convert = {
    "terms convert", "FILE ...", "Writes termbases as one, in another format.",
    options, run
};
