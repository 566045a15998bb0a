/* language_name.c - finds the language that people call by a name. */
#include "text/language_name.h"

#include "base/str.h"

#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>

enum { LONGEST = 128 };

/** The letters of a name, folded, without what stands between its words. */
typedef struct letters {
    UChar text[LONGEST];
    bool begins[LONGEST + 1]; /* a word begins here, or all is over */
    int32_t len;
} letters;

static bool is_between(UChar c)
{
    return c < 0x80 && c != 0 && strchr(" _-.,:/()[]", (char)c) != NULL;
}

/** Take the letters of wide, which has len units. False: it is too long. */
static bool take_letters(letters *out, const UChar *wide, int32_t len)
{
    UChar folded[LONGEST];
    UErrorCode code = U_ZERO_ERROR;
    bool apart = true;
    len = u_strFoldCase(folded, LONGEST, wide, len, U_FOLD_CASE_DEFAULT, &code);
    out->len = 0;
    if (U_FAILURE(code))
        return false;
    for (int32_t i = 0; i < len; i++) {
        if (!is_between(folded[i])) {
            out->begins[out->len] = apart;
            out->text[out->len++] = folded[i];
        }
        apart = is_between(folded[i]);
    }
    out->begins[out->len] = true;
    return true;
}

/** In which language names are; NULL is the language's own. */
typedef struct naming {
    const char *in;
    const ULocaleDisplayNames *names; /* NULL: ICU's usual ones */
} naming;

/** Take the letters of the name of locale. */
static bool take_name(letters *out, const char *locale, const naming *by)
{
    UChar wide[LONGEST];
    UErrorCode code = U_ZERO_ERROR;
    int32_t len =
        by->names
            ? uldn_localeDisplayName(by->names, locale, wide, LONGEST, &code)
            : uloc_getDisplayName(locale, by->in ? by->in : locale, wide,
                                  LONGEST, &code);
    return U_SUCCESS(code) && len <= LONGEST && take_letters(out, wide, len);
}

/** True when name goes on with the ASCII letters of word, and *at moves. */
static bool passes(const letters *name, int32_t *at, const char *word)
{
    int32_t end = *at;
    for (; *word; word++, end++)
        if (end >= name->len || name->text[end] != (UChar)*word)
            return false;
    if (!name->begins[end])
        return false;
    *at = end;
    return true;
}

/**
 * Write the tag of the language when the rest of name, from unit at on, is its
 * tag or the code of a country.
 */
static bool take_code(char *tag, const letters *name, int32_t at,
                      const char *language)
{
    char made[HXP_TAG_SIZE], meant[HXP_TAG_SIZE];
    if (!name->begins[at])
        return false;
    passes(name, &at, language);
    const UChar *rest = name->text + at;
    int32_t len = name->len - at;
    if (len == 0)
        snprintf(made, sizeof made, "%s", language);
    else if (len == 2 && rest[0] <= 'z' && rest[1] <= 'z')
        snprintf(made, sizeof made, "%s-%c%c", language, (char)rest[0],
                 (char)rest[1]);
    else
        return false;
    if (!hxp_tag_canonical(tag, hxp_str_of(made)))
        return false;
    if (hxp_tag_registered(meant, hxp_str_of(tag)))
        return true;
    snprintf(tag, HXP_TAG_SIZE, "%s", meant);
    return meant[0] != '\0';
}

/** Find the locale that is called name; false: there is none. */
static bool find(char *tag, const letters *name, const naming *by)
{
    bool hopeful = false; /* about the locales of this language */
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        const char *locale = uloc_getAvailable(i);
        bool language = !strchr(locale, '_');
        letters one;
        if (!language && !hopeful && !by->names)
            continue;
        bool begins = take_name(&one, locale, by) && one.len <= name->len &&
                      u_memcmp(one.text, name->text, one.len) == 0;
        if (language)
            hopeful = begins;
        if (begins && one.len == name->len) {
            UErrorCode code = U_ZERO_ERROR;
            uloc_toLanguageTag(locale, tag, HXP_TAG_SIZE, 1, &code);
            return U_SUCCESS(code);
        }
        if (begins && language && take_code(tag, name, one.len, locale))
            return true;
    }
    return false;
}

/** Find names such as "British English", which are no languages' first ones. */
static bool find_dialect(char *tag, const letters *name)
{
    UErrorCode code = U_ZERO_ERROR;
    ULocaleDisplayNames *names = uldn_open("en", ULDN_DIALECT_NAMES, &code);
    bool found = U_SUCCESS(code) && find(tag, name, &(naming){ "en", names });
    uldn_close(names);
    return found;
}

bool hxp_language_named(char *tag, hxp_str name)
{
    static const char *const in[] = { "en", NULL, "de", "es",
                                      "fr", "it", "nl", "pt" };
    UChar wide[LONGEST];
    int32_t len = 0;
    UErrorCode code = U_ZERO_ERROR;
    letters sought;
    u_strFromUTF8(wide, LONGEST, &len, name.ptr, (int32_t)name.len, &code);
    if (U_FAILURE(code) || len > LONGEST || !take_letters(&sought, wide, len) ||
        sought.len == 0)
        return false;
    for (size_t i = 0; i < sizeof in / sizeof *in; i++)
        if (find(tag, &sought, &(naming){ in[i], NULL }))
            return true;
    return find_dialect(tag, &sought);
}
