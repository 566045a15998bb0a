/* commands.c - the tables of all commands. */
#include "cli/commands.h"

#include "cli/completion.h"
#include "cli/memory.h"
#include "cli/terms.h"

const hxp_command *const hxp_commands[] = {
    &hxp_command_segment,   &hxp_command_align,      &hxp_command_check,
    &hxp_command_validate,  &hxp_command_fix,        &hxp_command_convert,
    &hxp_command_stats,     &hxp_command_merge,      &hxp_command_split,
    &hxp_command_join,      &hxp_command_select,     &hxp_command_clean,
    &hxp_command_languages, &hxp_command_anonymise,  &hxp_command_memory,
    &hxp_command_terms,     &hxp_command_completion, NULL,
};

const hxp_command *const *hxp_command_verbs(const hxp_command *command)
{
    if (command == &hxp_command_memory)
        return hxp_memory_verbs;
    if (command == &hxp_command_terms)
        return hxp_terms_verbs;
    return command == &hxp_command_completion ? hxp_completion_verbs : NULL;
}
