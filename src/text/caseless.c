/* caseless.c - by a table for common characters, else by ICU. */
#include "text/caseless.h"

#include "base/array.h"
#include "base/eight.h"
#include "base/error.h"
#include "text/count.h"
#include "text/icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

enum { TABLE = 0x2100, HARD = 0xFFFF };

struct hxp_caseless {
    /** What stands for a character on its own; HARD: ICU must see the text. */
    uint16_t table[TABLE];
    const UNormalizer2 *nfc, *nfd, *nfkc;
    UChar *units[3]; /* room to work in */
    size_t room[3];
};

/** Whether a text of such characters only is in NFC. */
static bool is_plain(UChar32 c)
{
    return u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
           u_getCombiningClass(c) == 0;
}

static uint16_t table_entry(UChar32 c)
{
    UChar one = (UChar)c, folded[4];
    UErrorCode code = U_ZERO_ERROR;
    if (u_isUWhiteSpace(c))
        return ' ';
    int32_t len = u_strFoldCase(folded, 4, &one, 1, U_FOLD_CASE_DEFAULT, &code);
    if (U_FAILURE(code) || len != 1 || !is_plain(c) || !is_plain(folded[0]))
        return HARD;
    return folded[0];
}

hxp_status hxp_caseless_new(hxp_caseless **out, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    hxp_caseless *caseless = calloc(1, sizeof *caseless);
    *out = NULL;
    if (!caseless)
        return hxp_no_memory(error);
    caseless->nfc = unorm2_getNFCInstance(&code);
    caseless->nfd = unorm2_getNFDInstance(&code);
    caseless->nfkc = unorm2_getNFKCInstance(&code);
    for (UChar32 c = 0; c < TABLE; c++)
        caseless->table[c] = table_entry(c);
    hxp_status status = hxp_icu_status(code, error);
    if (status == HXP_OK)
        *out = caseless;
    else
        free(caseless);
    return status;
}

/** Make room for units of UTF-16. */
static bool reserve(hxp_caseless *caseless, int i, int32_t count)
{
    return hxp_array_reserve(&caseless->units[i], &caseless->room[i],
                             (size_t)count + 1, sizeof(UChar));
}

/** Append c, or of white space one blank. */
static void put(hxp_characters *to, uint32_t c)
{
    if (c != ' ' || (to->count > 0 && to->items[to->count - 1] != ' '))
        to->items[to->count++] = c;
}

/**
 * Let ICU do it; to has room for a character for each byte. NFC and folding
 * make at most three units of one each.
 */
static hxp_status make_by_icu(hxp_characters *to, hxp_caseless *caseless,
                              hxp_str text, hxp_error *error)
{
    int32_t len = (int32_t)text.len, count = 0;
    UErrorCode code = U_ZERO_ERROR;
    if (!reserve(caseless, 0, 3 * len) || !reserve(caseless, 1, 3 * len) ||
        !reserve(caseless, 2, 9 * len) ||
        !hxp_array_reserve(&to->items, &to->room, 9 * text.len + 1,
                           sizeof *to->items))
        return hxp_no_memory(error);
    UChar *const *units = caseless->units;
    u_strFromUTF8WithSub(units[0], 3 * len, &count, text.ptr, len, 0xFFFD, NULL,
                         &code);
    count = unorm2_normalize(caseless->nfc, units[0], count, units[1], 3 * len,
                             &code);
    count = u_strFoldCase(units[2], 9 * len, units[1], count,
                          U_FOLD_CASE_DEFAULT, &code);
    if (U_SUCCESS(code) && !reserve(caseless, 0, 9 * len))
        return hxp_no_memory(error);
    count = unorm2_normalize(caseless->nfc, units[2], count, caseless->units[0],
                             9 * len, &code);
    u_strToUTF32((UChar32 *)to->items, (int32_t)to->room, &count,
                 caseless->units[0], count, &code);
    to->count = 0;
    for (int32_t i = 0; U_SUCCESS(code) && i < count; i++) {
        uint32_t c = to->items[i];
        put(to, u_isUWhiteSpace((UChar32)c) ? ' ' : c);
    }
    return hxp_icu_status(code, error);
}

/** The next character of valid text below U+2100, or HARD. */
static uint32_t next_common(const unsigned char *bytes, size_t *at, size_t len)
{
    unsigned c = bytes[(*at)++];
    if (c < 0x80)
        return c;
    if (c < 0xE0 && *at < len)
        return (c & 0x1F) << 6 | (bytes[(*at)++] & 0x3F);
    if (c < 0xF0 && *at + 1 < len) {
        c = (c & 0x0F) << 12 | (bytes[*at] & 0x3Fu) << 6 |
            (bytes[*at + 1] & 0x3Fu);
        *at += 2;
        return c < TABLE ? c : HARD;
    }
    return HARD;
}

hxp_status hxp_caseless_make(hxp_characters *characters, hxp_caseless *caseless,
                             hxp_str text, hxp_error *error)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    hxp_status status = HXP_OK;
    characters->count = 0;
    if (text.len > INT32_MAX / 20)
        return hxp_fail(error, HXP_ELIMIT, "a text is too long");
    if (!hxp_array_reserve(&characters->items, &characters->room, text.len + 1,
                           sizeof *characters->items))
        return hxp_no_memory(error);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = next_common(bytes, &at, text.len);
        c = c < TABLE ? caseless->table[c] : HARD;
        if (c == HARD) {
            status = make_by_icu(characters, caseless, text, error);
            break;
        }
        put(characters, c);
    }
    if (characters->count > 0 &&
        characters->items[characters->count - 1] == ' ')
        characters->count--;
    return status;
}

