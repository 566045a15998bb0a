/* term_languages.h - what the rules of terms need of each language. */
#ifndef CHECK_TERM_LANGUAGES_H
#define CHECK_TERM_LANGUAGES_H

#include "check/senses.h"
#include "terms/gender.h"

/** The languages that the units have shown; all zero is none. */
typedef struct hxp_term_languages {
    const hxp_termbase *termbase;
    struct hxp_term_language *items;
    size_t count, room;
} hxp_term_languages;

void hxp_term_languages_free(hxp_term_languages *languages);

/**
 * The matcher of language, made when it is first asked for; it lives as long
 * as languages. Fails as hxp_term_matcher_new() does.
 */
hxp_status hxp_need_matcher(hxp_term_matcher **matcher,
                            hxp_term_languages *languages,
                            const hxp_language *language, hxp_error *error);

/** A language and one that it is translated into. */
typedef struct hxp_translation_languages {
    const hxp_language *from;
    const hxp_language *to;
} hxp_translation_languages;

/** What finds the terms of a translation, and tells its nouns apart. */
typedef struct hxp_target_terms {
    hxp_term_matcher *matcher;
    const hxp_genders *genders;
} hxp_target_terms;

/**
 * Those of pair.to for a text in pair.from. The genders live until another
 * language into the same one is asked for. Fails as hxp_need_matcher() does.
 */
hxp_status hxp_need_target(hxp_target_terms *target,
                           hxp_term_languages *languages,
                           hxp_translation_languages pair, hxp_error *error);

/**
 * The senses of words of pair.from; they live as the genders. Fails as
 * hxp_need_matcher() and hxp_senses_new() do.
 */
hxp_status hxp_need_senses(hxp_senses **senses, hxp_term_languages *languages,
                           hxp_translation_languages pair, hxp_error *error);

#endif
