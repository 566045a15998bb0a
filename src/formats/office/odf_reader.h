/* odf_reader.h - an OpenDocument being read, and the text in it. */
#ifndef FORMATS_ODF_READER_H
#define FORMATS_ODF_READER_H

#include "formats/office/cell_name.h"
#include "formats/office/hidden.h"
#include "formats/office/odf_charts.h"
#include "formats/office/odf_styles.h"
#include "formats/office/office_link.h"

typedef struct hxp_odf_reader {
    hxp_blocks blocks;
    hxp_odf_styles styles;
    unsigned *spans; /* looks of those open, each with those around it */
    size_t span_count, span_capacity;
    hxp_office_link link;
    hxp_odf_charts charts;
    bool texts;         /* paragraphs that come are the document's */
    bool any;           /* there were such */
    bool sheets;        /* they are those of sheets */
    bool encrypted;     /* a part is */
    hxp_block usual;    /* of the paragraphs of the part in work */
    unsigned lists;     /* that are open */
    size_t cells;       /* likewise, of tables */
    size_t slides;      /* so far */
    size_t rows;        /* of the sheet in work, so far */
    size_t columns;     /* of the row, */
    size_t all_columns; /* and of the sheet, as it declares them */
    hxp_hidden hidden;
    hxp_cell_name name; /* of the sheet and the cell */
    hxp_place place;    /* of what comes: a slide, a cell; or nowhere */
    size_t notes;       /* likewise */
    bool title;         /* the frame in work is that of a slide's title */
    bool page;          /* text that comes is the number of one */
    bool listed;        /* what comes stands elsewhere: contents, an index */
    bool skip;          /* the element in work */
} hxp_odf_reader;

/** Begin with words that look so: bits of HXP_LOOK_. */
hxp_status hxp_odf_push_look(hxp_odf_reader *reader, unsigned look,
                             hxp_error *error);

/** End all looks: the paragraph ends. */
hxp_status hxp_odf_end_looks(hxp_odf_reader *reader, hxp_error *error);

/** Text of the part. */
hxp_status hxp_odf_text(void *context, hxp_str text, hxp_error *error);

/* Handlers of tables: that of a sheet has a name to be read, unless it is
 * hidden; numbers, dates and what formulas give are no texts. */
hxp_office_start hxp_odf_start_table, hxp_odf_start_column, hxp_odf_start_row,
    hxp_odf_start_cell, hxp_odf_start_covered;
hxp_office_end hxp_odf_end_cell;

/* Handlers of elements in a paragraph. */
hxp_office_start hxp_odf_start_span, hxp_odf_start_hidden, hxp_odf_start_blanks,
    hxp_odf_start_tab, hxp_odf_start_break, hxp_odf_start_link;
hxp_office_end hxp_odf_end_span, hxp_odf_end_link;

#endif
