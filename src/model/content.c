/* content.c - where a text's bytes stand; small helpers of the model. */
#include "model/runs.h"
#include "text/utf8.h"

#include <hexapla/model.h>
#include <hexapla/text.h>

#include "base/str.h"

hxp_place hxp_content_place(const hxp_content *content, size_t offset)
{
    size_t before = hxp_runs_up_to(content->runs, content->run_count, offset);
    if (before == 0)
        return (hxp_place){ 0, 0, 0 };
    const hxp_run *run = &content->runs[before - 1];
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

const hxp_variant *hxp_unit_source(const hxp_unit *unit, hxp_str language)
{
    if (language.len == 0 || hxp_str_is_nocase(language, "*all*"))
        return unit->variant_count > 0 ? &unit->variants[0] : NULL;
    const hxp_variant *variant = hxp_unit_variant(unit, language);
    for (size_t i = 0; !variant && i < unit->variant_count; i++)
        if (hxp_tag_equal(hxp_tag_primary(unit->variants[i].language),
                          hxp_tag_primary(language)))
            variant = &unit->variants[i];
    return variant;
}

const hxp_str *hxp_attributes_value(const hxp_attributes *attributes,
                                    const char *name)
{
    for (size_t i = 0; i < attributes->count; i++)
        if (hxp_str_is(attributes->items[i].name, name))
            return &attributes->items[i].value;
    return NULL;
}

const char *hxp_block_name(hxp_block_kind kind)
{
    static const char *const names[] = { "text",  "heading", "item",
                                         "cell",  "note",    "cue",
                                         "value", "header",  "footer" };
    return names[kind];
}

const char *hxp_level_name(hxp_level level)
{
    static const char *const names[] = { "note", "warning", "error" };
    return names[level - HXP_NOTE];
}
