/* csv_cell.h - writes a cell of an RFC 4180 table. */
#ifndef FORMATS_CSV_CELL_H
#define FORMATS_CSV_CELL_H

#include <hexapla/base.h>

/** Write text as a cell, in quotes where it needs them. */
void hxp_csv_put_cell(hxp_output *output, hxp_str text);

#endif
