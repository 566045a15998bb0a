/* cmd_memory.c - hexapla memory: hands on to the command that is meant. */
#include "cli/memory.h"
#include "cli/verbs.h"

#include <stddef.h>

const hxp_command *const hxp_memory_verbs[] = {
    &hxp_command_memory_add,          &hxp_command_memory_lookup,
    &hxp_command_memory_search,       &hxp_command_memory_analyze,
    &hxp_command_memory_pretranslate, &hxp_command_memory_export,
    &hxp_command_memory_stats,        &hxp_command_memory_delete,
    &hxp_command_memory_compact,      NULL,
};

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    return hxp_run_verb(command, hxp_memory_verbs, argc, argv);
}

static const hxp_option options[] = { { .name = NULL } };

const hxp_command hxp_command_memory = {
    "memory", "COMMAND [option ...] [STORE [FILE ...]]",
    "Keeps translation memories in a store and looks things up in them.",
    options, run
};
