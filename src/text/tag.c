/* tag.c - BCP 47 language tags: well-formed or not, their usual case. */
#include "base/str.h"

#include <hexapla/text.h>

#include <unicode/uloc.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/**
 * True when ICU takes all of tag. Primary subtags of 5 to 8 letters are
 * well-formed, but none has ever been registered: they are names of languages
 * ("english") written by mistake.
 */
static bool well_formed(const char *tag, size_t len)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    int32_t parsed = 0;
    UErrorCode code = U_ZERO_ERROR;
    size_t primary = strcspn(tag, "-");
    uloc_forLanguageTag(tag, locale, (int32_t)sizeof locale, &parsed, &code);
    return U_SUCCESS(code) && parsed == (int32_t)len && primary <= 3;
}

/** Put the subtag in its case: "nl", "Latn", "BE"; private use is lower. */
static void set_case(char *subtag, size_t len, bool first, bool extension)
{
    bool region = !first && !extension && len == 2;
    for (size_t i = 0; i < len; i++)
        subtag[i] = region ? upper(subtag[i]) : lower(subtag[i]);
    if (!first && !extension && len == 4)
        subtag[0] = upper(subtag[0]);
}

bool hxp_tag_canonical(char *canonical, hxp_str tag)
{
    canonical[0] = '\0';
    if (tag.len == 0 || tag.len >= HXP_TAG_SIZE ||
        memchr(tag.ptr, '\0', tag.len))
        return false;
    memcpy(canonical, tag.ptr, tag.len);
    canonical[tag.len] = '\0';
    if (!well_formed(canonical, tag.len)) {
        canonical[0] = '\0';
        return false;
    }
    bool extension = false;
    for (size_t at = 0; at < tag.len;) {
        size_t len = strcspn(canonical + at, "-");
        extension = extension || len == 1;
        set_case(canonical + at, len, at == 0, extension);
        at += len + 1;
    }
    return true;
}

bool hxp_tag_equal(hxp_str a, hxp_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}
