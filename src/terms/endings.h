/* endings.h - what a language exchanges in words: lists of "old > new". */
#ifndef TERMS_ENDINGS_H
#define TERMS_ENDINGS_H

#include <hexapla/text.h>

/* Bytes that a word may end with; ways to begin that are told apart. */
enum { HXP_LETTERS = 256, HXP_STARTS = 4096 };

/**
 * The exchanges of one list of locales/<tag>/. In the old part V is a vowel, C
 * a consonant and K another one, the same each time; in the new part they are
 * what they were in the old.
 */
typedef struct hxp_endings {
    struct hxp_ending *items;
    size_t count;
    struct hxp_ending *by_last;      /* those that a last letter may have */
    size_t longest;                  /* of their old parts, in bytes */
    size_t starts[HXP_LETTERS + 1];  /* of each letter's, in by_last */
    size_t wilds[HXP_LETTERS];       /* of each letter's, any before it */
    size_t firsts[HXP_LETTERS + 1];  /* of each first byte's, in items */
    uint64_t begun[HXP_STARTS / 64]; /* a set: how old parts begin */
    uint32_t *table; /* hash table of items by their old part: 1 + the first */
    size_t slots;    /* a power of two; 0: no table */
} hxp_endings;

/**
 * Read the list name of language, to which the endings point. Each line has
 * one old part or several, parted by blanks. Fails with HXP_EINPUT at a line
 * that is not "old > new". The caller frees what they hold with
 * hxp_endings_free(), also after a failure.
 */
hxp_status hxp_endings_read(hxp_endings *endings, const hxp_language *language,
                            const char *name, hxp_error *error);

void hxp_endings_free(hxp_endings *endings);

enum { HXP_ENDING_ROOM = 96 };

/**
 * Exchange the next ending of word, from *i on, which begins with 0 and moves
 * behind it. Returns
 * the new word's length in made; 0: no more of them fit. An ending does not
 * fit either when too little of the word would be left, or too much made.
 */
size_t hxp_endings_next(char made[HXP_ENDING_ROOM], const hxp_endings *endings,
                        size_t *i, hxp_str word);

/** The same of endings before which there are at most so many bytes. */
size_t hxp_endings_next_behind(char made[HXP_ENDING_ROOM],
                               const hxp_endings *endings, size_t *i,
                               hxp_str word, size_t most);

/**
 * Replace the old parts by the new ones wherever they stand in word, from left
 * to right. Returns as above, 0 also when there is none.
 */
size_t hxp_endings_replace(char made[HXP_ENDING_ROOM],
                           const hxp_endings *endings, hxp_str word);

/**
 * The number of the first entry whose old part is the whole of word; the
 * entries that follow may have it too. The count when there is none. Only for
 * lists whose old parts are plain words.
 */
size_t hxp_endings_find(const hxp_endings *endings, hxp_str word);

/** The new part of entry i when its old part is word; else empty. */
hxp_str hxp_endings_base(const hxp_endings *endings, size_t i, hxp_str word);

#endif
