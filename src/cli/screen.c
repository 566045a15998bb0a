/* screen.c - where people read: its width, its colours, lines that fit. */
#include "cli/screen.h"

#include "base/str.h"
#include "report/clean.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 40 };

static size_t terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL_WIDTH;
    return size.ws_col < LEAST_WIDTH ? LEAST_WIDTH : size.ws_col;
}

static bool wants_color(bool terminal, const hxp_settings *settings)
{
    if (settings->color != HXP_COLOR_AUTO)
        return settings->color == HXP_COLOR_ALWAYS;
    /* NOLINTBEGIN(concurrency-mt-unsafe): only read */
    const char *no_color = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    /* NOLINTEND(concurrency-mt-unsafe) */
    return terminal && !(no_color && *no_color) &&
           !(kind && strcmp(kind, "dumb") == 0);
}

hxp_screen hxp_screen_of(hxp_output *output, const char *path,
                         const hxp_settings *settings)
{
    hxp_screen screen = { output, false, false, USUAL_WIDTH };
    if (!path || strcmp(path, "-") == 0)
        screen.terminal = isatty(STDOUT_FILENO) == 1;
    screen.color = wants_color(screen.terminal, settings);
    if (screen.terminal)
        screen.width = terminal_width();
    return screen;
}

void hxp_screen_put(const hxp_screen *screen, hxp_str text)
{
    if (screen->terminal)
        hxp_write_visible(screen->output, text);
    else
        hxp_output_write(screen->output, text);
}

void hxp_screen_style(const hxp_screen *screen, const char *style)
{
    if (screen->color)
        hxp_output_printf(screen->output, "\033[%sm", style);
}

size_t hxp_columns(hxp_str text)
{
    size_t columns = 0, at = 0;
    while (at < text.len) {
        int32_t c = hxp_utf8_next(text, &at);
        /* The program sets the locale's characters to UTF-8, see main.c. */
        int width = c == HXP_UTF8_INVALID ? 1 : wcwidth((wchar_t)c);
        columns += width < 0 ? 1 : (size_t)width;
    }
    return columns;
}

/** End the line and begin the next. */
static void break_line(const hxp_screen *screen, size_t indent)
{
    hxp_output_write(screen->output, HXP_STR("\n"));
    for (size_t i = 0; i < indent; i++)
        hxp_output_write(screen->output, HXP_STR(" "));
}

void hxp_screen_wrap(const hxp_screen *screen, hxp_str text, size_t indent)
{
    size_t column = indent;
    hxp_str word;
    while (hxp_str_cut(&text, ' ', &word)) {
        if (word.len == 0)
            continue;
        size_t columns = hxp_columns(word);
        if (column > indent && column + 1 + columns > screen->width) {
            break_line(screen, indent);
            column = indent;
        } else if (column > indent) {
            hxp_output_write(screen->output, HXP_STR(" "));
            column++;
        }
        hxp_screen_put(screen, word);
        column += columns;
    }
    hxp_output_write(screen->output, HXP_STR("\n"));
}
