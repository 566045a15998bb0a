/* fold.c - case and accents taken away, by ICU's normalisers. */
#include "text/fold.h"

#include "base/array.h"
#include "base/error.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* Units that a letter before HXP_LATIN_END decomposes to, at most. */
enum { MOST_PARTS = 4 };

/** Letters that do not decompose, and what stands for them without accent; of
 * Arabic ones, that of Arabic for what Persian and some keyboards write. */
static const struct {
    UChar letter;
    UChar plain[2];
} plain_letters[] = {
    { 0x00E6, { 'a', 'e' } },  { 0x0153, { 'o', 'e' } },
    { 0x00F8, { 'o', 0 } },    { 0x0142, { 'l', 0 } },
    { 0x0111, { 'd', 0 } },    { 0x00F0, { 'd', 0 } },
    { 0x00FE, { 't', 'h' } },  { 0x0131, { 'i', 0 } },
    { 0x0649, { 0x064A, 0 } }, { 0x06CC, { 0x064A, 0 } },
    { 0x06A9, { 0x0643, 0 } },
};

hxp_status hxp_folder_init(hxp_folder *folder, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    memset(folder, 0, sizeof *folder);
    folder->casefold = unorm2_getNFKCCasefoldInstance(&code);
    folder->decompose = unorm2_getNFDInstance(&code);
    if (U_FAILURE(code))
        return hxp_fail(error, HXP_ESYSTEM, "ICU: %s", u_errorName(code));
    return HXP_OK;
}

void hxp_folder_free(hxp_folder *folder)
{
    free(folder->units[0]);
    free(folder->units[1]);
}

/** Normalise text (UTF-8) into folder->units[1]; *count is its length. */
static bool normalize(hxp_folder *folder, const UNormalizer2 *normalizer,
                      hxp_str text, int32_t *count)
{
    /* NFKC_Casefold grows a character at most 18 times in UTF-16 */
    size_t room = text.len + 1;
    int32_t len = 0;
    UErrorCode code = U_ZERO_ERROR;
    if (room > INT32_MAX / 20)
        return false;
    if (!hxp_array_reserve(&folder->units[0], &folder->room[0], room,
                           sizeof(UChar)) ||
        !hxp_array_reserve(&folder->units[1], &folder->room[1], 18 * room,
                           sizeof(UChar)))
        return false;
    u_strFromUTF8WithSub(folder->units[0], (int32_t)room, &len, text.ptr,
                         (int32_t)text.len, 0xFFFD, NULL, &code);
    *count = unorm2_normalize(normalizer, folder->units[0], len,
                              folder->units[1], (int32_t)(18 * room), &code);
    return U_SUCCESS(code);
}

/** Copy count units of units[1] into the arena as UTF-8. */
static hxp_status keep(hxp_str *out, const hxp_folder *folder, hxp_arena *arena,
                       int32_t count, hxp_error *error)
{
    int32_t len = 0;
    int32_t room = count * 3 + 1;
    UErrorCode code = U_ZERO_ERROR;
    char *bytes = hxp_arena_alloc(arena, (size_t)room, 1);
    if (!bytes)
        return hxp_no_memory(error);
    u_strToUTF8WithSub(bytes, room, &len, folder->units[1], count, 0xFFFD, NULL,
                       &code);
    *out = (hxp_str){ bytes, (size_t)len };
    return HXP_OK;
}

/** True when c is one of the characters, which a zero ends. */
static bool is_one_of(UChar c, const UChar *characters)
{
    while (*characters && *characters != c)
        characters++;
    return *characters != 0;
}

/** One sign for all apostrophes, one for quotation marks, one for dashes. */
static UChar unified(UChar c)
{
    static const UChar apostrophes[] = { 0x2018, 0x2019, 0x02BC, 0x0060,
                                         0x00B4, 0x201B, 0 };
    static const UChar quotes[] = { 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB,
                                    0x201F, 0x2039, 0x203A, 0 };
    static const UChar dashes[] = { 0x2010, 0x2011, 0x2013, 0x2014, 0x2212, 0 };
    if (c < 0x80)
        return c == '`' ? '\'' : c;
    if (is_one_of(c, apostrophes))
        return '\'';
    if (is_one_of(c, quotes))
        return '"';
    return is_one_of(c, dashes) ? '-' : c;
}

/** True when all bytes of word are lower. */
static bool is_below(hxp_str word, unsigned char byte)
{
    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] >= byte)
            return false;
    return true;
}

static bool is_ascii(hxp_str word)
{
    return is_below(word, 0x80);
}

/** True when word has only characters before HXP_LATIN_END. */
static bool is_latin(hxp_str word)
{
    return is_below(word, 0xC0 | HXP_LATIN_END >> 6);
}

