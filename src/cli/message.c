/* message.c - what is said on standard error, a line each. */
#include "base/str.h"
#include "cli/cli.h"
#include "cli/progress.h"
#include "report/clean.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

hxp_exit hxp_exit_of(hxp_status status)
{
    switch (status) {
    case HXP_OK:
        return HXP_EXIT_OK;
    case HXP_EINPUT:
    case HXP_ELIMIT:
        return HXP_EXIT_INPUT;
    case HXP_ESYSTEM:
    case HXP_ENOMEM:
        break;
    }
    return HXP_EXIT_SYSTEM;
}

/**
 * Write line and a line end to standard error, in one call as far as the
 * system lets us, over the line of progress if one stands there. What a file's
 * name or text holds cannot act on a terminal.
 */
static void put_line(const char *line)
{
    hxp_output *output;
    int width = isatty(STDERR_FILENO) ? HXP_PROGRESS_WIDTH : 0;
    if (hxp_output_memory(&output, NULL) == HXP_OK) {
        hxp_write_visible(output, hxp_str_of(line));
        hxp_str text = hxp_output_bytes(output);
        fprintf(stderr, "%-*.*s\n", width, HXP_FMT(text));
        hxp_output_close(output);
    } else {
        fputs("hexapla: out of memory\n", stderr);
    }
}

void hxp_say(const char *format, ...)
{
    char line[1200] = "hexapla: ";
    size_t len = strlen(line);
    va_list args;
    va_start(args, format);
    vsnprintf(line + len, sizeof line - len, format, args);
    va_end(args);
    put_line(line);
}

hxp_exit hxp_say_error(const hxp_error *error)
{
    hxp_place place = error->place;
    if (error->file[0] == '\0')
        hxp_say("%s", error->message);
    else if (place.line == 0)
        hxp_say("%s: %s", error->file, error->message);
    else
        hxp_say("%s:%zu:%zu: %s", error->file, place.line, place.column,
                error->message);
    return hxp_exit_of(error->status);
}

hxp_exit hxp_say_no_memory(void)
{
    hxp_say("out of memory");
    return HXP_EXIT_SYSTEM;
}

hxp_exit hxp_say_usage(const hxp_command *command, const char *format, ...)
{
    char line[600];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    hxp_say("%s", line);
    fprintf(stderr, "try 'hexapla %s%s--help'\n", command ? command->name : "",
            command ? " " : "");
    return HXP_EXIT_USAGE;
}
