/* nouns.h - which uses of terms, and which renderings, are nouns. */
#ifndef CHECK_NOUNS_H
#define CHECK_NOUNS_H

#include "check/rivals.h"

/** How all uses stand; all zero is an empty one. */
typedef struct hxp_nouns {
    uint32_t *forms; /* by use: the number of how its term is written */
    struct hxp_noun_count *counts[2]; /* by form; of the target by key */
} hxp_nouns;

/**
 * Count how the uses of all stand in from. False when memory is out; the caller
 * ends with hxp_nouns_free() in either case.
 */
bool hxp_nouns_count(hxp_nouns *nouns, const hxp_rival_texts *from,
                     const hxp_renderings *all);

/**
 * True when use i of all, which may have lost some since, has a noun in a side:
 * a capital shows it, where the language gives nouns one, else how often such
 * words stand behind an article, if they need one there. Terms of several words
 * count as nouns.
 */
bool hxp_nouns_has(const hxp_nouns *nouns, const hxp_rival_texts *from,
                   const hxp_renderings *all, size_t i, size_t side);

void hxp_nouns_free(hxp_nouns *nouns);

#endif
