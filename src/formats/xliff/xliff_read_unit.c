/* xliff_read_unit.c - the segments of a trans-unit or unit as units. */
#include "base/error.h"
#include "base/str.h"
#include "formats/xliff/xliff_reader.h"

#include <stdio.h>
#include <string.h>

/* --- Properties ----------------------------------------------------------- */

static hxp_status add_remark(hxp_xliff_reader *reader, hxp_xliff_remarks *to,
                             const hxp_remark *remark)
{
    hxp_status status = hxp_xliff_charge(reader, sizeof *remark);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&to->items, &to->capacity, to->count + 1,
                           sizeof *to->items))
        return hxp_no_memory(&reader->delivery.error);
    to->items[to->count++] = *remark;
    return HXP_OK;
}

hxp_status hxp_xliff_add_property(hxp_xliff_reader *reader,
                                  hxp_xliff_remarks *to, hxp_str type,
                                  hxp_str text)
{
    hxp_remark remark = { .kind = HXP_PROPERTY, .type = type };
    hxp_status status = hxp_xliff_copy(&remark.text, reader, text);
    return status == HXP_OK ? add_remark(reader, to, &remark) : status;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

hxp_status hxp_xliff_add_attributes(hxp_xliff_reader *reader,
                                    hxp_xliff_remarks *to, const char *prefix,
                                    const char **attributes,
                                    const char *const *without)
{
    hxp_status status = HXP_OK;
    for (; status == HXP_OK && attributes[0]; attributes += 2) {
        hxp_str type;
        if (is_one_of(attributes[0], without))
            continue;
        reader->room.len = 0;
        if (!hxp_buffer_add(&reader->room, hxp_str_of(prefix)) ||
            !hxp_buffer_add(&reader->room, hxp_str_of(attributes[0])))
            return hxp_no_memory(&reader->delivery.error);
        status = hxp_xliff_copy(&type, reader, hxp_buffer_str(&reader->room));
        if (status == HXP_OK)
            status = hxp_xliff_add_property(reader, to, type,
                                            hxp_str_of(attributes[1]));
    }
    return status;
}

/* --- Beginning ------------------------------------------------------------ */

/** Tell of an id that is missing or stood before. */
static hxp_status check_id(hxp_xliff_reader *reader)
{
    bool found = false;
    if (!reader->delivery.faults.sink)
        return HXP_OK;
    if (reader->id.len == 0)
        return hxp_tell(&reader->delivery.faults, HXP_FAULT_XLIFF_REQUIRED,
                        reader->place, &reader->delivery.error,
                        "the unit has no id");
    if (!hxp_hash_map_add(&reader->ids, hxp_hash_of(reader->id), &found))
        return hxp_no_memory(&reader->delivery.error);
    if (!found)
        return HXP_OK;
    return hxp_tell(&reader->delivery.faults, HXP_FAULT_XLIFF_ID, reader->place,
                    &reader->delivery.error,
                    "the id %.*s stands before in this file",
                    HXP_FMT(hxp_quote(reader->id)));
}

hxp_status hxp_xliff_start_unit(hxp_xliff_reader *reader,
                                const char **attributes)
{
    static const char *const without[] = { "id", NULL };
    hxp_arena_reset(&reader->arena);
    reader->size = 0;
    reader->in_unit = true;
    reader->place = hxp_xml_place(reader->xml);
    reader->whole_source = reader->whole_target = reader->around =
        (hxp_content){ .text = HXP_STR("") };
    reader->gap = HXP_STR("");
    reader->has_source = reader->has_target = reader->target_parts = false;
    reader->segment_count = 0;
    if (reader->data_ids.count > 0)
        hxp_names_free(&reader->data_ids);
    reader->remarks.count = reader->target_remarks.count = 0;
    reader->segment_remarks.count = 0;
    memcpy(reader->unit_target, reader->target, HXP_TAG_SIZE);
    hxp_status status = hxp_xliff_copy(&reader->id, reader,
                                       hxp_xml_attribute(attributes, "id"));
    reader->delivery.faults.unit = reader->delivery.number + 1;
    reader->delivery.faults.tuid = reader->id;
    if (status == HXP_OK)
        status = check_id(reader);
    if (status == HXP_OK && reader->original.len > 0)
        status =
            hxp_xliff_add_property(reader, &reader->remarks,
                                   HXP_STR(HXP_XLIFF_FILE), reader->original);
    if (status == HXP_OK && reader->groups.len > 0)
        status = hxp_xliff_add_property(
            reader, &reader->remarks, HXP_STR(HXP_XLIFF_GROUP),
            (hxp_str){ reader->groups.ptr, reader->groups.len - 1 });
    if (status == HXP_OK && hxp_xliff_top(reader)->kept &&
        hxp_xliff_value(attributes, "translate").len == 0)
        status = hxp_xliff_add_property(reader, &reader->remarks,
                                        HXP_STR(HXP_XLIFF_KEPT), HXP_STR("no"));
    if (status == HXP_OK)
        status = hxp_xliff_add_attributes(
            reader, &reader->remarks, HXP_XLIFF_PREFIX, attributes, without);
    return status;
}

hxp_status hxp_xliff_find_segment(hxp_xliff_reader *reader, hxp_str id,
                                  bool *found)
{
    size_t count = reader->segment_count;
    *found = false;
    for (size_t i = 0; id.len > 0 && i < count; i++) {
        size_t k = (reader->segment + 1 + i) % count; /* the next, mostly */
        if (!hxp_str_equal(reader->segments[k].id, id))
            continue;
        reader->segment = k;
        *found = true;
        return HXP_OK;
    }
    if (count == HXP_XLIFF_PARTS)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, &reader->delivery.error,
                            "the unit has more than %d segments",
                            HXP_XLIFF_PARTS);
    hxp_status status = hxp_xliff_charge(reader, sizeof *reader->segments);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&reader->segments, &reader->segment_capacity,
                           count + 1, sizeof *reader->segments))
        return hxp_no_memory(&reader->delivery.error);
    reader->segments[count] = (hxp_xliff_segment){ .gap = HXP_STR("") };
    reader->segment = count;
    reader->segment_count++;
    return hxp_xliff_copy(&reader->segments[count].id, reader, id);
}

