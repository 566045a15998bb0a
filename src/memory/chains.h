/* chains.h - bytes in pieces of one size, which others get when they go. */
#ifndef MEMORY_CHAINS_H
#define MEMORY_CHAINS_H

#include <hexapla/base.h>

#include <stddef.h>
#include <string.h>

/** A piece of a chain. */
typedef struct hxp_piece {
    struct hxp_piece *next;
    size_t room, used;
    max_align_t bytes[];
} hxp_piece;

/** Pieces that no chain has; all zero is none. */
typedef struct hxp_piece_pool {
    hxp_piece *pieces;
} hxp_piece_pool;

/** A row of pieces; all zero is empty. */
typedef struct hxp_chain {
    hxp_piece *first, *last;
    uint64_t size; /* bytes used of all */
} hxp_chain;

/** Begin a piece with room for size bytes at least. False: no memory. */
bool hxp_chain_grow(hxp_chain *chain, hxp_piece_pool *pool, size_t size);

/** Give room for size more bytes in a row, aligned if all sizes given before
 * were; NULL: no memory. */
static inline void *hxp_chain_add(hxp_chain *chain, hxp_piece_pool *pool,
                                  size_t size)
{
    if ((!chain->last || chain->last->room - chain->last->used < size) &&
        !hxp_chain_grow(chain, pool, size))
        return NULL;
    char *bytes = (char *)chain->last->bytes + chain->last->used;
    chain->last->used += size;
    chain->size += size;
    return bytes;
}

/** Copy bytes to the end of chain. False: no memory. */
static inline bool hxp_chain_put(hxp_chain *chain, hxp_piece_pool *pool,
                                 const void *bytes, size_t size)
{
    char *to = hxp_chain_add(chain, pool, size);
    if (to && size > 0)
        memcpy(to, bytes, size);
    return to != NULL;
}

/** Give the pieces of chain, which is empty then, to pool. */
void hxp_chain_release(hxp_chain *chain, hxp_piece_pool *pool);

/** Free the pieces of chain, which is empty then. */
void hxp_chain_free(hxp_chain *chain);

/** Free the pieces of pool. */
void hxp_piece_pool_free(hxp_piece_pool *pool);

#endif
