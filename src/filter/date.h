/* date.h - dates as TMX writes them, and as people do. */
#ifndef FILTER_DATE_H
#define FILTER_DATE_H

#include <hexapla/model.h>

/**
 * Read 20240131T093000Z, 2024-01-31T09:30:00Z or less of either, down to the
 * day, as seconds since 1970 in UTC. False when text is no date.
 */
bool hxp_date_read(int64_t *seconds, hxp_str text);

/** A stretch of time, in seconds since 1970. */
typedef struct hxp_dates {
    int64_t oldest;
    int64_t newest;
} hxp_dates;

/**
 * The dates on which unit and its variants were made and changed. False when
 * there is none.
 */
bool hxp_unit_dates(hxp_dates *dates, const hxp_unit *unit);

#endif
