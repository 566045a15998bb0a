/* table.h - text and numbers in columns, for people. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "cli/screen.h"

enum { HXP_TABLE_COLUMNS = 8 };

/** A table being written. */
typedef struct hxp_table {
    const hxp_screen *screen;
    const char *const *titles; /* NULL ends them */
    size_t widths[HXP_TABLE_COLUMNS];
    size_t count;
    size_t at;      /* the column that comes next */
    size_t padding; /* what is missing to it, written only if it has text */
} hxp_table;

/** The titles of columns. */
#define HXP_COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/** Begin a table; titles live as long. */
void hxp_table_begin(hxp_table *table, const hxp_screen *screen,
                     const char *const *titles);

/** Let a column be wide enough for text; before the title. */
void hxp_table_measure(hxp_table *table, size_t column, hxp_str text);

/** Write the titles. */
void hxp_table_title(hxp_table *table);

/** Write the next cell; behind the last column the line ends. */
void hxp_table_text(hxp_table *table, hxp_str text);
void hxp_table_number(hxp_table *table, size_t number);

#endif
