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

/** Goes through all symbols of an index for a phrase; all zero: none yet. */
typedef struct hxp_phrase_scan {
    const hxp_index *index;
    const hxp_caseless *caseless;
    uint32_t often[256]; /* symbols in samples of its texts */
    bool joins[256];     /* symbols that belong to one word with others */
    bool accent[256];    /* that are only accents or vowel points */
    uint32_t bare[HXP_FORMS_END - HXP_FORMS]; /* what these are forms of */
    uint32_t *marked; /* positions of texts with accents on their own */
    size_t marked_count, marked_room;

    /* of the phrase */
    const hxp_wanted_phrase *phrase;
    hxp_symbol_set *sets; /* for each of its characters */
    size_t set_room;
    hxp_pair_sets pair;
    size_t pair_at; /* its first character's place in the phrase */
    uint8_t *row;   /* a text without accents on their own */
    size_t row_room;
    const hxp_cell *cell;
    uint64_t at;        /* a byte of the texts */
    size_t next_marked; /* of marked */
    bool holds; /* the next text that has the phrase as it stands: ... */
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

#endif
