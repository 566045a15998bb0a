/* phrase_scan.h - the texts of an index that may have a phrase. */
#ifndef MEMORY_PHRASE_SCAN_H
#define MEMORY_PHRASE_SCAN_H

#include "memory/index.h"
#include "memory/phrase.h"

enum {
    HXP_FORMS = 0xFF01,    /* characters of other than the usual width, ... */
    HXP_FORMS_END = 0xFFEF /* ... up to here */
};

/** Symbols that an item of a phrase may be. */
typedef struct hxp_symbol_set {
    bool has[256];
} hxp_symbol_set;

/** Rising positions. */
typedef struct hxp_positions {
    uint32_t *items;
    size_t count, room;
} hxp_positions;

/** Texts of a cell, side by side. */
typedef struct hxp_phrase_texts {
    const hxp_cell *cell;
    uint32_t first, next; /* positions: of the first, and behind the last */
    const uint8_t *symbols;
    size_t size; /* of them, bytes */
    size_t at;   /* the byte, or the packed text, that is looked at next */
    bool pass;   /* there are no packed ones here */
    bool unpack; /* those are symbols, too; else as they are */
    uint8_t *room;
    size_t room_size;
} hxp_phrase_texts;

/** Where texts are looked for. */
typedef enum hxp_phrase_way {
    HXP_IN_SYMBOLS, /* in all symbols, for two of its characters */
    HXP_IN_WORDS,   /* in the bytes of all words, for two of its words */
    HXP_IN_LISTS    /* in those of one of its words, or of a beginning */
} hxp_phrase_way;

enum {
    HXP_LISTED_TEXTS = 1024
}; /* of several lists, that are listed at once */

/** The whole words of a phrase's first run. */
typedef struct hxp_phrase_words {
    hxp_tokens tokens;
    uint8_t *symbols; /* room for those of the run */
    size_t symbol_room;
    uint8_t *bytes; /* of the words, as the index has them */
    size_t byte_room;
    size_t count;
    hxp_token beginning; /* of a word at the end of the run; no length: none */
    hxp_pair_sets pair;
    size_t pair_at;        /* its first word's place among them */
    uint64_t at;           /* the byte of words that is looked at next, ... */
    hxp_positions listed;  /* ... or the texts that lists have, ... */
    size_t next;           /* ... which of them is looked at next, ... */
    const hxp_cell *cell;  /* ... where it may be, ... */
    const hxp_cell *ahead; /* ... and where one that the cache gets */
    size_t now;            /* words of the texts there */
    uint64_t *bits;        /* a bit for each text of several lists, ... */
    size_t bit_room;
    size_t bit_at, bit_end; /* ... of which these are not yet listed */
} hxp_phrase_words;

/** Goes through an index for a phrase; all zero: none yet. */
typedef struct hxp_phrase_scan {
    const hxp_index *index;
    const hxp_caseless *caseless;
    uint32_t often[256];       /* symbols in samples of its texts */
    uint32_t words_often[256]; /* the same of bytes of words */
    bool joins[256];           /* symbols that belong to one word with others */
    bool accent[256];          /* that are only accents or vowel points */
    bool odd[256]; /* that may make other words of a text than of a phrase */
    uint32_t bare[HXP_FORMS_END - HXP_FORMS]; /* what these are forms of */
    hxp_positions marked; /* texts with accents on their own */
    hxp_positions odds;   /* texts with odd symbols, accents too ... */
    bool too_odd;         /* ... which are too many */
    bool odd_codes;       /* packed texts may be odd */

    /* of the phrase */
    const hxp_wanted_phrase *phrase;
    hxp_symbol_set *sets; /* for each of its characters */
    size_t set_room;
    hxp_phrase_way way;
    hxp_pair_sets pair;
    size_t pair_at;       /* its first character's place in the phrase */
    hxp_code_marks marks; /* for packed texts */
    hxp_phrase_texts texts;
    hxp_phrase_words words;
    uint8_t *text; /* room for one, and for it without accents */
    uint8_t *row;
    size_t next_aside; /* of marked, or of odds */
    bool holds;        /* the next text that has the phrase as it stands: ... */
    uint32_t held;
    const hxp_cell *held_cell; /* NULL: there is none any more */
} hxp_phrase_scan;

/**
 * Begin with an index; both it and caseless outlive the scan. The caller ends
 * with hxp_phrase_scan_free() in any case.
 */
hxp_status hxp_phrase_scan_open(hxp_phrase_scan *scan, const hxp_index *index,
                                const hxp_caseless *caseless, hxp_error *error);

/** Look for a phrase, which must stay as it is, from the first text on. */
hxp_status hxp_phrase_scan_set(hxp_phrase_scan *scan,
                               const hxp_wanted_phrase *phrase,
                               hxp_error *error);

/**
 * Give the position of the next text that has the phrase, as far as symbols
 * tell; *cell is its cell, NULL when there is no more.
 */
hxp_status hxp_phrase_scan_next(uint32_t *position, const hxp_cell **cell,
                                hxp_phrase_scan *scan, hxp_error *error);

void hxp_phrase_scan_free(hxp_phrase_scan *scan);

/* --- For its parts -------------------------------------------------------- */

/** Whether count symbols have the phrase, from symbol from on. */
bool hxp_phrase_scan_fits(const hxp_phrase_scan *scan, const uint8_t *symbols,
                          size_t count, size_t from);

/** Go on to the texts that come next, to the first ones if cell is NULL. *more
 * becomes false when there are none. */
hxp_status hxp_phrase_texts_next(bool *more, hxp_phrase_texts *texts,
                                 const hxp_index *index, hxp_error *error);

/** Whether count symbols have the phrase. */
bool hxp_phrase_scan_has(const hxp_phrase_scan *scan, const uint8_t *symbols,
                         size_t count);

/** Choose the characters to look for, and begin. */
void hxp_phrase_symbols_begin(hxp_phrase_scan *scan);

/** Hold the next text whose symbols have the phrase. */
hxp_status hxp_phrase_symbols_next(hxp_phrase_scan *scan, hxp_error *error);

/** Find the words to look for, and begin if there are any, which sets way. */
hxp_status hxp_phrase_words_begin(hxp_phrase_scan *scan, hxp_error *error);

/** Hold the next text whose words and symbols have the phrase. */
void hxp_phrase_words_next(hxp_phrase_scan *scan);

#endif
