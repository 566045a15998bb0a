/* alias.c - other codes of languages, as CLDR lists them. */
#include "text/alias.h"

#include "base/str.h"

#include <unicode/ures.h>
#include <unicode/ustring.h>

/** The usual code for one that is old, or of a part of a language: "ro" of
 * "mo", "sr_Latn" of "sh", "zh" of "cmn". */
static bool find_usual(UChar *wide, int32_t size, const char *language)
{
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *all = ures_openDirect(NULL, "metadata", &code);
    all = ures_getByKey(all, "alias", all, &code);
    all = ures_getByKey(all, "language", all, &code);
    all = ures_getByKey(all, language, all, &code);
    int32_t len = 0;
    const UChar *found = ures_getStringByKey(all, "replacement", &len, &code);
    bool done = U_SUCCESS(code) && len < size;
    if (done)
        u_memcpy(wide, found, len + 1);
    ures_close(all);
    return done;
}

/** The first of the languages that one code stands for: "nb" of "no". */
static bool find_first(UChar *wide, int32_t size, const char *language)
{
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *all = ures_openDirect(NULL, "supplementalData", &code);
    all = ures_getByKey(all, "parentLocales", all, &code);
    all = ures_getByKey(all, language, all, &code);
    int32_t len = 0;
    const UChar *found = NULL;
    if (U_SUCCESS(code) && ures_getType(all) == URES_ARRAY)
        found = ures_getStringByIndex(all, 0, &len, &code);
    bool done = found && U_SUCCESS(code) && len < size;
    if (done)
        u_memcpy(wide, found, len + 1);
    ures_close(all);
    return done;
}

bool hxp_tag_alias(char *alias, const char *language)
{
    UChar wide[HXP_TAG_SIZE];
    char first[HXP_TAG_SIZE];
    alias[0] = '\0';
    if (find_usual(wide, HXP_TAG_SIZE, language))
        u_UCharsToChars(wide, alias, u_strlen(wide) + 1);
    hxp_str known = hxp_tag_primary(hxp_str_of(alias[0] ? alias : language));
    if (known.len + 1 > sizeof first)
        return alias[0] != '\0';
    memcpy(first, known.ptr, known.len);
    first[known.len] = '\0';
    if (find_first(wide, HXP_TAG_SIZE, first))
        u_UCharsToChars(wide, alias, u_strlen(wide) + 1);
    for (char *c = alias; *c; c++)
        *c = (char)(*c == '_' ? '-' : *c);
    return alias[0] != '\0';
}
