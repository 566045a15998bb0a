/* boundaries.c - ICU's sentence boundaries, in bytes of UTF-8. */
#include "segment/boundaries.h"

#include "base/error.h"
#include "base/str.h"
#include "segment/marks.h"
#include "text/icu.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

hxp_status hxp_boundaries_open(hxp_boundaries *boundaries, const char *tag,
                               hxp_error *error)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;
    *boundaries = (hxp_boundaries){ .breaks = NULL };
    uloc_forLanguageTag(tag, locale, (int32_t)sizeof locale, NULL, &code);
    boundaries->breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &code);
    return hxp_icu_status(code, error);
}

void hxp_boundaries_close(hxp_boundaries *boundaries)
{
    if (boundaries->breaks)
        ubrk_close(boundaries->breaks);
    free(boundaries->units);
    *boundaries = (hxp_boundaries){ .breaks = NULL };
}

enum { BLOCK = 16 }; /* bytes that are widened at once */

/** Write a block as if it were plain; true if it is: neither control characters
 * nor any beyond ASCII are in it. */
static bool widen(UChar *restrict units, const uint8_t *restrict block)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t eights[2];
    for (int i = 0; i < BLOCK; i++)
        units[i] = block[i];
    memcpy(eights, block, sizeof eights);
    return !((eights[0] | (eights[0] - ones * ' ') | eights[1] |
              (eights[1] - ones * ' ')) &
             (ones << 7));
}

/**
 * Write text as UTF-16; returns the units. A line break within a paragraph is
 * white space like any other, but ICU would end a sentence there.
 */
static size_t to_units(UChar *units, hxp_str text)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    size_t count = 0, at = 0;
    for (;;) {
        for (; at + BLOCK <= text.len && widen(units + count, bytes + at);
             at += BLOCK)
            count += BLOCK;
        for (; at < text.len && bytes[at] >= ' ' && bytes[at] <= '~'; at++)
            units[count++] = bytes[at];
        if (at == text.len)
            return count;
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, at, text.len, c);
        if (c == '\n' || c == '\r')
            c = ' ';
        U16_APPEND_UNSAFE(units, count, c);
    }
}

hxp_status hxp_boundaries_begin(hxp_boundaries *boundaries, hxp_str text,
                                hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    if (!hxp_array_reserve(&boundaries->units, &boundaries->capacity,
                           text.len + 1, sizeof *boundaries->units))
        return hxp_no_memory(error);
    size_t count = to_units(boundaries->units, text);
    ubrk_setText(boundaries->breaks, boundaries->units, (int32_t)count, &code);
    if (U_FAILURE(code))
        return hxp_icu_status(code, error);
    boundaries->text = text;
    boundaries->unit = boundaries->at = 0;
    boundaries->end = (int32_t)count;
    boundaries->same_places = count == text.len;
    return HXP_OK;
}

/** The byte at unit found, which must not lie before those asked for so far. */
static size_t byte_at(hxp_boundaries *boundaries, size_t found)
{
    hxp_str text = boundaries->text;
    size_t at = boundaries->at, unit = boundaries->unit;
    if (boundaries->same_places)
        return found;
    while (unit < found) {
        if ((unsigned char)text.ptr[at] < 0x80) {
            at++;
            unit++;
        } else {
            unit += hxp_utf8_next(text, &at) > 0xFFFF ? 2 : 1;
        }
    }
    boundaries->at = at;
    boundaries->unit = unit;
    return at;
}

/**
 * Byte at, or before it: in front of white space and of marks that open. ICU
 * leaves an opening quotation mark at the end of the sentence before when no
 * space parts them.
 */
static size_t before_openers(hxp_str text, size_t at)
{
    size_t start = at;
    int32_t c = hxp_utf8_previous(text, &start);
    while (start > 0 && (u_charType(c) == U_START_PUNCTUATION ||
                         u_charType(c) == U_INITIAL_PUNCTUATION)) {
        at = start;
        c = hxp_utf8_previous(text, &start);
    }
    while (at > 0 && hxp_char_is_space(c)) {
        at = start;
        c = at > 0 ? hxp_utf8_previous(text, &start) : 0;
    }
    return at;
}

