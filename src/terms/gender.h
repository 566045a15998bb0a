/* gender.h - is a word found a homograph of another gender or plural? */
#ifndef TERMS_GENDER_H
#define TERMS_GENDER_H

#include "base/names.h"
#include "text/language.h"

#include <hexapla/terms.h>

/**
 * What locales/<target>/genders-<source>.txt says of nouns that are two: which
 * of them a word of the source is.
 */
typedef struct hxp_genders {
    const hxp_word_list *list; /* NULL: none */
    hxp_names nouns;
} hxp_genders;

/**
 * Read the genders of nouns of target for translations of source; target must
 * outlive them. There may be none. Fails with HXP_ENOMEM only; the caller ends
 * with hxp_genders_free(), also after a failure.
 */
hxp_status hxp_genders_read(hxp_genders *genders, const hxp_language *source,
                            const hxp_language *target, hxp_error *error);

/** True when the term of hit is such a noun, for some word of the source. */
bool hxp_genders_know(const hxp_genders *genders, const hxp_term_hit *hit);

/**
 * True when hit, of a noun of genders whose concept the source calls said, is
 * by its form or by the determiner before it the other noun: "le tour" for "la
 * tour", "Mütter" for "Muttern".
 */
bool hxp_is_other_gender(const hxp_genders *genders,
                         const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit, hxp_str said);

void hxp_genders_free(hxp_genders *genders);

#endif
