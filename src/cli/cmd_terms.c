/* cmd_terms.c - hexapla terms: hands on to the command that is meant. */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/termbases.h"
#include "cli/terms.h"
#include "cli/verbs.h"

const hxp_command *const hxp_terms_verbs[] = {
    &hxp_command_terms_convert,  &hxp_command_terms_extract,
    &hxp_command_terms_validate, &hxp_command_terms_lookup,
    &hxp_command_terms_stats,    NULL,
};

hxp_exit hxp_terms_settle(const hxp_command *command,
                          const hxp_terms_settings *settings)
{
    const char *tags[] = { settings->from, settings->to };
    char canonical[HXP_TAG_SIZE];
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i] && !hxp_tag_canonical(canonical, hxp_str_of(tags[i])))
            return hxp_say_usage(command, "'%s' is no language tag", tags[i]);
    return HXP_EXIT_OK;
}

hxp_exit hxp_terms_read(hxp_termbase **out, const hxp_values *files,
                        const hxp_terms_settings *settings, bool quiet)
{
    hxp_sayer faults = hxp_sayer_make(quiet);
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_error error;
    reading.findings = &faults.sink;
    reading.encoding = settings->encoding;
    reading.from = settings->from;
    reading.to = settings->to;
    hxp_status status = hxp_termbase_new(out, &error);
    for (size_t i = 0; status == HXP_OK && i < files->count; i++) {
        const hxp_termbase_operand operand =
            hxp_termbase_operand_of(files->items[i]);
        status = hxp_termbase_read_operand(*out, &operand, &reading, &error);
        hxp_sayer_finish(&faults, operand.path);
    }
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

hxp_exit hxp_terms_write(const hxp_termbase *termbase,
                         const hxp_terms_output *to)
{
    hxp_sayer losses = hxp_sayer_make(to->quiet);
    hxp_termbase_write_options writing = HXP_TERMBASE_WRITE_OPTIONS_INIT;
    hxp_output *output;
    hxp_error error;
    writing.format = to->format;
    writing.losses = &losses.sink;
    writing.from = to->from;
    writing.to = to->to;
    hxp_status status = hxp_guard_open(&output, to->path, &error);
    if (status == HXP_OK) {
        status = hxp_termbase_write(output, termbase, &writing, &error);
        status = hxp_guard_end(output, status, &error);
    }
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    return hxp_run_verb(command, hxp_terms_verbs, argc, argv);
}

static const hxp_option options[] = { { .name = NULL } };

const hxp_command hxp_command_terms = {
    "terms", "COMMAND [option ...] [FILE ...]",
    "Makes, converts and checks termbases, and looks terms up in them.",
    options, run
};
