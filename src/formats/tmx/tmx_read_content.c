/* tmx_read_content.c - seg: text, inline codes and what is inside them. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_reader.h"

#include <assert.h>

static hxp_variant *last_variant(hxp_tmx_reader *reader)
{
    assert(reader->unit.variant_count > 0);
    return &reader->variants[reader->unit.variant_count - 1];
}

/** Begin another variant for a second seg of a tuv: its text is kept. */
static hxp_status split_variant(hxp_tmx_reader *reader)
{
    size_t count = reader->unit.variant_count;
    hxp_status status =
        HXP_TMX_TELL(reader, HXP_FAULT_TMX_SEGMENT, "a second seg in one tuv");
    if (status == HXP_OK)
        status = hxp_tmx_charge(reader, sizeof(hxp_variant));
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&reader->variants, &reader->variant_capacity,
                           count + 1, sizeof *reader->variants))
        return hxp_no_memory(reader->error);
    reader->variants[count] =
        (hxp_variant){ .language = reader->variants[count - 1].language,
                       .place = hxp_xml_place(reader->xml) };
    reader->unit.variant_count++;
    return HXP_OK;
}

hxp_status hxp_tmx_start_seg(hxp_tmx_reader *reader, const char **attributes)
{
    hxp_tmx_attributes kept;
    hxp_status status = HXP_OK;
    if (reader->tuv_segs++ > 0)
        status = split_variant(reader);
    if (status == HXP_OK)
        status =
            hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status != HXP_OK)
        return status;
    last_variant(reader)->segment_attributes =
        (hxp_attributes){ kept.items, kept.count };
    reader->segment_size = 0;
    if (!hxp_content_open(&reader->builder))
        return hxp_no_memory(reader->error);
    return HXP_OK;
}

/** Finish the innermost content and look at its codes. */
static hxp_status close_content(hxp_tmx_reader *reader, hxp_content *content)
{
    if (!hxp_content_close(content, &reader->builder, &reader->arena))
        return hxp_no_memory(reader->error);
    if (!reader->rules.faults.sink || content->code_count == 0)
        return HXP_OK;
    return hxp_tmx_check_codes(&reader->rules, content,
                               hxp_content_closed(&reader->builder)->places,
                               reader->error);
}

hxp_status hxp_tmx_end_seg(hxp_tmx_reader *reader)
{
    return close_content(reader, &last_variant(reader)->content);
}

static hxp_code_kind code_kind(hxp_tmx_element element)
{
    switch (element) {
    case HXP_TMX_BPT:
        return HXP_CODE_BEGIN;
    case HXP_TMX_EPT:
        return HXP_CODE_END;
    case HXP_TMX_PH:
        return HXP_CODE_STANDALONE;
    case HXP_TMX_IT:
        return HXP_CODE_ISOLATED;
    case HXP_TMX_UT:
        return HXP_CODE_UNKNOWN;
    case HXP_TMX_SUB:
        return HXP_CODE_SUBFLOW;
    case HXP_TMX_ROOT:
    case HXP_TMX_HEADER:
    case HXP_TMX_BODY:
    case HXP_TMX_TU:
    case HXP_TMX_TUV:
    case HXP_TMX_SEG:
    case HXP_TMX_NOTE:
    case HXP_TMX_PROP:
    case HXP_TMX_UDE:
    case HXP_TMX_MAP:
    case HXP_TMX_HI:
    case HXP_TMX_UNKNOWN:
    default:
        return HXP_CODE_MARK;
    }
}

/** True when what is open is native code, not text to translate. */
static bool in_code(unsigned what)
{
    return what >= HXP_TMX_BPT && what <= HXP_TMX_UT;
}

