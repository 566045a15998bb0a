/* two_texts.h - two texts and the lexicon between them, as the aligner has. */
#ifndef TESTS_TWO_TEXTS_H
#define TESTS_TWO_TEXTS_H

#include "align/pair.h"

/** Two texts and what is between them. */
struct two_texts {
    hxp_corpus source, target;
    hxp_lexicon *lexicon;
    hxp_pair pair;
};

/** Read both sides, whose languages are taken for en and nl; the test fails
 * when that does. The texts must outlive it, and stay where they are. */
void two_texts_read(struct two_texts *texts, const hxp_side *source,
                    const hxp_side *target);

void two_texts_free(struct two_texts *texts);

#endif
