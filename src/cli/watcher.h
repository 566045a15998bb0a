/* watcher.h - a sink that shows how many units went by. */
#ifndef CLI_WATCHER_H
#define CLI_WATCHER_H

#include "cli/progress.h"

#include <hexapla/model.h>

/** A sink on the stack; it closes next, which is set by who makes it. */
typedef struct hxp_watcher {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    hxp_progress progress;
} hxp_watcher;

/** A watcher without a next. */
hxp_watcher hxp_watcher_make(hxp_progress progress);

#endif
