/* guess.c - scripts by ICU, common words by the starters of sentences. */
#include "text/guess.h"

#include "base/error.h"
#include "base/str.h"
#include "text/language.h"
#include "text/locales.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* Below these a text is too short to be told. */
enum { LEAST_LETTERS = 10, LEAST_WORDS = 6 };

/* One letter in so many, or fewer, is of the language's script in a text that
 * is foreign, where that script is not Latin. */
enum { LATIN_SHARE = 20 };

/* What it takes to call a text foreign by its words: so many common words that
 * another language has and its own has not, so many of them different, one in
 * SHARE words, and FACTOR times as many as the other way round. */
enum { DIFFERENT = 3, SHARE = 5, FACTOR = 4 };

enum { WORD_SIZE = 64, LANGUAGES = 64 };

struct hxp_guesser {
    const hxp_language **languages; /* with data */
    size_t count;
};

hxp_status hxp_guesser_new(hxp_guesser **out, hxp_locales *locales,
                           hxp_error *error)
{
    *out = NULL;
    hxp_guesser *guesser = calloc(1, sizeof *guesser);
    if (!guesser)
        return hxp_no_memory(error);
    hxp_status status =
        hxp_locales_all(&guesser->languages, &guesser->count, locales, error);
    if (guesser->count > LANGUAGES)
        guesser->count = LANGUAGES;
    if (status == HXP_OK)
        *out = guesser;
    else
        hxp_guesser_free(guesser);
    return status;
}

void hxp_guesser_free(hxp_guesser *guesser)
{
    if (!guesser)
        return;
    free(guesser->languages);
    free(guesser);
}

/* --- Scripts -------------------------------------------------------------- */

/** True for languages written in two scripts, where the tag does not say. */
static bool has_two_scripts(hxp_str tag)
{
    static const char *const tags[] = { "az", "bs", "cr", "ha", "iu", "kk",
                                        "ks", "ku", "ky", "mn", "ms", "pa",
                                        "sd", "sh", "sr", "tg", "tk", "tt",
                                        "ug", "uz", "zza" };
    hxp_str primary = hxp_tag_primary(tag);
    bool named =
        tag.len >= primary.len + 5 &&
        hxp_tag_primary(hxp_str_part(tag, primary.len + 1, tag.len)).len == 4;
    for (size_t i = 0; !named && i < sizeof tags / sizeof tags[0]; i++)
        if (hxp_str_is_nocase(primary, tags[i]))
            return true;
    return false;
}

/** What the letters of a text are. */
typedef struct letter_counts {
    size_t letters;
    size_t foreign; /* of scripts that the language is not written in */
    size_t words;
} letter_counts;

static bool is_among(UScriptCode script, const UScriptCode *scripts,
                     int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        if (scripts[i] == script)
            return true;
    return false;
}

static letter_counts count_letters(hxp_str text, const UScriptCode *scripts,
                                   int32_t count)
{
    letter_counts counts = { 0, 0, 0 };
    bool inside = false;
    for (size_t at = 0; at < text.len;) {
        UErrorCode code = U_ZERO_ERROR;
        int32_t c = hxp_utf8_next(text, &at);
        bool letter = c != HXP_UTF8_INVALID && u_isalpha(c);
        counts.words += letter && !inside;
        inside = letter;
        UScriptCode script =
            letter ? uscript_getScript(c, &code) : USCRIPT_COMMON;
        if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED)
            continue;
        counts.letters++;
        counts.foreign += !is_among(script, scripts, count);
    }
    return counts;
}

/** True when the letters tell that text is not in the language. */
static bool is_foreign_script(const char *tag, hxp_str text)
{
    UScriptCode scripts[16];
    UErrorCode code = U_ZERO_ERROR;
    int32_t count = uscript_getCode(tag, scripts, 16, &code);
    if (U_FAILURE(code) || count == 0 || has_two_scripts(hxp_str_of(tag)))
        return false;
    letter_counts counts = count_letters(text, scripts, count);
    if (counts.letters < LEAST_LETTERS)
        return false;
    if (is_among(USCRIPT_LATIN, scripts, count))
        return counts.foreign * 2 > counts.letters;
    /* Latin names and commands abound in texts of other scripts. */
    return (counts.letters - counts.foreign) * LATIN_SHARE < counts.letters &&
           counts.words >= LEAST_WORDS;
}

