/* completion.c - what a shell may offer, as the tables of options tell. */
#include "cli/completion.h"

#include "base/str.h"

#include <hexapla/report.h>

#include <string.h>

/** True for the name of an argument that is the path of something. */
static bool is_path(const char *argument)
{
    static const char *const names[] = { "FILE", "MANIFEST", "TERMBASE" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(argument, names[i]) == 0)
            return true;
    return false;
}

/** True for an option that names a report. */
static bool is_report(const hxp_option *option)
{
    return strcmp(option->argument, "FORMAT[=FILE]") == 0;
}

hxp_offer hxp_option_offer(const hxp_option *option)
{
    if (option->choices || is_report(option))
        return HXP_OFFER_WORDS;
    return is_path(option->argument) ? HXP_OFFER_FILES : HXP_OFFER_NOTHING;
}

void hxp_option_words(hxp_output *output, const hxp_option *option)
{
    for (size_t i = 0;; i++) {
        const char *word =
            option->choices ? option->choices[i] : hxp_report_format_name(i);
        if (!word)
            return;
        hxp_output_printf(output, "%s%s", i > 0 ? " " : "", word);
    }
}

void hxp_each_command(hxp_output *output, hxp_command_writer *write)
{
    for (size_t i = 0; hxp_commands[i]; i++) {
        const hxp_command *const *verbs = hxp_command_verbs(hxp_commands[i]);
        if (!verbs)
            write(output, hxp_commands[i]);
        for (; verbs && *verbs; verbs++)
            write(output, *verbs);
    }
}

const char *hxp_command_word(const hxp_command *command)
{
    const char *blank = strchr(command->name, ' ');
    return blank ? blank + 1 : command->name;
}
