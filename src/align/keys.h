/* keys.h - what the keys of entries say for a bead. */
#ifndef ALIGN_KEYS_H
#define ALIGN_KEYS_H

#include "align/corpus.h"
#include "align/dynamic.h"

/**
 * The logs of how much more often beads have one key on both sides than by
 * chance, and other keys. Both 0: no key stands in both texts.
 */
typedef struct hxp_keys {
    double same;
    double other;
} hxp_keys;

/**
 * Fill *keys by the likely links of two texts, as far as they are sure. Without
 * links, keys are half believed: those of some files only count their entries.
 * False: no memory.
 */
bool hxp_keys_learn(hxp_keys *keys, const hxp_corpus *source,
                    const hxp_corpus *target, const hxp_links *likely);

/** What keys say for a bead with text on both sides; 0 where one of its
 * segments has none. */
double hxp_score_keys(const hxp_keys *keys, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_link *bead);

#endif
