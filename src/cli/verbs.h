/* verbs.h - commands of two words: "memory add", "terms convert". */
#ifndef CLI_VERBS_H
#define CLI_VERBS_H

#include "cli/cli.h"

/**
 * Run the one of verbs, which end with NULL, that argv[1] is, or print their
 * help. The names of verbs begin with that of command and a blank.
 */
hxp_exit hxp_run_verb(const hxp_command *command,
                      const hxp_command *const *verbs, int argc, char **argv);

#endif
