/* twins.h - words that occur in the same units, and in no others. */
#ifndef LEXICON_TWINS_H
#define LEXICON_TWINS_H

#include "lexicon/bitext.h"

/**
 * Fill *out, which is empty, with a row for each stem of the source: the stems
 * of the target that are in exactly the same units, two or more, unless there
 * are too many of them to tell anything. Their weights sum up to 1. False: no
 * memory.
 */
bool hxp_twins_find(hxp_word_table *out, const hxp_bitext *bitext);

#endif
