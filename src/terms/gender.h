/* gender.h - is a word found a homograph of another gender or plural? */
#ifndef TERMS_GENDER_H
#define TERMS_GENDER_H

#include "terms/matcher.h"

/** True when genders-en.txt knows the term of hit, for some English word. */
bool hxp_matcher_has_genders(const hxp_term_matcher *matcher,
                             const hxp_term_hit *hit);

/**
 * True when hit, whose concept the source calls said, is by its form or by the
 * determiner before it the homograph that genders-en.txt knows of its term:
 * "le tour" for "la tour", "Mütter" for "Muttern". Only of English.
 */
bool hxp_matcher_other_gender(const hxp_term_matcher *matcher,
                              const hxp_term_hit *hit, hxp_str said);

#endif
