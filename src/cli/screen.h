/* screen.h - where people read: its width, its colours, lines that fit. */
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include "cli/options.h"

#include <hexapla/base.h>

/** An output as people see it. */
typedef struct hxp_screen {
    hxp_output *output;
    bool terminal; /* control characters are made visible */
    bool color;
    size_t width; /* columns */
} hxp_screen;

/** What output is, which goes to path (NULL or "-": standard output). */
hxp_screen hxp_screen_of(hxp_output *output, const char *path,
                         const hxp_settings *settings);

/** Write text, safe if the screen is a terminal. */
void hxp_screen_put(const hxp_screen *screen, hxp_str text);

/** Switch to an ANSI style such as "1;34"; "0" is back to normal. */
void hxp_screen_style(const hxp_screen *screen, const char *style);

/** The columns that text (UTF-8) takes. */
size_t hxp_columns(hxp_str text);

/**
 * Write text wrapped at blanks from column indent on to the screen's width;
 * lines after the first are indented; the last is ended too.
 */
void hxp_screen_wrap(const hxp_screen *screen, hxp_str text, size_t indent);

#endif
