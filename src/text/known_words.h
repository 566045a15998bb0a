/* known_words.h - the words that an analyzer has seen, found by their text. */
#ifndef TEXT_KNOWN_WORDS_H
#define TEXT_KNOWN_WORDS_H

#include "base/str.h"

#include <hexapla/text.h>

/* Bytes that the processor fetches at once from memory. */
enum { HXP_LINE = 64 };

/** A text of a word. */
enum { HXP_SURFACE, HXP_FOLDED, HXP_BARE, HXP_STEM, HXP_TEXTS };

/** A word as it stands, and its forms; all of it in one line. */
struct hxp_known_word {
    _Alignas(HXP_LINE) uint64_t hash;
    const char *ptr[HXP_TEXTS];
    uint32_t len[HXP_TEXTS];
    uint8_t kind; /* hxp_word_kind */
    bool capital, acronym;
};

/** Where a word may be found. */
struct hxp_known_slot {
    uint32_t hash;   /* the upper half, to tell most others without a look */
    uint32_t number; /* 1 + the word's; 0: free */
};

/** Words by number; all zero is none. */
typedef struct hxp_known_words {
    struct hxp_known_word *items;
    size_t count, room;
    struct hxp_known_slot *table; /* hash table of them, by surface */
    size_t slots;                 /* a power of two */
} hxp_known_words;

/* The number of no word. */
#define HXP_NO_WORD SIZE_MAX

/** A text of word. */
static inline hxp_str hxp_known_text(const struct hxp_known_word *word,
                                     size_t which)
{
    return (hxp_str){ word->ptr[which], word->len[which] };
}

/**
 * True when word is the one that stands as surface. Most are so short that
 * their hash tells it, without a look at their letters.
 */
static inline bool hxp_known_is(const struct hxp_known_word *word,
                                hxp_str surface, uint64_t hash)
{
    return word->hash == hash && word->len[HXP_SURFACE] == surface.len &&
           (surface.len <= HXP_STR_TOLD ||
            memcmp(word->ptr[HXP_SURFACE], surface.ptr, surface.len) == 0);
}

/** Have the slot fetched where a word of that hash is, if it is known. */
static inline void hxp_known_fetch(const hxp_known_words *words, uint64_t hash)
{
    if (words->slots > 0)
        __builtin_prefetch(&words->table[hash & (words->slots - 1)]);
}

/**
 * The number of the word that one of that hash may be, by half of it, which is
 * seldom wrong; what is known of the word is fetched meanwhile.
 */
static inline size_t hxp_known_guess(const hxp_known_words *words,
                                     uint64_t hash)
{
    if (words->slots == 0)
        return HXP_NO_WORD;
    size_t at = (size_t)hash & (words->slots - 1);
    const struct hxp_known_slot *slot = &words->table[at];
    while (slot->number != 0 && slot->hash != (uint32_t)(hash >> 32)) {
        at = (at + 1) & (words->slots - 1);
        slot = &words->table[at];
    }
    if (slot->number == 0)
        return HXP_NO_WORD;
    __builtin_prefetch(&words->items[slot->number - 1]);
    return slot->number - 1;
}

/** The number of the word that stands as surface. */
size_t hxp_known_find(const hxp_known_words *words, hxp_str surface,
                      uint64_t hash);

/**
 * Note a word that is not known; its number is the next. The texts must live as
 * long as words. False when memory is out, or a text is of 4 GiB.
 */
bool hxp_known_add(hxp_known_words *words, hxp_str surface, uint64_t hash,
                   const hxp_word *forms);

void hxp_known_free(hxp_known_words *words);

#endif
