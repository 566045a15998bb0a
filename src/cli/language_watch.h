/* language_watch.h - which languages units have, and what lacks in them. */
#ifndef CLI_LANGUAGE_WATCH_H
#define CLI_LANGUAGE_WATCH_H

#include <hexapla/model.h>
#include <hexapla/text.h>

/** A sink on the stack; it closes next, which is set by who makes it. */
typedef struct hxp_language_watch {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    char (*tags)[HXP_TAG_SIZE]; /* of the units that went by */
    size_t count, capacity;
} hxp_language_watch;

/** A watch without a next. */
hxp_language_watch hxp_language_watch_make(void);

/**
 * Say what the units of the file at path lack, so that nothing was checked:
 * the source language from, unless it is NULL, another one, or terms of
 * termbase, unless that is NULL.
 */
void hxp_language_watch_say(const hxp_language_watch *watch, const char *from,
                            const hxp_termbase *termbase, const char *path);

#endif
