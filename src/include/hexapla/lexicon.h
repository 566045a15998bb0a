/* lexicon.h - what is known of words and their translations beforehand. */
#ifndef HEXAPLA_LEXICON_H
#define HEXAPLA_LEXICON_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * What dictionaries say of the words of any number of languages, and what
 * aligned texts taught. Regions do not matter: en-GB is en. Several
 * threads may align with it while one teaches it; else one that no longer
 * changes may be used by several.
 */
typedef struct hxp_dictionary hxp_dictionary;

/**
 * Make an empty dictionary; locales must outlive it. On HXP_OK the caller owns
 * *out and frees it with hxp_dictionary_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_dictionary_new(hxp_dictionary **out,
                                      hxp_locales *locales, hxp_error *error);

/** Free the dictionary; NULL is allowed. */
HXP_API void hxp_dictionary_free(hxp_dictionary *dictionary);

/**
 * The sink that takes units of a few words as entries, and passes longer ones
 * over. It belongs to the dictionary and takes any number of readings.
 */
HXP_API hxp_unit_sink *hxp_dictionary_sink(hxp_dictionary *dictionary);

/** The same, but longer units are kept as lessons, as those of a memory. */
HXP_API hxp_unit_sink *hxp_dictionary_lessons(hxp_dictionary *dictionary);

/** The number of entries: pairs of words. */
HXP_API size_t hxp_dictionary_count(const hxp_dictionary *dictionary);

/** The number of lessons that were read and are still to be learned from. */
HXP_API size_t hxp_dictionary_lesson_count(const hxp_dictionary *dictionary);

/** What is known between the languages of two tags: the number of entries, of
 * lessons kept, and of pairs of beginnings of words that were learned. */
HXP_API size_t hxp_dictionary_between(const hxp_dictionary *dictionary,
                                      hxp_str a, hxp_str b);

/** Texts of two languages that translate one another. */
typedef struct hxp_lesson {
    hxp_str languages[2]; /* tags */
    hxp_str texts[2];
    double weight; /* how sure that is, 0 to 1 */
} hxp_lesson;

/**
 * Keep a lesson for hxp_dictionary_learn(). Of two languages the first four
 * million words are kept, the others passed over. Fails with HXP_EINPUT when a
 * tag is not well-formed.
 */
HXP_API hxp_status hxp_dictionary_teach(hxp_dictionary *dictionary,
                                        const hxp_lesson *lesson,
                                        hxp_error *error);

/** Learn from all lessons kept, and forget them. */
HXP_API hxp_status hxp_dictionary_learn(hxp_dictionary *dictionary,
                                        hxp_error *error);

/**
 * Write what was learned as text: a line "hexapla-lexicon 1", then for each
 * two languages a line with their tags and a line for each two beginnings of
 * words: both, the probability of the second given the first, and back; all
 * with tabs between.
 */
HXP_API hxp_status hxp_dictionary_save(const hxp_dictionary *dictionary,
                                       hxp_output *output, hxp_error *error);

/** Add what hxp_dictionary_save() wrote. Fails with HXP_EINPUT. */
HXP_API hxp_status hxp_dictionary_load(hxp_dictionary *dictionary,
                                       hxp_input *input, hxp_error *error);

/* --- Terms that texts have ------------------------------------------------ */

/** Which terms are extracted. */
typedef struct hxp_extract_options {
    hxp_locales *locales;        /* required; outlives the extractor */
    const char *source_language; /* NULL: that of the units or the file */
    const char *const *targets;  /* languages; "nl" takes nl-BE */
    size_t target_count;         /* 0: all */
    size_t least;                /* times that a term is met; at least 1 */
    size_t most;                 /* concepts, the best; 0: all */
    double confidence;           /* that a translation has at least */
} hxp_extract_options;

#define HXP_EXTRACT_OPTIONS_INIT                                               \
    {                                                                          \
        NULL, NULL, NULL, 0, 2, 0, 0.3                                         \
    }

/**
 * Make a sink that finds the terms of the units it gets and what translates
 * them, and adds them to termbase at its end, the best first: as drafts, with
 * the details "context", "frequency" and, of a translation, "confidence". How
 * good a term is its C-value tells, times the mean confidence of its
 * translations.
 *
 * Of the source and any other language the first two million words are kept,
 * in about 100 MB, and eight million of all. The options are borrowed, as is
 * termbase. On HXP_OK the caller calls (*out)->close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_extractor_new(hxp_unit_sink **out,
                                     hxp_termbase *termbase,
                                     const hxp_extract_options *options,
                                     hxp_error *error);

/** How many translations an extractor passed over, for there were words enough
 * before them. */
HXP_API size_t hxp_extractor_passed_over(const hxp_unit_sink *extractor);

#ifdef __cplusplus
}
#endif
#endif
