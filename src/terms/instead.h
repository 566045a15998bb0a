/* instead.h - terms whose first or last word is said by another one. */
#ifndef TERMS_INSTEAD_H
#define TERMS_INSTEAD_H

#include "terms/matcher.h"

/**
 * What leaf->instead is for a term that is found without its last, folded word
 * where a pronoun says that: "dont" for "de". 0: none does.
 */
uint8_t hxp_instead_of(const hxp_grammar *grammar, hxp_str last);

/**
 * True when what leaf lacks is said about the walk: its article by the word
 * before it, "au Havre", or its preposition by a pronoun of the sentence.
 */
bool hxp_says_instead(const hxp_term_matcher *matcher, const hxp_term_walk *at,
                      const struct hxp_trie_leaf *leaf);

#endif
