/* html_encoding.c - finds what a page says of its encoding. */
#include "formats/html/html_encoding.h"

#include "base/str.h"

#include <stdio.h>

/** The byte at which word stands in text, whatever the case; or text.len. */
static size_t find(hxp_str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i + len <= text.len; i++)
        if (hxp_str_is_nocase(hxp_str_part(text, i, i + len), word))
            return i;
    return text.len;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** Copy the value that follows word and '=' in text; false: there is none. */
static bool value_after(char name[HXP_ENCODING_SIZE], hxp_str text,
                        const char *word)
{
    size_t at = find(text, word), end;
    if (at == text.len)
        return false;
    at += strlen(word);
    while (at < text.len && is_white(text.ptr[at]))
        at++;
    if (at == text.len || text.ptr[at++] != '=')
        return false;
    while (at < text.len && (is_white(text.ptr[at]) || text.ptr[at] == '"' ||
                             text.ptr[at] == '\''))
        at++;
    for (end = at; end < text.len && !is_white(text.ptr[end]) &&
                   !strchr("\"'>;?/", text.ptr[end]);)
        end++;
    if (end == at || end - at >= HXP_ENCODING_SIZE)
        return false;
    snprintf(name, HXP_ENCODING_SIZE, "%.*s", (int)(end - at), text.ptr + at);
    return true;
}

/** What a page says of its encoding: in a meta element, or as XML does. */
static bool find_declared(char name[HXP_ENCODING_SIZE], hxp_str head)
{
    hxp_str rest = head;
    if (hxp_str_starts(hxp_str_trim(head), HXP_STR("<?xml")) &&
        value_after(name, hxp_str_part(head, 0, find(head, ">")), "encoding"))
        return true;
    for (;;) {
        size_t at = find(rest, "<meta");
        if (at == rest.len)
            return false;
        rest = hxp_str_part(rest, at, rest.len);
        size_t end = find(rest, ">");
        if (value_after(name, hxp_str_part(rest, 0, end), "charset"))
            return true;
        rest = hxp_str_part(rest, end, rest.len);
    }
}

/** The encoding that browsers take name for. */
static const char *as_browsers(const char *name)
{
    static const char *const western[] = { "iso-8859-1", "iso8859-1", "latin1",
                                           "us-ascii", "ascii" };
    for (size_t i = 0; i < sizeof western / sizeof western[0]; i++)
        if (hxp_str_is_nocase(hxp_str_of(name), western[i]))
            return "windows-1252";
    /* one that shows its declaration in ASCII is not in UTF-16 */
    if (hxp_str_is_nocase(
            hxp_str_part(hxp_str_of(name), 0, strlen(name) < 6 ? 0 : 6),
            "utf-16"))
        return "UTF-8";
    return name;
}

bool hxp_html_encoding(char name[HXP_ENCODING_SIZE], hxp_str head)
{
    enum { PRESCANNED = 1024 }; /* bytes in which a page says its encoding */
    char said[HXP_ENCODING_SIZE];
    if (!find_declared(
            said, hxp_str_part(head, 0,
                               head.len < PRESCANNED ? head.len : PRESCANNED)))
        return false;
    snprintf(name, HXP_ENCODING_SIZE, "%s", as_browsers(said));
    return true;
}
