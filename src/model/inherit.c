/* inherit.c - attributes of a header and of the root, handed down to units. */
#include "model/inherit.h"

#include "base/str.h"

static const char *const names[HXP_INHERITED] = { "segtype", "datatype" };

/** The source language a header states; without one any may be it. */
static hxp_str language_of(const hxp_unit_header *header)
{
    return header->source_language.len > 0 ? header->source_language
                                           : HXP_STR("*all*");
}

/* --- Name spaces ---------------------------------------------------------- */

static const hxp_str declaration = { "xmlns:", 6 };

/** The attribute of list that is called name; NULL if there is none. */
static const hxp_attribute *find(const hxp_attributes *list, hxp_str name)
{
    for (size_t i = 0; i < list->count; i++)
        if (hxp_str_equal(list->items[i].name, name))
            return &list->items[i];
    return NULL;
}

static bool is_in(const hxp_attribute *one, const hxp_attributes *list)
{
    const hxp_attribute *found = find(list, one->name);
    return found && hxp_str_equal(found->value, one->value);
}

/** Copy the declarations among attributes, but for those in known. */
static bool copy_spaces(hxp_attributes *out, hxp_arena *arena,
                        const hxp_attributes *attributes,
                        const hxp_attributes *known)
{
    hxp_attribute *items =
        hxp_arena_alloc(arena, attributes->count, sizeof *items);
    *out = (hxp_attributes){ items, 0 };
    if (!items)
        return false;
    for (size_t i = 0; i < attributes->count; i++) {
        const hxp_attribute *one = &attributes->items[i];
        if (!hxp_str_starts(one->name, declaration) || is_in(one, known))
            continue;
        hxp_attribute *copy = &items[out->count++];
        if (!hxp_arena_copy(&copy->name, arena, one->name) ||
            !hxp_arena_copy(&copy->value, arena, one->value))
            return false;
    }
    return true;
}

static bool attributes_use(const hxp_attributes *attributes, hxp_str prefix)
{
    for (size_t i = 0; i < attributes->count; i++) {
        hxp_str name = attributes->items[i].name;
        if (name.len > prefix.len && name.ptr[prefix.len] == ':' &&
            hxp_str_starts(name, prefix))
            return true;
    }
    return false;
}

static bool remarks_use(const hxp_remarks *remarks, hxp_str prefix)
{
    for (size_t i = 0; i < remarks->count; i++)
        if (attributes_use(&remarks->items[i].attributes, prefix))
            return true;
    return false;
}

/** NOLINTNEXTLINE(misc-no-recursion): as deep as readers let codes nest */
static bool content_uses(const hxp_content *content, hxp_str prefix)
{
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        hxp_attribute name = { code->name, { "", 0 } };
        hxp_attributes element = { &name, 1 };
        if (attributes_use(&element, prefix) ||
            attributes_use(&code->attributes, prefix) ||
            (code->inside && content_uses(code->inside, prefix)))
            return true;
    }
    return false;
}

static bool unit_uses(const hxp_unit *unit, hxp_str prefix)
{
    bool uses = attributes_use(&unit->attributes, prefix) ||
                remarks_use(&unit->remarks, prefix);
    for (size_t i = 0; !uses && i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        uses = attributes_use(&variant->attributes, prefix) ||
               attributes_use(&variant->segment_attributes, prefix) ||
               remarks_use(&variant->remarks, prefix) ||
               content_uses(&variant->content, prefix);
    }
    return uses;
}

/* --- Headers and units ---------------------------------------------------- */

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
    return copy_spaces(&inherit->whole_spaces, &inherit->arena,
                       &header->file_attributes, &inherit->whole_spaces) &&
           hxp_arena_copy(&inherit->whole_language, &inherit->arena,
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
    if (!copy_spaces(&inherit->spaces, &inherit->arena,
                     &header->file_attributes, &inherit->whole_spaces))
        return false;
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
    if (inherit->own_count == 0 && inherit->spaces.count == 0)
        return true;
    hxp_attribute *items = hxp_arena_alloc(
        arena, count + inherit->own_count + inherit->spaces.count,
        sizeof *items);
    if (!items)
        return false;
    if (count > 0)
        memcpy(items, unit->attributes.items, count * sizeof *items);
    for (size_t i = 0; i < inherit->own_count; i++)
        if (!hxp_attributes_value(&unit->attributes, inherit->own[i].name.ptr))
            items[count++] = inherit->own[i];
    for (size_t i = 0; i < inherit->spaces.count; i++) {
        const hxp_attribute *space = &inherit->spaces.items[i];
        hxp_str prefix =
            hxp_str_part(space->name, declaration.len, space->name.len);
        if (!find(&unit->attributes, space->name) && unit_uses(unit, prefix))
            items[count++] = *space;
    }
    unit->attributes = (hxp_attributes){ items, count };
    return true;
}

void hxp_inherit_free(hxp_inherit *inherit)
{
    hxp_arena_free(&inherit->arena);
    *inherit = (hxp_inherit){ .begun = false };
}
