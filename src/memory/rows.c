/* rows.c - the columns of rows to units: copied, unpacked, checked. */
#include "memory/rows.h"

#include "base/error.h"
#include "text/utf8.h"

/** Copy bytes, which must be UTF-8. */
static hxp_status keep_text(hxp_str *to, hxp_arena *arena, hxp_str text,
                            hxp_error *error)
{
    if (hxp_utf8_invalid(text) < text.len)
        return hxp_fail(error, HXP_EINPUT, "this is no UTF-8");
    return hxp_arena_copy(to, arena, text) ? HXP_OK : hxp_no_memory(error);
}

static hxp_status keep_extra(hxp_extra *extra, hxp_arena *arena, hxp_str packed,
                             hxp_error *error)
{
    hxp_str bytes;
    if (!hxp_arena_copy(&bytes, arena, packed))
        return hxp_no_memory(error);
    return hxp_extra_unpack(extra, arena, bytes, error);
}

hxp_status hxp_rows_header(hxp_unit_header *header, hxp_arena *arena,
                           const hxp_memory_row *row, hxp_error *error)
{
    hxp_extra extra;
    hxp_status status = keep_extra(&extra, arena, row->extra, error);
    if (status == HXP_OK)
        status = keep_text(&header->source_language, arena,
                           row->source_language, error);
    if (status != HXP_OK)
        return status;
    header->attributes = extra.attributes;
    header->remarks = extra.remarks;
    header->file_attributes = extra.more;
    return HXP_OK;
}

hxp_status hxp_rows_unit(hxp_unit *unit, hxp_arena *arena,
                         const hxp_unit_row *row, hxp_error *error)
{
    hxp_extra extra;
    hxp_status status = keep_text(&unit->id, arena, row->tuid, error);
    if (status == HXP_OK)
        status = keep_text(&unit->source_language, arena, row->source_language,
                           error);
    if (status == HXP_OK)
        status = keep_extra(&extra, arena, row->extra, error);
    if (status != HXP_OK)
        return status;
    unit->attributes = extra.attributes;
    unit->remarks = extra.remarks;
    return HXP_OK;
}

/** Make room for one more; they are few, so the list is copied. */
static hxp_variant *next_variant(hxp_rows_variants *variants, hxp_arena *arena)
{
    if (variants->count == variants->room) {
        size_t room = variants->room + 4 + variants->room;
        hxp_variant *grown = hxp_arena_alloc(arena, room, sizeof *grown);
        if (!grown)
            return NULL;
        if (variants->count > 0)
            memcpy(grown, variants->items, variants->count * sizeof *grown);
        variants->items = grown;
        variants->room = room;
    }
    return &variants->items[variants->count++];
}

hxp_status hxp_rows_variant(hxp_rows_variants *variants, hxp_arena *arena,
                            const hxp_variant_row *row, hxp_error *error)
{
    hxp_extra extra;
    hxp_str codes;
    hxp_variant *variant = next_variant(variants, arena);
    if (!variant || !hxp_arena_copy(&codes, arena, row->codes))
        return hxp_no_memory(error);
    hxp_status status =
        keep_text(&variant->language, arena, row->language, error);
    if (status == HXP_OK)
        status = keep_text(&variant->content.text, arena, row->text, error);
    if (status == HXP_OK)
        status = hxp_codes_unpack(&variant->content, arena, codes, error);
    if (status == HXP_OK)
        status = keep_extra(&extra, arena, row->extra, error);
    if (status != HXP_OK)
        return status;
    variant->attributes = extra.attributes;
    variant->remarks = extra.remarks;
    variant->segment_attributes = extra.more;
    return HXP_OK;
}
