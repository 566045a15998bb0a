/* links.c - are the addresses of the source in the translation? */
#include "base/str.h"
#include "check/family.h"
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
    return part.len == 2 && !hxp_ascii_digit(part.ptr[0]); /* a country's */
}

/** The host of url: behind "//" or "@", up to a port or a path. */
static hxp_str host_of(hxp_str url)
{
    size_t start = 0, end;
    for (size_t i = 1; i < url.len && start == 0; i++)
        if (url.ptr[i] == '@' || (url.ptr[i] == '/' && url.ptr[i - 1] == '/'))
            start = i + 1;
    for (end = start; end < url.len && !strchr("/?#:", url.ptr[end]);)
        end++;
    return hxp_str_part(url, start, end);
}

/**
 * True for addresses that stand for any, which are translated: "http://host/".
 */
static bool is_example(hxp_str url)
{
    hxp_str host = host_of(url);
    return host.len > 0 && !memchr(host.ptr, '.', host.len) &&
           !hxp_str_is(host, "localhost");
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

static hxp_str without_slashes(hxp_str url)
{
    while (hxp_str_ends(url, HXP_STR("/")))
        url.len--;
    return url;
}

/** True when rest, of an address of side, leads to the pages of its language.
 */
static bool is_own_page(hxp_str rest, const hxp_check_side *side)
{
    hxp_str part;
    return cut_part(&rest, &part) && rest.len == 0 &&
           is_own(part, side->variant->language);
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
    from = without_slashes(from);
    to = without_slashes(to);
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
    return from.len == to.len || (from.len == 0 && is_own_page(to, target));
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
    if (hxp_check_text(target).len == 0 || !hxp_may_have_url(source))
        return HXP_OK;
    while (status == HXP_OK &&
           next_odd(&lacking, &in_source, source, target, true)) {
        hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_URL, target);
        if (next_odd(&other, &in_target, source, target, false)) {
            if (is_example(lacking))
                continue;
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