size_t hxp_boundaries_next(hxp_boundaries *boundaries)
{
    hxp_str text = boundaries->text;
    int32_t found = ubrk_next(boundaries->breaks);
    return found == UBRK_DONE || found == boundaries->end
               ? text.len
               : before_openers(text, byte_at(boundaries, (size_t)found));
}

/** The stop, or line separator, that made ICU end a sentence at unit at. */
static int32_t cause(const UChar *units, int32_t at)
{
    while (at > 0) {
        UChar32 c = units[--at];
        if (U16_IS_TRAIL(units[at]) && at > 0 && U16_IS_LEAD(units[at - 1])) {
            at--;
            c = U16_GET_SUPPLEMENTARY(units[at], units[at + 1]);
        }
        if (c == ' ')
            continue;
        if (hxp_is_stop(c))
            return c;
        switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
        case U_SB_SP:
        case U_SB_CLOSE:
        case U_SB_EXTEND:
        case U_SB_FORMAT:
            break;
        default:
            return c;
        }
    }
    return 0;
}

/** True for a question in Greek, whose mark is a semicolon, when a small letter
 * goes on behind it at unit at: «Πού;» ρώτησε. */
static bool question_goes_on(const hxp_boundaries *boundaries, int32_t at)
{
    enum { GREEK_MARK = 0x37E };
    const UChar *units = boundaries->units;
    int32_t mark = cause(units, at);
    while (at < boundaries->end && !u_isalnum(units[at]))
        at++;
    return (mark == ';' || mark == GREEK_MARK) && at < boundaries->end &&
           u_islower(units[at]);
}

size_t hxp_boundaries_next_foreign(hxp_boundaries *boundaries)
{
    hxp_str text = boundaries->text;
    int32_t found;
    do {
        found = ubrk_next(boundaries->breaks);
        if (found == UBRK_DONE || found == boundaries->end)
            return text.len;
    } while (hxp_is_stop(cause(boundaries->units, found)) ||
             question_goes_on(boundaries, found));
    return before_openers(text, byte_at(boundaries, (size_t)found));
}

static bool is_foreign(int32_t c)
{
    if (c < 0x0589) /* Latin, Greek and Cyrillic have but the next line */
        return c == 0x0085;
    if (c >= 0x2010 && c <= 0x201F) /* dashes and quotation marks */
        return false;
    int32_t kind = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
    return (kind == U_SB_STERM || kind == U_SB_ATERM || kind == U_SB_SEP) &&
           !hxp_is_stop(c);
}

/**
 * False when no foreign stop begins in eight bytes: all are ASCII, or of
 * letters that begin with an odd byte below 0xD0, as those of Latin-1 do.
 */
static bool may_be_foreign(hxp_str text, size_t at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t eight;
    if (at + sizeof eight > text.len)
        return true;
    memcpy(&eight, text.ptr + at, sizeof eight);
    /* the highest bit of each byte tells */
    uint64_t lead = eight & (eight << 1);
    return (lead & ((eight << 2) | (eight << 3) | ~(eight << 7)) &
            (ones << 7)) != 0;
}

bool hxp_has_foreign_stop(hxp_str text)
{
    size_t at = 0; /* the stops of ASCII are ours */
    while (at < text.len) {
        if (!may_be_foreign(text, at)) {
            at += 8;
            continue;
        }
        for (size_t end = at + 8; at < end && at < text.len;) {
            unsigned char byte = (unsigned char)text.ptr[at];
            if (byte < 0xC2 || (byte > 0xC2 && byte < 0xD6))
                at++; /* of a letter */
            else if (is_foreign(hxp_utf8_next(text, &at)))
                return true;
        }
    }
    return false;
}
