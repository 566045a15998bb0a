/* cognate.h - words that look alike in two languages. */
#ifndef LEXICON_COGNATE_H
#define LEXICON_COGNATE_H

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

/**
 * How alike two words of letters are, 0 to 1: 1 less their edit distance as
 * a share of the longer, or what their common beginning says, if that is
 * more. Words are given as characters.
 */
double hxp_similarity(const int32_t *a, size_t a_count, const int32_t *b,
                      size_t b_count);

/** What similarity is worth as evidence, 0 to 1; 0 below a threshold. */
double hxp_cognate_weight(double similarity);

/**
 * Fill *out, which is empty, with a row for each word of source: the words of
 * target that look like it. Numbers and marks must be the same, short words
 * too; longer ones must share a trigram. False: no memory.
 */
bool hxp_cognates(hxp_word_table *out, const hxp_vocabulary *source,
                  const hxp_vocabulary *target);

#endif
