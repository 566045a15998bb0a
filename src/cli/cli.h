/* cli.h - what all commands share: exit codes, commands, messages. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/options.h"

#include <hexapla/base.h>

/** How the program ends; the manual explains them. */
typedef enum hxp_exit {
    HXP_EXIT_OK = 0,
    HXP_EXIT_FINDINGS = 1, /* findings at or above --fail-level */
    HXP_EXIT_USAGE = 2,
    HXP_EXIT_INPUT = 3, /* unusable input */
    HXP_EXIT_SYSTEM = 4 /* disk full, no permission, out of memory */
} hxp_exit;

/** The exit code for a status of the library. */
hxp_exit hxp_exit_of(hxp_status status);

/** A command of the program. */
typedef struct hxp_command {
    const char *name;
    const char *operands;
    const char *summary; /* a sentence */
    const hxp_option *options;
    hxp_exit (*run)(const struct hxp_command *command, int argc, char **argv);
} hxp_command;

extern const hxp_command hxp_command_segment;
extern const hxp_command hxp_command_align;
extern const hxp_command hxp_command_check;
extern const hxp_command hxp_command_validate;
extern const hxp_command hxp_command_fix;
extern const hxp_command hxp_command_convert;
extern const hxp_command hxp_command_stats;
extern const hxp_command hxp_command_merge;
extern const hxp_command hxp_command_split;
extern const hxp_command hxp_command_join;
extern const hxp_command hxp_command_select;
extern const hxp_command hxp_command_clean;
extern const hxp_command hxp_command_languages;
extern const hxp_command hxp_command_anonymise;
extern const hxp_command hxp_command_terms;
extern const hxp_command hxp_command_memory;
extern const hxp_command hxp_command_completion;

/** Write command's usage and options to standard output. */
hxp_exit hxp_print_help(const hxp_command *command);

/* --- Messages, all on standard error, a line each ------------------------- */

/** Say "hexapla: " and the message. */
void hxp_say(const char *format, ...) HXP_PRINTF(1, 2);

/** Say what error tells, with its file and place; returns its exit code. */
hxp_exit hxp_say_error(const hxp_error *error);

/** Say that memory is out. */
hxp_exit hxp_say_no_memory(void);

/** Say what is wrong with how command was called; NULL: the program. */
hxp_exit hxp_say_usage(const hxp_command *command, const char *format, ...)
    HXP_PRINTF(2, 3);

#endif
