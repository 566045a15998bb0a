/* opaque.h - compounds in which a word does not mean what it does alone. */
#ifndef TERMS_OPAQUE_H
#define TERMS_OPAQUE_H

#include "terms/words.h"

/** Note how the words begin that opaque.txt hides. False: memory is out. */
bool hxp_opaque_init(hxp_term_words *known);

/**
 * Take back the words of terms, found from candidate count on in the folded
 * word, that opaque.txt says are hidden there: "Marke" in "Briefmarke".
 */
void hxp_opaque_drop(const hxp_word_search *search, size_t count, hxp_str word);

#endif
