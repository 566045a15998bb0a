/* html_encoding.c - finds what a page says of its encoding and language. */
#include "formats/html/html_encoding.h"

#include "base/str.h"

#include <stdio.h>

/** The byte at which word stands in text, whatever the case; or text.len. */
static size_t find(hxp_str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i + len <= text.len; i++)
        if (hxp_str_starts_nocase(hxp_str_part(text, i, text.len), word))
            return i;
    return text.len;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** The byte behind the first '=' in text that follows word, blanks between; 0:
 * there is none. */
static size_t behind_equals(hxp_str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t at = find(text, word); at < text.len;) {
        at += len;
        while (at < text.len && is_white(text.ptr[at]))
            at++;
        if (at < text.len && text.ptr[at] == '=')
            return at + 1;
        at += find(hxp_str_part(text, at, text.len), word);
    }
    return 0;
}

/** Copy the value that follows word and '=' in text; false: there is none. */
static bool value_after(char name[HXP_ENCODING_SIZE], hxp_str text,
                        const char *word)
{
    size_t at = behind_equals(text, word), end;
    if (at == 0)
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

/** The end of a comment at the start of text; 0: there is none. */
static size_t measure_comment(hxp_str text)
{
    const hxp_str end = HXP_STR("-->");
    size_t at = 4;
    if (!hxp_str_starts(text, HXP_STR("<!--")))
        return 0;
    while (at < text.len &&
           !hxp_str_starts(hxp_str_part(text, at, text.len), end))
        at++;
    return at < text.len ? at + end.len : text.len;
}

/** What the head of a page says of its encoding, in a meta element. */
static bool find_meta(char name[HXP_ENCODING_SIZE], hxp_str rest)
{
    while (rest.len > 0) {
        const char *tag = memchr(rest.ptr, '<', rest.len);
        if (!tag)
            return false;
        rest = hxp_str_part(rest, (size_t)(tag - rest.ptr), rest.len);
        size_t len = measure_comment(rest);
        if (hxp_str_starts_nocase(rest, "</head") ||
            hxp_str_starts_nocase(rest, "<body"))
            return false;
        if (hxp_str_starts_nocase(rest, "<meta")) {
            len = find(rest, ">");
            if (value_after(name, hxp_str_part(rest, 0, len), "charset"))
                return true;
        }
        rest = hxp_str_part(rest, len > 0 ? len : 1, rest.len);
    }
    return false;
}

/** What a page says of its encoding: as XML does, or in its head. */
static bool find_declared(char name[HXP_ENCODING_SIZE], hxp_str head)
{
    return (hxp_str_starts(hxp_str_trim(head), HXP_STR("<?xml")) &&
            value_after(name, hxp_str_part(head, 0, find(head, ">")),
                        "encoding")) ||
           find_meta(name, head);
}

/** The encoding that browsers take name for, by the Encoding Standard of the
 * WHATWG: the wider one, in which pages with that name are written. */
static const char *as_browsers(const char *name)
{
    static const struct {
        const char *name, *wider;
    } narrow[] = {
        { "iso-8859-1", "windows-1252" },
        { "iso8859-1", "windows-1252" },
        { "iso_8859-1", "windows-1252" },
        { "latin1", "windows-1252" },
        { "us-ascii", "windows-1252" },
        { "ascii", "windows-1252" },
        { "iso-8859-9", "windows-1254" },
        { "latin5", "windows-1254" },
        { "iso-8859-11", "windows-874" },
        { "tis-620", "windows-874" },
        { "gb2312", "gb18030" },
        { "gb_2312-80", "gb18030" },
        { "gbk", "gb18030" },
        { "x-gbk", "gb18030" },
        { "shift_jis", "windows-31j" },
        { "shift-jis", "windows-31j" },
        { "sjis", "windows-31j" },
        { "x-sjis", "windows-31j" },
        { "euc-kr", "windows-949" },
        { "ksc5601", "windows-949" },
        { "ks_c_5601-1987", "windows-949" },
        /* one that shows its declaration in ASCII is not in UTF-16 */
        { "utf-16", "UTF-8" },
        { "utf-16le", "UTF-8" },
        { "utf-16be", "UTF-8" },
    };
    for (size_t i = 0; i < sizeof narrow / sizeof narrow[0]; i++)
        if (hxp_str_is_nocase(hxp_str_of(name), narrow[i].name))
            return narrow[i].wider;
    return name;
}

bool hxp_html_encoding(char name[HXP_ENCODING_SIZE], hxp_str head)
{
    char said[HXP_ENCODING_SIZE];
    if (!find_declared(said, head))
        return false;
    snprintf(name, HXP_ENCODING_SIZE, "%s", as_browsers(said));
    return true;
}

/** What stands in a tag, "<html" at least, from its lang or xml:lang on. */
static hxp_str from_lang(hxp_str tag)
{
    size_t at = 1;
    while (at < tag.len &&
           !((is_white(tag.ptr[at - 1]) || tag.ptr[at - 1] == ':') &&
             hxp_str_starts_nocase(hxp_str_part(tag, at, tag.len), "lang")))
        at++;
    return hxp_str_part(tag, at, tag.len);
}

bool hxp_html_language(char tag[HXP_TAG_SIZE], hxp_str head)
{
    char said[HXP_ENCODING_SIZE];
    for (size_t at = 0; at < head.len; at++) {
        hxp_str rest = hxp_str_part(head, at, head.len);
        size_t comment = measure_comment(rest);
        if (comment > 0)
            at += comment - 1;
        else if (hxp_str_starts_nocase(rest, "<html"))
            return value_after(
                       said, from_lang(hxp_str_part(rest, 0, find(rest, ">"))),
                       "lang") &&
                   hxp_tag_canonical(tag, hxp_str_of(said));
    }
    return false;
}
