/* cell_name.c - columns are letters: A to Z, AA, AB and so on. */
#include "formats/office/cell_name.h"

#include "base/error.h"
#include "base/str.h"

#include <stdio.h>

hxp_status hxp_cell_name_sheet(hxp_cell_name *name, hxp_blocks *blocks,
                               hxp_str sheet, hxp_error *error)
{
    name->text.len = 0;
    if (!hxp_buffer_add(&name->text, sheet))
        return hxp_no_memory(error);
    name->sheet = sheet.len;
    blocks->id = hxp_buffer_str(&name->text);
    return HXP_OK;
}

hxp_status hxp_cell_name_cell(hxp_cell_name *name, hxp_blocks *blocks,
                              hxp_place place, hxp_error *error)
{
    enum { LETTERS = 26 };
    char cell[64], letters[16];
    size_t start = sizeof letters;
    for (size_t rest = place.column; rest > 0 && start > 0;
         rest = (rest - 1) / LETTERS)
        letters[--start] = (char)('A' + (rest - 1) % LETTERS);
    int len =
        snprintf(cell, sizeof cell, "!%.*s%zu", (int)(sizeof letters - start),
                 letters + start, place.line);
    name->text.len = name->sheet;
    if (place.line > 0 &&
        !hxp_buffer_add(&name->text, (hxp_str){ cell, (size_t)len }))
        return hxp_no_memory(error);
    blocks->id = hxp_buffer_str(&name->text);
    return HXP_OK;
}

void hxp_cell_name_free(hxp_cell_name *name)
{
    hxp_buffer_free(&name->text);
}
