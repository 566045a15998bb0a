/* tally.c - counts by name. */
#include "filter/tally.h"

#include "base/array.h"

#include <stdlib.h>

bool hxp_tally_add(hxp_tally *tally, hxp_str name)
{
    uint32_t number;
    size_t before = tally->names.count;
    if (!hxp_array_reserve(&tally->items, &tally->capacity, before + 1,
                           sizeof *tally->items) ||
        !hxp_names_add(&tally->names, name, &number))
        return false;
    if (tally->names.count > before)
        tally->items[number] =
            (hxp_named_count){ tally->names.items[number], 0 };
    tally->items[number].count++;
    return true;
}

void hxp_tally_free(hxp_tally *tally)
{
    hxp_names_free(&tally->names);
    free(tally->items);
    *tally = (hxp_tally){ 0 };
}
