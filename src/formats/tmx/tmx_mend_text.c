/* tmx_mend_text.c - characters and references that XML does not allow. */
#include "base/error.h"
#include "base/str.h"
#include "formats/html/html_entity.h"
#include "formats/tmx/tmx_mender.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <stdlib.h>

/** As many bytes from 0x80 on in a row are no accented letters of Latin. */
enum { NOT_LATIN = 4 };

static void put_character(hxp_tmx_mender *mender, int32_t c)
{
    char bytes[4];
    hxp_mend_put(mender, (hxp_str){ bytes, hxp_utf8_put(bytes, c) });
}

static void copy(hxp_tmx_mender *mender, size_t size)
{
    hxp_str rest = hxp_mend_rest(mender);
    hxp_mend_put(mender, hxp_str_part(rest, 0, size));
    hxp_mend_pass(mender, size);
}

/** Give out instead for the next size bytes. */
static void replace(hxp_tmx_mender *mender, size_t size, const char *instead)
{
    hxp_mend_put(mender, hxp_str_of(instead));
    hxp_mend_pass(mender, size);
}

bool hxp_mend_allows(int32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
           (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c < 0x110000);
}

static bool is_high(int32_t c)
{
    return c >= 0xD800 && c < 0xDC00;
}

static bool is_low(int32_t c)
{
    return c >= 0xDC00 && c < 0xE000;
}

static void join_halves(hxp_tmx_mender *mender, int32_t high, int32_t low,
                        size_t size)
{
    int32_t c = 0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00);
    hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                  "two halves of a character put together: U+%04X",
                  (unsigned)c);
    put_character(mender, c);
    hxp_mend_pass(mender, size);
}

/** Give out a space for a line or page break, which keeps words apart. */
static void write_space(hxp_tmx_mender *mender, int32_t c)
{
    hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                  "U+%04X, a break that is not allowed in XML, written as a "
                  "space",
                  (unsigned)c);
    hxp_mend_put(mender, HXP_STR(" "));
}

/** Leave out what XML does not allow, the next size bytes. */
static void remove_character(hxp_tmx_mender *mender, int32_t c, size_t size)
{
    if (is_high(c) || is_low(c))
        hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                      "half of a character removed");
    else if (c == '\v' || c == '\f')
        write_space(mender, c);
    else if (c > 0x10FFFF)
        hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                      "the number of no character removed");
    else
        hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                      "U+%04X removed: it is not allowed in XML", (unsigned)c);
    hxp_mend_pass(mender, size);
}

/* --- Bytes that are not UTF-8 --------------------------------------------- */

/** The surrogate that rest begins with as if it were a character, or 0. */
static int32_t surrogate_at(hxp_str rest)
{
    if (rest.len < 3 || (unsigned char)rest.ptr[0] != 0xED)
        return 0;
    unsigned second = (unsigned char)rest.ptr[1];
    unsigned third = (unsigned char)rest.ptr[2];
    if (second < 0xA0 || second > 0xBF || (third & 0xC0) != 0x80)
        return 0;
    return (int32_t)(0xD000 | (second & 0x3F) << 6 | (third & 0x3F));
}

/** The character that byte is in windows-1252; -1: none. */
static int32_t latin(hxp_tmx_mender *mender, unsigned char byte)
{
    if (!mender->latin) {
        mender->latin = calloc(256, sizeof *mender->latin);
        if (!mender->latin)
            mender->status = hxp_no_memory(mender->error);
        else
            hxp_encoding_map(mender->latin, "windows-1252");
    }
    return mender->latin ? mender->latin[byte] : -1;
}

