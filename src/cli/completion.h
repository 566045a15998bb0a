/* completion.h - what a shell may offer while a command line is typed. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli/commands.h"

/** The commands, ending with NULL. */
extern const hxp_command *const hxp_completion_verbs[];

/** What may stand for the argument of an option. */
typedef enum hxp_offer {
    HXP_OFFER_NOTHING, /* any text */
    HXP_OFFER_WORDS,   /* some words */
    HXP_OFFER_FILES
} hxp_offer;

/** What to offer for option, which has an argument. */
hxp_offer hxp_option_offer(const hxp_option *option);

/** Write the words of HXP_OFFER_WORDS with blanks between them. */
void hxp_option_words(hxp_output *output, const hxp_option *option);

/** Writes what a shell needs to know of command. */
typedef void hxp_command_writer(hxp_output *output, const hxp_command *command);

/** Call write for every command that has options, "memory add" among them. */
void hxp_each_command(hxp_output *output, hxp_command_writer *write);

/** The name of command, "add" of "memory add". */
const char *hxp_command_word(const hxp_command *command);

/** Write a script that completes command lines in bash. */
void hxp_complete_bash(hxp_output *output);

/** The same for zsh. */
void hxp_complete_zsh(hxp_output *output);

#endif
