/* renderings.h - which words of the target stand for the terms of the source.
 */
#ifndef LEXICON_RENDERINGS_H
#define LEXICON_RENDERINGS_H

#include "lexicon/phrases.h"

/** A use of a phrase of the source, and what stands for it in the target. */
typedef struct hxp_rendering {
    uint32_t phrase;   /* number among the phrases */
    uint32_t key;      /* number of the words that stand for it */
    uint32_t unit;     /* from 0 */
    uint16_t at[2];    /* the first word of both, in the unit */
    uint16_t count[2]; /* their words */
    float weight;      /* how sure the links are, 0 to 1 */
    bool clear;        /* all other content words of the unit are linked */
} hxp_rendering;

/** What stands for the phrases of a bitext; all zero is an empty one. */
typedef struct hxp_renderings {
    hxp_phrases phrases; /* of the source */
    hxp_names keys;      /* stems in a row of the target, as bytes */
    hxp_rendering *items;
    size_t count, room;
} hxp_renderings;

/**
 * Find what stands for each use of the phrases that the source of bitext,
 * which has learned, has at least least times, and that may be terms; of those
 * that overlap for the longest. Where no link tells, it may be what alone is
 * left. They are in the order of phrases, then of keys, then of units. False:
 * no memory.
 */
bool hxp_renderings_find(hxp_renderings *renderings, const hxp_bitext *bitext,
                         size_t least);

void hxp_renderings_free(hxp_renderings *renderings);

/** The text of words of unit, which stand in text. */
hxp_str hxp_words_text(const hxp_bitext *bitext, const hxp_rendering *of,
                       size_t side, hxp_str text);

#endif
