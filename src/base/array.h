/* array.h - arrays and byte buffers that grow. */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <hexapla/base.h>

#include <string.h>

/** What hxp_array_reserve() does when there is too little room. */
bool hxp_array_grow(void *items, size_t *capacity, size_t need, size_t size);

/**
 * Make room for need items of size bytes in the malloc'd array *items with
 * room for *capacity. False when memory is out; the array is as it was then.
 */
static inline bool hxp_array_reserve(void *items, size_t *capacity, size_t need,
                                     size_t size)
{
    return need <= *capacity || hxp_array_grow(items, capacity, need, size);
}

/** Bytes that grow; all zero is an empty one. */
typedef struct hxp_buffer {
    char *ptr;
    size_t len;
    size_t capacity;
} hxp_buffer;

/** Make room for size more bytes. False when memory is out. */
bool hxp_buffer_reserve(hxp_buffer *buffer, size_t size);

/** Append bytes. False when memory is out; the buffer is as it was then. */
static inline bool hxp_buffer_add(hxp_buffer *buffer, hxp_str bytes)
{
    if (bytes.len == 0)
        return true;
    if (bytes.len > buffer->capacity - buffer->len &&
        !hxp_buffer_reserve(buffer, bytes.len))
        return false;
    memcpy(buffer->ptr + buffer->len, bytes.ptr, bytes.len);
    buffer->len += bytes.len;
    return true;
}

/** What the buffer holds; lives until the next change. */
static inline hxp_str hxp_buffer_str(const hxp_buffer *buffer)
{
    return (hxp_str){ buffer->ptr ? buffer->ptr : "", buffer->len };
}

/** Free what the buffer holds; it is empty then. */
void hxp_buffer_free(hxp_buffer *buffer);

#endif
