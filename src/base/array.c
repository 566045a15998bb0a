/* array.c - doubling growth. */
#include "base/array.h"

#include <stdlib.h>
#include <string.h>

bool hxp_array_grow(void *items, size_t *capacity, size_t need, size_t size)
{
    size_t room = *capacity ? *capacity : 16;
    while (room < need) {
        if (room > SIZE_MAX / 4 / size)
            return false;
        room *= 2;
    }
    void *old;
    memcpy(&old, items, sizeof old); /* items is the address of any pointer */
    void *grown = realloc(old, room * size);
    if (!grown)
        return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = room;
    return true;
}

bool hxp_buffer_reserve(hxp_buffer *buffer, size_t size)
{
    return size <= SIZE_MAX / 4 &&
           hxp_array_reserve(&buffer->ptr, &buffer->capacity,
                             buffer->len + size, 1);
}

void hxp_buffer_free(hxp_buffer *buffer)
{
    free(buffer->ptr);
    *buffer = (hxp_buffer){ NULL, 0, 0 };
}
