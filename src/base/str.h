/* str.h - looking at string views; none of these allocates. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <hexapla/base.h>

#include <string.h>

/** The two arguments that "%.*s" takes for a view. */
#define HXP_FMT(s) (int)(s).len, (s).ptr

static inline hxp_str hxp_str_of(const char *text)
{
    return (hxp_str){ text, strlen(text) };
}

/** Bytes start to end of s; an empty s may be without a pointer. */
static inline hxp_str hxp_str_part(hxp_str s, size_t start, size_t end)
{
    return (hxp_str){ start > 0 ? s.ptr + start : s.ptr, end - start };
}

static inline bool hxp_str_equal(hxp_str a, hxp_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool hxp_str_is(hxp_str s, const char *text)
{
    return hxp_str_equal(s, hxp_str_of(text));
}

static inline char hxp_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool hxp_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

/** s with its ASCII letters small, in room; a longer one remains as it is. */
hxp_str hxp_str_small(hxp_str s, char *room, size_t size);

/** True when a and b differ in the case of ASCII letters at most. */
bool hxp_str_equal_nocase(hxp_str a, hxp_str b);

/** The same of s and text. */
bool hxp_str_is_nocase(hxp_str s, const char *text);

/** True when s begins with text, likewise. */
bool hxp_str_starts_nocase(hxp_str s, const char *text);

/** True when s ends with text, likewise. */
bool hxp_str_ends_nocase(hxp_str s, const char *text);

bool hxp_str_starts(hxp_str s, hxp_str prefix);

bool hxp_str_ends(hxp_str s, hxp_str suffix);

/** Byte order of two hxp_str, for qsort and bsearch. */
int hxp_str_order(const void *a, const void *b);

/** s without spaces, tabs and line ends (ASCII) at either end. */
hxp_str hxp_str_trim(hxp_str s);

/**
 * Cut the part of *rest up to the next byte c off into *part, c left out.
 * Returns false at the end; a last part without c counts.
 */
bool hxp_str_cut(hxp_str *rest, char c, hxp_str *part);

/** FNV-1a hash of the bytes of s. */
uint64_t hxp_str_hash(hxp_str s);

/** The bytes of s, eight at most, in a number. */
static inline uint64_t hxp_str_last_bytes(hxp_str s)
{
    uint32_t first, last; /* they overlap */
    if (s.len >= sizeof first) {
        memcpy(&first, s.ptr, sizeof first);
        memcpy(&last, s.ptr + s.len - sizeof last, sizeof last);
        return (uint64_t)first << 32 | last;
    }
    if (s.len == 0)
        return 0;
    return (uint64_t)(unsigned char)s.ptr[0] << 16 |
           (uint64_t)(unsigned char)s.ptr[s.len / 2] << 8 |
           (unsigned char)s.ptr[s.len - 1];
}

/* Bytes of which no two strings of one length have the same slot hash. */
enum { HXP_STR_TOLD = 8 };

/**
 * A quicker hash of s, for tables in memory alone: it is not the same on all
 * machines. Of HXP_STR_TOLD bytes or less it loses nothing: these are in one
 * number, and each step can be taken back.
 */
static inline uint64_t hxp_str_slot_hash(hxp_str s)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = s.len * factor, part;
    for (; s.len > sizeof part; s.ptr += sizeof part, s.len -= sizeof part) {
        memcpy(&part, s.ptr, sizeof part);
        hash = ((hash ^ part) * factor) ^ hash >> 29;
    }
    hash = (hash ^ hxp_str_last_bytes(s)) * factor;
    return (hash ^ hash >> 32) * factor;
}

#endif
