/* tmx_read_unit.c - tu and tuv with their attributes, notes and properties. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_reader.h"

#include <hexapla/text.h>

#include <string.h>

/* --- tu ------------------------------------------------------------------- */

hxp_status hxp_tmx_start_tu(hxp_tmx_reader *reader, const char **attributes)
{
    hxp_tmx_attributes kept;
    if (reader->unit_remarks.count == 0) { /* none stood before it */
        hxp_arena_reset(&reader->arena);
        reader->size = 0;
    }
    reader->in_unit = true;
    reader->unit =
        (hxp_unit){ .number = ++reader->number, .file = reader->file };
    hxp_xml_locate(&reader->unit.place, reader->xml);
    hxp_status status =
        hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status != HXP_OK)
        return status;
    reader->unit.id = hxp_tmx_take(&kept, HXP_STR("tuid"));
    reader->unit.source_language = hxp_tmx_take(&kept, HXP_STR("srclang"));
    reader->unit.attributes = (hxp_attributes){ kept.items, kept.count };
    hxp_tmx_rules_unit(&reader->rules, &reader->unit);
    return HXP_OK;
}

hxp_status hxp_tmx_end_tu(hxp_tmx_reader *reader)
{
    hxp_status status = hxp_tmx_finish_remarks(&reader->unit.remarks, reader,
                                               &reader->unit_remarks);
    reader->unit.variants = reader->variants;
    if (status == HXP_OK && reader->rules.faults.sink)
        status =
            hxp_tmx_check_unit(&reader->rules, &reader->unit, reader->error);
    if (status != HXP_OK)
        return status;
    status = reader->sink->unit(reader->sink, &reader->unit, reader->error);
    reader->sink_fault = status != HXP_OK;
    reader->in_unit = false;
    reader->rules.faults.unit = 0;
    reader->rules.faults.tuid = HXP_STR("");
    return status;
}

/* --- tuv ------------------------------------------------------------------ */

/** Find the language; say so when it is not where it should be. */
static hxp_status take_language(hxp_variant *variant, hxp_tmx_reader *reader,
                                hxp_tmx_attributes *kept)
{
    variant->language = hxp_tmx_take(kept, HXP_STR("xml:lang"));
    bool by_xml_lang = variant->language.len > 0;
    if (!by_xml_lang)
        variant->language = hxp_tmx_take(kept, HXP_STR("lang"));
    reader->rules.faults.language = variant->language;
    if (variant->language.len == 0)
        return HXP_TMX_TELL(reader, HXP_FAULT_TMX_NO_LANGUAGE,
                            "tuv has no xml:lang");
    if (by_xml_lang == reader->rules.old)
        return HXP_TMX_TELL(reader, HXP_FAULT_TMX_LANG,
                            by_xml_lang ? "use lang before TMX 1.3"
                                        : "use xml:lang in TMX 1.4");
    hxp_attributes others = { kept->items, kept->count };
    const hxp_str *lang = hxp_attributes_value(&others, "lang");
    if (lang && !hxp_tag_equal(*lang, variant->language))
        return HXP_TMX_TELL(reader, HXP_FAULT_TMX_TWO_LANGUAGES,
                            "lang \"%.*s\" is not xml:lang \"%.*s\", which is "
                            "read",
                            HXP_FMT(hxp_quote(*lang)),
                            HXP_FMT(hxp_quote(variant->language)));
    return HXP_OK;
}

hxp_status hxp_tmx_start_tuv(hxp_tmx_reader *reader, const char **attributes)
{
    hxp_tmx_attributes kept;
    size_t count = reader->unit.variant_count;
    hxp_status status =
        hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status == HXP_OK)
        status = hxp_tmx_charge(reader, sizeof(hxp_variant));
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&reader->variants, &reader->variant_capacity,
                           count + 1, sizeof *reader->variants))
        return hxp_no_memory(reader->error);
    hxp_variant *variant = &reader->variants[count];
    *variant = (hxp_variant){ .content.text = HXP_STR("") };
    hxp_xml_locate(&variant->place, reader->xml);
    status = take_language(variant, reader, &kept);
    variant->attributes = (hxp_attributes){ kept.items, kept.count };
    reader->unit.variant_count++;
    reader->tuv_first = count;
    reader->tuv_segs = 0;
    reader->variant_remarks.count = 0;
    return status;
}

