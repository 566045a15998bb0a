/* beside.h - finds terms in a text that another matcher has taken apart. */
#ifndef TERMS_BESIDE_H
#define TERMS_BESIDE_H

#include <hexapla/terms.h>

/**
 * As hxp_find_terms_of() in the text that lender, a matcher of the same
 * language, searched last, and that still lives: its words are not cut and
 * folded again. The lender of a matcher is always the same one.
 */
hxp_status hxp_find_terms_beside(hxp_term_hits *hits, hxp_term_matcher *matcher,
                                 const hxp_term_matcher *lender,
                                 const hxp_concepts *concepts,
                                 hxp_error *error);

#endif
