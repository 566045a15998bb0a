/* term_languages.c - makes matchers and reads senses when they are needed. */
#include "check/term_languages.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>

struct hxp_term_language {
    const hxp_language *language;
    hxp_term_matcher *matcher;
    const hxp_language *from; /* the last translated from, or NULL */
    hxp_genders genders;      /* of its own nouns, for words of from */
    hxp_senses *senses;       /* of words of from; NULL: not yet read */
};

/** Forget the language translated from. */
static void forget_pair(struct hxp_term_language *into)
{
    hxp_genders_free(&into->genders);
    hxp_senses_free(into->senses);
    into->senses = NULL;
    into->from = NULL;
}

void hxp_term_languages_free(hxp_term_languages *languages)
{
    for (size_t i = 0; i < languages->count; i++) {
        hxp_term_matcher_free(languages->items[i].matcher);
        forget_pair(&languages->items[i]);
    }
    free(languages->items);
}

/** The number of the item of language; the count when there is none. */
static size_t find(const hxp_term_languages *languages,
                   const hxp_language *language)
{
    size_t i = 0;
    while (i < languages->count && languages->items[i].language != language)
        i++;
    return i;
}

hxp_status hxp_need_matcher(hxp_term_matcher **matcher,
                            hxp_term_languages *languages,
                            const hxp_language *language, hxp_error *error)
{
    size_t i = find(languages, language);
    *matcher = NULL;
    if (i < languages->count) {
        *matcher = languages->items[i].matcher;
        return HXP_OK;
    }
    if (!hxp_array_reserve(&languages->items, &languages->room,
                           languages->count + 1, sizeof *languages->items))
        return hxp_no_memory(error);
    hxp_status status =
        hxp_term_matcher_new(matcher, languages->termbase, language, error);
    if (status == HXP_OK)
        languages->items[languages->count++] =
            (struct hxp_term_language){ .language = language,
                                        .matcher = *matcher };
    return status;
}

/** Find, or make, what is known of the language that pair translates into. */
static hxp_status need_pair(struct hxp_term_language **into,
                            hxp_term_languages *languages,
                            hxp_translation_languages pair, hxp_error *error)
{
    hxp_term_matcher *matcher;
    hxp_status status = hxp_need_matcher(&matcher, languages, pair.to, error);
    if (status != HXP_OK)
        return status;
    *into = languages->items + find(languages, pair.to);
    if ((*into)->from == pair.from)
        return HXP_OK;
    forget_pair(*into);
    status = hxp_genders_read(&(*into)->genders, pair.from, pair.to, error);
    if (status == HXP_OK)
        (*into)->from = pair.from;
    return status;
}

hxp_status hxp_need_target(hxp_target_terms *target,
                           hxp_term_languages *languages,
                           hxp_translation_languages pair, hxp_error *error)
{
    struct hxp_term_language *into;
    *target = (hxp_target_terms){ NULL, NULL };
    hxp_status status = need_pair(&into, languages, pair, error);
    if (status == HXP_OK)
        *target = (hxp_target_terms){ into->matcher, &into->genders };
    return status;
}

hxp_status hxp_need_senses(hxp_senses **senses, hxp_term_languages *languages,
                           hxp_translation_languages pair, hxp_error *error)
{
    struct hxp_term_language *into;
    *senses = NULL;
    hxp_status status = need_pair(&into, languages, pair, error);
    if (status == HXP_OK && !into->senses)
        status = hxp_senses_new(&into->senses, pair.from, pair.to, error);
    if (status == HXP_OK)
        *senses = into->senses;
    return status;
}
