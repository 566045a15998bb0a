/* pack.c - the members of units one after another, counts before lists. */
#include "model/pack.h"

#include "base/error.h"
#include "base/str.h"

/* --- Packing -------------------------------------------------------------- */

static bool put_size(hxp_buffer *bytes, size_t size)
{
    char digits[(sizeof size * 8 + 6) / 7];
    size_t len = 0;
    for (; size >= 0x80; size >>= 7)
        digits[len++] = (char)(size & 0x7F) | (char)0x80;
    digits[len++] = (char)size;
    return hxp_buffer_add(bytes, (hxp_str){ digits, len });
}

static bool put_text(hxp_buffer *bytes, hxp_str text)
{
    return put_size(bytes, text.len) && hxp_buffer_add(bytes, text);
}

static bool put_attributes(hxp_buffer *bytes, const hxp_attributes *attributes)
{
    if (!put_size(bytes, attributes->count))
        return false;
    for (size_t i = 0; i < attributes->count; i++)
        if (!put_text(bytes, attributes->items[i].name) ||
            !put_text(bytes, attributes->items[i].value))
            return false;
    return true;
}

static bool put_remarks(hxp_buffer *bytes, const hxp_remarks *remarks)
{
    if (!put_size(bytes, remarks->count))
        return false;
    for (size_t i = 0; i < remarks->count; i++) {
        const hxp_remark *remark = &remarks->items[i];
        if (!put_size(bytes, (size_t)remark->kind) ||
            !put_text(bytes, remark->type) || !put_text(bytes, remark->text) ||
            !put_attributes(bytes, &remark->attributes) ||
            !put_size(bytes, remark->map_count))
            return false;
        for (size_t k = 0; k < remark->map_count; k++)
            if (!put_attributes(bytes, &remark->maps[k]))
                return false;
    }
    return true;
}

static bool put_content(hxp_buffer *bytes, const hxp_content *content);

/* Nesting is as deep as the reader's limit lets it be.
 * NOLINTNEXTLINE(misc-no-recursion) */
static bool put_codes(hxp_buffer *bytes, const hxp_content *content)
{
    if (!put_size(bytes, content->code_count))
        return false;
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        if (!put_size(bytes, (size_t)code->kind) ||
            !put_size(bytes, code->offset) || !put_text(bytes, code->name) ||
            !put_attributes(bytes, &code->attributes) ||
            !put_size(bytes, code->inside != NULL) ||
            (code->inside && !put_content(bytes, code->inside)))
            return false;
    }
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
static bool put_content(hxp_buffer *bytes, const hxp_content *content)
{
    return put_text(bytes, content->text) && put_codes(bytes, content);
}

bool hxp_unit_pack(hxp_buffer *bytes, const hxp_unit *unit)
{
    if (!put_size(bytes, unit->number) || !put_text(bytes, unit->id) ||
        !put_text(bytes, unit->source_language) ||
        !put_attributes(bytes, &unit->attributes) ||
        !put_remarks(bytes, &unit->remarks) ||
        !put_size(bytes, unit->variant_count))
        return false;
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (!put_text(bytes, variant->language) ||
            !put_content(bytes, &variant->content) ||
            !put_attributes(bytes, &variant->attributes) ||
            !put_remarks(bytes, &variant->remarks) ||
            !put_attributes(bytes, &variant->segment_attributes))
            return false;
    }
    return true;
}

bool hxp_extra_pack(hxp_buffer *bytes, const hxp_extra *extra)
{
    if (extra->attributes.count == 0 && extra->remarks.count == 0 &&
        extra->more.count == 0)
        return true;
    return put_attributes(bytes, &extra->attributes) &&
           put_remarks(bytes, &extra->remarks) &&
           put_attributes(bytes, &extra->more);
}

bool hxp_codes_pack(hxp_buffer *bytes, const hxp_content *content)
{
    return content->code_count == 0 || put_codes(bytes, content);
}

/* --- Unpacking ------------------------------------------------------------ */

enum { DEPTH = 64 }; /* of codes in codes; as deep as readers nest them */

/** Bytes not yet read, and where lists go. */
typedef struct unpacking {
    hxp_str rest;
    hxp_arena *arena;
    bool broken; /* they are not what packing made */
    int depth;
} unpacking;

static size_t take_size(unpacking *from)
{
    size_t size = 0;
    for (unsigned shift = 0; shift < sizeof size * 8; shift += 7) {
        if (from->rest.len == 0)
            break;
        unsigned char digit = (unsigned char)*from->rest.ptr++;
        from->rest.len--;
        size |= (size_t)(digit & 0x7F) << shift;
        if (digit < 0x80)
            return size;
    }
    from->broken = true;
    return 0;
}

static hxp_str take_text(unpacking *from)
{
    size_t len = take_size(from);
    if (len > from->rest.len) {
        from->broken = true;
        len = 0;
    }
    hxp_str text = hxp_str_part(from->rest, 0, len);
    from->rest = hxp_str_part(from->rest, len, from->rest.len);
    return text;
}

