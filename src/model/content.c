/* content.c - where a text's bytes stand; small helpers of the model. */
#include "text/utf8.h"

#include <hexapla/model.h>
#include <hexapla/text.h>

#include "base/str.h"

hxp_place hxp_content_place(const hxp_content *content, size_t offset)
{
    size_t low = 0, high = content->run_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (content->runs[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return (hxp_place){ 0, 0, 0 };
    const hxp_run *run = &content->runs[low - 1];
    hxp_place place = run->place;
    hxp_place_advance(&place, hxp_str_part(content->text, run->offset, offset));
    return place;
}

const hxp_variant *hxp_unit_variant(const hxp_unit *unit, hxp_str language)
{
    for (size_t i = 0; i < unit->variant_count; i++)
        if (hxp_tag_equal(unit->variants[i].language, language))
            return &unit->variants[i];
    return NULL;
}

const char *hxp_level_name(hxp_level level)
{
    static const char *const names[] = { "note", "warning", "error" };
    return names[level - HXP_NOTE];
}
