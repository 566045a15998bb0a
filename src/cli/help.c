/* help.c - a command's --help, from its table. */
#include "base/str.h"
#include "cli/cli.h"
#include "cli/guard.h"
#include "cli/screen.h"

#include <stdio.h>

enum { HELP_AT = 29, SCREEN = 80 };

static void print_option(const hxp_screen *screen, const hxp_option *option)
{
    char left[80];
    char letter[] = { '-', option->letter, ',', '\0' };
    bool pick = option->kind == HXP_OPTION_PICK;
    const char *before = pick ? "[=" : option->argument ? " " : "";
    int len =
        snprintf(left, sizeof left, "  %-3s --%s%s%s%s",
                 option->letter ? letter : "", option->name, before,
                 option->argument ? option->argument : "", pick ? "]" : "");
    hxp_output_printf(screen->output, "%-*s", HELP_AT, left);
    if (len >= HELP_AT)
        hxp_output_printf(screen->output, "\n%-*s", HELP_AT, "");
    hxp_screen_wrap(screen, hxp_str_of(option->help), HELP_AT);
}

hxp_exit hxp_print_help(const hxp_command *command)
{
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, NULL, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_screen screen = { output, false, false, SCREEN };
    hxp_output_printf(output, "usage: hexapla %s [option ...]%s%s\n\n",
                      command->name, *command->operands ? " " : "",
                      command->operands);
    hxp_screen_wrap(&screen, hxp_str_of(command->summary), 0);
    hxp_output_write(output, HXP_STR("\n"));
    for (const hxp_option *option = command->options; option->name; option++)
        print_option(&screen, option);
    hxp_status status = hxp_guard_finish(output, &error);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}
