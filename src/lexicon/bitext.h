/* bitext.h - texts of two languages as words, and which translate which. */
#ifndef LEXICON_BITEXT_H
#define LEXICON_BITEXT_H

#include "lexicon/lexicon.h"
#include "text/small_words.h"

/** What is said of a word of a bitext. */
enum {
    HXP_WORD_CONTENT = 1,  /* a number, or letters and no stop word */
    HXP_WORD_TERM = 2,     /* of letters, too: terms begin and end with it */
    HXP_WORD_INNER = 4,    /* article or joint: may stand inside a term */
    HXP_WORD_OPENS = 8,    /* article, preposition and the like: nouns follow */
    HXP_WORD_FOLLOWS = 16, /* no mark stands between it and the one before */
    HXP_WORD_CAPITAL = 32, /* begins with one */
    HXP_WORD_ACRONYM = 64,
    HXP_WORD_DETERMINES = 128 /* article, determiner: no verb follows */
};

/** A word of a unit. */
typedef struct hxp_bitext_word {
    uint32_t stem;  /* number of its stem */
    uint32_t start; /* bytes of the text */
    uint16_t length;
    uint16_t flags;
} hxp_bitext_word;

/** Words of one language. */
typedef struct hxp_bitext_side {
    const hxp_language *language;
    hxp_analyzer *analyzer;
    const hxp_word_list *lists[HXP_SMALL_LISTS]; /* that stop words are in */
    hxp_vocabulary stems;
    struct hxp_known_form *forms; /* by the analyzer's numbers */
    size_t form_room;
    hxp_bitext_word *words; /* of all units */
    size_t count, room;
    size_t *starts; /* of each unit's words, and their end */
    size_t start_room;
} hxp_bitext_side;

/** Units of two languages; made by hxp_bitext_init(). */
typedef struct hxp_bitext {
    hxp_bitext_side sides[2];
    size_t count;             /* of units */
    hxp_word_table tables[2]; /* by hxp_direction; of stems */
} hxp_bitext;

/** Words of one unit. */
typedef struct hxp_bitext_row {
    const hxp_bitext_word *items;
    size_t count;
} hxp_bitext_row;

/**
 * Prepare an empty bitext of languages, which must outlive it. The caller ends
 * with hxp_bitext_free(), also after a failure.
 */
hxp_status hxp_bitext_init(hxp_bitext *bitext,
                           const hxp_language *const languages[2],
                           hxp_error *error);

void hxp_bitext_free(hxp_bitext *bitext);

/** Add a unit; its texts are not kept. Fails with HXP_ENOMEM only. */
hxp_status hxp_bitext_add(hxp_bitext *bitext, const hxp_str texts[2],
                          hxp_error *error);

/** The words that are kept. */
size_t hxp_bitext_size(const hxp_bitext *bitext);

/** True when so many words are kept, or in all bitexts of a caller, that it
 * should add no more. */
bool hxp_bitext_is_full(const hxp_bitext *bitext, size_t all);

/** The words of unit, from 0, of side 0 or 1; live until the next is added. */
hxp_bitext_row hxp_bitext_words(const hxp_bitext *bitext, size_t side,
                                size_t unit);

/**
 * Learn from all units which stems translate which: IBM model 1, both ways.
 * False: no memory.
 */
bool hxp_bitext_learn(hxp_bitext *bitext);

/** That word at[0] of the source is translated by word at[1]. */
typedef struct hxp_word_link {
    uint16_t at[2];
    float weight; /* 0 to 1 */
} hxp_word_link;

/** Words that each word of a side is linked with: first to last; none: 0, 0. */
typedef struct hxp_linked {
    uint16_t first, end;
} hxp_linked;

/** Links the words of one unit after another; all zero is a new one. */
typedef struct hxp_linker {
    hxp_word_link *links; /* the surest first */
    size_t count, room;
    hxp_linked *linked[2]; /* by word */
    size_t linked_room[2];
    float *row; /* by stem of the target */
    size_t row_room;
} hxp_linker;

enum { HXP_LINKED_WORDS = 200 }; /* of a side; longer units are not linked */

/**
 * Link the content words of unit by competition, the surest first, each with
 * one other, or with several that stand together: a compound, or its parts
 * (Melamed, Models of Translational Equivalence among Words, 2000). False: no
 * memory.
 */
bool hxp_bitext_link(hxp_linker *linker, const hxp_bitext *bitext, size_t unit);

void hxp_linker_free(hxp_linker *linker);

#endif
