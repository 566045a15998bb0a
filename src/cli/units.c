/* units.c - units from a file, through a filter, to an output. */
#include "cli/units.h"

#include "cli/formats.h"
#include "cli/guard.h"

#include <hexapla/formats.h>

hxp_exit hxp_units_settle(const hxp_command *command,
                          hxp_unit_settings *settings)
{
    hxp_exit code = hxp_check_unit_format(command, settings->input_format);
    if (code != HXP_EXIT_OK)
        return code;
    return hxp_output_format(&settings->format, command, settings->output,
                             "tmx");
}

static hxp_status read_input(hxp_input *input,
                             const hxp_unit_settings *settings, bool quiet,
                             hxp_unit_sink *sink, hxp_error *error)
{
    hxp_sayer faults = hxp_sayer_make(quiet);
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.format = settings->input_format;
    reading.encoding = settings->encoding;
    reading.findings = quiet ? NULL : &faults.sink;
    reading.from = settings->from;
    reading.to = settings->to;
    hxp_status status = hxp_read_units(input, &reading, sink, error);
    hxp_sayer_finish(&faults, hxp_input_name(input));
    return status;
}

hxp_status hxp_units_read(const char *path, const hxp_unit_settings *settings,
                          bool quiet, hxp_unit_sink *sink, hxp_error *error)
{
    hxp_input *input;
    hxp_status status = hxp_input_open(&input, path, error);
    if (status == HXP_OK)
        status = read_input(input, settings, quiet, sink, error);
    hxp_input_close(input);
    return status;
}

hxp_status hxp_units_open(hxp_unit_output *out, hxp_unit_sink **writer,
                          const hxp_unit_settings *settings, bool quiet,
                          hxp_error *error)
{
    out->losses = hxp_sayer_make(quiet);
    hxp_write_options writing = { .format = settings->format,
                                  .losses = &out->losses.sink,
                                  .from = settings->from,
                                  .to = settings->to };
    *writer = NULL;
    hxp_status status = hxp_guard_open(&out->output, settings->output, error);
    if (status == HXP_OK)
        status = hxp_unit_writer_new(writer, out->output, &writing, error);
    return status;
}

hxp_status hxp_units_close(hxp_unit_output *out, hxp_status status,
                           hxp_error *error)
{
    hxp_output *output = out->output;
    out->output = NULL;
    return hxp_guard_end(output, status, error);
}

/** Make the filter in front of writer, which it then owns. */
static hxp_status put_filter(hxp_unit_sink **sink, bool *usage,
                             const hxp_filter_maker *maker, hxp_error *error)
{
    hxp_unit_sink *filter;
    hxp_status status = maker->make(&filter, *sink, maker->options, error);
    *usage = status == HXP_EINPUT;
    if (status == HXP_OK)
        *sink = filter;
    return status;
}

hxp_exit hxp_units_filter(const hxp_command *command,
                          const hxp_settings *common,
                          hxp_unit_settings *settings,
                          const hxp_filter_maker *maker)
{
    hxp_input *input;
    hxp_unit_output out;
    hxp_unit_sink *sink;
    hxp_error error;
    bool usage = false;
    if (common->operands.count != 1)
        return hxp_say_usage(command, "%s takes one FILE; - is standard input",
                             command->name);
    hxp_exit code = hxp_units_settle(command, settings);
    if (code != HXP_EXIT_OK)
        return code;
    hxp_status status =
        hxp_input_open(&input, common->operands.items[0], &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    status = hxp_units_open(&out, &sink, settings, common->quiet, &error);
    if (status == HXP_OK)
        status = put_filter(&sink, &usage, maker, &error);
    if (status == HXP_OK)
        status = read_input(input, settings, common->quiet, sink, &error);
    if (sink)
        sink->close(sink);
    status = hxp_units_close(&out, status, &error);
    hxp_input_close(input);
    if (usage)
        return hxp_say_usage(command, "%s", error.message);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}
