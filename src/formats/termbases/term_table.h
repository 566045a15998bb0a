/* term_table.h - what reads a table of terms, and what makes terms of a row. */
#ifndef FORMATS_TERM_TABLE_H
#define FORMATS_TERM_TABLE_H

#include "base/arena.h"
#include "formats/faults.h"
#include "formats/termbases/term_columns.h"
#include "formats/termbases/term_concepts.h"
#include "formats/units/records.h"

#include <hexapla/formats.h>

/* Columns of a table, terms of a row. */
enum { HXP_TERM_COLUMNS = 256, HXP_ROW_TERMS = 1024 };

/** A cell: what it holds and where it begins. */
typedef struct hxp_term_cell {
    hxp_str text;
    hxp_place place;
} hxp_term_cell;

/** A term of the row in work, and the column it stands in. */
typedef struct hxp_row_term {
    hxp_told_term told;
    size_t column;
} hxp_row_term;

enum { HXP_ROW_LANGUAGES = 8 };

/** A language as rows name it, which takes long to find. */
typedef struct hxp_row_language {
    char name[HXP_TAG_SIZE];
    size_t len; /* 0: none */
    char tag[HXP_TAG_SIZE];
} hxp_row_language;

/** A table being read. */
typedef struct hxp_term_table {
    const hxp_read_options *options;
    hxp_faults faults;
    hxp_records records;
    bool utx;
    bool headed;                /* names of columns stand in the file */
    char tags[2][HXP_TAG_SIZE]; /* of source and target; may be empty */
    hxp_term_column columns[HXP_TERM_COLUMNS];
    size_t column_count;
    size_t first;        /* the first column of terms */
    size_t term_columns; /* how many there are */
    size_t id, tag;      /* the columns for them; HXP_TERM_COLUMNS: none */
    size_t maybe_id;     /* a column "ID" that may be Indonesian; 0: none */
    char separator;      /* that the file itself names; 0: none */
    hxp_row_language languages[HXP_ROW_LANGUAGES]; /* met last */
    size_t next_language;
    hxp_term_cell cells[HXP_TERM_COLUMNS];
    hxp_arena arena; /* of the row */
    hxp_buffer text;
    hxp_row_term row[HXP_ROW_TERMS];
    size_t row_count;
    hxp_term_concepts concepts;
} hxp_term_table;

/** What the cell in a column holds; "-" is nothing in UTX. */
hxp_str hxp_term_cell_text(const hxp_term_table *table, size_t column);

/** Add the terms of the row, whose cells are read, to their concept. */
hxp_status hxp_term_row_take(hxp_term_table *table, hxp_error *error);

#endif
