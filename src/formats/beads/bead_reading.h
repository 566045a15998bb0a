/* bead_reading.h - beads while they are read: checked, then handed on. */
#ifndef FORMATS_BEAD_READING_H
#define FORMATS_BEAD_READING_H

#include "base/arena.h"
#include "base/array.h"
#include "formats/take.h"

#include <hexapla/formats.h>

/** What has been read so far; all zero but file at first. */
typedef struct hxp_bead_reading {
    const char *file;
    hxp_buffer text;   /* of formats with lines */
    hxp_str rest;      /* of the text, behind line */
    hxp_str line;      /* in work */
    hxp_place place;   /* for messages: of the line or element in work */
    size_t languages;  /* 0: not yet known */
    hxp_arena arena;   /* of the tags */
    hxp_str *tags;     /* NULL: the format does not tell them */
    hxp_range *sides;  /* of all beads; of the one in work behind them */
    double *confident; /* of each bead */
    hxp_place *places; /* and where its end stands in the file */
    size_t count, side_capacity, capacity, place_capacity;
} hxp_bead_reading;

/** Read all of input, for lines. Fails at bytes that are not UTF-8. */
hxp_status hxp_bead_reading_load(hxp_bead_reading *reading, hxp_input *input,
                                 hxp_error *error);

/** Go to the next line that is not empty; false behind the last. */
bool hxp_bead_reading_line(hxp_bead_reading *reading);

/** Say how many languages there are, 2 or more, and begin the first bead. */
hxp_status hxp_bead_reading_begin(hxp_bead_reading *reading, size_t languages,
                                  hxp_error *error);

/** Give the bead in work one more segment, which must follow the others. */
hxp_status hxp_bead_reading_add(hxp_bead_reading *reading, size_t language,
                                size_t segment, hxp_error *error);

/** Give the bead in work the segments of a list: "3,4". */
hxp_status hxp_bead_reading_numbers(hxp_bead_reading *reading, size_t language,
                                    hxp_str list, hxp_error *error);

/** End the bead in work, unless it is empty; confidence is cut to 0 to 1. */
hxp_status hxp_bead_reading_end(hxp_bead_reading *reading, double confidence,
                                hxp_error *error);

/** Refuse what is read, at its place. */
hxp_status hxp_bead_refuse(const hxp_bead_reading *reading, hxp_error *error,
                           const char *format, ...) HXP_PRINTF(3, 4);

/** Free what the reading holds. */
void hxp_bead_reading_free(hxp_bead_reading *reading);

#endif
