/* progress.h - how far long work is, on a terminal. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* Columns that the line takes at most. The cursor waits at its beginning, so
 * that a message is written over it. */
enum { HXP_PROGRESS_WIDTH = 79 };

/** Work on a number of things, shown on standard error if that is one. */
typedef struct hxp_progress {
    bool shown;
    const char *what; /* such as "groups" */
    size_t total;     /* 0: not known */
    size_t done;
    time_t start, last;
} hxp_progress;

/** Begin; quiet: show nothing. */
hxp_progress hxp_progress_begin(const char *what, size_t total, bool quiet);

/** One more is done. Shows it, once a second. */
void hxp_progress_step(hxp_progress *progress);

/** Take the line away. */
void hxp_progress_end(hxp_progress *progress);

#endif
