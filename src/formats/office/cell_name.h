/* cell_name.h - names of the cells of sheets, such as "Prices!B4". */
#ifndef FORMATS_CELL_NAME_H
#define FORMATS_CELL_NAME_H

#include "formats/documents/blocks.h"

/** The name in work; all zero: none. */
typedef struct hxp_cell_name {
    hxp_buffer text;
    size_t sheet; /* bytes of it that name the sheet */
} hxp_cell_name;

/** Let the paragraphs that come be known by the sheet's name. */
hxp_status hxp_cell_name_sheet(hxp_cell_name *name, hxp_blocks *blocks,
                               hxp_str sheet, hxp_error *error);

/**
 * Let them be known by the name of the cell at place, whose line is its row,
 * both from 1; line 0: by that of the sheet.
 */
hxp_status hxp_cell_name_cell(hxp_cell_name *name, hxp_blocks *blocks,
                              hxp_place place, hxp_error *error);

void hxp_cell_name_free(hxp_cell_name *name);

#endif