/** A number of things that take a byte each at least. */
static size_t take_count(unpacking *from)
{
    size_t count = take_size(from);
    if (count <= from->rest.len)
        return count;
    from->broken = true;
    return 0;
}

static bool take_attributes(hxp_attributes *to, unpacking *from)
{
    size_t count = take_count(from);
    hxp_attribute *items = hxp_arena_alloc(from->arena, count, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++) {
        items[i].name = take_text(from);
        items[i].value = take_text(from);
    }
    *to = (hxp_attributes){ items, count };
    return true;
}

static bool take_remark(hxp_remark *to, unpacking *from)
{
    size_t kind = take_size(from);
    from->broken |= kind > HXP_ENCODING;
    to->kind = (hxp_remark_kind)kind;
    to->type = take_text(from);
    to->text = take_text(from);
    if (!take_attributes(&to->attributes, from))
        return false;
    to->map_count = take_count(from);
    hxp_attributes *maps =
        hxp_arena_alloc(from->arena, to->map_count, sizeof *maps);
    to->maps = maps;
    for (size_t i = 0; maps && i < to->map_count; i++)
        if (!take_attributes(&maps[i], from))
            return false;
    return maps != NULL;
}

static bool take_remarks(hxp_remarks *to, unpacking *from)
{
    size_t count = take_count(from);
    hxp_remark *items = hxp_arena_alloc(from->arena, count, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!take_remark(&items[i], from))
            return false;
    *to = (hxp_remarks){ items, count };
    return true;
}

static bool take_content(hxp_content *to, unpacking *from);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as DEPTH */
static bool take_inside(hxp_code *code, unpacking *from)
{
    if (take_size(from) == 0)
        return true;
    if (from->depth == DEPTH) {
        from->broken = true;
        return true;
    }
    from->depth++;
    hxp_content *inside = hxp_arena_alloc(from->arena, 1, sizeof *inside);
    code->inside = inside;
    bool taken = inside && take_content(inside, from);
    from->depth--;
    return taken;
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
static bool take_codes(hxp_content *to, unpacking *from)
{
    to->code_count = take_count(from);
    hxp_code *codes =
        hxp_arena_alloc(from->arena, to->code_count, sizeof *codes);
    to->codes = codes;
    size_t least = 0;
    for (size_t i = 0; codes && i < to->code_count; i++) {
        size_t kind = take_size(from);
        codes[i].kind = (hxp_code_kind)kind;
        codes[i].offset = take_size(from);
        codes[i].name = take_text(from);
        if (!take_attributes(&codes[i].attributes, from) ||
            !take_inside(&codes[i], from))
            return false;
        from->broken |= kind > HXP_CODE_UNMARK || codes[i].offset < least ||
                        codes[i].offset > to->text.len;
        least = codes[i].offset;
    }
    return codes != NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
static bool take_content(hxp_content *to, unpacking *from)
{
    *to = (hxp_content){ .text = take_text(from) };
    return take_codes(to, from);
}

static bool take_variant(hxp_variant *to, unpacking *from)
{
    to->language = take_text(from);
    return take_content(&to->content, from) &&
           take_attributes(&to->attributes, from) &&
           take_remarks(&to->remarks, from) &&
           take_attributes(&to->segment_attributes, from);
}

bool hxp_unit_unpack(hxp_unit *unit, hxp_arena *arena, hxp_str bytes)
{
    unpacking from = { bytes, arena, false, 0 };
    *unit = (hxp_unit){ .number = take_size(&from) };
    unit->id = take_text(&from);
    unit->source_language = take_text(&from);
    if (!take_attributes(&unit->attributes, &from) ||
        !take_remarks(&unit->remarks, &from))
        return false;
    unit->variant_count = take_count(&from);
    hxp_variant *variants =
        hxp_arena_alloc(arena, unit->variant_count, sizeof *variants);
    unit->variants = variants;
    for (size_t i = 0; variants && i < unit->variant_count; i++)
        if (!take_variant(&variants[i], &from))
            return false;
    return variants != NULL;
}

/** What became of unpacking a part. */
static hxp_status taken(const unpacking *from, bool memory, hxp_error *error)
{
    if (!memory)
        return hxp_no_memory(error);
    if (from->broken || from->rest.len > 0)
        return hxp_fail(error, HXP_EINPUT, "a packed part of a unit is broken");
    return HXP_OK;
}

hxp_status hxp_extra_unpack(hxp_extra *extra, hxp_arena *arena, hxp_str bytes,
                            hxp_error *error)
{
    unpacking from = { bytes, arena, false, 0 };
    *extra = (hxp_extra){ .more = { NULL, 0 } };
    return taken(&from,
                 bytes.len == 0 ||
                     (take_attributes(&extra->attributes, &from) &&
                      take_remarks(&extra->remarks, &from) &&
                      take_attributes(&extra->more, &from)),
                 error);
}

hxp_status hxp_codes_unpack(hxp_content *content, hxp_arena *arena,
                            hxp_str bytes, hxp_error *error)
{
    unpacking from = { bytes, arena, false, 0 };
    content->codes = NULL;
    content->code_count = 0;
    return taken(&from, bytes.len == 0 || take_codes(content, &from), error);
}
