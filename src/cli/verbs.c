/* verbs.c - hands on to the command that a second word means. */
#include "cli/verbs.h"

#include "base/str.h"
#include "cli/guard.h"
#include "cli/screen.h"
#include "cli/suggest.h"

#include <string.h>

/** The second word of a command's name. */
static const char *verb_of(const hxp_command *command)
{
    return strchr(command->name, ' ') + 1;
}

static hxp_exit print_help(const hxp_command *command,
                           const hxp_command *const *verbs)
{
    enum { SUMMARY_AT = 16, WIDTH = 80 };
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, NULL, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_screen screen = { output, false, false, WIDTH };
    hxp_output_printf(output, "usage: hexapla %s %s\n\n", command->name,
                      command->operands);
    hxp_screen_wrap(&screen, hxp_str_of(command->summary), 0);
    hxp_output_write(output, HXP_STR("\n"));
    for (; *verbs; verbs++) {
        hxp_output_printf(output, "  %-14s", verb_of(*verbs));
        hxp_screen_wrap(&screen, hxp_str_of((*verbs)->summary), SUMMARY_AT);
    }
    hxp_output_printf(output,
                      "\n'hexapla help %s COMMAND' tells a command's "
                      "options.\n",
                      command->name);
    hxp_status status = hxp_guard_finish(output, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

static hxp_exit unknown_verb(const hxp_command *command,
                             const hxp_command *const *verbs, const char *verb)
{
    hxp_suggestion meant = hxp_suggestion_make(hxp_str_of(verb));
    for (; *verbs; verbs++)
        hxp_suggest(&meant, verb_of(*verbs));
    if (meant.name)
        return hxp_say_usage(command,
                             "there is no command '%s %s'; did you mean '%s'?",
                             command->name, verb, meant.name);
    return hxp_say_usage(command, "there is no command '%s %s'", command->name,
                         verb);
}

hxp_exit hxp_run_verb(const hxp_command *command,
                      const hxp_command *const *verbs, int argc, char **argv)
{
    if (argc < 2)
        return hxp_say_usage(command, "%s does what?", command->name);
    const char *verb = argv[1];
    for (size_t i = 0; verbs[i]; i++)
        if (strcmp(verb, verb_of(verbs[i])) == 0)
            return verbs[i]->run(verbs[i], argc - 1, argv + 1);
    if (strcmp(verb, "--help") == 0 || strcmp(verb, "-h") == 0)
        return print_help(command, verbs);
    return unknown_verb(command, verbs, verb);
}
