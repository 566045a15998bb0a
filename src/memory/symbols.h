/* symbols.h - characters as bytes, and the words they make. */
#ifndef MEMORY_SYMBOLS_H
#define MEMORY_SYMBOLS_H

#include "base/array.h"
#include "memory/word_shares.h"
#include "text/caseless.h"

#include <hexapla/memory.h>

/* Common characters have a symbol, a byte, of their own; others share one with
 * others of their kind. So what differs in symbols differs, and what is equal
 * in symbols is equal unless there are shared ones in it. */
enum {
    HXP_NO_SYMBOL = 0, /* stands in no text of the alphabet */
    HXP_SHARED_ALONE = 0xC0,
    HXP_SHARED_WORD = 0xF0,
    HXP_OWN_SYMBOLS = 31 + 26 + 65,        /* beside those of ASCII */
    HXP_LENGTH_LIMIT = HXP_LOOKUP_LONGEST, /* symbols of a text */
    HXP_BYTES_LIMIT = 4 * HXP_LENGTH_LIMIT,
    HXP_COMMON_END = 0x250 /* of characters whose symbol is in a table */
};

/** An alphabet; set up with hxp_symbols_init(). */
typedef struct hxp_symbols {
    /** Characters beyond ASCII with a symbol of their own, rising; the
     * character in the upper 24 bits, the symbol in the lower 8. */
    uint32_t own[HXP_OWN_SYMBOLS];
    size_t count;
    uint8_t kinds[256];             /* an hxp_character_kind for each symbol */
    uint8_t bare[256];              /* what each is without accents */
    uint8_t common[HXP_COMMON_END]; /* HXP_NO_SYMBOL: not of its own */
} hxp_symbols;

void hxp_symbols_init(hxp_symbols *alphabet);

/** Set up with what was stored; false when that is no alphabet. */
bool hxp_symbols_load(hxp_symbols *alphabet, const uint32_t *own, size_t count);

/** Whether c has no symbol of its own, and one is left. */
bool hxp_symbols_lack(const hxp_symbols *alphabet, uint32_t c);

/** Give c, which lacks a symbol, one; bare is c without accents, or c, and
 * lacks none unless it is c. */
void hxp_symbols_add(hxp_symbols *alphabet, uint32_t c, uint32_t bare);

/** The symbol of a character, which may be shared. */
uint8_t hxp_symbols_of(const hxp_symbols *alphabet, uint32_t c);

/**
 * Write the symbols of characters to symbols; returns whether one is shared.
 */
bool hxp_symbols_encode(uint8_t *symbols, const hxp_symbols *alphabet,
                        const hxp_characters *characters);

/** True for symbols of several characters. */
static inline bool hxp_symbol_is_shared(uint8_t symbol)
{
    return symbol >= HXP_SHARED_ALONE;
}

/** A word: symbols start to start + length, and the hash of what they are
 * without accents; its key tells where its list is. */
typedef struct hxp_token {
    uint16_t start;
    uint16_t length;
    uint32_t key;
    uint64_t hash;
} hxp_token;

/** Go on with the hash of a word, which begins as the number of its symbols:
 * the next eight of them without accents, the first one the lowest byte. */
static inline uint64_t hxp_word_hash_add(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * 0x9E3779B97F4A7C15;
    return hash ^ hash >> 32;
}

static inline uint64_t hxp_word_hash_end(uint64_t hash)
{
    hash *= 0xBF58476D1CE4E5B9;
    return hash ^ hash >> 32;
}

/** A byte for a word; others may have the same. */
static inline uint8_t hxp_token_symbol(const hxp_token *token)
{
    return token->hash & 0xFF;
}

/** Words of a text; all zero is none. */
typedef struct hxp_tokens {
    hxp_token *items;
    size_t count;
    size_t room;
} hxp_tokens;

/** Find the words of count symbols. False: no memory. */
bool hxp_tokens_make(hxp_tokens *tokens, const hxp_symbols *alphabet,
                     const uint8_t *symbols, size_t count);

#endif
