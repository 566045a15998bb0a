/* cmd_join.c - hexapla join: multilingual units, by a pivot language. */
#include "cli/units.h"

#include <hexapla/filter.h>

typedef struct join_settings {
    hxp_settings common;
    hxp_unit_settings units;
    hxp_join_options join;
    hxp_join_counts counts;
} join_settings;

static const hxp_option options[] = {
    { 'p', "pivot", "TAG",
      "the language whose texts join units; en takes en-GB; else the source "
      "language of the first FILE",
      HXP_OPTION_TEXT, offsetof(join_settings, join.pivot), NULL },
    { '\0', "complete", NULL, "only units that every FILE has a part in",
      HXP_OPTION_FLAG, offsetof(join_settings, join.complete), NULL },
    HXP_UNIT_OPTIONS(join_settings),
    HXP_COMMON_OPTIONS(join_settings)
};

/** Join the files into writer, which it closes. */
static hxp_status join(const join_settings *settings, hxp_unit_sink *writer,
                       hxp_error *error)
{
    const hxp_values *files = &settings->common.operands;
    hxp_joiner *joiner;
    hxp_status status = hxp_joiner_new(&joiner, writer, &settings->join, error);
    if (status != HXP_OK) {
        writer->close(writer);
        return status;
    }
    for (size_t i = 0; status == HXP_OK && i < files->count; i++)
        status = hxp_units_read(files->items[i], &settings->units,
                                settings->common.quiet,
                                hxp_joiner_units(joiner), error);
    if (status == HXP_OK)
        status = hxp_joiner_end(joiner, error);
    hxp_joiner_free(joiner);
    return status;
}

static hxp_exit join_files(const hxp_command *command, join_settings *settings)
{
    const hxp_join_counts *counts = &settings->counts;
    hxp_unit_output out;
    hxp_unit_sink *writer;
    hxp_error error;
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "join needs a FILE; - is standard input");
    hxp_exit code = hxp_units_settle(command, &settings->units);
    if (code != HXP_EXIT_OK)
        return code;
    settings->join.counts = &settings->counts;
    hxp_status status = hxp_units_open(&out, &writer, &settings->units,
                                       settings->common.quiet, &error);
    if (status == HXP_OK)
        status = join(settings, writer, &error);
    status = hxp_units_close(&out, status, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (!settings->common.quiet)
        hxp_say("%zu unit%s read; %zu joined, %zu single, %zu left out",
                counts->read, counts->read == 1 ? "" : "s", counts->joined,
                counts->single, counts->partial);
    return HXP_EXIT_OK;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    join_settings settings = { .common = { 0 } };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)join_files(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_join = {
    "join", "FILE ...",
    "Makes multilingual units of those with a text in common.", options, run
};
