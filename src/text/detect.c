/* detect.c - tells the encoding of bytes that do not say it. */
#include "text/detect.h"

#include "base/str.h"
#include "text/alphabet.h"
#include "text/decode.h"
#include "text/utf16.h"
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
    return long_characters > invalid || (invalid == 0 && !cut_off);
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** The byte at index i, or a blank. */
static char byte_at(hxp_str bytes, size_t i)
{
    return i < bytes.len ? bytes.ptr[i] : ' ';
}

/** True when the byte at index i stands at a number, or a blank away. */
static bool is_at_number(hxp_str bytes, size_t i)
{
    char before = byte_at(bytes, i - 1), after = byte_at(bytes, i + 1);
    return hxp_ascii_digit(before) || hxp_ascii_digit(after) ||
           (before == ' ' && hxp_ascii_digit(byte_at(bytes, i - 2))) ||
           (after == ' ' && hxp_ascii_digit(byte_at(bytes, i + 2)));
}

/**
 * True when the bytes in which the two encodings differ make more sense as
 * ISO-8859-15: the euro sign at a number, the French oe within a word.
 */
static bool looks_like_latin9(hxp_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        bool oe = (c == 0xBC || c == 0xBD) &&
                  is_ascii_letter(byte_at(bytes, i + 1)) &&
                  !hxp_ascii_digit(byte_at(bytes, i - 1));
        if (oe || (c == 0xA4 && is_at_number(bytes, i)))
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

/** True when bytes make text in the encoding: no controls but white space. */
static bool makes_text(hxp_str bytes, const char *encoding)
{
    hxp_buffer text = { NULL, 0, 0 };
    bool good = hxp_decode_beginning(&text, bytes, encoding);
    for (size_t at = 0; good && at < text.len;) {
        int32_t c = hxp_utf8_next(hxp_buffer_str(&text), &at);
        bool white = c >= '\t' && c <= '\r';
        good = white || (c >= 0x20 && (c < 0x7F || c >= 0xA0));
    }
    hxp_buffer_free(&text);
    return good;
}

/** What ICU finds likeliest of what makes text; NULL: nothing, or it fails. */
static const char *ask_icu(hxp_str bytes, int *sure)
{
    enum { ENOUGH = 1 << 16, LEAST_SURE = 10 };
    UErrorCode code = U_ZERO_ERROR;
    int32_t count = 0;
    const char *found = NULL;
    UCharsetDetector *detector = ucsdet_open(&code);
    bytes = hxp_str_part(bytes, 0, bytes.len < ENOUGH ? bytes.len : ENOUGH);
    ucsdet_setText(detector, bytes.ptr, (int32_t)bytes.len, &code);
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &code);
    for (int32_t i = 0; U_SUCCESS(code) && i < count && !found; i++) {
        /* the names are constants of ICU's */
        const char *name = ucsdet_getName(matches[i], &code);
        *sure = ucsdet_getConfidence(matches[i], &code);
        if (*sure < LEAST_SURE)
            break;
        if (strcmp(name, "UTF-8") != 0 && strncmp(name, "UTF-16", 6) != 0 &&
            makes_text(bytes, name))
            found = name;
    }
    ucsdet_close(detector);
    return U_SUCCESS(code) ? found : NULL;
}

/** True for what is not UTF-8 though its bytes are, all of them ASCII. */
static bool is_in_ascii(const char *encoding)
{
    hxp_str name = hxp_str_of(encoding ? encoding : "");
    return hxp_str_starts(name, HXP_STR("UTF-")) ||
           hxp_str_starts(name, HXP_STR("ISO-2022-"));
}

/** What name, which ICU found, is rather. */
static const char *correct(const char *name, hxp_str bytes)
{
    if (strcmp(name, "KOI8-R") == 0)
        return "KOI8-U"; /* has four letters more, in place of lines */
    if (strcmp(name, "ISO-8859-1") != 0 && strcmp(name, "windows-1252") != 0)
        return name;
    return !has_c1(bytes) && looks_like_latin9(bytes) ? "ISO-8859-15"
                                                      : "windows-1252";
}

const char *hxp_encoding_detect(hxp_str bytes, const char *language, int *sure)
{
    enum {
        SURE = 50
    }; /* that no language can shake it, if it is of letters of
          several bytes: others look alike */
    size_t mark;
    int map[256];
    const char *name = hxp_encoding_of_mark(bytes, &mark);
    *sure = 100;
    if (!name)
        name = hxp_utf16_guess(bytes);
    if (name)
        return name;
    bool utf8 = is_utf8(bytes);
    if (utf8 && (bytes.len == 0 || (!memchr(bytes.ptr, '\0', bytes.len) &&
                                    !memchr(bytes.ptr, '\033', bytes.len))))
        return "UTF-8";
    name = ask_icu(bytes, sure);
    if (utf8 && !is_in_ascii(name)) {
        *sure = 100;
        return "UTF-8";
    }
    if (name)
        name = correct(name, bytes);
    else
        *sure = 0;
    if (language && !is_in_ascii(name) &&
        (*sure < SURE || hxp_encoding_map(map, name)))
        name = hxp_alphabet_encoding(name, bytes, language, sure);
    return name ? name : "windows-1252";
}
