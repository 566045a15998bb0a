/* within.h - is a word found but a part of a longer one, or of a phrase of
 * another language? */
#ifndef TERMS_WITHIN_H
#define TERMS_WITHIN_H

#include "terms/matcher.h"

/**
 * True when word i of the text is part of a hyphened word in which it means
 * less, "sugar-free", or stands beside words of another language: "pain au
 * chocolat".
 */
bool hxp_matcher_within(const hxp_term_matcher *matcher, size_t i);

/**
 * True when word i, a base form, is a noun by what stands before it: a
 * preposition, or a determiner and words that belong to the noun: "a strong
 * wind".
 */
bool hxp_matcher_names(const hxp_term_matcher *matcher, size_t i);

/**
 * True when word i, a base form, is the past of another verb, as nothing stands
 * before it that base forms have there: "divers found the wreck".
 */
bool hxp_matcher_other_past(const hxp_term_matcher *matcher, size_t i);

#endif
