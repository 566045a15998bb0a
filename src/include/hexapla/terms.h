/* terms.h - finding the terms of a termbase in text. */
#ifndef HEXAPLA_TERMS_H
#define HEXAPLA_TERMS_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How a text says a term, the closest first. */
typedef enum hxp_term_match {
    HXP_MATCH_SAME,      /* but for case, accents of capitals and the like */
    HXP_MATCH_INFLECTED, /* in another form */
    HXP_MATCH_COMPOUND,  /* as a part of a longer word */
    HXP_MATCH_SUSPENDED, /* with what another word says: "Presse- und ..." */
    HXP_MATCH_APART,     /* with other words in between */
    HXP_MATCH_SPLIT,     /* a verb and its particle or object apart */
    HXP_MATCH_CASE       /* in wrong capitals: it is not the term */
} hxp_term_match;

/** A few words for match: "inflected". Static. */
HXP_API const char *hxp_term_match_name(hxp_term_match match);

/** A term found in a text. */
typedef struct hxp_term_hit {
    const hxp_concept *concept;
    const hxp_term *term;
    size_t start; /* bytes of the text, end exclusive */
    size_t end;
    hxp_term_match match;
    bool acronym;  /* the term is in capitals alone */
    bool covered;  /* another hit is longer, or begins earlier, over its text */
    uint32_t word; /* the number of the first in the text, for ... */
    uint32_t words; /* ... hxp_term_matcher_reading(), and how many there are */
} hxp_term_hit;

typedef struct hxp_term_hits {
    const hxp_term_hit *items; /* ordered by start, the longer first */
    size_t count;
} hxp_term_hits;

/** Finds the terms of one language of a termbase. */
typedef struct hxp_term_matcher hxp_term_matcher;

/**
 * Make a matcher for the terms of termbase in language; both must outlive it.
 * A term serves every region of its language (nl terms are found in nl-BE,
 * en-US terms in en-GB), but not another script.
 * On HXP_OK the caller frees *out with hxp_term_matcher_free(); otherwise
 * *out is NULL.
 */
HXP_API hxp_status hxp_term_matcher_new(hxp_term_matcher **out,
                                        const hxp_termbase *termbase,
                                        const hxp_language *language,
                                        hxp_error *error);

/** True when the termbase has a term in the matcher's language. */
HXP_API bool hxp_term_matcher_any(const hxp_term_matcher *matcher);

/** Whether a concept is something that one does. */
typedef enum hxp_concept_kind {
    HXP_KIND_THING,      /* no */
    HXP_KIND_MAYBE_DONE, /* maybe, or both */
    HXP_KIND_DONE        /* yes */
} hxp_concept_kind;

/**
 * What kind concept, of the matcher's termbase, is of: by its terms' part of
 * speech (detail "partOfSpeech"); without, by those in the matcher's language:
 * one that begins or ends with an infinitive, as far as the language's endings
 * tell, may be done; it is, where nouns have capitals.
 */
HXP_API hxp_concept_kind hxp_term_matcher_kind(hxp_term_matcher *matcher,
                                               const hxp_concept *concept);

/**
 * True when a term of concept, of the matcher's termbase, in the matcher's
 * language is an adjective, and no noun, as far as lists and capitals tell.
 */
HXP_API bool hxp_term_matcher_describes(hxp_term_matcher *matcher,
                                        const hxp_concept *concept);

/** What the words of a hit are where they stand. */
typedef enum hxp_term_reading {
    HXP_READING_TERM,      /* the term, as far as one can tell */
    HXP_READING_VERB,      /* a verb: "Please share this page" */
    HXP_READING_NOUN,      /* a noun: "The plant has 300 employees" */
    HXP_READING_ADJECTIVE, /* one: "She is patient" */
    HXP_READING_OTHER      /* part of an idiom, a name, or not the verb that the
                              term is */
} hxp_term_reading;

/**
 * What the words beside hit, one of the matcher's last search, tell of its own,
 * by the lists of the language; without them, or in doubt, the term.
 */
HXP_API hxp_term_reading hxp_term_matcher_reading(
    const hxp_term_matcher *matcher, const hxp_term_hit *hit);

/** How terms are looked for. */
typedef enum hxp_term_search {
    HXP_TERMS_STRICT, /* the words of a term side by side: in sources */
    HXP_TERMS_LOOSE   /* in all ways of hxp_term_match: in translations */
} hxp_term_search;

/**
 * Find the terms of text (valid UTF-8) by words in any of their forms; exact
 * ones and those in capitals alone ("IT") as they stand. From left to right
 * the longest hits count, the others are covered, as are those in wrong
 * capitals. Equal spans give a hit for each concept, with the term that is
 * closest to the text. Draft terms are not found.
 *
 * Fails with HXP_ENOMEM only. hits->items lives until the next call, what it
 * points to as long as the termbase.
 */
HXP_API hxp_status hxp_find_terms(hxp_term_hits *hits,
                                  hxp_term_matcher *matcher, hxp_str text,
                                  hxp_term_search search, hxp_error *error);

/** Some concepts of a termbase. */
typedef struct hxp_concepts {
    const hxp_concept *const *items;
    size_t count;
} hxp_concepts;

/**
 * Find, loosely, the terms of concepts, which are of the matcher's termbase;
 * those of others are left out, but cover as before. As hxp_find_terms(), and
 * quicker, as most terms of a large termbase need no closer look.
 */
HXP_API hxp_status hxp_find_terms_of(hxp_term_hits *hits,
                                     hxp_term_matcher *matcher, hxp_str text,
                                     const hxp_concepts *concepts,
                                     hxp_error *error);

/**
 * *said: the text of the matcher's last search, in which none of concept was
 * found, has a term of it in another shape: the parts of a compound in a phrase
 * ("Wandel des Klimas", of "Klimawandel"), or with another link
 * ("Mitgliedsstaat"). Looks at terms of one word, and takes its time. Fails
 * with HXP_ENOMEM only.
 */
HXP_API hxp_status hxp_term_paraphrased(bool *said, hxp_term_matcher *matcher,
                                        const hxp_concept *concept,
                                        hxp_error *error);

/** Free the matcher; NULL is allowed. */
HXP_API void hxp_term_matcher_free(hxp_term_matcher *matcher);

/** The rules of hxp_termbase_lint(); *count says how many. Static. */
HXP_API const hxp_rule *hxp_termbase_rules(size_t *count);

/**
 * Tell findings what is wrong with the concepts of termbase: terms that stand
 * twice or for two concepts, that are both allowed and forbidden, or missing.
 * Fails as findings does, and with HXP_EINPUT at a faulty file of locales.
 */
HXP_API hxp_status hxp_termbase_lint(const hxp_termbase *termbase,
                                     hxp_locales *locales,
                                     hxp_finding_sink *findings,
                                     hxp_error *error);

#ifdef __cplusplus
}
#endif
#endif
