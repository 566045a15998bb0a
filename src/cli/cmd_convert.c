/* cmd_convert.c - hexapla convert: from one unit format to another. */
#include "base/error.h"
#include "base/pack.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/formats.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/texts.h"

#include <hexapla/formats.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct convert_settings {
    hxp_settings common;
    const char *output;
    const char *format;
    const char *input_format;
    const char *encoding;
    const char *from;
    const char *to;
    const char *columns;
    bool no_header;
    bool strict;
    bool level1;
} convert_settings;

static const hxp_option options[] = {
    { 'o', "output", "FILE",
      "write there, instead of OUT; - is standard output; for moses what the "
      "names of both begin with",
      HXP_OPTION_TEXT, offsetof(convert_settings, output), NULL },
    { 'f', "format", "FORMAT",
      HXP_UNIT_FORMATS " or moses; else the output's name tells it",
      HXP_OPTION_TEXT, offsetof(convert_settings, format),
      hxp_convert_formats },
    { '\0', "input-format", "FORMAT",
      HXP_UNIT_FORMATS " or moses; else the input's name or content tells it",
      HXP_OPTION_TEXT, offsetof(convert_settings, input_format),
      hxp_convert_formats },
    { '\0', "encoding", "NAME",
      "of the input, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(convert_settings, encoding), NULL },
    { '\0', "from", "TAG",
      "the source language: which to write, or that of an input that does not "
      "tell",
      HXP_OPTION_TEXT, offsetof(convert_settings, from), NULL },
    { '\0', "to", "TAG", "the target language, likewise", HXP_OPTION_TEXT,
      offsetof(convert_settings, to), NULL },
    { '\0', "columns", "NAMES",
      "of csv, such as en,nl,note: what its columns hold", HXP_OPTION_TEXT,
      offsetof(convert_settings, columns), NULL },
    { '\0', "no-header", NULL, "csv has no line with the columns' names",
      HXP_OPTION_FLAG, offsetof(convert_settings, no_header), NULL },
    { '\0', "strict", NULL, "leave out of tmx what is not part of TMX 1.4",
      HXP_OPTION_FLAG, offsetof(convert_settings, strict), NULL },
    { '\0', "level1", NULL, "leave inline codes out of tmx", HXP_OPTION_FLAG,
      offsetof(convert_settings, level1), NULL },
    HXP_COMMON_OPTIONS(convert_settings)
};

static const char moses[] = "moses";

static bool is_moses(const char *format)
{
    return format && strcmp(format, moses) == 0;
}

/** The files of one conversion. */
typedef struct conversion {
    const convert_settings *settings;
    hxp_operand *operands; /* the inputs */
    hxp_line_text *inputs; /* with their languages, if they are moses */
    size_t input_count;
    hxp_output *outputs[2]; /* moses has two */
    size_t output_count;
} conversion;

/* --- Opening and closing -------------------------------------------------- */

static hxp_status open_inputs(conversion *files, hxp_error *error)
{
    size_t count = files->settings->common.operands.count;
    hxp_status status = HXP_OK;
    for (; status == HXP_OK && files->input_count < count;
         files->input_count++) {
        size_t i = files->input_count;
        status = hxp_input_open(&files->inputs[i].input,
                                files->operands[i].path, error);
        files->inputs[i].language = hxp_str_of(files->operands[i].language);
    }
    return status;
}

static hxp_status open_output(conversion *files, const char *path,
                              hxp_error *error)
{
    hxp_status status =
        hxp_guard_open(&files->outputs[files->output_count], path, error);
    files->output_count += status == HXP_OK;
    return status;
}

/** Open the output, or one for each language of moses. */
static hxp_status open_outputs(conversion *files, hxp_error *error)
{
    const convert_settings *settings = files->settings;
    const char *tags[] = { settings->from, settings->to };
    char path[PATH_MAX];
    hxp_status status = HXP_OK;
    if (!is_moses(settings->format))
        return open_output(files, settings->output, error);
    for (int i = 0; status == HXP_OK && i < 2; i++) {
        int len =
            snprintf(path, sizeof path, "%s.%s", settings->output, tags[i]);
        if (len < 0 || (size_t)len >= sizeof path)
            return hxp_fail(error, HXP_ESYSTEM,
                            "the output's name is too long");
        status = open_output(files, path, error);
    }
    return status;
}

/** Complete the outputs, or leave nothing of them. */
static hxp_status finish_outputs(conversion *files, hxp_status status,
                                 hxp_error *error)
{
    for (size_t i = 0; i < files->output_count; i++)
        status = hxp_guard_end(files->outputs[i], status, error);
    return status;
}

static void close_inputs(conversion *files)
{
    for (size_t i = 0; i < files->input_count; i++)
        hxp_input_close(files->inputs[i].input);
    free(files->inputs);
    free(files->operands);
}

/* --- Copying -------------------------------------------------------------- */

static hxp_status new_writer(hxp_unit_sink **out, conversion *files,
                             hxp_finding_sink *losses, hxp_error *error)
{
    const convert_settings *settings = files->settings;
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    writing.format = settings->format;
    writing.losses = losses;
    writing.from = settings->from;
    writing.to = settings->to;
    writing.table.columns = settings->columns;
    writing.table.no_header = settings->no_header;
    writing.strict = settings->strict;
    writing.level1 = settings->level1;
    if (is_moses(settings->format))
        return hxp_lines_writer_new(out, files->outputs[0], files->outputs[1],
                                    &writing, error);
    return hxp_unit_writer_new(out, files->outputs[0], &writing, error);
}

static hxp_status read_units(conversion *files, hxp_unit_sink *writer,
                             hxp_finding_sink *faults, hxp_error *error)
{
    const convert_settings *settings = files->settings;
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.format = settings->input_format;
    reading.encoding = settings->encoding;
    reading.findings = faults;
    reading.from = settings->from;
    reading.to = settings->to;
    reading.table.columns = settings->columns;
    reading.table.no_header = settings->no_header;
    if (is_moses(settings->input_format))
        return hxp_read_lines(files->inputs, files->input_count, &reading,
                              writer, error);
    return hxp_read_units(files->inputs[0].input, &reading, writer, error);
}

static hxp_status copy(conversion *files, hxp_error *error)
{
    bool quiet = files->settings->common.quiet;
    hxp_sayer losses = hxp_sayer_make(quiet), faults = hxp_sayer_make(quiet);
    hxp_unit_sink *writer;
    hxp_status status = new_writer(&writer, files, &losses.sink, error);
    if (status != HXP_OK)
        return status;
    status = read_units(files, writer, &faults.sink, error);
    writer->close(writer);
    hxp_sayer_finish(&faults, hxp_input_name(files->inputs[0].input));
    return status;
}

static hxp_exit convert(conversion *files)
{
    hxp_error error;
    hxp_status status = open_inputs(files, &error);
    if (status == HXP_OK)
        status = open_outputs(files, &error);
    if (status == HXP_OK)
        status = copy(files, &error);
    status = finish_outputs(files, status, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/* --- What is asked for ---------------------------------------------------- */

/** True when the operands, all inputs, are of no other format than moses. */
static bool are_lines(const hxp_values *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (hxp_unit_format_of(files->items[i]))
            return false;
    return files->count > 1;
}

/** The language that the name of a text ends with: text.nl, text.nl.gz. */
static void language_of_end(hxp_operand *operand)
{
    hxp_str name = hxp_unpacked_name(hxp_str_of(operand->path));
    size_t start = name.len;
    while (start > 0 && name.ptr[start - 1] != '.' &&
           name.ptr[start - 1] != '/')
        start--;
    if (operand->language[0] == '\0' && start > 0 && name.ptr[start - 1] == '.')
        hxp_tag_canonical(operand->language,
                          hxp_str_part(name, start, name.len));
}

/** Find out the inputs, and of moses their languages. */
static hxp_exit settle_operands(const hxp_command *command, conversion *files)
{
    const hxp_values *given = &files->settings->common.operands;
    bool lines = is_moses(files->settings->input_format);
    hxp_error error;
    files->inputs = calloc(given->count, sizeof(hxp_line_text));
    files->operands = calloc(given->count, sizeof(hxp_operand));
    if (!files->inputs || !files->operands) {
        hxp_no_memory(&error);
        return hxp_say_error(&error);
    }
    for (size_t i = 0; i < given->count; i++) {
        hxp_operand *operand = &files->operands[i];
        operand->path = given->items[i];
        if (!lines)
            continue;
        *operand = hxp_operand_of(given->items[i]);
        language_of_end(operand);
        if (operand->language[0] == '\0')
            return hxp_say_usage(command,
                                 "%s: in which language? name it text.nl, or "
                                 "give nl=%s",
                                 operand->path, operand->path);
    }
    return HXP_EXIT_OK;
}

/** Find out what is input, and in which format. */
static hxp_exit settle_inputs(const hxp_command *command,
                              convert_settings *settings)
{
    hxp_values *given = &settings->common.operands;
    if (!settings->output && given->count > 1)
        settings->output = given->items[--given->count];
    if (!settings->input_format && are_lines(given))
        settings->input_format = moses;
    bool lines = is_moses(settings->input_format);
    if (given->count == 0 || (given->count > 1 && !lines))
        return hxp_say_usage(command, "convert takes one input and one output");
    if (lines && (given->count < 2 || given->count > HXP_LINE_TEXTS))
        return hxp_say_usage(
            command, "moses is two texts or more: convert text.en text.nl -o "
                     "FILE");
    return lines ? HXP_EXIT_OK
                 : hxp_check_unit_format(command, settings->input_format);
}

/** See that the languages named are named by tags. */
static hxp_exit check_languages(const hxp_command *command,
                                const convert_settings *settings)
{
    const char *tags[] = { settings->from, settings->to };
    char canonical[HXP_TAG_SIZE];
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (tags[i] && !hxp_tag_canonical(canonical, hxp_str_of(tags[i])))
            return hxp_say_usage(command, "'%s' is no language tag", tags[i]);
    return HXP_EXIT_OK;
}

static hxp_exit settle_output(const hxp_command *command,
                              convert_settings *settings)
{
    if (!is_moses(settings->format))
        return hxp_output_format(&settings->format, command, settings->output,
                                 NULL);
    if (!settings->output || strcmp(settings->output, "-") == 0)
        return hxp_say_usage(command, "moses is two texts; -o NAME says what "
                                      "their names begin with");
    if (!settings->from || !settings->to)
        return hxp_say_usage(command,
                             "moses holds two languages; --from and --to name "
                             "them");
    return HXP_EXIT_OK;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    convert_settings settings = { .output = NULL };
    conversion files = { .settings = &settings };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = (int)settle_inputs(command, &settings);
        if (code == HXP_EXIT_OK)
            code = (int)settle_output(command, &settings);
        if (code == HXP_EXIT_OK)
            code = (int)check_languages(command, &settings);
        if (code == HXP_EXIT_OK)
            code = (int)settle_operands(command, &files);
        if (code == HXP_EXIT_OK)
            code = (int)convert(&files);
    }
    close_inputs(&files);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_convert = {
    "convert", "IN [OUT]", "Writes a translation memory in another format.",
    options, run
};