/** Fold a word that has ASCII alone. */
static hxp_status fold_ascii(hxp_str *folded, hxp_arena *arena, hxp_str word,
                             hxp_error *error)
{
    char *bytes = hxp_arena_bytes(arena, word.len + 1);
    if (!bytes)
        return hxp_no_memory(error);
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        bytes[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a')
                   : c == '`'           ? '\''
                                        : c;
    }
    *folded = (hxp_str){ bytes, word.len };
    return HXP_OK;
}

hxp_status hxp_fold(hxp_str *folded, hxp_folder *folder, hxp_arena *arena,
                    hxp_str word, hxp_error *error)
{
    int32_t count;
    if (is_ascii(word))
        return fold_ascii(folded, arena, word, error);
    if (!normalize(folder, folder->casefold, word, &count))
        return hxp_no_memory(error);
    for (int32_t i = 0; i < count; i++)
        folder->units[1][i] = unified(folder->units[1][i]);
    return keep(folded, folder, arena, count, error);
}

/**
 * True for marks that are no letters: not for vowel signs of India (no class),
 * vowels and tones of Thailand and its neighbours (84 to 132), nor what makes
 * other consonants of kana (8) or takes their vowel (9).
 */
static bool is_accent(UChar unit)
{
    uint8_t class = u_getCombiningClass(unit);
    return u_charType(unit) == U_NON_SPACING_MARK && class > 0 && class != 8 &&
           class != 9 && (class < 84 || class > 132);
}

/** Append what stands for unit without accent; returns units written. */
static int32_t put_plain(UChar *to, UChar unit)
{
    if (unit < 0x80) {
        *to = unit;
        return 1;
    }
    for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++) {
        if (plain_letters[i].letter != unit)
            continue;
        to[0] = plain_letters[i].plain[0];
        to[1] = plain_letters[i].plain[1];
        return to[1] ? 2 : 1;
    }
    to[0] = unit;
    return is_accent(unit) ? 0 : 1;
}

/** What stands for the letter c, of a word that is_latin(), without accent. */
static hxp_bare_letter make_bare(const hxp_folder *folder, int32_t c)
{
    UChar units[MOST_PARTS] = { (UChar)c }, plain[2];
    UErrorCode code = U_ZERO_ERROR;
    char bytes[4];
    hxp_bare_letter made = { 0, "" };
    int32_t count =
        unorm2_getDecomposition(folder->decompose, c, units, MOST_PARTS, &code);
    if (count < 0)
        count = 1; /* it is its own */
    for (int32_t i = 0; i < count; i++)
        for (int32_t k = 0, put = put_plain(plain, units[i]); k < put; k++) {
            size_t len = hxp_utf8_put(bytes, plain[k]);
            if (made.len + len > sizeof made.bytes)
                continue;
            memcpy(made.bytes + made.len, bytes, len);
            made.len += (uint8_t)len;
        }
    return made;
}

/** Take the accents off a word that is_latin(), letter by letter. */
static hxp_status bare_latin(hxp_str *bare, hxp_folder *folder,
                             hxp_arena *arena, hxp_str word, hxp_error *error)
{
    char *bytes = hxp_arena_bytes(arena, 2 * word.len);
    size_t len = 0;
    if (!bytes)
        return hxp_no_memory(error);
    for (size_t at = 0; at < word.len;) {
        if ((unsigned char)word.ptr[at] < HXP_LATIN_FIRST) {
            bytes[len++] = word.ptr[at++];
            continue;
        }
        int32_t c = hxp_utf8_next(word, &at);
        if (c < HXP_LATIN_FIRST)
            continue; /* no UTF-8 */
        hxp_bare_letter *letter = &folder->latin[c - HXP_LATIN_FIRST];
        if (letter->len == 0)
            *letter = make_bare(folder, c);
        memcpy(bytes + len, letter->bytes, letter->len);
        len += letter->len;
    }
    *bare = (hxp_str){ bytes, len };
    return HXP_OK;
}

hxp_status hxp_fold_bare(hxp_str *bare, hxp_folder *folder, hxp_arena *arena,
                         hxp_str folded, hxp_error *error)
{
    int32_t count, made = 0;
    if (is_ascii(folded)) {
        *bare = folded;
        return HXP_OK;
    }
    if (is_latin(folded))
        return bare_latin(bare, folder, arena, folded, error);
    if (!normalize(folder, folder->decompose, folded, &count))
        return hxp_no_memory(error);
    /* units[0] is free now and has room: no letter needs more bytes in UTF-8
     * than units here, and 18 times that is in units[1] */
    if (!hxp_array_reserve(&folder->units[0], &folder->room[0],
                           2 * (size_t)count + 2, sizeof(UChar)))
        return hxp_no_memory(error);
    for (int32_t i = 0; i < count; i++)
        made += put_plain(folder->units[0] + made, folder->units[1][i]);
    memcpy(folder->units[1], folder->units[0],
           (size_t)made * sizeof *folder->units[0]);
    return keep(bare, folder, arena, made, error);
}
