/* doing.h - nouns that say what a verb does, where a term is the verb. */
#ifndef TERMS_DOING_H
#define TERMS_DOING_H

#include <hexapla/terms.h>

/**
 * True when the verb, a hit of the last search of matcher, has a subject right
 * before it, as in "they install it", unlike "to install" and "Install it".
 */
bool hxp_verb_has_subject(const hxp_term_matcher *matcher,
                          const hxp_term_hit *verb);

/**
 * *said: the text that matcher searched last has the noun of a verb that is a
 * term of concept: "Installation" of "installieren", as verb-nouns.txt of the
 * language says. Fails with HXP_ENOMEM only.
 */
hxp_status hxp_verb_as_noun(bool *said, hxp_term_matcher *matcher,
                            const hxp_concept *concept, hxp_error *error);

#endif
