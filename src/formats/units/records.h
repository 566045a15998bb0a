/* records.h - the records of an RFC 4180 table, as they stand. */
#ifndef FORMATS_RECORDS_H
#define FORMATS_RECORDS_H

#include "formats/lines.h"

/** Records being read: open lines first. */
typedef struct hxp_records {
    hxp_lines lines;
    char separator;
    bool flat;         /* a line is a record, whatever is quoted in it */
    hxp_buffer record; /* the one in work */
    size_t line;       /* where it begins */
} hxp_records;

/**
 * Take the next record, which may hold line breaks in quotes; *more is false
 * behind the last. Fails as hxp_lines_next() does.
 */
hxp_status hxp_records_next(bool *more, hxp_records *records, hxp_error *error);

/** The separator of a table, as a record of it shows: comma, semicolon, tab. */
char hxp_find_separator(hxp_str record);

/**
 * The length of what is quoted from start on, behind the opening quote; two
 * quotes stand for one. What follows is the closing quote or the end.
 */
size_t hxp_quoted_length(hxp_str record, size_t start);

/** Free the records and close their lines. */
void hxp_records_close(hxp_records *records);

#endif
