/* index_texts.h - texts on their way into an index, read and kept by their
 * number of words: what comes together in the index lies together here. */
#ifndef MEMORY_INDEX_TEXTS_H
#define MEMORY_INDEX_TEXTS_H

#include "base/array.h"
#include "memory/chains.h"
#include "memory/word_places.h"

/**
 * A text that is kept; behind it the keys of its words, a byte for each word,
 * as it is written, and the symbols.
 */
typedef struct hxp_kept_text {
    uint32_t id;
    uint16_t class_number;
    uint16_t length; /* symbols */
} hxp_kept_text;

/** Texts that are kept; set up with hxp_index_texts_init(). */
typedef struct hxp_index_texts {
    hxp_caseless *caseless;
    hxp_symbols alphabet;
    hxp_piece_pool pool;
    hxp_chain *bins;  /* of texts, by their number of words */
    size_t bin_count; /* of which bins there may be texts */
    size_t bin_room;
    size_t count;    /* texts */
    uint64_t length; /* symbols of all */
    /* of the text in hand */
    hxp_characters characters;
    uint8_t *symbols;
    uint8_t *bare; /* symbols without accents: the same, or other_bare */
    size_t symbol_count, symbol_room;
    uint8_t *other_bare;
    size_t bare_room;
    hxp_word_places words;
} hxp_index_texts;

/** On HXP_OK the caller ends with hxp_index_texts_free(). */
hxp_status hxp_index_texts_init(hxp_index_texts *texts, hxp_error *error);

/** Read a text: texts->symbol_count tells of how many symbols it is; 0: it is
 * none for an index. */
hxp_status hxp_index_texts_read(hxp_index_texts *texts, hxp_str text,
                                hxp_error *error);

/** Keep the text that was read. False: no memory. */
bool hxp_index_texts_keep(hxp_index_texts *texts, uint32_t id,
                          uint16_t class_number);

void hxp_index_texts_free(hxp_index_texts *texts);

/** The keys of words of a text, or their buckets. */
static inline const uint32_t *hxp_kept_keys(const hxp_kept_text *text)
{
    return (const uint32_t *)(const void *)(text + 1);
}

/** Its words as bytes. */
static inline const uint8_t *hxp_kept_words(const hxp_kept_text *text,
                                            size_t words)
{
    return (const uint8_t *)(hxp_kept_keys(text) + words);
}

/** Its symbols. */
static inline const uint8_t *hxp_kept_symbols(const hxp_kept_text *text,
                                              size_t words)
{
    return hxp_kept_words(text, words) + words;
}

/** The bytes of a text and what is behind it. */
static inline size_t hxp_kept_size(size_t words, size_t length)
{
    size_t unit = sizeof(uint32_t);
    size_t bytes = words * (unit + 1) + length;
    return sizeof(hxp_kept_text) + (bytes + unit - 1) / unit * unit;
}

#endif
