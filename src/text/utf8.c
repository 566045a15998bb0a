/* utf8.c - decoding by ICU's macros. */
#include "text/utf8.h"

#include "base/eight.h"
#include "base/error.h"
#include "base/str.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* Of eight bytes, the highest bit of each, and the lowest. */
static const uint64_t HIGH = HXP_EACH(0x80);
static const uint64_t EACH = HXP_EACH(1);

int32_t hxp_utf8_next(hxp_str text, size_t *at)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    int32_t c;
    U8_NEXT(bytes, *at, text.len, c);
    return c;
}

int32_t hxp_utf8_previous(hxp_str text, size_t *at)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    int32_t c;
    /* ICU's macro wants signed indexes: look at the last four bytes only */
    size_t base = *at > 4 ? *at - 4 : 0;
    int32_t i = (int32_t)(*at - base);
    U8_PREV(bytes + base, 0, i, c);
    *at = base + (size_t)i;
    return c;
}

size_t hxp_ascii_end(hxp_str text, size_t at)
{
    uint64_t eight;
    for (; at + sizeof eight <= text.len; at += sizeof eight) {
        memcpy(&eight, text.ptr + at, sizeof eight);
        if (eight & HIGH)
            break;
    }
    while (at < text.len && (unsigned char)text.ptr[at] < 0x80)
        at++;
    return at;
}

size_t hxp_utf8_invalid(hxp_str text)
{
    size_t from = hxp_ascii_end(text, 0);
    while (from < text.len) {
        size_t at = from;
        if (hxp_utf8_next(text, &at) == HXP_UTF8_INVALID)
            return from;
        from = hxp_ascii_end(text, at);
    }
    return text.len;
}

/** Eight bytes of text, or what there is, and zeros. */
static uint64_t eight_at(hxp_str text, size_t at)
{
    uint64_t eight = 0;
    if (at + sizeof eight <= text.len)
        memcpy(&eight, text.ptr + at, sizeof eight);
    else
        while (at < text.len)
            eight = eight << 8 | (unsigned char)text.ptr[at++];
    return eight;
}

/** Of eight bytes, those that satisfy (byte & mask) == value. */
static size_t count_of_eight(uint64_t eight, unsigned mask, unsigned value)
{
    uint64_t others = (eight & EACH * mask) ^ EACH * value;
    others |= (others & ~HIGH) + ~HIGH;
    return (size_t)(((~others & HIGH) >> 7) * EACH >> 56);
}

/** The lengths of a text. */
typedef struct lengths {
    size_t characters, units16;
} lengths;

static lengths measure(hxp_str text)
{
    size_t within = 0, four = 0; /* bytes that begin no character; of four */
    for (size_t at = 0; at < text.len; at += sizeof(uint64_t)) {
        uint64_t eight = eight_at(text, at);
        if (!(eight & HIGH))
            continue;
        within += count_of_eight(eight, 0xC0, 0x80);
        four += count_of_eight(eight, 0xF8, 0xF0);
    }
    return (lengths){ text.len - within, text.len - within + four };
}

void hxp_utf8_mask(char *text)
{
    hxp_str bytes = { text, strlen(text) };
    size_t at = 0;
    while (at < bytes.len) {
        size_t start = at;
        if (hxp_utf8_next(bytes, &at) == HXP_UTF8_INVALID)
            memset(text + start, '?', at - start);
    }
}

size_t hxp_utf8_length(hxp_str text)
{
    return measure(text).characters;
}

size_t hxp_utf8_length16(hxp_str text)
{
    return measure(text).units16;
}

size_t hxp_utf8_put(char to[4], int32_t c)
{
    uint8_t bytes[4];
    size_t len = 0;
    U8_APPEND_UNSAFE(bytes, len, (uint32_t)c);
    memcpy(to, bytes, len);
    return len;
}

bool hxp_char_is_space(int32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(c);
}

bool hxp_char_is_currency(int32_t c)
{
    return u_charType(c) == U_CURRENCY_SYMBOL;
}

bool hxp_char_is_alnum(int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c >= '0' && c <= '9');
    if (c >= 0xC0 && c < 0x250) /* Latin, all letters but for × and ÷ */
        return c != 0xD7 && c != 0xF7;
    return u_isalnum(c);
}

int hxp_char_digit(int32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9' ? c - '0' : -1;
    return u_charDigitValue(c);
}

bool hxp_char_is_mark(int32_t c)
{
    return c >= 0x300 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool hxp_char_is_lower(int32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase(c);
}

bool hxp_char_is_upper(int32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(c) || u_istitle(c);
}

int32_t hxp_char_fold(int32_t c)
{
    return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

/** True for a byte that is a character, and no white space. */
static bool is_solid(char c)
{
    return c > ' ' && c < 0x7F;
}

hxp_str hxp_utf8_trim(hxp_str s)
{
    size_t start = 0, end = s.len, at = 0;
    if (s.len > 0 && is_solid(s.ptr[0]) && is_solid(s.ptr[s.len - 1]))
        return s; /* nearly always */
    while (start < s.len && hxp_char_is_space(hxp_utf8_next(s, &at)))
        start = at;
    at = end;
    while (at > start && hxp_char_is_space(hxp_utf8_previous(s, &at)))
        end = at;
    return (hxp_str){ s.ptr + start, end - start };
}

/** True when one of eight bytes is byte. */
static bool has_byte(uint64_t eight, unsigned char byte)
{
    eight ^= EACH * byte;
    return ((eight - EACH) & ~eight & HIGH) != 0;
}

bool hxp_line_cut(hxp_str *rest, hxp_str *line)
{
    size_t len = 0;
    uint64_t eight;
    if (rest->len == 0)
        return false;
    for (; len + sizeof eight <= rest->len; len += sizeof eight) {
        memcpy(&eight, rest->ptr + len, sizeof eight);
        if (has_byte(eight, '\n') || has_byte(eight, '\r'))
            break;
    }
    while (len < rest->len && rest->ptr[len] != '\n' && rest->ptr[len] != '\r')
        len++;
    *line = (hxp_str){ rest->ptr, len };
    if (len + 1 < rest->len && rest->ptr[len] == '\r' &&
        rest->ptr[len + 1] == '\n')
        len++;
    if (len < rest->len)
        len++;
    rest->ptr += len;
    rest->len -= len;
    return true;
}

hxp_str hxp_utf8_unmarked(hxp_str text)
{
    const hxp_str mark = HXP_STR("\xEF\xBB\xBF");
    return hxp_str_starts(text, mark) ? hxp_str_part(text, mark.len, text.len)
                                      : text;
}

void hxp_place_advance(hxp_place *place, hxp_str text)
{
    const char *end = text.len > 0 ? memchr(text.ptr, '\n', text.len) : NULL;
    while (end) {
        place->line++;
        place->column = place->column16 = 1;
        text = hxp_str_part(text, (size_t)(end - text.ptr) + 1, text.len);
        end = text.len > 0 ? memchr(text.ptr, '\n', text.len) : NULL;
    }
    lengths last = measure(text);
    place->column += last.characters;
    place->column16 += last.units16;
}

hxp_status hxp_utf8_check(hxp_str text, const char *file, hxp_place place,
                          hxp_error *error)
{
    size_t at = hxp_utf8_invalid(text);
    if (at == text.len)
        return HXP_OK;
    hxp_place_advance(&place, hxp_str_part(text, 0, at));
    return hxp_fail_at(error, HXP_EINPUT, file, place,
                       "byte 0x%02X is not UTF-8", (unsigned char)text.ptr[at]);
}
