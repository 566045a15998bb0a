/* senses.h - the other senses of words: does a translation say one of them? */
#ifndef CHECK_SENSES_H
#define CHECK_SENSES_H

#include <hexapla/terms.h>

/**
 * What locales/<target>/senses-<source>.txt says of words of one language:
 * their senses, and how another one renders each.
 */
typedef struct hxp_senses hxp_senses;

/**
 * Read the senses of the words of source for translations into target; both
 * must outlive them. There may be none. Fails with HXP_EINPUT at a faulty
 * line. On HXP_OK the caller frees *out with hxp_senses_free(); otherwise
 * *out is NULL.
 */
hxp_status hxp_senses_new(hxp_senses **out, const hxp_language *source,
                          const hxp_language *target, hxp_error *error);

void hxp_senses_free(hxp_senses *senses);

/** A term of a source that a translation seems to lack. */
typedef struct hxp_sense_lack {
    hxp_str term; /* as the termbase has it */
    hxp_str said; /* as the source has it: another form may be a word of its
                     own, as "customs" is */
    const hxp_concept *concept;
    hxp_str text;                    /* the translation */
    const hxp_term_matcher *matcher; /* that searched it last */
    const hxp_term_hits *hits;       /* what it says for all concepts */
} hxp_sense_lack;

/**
 * Set *other to whether the translation renders another sense of the word that
 * was said than the concept's terms do, and none of theirs, as "oever" for
 * "bank" where the termbase has the one with money; *hit is where, its concept
 * nothing to the caller. No other sense are the source's own word, a false
 * friend, and what looks like a term of the concept, a slip ("Mündung",
 * "Mund"), nor is what another concept asks for. Fails with HXP_ENOMEM only.
 */
hxp_status hxp_senses_other(bool *other, hxp_term_hit *hit, hxp_senses *senses,
                            const hxp_sense_lack *lack, hxp_error *error);

#endif
