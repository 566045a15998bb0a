/* guess.h - tells texts that are in another language than they say. */
#ifndef TEXT_GUESS_H
#define TEXT_GUESS_H

#include <hexapla/text.h>

/** What is needed to tell. Not for two threads at once. */
typedef struct hxp_guesser hxp_guesser;

/**
 * Make a guesser by the data of locales, which outlives it. On HXP_OK the
 * caller frees *out with hxp_guesser_free(); otherwise *out is NULL.
 */
hxp_status hxp_guesser_new(hxp_guesser **out, hxp_locales *locales,
                           hxp_error *error);

/**
 * True when text is surely not in the language tag: most of its letters, or for
 * languages that are not written in Latin letters nearly all of them, are of
 * a script that the language is not written in; or, where locales/ has lists
 * of both, common words of another language abound and its own are missing.
 * Short texts, and those of languages written in two scripts, pass.
 */
bool hxp_guess_foreign(const hxp_guesser *guesser, hxp_str tag, hxp_str text);

void hxp_guesser_free(hxp_guesser *guesser);

#endif
