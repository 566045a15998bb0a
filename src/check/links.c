/* links.c - are the addresses of the source in the translation? */
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "check/tokens.h"

/** The next address of text from byte *at on; false: none. */
static bool next_url(hxp_str *url, hxp_str text, size_t *at)
{
    for (; *at < text.len; ++*at) {
        size_t end = hxp_url_end(text, *at);
        if (end == 0)
            continue;
        *url = hxp_str_part(text, *at, end);
        *at = end;
        return true;
    }
    return false;
}

/** Cut the next part, letters and digits, off *rest with what is before it. */
static bool cut_part(hxp_str *rest, hxp_str *part)
{
    static const char marks[] = "/.:?&=#-_~%+,@";
    size_t start = 0, end;
    while (start < rest->len && strchr(marks, rest->ptr[start]))
        start++;
    for (end = start; end < rest->len && !strchr(marks, rest->ptr[end]);)
        end++;
    *part = hxp_str_part(*rest, start, end);
    *rest = hxp_str_part(*rest, end, rest->len);
    return end > start;
}

/** True when part is one of the tags of language: "nl" of nl-BE. */
static bool is_own(hxp_str part, hxp_str language)
{
    hxp_str own;
    while (hxp_str_cut(&language, '-', &own)) {
        size_t same = 0;
        while (own.len == part.len && same < own.len &&
               (own.ptr[same] | 0x20) == (part.ptr[same] | 0x20))
            same++;
        if (same > 0 && same == own.len)
            return true;
    }
    return false;
}

/**
 * True when part may be another in a translation: it names a language, a
 * country or a kind of site.
 */
static bool is_local(hxp_str part, hxp_str language)
{
    static const char *const kinds[] = { "com", "org", "net", "int",
                                         "eu",  "edu", "gov", "www" };
    if (is_own(part, language))
        return true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (hxp_str_is_nocase(part, kinds[i]))
            return true;
    return part.len == 2; /* another country's */
}

/** The address without the way to fetch it: http and https lead to one. */
static hxp_str without_scheme(hxp_str url)
{
    static const char *const schemes[] = { "http://", "https://" };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (hxp_str_starts(url, hxp_str_of(schemes[i])))
            return hxp_str_part(url, strlen(schemes[i]), url.len);
    return url;
}

/**
 * True when to is from, or the same page in the other language; of a host of
 * its own for each language pages have names of their own.
 */
static bool is_same(hxp_str from, hxp_str to, const hxp_check_side *source,
                    const hxp_check_side *target)
{
    hxp_str of_from, of_to;
    from = without_scheme(from);
    to = without_scheme(to);
    size_t slash = 0;
    while (slash < from.len && from.ptr[slash] != '/')
        slash++;
    const char *path = from.ptr + slash;
    while (hxp_str_ends(from, HXP_STR("/")))
        from.len--;
    while (hxp_str_ends(to, HXP_STR("/")))
        to.len--;
    while (from.len > 0 && to.len > 0) {
        bool in_from = cut_part(&from, &of_from), in_to = cut_part(&to, &of_to);
        if (in_from != in_to)
            return false;
        if (hxp_str_equal(of_from, of_to))
            continue;
        if (!is_local(of_from, source->variant->language) ||
            !is_local(of_to, target->variant->language))
            return false;
        if (of_from.ptr < path && is_own(of_from, source->variant->language) &&
            is_own(of_to, target->variant->language))
            return true;
    }
    return from.len == to.len;
}

/** True when text of side has url. */
static bool has_url(hxp_str url, const hxp_check_side *source,
                    const hxp_check_side *target, bool in_target)
{
    hxp_str text = hxp_check_text(in_target ? target : source), one;
    for (size_t at = 0; next_url(&one, text, &at);)
        if (in_target ? is_same(url, one, source, target)
                      : is_same(one, url, source, target))
            return true;
    return false;
}

/** Find the next address of one text, from *at on, that the other lacks. */
static bool next_odd(hxp_str *url, size_t *at, const hxp_check_side *source,
                     const hxp_check_side *target, bool of_source)
{
    hxp_str text = hxp_check_text(of_source ? source : target);
    while (next_url(url, text, at))
        if (!has_url(*url, source, target, of_source))
            return true;
    return false;
}

/** What a translation adds is its own matter; what it lacks or changes not. */
static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_str lacking, other;
    size_t in_source = 0, in_target = 0;
    hxp_status status = HXP_OK;
    if (hxp_check_text(target).len == 0 || !(source->signs & HXP_SIGN_LINK) ||
        !hxp_may_have_url(hxp_check_text(source)))
        return HXP_OK;
    while (status == HXP_OK &&
           next_odd(&lacking, &in_source, source, target, true)) {
        hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_URL, target);
        if (next_odd(&other, &in_target, source, target, false)) {
            hxp_check_point(&finding, target, in_target - other.len, in_target);
            status =
                hxp_check_tell(state, &finding, error, "\"%.*s\" for \"%.*s\"",
                               HXP_FMT(other), HXP_FMT(lacking));
        } else {
            status = hxp_check_tell(state, &finding, error,
                                    "\"%.*s\" of the source is missing",
                                    HXP_FMT(lacking));
        }
    }
    return status;
}

const hxp_check_family hxp_check_links = {
    HXP_CHECK_SEG_URL,    HXP_CHECK_SEG_URL,
    hxp_check_open_plain, NULL,
    take_target,          NULL,
    hxp_check_close_plain
};