/** Keep one of all blanks in a row, none at either end; returns how many bytes
 * of count are left. */
static size_t squeeze(uint8_t *bytes, size_t count)
{
    size_t kept = 0;
    uint8_t before = ' ';
    for (size_t i = 0; i < count; i++) {
        uint8_t c = bytes[i];
        bytes[kept] = c;
        kept += (c != ' ') | (before != ' ');
        before = c;
    }
    return kept > 0 && bytes[kept - 1] == ' ' ? kept - 1 : kept;
}

enum { EIGHT = 8 };

static void store_eight(uint8_t *bytes, uint64_t word)
{
    for (unsigned i = 0; i < EIGHT; i++)
        bytes[i] = (uint8_t)(word >> 8 * i & 0xFF);
}

bool hxp_caseless_ascii(uint8_t *bytes, size_t *count, hxp_str text)
{
    const uint64_t high = HXP_EACH(0x80);
    uint64_t others = 0, doubled = 0, before = high; /* a blank */
    if (text.len > 0)
        memcpy(bytes, text.ptr, text.len);
    memset(bytes + text.len, '.', EIGHT);
    bytes[text.len] = ' ';
    for (size_t at = 0; at <= text.len; at += EIGHT) {
        uint64_t word = hxp_load_eight(bytes + at);
        uint64_t printed = hxp_eight_at_least(word, ' ');
        uint64_t blanks = printed & ~hxp_eight_at_least(word, ' ' + 1);
        uint64_t capitals =
            hxp_eight_at_least(word, 'A') & ~hxp_eight_at_least(word, 'Z' + 1);
        others |= word | ~printed | hxp_eight_at_least(word, 0x7F);
        doubled |= blanks & (blanks << 8 | before >> 56);
        before = blanks;
        store_eight(bytes + at, word | capitals >> 2);
    }
    *count = text.len;
    if (others & high)
        return false;
    if (doubled)
        *count = squeeze(bytes, text.len);
    return true;
}

/**
 * Whether a mark is an accent, a tone or a vowel point, without which a word
 * may be written; not vowels of the scripts of India and Thailand, nor what
 * makes other consonants of kana (class 8) or takes their vowel (9).
 */
static bool is_accent(UChar32 c)
{
    UErrorCode code = U_ZERO_ERROR;
    uint8_t class = u_getCombiningClass(c);
    return u_charType(c) == U_NON_SPACING_MARK && class != 8 && class != 9 &&
           (u_hasBinaryProperty(c, UCHAR_DIACRITIC) ||
            uscript_getScript(c, &code) == USCRIPT_INHERITED);
}

/** What c, a wide or narrow form, is a form of; else c. */
static uint32_t of_any_width(const hxp_caseless *caseless, uint32_t c)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar unit;
    int32_t type = u_getIntPropertyValue((UChar32)c, UCHAR_DECOMPOSITION_TYPE);
    if ((type != U_DT_WIDE && type != U_DT_NARROW) ||
        unorm2_getRawDecomposition(caseless->nfkc, (UChar32)c, &unit, 1,
                                   &code) != 1 ||
        U_FAILURE(code))
        return c;
    return unit;
}

/** The sign of typewriters that stands for a quotation mark, apostrophe or
 * hyphen of printers; else c. */
static uint32_t typed(uint32_t c)
{
    if (c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F))
        return '"';
    if (c >= 0x2018 && c <= 0x201B)
        return '\'';
    return c >= 0x2010 && c <= 0x2015 ? '-' : c;
}

uint32_t hxp_caseless_bare(const hxp_caseless *caseless, uint32_t c)
{
    enum { LONGEST = 32 };
    UChar units[LONGEST];
    UErrorCode code = U_ZERO_ERROR;
    if (c < 0x80)
        return c;
    if (is_accent((UChar32)c))
        return 0;
    c = of_any_width(caseless, typed(c));
    int32_t len = unorm2_getDecomposition(caseless->nfd, (UChar32)c, units,
                                          LONGEST, &code);
    if (U_FAILURE(code) || len <= 0)
        return c;
    UChar32 characters[LONGEST];
    u_strToUTF32(characters, LONGEST, &len, units, len, &code);
    for (int32_t i = 1; i < len; i++)
        if (!is_accent(characters[i]))
            return c;
    return U_SUCCESS(code) ? (uint32_t)characters[0] : c;
}

void hxp_caseless_free(hxp_caseless *caseless)
{
    if (!caseless)
        return;
    for (int i = 0; i < 3; i++)
        free(caseless->units[i]);
    free(caseless);
}

void hxp_characters_free(hxp_characters *characters)
{
    free(characters->items);
    *characters = (hxp_characters){ NULL, 0, 0 };
}

hxp_character_kind hxp_character_kind_of(uint32_t c)
{
    if (c == ' ')
        return HXP_CHARACTER_SPACE;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                   ? HXP_CHARACTER_WORD
                   : HXP_CHARACTER_ALONE;
    uint32_t word = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    if (hxp_char_is_unspaced((int32_t)c) || !(U_GET_GC_MASK((UChar32)c) & word))
        return HXP_CHARACTER_ALONE;
    return HXP_CHARACTER_WORD;
}

bool hxp_character_joins(uint32_t c)
{
    UErrorCode code = U_ZERO_ERROR;
    if (hxp_character_kind_of(c) != HXP_CHARACTER_WORD)
        return false;
    if (c < 0xE00)
        return true;
    switch ((int)uscript_getScript((UChar32)c, &code)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
        return false;
    default:
        return true;
    }
}
