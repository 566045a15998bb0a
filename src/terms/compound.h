/* compound.h - the words of terms at the edges of compounds. */
#ifndef TERMS_COMPOUND_H
#define TERMS_COMPOUND_H

#include "terms/words.h"

/**
 * Append the words of terms with which word, one of a text, begins or ends as
 * a compound. In languages without compounds there are none. False when memory
 * is out.
 */
bool hxp_compounds_find(const hxp_word_search *search, const hxp_word *word);

/**
 * Append the words of terms that word i stands for when it leaves out what
 * another word says: "Presse- und Meinungsfreiheit", "invoerrechten en
 * -heffingen". As above.
 */
bool hxp_suspended_find(const hxp_word_search *search, const hxp_words *words,
                        size_t i);

#endif