hxp_status hxp_tmx_end_tuv(hxp_tmx_reader *reader)
{
    hxp_variant *first = &reader->variants[reader->tuv_first];
    hxp_status status = hxp_tmx_finish_remarks(&first->remarks, reader,
                                               &reader->variant_remarks);
    if (status == HXP_OK && reader->tuv_segs == 0)
        status = hxp_tell(&reader->rules.faults, HXP_FAULT_TMX_SEGMENT,
                          first->place, reader->error, "tuv has no seg");
    for (size_t i = reader->tuv_first;
         status == HXP_OK && reader->tuv_segs > 0 &&
         reader->rules.faults.sink && i < reader->unit.variant_count;
         i++)
        status = hxp_tmx_check_variant(&reader->rules, &reader->variants[i],
                                       reader->error);
    reader->rules.faults.language = HXP_STR("");
    return status;
}

/* --- note, prop, ude ------------------------------------------------------ */

static hxp_remark_kind remark_kind(hxp_tmx_element element)
{
    if (element == HXP_TMX_NOTE)
        return HXP_NOTE_REMARK;
    return element == HXP_TMX_PROP ? HXP_PROPERTY : HXP_ENCODING;
}

hxp_status hxp_tmx_start_remark(hxp_tmx_reader *reader, hxp_tmx_element element,
                                const char **attributes)
{
    hxp_tmx_attributes kept;
    hxp_status status = HXP_OK;
    unsigned around = hxp_tmx_top(reader);
    if ((around == HXP_TMX_TUV && reader->tuv_segs > 0) ||
        (around == HXP_TMX_TU && reader->unit.variant_count > 0))
        status = HXP_TMX_TELL(reader, HXP_FAULT_TMX_ORDER,
                              "<%s> must stand before <%s>",
                              hxp_tmx_kind_of(element)->name,
                              around == HXP_TMX_TUV ? "seg" : "tuv");
    if (status == HXP_OK)
        status =
            hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status == HXP_OK)
        status = hxp_tmx_charge(reader, sizeof(hxp_remark));
    if (status != HXP_OK)
        return status;
    reader->remark =
        (hxp_remark){ .kind = remark_kind(element), .type = HXP_STR("") };
    if (element == HXP_TMX_PROP)
        reader->remark.type = hxp_tmx_take(&kept, HXP_STR("type"));
    else if (element == HXP_TMX_UDE)
        reader->remark.type = hxp_tmx_take(&kept, HXP_STR("name"));
    reader->remark.attributes = (hxp_attributes){ kept.items, kept.count };
    reader->remark_text.len = 0;
    return HXP_OK;
}

hxp_status hxp_tmx_add_map(hxp_tmx_reader *reader, const char **attributes)
{
    hxp_tmx_attributes kept;
    size_t count = reader->remark.map_count;
    hxp_status status =
        hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status == HXP_OK)
        status = hxp_tmx_charge(reader, sizeof(hxp_attributes));
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&reader->maps, &reader->map_capacity, count + 1,
                           sizeof *reader->maps))
        return hxp_no_memory(reader->error);
    reader->maps[count] = (hxp_attributes){ kept.items, kept.count };
    reader->remark.map_count++;
    return HXP_OK;
}

/** Copy size bytes into the arena; NULL when memory is out. */
static void *copy_items(hxp_tmx_reader *reader, const void *items, size_t size)
{
    void *copy = hxp_arena_bytes(&reader->arena, size);
    if (copy && size > 0)
        memcpy(copy, items, size);
    return copy;
}

hxp_status hxp_tmx_end_remark(hxp_tmx_reader *reader)
{
    hxp_remark *remark = &reader->remark;
    hxp_tmx_remarks *to = hxp_tmx_top(reader) == HXP_TMX_TUV
                              ? &reader->variant_remarks
                              : &reader->unit_remarks;
    if (remark->kind == HXP_ENCODING && remark->map_count == 0) {
        hxp_status status =
            HXP_TMX_TELL(reader, HXP_FAULT_TMX_NO_MAP, "ude has no map");
        if (status != HXP_OK)
            return status;
    }
    remark->maps = copy_items(reader, reader->maps,
                              remark->map_count * sizeof *reader->maps);
    if (!remark->maps ||
        !hxp_arena_copy(&remark->text, &reader->arena,
                        hxp_buffer_str(&reader->remark_text)) ||
        !hxp_array_reserve(&to->items, &to->capacity, to->count + 1,
                           sizeof *to->items))
        return hxp_no_memory(reader->error);
    to->items[to->count++] = *remark;
    return HXP_OK;
}

hxp_status hxp_tmx_finish_remarks(hxp_remarks *out, hxp_tmx_reader *reader,
                                  hxp_tmx_remarks *remarks)
{
    *out = (hxp_remarks){ NULL, 0 };
    if (remarks->count == 0)
        return HXP_OK;
    out->items =
        copy_items(reader, remarks->items, remarks->count * sizeof(hxp_remark));
    if (!out->items)
        return hxp_no_memory(reader->error);
    out->count = remarks->count;
    remarks->count = 0;
    return HXP_OK;
}