/* --- Ending --------------------------------------------------------------- */

/** Send a unit of this source and target. */
static hxp_status send(hxp_xliff_reader *reader, hxp_unit *unit,
                       const hxp_xliff_segment *segment)
{
    hxp_variant variants[2];
    const hxp_xliff_remarks *own = &reader->target_remarks;
    unit->place = reader->place;
    unit->remarks =
        (hxp_remarks){ reader->remarks.items, reader->remarks.count };
    unit->variants = variants;
    if (!reader->second) /* there the header promises it */
        unit->target_language = hxp_str_of(reader->unit_target);
    variants[0] = (hxp_variant){ .language = hxp_str_of(reader->source),
                                 .content = segment->source,
                                 .place = segment->source_place };
    unit->variant_count = 1;
    if (segment->has_target &&
        (segment->target.text.len > 0 || segment->target.code_count > 0 ||
         own->count > 0))
        variants[unit->variant_count++] =
            (hxp_variant){ .language = reader->unit_target[0]
                                           ? hxp_str_of(reader->unit_target)
                                           : HXP_STR("und"),
                           .content = segment->target,
                           .place = segment->target_place,
                           .remarks = { own->items, own->count } };
    return hxp_delivery_unit(&reader->delivery, unit);
}

/** Send the unit as a whole. */
static hxp_status send_whole(hxp_xliff_reader *reader)
{
    hxp_unit unit = { .id = hxp_xliff_is_own_id(reader->id) ? HXP_STR("")
                                                            : reader->id };
    hxp_xliff_segment whole = { .source = reader->whole_source,
                                .target = reader->whole_target,
                                .source_place = reader->source_place,
                                .target_place = reader->target_place,
                                .has_target = reader->has_target };
    return send(reader, &unit, &whole);
}

/** True when the unit's segments are more than the unit itself. */
static bool is_divided(const hxp_xliff_reader *reader)
{
    return !reader->second || reader->segment_count > 1;
}

