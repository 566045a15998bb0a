/* tag_codes.c - codes in language tags that no registry has: "en-UK". */
#include "base/str.h"

#include <hexapla/text.h>

#include <unicode/uloc.h>

#include <stdio.h>

/** A tag's language, and its region: "" when it has none. */
typedef struct codes {
    char language[ULOC_LANG_CAPACITY];
    char region[ULOC_COUNTRY_CAPACITY];
} codes;

/** Names of Windows that are well-formed by chance, for scripts of Chinese. */
static const struct {
    const char *name, *tag;
} windows[] = { { "zh-CHS", "zh-Hans" }, { "zh-CHT", "zh-Hant" } };

static const char *find_windows(hxp_str tag)
{
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
        if (hxp_tag_equal(tag, hxp_str_of(windows[i].name)))
            return windows[i].tag;
    return NULL;
}

static bool divide(codes *out, const char *canonical)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;
    uloc_forLanguageTag(canonical, locale, (int32_t)sizeof locale, NULL, &code);
    uloc_getLanguage(locale, out->language, (int32_t)sizeof out->language,
                     &code);
    uloc_getCountry(locale, out->region, (int32_t)sizeof out->region, &code);
    return U_SUCCESS(code) && code != U_STRING_NOT_TERMINATED_WARNING;
}

/* What ICU says of codes by their longer forms takes no memory, unlike what it
 * says by names. */

/** ISO 639-1 has but two letters, all of which ICU knows but for Bihari's old
 * ones; of the many longer codes it does not know all. */
static bool is_language(const char *language)
{
    return strlen(language) != 2 || uloc_getISO3Language(language)[0] ||
           strcmp(language, "bh") == 0;
}

/** True for a code of a country, or of the United Nations. */
static bool is_region(const char *region)
{
    char locale[] = "und_XX";
    if (strlen(region) != 2)
        return true;
    memcpy(locale + 4, region, 2);
    return uloc_getISO3Country(locale)[0];
}

/** ISO 3166 leaves "AA", "QM" to "QZ" and "XA" to "XZ" to its users; others it
 * keeps for some, or had once. */
static bool is_reserved(const char *region)
{
    static const char *const reserved[] = { "AA", "AC", "AN", "BU", "CP", "CS",
                                            "DD", "DG", "EA", "EU", "EZ", "FX",
                                            "IC", "NT", "SU", "TA", "TP", "UN",
                                            "YD", "YU", "ZR", "ZZ" };
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(region, reserved[i]) == 0)
            return true;
    return region[0] == 'X' || (region[0] == 'Q' && region[1] >= 'M');
}

/** The code that was meant by that of a region: itself when the registry has
 * it, if only as an old one; NULL: nobody can tell. */
static const char *meant_region(const char *region)
{
    if (strcmp(region, "UK") == 0)
        return "GB";
    return is_region(region) || is_reserved(region) ? region : NULL;
}

/** Into language, the one that is spoken where the two letters of mistaken are
 * the code of a region: "ja" for "jp"; "" when they are none. */
static void language_of_region(char *language, const char *mistaken)
{
    char likely[ULOC_FULLNAME_CAPACITY];
    char locale[] = { 'u',
                      'n',
                      'd',
                      '_',
                      (char)(mistaken[0] - 'a' + 'A'),
                      (char)(mistaken[1] - 'a' + 'A'),
                      '\0' };
    UErrorCode code = U_ZERO_ERROR;
    uloc_addLikelySubtags(locale, likely, (int32_t)sizeof likely, &code);
    uloc_getLanguage(likely, language, ULOC_LANG_CAPACITY, &code);
    if (U_FAILURE(code) || !is_region(locale + 4))
        language[0] = '\0';
}

bool hxp_tag_registered(char *meant, hxp_str tag)
{
    char canonical[HXP_TAG_SIZE], language[ULOC_LANG_CAPACITY];
    codes found = { { 0 }, { 0 } };
    const char *windows_tag = find_windows(tag);
    meant[0] = '\0';
    if (windows_tag) {
        snprintf(meant, HXP_TAG_SIZE, "%s", windows_tag);
        return false;
    }
    if (!hxp_tag_canonical(canonical, tag) || !divide(&found, canonical))
        return true;
    const char *rest = canonical + strcspn(canonical, "-");
    const char *at = strstr(rest, found.region);
    const char *region = at ? meant_region(found.region) : NULL;
    bool known = is_language(found.language);
    if (!at || (known && region && strcmp(region, found.region) == 0))
        return true; /* with old codes, too, that ICU has put others for */
    if (known)
        snprintf(language, sizeof language, "%s", found.language);
    else
        language_of_region(language, found.language);
    if (language[0] && region)
        snprintf(meant, HXP_TAG_SIZE, "%s%.*s%s%s", language, (int)(at - rest),
                 rest, region, at + strlen(found.region));
    return false;
}
