/* cmd_convert.c - hexapla convert: from one unit format to another. */
#include "base/str.h"
#include "cli/cli.h"
#include "cli/formats.h"
#include "cli/guard.h"
#include "cli/say.h"

#include <hexapla/formats.h>

typedef struct convert_settings {
    hxp_settings common;
    const char *output;
    const char *format;
    const char *input_format;
    const char *encoding;
} convert_settings;

static const hxp_option options[] = {
    { 'o', "output", "FILE",
      "write there, instead of OUT; - is standard output", HXP_OPTION_TEXT,
      offsetof(convert_settings, output), NULL },
    { 'f', "format", "FORMAT", "tmx or tsv; else the output's name tells it",
      HXP_OPTION_TEXT, offsetof(convert_settings, format), NULL },
    { '\0', "input-format", "FORMAT",
      "tmx or tsv; else the input's name or content tells it", HXP_OPTION_TEXT,
      offsetof(convert_settings, input_format), NULL },
    { '\0', "encoding", "NAME",
      "of the input, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(convert_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(convert_settings)
};

/** Read units from input into a writer to output. */
static hxp_status copy(hxp_input *input, hxp_output *output,
                       const convert_settings *settings, hxp_error *error)
{
    hxp_sayer losses = hxp_sayer_make(settings->common.quiet);
    hxp_sayer faults = hxp_sayer_make(settings->common.quiet);
    hxp_write_options writing = { settings->format, &losses.sink };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_unit_sink *writer;
    reading.format = settings->input_format;
    reading.encoding = settings->encoding;
    reading.findings = &faults.sink;
    hxp_status status = hxp_unit_writer_new(&writer, output, &writing, error);
    if (status != HXP_OK)
        return status;
    status = hxp_read_units(input, &reading, writer, error);
    writer->close(writer);
    hxp_sayer_finish(&faults, hxp_input_name(input));
    return status;
}

static hxp_exit convert(const char *from, const convert_settings *settings)
{
    hxp_input *input;
    hxp_output *output;
    hxp_error error;
    hxp_status status = hxp_input_open(&input, from, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    status = hxp_guard_open(&output, settings->output, &error);
    if (status == HXP_OK) {
        status = copy(input, output, settings, &error);
        if (status == HXP_OK)
            status = hxp_guard_finish(output, &error);
        else
            hxp_guard_close(output);
    }
    hxp_input_close(input);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** Find out what is asked for, or say why not. */
static hxp_exit settle(const hxp_command *command, convert_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    size_t most = settings->output ? 1 : 2;
    if (files->count == 0 || files->count > most)
        return hxp_say_usage(command, "convert takes one input and one output");
    if (files->count == 2)
        settings->output = files->items[1];
    if (settings->input_format && !hxp_is_unit_format(settings->input_format))
        return hxp_say_usage(command, "there is no unit format '%s'",
                             settings->input_format);
    return hxp_output_format(&settings->format, command, settings->output,
                             NULL);
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    convert_settings settings = { .output = NULL };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = (int)settle(command, &settings);
        if (code == HXP_EXIT_OK)
            code = (int)convert(settings.common.operands.items[0], &settings);
    }
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_convert = {
    "convert", "IN [OUT]", "Writes a translation memory in another format.",
    options, run
};