/* --- Words ---------------------------------------------------------------- */

/** The common words of another language in a text. */
typedef struct common_words {
    const hxp_word_list *list;
    size_t count; /* those that the text's own language has not */
    size_t own;   /* those of its own that this one has not */
    size_t different;
    uint64_t hashes[DIFFERENT]; /* of the first that differ */
} common_words;

/** Cut the next word of letters off *rest; false at the end. */
static bool cut_word(hxp_str *rest, hxp_str *word)
{
    size_t start = 0, at = 0;
    bool found = false;
    while (at < rest->len) {
        size_t before = at;
        int32_t c = hxp_utf8_next(*rest, &at);
        bool letter = c != HXP_UTF8_INVALID && u_isalpha(c);
        if (!letter && found) {
            at = before;
            break;
        }
        if (!found)
            start = letter ? before : at;
        found = found || letter;
    }
    *word = hxp_str_part(*rest, start, at);
    *rest = hxp_str_part(*rest, at, rest->len);
    return found;
}

/** Write word with a capital and small letters, as lists have it. */
static bool capitalize(char to[WORD_SIZE], size_t *len, hxp_str word)
{
    *len = 0;
    for (size_t at = 0; at < word.len;) {
        int32_t c = hxp_utf8_next(word, &at);
        if (*len + 4 > WORD_SIZE)
            return false;
        c = *len == 0 ? u_toupper(c) : u_tolower(c);
        *len += hxp_utf8_put(to + *len, c);
    }
    return true;
}

static void add_common(common_words *words, hxp_str word)
{
    uint64_t hash = hxp_str_hash(word);
    words->count++;
    for (size_t i = 0; i < words->different; i++)
        if (words->hashes[i] == hash)
            return;
    if (words->different < DIFFERENT)
        words->hashes[words->different++] = hash;
}

/** Count a word for the languages that have it as a common one. */
static void count_word(common_words *languages, size_t count,
                       const hxp_word_list *own, hxp_str word)
{
    char text[WORD_SIZE];
    size_t len;
    if (!capitalize(text, &len, word))
        return;
    hxp_str entry = { text, len };
    bool is_own = hxp_word_list_has(own, entry);
    for (size_t i = 0; i < count; i++) {
        bool is_other = hxp_word_list_has(languages[i].list, entry);
        languages[i].own += is_own && !is_other;
        if (is_other && !is_own)
            add_common(&languages[i], entry);
    }
}

/** True when the common words tell that text is not in the language. */
static bool has_foreign_words(const hxp_guesser *guesser, hxp_str tag,
                              hxp_str text)
{
    common_words languages[LANGUAGES];
    const hxp_word_list *own = NULL;
    size_t words = 0;
    hxp_str word;
    for (size_t i = 0; i < guesser->count; i++) {
        const hxp_language *language = guesser->languages[i];
        languages[i] =
            (common_words){ .list = hxp_language_list(language, "starters") };
        if (hxp_tag_within(tag, hxp_str_of(hxp_language_tag(language))))
            own = languages[i].list;
    }
    if (!own)
        return false;
    for (; cut_word(&text, &word); words++)
        count_word(languages, guesser->count, own, word);
    for (size_t i = 0; words >= LEAST_WORDS && i < guesser->count; i++)
        if (languages[i].different >= DIFFERENT &&
            languages[i].count * SHARE >= words &&
            languages[i].count >= languages[i].own * FACTOR)
            return true;
    return false;
}

bool hxp_guess_foreign(const hxp_guesser *guesser, hxp_str tag, hxp_str text)
{
    char name[HXP_TAG_SIZE] = "";
    if (tag.len == 0 || tag.len >= sizeof name)
        return false;
    memcpy(name, tag.ptr, tag.len);
    return is_foreign_script(name, text) ||
           has_foreign_words(guesser, tag, text);
}