/** Tell of an element that TMX does not have there. */
static hxp_status tell_misplaced(hxp_tmx_reader *reader,
                                 hxp_tmx_element element, const char *name)
{
    unsigned around = hxp_tmx_top(reader);
    if (around == HXP_TMX_SPAN)
        around = HXP_TMX_SEG;
    if (hxp_tmx_holds((hxp_tmx_element)around, element))
        return HXP_OK;
    if (element == HXP_TMX_SUB && around == HXP_TMX_SEG && reader->rules.old)
        return HXP_OK;
    if (element == HXP_TMX_UNKNOWN)
        return HXP_TMX_TELL(reader, HXP_FAULT_TMX_INLINE,
                            "<%s> is no inline code of TMX: use bpt, ept, ph, "
                            "it or hi; its text is kept",
                            name);
    return HXP_TMX_TELL(reader, HXP_FAULT_TMX_ELEMENT,
                        "<%s> does not belong in <%s>", name,
                        hxp_tmx_kind_of((hxp_tmx_element)around)->name);
}

/** The name of a code: ours for an element of TMX, whatever its case. */
static bool copy_name(hxp_str *to, hxp_tmx_reader *reader,
                      hxp_tmx_element element, const char *name)
{
    if (element == HXP_TMX_UNKNOWN)
        return hxp_arena_copy(to, &reader->arena, hxp_str_of(name));
    *to = hxp_str_of(hxp_tmx_kind_of(element)->name);
    return true;
}

hxp_status hxp_tmx_start_inline(hxp_tmx_reader *reader, hxp_tmx_element element,
                                const char *name, const char **attributes)
{
    hxp_tmx_attributes kept;
    hxp_code code = { .kind = code_kind(element) };
    hxp_status status = tell_misplaced(reader, element, name);
    if (status == HXP_OK)
        status =
            hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status == HXP_OK)
        status = hxp_tmx_charge(reader, sizeof code + strlen(name));
    if (status != HXP_OK)
        return status;

    if (code.kind == HXP_CODE_SUBFLOW && !in_code(hxp_tmx_top(reader)))
        code.kind = HXP_CODE_MARK; /* TMX 1.1 has sub in seg: it is text */
    code.attributes = (hxp_attributes){ kept.items, kept.count };
    hxp_place place = { 0, 0, 0 };
    if (reader->rules.faults.sink)
        place = hxp_xml_place(reader->xml);
    if (!copy_name(&code.name, reader, element, name) ||
        !hxp_content_add_code(&reader->builder, code, place))
        return hxp_no_memory(reader->error);
    if (code.kind == HXP_CODE_MARK)
        return hxp_tmx_push(reader, HXP_TMX_SPAN);
    if (!hxp_content_open(&reader->builder))
        return hxp_no_memory(reader->error);
    return hxp_tmx_push(reader, element);
}

hxp_status hxp_tmx_end_inline(hxp_tmx_reader *reader, unsigned what,
                              const char *name)
{
    hxp_content inside;
    hxp_code code = { .kind = HXP_CODE_UNMARK };
    if (what != HXP_TMX_SPAN)
        return close_content(reader, &inside);
    hxp_tmx_element element = hxp_tmx_element_nocase(name);
    hxp_status status = hxp_tmx_charge(reader, sizeof code + strlen(name));
    if (status != HXP_OK)
        return status;
    if (!copy_name(&code.name, reader, element, name) ||
        !hxp_content_add_code(&reader->builder, code, (hxp_place){ 0, 0, 0 }))
        return hxp_no_memory(reader->error);
    return HXP_OK;
}

hxp_status hxp_tmx_add_text(hxp_tmx_reader *reader, hxp_str text)
{
    hxp_place place;
    reader->segment_size += text.len;
    if (reader->segment_size > reader->limits.segment_bytes)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, reader->error,
                            "the segment is longer than %zu bytes, the limit",
                            reader->limits.segment_bytes);
    hxp_status status = hxp_tmx_charge(reader, text.len);
    if (status != HXP_OK)
        return status;
    if (reader->places)
        place = hxp_xml_place(reader->xml);
    if (!hxp_content_add_text(&reader->builder, text,
                              reader->places ? &place : NULL))
        return hxp_no_memory(reader->error);
    return HXP_OK;
}
