/* gather.c - collects remarks that differ. */
#include "filter/gather.h"

#include "base/array.h"
#include "model/remark.h"

#include <stdlib.h>

bool hxp_gather_has(const hxp_gather *gather, const hxp_remark *remark)
{
    for (size_t i = 0; i < gather->count; i++)
        if (hxp_remark_equal(&gather->items[i], remark))
            return true;
    return false;
}

bool hxp_gather_add(hxp_gather *gather, const hxp_remarks *remarks)
{
    for (size_t i = 0; i < remarks->count; i++) {
        if (hxp_gather_has(gather, &remarks->items[i]))
            continue;
        if (!hxp_array_reserve(&gather->items, &gather->capacity,
                               gather->count + 1, sizeof *gather->items) ||
            !hxp_remark_copy(&gather->items[gather->count], &gather->arena,
                             &remarks->items[i]))
            return false;
        gather->count++;
    }
    return true;
}

hxp_remarks hxp_gather_remarks(const hxp_gather *gather)
{
    return (hxp_remarks){ gather->items, gather->count };
}

void hxp_gather_free(hxp_gather *gather)
{
    hxp_arena_free(&gather->arena);
    free(gather->items);
    *gather = (hxp_gather){ 0 };
}
