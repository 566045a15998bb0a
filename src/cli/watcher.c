/* watcher.c - shows how many units went by, and hands them on. */
#include "cli/watcher.h"

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    hxp_unit_sink *next = ((hxp_watcher *)sink)->next;
    return next->begin(next, header, error);
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_watcher *self = (hxp_watcher *)sink;
    hxp_progress_step(&self->progress);
    return self->next->unit(self->next, unit, error);
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_unit_sink *next = ((hxp_watcher *)sink)->next;
    return next->end(next, error);
}

static void close_watcher(hxp_unit_sink *sink)
{
    hxp_watcher *self = (hxp_watcher *)sink;
    hxp_progress_end(&self->progress);
    self->next->close(self->next);
}

hxp_watcher hxp_watcher_make(hxp_progress progress)
{
    return (
        hxp_watcher){ { begin, put_unit, end, close_watcher }, NULL, progress };
}
