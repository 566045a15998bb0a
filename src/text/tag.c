/* tag.c - BCP 47 language tags: well-formed or not, their usual case. */
#include "base/str.h"
#include "text/alias.h"
#include "text/language_name.h"

#include <hexapla/text.h>

#include <unicode/uloc.h>

#include <stdio.h>

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS  "0123456789"

/** The subtags of a tag from the next one on, which has len characters; next is
 * NULL behind the last. */
typedef struct subtags {
    const char *next;
    size_t len;
} subtags;

static void pass(subtags *at)
{
    const char *end = at->next + at->len;
    at->next = *end ? end + 1 : NULL;
    at->len = *end ? strcspn(at->next, "-") : 0;
}

/** Pass over the subtag if it has least to most characters, all of class. */
static bool take(subtags *at, const char *class, size_t least, size_t most)
{
    bool fits = at->next && at->len >= least && at->len <= most &&
                strspn(at->next, class) >= at->len;
    if (fits)
        pass(at);
    return fits;
}

static bool take_variant(subtags *at)
{
    bool dated = at->next && strspn(at->next, DIGITS) > 0; /* as "1996" */
    return take(at, LETTERS DIGITS, dated ? 4 : 5, 8);
}

/** Pass over an extension, or, with least 1, over what is for private use. */
static bool take_extension(subtags *at, const char *class, size_t least)
{
    subtags before = *at;
    if (!take(at, class, 1, 1) || !take(at, LETTERS DIGITS, least, 8)) {
        *at = before;
        return false;
    }
    while (take(at, LETTERS DIGITS, least, 8)) {
    }
    return true;
}

/** The tags that are older than the grammar and not of it. */
static bool is_irregular(const char *tag)
{
    static const char *const irregular[] = {
        "en-GB-oed", "i-ami", "i-bnn",     "i-default", "i-enochian", "i-hak",
        "i-klingon", "i-lux", "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",
        "i-tay",     "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"
    };
    for (size_t i = 0; i < sizeof irregular / sizeof irregular[0]; i++)
        if (hxp_str_is_nocase(hxp_str_of(tag), irregular[i]))
            return true;
    return false;
}

/**
 * True when tag is of the grammar of RFC 5646, section 2.1, but for primary
 * subtags of 4 to 8 letters: none has ever been registered, they are names of
 * languages ("english") written by mistake.
 */
static bool well_formed(const char *tag)
{
    static const char others[] = DIGITS "abcdefghijklmnopqrstuvwyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWYZ";
    subtags at = { tag, strcspn(tag, "-") };
    if (is_irregular(tag))
        return true;
    if (take(&at, LETTERS, 2, 3)) {
        for (int i = 0; i < 3 && take(&at, LETTERS, 3, 3); i++) {
        }
        take(&at, LETTERS, 4, 4);      /* the script */
        if (!take(&at, LETTERS, 2, 2)) /* the region */
            take(&at, DIGITS, 3, 3);
        while (take_variant(&at)) {
        }
        while (take_extension(&at, others, 2)) {
        }
    }
    return !at.next || (take_extension(&at, "xX", 1) && !at.next);
}

/** Put the subtag in its case: "nl", "Latn", "BE"; private use is lower. */
static void set_case(char *subtag, size_t len, bool first, bool extension)
{
    bool region = !first && !extension && len == 2;
    for (size_t i = 0; i < len; i++)
        subtag[i] = region ? upper(subtag[i]) : hxp_ascii_lower(subtag[i]);
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
    if (!well_formed(canonical)) {
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

/** Put the shortest and newest subtags for those of a well-formed tag. */
static bool shorten(char *normal, const char *tag)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    int32_t parsed = 0;
    UErrorCode code = U_ZERO_ERROR;
    uloc_forLanguageTag(tag, locale, (int32_t)sizeof locale, &parsed, &code);
    uloc_toLanguageTag(locale, normal, HXP_TAG_SIZE, 1, &code);
    return U_SUCCESS(code) && code != U_STRING_NOT_TERMINATED_WARNING &&
           (size_t)parsed == strlen(tag);
}

/** As hxp_tag_normalise(), for what is well-formed. */
static bool normalise(char *normal, const char *canonical)
{
    char meant[HXP_TAG_SIZE];
    if (canonical[0] == 'x' && canonical[1] == '-') { /* nobody else's */
        memcpy(normal, canonical, strlen(canonical) + 1);
        return true;
    }
    hxp_tag_registered(meant, hxp_str_of(canonical));
    return shorten(normal, meant[0] ? meant : canonical);
}

bool hxp_tag_normalise(char *normal, hxp_str tag)
{
    char hyphens[HXP_TAG_SIZE], canonical[HXP_TAG_SIZE];
    tag = hxp_str_trim(tag);
    normal[0] = '\0';
    if (tag.len >= sizeof hyphens)
        return false;
    for (size_t i = 0; i < tag.len; i++)
        hyphens[i] = tag.ptr[i] == '_' ? '-' : tag.ptr[i];
    bool found = hxp_tag_canonical(canonical, (hxp_str){ hyphens, tag.len })
                     ? normalise(normal, canonical)
                     : tag.len > 0 && hxp_language_named(normal, tag);
    if (!found)
        normal[0] = '\0';
    return found;
}

bool hxp_tag_language(char *language, hxp_str tag)
{
    char canonical[HXP_TAG_SIZE], alias[HXP_TAG_SIZE];
    language[0] = '\0';
    if (!hxp_tag_canonical(canonical, tag) || !shorten(language, canonical))
        return false;
    language[strcspn(language, "-")] = '\0';
    if (hxp_tag_alias(alias, language))
        snprintf(language, HXP_TAG_SIZE, "%.*s", (int)strcspn(alias, "-"),
                 alias);
    return true;
}

bool hxp_tag_equal(hxp_str a, hxp_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (hxp_ascii_lower(a.ptr[i]) != hxp_ascii_lower(b.ptr[i]))
            return false;
    return true;
}

static bool is_separator(char c)
{
    return c == '-' || c == '_';
}

hxp_str hxp_tag_primary(hxp_str tag)
{
    size_t len = 0;
    while (len < tag.len && !is_separator(tag.ptr[len]))
        len++;
    return hxp_str_part(tag, 0, len);
}

bool hxp_tag_within(hxp_str tag, hxp_str range)
{
    if (tag.len < range.len ||
        (tag.len > range.len && !is_separator(tag.ptr[range.len])))
        return false;
    for (size_t i = 0; i < range.len; i++)
        if (hxp_ascii_lower(tag.ptr[i]) != hxp_ascii_lower(range.ptr[i]) &&
            !(is_separator(tag.ptr[i]) && is_separator(range.ptr[i])))
            return false;
    return true;
}
