/* utf8_watch.h - sees whether bytes that pass are all UTF-8. */
#ifndef TEXT_UTF8_WATCH_H
#define TEXT_UTF8_WATCH_H

#include <hexapla/base.h>

/**
 * What has passed; to begin with all zero but place, which is { 1, 1, 1 }.
 * Letters of encodings of a byte a letter all but never follow one another
 * such that all of them together are UTF-8.
 */
typedef struct hxp_utf8_watch {
    hxp_place place; /* of the first character that is not ASCII */
    bool found;      /* there was one */
    bool broken;     /* there was a byte that is not UTF-8 */
    char held[4];    /* the first bytes of a character */
    size_t held_count;
} hxp_utf8_watch;

/** See the next bytes. */
void hxp_utf8_watch_add(hxp_utf8_watch *watch, hxp_str bytes);

/** True when what has passed is UTF-8 and not ASCII alone. */
bool hxp_utf8_watch_holds(const hxp_utf8_watch *watch);

/**
 * Make an input that gives what input, which must outlive it as watch must,
 * still has, and has watch see it. On HXP_OK the caller closes *out;
 * otherwise *out is NULL.
 */
hxp_status hxp_input_watch(hxp_input **out, hxp_input *input,
                           hxp_utf8_watch *watch, hxp_error *error);

#endif
