/* str.c - comparing, trimming and cutting string views. */
#include "base/str.h"

hxp_str hxp_str_small(hxp_str s, char *room, size_t size)
{
    if (s.len > size)
        return s;
    for (size_t i = 0; i < s.len; i++)
        room[i] = hxp_ascii_lower(s.ptr[i]);
    return (hxp_str){ room, s.len };
}

bool hxp_str_equal_nocase(hxp_str a, hxp_str b)
{
    size_t i = 0;
    while (i < a.len && i < b.len &&
           hxp_ascii_lower(a.ptr[i]) == hxp_ascii_lower(b.ptr[i]))
        i++;
    return i == a.len && i == b.len;
}

bool hxp_str_is_nocase(hxp_str s, const char *text)
{
    return hxp_str_equal_nocase(s, hxp_str_of(text));
}

bool hxp_str_starts_nocase(hxp_str s, const char *text)
{
    size_t len = strlen(text);
    return s.len >= len && hxp_str_is_nocase(hxp_str_part(s, 0, len), text);
}

bool hxp_str_ends_nocase(hxp_str s, const char *text)
{
    size_t len = strlen(text);
    return s.len >= len &&
           hxp_str_is_nocase(hxp_str_part(s, s.len - len, s.len), text);
}

bool hxp_str_starts(hxp_str s, hxp_str prefix)
{
    return s.len >= prefix.len &&
           hxp_str_equal(hxp_str_part(s, 0, prefix.len), prefix);
}

bool hxp_str_ends(hxp_str s, hxp_str suffix)
{
    return s.len >= suffix.len &&
           hxp_str_equal(hxp_str_part(s, s.len - suffix.len, s.len), suffix);
}

int hxp_str_order(const void *a, const void *b)
{
    const hxp_str *x = a, *y = b;
    size_t len = x->len < y->len ? x->len : y->len;
    int order = len ? memcmp(x->ptr, y->ptr, len) : 0;
    return order ? order : (x->len > y->len) - (x->len < y->len);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

hxp_str hxp_str_trim(hxp_str s)
{
    while (s.len > 0 && is_blank(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && is_blank(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool hxp_str_cut(hxp_str *rest, char c, hxp_str *part)
{
    if (rest->len == 0)
        return false;
    const char *at = memchr(rest->ptr, c, rest->len);
    size_t len = at ? (size_t)(at - rest->ptr) : rest->len;
    *part = (hxp_str){ rest->ptr, len };
    if (at)
        len++;
    rest->ptr += len;
    rest->len -= len;
    return true;
}

uint64_t hxp_str_hash(hxp_str s)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * 1099511628211u;
    return hash;
}
