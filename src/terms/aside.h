/* aside.h - what a translation has of a term without saying it. */
#ifndef TERMS_ASIDE_H
#define TERMS_ASIDE_H

#include "terms/gender.h"

/** A source and its terms, by the last search of its matcher. */
typedef struct hxp_source_terms {
    hxp_str text;
    const hxp_term_matcher *matcher;
    hxp_term_hits hits;
    const hxp_genders *genders; /* that translations of it are judged by */
} hxp_source_terms;

/**
 * Take out of hits, of the last search of matcher in text, the translation of
 * source, those that are another word where they stand: a name that the source
 * has as well ("Mrs Bakker"), part of a fixed expression ("ten slotte"), an
 * adjective ("est prêt") for a noun, the contrary of the term ("non irrigué"),
 * a number that the source has ("zeven", of "zeef"), or a noun for a verb and
 * the like ("la tombe" for "tomber").
 */
void hxp_hits_drop_aside(hxp_term_hits *hits, hxp_term_matcher *matcher,
                         hxp_str text, const hxp_source_terms *source);

#endif
