/* words.h - parts of the analysis of words that other rooms need alone. */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <hexapla/text.h>

/**
 * The stem of a folded word, or the word itself if no stemmer applies. It
 * lives until the analyzer's next call. False when memory is out.
 */
bool hxp_analyzer_stem(hxp_str *stem, hxp_analyzer *analyzer, hxp_str folded);

/**
 * Leave the stems of words that are met from now on empty: for those who ask
 * for the few they need, as stemmers take longer than all else does.
 */
void hxp_analyzer_without_stems(hxp_analyzer *analyzer);

#endif
