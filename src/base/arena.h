/* arena.h - memory that is freed all at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <hexapla/base.h>

#include <stddef.h>
#include <string.h>

/** A part of an arena. */
struct hxp_arena_block {
    struct hxp_arena_block *next;
    size_t size; /* bytes of room */
    size_t used;
    max_align_t room[];
};

/** An arena; all zero is an empty one. */
typedef struct hxp_arena {
    struct hxp_arena_block *blocks; /* the newest first */
} hxp_arena;

/** Give size bytes of a new block; NULL when memory is out. */
char *hxp_arena_grow(hxp_arena *arena, size_t size);

/** Give size bytes at the next multiple of unit, a power of two. */
static inline char *hxp_arena_take(hxp_arena *arena, size_t unit, size_t size)
{
    struct hxp_arena_block *block = arena->blocks;
    size_t start = block ? (block->used + unit - 1) & ~(unit - 1) : 0;
    if (!block || start > block->size || block->size - start < size)
        return hxp_arena_grow(arena, size);
    block->used = start + size;
    return (char *)block->room + start;
}

/**
 * Give zeroed room for count items of size bytes, aligned for anything; it
 * lives until the arena is freed or reset. NULL when memory is out.
 */
void *hxp_arena_alloc(hxp_arena *arena, size_t count, size_t size);

/** Give room for size bytes, whatever they hold; else as above. */
static inline char *hxp_arena_bytes(hxp_arena *arena, size_t size)
{
    return hxp_arena_take(arena, sizeof(max_align_t), size);
}

/** Give the last size bytes back of what was given last. */
static inline void hxp_arena_return(hxp_arena *arena, size_t size)
{
    arena->blocks->used -= size;
}

/**
 * Copy bytes into *to, with a NUL behind them that does not count. False when
 * memory is out.
 */
static inline bool hxp_arena_copy(hxp_str *to, hxp_arena *arena, hxp_str bytes)
{
    char *copy = hxp_arena_take(arena, 1, bytes.len + 1); /* close to others */
    if (!copy)
        return false;
    if (bytes.len > 0)
        memcpy(copy, bytes.ptr, bytes.len);
    copy[bytes.len] = '\0';
    *to = (hxp_str){ copy, bytes.len };
    return true;
}

/** Give up all that was allocated, but keep a block for what comes. */
void hxp_arena_reset(hxp_arena *arena);

/** Free all that was allocated; the arena is empty then. */
void hxp_arena_free(hxp_arena *arena);

#endif