/** Add to the unit's remarks those of one segment. */
static hxp_status add_segment_remarks(hxp_xliff_reader *reader,
                                      const hxp_xliff_segment *segment)
{
    hxp_status status = HXP_OK;
    if (is_divided(reader))
        status = hxp_xliff_add_property(reader, &reader->remarks,
                                        HXP_STR(HXP_XLIFF_UNIT), reader->id);
    if (status == HXP_OK && segment->id.len > 0)
        status = hxp_xliff_add_property(
            reader, &reader->remarks, HXP_STR(HXP_XLIFF_SEGMENT), segment->id);
    if (status == HXP_OK && segment->gap.len > 0)
        status = hxp_xliff_add_property(reader, &reader->remarks,
                                        HXP_STR(HXP_XLIFF_GAP), segment->gap);
    for (size_t i = segment->remark_start;
         status == HXP_OK && i < segment->remark_end; i++)
        status = add_remark(reader, &reader->remarks,
                            &reader->segment_remarks.items[i]);
    return status;
}

/** The id of a segment's unit: the unit's, and that of the segment. */
static hxp_status make_id(hxp_str *id, hxp_xliff_reader *reader,
                          const hxp_xliff_segment *segment)
{
    char number[24];
    hxp_str own = segment->id;
    if (!is_divided(reader)) {
        *id = hxp_xliff_is_own_id(reader->id) ? HXP_STR("") : reader->id;
        return HXP_OK;
    }
    snprintf(number, sizeof number, "%zu",
             (size_t)(segment - reader->segments) + 1);
    if (own.len == 0)
        own = hxp_str_of(number);
    reader->room.len = 0;
    if (!hxp_buffer_add(&reader->room, reader->id) ||
        !hxp_buffer_add(&reader->room, HXP_STR("#")) ||
        !hxp_buffer_add(&reader->room, own))
        return hxp_no_memory(&reader->delivery.error);
    return hxp_xliff_copy(id, reader, hxp_buffer_str(&reader->room));
}

static hxp_status send_segment(hxp_xliff_reader *reader,
                               const hxp_xliff_segment *segment)
{
    hxp_unit unit = { .number = 0 };
    size_t common = reader->remarks.count;
    if (!segment->has_source)
        return hxp_tell(&reader->delivery.faults, HXP_FAULT_XLIFF_SEGMENT,
                        segment->target_place, &reader->delivery.error,
                        "the segment \"%.*s\" has no source; left out",
                        HXP_FMT(hxp_quote(segment->id)));
    hxp_status status = make_id(&unit.id, reader, segment);
    if (status == HXP_OK)
        status = add_segment_remarks(reader, segment);
    if (status == HXP_OK)
        status = send(reader, &unit, segment);
    reader->remarks.count = common;
    return status;
}

static hxp_status send_segments(hxp_xliff_reader *reader)
{
    hxp_status status = HXP_OK;
    hxp_str around = reader->around.text;
    for (size_t i = 0; status == HXP_OK && i < reader->segment_count; i++) {
        hxp_xliff_segment *segment = &reader->segments[i];
        if (segment->gap_end > 0)
            segment->gap =
                hxp_str_part(around, segment->gap_start, segment->gap_end);
        status = send_segment(reader, segment);
    }
    return status;
}

/** True when the target stands there as a whole, not by segments. */
static bool target_is_whole(const hxp_xliff_reader *reader)
{
    return reader->has_target && !reader->target_parts &&
           reader->whole_target.text.len > 0 && reader->has_source;
}

hxp_status hxp_xliff_end_unit(hxp_xliff_reader *reader)
{
    hxp_status status;
    if (!reader->has_source && reader->segment_count == 0)
        status = hxp_tell(&reader->delivery.faults, HXP_FAULT_XLIFF_SOURCE,
                          reader->place, &reader->delivery.error,
                          "the unit has no source");
    else if (reader->segment_count == 0 || target_is_whole(reader))
        status = send_whole(reader);
    else
        status = send_segments(reader);
    reader->in_unit = false;
    reader->delivery.faults.unit = 0;
    reader->delivery.faults.tuid = HXP_STR("");
    return status;
}
