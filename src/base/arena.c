/* arena.c - blocks of growing size, handed out from the front. */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

char *hxp_arena_grow(hxp_arena *arena, size_t size)
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
    block->used = size;
    block->next = arena->blocks;
    arena->blocks = block;
    return (char *)block->room;
}

void *hxp_arena_alloc(hxp_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > (SIZE_MAX / 4) / size)
        return NULL;
    void *at = hxp_arena_bytes(arena, count * size);
    return at ? memset(at, 0, count * size) : NULL;
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
