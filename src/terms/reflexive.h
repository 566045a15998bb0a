/* reflexive.h - has a reflexive verb its pronoun? */
#ifndef TERMS_REFLEXIVE_H
#define TERMS_REFLEXIVE_H

#include "terms/matcher.h"

/**
 * True when hit is of a term that is reflexive, "sich bewerben", and no pronoun
 * of its clause makes it so: "die Stellen, die wir bewerben", "un souvenir".
 */
bool hxp_lacks_reflexive(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit);

#endif
