/* hidden.h - what a document hides, which is left out, and said to be. */
#ifndef FORMATS_HIDDEN_H
#define FORMATS_HIDDEN_H

#include <hexapla/formats.h>

/** What was left out so far, and what is hidden in the sheet in work. */
typedef struct hxp_hidden {
    size_t sheets, slides, cells, texts; /* cells: with text */
    bool row;                            /* the row in work is hidden, */
    hxp_span *columns;                   /* and these, from 1 */
    size_t count, capacity;              /* of the ranges of columns */
} hxp_hidden;

/** Begin a sheet of which nothing is hidden. */
void hxp_hidden_begin_sheet(hxp_hidden *hidden);

/** Hide columns from the first up to the one before end. False: no memory. */
bool hxp_hidden_add_columns(hxp_hidden *hidden, size_t first, size_t end);

/** True for a cell in a row or column that is hidden. */
bool hxp_hidden_has_cell(const hxp_hidden *hidden, size_t column);

/** Tell of what was left out of file, if anything. Fails as findings do. */
hxp_status hxp_hidden_tell(const hxp_hidden *hidden, const char *file,
                           const hxp_document_options *options,
                           hxp_error *error);

void hxp_hidden_free(hxp_hidden *hidden);

#endif
