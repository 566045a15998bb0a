/* arena.h - memory that is freed all at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <hexapla/base.h>

/** An arena; all zero is an empty one. */
typedef struct hxp_arena {
    struct hxp_arena_block *blocks; /* the newest first */
} hxp_arena;

/**
 * Give zeroed room for count items of size bytes, aligned for anything; it
 * lives until the arena is freed or reset. NULL when memory is out.
 */
void *hxp_arena_alloc(hxp_arena *arena, size_t count, size_t size);

/** Give room for size bytes, whatever they hold; else as above. */
char *hxp_arena_bytes(hxp_arena *arena, size_t size);

/**
 * Copy bytes into *to, with a NUL behind them that does not count. False when
 * memory is out.
 */
bool hxp_arena_copy(hxp_str *to, hxp_arena *arena, hxp_str bytes);

/** Give up all that was allocated, but keep a block for what comes. */
void hxp_arena_reset(hxp_arena *arena);

/** Free all that was allocated; the arena is empty then. */
void hxp_arena_free(hxp_arena *arena);

#endif
