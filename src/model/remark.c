/* remark.c - notes, properties and their attributes, compared and copied. */
#include "model/remark.h"

#include "base/str.h"

static bool equal_attributes(const hxp_attributes *a, const hxp_attributes *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!hxp_str_equal(a->items[i].name, b->items[i].name) ||
            !hxp_str_equal(a->items[i].value, b->items[i].value))
            return false;
    return true;
}

bool hxp_remark_equal(const hxp_remark *a, const hxp_remark *b)
{
    if (a->kind != b->kind || !hxp_str_equal(a->type, b->type) ||
        !hxp_str_equal(a->text, b->text) || a->map_count != b->map_count ||
        !equal_attributes(&a->attributes, &b->attributes))
        return false;
    for (size_t i = 0; i < a->map_count; i++)
        if (!equal_attributes(&a->maps[i], &b->maps[i]))
            return false;
    return true;
}

bool hxp_attributes_copy(hxp_attributes *to, hxp_arena *arena,
                         const hxp_attributes *from)
{
    hxp_attribute *items = hxp_arena_alloc(arena, from->count, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < from->count; i++)
        if (!hxp_arena_copy(&items[i].name, arena, from->items[i].name) ||
            !hxp_arena_copy(&items[i].value, arena, from->items[i].value))
            return false;
    *to = (hxp_attributes){ items, from->count };
    return true;
}

bool hxp_remark_copy(hxp_remark *to, hxp_arena *arena, const hxp_remark *from)
{
    hxp_attributes *maps =
        hxp_arena_alloc(arena, from->map_count, sizeof *maps);
    *to = *from;
    to->maps = maps;
    if (!maps || !hxp_arena_copy(&to->type, arena, from->type) ||
        !hxp_arena_copy(&to->text, arena, from->text) ||
        !hxp_attributes_copy(&to->attributes, arena, &from->attributes))
        return false;
    for (size_t i = 0; i < from->map_count; i++)
        if (!hxp_attributes_copy(&maps[i], arena, &from->maps[i]))
            return false;
    return true;
}

const hxp_str *hxp_remarks_property(const hxp_remarks *remarks,
                                    const char *type)
{
    for (size_t i = 0; i < remarks->count; i++)
        if (remarks->items[i].kind == HXP_PROPERTY &&
            hxp_str_is(remarks->items[i].type, type))
            return &remarks->items[i].text;
    return NULL;
}
