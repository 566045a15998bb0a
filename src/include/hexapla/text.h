/* text.h - languages: their tags, their data in locales/, their words. */
#ifndef HEXAPLA_TEXT_H
#define HEXAPLA_TEXT_H

#include <hexapla/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the ICU in use, such as "72.1". Static; never freed. */
HXP_API const char *hxp_icu_version(void);

/* --- Language tags -------------------------------------------------------- */

enum { HXP_TAG_SIZE = 64 };

/**
 * Write tag in the usual case of BCP 47 ("EN-gb" becomes "en-GB") into
 * canonical, which holds HXP_TAG_SIZE bytes. Returns false, and leaves
 * canonical empty, when tag is not well-formed ("en_US", "english", "").
 */
HXP_API bool hxp_tag_canonical(char *canonical, hxp_str tag);

/**
 * Make the tag that was meant by tag, into normal, which holds HXP_TAG_SIZE
 * bytes: "en_us", "eng-US", "English (United States)" and "anglais (US)" become
 * "en-US". Names may be those of the language itself, or Dutch, English,
 * French, German, Italian, Portuguese or Spanish ones; they take milliseconds.
 * Returns false, and leaves normal empty, when nobody can tell.
 */
HXP_API bool hxp_tag_normalise(char *normal, hxp_str tag);

/**
 * Returns false when tag is well-formed but has a code that no registry has: a
 * language of two letters, a region ("jp-JP", "en-UK"), or a name of Windows
 * ("zh-CHS"). Then the tag that was meant ("ja-JP", "en-GB", "zh-Hans") is in
 * meant, which holds HXP_TAG_SIZE bytes; else, and when nobody can tell, it is
 * empty.
 */
HXP_API bool hxp_tag_registered(char *meant, hxp_str tag);

/**
 * Write the language of tag alone, without script and region and by its
 * shortest and usual code ("en" of en-GB and of eng, "he" of iw, "nb" of no),
 * into language, which holds HXP_TAG_SIZE bytes. Returns false, and leaves
 * language empty, when tag is not well-formed.
 */
HXP_API bool hxp_tag_language(char *language, hxp_str tag);

/** True when the tags are equal but for case. */
HXP_API bool hxp_tag_equal(hxp_str a, hxp_str b);

/** The language itself of a tag, without script, region and the like. */
HXP_API hxp_str hxp_tag_primary(hxp_str tag);

/**
 * True when tag is range or a kind of it, as RFC 4647 filters: "en" takes
 * "en-GB", "en-GB" does not take "en". An underscore is read as a hyphen.
 */
HXP_API bool hxp_tag_within(hxp_str tag, hxp_str range);

/* --- Languages ------------------------------------------------------------ */

/** The languages of one locales/ folder, loaded as they are asked for. */
typedef struct hxp_locales hxp_locales;

/**
 * What locales/<tag>/ says of a language. It never changes once loaded:
 * threads may share it.
 */
typedef struct hxp_language hxp_language;

/**
 * Use the folder directory; NULL: $HEXAPLA_LOCALES or, when that is not set,
 * the folder of the installation.
 *
 * Fails with HXP_EINPUT when there is no such folder. On HXP_OK the caller
 * owns *out and frees it with hxp_locales_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_locales_open(hxp_locales **out, const char *directory,
                                    hxp_error *error);

/**
 * Give the language of tag. Its data is that of its longest prefix that has a
 * folder, nl-BE takes nl/, or of its usual code: no takes nb/. With neither it
 * works, by Unicode's rules alone; see hxp_language_has_data().
 *
 * Fails with HXP_EINPUT when tag is not well-formed or a file of the folder is
 * faulty. *out belongs to locales and lives as long.
 */
HXP_API hxp_status hxp_locales_language(const hxp_language **out,
                                        hxp_locales *locales, hxp_str tag,
                                        hxp_error *error);

/** Free the locales and their languages; NULL is allowed. */
HXP_API void hxp_locales_free(hxp_locales *locales);

/** The canonical tag that was asked for; lives as the language. */
HXP_API const char *hxp_language_tag(const hxp_language *language);

/** True when locales/ says how the language is written; common words alone,
 * for aligning, do not. */
HXP_API bool hxp_language_has_data(const hxp_language *language);

/* --- Words ---------------------------------------------------------------- */

typedef enum hxp_word_kind {
    HXP_WORD_LETTERS,
    HXP_WORD_NUMBER,
    HXP_WORD_MARK /* one sign: ? ! : ; ( ) " % and the like */
} hxp_word_kind;

/** A word of a text, in the forms that comparing needs. */
typedef struct hxp_word {
    size_t start; /* bytes of the text */
    size_t end;
    size_t number; /* equal words of an analyzer have the same, from 0 */
    hxp_word_kind kind;
    bool capital;   /* begins with an upper-case letter */
    bool acronym;   /* two or more letters, all upper-case */
    hxp_str folded; /* NFC, case folded, apostrophes and hyphens unified */
    hxp_str bare;   /* folded without accents; digits alone of a number */
    hxp_str stem;   /* Snowball's stem of folded; folded if none applies */
} hxp_word;

/** Words of one text, in order. */
typedef struct hxp_words {
    const hxp_word *items;
    size_t count;
} hxp_words;

/** Finds the words of texts in one language. Not for two threads at once. */
typedef struct hxp_analyzer hxp_analyzer;

/**
 * Make an analyzer for language, which must outlive it. On HXP_OK the caller
 * owns *out and frees it with hxp_analyzer_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_analyzer_new(hxp_analyzer **out,
                                    const hxp_language *language,
                                    hxp_error *error);

/**
 * Find the words of text (valid UTF-8). Words are split at apostrophes and
 * hyphens. The forms of a word live as long as the analyzer (equal words share
 * them); words->items lives until the next call.
 */
HXP_API hxp_status hxp_analyze(hxp_words *words, hxp_analyzer *analyzer,
                               hxp_str text, hxp_error *error);

/** Free the analyzer; NULL is allowed. */
HXP_API void hxp_analyzer_free(hxp_analyzer *analyzer);

#ifdef __cplusplus
}
#endif
#endif
