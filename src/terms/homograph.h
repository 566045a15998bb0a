/* homograph.h - is a word found another one that is written alike? */
#ifndef TERMS_HOMOGRAPH_H
#define TERMS_HOMOGRAPH_H

#include "terms/matcher.h"

/**
 * True when hit, of a term that is a verb or not, is one word, and what stands
 * before it tells that it is no form of the term: a noun for a verb ("la tombe
 * du roi" for "tomber"), a verb for a noun ("a été" for "été"), who does
 * something for what it is done with
 * ("de pomper" for "pomp").
 */
bool hxp_matcher_homograph(const hxp_term_matcher *matcher,
                           const hxp_term_hit *hit, bool verb);

#endif
