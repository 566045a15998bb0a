/* memory.h - the commands of hexapla memory. */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include "cli/cli.h"

/** The commands, ending with NULL. */
extern const hxp_command *const hxp_memory_verbs[];

extern const hxp_command hxp_command_memory_add;
extern const hxp_command hxp_command_memory_lookup;
extern const hxp_command hxp_command_memory_search;
extern const hxp_command hxp_command_memory_analyze;
extern const hxp_command hxp_command_memory_pretranslate;
extern const hxp_command hxp_command_memory_export;
extern const hxp_command hxp_command_memory_stats;
extern const hxp_command hxp_command_memory_delete;
extern const hxp_command hxp_command_memory_compact;

#endif
