/* detect.c - tells the encoding of bytes that do not say it. */
#include "text/detect.h"

#include "base/str.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <unicode/ucsdet.h>

/**
 * True for UTF-8, also where a few bytes are not valid: its characters of more
 * than one byte hardly ever come about by chance.
 */
static bool is_utf8(hxp_str bytes)
{
    size_t at = 0, long_characters = 0, invalid = 0;
    bool cut_off = false; /* in the last character */
    while (at < bytes.len) {
        int32_t c = hxp_utf8_next(bytes, &at);
        if (c >= 0x80)
            long_characters++;
        else if (c == HXP_UTF8_INVALID && at < bytes.len)
            invalid++;
        else
            cut_off = c == HXP_UTF8_INVALID;
    }
    return long_characters > 2 * invalid || (invalid == 0 && !cut_off);
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

/**
 * True when the bytes in which the two encodings differ make more sense as
 * ISO-8859-15: the euro sign at a number, the French oe within a word.
 */
static bool looks_like_latin9(hxp_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        if (c != 0xA4 && c != 0xBC && c != 0xBD)
            continue;
        char before = i > 0 ? bytes.ptr[i - 1] : ' ';
        char after = i + 1 < bytes.len ? bytes.ptr[i + 1] : ' ';
        char far = i > 1 ? bytes.ptr[i - 2] : ' ';
        if (c == 0xA4 ? is_ascii_digit(after) || is_ascii_digit(before) ||
                            (before == ' ' && is_ascii_digit(far))
                      : is_ascii_letter(after) && !is_ascii_digit(before))
            return true;
    }
    return false;
}

/** True when there are bytes that ISO-8859 has no characters for. */
static bool has_c1(hxp_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (((unsigned char)bytes.ptr[i] & 0xE0) == 0x80)
            return true;
    return false;
}

/** What ICU thinks; NULL: nothing, or it fails. */
static const char *ask_icu(hxp_str bytes)
{
    enum { ENOUGH = 1 << 16 };
    UErrorCode code = U_ZERO_ERROR;
    int32_t size = bytes.len < ENOUGH ? (int32_t)bytes.len : ENOUGH;
    const char *name = NULL;
    UCharsetDetector *detector = ucsdet_open(&code);
    ucsdet_setText(detector, bytes.ptr, size, &code);
    const UCharsetMatch *match = ucsdet_detect(detector, &code);
    if (U_SUCCESS(code) && match)
        name = ucsdet_getName(match, &code); /* one of ICU's constants */
    ucsdet_close(detector);
    return U_SUCCESS(code) ? name : NULL;
}

const char *hxp_encoding_detect(hxp_str bytes)
{
    size_t mark;
    const char *name = hxp_encoding_of_mark(bytes, &mark);
    if (name)
        return name;
    bool utf8 = is_utf8(bytes);
    if (utf8 && (bytes.len == 0 || !memchr(bytes.ptr, 0, bytes.len)))
        return "UTF-8";
    name = ask_icu(bytes);
    if (utf8 && !(name && hxp_str_starts(hxp_str_of(name), HXP_STR("UTF-"))))
        return "UTF-8";
    if (!name || hxp_str_starts(hxp_str_of(name), HXP_STR("UTF-8")))
        return "windows-1252";
    bool western = hxp_str_is(hxp_str_of(name), "ISO-8859-1") ||
                   hxp_str_is(hxp_str_of(name), "windows-1252");
    if (!western)
        return name;
    return !has_c1(bytes) && looks_like_latin9(bytes) ? "ISO-8859-15"
                                                      : "windows-1252";
}
