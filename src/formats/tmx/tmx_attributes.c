/* tmx_attributes.c - attributes of elements, copied in one go. */
#include "base/error.h"
#include "formats/tmx/tmx_reader.h"

/**
 * Copy a name or value to *at, and move that behind it. False: it does not
 * fit. They are short: one loop takes less than a call of strlen() does.
 */
static inline bool copy_string(hxp_str *to, char **at, const char *end,
                               const char *from)
{
    char *next = *at;
    while (next < end && *from)
        *next++ = *from++;
    *to = (hxp_str){ *at, (size_t)(next - *at) };
    *at = next;
    return *from == '\0';
}

/** Copy names and values to at; returns the end, NULL if they do not fit. */
static char *copy_strings(const hxp_tmx_attributes *out, char *at,
                          const char *end, const char **attributes)
{
    for (size_t i = 0; i < out->count; i++)
        if (!copy_string(&out->items[i].name, &at, end, *attributes++) ||
            !copy_string(&out->items[i].value, &at, end, *attributes++))
            return NULL;
    return at;
}

hxp_status hxp_tmx_copy_attributes(hxp_tmx_attributes *out,
                                   hxp_tmx_reader *reader, hxp_arena *arena,
                                   const char **attributes)
{
    size_t room = 256;
    char *at, *end = NULL;
    *out = (hxp_tmx_attributes){ NULL, 0 };
    if (!attributes[0])
        return HXP_OK;
    do
        out->count++;
    while (attributes[2 * out->count]);
    void *items = hxp_arena_bytes(arena, out->count * sizeof *out->items);
    if (!items)
        return hxp_no_memory(reader->error);
    out->items = items;
    for (; !end; room *= 2) {
        at = hxp_arena_take(arena, 1, room);
        if (!at)
            return hxp_no_memory(reader->error);
        end = copy_strings(out, at, at + room, attributes);
        hxp_arena_return(arena, end ? (size_t)(at + room - end) : room);
    }
    size_t size = (size_t)(end - at) + out->count * sizeof *out->items;
    return hxp_tmx_charge(reader, size);
}

hxp_str hxp_tmx_take_at(hxp_tmx_attributes *attributes, size_t index)
{
    hxp_str value = attributes->items[index].value;
    attributes->count--;
    for (size_t i = index; i < attributes->count; i++)
        attributes->items[i] = attributes->items[i + 1];
    return value;
}
