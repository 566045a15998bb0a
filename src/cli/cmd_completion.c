/* cmd_completion.c - hexapla completion: completes command lines in shells. */
#include "cli/completion.h"
#include "cli/guard.h"
#include "cli/verbs.h"

typedef struct completion_settings {
    hxp_settings common;
    const char *output;
} completion_settings;

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there, not to standard output",
      HXP_OPTION_TEXT, offsetof(completion_settings, output), NULL },
    HXP_COMMON_OPTIONS(completion_settings)
};

static hxp_exit write_script(const hxp_command *command,
                             const completion_settings *settings,
                             void (*write)(hxp_output *output))
{
    hxp_output *output;
    hxp_error error;
    if (settings->common.operands.count > 0)
        return hxp_say_usage(command, "%s takes no FILE", command->name);
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    write(output);
    hxp_status status = hxp_guard_finish(output, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit run_with(const hxp_command *command, int argc, char **argv,
                         void (*write)(hxp_output *output))
{
    completion_settings settings = { .output = NULL };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)write_script(command, &settings, write);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

static hxp_exit run_bash(const hxp_command *command, int argc, char **argv)
{
    return run_with(command, argc, argv, hxp_complete_bash);
}

static hxp_exit run_zsh(const hxp_command *command, int argc, char **argv)
{
    return run_with(command, argc, argv, hxp_complete_zsh);
}

static const hxp_command bash = { "completion bash", "",
                                  "Writes the script for bash.", options,
                                  run_bash };
static const hxp_command zsh = { "completion zsh", "",
                                 "Writes the script for zsh.", options,
                                 run_zsh };

const hxp_command *const hxp_completion_verbs[] = { &bash, &zsh, NULL };

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    return hxp_run_verb(command, hxp_completion_verbs, argc, argv);
}

static const hxp_option none[] = { { .name = NULL } };

const hxp_command hxp_command_completion = {
    "completion", "SHELL [option ...]",
    "Writes a script by which a shell completes command lines.", none, run
};
