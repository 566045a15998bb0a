/* homograph.h - is a word found another one that is written alike? */
#ifndef TERMS_HOMOGRAPH_H
#define TERMS_HOMOGRAPH_H

#include "terms/matcher.h"

/* Of a hit that is one word, no acronym and no part of a longer word, each
 * asks what stands before it. */

/**
 * True when that tells that the word is no noun: a verb ("a été" for "été"), or
 * who does something for what it is done with ("de pomper" for "pomp").
 */
bool hxp_matcher_no_noun(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit);

/** The same, that it is no verb: "la tombe du roi" for "tomber". */
bool hxp_matcher_no_verb(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit);

#endif
