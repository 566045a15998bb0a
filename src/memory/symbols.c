/* symbols.c - symbols of characters, words of symbols. */
#include "memory/symbols.h"

#include <string.h>

enum { SYMBOLS = 256, ASCII_END = 0x7F };

/** Symbol number i of those that are no characters of folded ASCII. */
static uint8_t free_symbol(size_t i)
{
    if (i < 31)
        return (uint8_t)(1 + i);
    i -= 31;
    return (uint8_t)(i < 26 ? 'A' + i : ASCII_END + (i - 26));
}

static bool is_ascii_symbol(uint32_t c)
{
    return c >= ' ' && c < ASCII_END && (c < 'A' || c > 'Z');
}

void hxp_symbols_init(hxp_symbols *alphabet)
{
    alphabet->count = 0;
    memset(alphabet->common, HXP_NO_SYMBOL, sizeof alphabet->common);
    for (uint32_t symbol = 0; symbol < SYMBOLS; symbol++) {
        hxp_character_kind kind = HXP_CHARACTER_ALONE;
        if (is_ascii_symbol(symbol)) {
            kind = hxp_character_kind_of(symbol);
            alphabet->common[symbol] = (uint8_t)symbol;
        } else if (symbol >= HXP_SHARED_WORD) {
            kind = HXP_CHARACTER_WORD;
        }
        alphabet->kinds[symbol] = (uint8_t)kind;
        alphabet->bare[symbol] = (uint8_t)symbol;
    }
}

/** Give c, which has none, a symbol. */
static void give_symbol(hxp_symbols *alphabet, uint32_t c, uint8_t symbol)
{
    alphabet->kinds[symbol] = (uint8_t)hxp_character_kind_of(c);
    if (c < HXP_COMMON_END)
        alphabet->common[c] = symbol;
}

bool hxp_symbols_load(hxp_symbols *alphabet, const uint32_t *own, size_t count)
{
    hxp_symbols_init(alphabet);
    if (count > HXP_OWN_SYMBOLS)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint8_t symbol = own[i] & 0xFF;
        if (hxp_symbol_is_shared(symbol) || is_ascii_symbol(symbol) ||
            symbol == HXP_NO_SYMBOL || (i > 0 && own[i] <= own[i - 1]) ||
            own[i] >> 8 > 0x10FFFF || is_ascii_symbol(own[i] >> 8))
            return false;
        alphabet->own[i] = own[i];
        give_symbol(alphabet, own[i] >> 8, symbol);
    }
    alphabet->count = count;
    return true;
}

/** The place of c among those with a symbol of their own, or where it goes. */
static size_t place_of(const hxp_symbols *alphabet, uint32_t c)
{
    size_t low = 0, high = alphabet->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (alphabet->own[middle] >> 8 < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool hxp_symbols_lack(const hxp_symbols *alphabet, uint32_t c)
{
    bool common = c < HXP_COMMON_END && alphabet->common[c] != HXP_NO_SYMBOL;
    if (common || alphabet->count == HXP_OWN_SYMBOLS)
        return false;
    size_t at = place_of(alphabet, c);
    return at == alphabet->count || alphabet->own[at] >> 8 != c;
}

void hxp_symbols_add(hxp_symbols *alphabet, uint32_t c, uint32_t bare)
{
    size_t at = place_of(alphabet, c);
    memmove(&alphabet->own[at + 1], &alphabet->own[at],
            (alphabet->count - at) * sizeof alphabet->own[0]);
    uint8_t symbol = free_symbol(alphabet->count++);
    alphabet->own[at] = c << 8 | symbol;
    give_symbol(alphabet, c, symbol);
    if (bare != c)
        alphabet->bare[symbol] = alphabet->bare[hxp_symbols_of(alphabet, bare)];
}

static uint8_t shared_symbol(uint32_t c)
{
    uint32_t hash = c * 2654435761u >> 16;
    if (hxp_character_kind_of(c) == HXP_CHARACTER_WORD)
        return (uint8_t)(HXP_SHARED_WORD + hash % 16);
    return (uint8_t)(HXP_SHARED_ALONE +
                     hash % (HXP_SHARED_WORD - HXP_SHARED_ALONE));
}

uint8_t hxp_symbols_of(const hxp_symbols *alphabet, uint32_t c)
{
    if (c < HXP_COMMON_END && alphabet->common[c] != HXP_NO_SYMBOL)
        return alphabet->common[c];
    size_t at = place_of(alphabet, c);
    if (at < alphabet->count && alphabet->own[at] >> 8 == c)
        return alphabet->own[at] & 0xFF;
    return shared_symbol(c);
}

bool hxp_symbols_encode(uint8_t *symbols, const hxp_symbols *alphabet,
                        const hxp_characters *characters)
{
    bool shared = false;
    for (size_t i = 0; i < characters->count; i++) {
        uint32_t c = characters->items[i];
        uint8_t symbol =
            c < HXP_COMMON_END ? alphabet->common[c] : HXP_NO_SYMBOL;
        if (symbol == HXP_NO_SYMBOL)
            symbol = hxp_symbols_of(alphabet, c);
        shared |= hxp_symbol_is_shared(symbol);
        symbols[i] = symbol;
    }
    return shared;
}

/* --- Words ---------------------------------------------------------------- */

/** The end of the word that begins at start. */
static size_t word_end(const hxp_symbols *alphabet, const uint8_t *symbols,
                       size_t start, size_t count)
{
    size_t end = start + 1;
    if (alphabet->kinds[symbols[start]] == HXP_CHARACTER_WORD)
        while (end < count &&
               alphabet->kinds[symbols[end]] == HXP_CHARACTER_WORD)
            end++;
    return end;
}

/** Set what is made of a word's symbols without accents. */
static void read_word(hxp_token *token, const uint8_t *bare,
                      const uint8_t *symbols)
{
    enum { EIGHT = 8 };
    uint64_t hash = token->length, first = 0;
    for (size_t i = 0; i < token->length; i += EIGHT) {
        uint64_t eight = 0;
        for (size_t k = 0; k < EIGHT && i + k < token->length; k++)
            eight |= (uint64_t)bare[symbols[i + k]] << 8 * k;
        hash = hxp_word_hash_add(hash, eight);
        first = i == 0 ? eight : first;
    }
    token->hash = hxp_word_hash_end(hash);
    token->key = hxp_word_key(first, token->hash);
}

bool hxp_tokens_make(hxp_tokens *tokens, const hxp_symbols *alphabet,
                     const uint8_t *symbols, size_t count)
{
    tokens->count = 0;
    if (!hxp_array_reserve(&tokens->items, &tokens->room, count + 1,
                           sizeof *tokens->items))
        return false;
    for (size_t at = 0; at < count;) {
        if (alphabet->kinds[symbols[at]] == HXP_CHARACTER_SPACE) {
            at++;
            continue;
        }
        size_t end = word_end(alphabet, symbols, at, count);
        hxp_token *token = &tokens->items[tokens->count++];
        *token = (hxp_token){ .start = (uint16_t)at,
                              .length = (uint16_t)(end - at) };
        read_word(token, alphabet->bare, symbols + at);
        at = end;
    }
    return true;
}
