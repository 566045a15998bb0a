/* chains.c - pieces: allocated, handed on, freed. */
#include "memory/chains.h"

#include <stdlib.h>

enum { PIECE = (1 << 15) - 64 }; /* bytes of a piece, if no more are asked */

/** A piece with room for size bytes; NULL: no memory. */
static hxp_piece *new_piece(hxp_piece_pool *pool, size_t size)
{
    hxp_piece *piece = pool->pieces;
    if (size <= PIECE && piece) {
        pool->pieces = piece->next;
        return piece;
    }
    size_t room = size > PIECE ? size : PIECE;
    piece = malloc(sizeof *piece + room);
    if (piece)
        piece->room = room;
    return piece;
}

bool hxp_chain_grow(hxp_chain *chain, hxp_piece_pool *pool, size_t size)
{
    hxp_piece *piece = new_piece(pool, size);
    if (!piece)
        return false;
    piece->next = NULL;
    piece->used = 0;
    if (chain->last)
        chain->last->next = piece;
    else
        chain->first = piece;
    chain->last = piece;
    return true;
}

void hxp_chain_release(hxp_chain *chain, hxp_piece_pool *pool)
{
    if (chain->last) {
        chain->last->next = pool->pieces;
        pool->pieces = chain->first;
    }
    *chain = (hxp_chain){ .first = NULL };
}

static void free_pieces(hxp_piece *piece)
{
    while (piece) {
        hxp_piece *next = piece->next;
        free(piece);
        piece = next;
    }
}

void hxp_chain_free(hxp_chain *chain)
{
    free_pieces(chain->first);
    *chain = (hxp_chain){ .first = NULL };
}

void hxp_piece_pool_free(hxp_piece_pool *pool)
{
    free_pieces(pool->pieces);
    pool->pieces = NULL;
}
