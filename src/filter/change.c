/* change.c - copies of headers and units with other attributes and remarks. */
#include "filter/change.h"

#include "base/error.h"

static hxp_status change_language(hxp_change *change, hxp_str *language,
                                  hxp_error *error)
{
    if (!change->language || language->len == 0)
        return HXP_OK;
    return change->language(change, language, error);
}

static hxp_status change_attributes(hxp_change *change,
                                    hxp_attributes *attributes,
                                    hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t count = 0;
    if (attributes->count == 0)
        return HXP_OK;
    hxp_attribute *items =
        hxp_arena_alloc(&change->arena, attributes->count, sizeof *items);
    if (!items)
        return hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < attributes->count; i++) {
        bool keep = true;
        items[count] = attributes->items[i];
        status = change->attribute(change, &items[count], &keep, error);
        count += keep;
    }
    *attributes = (hxp_attributes){ items, count };
    return status;
}

static hxp_status change_remarks(hxp_change *change, hxp_remarks *remarks,
                                 hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t count = 0;
    if (remarks->count == 0)
        return HXP_OK;
    hxp_remark *items =
        hxp_arena_alloc(&change->arena, remarks->count, sizeof *items);
    if (!items)
        return hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < remarks->count; i++) {
        bool keep = true;
        items[count] = remarks->items[i];
        if (change->remark)
            status = change->remark(change, &items[count], &keep, error);
        if (status == HXP_OK && keep)
            status = change_attributes(change, &items[count].attributes, error);
        count += keep;
    }
    *remarks = (hxp_remarks){ items, count };
    return status;
}

static hxp_status change_variants(hxp_change *change, hxp_unit *unit,
                                  hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_variant *items =
        hxp_arena_alloc(&change->arena, unit->variant_count, sizeof *items);
    if (!items)
        return hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        items[i] = unit->variants[i];
        status = change_language(change, &items[i].language, error);
        if (status == HXP_OK)
            status = change_attributes(change, &items[i].attributes, error);
        if (status == HXP_OK)
            status = change_remarks(change, &items[i].remarks, error);
    }
    unit->variants = items;
    return status;
}

hxp_status hxp_change_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_change *change = (hxp_change *)sink;
    hxp_unit changed = *unit;
    hxp_arena_reset(&change->arena);
    hxp_status status =
        change_language(change, &changed.source_language, error);
    if (status == HXP_OK)
        status = change_attributes(change, &changed.attributes, error);
    if (status == HXP_OK)
        status = change_remarks(change, &changed.remarks, error);
    if (status == HXP_OK)
        status = change_variants(change, &changed, error);
    return status == HXP_OK ? hxp_pass_unit(sink, &changed, error) : status;
}

hxp_status hxp_change_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                            hxp_error *error)
{
    hxp_change *change = (hxp_change *)sink;
    hxp_unit_header changed = *header;
    hxp_str *languages = hxp_arena_alloc(&change->arena, header->language_count,
                                         sizeof *languages);
    if (!languages)
        return hxp_no_memory(error);
    changed.languages = languages;
    hxp_status status =
        change_language(change, &changed.source_language, error);
    for (size_t i = 0; status == HXP_OK && i < header->language_count; i++) {
        languages[i] = header->languages[i];
        status = change_language(change, &languages[i], error);
    }
    if (status == HXP_OK)
        status = change_attributes(change, &changed.attributes, error);
    if (status == HXP_OK)
        status = change_remarks(change, &changed.remarks, error);
    return status == HXP_OK ? hxp_pass_begin(sink, &changed, error) : status;
}
