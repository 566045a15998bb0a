/* xlsx_strings.h - the texts that the cells of a workbook share. */
#ifndef FORMATS_XLSX_STRINGS_H
#define FORMATS_XLSX_STRINGS_H

#include "base/arena.h"

#include <hexapla/formats.h>

/** Texts with their codes; a paragraph that comes in is the last one's. */
typedef struct hxp_xlsx_strings {
    hxp_paragraph_sink sink;
    hxp_paragraph *items;
    size_t count, capacity;
    hxp_arena arena;
} hxp_xlsx_strings;

hxp_xlsx_strings hxp_xlsx_strings_make(void);

/** Begin the next text, which is empty if no paragraph comes. */
hxp_status hxp_xlsx_strings_next(hxp_xlsx_strings *strings, hxp_error *error);

/** The text whose number from 0 is written so, or NULL. */
const hxp_paragraph *hxp_xlsx_strings_find(const hxp_xlsx_strings *strings,
                                           hxp_str number);

void hxp_xlsx_strings_free(hxp_xlsx_strings *strings);

#endif
