/* alphabet.c - tells an encoding by the letters of a known language. */
#include "text/alphabet.h"

#include "base/str.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

/* The likelier ones first. */
static const char *const encodings[] = {
    "windows-1252",  "windows-1250", "windows-1251",   "windows-1253",
    "windows-1254",  "windows-1255", "windows-1256",   "windows-1257",
    "windows-874",   "ISO-8859-2",   "ISO-8859-4",     "ISO-8859-5",
    "ISO-8859-7",    "ISO-8859-13",  "ISO-8859-15",    "ISO-8859-16",
    "KOI8-U",        "IBM866",       "IBM850",         "IBM852",
    "IBM855",        "IBM775",       "IBM857",         "IBM862",
    "macintosh",     "x-mac-ce",     "x-mac-cyrillic", "x-mac-greek",
    "x-mac-turkish", "windows-1258",
};

/** The letters of a language, in both cases; NULL: not known. */
static USet *open_letters(const char *language)
{
    UErrorCode code = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(language, &code);
    USet *letters = NULL;
    if (U_SUCCESS(code) && code != U_USING_DEFAULT_WARNING)
        letters = ulocdata_getExemplarSet(data, NULL, USET_CASE_INSENSITIVE,
                                          ULOCDATA_ES_STANDARD, &code);
    if (data)
        ulocdata_close(data);
    return letters;
}

/** The letter that c, as older encodings have it, is meant for: Romanian's with
 * a comma below stood with a cedilla. */
static int32_t meant(int32_t c)
{
    static const int32_t pairs[][2] = {
        { 0x15E, 0x218 }, { 0x15F, 0x219 }, { 0x162, 0x21A }, { 0x163, 0x21B }
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return c;
}

/** Signs that all languages use, and marks on the letters before them. */
static bool is_neutral(int32_t c)
{
    return u_ispunct(c) || u_isspace(c) || c == 0x20AC /* euro */ ||
           c == 0xB0 /* degree */ || u_charType(c) == U_NON_SPACING_MARK;
}

/** How much of what is not ASCII in text, but for signs that all languages
 * use, are letters of the language; of 100. 0: there are too few of them. */
static int count_share(hxp_str text, const USet *letters)
{
    enum { LEAST = 3 }; /* one may be there by chance */
    size_t own = 0, other = 0;
    for (size_t at = 0; at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        bool control =
            c != HXP_UTF8_INVALID && u_iscntrl(c) && !(c >= '\t' && c <= '\r');
        if (c >= 0x80 &&
            (uset_contains(letters, c) || uset_contains(letters, meant(c))))
            own++;
        else if (control || (c >= 0x80 && !is_neutral(c)))
            other++;
    }
    return own >= LEAST ? (int)(100 * own / (own + other)) : 0;
}

/** The share for bytes in an encoding; 0, too, when they are not valid. */
static int share_in(const char *encoding, hxp_str bytes, const USet *letters)
{
    hxp_buffer text = { NULL, 0, 0 };
    int share = 0;
    if (hxp_decode_beginning(&text, bytes, encoding))
        share = count_share(hxp_buffer_str(&text), letters);
    hxp_buffer_free(&text);
    return share;
}

const char *hxp_alphabet_encoding(const char *found, hxp_str bytes,
                                  const char *language, int *sure)
{
    enum {
        HARDLY_ANY = 50,    /* of what was found, which is wrong then, */
        HARDLY_OTHERS = 90, /* of what is right then; */
        MANY_OTHERS = 90,   /* of what was found, which is wrong if */
        NO_OTHERS = 95,     /* there is one with so many */
        ENOUGH = 1 << 14
    };
    USet *letters = open_letters(language);
    const char *best = found;
    if (!letters)
        return found;
    bytes = hxp_str_part(bytes, 0, bytes.len < ENOUGH ? bytes.len : ENOUGH);
    int share_found = found ? share_in(found, bytes, letters) : 0;
    int least = share_found >= HARDLY_ANY ? NO_OTHERS - 1 : HARDLY_OTHERS - 1;
    if (share_found > MANY_OTHERS)
        least = 100;
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        int share = least < 100 ? share_in(encodings[i], bytes, letters) : 0;
        if (share <= least)
            continue;
        best = encodings[i];
        *sure = least = share;
    }
    uset_close(letters);
    return best;
}
