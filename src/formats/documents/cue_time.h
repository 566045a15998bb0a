/* cue_time.h - when a subtitle is shown. */
#ifndef FORMATS_CUE_TIME_H
#define FORMATS_CUE_TIME_H

#include <hexapla/base.h>

/** Milliseconds from the start. */
typedef struct hxp_cue_time {
    uint64_t begin;
    uint64_t end;
} hxp_cue_time;

/**
 * Read "00:01:02,500 --> 00:01:04,000" at the start of line; hours may be
 * missing, and a point may stand for the comma. False when it is none: *at is
 * the byte where that shows.
 */
bool hxp_cue_time_read(hxp_cue_time *time, hxp_str line, size_t *at);

#endif
