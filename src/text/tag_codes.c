/* tag_codes.c - codes in language tags that no registry has: "en-UK". */
#include "base/str.h"

#include <hexapla/text.h>

#include <unicode/uloc.h>
#include <unicode/uregion.h>

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

/** ISO 639-1 has but two letters, all of which ICU knows by name; of the many
 * longer codes it does not know all. */
static bool is_language(const char *language)
{
    UChar name[128];
    UErrorCode code = U_ZERO_ERROR;
    if (strlen(language) != 2)
        return true;
    uloc_getDisplayLanguage(language, "en", name,
                            (int32_t)(sizeof name / sizeof *name), &code);
    return code != U_USING_DEFAULT_WARNING;
}

/** ISO 3166 leaves "AA", "QM" to "QZ" and "XA" to "XZ" to its users. */
static bool is_private(const char *region)
{
    return strcmp(region, "AA") == 0 || region[0] == 'X' ||
           (region[0] == 'Q' && region[1] >= 'M');
}

/** The code that was meant by that of a region: itself when the registry has
 * it, if only as an old one; NULL: nobody can tell. */
static const char *meant_region(const char *region)
{
    UErrorCode code = U_ZERO_ERROR;
    if (strcmp(region, "UK") == 0)
        return "GB";
    if (!region[0] || is_private(region))
        return region;
    uregion_getRegionFromCode(region, &code);
    return U_SUCCESS(code) ? region : NULL;
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
    const URegion *region = uregion_getRegionFromCode(locale + 4, &code);
    uloc_addLikelySubtags(locale, likely, (int32_t)sizeof likely, &code);
    uloc_getLanguage(likely, language, ULOC_LANG_CAPACITY, &code);
    if (U_FAILURE(code) || uregion_getType(region) != URGN_TERRITORY)
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