static void mend_byte(hxp_tmx_mender *mender)
{
    hxp_str rest = hxp_mend_rest(mender);
    unsigned char byte = (unsigned char)rest.ptr[0];
    size_t run = 1;
    while (run < rest.len && run < NOT_LATIN &&
           (unsigned char)rest.ptr[run] >= 0x80)
        run++;
    if (run == NOT_LATIN) {
        mender->status = hxp_fail_at(
            mender->error, HXP_EINPUT, hxp_input_name(mender->input),
            mender->place,
            "byte 0x%02X is not UTF-8, and neither are those behind it; say "
            "with --encoding what the text is in",
            byte);
        return;
    }
    int32_t c = latin(mender, byte);
    if (c >= 0xA0) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_ENCODING,
                      "byte 0x%02X is not UTF-8: read as windows-1252", byte);
        put_character(mender, c);
    } else {
        hxp_mend_tell(mender, HXP_FAULT_FIX_ENCODING,
                      "byte 0x%02X, which is no character, removed", byte);
    }
    mender->at++;
    mender->place.column++;
    mender->place.column16++;
}

static void mend_invalid(hxp_tmx_mender *mender)
{
    static const hxp_str long_nul = { "\xC0\x80", 2 }; /* as Java writes it */
    hxp_str rest = hxp_mend_rest(mender);
    int32_t half = surrogate_at(rest);
    int32_t other = half ? surrogate_at(hxp_str_part(rest, 3, rest.len)) : 0;
    if (hxp_str_starts(rest, long_nul))
        remove_character(mender, 0, 2);
    else if (!half)
        mend_byte(mender);
    else if (is_high(half) && is_low(other))
        join_halves(mender, half, other, 6);
    else
        remove_character(mender, half, 3);
}

/* --- References ----------------------------------------------------------- */

static void mend_ampersand(hxp_tmx_mender *mender)
{
    hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                  "a bare \"&\" written as \"&amp;\"");
    replace(mender, 1, "&amp;");
}

/** The bytes of a name at the start of text. */
static size_t name_length(hxp_str text)
{
    static const char ends[] = " \t\r\n<>&;/\"'=#";
    size_t len = 0;
    while (len < text.len && !strchr(ends, text.ptr[len]))
        len++;
    return len;
}

static bool is_capital_x(hxp_str text)
{
    return hxp_str_starts(text, HXP_STR("&#X"));
}

/** The number of a reference such as "&#x1F;"; *size 0: it is none. HTML
 * allows "&#X1F;" as well. */
static int32_t read_number(hxp_str text, size_t *size)
{
    bool hex = is_capital_x(text) || hxp_str_starts(text, HXP_STR("&#x"));
    const char *digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
    size_t from = hex ? 3 : 2, at = from;
    char number[12] = "";
    *size = 0;
    if (!hxp_str_starts(text, HXP_STR("&#")))
        return 0;
    for (; at < text.len && text.ptr[at] && strchr(digits, text.ptr[at]); at++)
        if (at - from < sizeof number - 1)
            number[at - from] = text.ptr[at];
    if (at == from || at == text.len || text.ptr[at] != ';')
        return 0;
    *size = at + 1;
    long value = strtol(number, NULL, hex ? 16 : 10);
    return value > 0x10FFFF ? 0x110000 : (int32_t)value;
}

/** Write the next size bytes, a reference as HTML has it, as XML has it. */
static void write_with_small_x(hxp_tmx_mender *mender, size_t size)
{
    hxp_str rest = hxp_mend_rest(mender);
    hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                  "\"%.*s\" written as \"&#x%.*s\"",
                  HXP_FMT(hxp_str_part(rest, 0, size)),
                  HXP_FMT(hxp_str_part(rest, 3, size)));
    hxp_mend_put(mender, HXP_STR("&#x"));
    hxp_mend_put(mender, hxp_str_part(rest, 3, size));
    hxp_mend_pass(mender, size);
}

static void mend_number(hxp_tmx_mender *mender, hxp_str rest)
{
    size_t size, other_size;
    int32_t c = read_number(rest, &size);
    if (size == 0) {
        mend_ampersand(mender);
        return;
    }
    int32_t other =
        read_number(hxp_str_part(rest, size, rest.len), &other_size);
    if (hxp_mend_allows(c) && is_capital_x(rest))
        write_with_small_x(mender, size);
    else if (hxp_mend_allows(c))
        copy(mender, size);
    else if (is_high(c) && other_size > 0 && is_low(other))
        join_halves(mender, c, other, size + other_size);
    else
        remove_character(mender, c, size);
}

