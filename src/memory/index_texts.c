/* index_texts.c - texts to symbols and hashes of words. */
#include "memory/index_texts.h"

#include "base/eight.h"
#include "base/error.h"

#include <stdlib.h>

hxp_status hxp_index_texts_init(hxp_index_texts *texts, hxp_error *error)
{
    memset(texts, 0, sizeof *texts);
    hxp_symbols_init(&texts->alphabet);
    return hxp_caseless_new(&texts->caseless, error);
}

void hxp_index_texts_free(hxp_index_texts *texts)
{
    hxp_caseless_free(texts->caseless);
    hxp_characters_free(&texts->characters);
    for (size_t i = 0; i < texts->bin_count; i++)
        hxp_chain_free(&texts->bins[i]);
    hxp_piece_pool_free(&texts->pool);
    free(texts->bins);
    free(texts->symbols);
    free(texts->other_bare);
    hxp_word_places_free(&texts->words);
    *texts = (hxp_index_texts){ .caseless = NULL };
}

static void add_symbol(hxp_index_texts *texts, uint32_t c)
{
    uint32_t bare = hxp_caseless_bare(texts->caseless, c);
    bare = bare == 0 ? c : bare;
    if (bare != c && hxp_symbols_lack(&texts->alphabet, bare))
        hxp_symbols_add(&texts->alphabet, bare, bare);
    if (hxp_symbols_lack(&texts->alphabet, c))
        hxp_symbols_add(&texts->alphabet, c, bare);
}

static bool reserve_symbols(hxp_index_texts *texts, size_t count)
{
    const size_t behind = (size_t)HXP_CASELESS_BEHIND + HXP_WORD_PLACES_BEHIND;
    return hxp_array_reserve(&texts->symbols, &texts->symbol_room,
                             count + behind, 1);
}

/** Take the accents off the symbols in hand. False: no memory. */
static bool make_bare(hxp_index_texts *texts)
{
    if (!hxp_array_reserve(&texts->other_bare, &texts->bare_room,
                           texts->symbol_count + sizeof(uint64_t), 1))
        return false;
    texts->bare = texts->other_bare;
    for (size_t i = 0; i < texts->symbol_count; i++)
        texts->bare[i] = texts->alphabet.bare[texts->symbols[i]];
    memset(texts->bare + texts->symbol_count, 0, sizeof(uint64_t));
    return true;
}

/** Make the symbols of the characters in hand. False: no memory. */
static bool make_symbols(hxp_index_texts *texts)
{
    const hxp_characters *characters = &texts->characters;
    uint32_t beyond = 0;
    if (!reserve_symbols(texts, characters->count))
        return false;
    for (size_t i = 0; i < characters->count; i++)
        beyond |= characters->items[i] - ' ' >= 0x7F - ' ';
    for (size_t i = 0; beyond && i < characters->count; i++)
        if (hxp_symbols_lack(&texts->alphabet, characters->items[i]))
            add_symbol(texts, characters->items[i]);
    hxp_symbols_encode(texts->symbols, &texts->alphabet, characters);
    texts->symbol_count = characters->count;
    return make_bare(texts);
}

hxp_status hxp_index_texts_read(hxp_index_texts *texts, hxp_str text,
                                hxp_error *error)
{
    texts->symbol_count = 0;
    if (text.len > HXP_BYTES_LIMIT)
        return HXP_OK;
    if (!reserve_symbols(texts, text.len))
        return hxp_no_memory(error);
    /* characters of ASCII are their own symbols, and have no accents */
    texts->bare = texts->symbols;
    if (hxp_caseless_ascii(texts->symbols, &texts->symbol_count, text)) {
        if (texts->symbol_count > HXP_LENGTH_LIMIT)
            texts->symbol_count = 0;
        return HXP_OK;
    }
    texts->symbol_count = 0;
    hxp_status status =
        hxp_caseless_make(&texts->characters, texts->caseless, text, error);
    if (status != HXP_OK || texts->characters.count > HXP_LENGTH_LIMIT)
        return status;
    return make_symbols(texts) ? HXP_OK : hxp_no_memory(error);
}

/** The hash of a word of count symbols, as hxp_tokens_make() makes it, and its
 * key; they are without accents. */
static inline uint64_t hash_of(uint32_t *key, const uint8_t *symbols,
                               size_t count)
{
    const size_t size = sizeof(uint64_t);
    uint64_t hash = count, first = hxp_load_eight(symbols);
    if (count < size)
        first &= UINT64_MAX >> 8 * (size - count);
    for (; count > size; count -= size, symbols += size)
        hash = hxp_word_hash_add(hash, hxp_load_eight(symbols));
    hash = hxp_word_hash_add(hash, hxp_load_eight(symbols) &
                                       UINT64_MAX >> 8 * (size - count));
    hash = hxp_word_hash_end(hash);
    *key = hxp_word_key(first, hash);
    return hash;
}

/** The bin of texts of so many words; NULL: no memory. */
static hxp_chain *bin_of(hxp_index_texts *texts, size_t words)
{
    size_t before = texts->bin_count;
    if (words < before)
        return &texts->bins[words];
    if (!hxp_array_reserve(&texts->bins, &texts->bin_room, words + 1,
                           sizeof *texts->bins))
        return NULL;
    texts->bin_count = words + 1;
    memset(texts->bins + before, 0,
           (texts->bin_count - before) * sizeof *texts->bins);
    return &texts->bins[words];
}

bool hxp_index_texts_keep(hxp_index_texts *texts, uint32_t id,
                          uint16_t class_number)
{
    const hxp_word_places *places = &texts->words;
    size_t length = texts->symbol_count;
    if (!hxp_word_places_find(&texts->words, &texts->alphabet, texts->symbols,
                              length))
        return false;
    hxp_chain *bin = bin_of(texts, places->count);
    hxp_kept_text *kept =
        bin ? hxp_chain_add(bin, &texts->pool,
                            hxp_kept_size(places->count, length))
            : NULL;
    if (!kept)
        return false;
    *kept = (hxp_kept_text){ id, class_number, (uint16_t)length };
    uint32_t *keys = (uint32_t *)(void *)(kept + 1);
    uint8_t *words = (uint8_t *)(keys + places->count);
    for (size_t i = 0; i < places->count; i++) {
        size_t start = places->starts[i];
        uint64_t hash = hash_of(&keys[i], texts->bare + start,
                                (size_t)places->ends[i] - start);
        words[i] = (uint8_t)(hash & 0xFF);
    }
    memcpy(words + places->count, texts->symbols, length);
    texts->count++;
    texts->length += length;
    return true;
}
