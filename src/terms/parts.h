/* parts.h - parts of words, and which forms of terms they have. */
#ifndef TERMS_PARTS_H
#define TERMS_PARTS_H

#include "base/arena.h"

#include <hexapla/base.h>

struct hxp_term_words;

/** A part of a word, looked up. */
typedef struct hxp_word_part {
    hxp_str text;    /* folded */
    hxp_str bare;    /* without its accents */
    size_t count;    /* of its forms that words of terms have */
    bool itself;     /* the first of them is the part as it stands */
    uint32_t keys[]; /* the number of each */
} hxp_word_part;

/**
 * The parts met so far; all zero is none. The same few come again and again,
 * as texts do with their compounds, and to work out the forms of one takes a
 * thousand times as long as to look it up. There is room for HXP_PARTS, which
 * are forgotten together when it is full.
 */
typedef struct hxp_word_parts {
    const hxp_word_part **table; /* hash table of them, by text */
    size_t count;
    hxp_arena arena; /* owns them */
} hxp_word_parts;

enum { HXP_PARTS = 1 << 15 };

/**
 * The part text, folded, with all forms of words of known. It lives until the
 * next call. NULL when memory is out.
 */
const hxp_word_part *hxp_word_part_look(struct hxp_term_words *known,
                                        hxp_str text);

void hxp_word_parts_free(hxp_word_parts *parts);

#endif