static void mend_reference(hxp_tmx_mender *mender)
{
    hxp_str rest = hxp_mend_rest(mender);
    if (rest.len > 1 && rest.ptr[1] == '#') {
        mend_number(mender, rest);
        return;
    }
    hxp_str name = hxp_str_part(rest, 1, rest.len);
    name.len = name_length(name);
    size_t size = name.len + 2;
    bool whole = size <= rest.len && rest.ptr[size - 1] == ';';
    int32_t c = whole ? hxp_html_entity(name) : 0;
    uint32_t number;
    if (whole && (hxp_xml_entity(name) ||
                  hxp_names_find(&mender->entities, name, &number))) {
        copy(mender, size);
    } else if (c > 0) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_CHARACTER,
                      "\"&%.*s;\" written as U+%04X", HXP_FMT(name),
                      (unsigned)c);
        put_character(mender, c);
        hxp_mend_pass(mender, size);
    } else {
        mend_ampersand(mender);
    }
}

/* --- Text ----------------------------------------------------------------- */

static bool is_plain(int32_t c, hxp_mend_kind kind)
{
    if (c == '&' || c == '<' || !hxp_mend_allows(c))
        return false;
    return kind == HXP_MEND_TEXT ? c != ']'
                                 : c != (kind == HXP_MEND_VALUE ? '"' : '>');
}

/** Mend character c, of size bytes, which is not plain. */
static void mend_character(hxp_tmx_mender *mender, int32_t c, size_t size,
                           hxp_mend_kind kind)
{
    if (c == HXP_UTF8_INVALID)
        mend_invalid(mender);
    else if (!hxp_mend_allows(c))
        remove_character(mender, c, size);
    else if (c == '"')
        replace(mender, 1, "&quot;");
    else if (c == '>')
        replace(mender, 1, "&gt;");
    else if (c == '&' && kind == HXP_MEND_CDATA)
        replace(mender, 1, "&amp;");
    else if (c == '&')
        mend_reference(mender);
    else if (c == ']' &&
             hxp_str_starts(hxp_mend_rest(mender), HXP_STR("]]>"))) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "\"]]>\" written as \"]]&gt;\"");
        replace(mender, 3, "]]&gt;");
    } else if (c == ']') {
        copy(mender, 1);
    } else {
        if (kind != HXP_MEND_CDATA)
            hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                          "a bare \"<\" written as \"&lt;\"");
        replace(mender, 1, "&lt;");
    }
}

void hxp_mend_text(hxp_tmx_mender *mender, size_t size, hxp_mend_kind kind)
{
    size_t end = mender->at + size;
    while (mender->status == HXP_OK && mender->at < end) {
        hxp_str text = hxp_str_part(hxp_mend_rest(mender), 0, end - mender->at);
        size_t plain = 0, next = 0;
        int32_t c = 0;
        while (plain < text.len) {
            c = hxp_utf8_next(text, &next);
            if (!is_plain(c, kind))
                break;
            plain = next;
        }
        copy(mender, plain);
        if (plain < text.len)
            mend_character(mender, c, next - plain, kind);
    }
}

/* --- Values --------------------------------------------------------------- */

/** The character or sound reference, of *size bytes, that text begins with. */
static int32_t value_character(hxp_str text, size_t *size)
{
    *size = 0;
    if (text.ptr[0] != '&') {
        int32_t c = hxp_utf8_next(text, size);
        return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    if (text.ptr[1] == '#')
        return read_number(text, size);
    hxp_str name = hxp_str_part(text, 1, text.len);
    name.len = name_length(name);
    *size = name.len + 2;
    return hxp_xml_entity(name);
}

bool hxp_mend_resolve(hxp_tmx_mender *mender, hxp_str value)
{
    mender->value.len = 0;
    while (value.len > 0) {
        char bytes[4];
        size_t size;
        int32_t c = value_character(value, &size);
        if (c == 0)
            return false;
        if (!hxp_buffer_add(&mender->value,
                            (hxp_str){ bytes, hxp_utf8_put(bytes, c) })) {
            mender->status = hxp_no_memory(mender->error);
            return false;
        }
        value = hxp_str_part(value, size, value.len);
    }
    return true;
}
