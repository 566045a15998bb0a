/* ibm1.h - word translation probabilities learned from parallel text. */
#ifndef LEXICON_IBM1_H
#define LEXICON_IBM1_H

#include "lexicon/table.h"

/** Words that stand for one another, with how sure that is (0 to 1). */
typedef struct hxp_example {
    const uint32_t *source;
    const uint32_t *target;
    size_t source_count;
    size_t target_count;
    double weight;
} hxp_example;

typedef struct hxp_examples {
    const hxp_example *items;
    size_t count;
} hxp_examples;

/**
 * Fill *out, which is empty, with p(target|source), a row for each of rows
 * source words: IBM model 1, begun with the weights of seed (a row for each
 * source word too). Rare pairs are discounted. False: no memory.
 */
bool hxp_ibm1_learn(hxp_word_table *out, hxp_examples examples,
                    const hxp_word_table *seed, size_t rows, size_t columns);

#endif
