/* inherit.c - attributes of a header, handed down to units. */
#include "filter/inherit.h"

#include "base/str.h"

static const char *const names[HXP_INHERITED] = { "segtype", "datatype" };

/** The source language a header states; without one any may be it. */
static hxp_str language_of(const hxp_unit_header *header)
{
    return header->source_language.len > 0 ? header->source_language
                                           : HXP_STR("*all*");
}

static bool begin_whole(hxp_inherit *inherit, const hxp_unit_header *header)
{
    inherit->begun = true;
    for (size_t i = 0; i < HXP_INHERITED; i++) {
        const hxp_str *value =
            hxp_attributes_value(&header->attributes, names[i]);
        if (value &&
            !hxp_arena_copy(&inherit->whole[i], &inherit->arena, *value))
            return false;
    }
    return hxp_arena_copy(&inherit->whole_language, &inherit->arena,
                          language_of(header));
}

bool hxp_inherit_begin(hxp_inherit *inherit, const hxp_unit_header *header)
{
    if (!inherit->begun)
        return begin_whole(inherit, header);
    inherit->own_count = 0;
    inherit->language = HXP_STR("");
    for (size_t i = 0; i < HXP_INHERITED; i++) {
        const hxp_str *value =
            hxp_attributes_value(&header->attributes, names[i]);
        if (!value || hxp_str_equal(*value, inherit->whole[i]))
            continue;
        hxp_attribute *own = &inherit->own[inherit->own_count];
        own->name = hxp_str_of(names[i]);
        if (!hxp_arena_copy(&own->value, &inherit->arena, *value))
            return false;
        inherit->own_count++;
    }
    return hxp_str_equal(language_of(header), inherit->whole_language) ||
           hxp_arena_copy(&inherit->language, &inherit->arena,
                          language_of(header));
}

bool hxp_inherit_unit(hxp_unit *unit, const hxp_inherit *inherit,
                      hxp_arena *arena)
{
    size_t count = unit->attributes.count;
    if (unit->source_language.len == 0)
        unit->source_language = inherit->language;
    if (inherit->own_count == 0)
        return true;
    hxp_attribute *items =
        hxp_arena_alloc(arena, count + inherit->own_count, sizeof *items);
    if (!items)
        return false;
    if (count > 0)
        memcpy(items, unit->attributes.items, count * sizeof *items);
    for (size_t i = 0; i < inherit->own_count; i++)
        if (!hxp_attributes_value(&unit->attributes, inherit->own[i].name.ptr))
            items[count++] = inherit->own[i];
    unit->attributes = (hxp_attributes){ items, count };
    return true;
}

void hxp_inherit_free(hxp_inherit *inherit)
{
    hxp_arena_free(&inherit->arena);
}
