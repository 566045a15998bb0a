/* cmd_memory.c - hexapla memory: hands on to the command that is meant. */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/memory.h"
#include "cli/screen.h"

#include <string.h>

static const hxp_command *const commands[] = {
    &hxp_command_memory_add,     &hxp_command_memory_export,
    &hxp_command_memory_stats,   &hxp_command_memory_delete,
    &hxp_command_memory_compact,
};
enum { COMMANDS = sizeof commands / sizeof commands[0] };

/** A command's name behind "memory ". */
static const char *verb_of(const hxp_command *command)
{
    return strchr(command->name, ' ') + 1;
}

static hxp_exit print_help(const hxp_command *command)
{
    enum { SUMMARY_AT = 15, WIDTH = 80 };
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, NULL, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_screen screen = { output, false, false, WIDTH };
    hxp_output_printf(output, "usage: hexapla %s %s\n\n", command->name,
                      command->operands);
    hxp_screen_wrap(&screen, hxp_str_of(command->summary), 0);
    hxp_output_write(output, HXP_STR("\n"));
    for (size_t i = 0; i < COMMANDS; i++) {
        hxp_output_printf(output, "  %-13s", verb_of(commands[i]));
        hxp_screen_wrap(&screen, hxp_str_of(commands[i]->summary), SUMMARY_AT);
    }
    hxp_output_write(output, HXP_STR("\n'hexapla memory COMMAND --help' tells "
                                     "a command's options.\n"));
    hxp_status status = hxp_guard_finish(output, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    if (argc < 2)
        return hxp_say_usage(command, "memory does what?");
    const char *verb = argv[1];
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(verb, verb_of(commands[i])) == 0)
            return commands[i]->run(commands[i], argc - 1, argv + 1);
    if (strcmp(verb, "--help") == 0 || strcmp(verb, "-h") == 0)
        return print_help(command);
    return hxp_say_usage(command, "there is no command 'memory %s'", verb);
}

static const hxp_option options[] = { { .name = NULL } };

const hxp_command hxp_command_memory = {
    "memory", "COMMAND [option ...] [STORE [FILE ...]]",
    "Keeps translation memories in a store and looks things up in them.",
    options, run
};
