/* arena.c - blocks of growing size, handed out from the front. */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct hxp_arena_block {
    struct hxp_arena_block *next;
    size_t size; /* bytes of room */
    size_t used;
    max_align_t room[];
};

static size_t aligned(size_t size)
{
    size_t unit = sizeof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

/** Put a block with room for at least size bytes in front. */
static struct hxp_arena_block *add_block(hxp_arena *arena, size_t size)
{
    size_t room = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    if (room > LARGEST_BLOCK)
        room = LARGEST_BLOCK;
    if (room < size)
        room = size;
    struct hxp_arena_block *block = malloc(sizeof *block + room);
    if (!block)
        return NULL;
    block->size = room;
    block->used = 0;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

/** Give size bytes from start on, which is in the first block, or in a new one.
 */
static char *take(hxp_arena *arena, size_t start, size_t size)
{
    struct hxp_arena_block *block = arena->blocks;
    if (!block || start > block->size || block->size - start < size) {
        block = add_block(arena, size);
        start = 0;
    }
    if (!block)
        return NULL;
    block->used = start + size;
    return (char *)block->room + start;
}

char *hxp_arena_bytes(hxp_arena *arena, size_t size)
{
    return take(arena, arena->blocks ? aligned(arena->blocks->used) : 0, size);
}

void *hxp_arena_alloc(hxp_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > (SIZE_MAX / 4) / size)
        return NULL;
    void *at = hxp_arena_bytes(arena, count * size);
    return at ? memset(at, 0, count * size) : NULL;
}

bool hxp_arena_copy(hxp_str *to, hxp_arena *arena, hxp_str bytes)
{
    size_t start = arena->blocks ? arena->blocks->used : 0;
    char *copy = take(arena, start, bytes.len + 1); /* text lies close */
    if (!copy)
        return false;
    if (bytes.len > 0)
        memcpy(copy, bytes.ptr, bytes.len);
    copy[bytes.len] = '\0';
    *to = (hxp_str){ copy, bytes.len };
    return true;
}

static void free_blocks(struct hxp_arena_block *block)
{
    while (block) {
        struct hxp_arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void hxp_arena_reset(hxp_arena *arena)
{
    struct hxp_arena_block *kept = arena->blocks;
    if (!kept)
        return;
    free_blocks(kept->next);
    kept->next = NULL;
    kept->used = 0;
    if (kept->size > LARGEST_BLOCK)
        hxp_arena_free(arena);
}

void hxp_arena_free(hxp_arena *arena)
{
    free_blocks(arena->blocks);
    arena->blocks = NULL;
}
