/* ordinary.h - is an acronym in other letters but a common word? */
#ifndef TERMS_ORDINARY_H
#define TERMS_ORDINARY_H

#include <hexapla/terms.h>

/**
 * True when hit, of the text last searched, has the letters of an acronym, but
 * is a common word: a small one, "om" for "OM", or a noun by its capital, "Weg"
 * for "WEG". Not when said, of the source, is the same acronym, or, for nouns,
 * another one: "Nato" is in wrong capitals.
 */
bool hxp_matcher_ordinary(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit, const hxp_term_hit *said);

#endif
