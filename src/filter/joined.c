/* joined.c - one unit of several: texts, attributes, notes of them all. */
#include "filter/joined.h"

#include "base/array.h"
#include "base/str.h"
#include "filter/fingerprint.h"
#include "model/pack.h"

#include <stdlib.h>

static hxp_hash hash_variant(const hxp_variant *variant)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_fingerprint_variant(&hasher, variant);
    return hxp_hasher_finish(&hasher);
}

static bool has_variant(const hxp_joined *group, hxp_hash hash)
{
    for (size_t i = 0; i < group->unit.variant_count; i++)
        if (hxp_hash_equal(group->hashes[i], hash))
            return true;
    return false;
}

static bool add_variant(hxp_joined *group, const hxp_variant *variant,
                        hxp_hash hash)
{
    size_t count = group->unit.variant_count;
    if (!hxp_array_reserve(&group->variants, &group->variant_room, count + 1,
                           sizeof *group->variants) ||
        !hxp_array_reserve(&group->hashes, &group->hash_room, count + 1,
                           sizeof *group->hashes))
        return false;
    group->variants[count] = *variant;
    group->hashes[count] = hash;
    group->unit.variant_count++;
    return true;
}

bool hxp_joined_begin(hxp_joined *group, hxp_str packed)
{
    hxp_str bytes;
    hxp_arena_reset(&group->arena);
    hxp_gather_free(&group->remarks);
    if (!hxp_arena_copy(&bytes, &group->arena, packed) ||
        !hxp_unit_unpack(&group->unit, &group->arena, bytes))
        return false;
    const hxp_variant *variants = group->unit.variants;
    size_t count = group->unit.variant_count;
    group->unit.variant_count = 0;
    for (size_t i = 0; i < count; i++)
        if (!add_variant(group, &variants[i], hash_variant(&variants[i])))
            return false;
    return hxp_gather_add(&group->remarks, &group->unit.remarks);
}

/** True for attributes that TMX lets a text have as well as its unit. */
static bool goes_down(hxp_str name)
{
    static const char *const names[] = { "changedate",   "changeid",
                                         "creationdate", "creationid",
                                         "creationtool", "creationtoolversion",
                                         "datatype",     "lastusagedate",
                                         "o-encoding",   "o-tmf",
                                         "usagecount" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (hxp_str_is(name, names[i]))
            return true;
    return false;
}

/** Whether attributes have item, with its value. */
static bool says(const hxp_attributes *attributes, const hxp_attribute *item)
{
    for (size_t i = 0; i < attributes->count; i++)
        if (hxp_str_equal(attributes->items[i].name, item->name))
            return hxp_str_equal(attributes->items[i].value, item->value);
    return false;
}

static bool has_name(const hxp_attributes *attributes, hxp_str name)
{
    for (size_t i = 0; i < attributes->count; i++)
        if (hxp_str_equal(attributes->items[i].name, name))
            return true;
    return false;
}

/** Give variant those attributes of its unit that the group's has not. */
static bool hand_down(hxp_variant *variant, hxp_joined *group,
                      const hxp_unit *unit)
{
    size_t count = variant->attributes.count;
    hxp_attribute *items = hxp_arena_alloc(
        &group->arena, count + unit->attributes.count, sizeof *items);
    if (!items)
        return false;
    if (count > 0)
        memcpy(items, variant->attributes.items, count * sizeof *items);
    for (size_t i = 0; i < unit->attributes.count; i++) {
        const hxp_attribute *item = &unit->attributes.items[i];
        if (goes_down(item->name) && !says(&group->unit.attributes, item) &&
            !has_name(&variant->attributes, item->name))
            items[count++] = *item;
    }
    variant->attributes = (hxp_attributes){ items, count };
    return true;
}

/** Give variant its unit's id, as a property. */
static bool hand_id_down(hxp_variant *variant, hxp_arena *arena, hxp_str id)
{
    size_t count = variant->remarks.count;
    hxp_remark *items = hxp_arena_alloc(arena, count + 1, sizeof *items);
    if (!items)
        return false;
    if (count > 0)
        memcpy(items, variant->remarks.items, count * sizeof *items);
    items[count] = (hxp_remark){ .kind = HXP_PROPERTY,
                                 .type = HXP_STR("x-hexapla-tuid"),
                                 .text = id };
    variant->remarks = (hxp_remarks){ items, count + 1 };
    return true;
}

static bool has_remarks(const hxp_joined *group, const hxp_remarks *remarks)
{
    for (size_t i = 0; i < remarks->count; i++)
        if (!hxp_gather_has(&group->remarks, &remarks->items[i]))
            return false;
    return true;
}

bool hxp_joined_adds(const hxp_joined *group, const hxp_unit *unit,
                     size_t pivot)
{
    for (size_t i = 0; i < unit->variant_count; i++)
        if (i != pivot && !has_variant(group, hash_variant(&unit->variants[i])))
            return true;
    return !has_remarks(group, &unit->remarks) ||
           !has_remarks(group, &unit->variants[pivot].remarks);
}

bool hxp_joined_add(hxp_joined *group, hxp_str packed, size_t pivot)
{
    hxp_str bytes;
    hxp_unit unit;
    if (!hxp_arena_copy(&bytes, &group->arena, packed) ||
        !hxp_unit_unpack(&unit, &group->arena, bytes))
        return false;
    if (!hxp_gather_add(&group->remarks, &unit.remarks) ||
        !hxp_gather_add(&group->remarks, &unit.variants[pivot].remarks))
        return false;
    for (size_t i = 0; i < unit.variant_count; i++) {
        hxp_variant variant = unit.variants[i];
        hxp_hash hash = hash_variant(&variant);
        if (i == pivot || has_variant(group, hash))
            continue;
        bool named = unit.id.len > 0 && !hxp_str_equal(unit.id, group->unit.id);
        if (!hand_down(&variant, group, &unit) ||
            (named && !hand_id_down(&variant, &group->arena, unit.id)) ||
            !add_variant(group, &variant, hash))
            return false;
    }
    return true;
}

const hxp_unit *hxp_joined_unit(hxp_joined *group)
{
    group->unit.variants = group->variants;
    group->unit.remarks = hxp_gather_remarks(&group->remarks);
    return &group->unit;
}

void hxp_joined_free(hxp_joined *group)
{
    hxp_arena_free(&group->arena);
    hxp_gather_free(&group->remarks);
    free(group->variants);
    free(group->hashes);
}
