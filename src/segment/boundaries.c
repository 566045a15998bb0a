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

/**
 * Write text as UTF-16; returns the units. A line break within a paragraph is
 * white space like any other, but ICU would end a sentence there.
 */
static size_t to_units(UChar *units, hxp_str text)
{
    size_t count = 0, at = 0;
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte < 0x80) {
            units[count++] = byte == '\n' || byte == '\r' ? ' ' : byte;
            at++;
            continue;
        }
        int32_t c = hxp_utf8_next(text, &at);
        if (c == HXP_UTF8_INVALID)
            c = 0xFFFD;
        U16_APPEND_UNSAFE(units, count, c);
    }
    return count;
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
    return HXP_OK;
}

/** Go to ICU's next boundary; false behind the last one within the text. */
static bool advance(hxp_boundaries *boundaries)
{
    hxp_str text = boundaries->text;
    int32_t found = ubrk_next(boundaries->breaks);
    if (found == UBRK_DONE) {
        boundaries->at = text.len;
        return false;
    }
    size_t at = boundaries->at, unit = boundaries->unit;
    while (unit < (size_t)found) {
        if ((unsigned char)text.ptr[at] < 0x80) {
            at++;
            unit++;
        } else {
            unit += hxp_utf8_next(text, &at) > 0xFFFF ? 2 : 1;
        }
    }
    boundaries->at = at;
    boundaries->unit = unit;
    return at < text.len;
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
    if (!advance(boundaries))
        return boundaries->text.len;
    return before_openers(boundaries->text, boundaries->at);
}

/** The stop, or line separator, that made ICU end a sentence at byte at. */
static int32_t cause(hxp_str text, size_t at)
{
    while (at > 0) {
        int32_t c = hxp_char_before(text, at, &at);
        if (c == ' ')
            continue;
        if (hxp_is_stop(c))
            return c;
        switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
        case U_SB_SP:
        case U_SB_CLOSE:
        case U_SB_EXTEND:
        case U_SB_FORMAT:
        case U_SB_LF: /* a blank, for ICU */
        case U_SB_CR:
            break;
        default:
            return c;
        }
    }
    return 0;
}

size_t hxp_boundaries_next_foreign(hxp_boundaries *boundaries)
{
    while (advance(boundaries))
        if (!hxp_is_stop(cause(boundaries->text, boundaries->at)))
            return before_openers(boundaries->text, boundaries->at);
    return boundaries->text.len;
}

static bool is_foreign(int32_t c)
{
    int32_t kind = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
    return (kind == U_SB_STERM || kind == U_SB_ATERM || kind == U_SB_SEP) &&
           !hxp_is_stop(c);
}

bool hxp_has_foreign_stop(hxp_str text)
{
    size_t at = 0;
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte < 0xC2 || (byte > 0xC2 && byte < 0xD6)) {
            at++; /* of ASCII, whose stops are ours, or of a letter */
        } else if (is_foreign(hxp_utf8_next(text, &at))) {
            return true;
        }
    }
    return false;
}
