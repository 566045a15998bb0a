/* progress.c - a line that is written over, with the rate and time left. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

hxp_progress hxp_progress_begin(const char *what, size_t total, bool quiet)
{
    time_t now = time(NULL);
    return (hxp_progress){
        !quiet && isatty(STDERR_FILENO), what, total, 0, now, now
    };
}

void hxp_progress_step(hxp_progress *progress)
{
    time_t now = time(NULL);
    progress->done++;
    if (!progress->shown || now == progress->last)
        return;
    progress->last = now;
    double seconds = difftime(now, progress->start);
    double rate = (double)progress->done / (seconds > 0 ? seconds : 1);
    if (progress->total == 0) {
        fprintf(stderr, "%zu %s, %.1f a second \r", progress->done,
                progress->what, rate);
        return;
    }
    unsigned long left =
        (unsigned long)((double)(progress->total - progress->done) / rate);
    fprintf(stderr, "%zu of %zu %s, %.1f a second, %lu:%02lu left \r",
            progress->done, progress->total, progress->what, rate, left / 60,
            left % 60);
}

void hxp_progress_end(hxp_progress *progress)
{
    if (progress->shown && progress->last != progress->start)
        fprintf(stderr, "%*s\r", HXP_PROGRESS_WIDTH, "");
}
