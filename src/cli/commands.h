/* commands.h - the tables of all commands. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

/** All commands, as --help lists them; NULL ends them. */
extern const hxp_command *const hxp_commands[];

/** What a command of two words may go on with, ending with NULL; or NULL. */
const hxp_command *const *hxp_command_verbs(const hxp_command *command);

#endif
