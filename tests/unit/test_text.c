/* test_text.c - encodings, language data, words. */
#include "base/str.h"
#include "text/cursor.h"
#include "text/decode.h"
#include "text/known_words.h"
#include "text/language.h"
#include "text/utf8.h"
#include "text/utf8_watch.h"

#include <hexapla/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define assert_str(s, text)                                                    \
    do {                                                                       \
        hxp_str seen = (s);                                                    \
        assert_int_equal(seen.len, strlen(text));                              \
        assert_memory_equal(seen.ptr, text, seen.len);                         \
    } while (0)

static void check_decode(hxp_str bytes, const char *encoding,
                         const char *expected)
{
    hxp_buffer utf8 = { NULL, 0, 0 };
    size_t at;
    assert_int_equal(hxp_decode(&utf8, bytes, encoding, &at, NULL), HXP_OK);
    assert_str(hxp_buffer_str(&utf8), expected);
    hxp_buffer_free(&utf8);
}

static void test_decode(void **state)
{
    (void)state;
    check_decode(HXP_STR("\xE9t\xE9"), "ISO-8859-1", "été");
    check_decode(HXP_STR("\x80"), "windows-1252", "€");
    check_decode(HXP_STR("\xFF\xFE"
                         "a\0\xE9\0"),
                 "UTF-16LE", "aé");
    check_decode(HXP_STR("\xFE\xFF\0a\xD8\x3D\xDE\x00"), "UTF-16BE", "a😀");
    check_decode(HXP_STR("\xEF\xBB\xBF"
                         "a"),
                 "utf-8", "a");
    check_decode(HXP_STR(""), "UTF-16", "");
    check_decode(HXP_STR("a+2D3eAA-b"), "UTF-7", "a😀b");
}

static void test_decode_fault(void **state)
{
    hxp_buffer utf8 = { NULL, 0, 0 };
    hxp_error error;
    size_t at;
    (void)state;
    assert_int_equal(
        hxp_decode(&utf8, HXP_STR("ab\xE9 c"), "UTF-8", &at, &error),
        HXP_EINPUT);
    assert_int_equal(at, 2);
    assert_string_equal(error.message, "byte 0xE9 is not UTF-8");
    assert_int_equal(
        hxp_decode(&utf8, HXP_STR("abc\xFF"), "US-ASCII", &at, &error),
        HXP_EINPUT);
    assert_int_equal(at, 3);
    assert_int_equal(
        hxp_decode(&utf8, HXP_STR("a\0b\0c"), "UTF-16LE", &at, &error),
        HXP_EINPUT);
    assert_int_equal(at, 4);
    assert_int_equal(hxp_decode(&utf8, HXP_STR("a"), "no-such", &at, &error),
                     HXP_EINPUT);
    assert_int_equal(hxp_decode(&utf8, HXP_STR("a"), "", &at, &error),
                     HXP_EINPUT);
    /* half of a pair, which UTF-7 can write */
    assert_int_equal(
        hxp_decode(&utf8, HXP_STR("a+2AA-b"), "UTF-7", &at, &error),
        HXP_EINPUT);
    assert_string_equal(error.message,
                        "half of a character is not valid in UTF-7");
    assert_int_equal(hxp_decode(&utf8, HXP_STR("a+2AA-"), "UTF-7", &at, &error),
                     HXP_EINPUT);
    hxp_buffer_free(&utf8);
}

/** A pair that parts come between is whole. */
static void test_decode_parts(void **state)
{
    const char text[] = "a+2D3eAA-b";
    hxp_buffer utf8 = { NULL, 0, 0 };
    hxp_decoder *decoder;
    size_t at;
    (void)state;
    assert_int_equal(hxp_decoder_new(&decoder, "UTF-7", NULL), HXP_OK);
    for (size_t i = 0; i < sizeof text - 1; i++)
        assert_int_equal(hxp_decoder_add(decoder, &utf8,
                                         (hxp_str){ text + i, 1 }, &at, NULL),
                         HXP_OK);
    assert_int_equal(hxp_decoder_add(decoder, &utf8, HXP_STR(""), &at, NULL),
                     HXP_OK);
    assert_str(hxp_buffer_str(&utf8), "a😀b");
    hxp_decoder_free(decoder);
    hxp_buffer_free(&utf8);
}

/* Longer than a round of the converter, with a pair astride every border. */
static void test_decode_long(void **state)
{
    enum { PAIRS = 20001 };
    static char units[4 * PAIRS + 2];
    hxp_buffer utf8 = { NULL, 0, 0 };
    size_t at;
    (void)state;
    units[0] = 'a';
    for (size_t i = 0; i < PAIRS; i++)
        memcpy(units + 2 + 4 * i, "\x3D\xD8\x00\xDE", 4);
    assert_int_equal(hxp_decode(&utf8, (hxp_str){ units, sizeof units },
                                "UTF-16LE", &at, NULL),
                     HXP_OK);
    assert_int_equal(utf8.len, 1 + 4 * PAIRS);
    assert_int_equal(hxp_utf8_invalid(hxp_buffer_str(&utf8)), utf8.len);
    hxp_buffer_free(&utf8);
}

static void test_marks(void **state)
{
    size_t len;
    (void)state;
    assert_string_equal(hxp_encoding_of_mark(HXP_STR("\xEF\xBB\xBF"
                                                     "x"),
                                             &len),
                        "UTF-8");
    assert_int_equal(len, 3);
    assert_string_equal(hxp_encoding_of_mark(HXP_STR("\xFF\xFE"
                                                     "a\0"),
                                             &len),
                        "UTF-16LE");
    assert_string_equal(hxp_encoding_of_mark(HXP_STR("\xFF\xFE\0\0"), &len),
                        "UTF-32LE");
    assert_null(hxp_encoding_of_mark(HXP_STR("abc"), &len));
    assert_int_equal(len, 0);
}

static void test_map(void **state)
{
    int map[256];
    (void)state;
    assert_true(hxp_encoding_map(map, "windows-1252"));
    assert_int_equal(map[0x80], 0x20AC);
    assert_int_equal(map['a'], 'a');
    assert_true(hxp_encoding_map(map, "US-ASCII"));
    assert_int_equal(map[0xE9], -1);
    assert_false(hxp_encoding_map(map, "Shift_JIS"));
    assert_false(hxp_encoding_map(map, "no-such"));
}

static void test_ascii_end(void **state)
{
    hxp_str text = HXP_STR("0123456789abcdef0123456é9");
    (void)state;
    for (size_t at = 0; at <= 23; at++)
        assert_int_equal(hxp_ascii_end(text, at), 23);
    assert_int_equal(hxp_ascii_end(text, 25), 26);
    assert_int_equal(hxp_ascii_end(text, 26), 26);
}

static void test_utf8(void **state)
{
    hxp_str text = HXP_STR("aé\xE2\x82😀");
    size_t at = 0;
    (void)state;
    assert_int_equal(hxp_utf8_next(text, &at), 'a');
    assert_int_equal(hxp_utf8_next(text, &at), 0xE9);
    assert_int_equal(hxp_utf8_next(text, &at), HXP_UTF8_INVALID);
    assert_int_equal(at, 5);
    assert_int_equal(hxp_utf8_next(text, &at), 0x1F600);
    assert_int_equal(at, text.len);
    assert_int_equal(hxp_utf8_previous(text, &at), 0x1F600);
    assert_int_equal(at, 5);
    assert_int_equal(hxp_utf8_invalid(text), 3);
    hxp_cursor cursor = hxp_cursor_make(HXP_STR("ab\né😀x."));
    assert_int_equal(hxp_cursor_take(&cursor, 10).len, 10);
    assert_string_equal(cursor.rest.ptr, ".");
    assert_int_equal(cursor.place.line, 2);
    assert_int_equal(cursor.place.column, 4);
    assert_int_equal(cursor.place.column16, 5);
}

/** Lengths are counted eight bytes at a time, wherever characters begin. */
static void test_lengths(void **state)
{
    const hxp_str text =
        HXP_STR("abcdefghé😀日本語, ÿþ\x80\xFF xyz123ä😀😀0123456789");
    (void)state;
    for (size_t start = 0; start <= text.len; start++)
        for (size_t end = start; end <= text.len; end++) {
            size_t length = 0, four = 0;
            hxp_str part = hxp_str_part(text, start, end);
            for (size_t i = 0; i < part.len; i++) {
                unsigned char byte = (unsigned char)part.ptr[i];
                length += byte < 0x80 || byte >= 0xC0;
                four += byte >= 0xF0 && byte < 0xF8;
            }
            assert_int_equal(hxp_utf8_length(part), length);
            assert_int_equal(hxp_utf8_length16(part), length + four);
        }
}

/* --- Languages and words -------------------------------------------------- */

static int open_locales(void **state)
{
    hxp_locales *locales;
    if (hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL) != HXP_OK)
        return 1;
    *state = locales;
    return 0;
}

static int close_locales(void **state)
{
    hxp_locales_free(*state);
    return 0;
}

static const hxp_language *language_of(hxp_locales *locales, const char *tag)
{
    const hxp_language *language;
    assert_int_equal(
        hxp_locales_language(&language, locales, hxp_str_of(tag), NULL),
        HXP_OK);
    return language;
}

static void test_how_words_begin(void **state)
{
    const hxp_word_list *list =
        hxp_language_list(language_of(*state, "de"), "undivided");
    assert_int_equal(hxp_word_list_prefix(list, HXP_STR("arbeiterinnen")), 10);
    assert_int_equal(hxp_word_list_prefix(list, HXP_STR("arbeiterschaft")), 8);
    assert_int_equal(hxp_word_list_prefix(list, HXP_STR("arbeiter")), 8);
    assert_int_equal(hxp_word_list_prefix(list, HXP_STR("arbeit")), 0);
    assert_int_equal(hxp_word_list_prefix(list, HXP_STR("4")), 0);
    assert_int_equal(hxp_word_list_prefix(list, HXP_STR("")), 0);
    assert_int_equal(hxp_word_list_prefix(NULL, HXP_STR("arbeiter")), 0);
    size_t i = hxp_word_list_first(list, HXP_STR("arbeiterin"));
    assert_str(hxp_word_list_entry(list, i), "arbeiterin");
    assert_int_equal(hxp_word_list_first(list, HXP_STR("")), 0);
}

static void test_languages(void **state)
{
    const hxp_language *language = language_of(*state, "NL-be");
    hxp_error error;
    assert_string_equal(hxp_language_tag(language), "nl-BE");
    assert_true(hxp_language_has_data(language));
    assert_string_equal(hxp_language_setting(language, "stemmer"), "dutch");
    assert_null(hxp_language_setting(language, "no such key"));
    assert_null(hxp_language_list(language, "no-such-list"));
    assert_ptr_equal(language, language_of(*state, "nl-BE"));
    assert_ptr_not_equal(language, language_of(*state, "nl"));
    assert_false(hxp_language_has_data(language_of(*state, "tlh")));
    /* by other codes of a language, too */
    assert_string_equal(
        hxp_language_setting(language_of(*state, "no-NO"), "stemmer"),
        hxp_language_setting(language_of(*state, "nb"), "stemmer"));
    assert_true(hxp_language_has_data(language_of(*state, "nob")));
    assert_true(hxp_language_has_data(language_of(*state, "deu-AT")));
    assert_true(hxp_language_has_data(language_of(*state, "rum")));
    assert_true(hxp_language_has_data(language_of(*state, "mo")));
    assert_true(hxp_language_has_data(language_of(*state, "pt-BR")));
    assert_false(hxp_language_has_data(language_of(*state, "x-nl")));
    assert_false(hxp_language_has_data(language_of(*state, "ar")));
    assert_non_null(
        hxp_language_list(language_of(*state, "ar"), "basic-words"));
    assert_int_equal(
        hxp_locales_language(&language, *state, HXP_STR("en_US"), &error),
        HXP_EINPUT);
    assert_null(language);
    assert_string_equal(error.message, "\"en_US\" is not a language tag");
}

static void test_no_locales(void **state)
{
    hxp_locales *locales;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, "/no/such/folder", NULL),
                     HXP_EINPUT);
    assert_null(locales);
}

/** Compare the words of text with forms: "surface folded bare stem" each. */
static void check_words(hxp_locales *locales, const char *tag, const char *text,
                        const char *const (*forms)[4])
{
    hxp_analyzer *analyzer;
    hxp_words words;
    size_t i = 0;
    assert_int_equal(
        hxp_analyzer_new(&analyzer, language_of(locales, tag), NULL), HXP_OK);
    assert_int_equal(hxp_analyze(&words, analyzer, hxp_str_of(text), NULL),
                     HXP_OK);
    for (; forms[i][0]; i++) {
        assert_true(i < words.count);
        const hxp_word *word = &words.items[i];
        assert_str(hxp_str_part(hxp_str_of(text), word->start, word->end),
                   forms[i][0]);
        assert_str(word->folded, forms[i][1]);
        assert_str(word->bare, forms[i][2]);
        assert_str(word->stem, forms[i][3]);
    }
    assert_int_equal(words.count, i);
    hxp_analyzer_free(analyzer);
}

static void test_words(void **state)
{
    static const char *const french[][4] = {
        { "L", "l", "l", "l" },
        { "’", "'", "'", "'" },
        { "Humanité", "humanité", "humanite", "human" },
        { "!", "!", "!", "!" },
        { "1\u202F234,5", "1 234,5", "12345", "1 234,5" },
        { "%", "%", "%", "%" },
        { NULL, NULL, NULL, NULL },
    };
    static const char *const german[][4] = {
        { "GROẞE", "grosse", "grosse", "gross" },
        { "Œuvre", "œuvre", "oeuvre", "œuvr" },
        { "1.234,5", "1.234,5", "12345", "1.234,5" },
        { "–", "-", "-", "-" },
        { "ﬁn", "fin", "fin", "fin" },
        { "Men\u00ADschen", "menschen", "menschen", "mensch" },
        { NULL, NULL, NULL, NULL },
    };
    /* vowel signs and tones are no accents; points of Arabic are */
    static const char *const other[][4] = {
        { "में", "में", "में", "में" },         { "मैं", "मैं", "मैं", "मैं" },
        { "क्या", "क्या", "क्या", "क्या" }, { "ข้าว", "ข้าว", "ข้าว", "ข้าว" },
        { "وَلَدٌ", "وَلَدٌ", "ولد", "وَلَدٌ" }, { "で", "で", "て\u3099", "で" },
        { "کی", "کی", "كي", "کی" },     { "שָׁלוֹם", "שָׁלוֹם", "שלום", "שָׁלוֹם" },
        { NULL, NULL, NULL, NULL },
    };
    static const char *const none[][4] = { { NULL, NULL, NULL, NULL } };
    check_words(*state, "hi", "में मैं क्या ข้าว وَلَدٌ で کی שָׁלוֹם", other);
    check_words(*state, "fr", "L’Humanité\u202F! 1\u202F234,5\u202F%", french);
    check_words(*state, "de", "GROẞE Œuvre 1.234,5 – ﬁn Men\u00ADschen",
                german);
    check_words(*state, "de", "", none);
    check_words(*state, "de", " \n\u00A0\u200B", none);
}

/** Where the words of text begin and end, from word first on, as letters. */
static void word_ends(char ends[64], hxp_analyzer *analyzer, const char *text,
                      size_t first)
{
    hxp_words words;
    size_t count = 0;
    assert_int_equal(hxp_analyze(&words, analyzer, hxp_str_of(text), NULL),
                     HXP_OK);
    for (size_t i = first; i < words.count; i++) {
        ends[count++] = (char)('A' + words.items[i].start);
        ends[count++] = (char)('A' + words.items[i].end);
    }
    ends[count] = '\0';
}

static void test_plain_words(void **state)
{
    static const char *const parts[] = { "a",      "B", "é", "7", " ",  ".",
                                         ",",      ":", "'", "-", "(",  "’",
                                         "\u00A0", "«", "–", "×", "\n", "cd",
                                         "_",      "ж", ";", "„", "@",  "$",
                                         "…",      "~", "^", "|", "\\", "`" };
    enum { PARTS = sizeof parts / sizeof *parts };
    hxp_analyzer *analyzer;
    uint32_t seed = 1;
    assert_int_equal(
        hxp_analyzer_new(&analyzer, language_of(*state, "fr"), NULL), HXP_OK);
    for (int round = 0; round < 20000; round++) {
        /* up to a blank ICU cuts what begins with a control character */
        char text[64] = "\x01", plain[64], icu[64];
        for (int i = 0; i < 8; i++) {
            seed = seed * 1664525 + 1013904223;
            strcat(text, parts[(seed >> 16) % PARTS]);
        }
        word_ends(icu, analyzer, text, 1);
        word_ends(plain, analyzer, text + 1, 0);
        for (char *end = plain; *end; end++)
            *end = (char)(*end + 1);
        assert_string_equal(plain, icu);
    }
    hxp_analyzer_free(analyzer);
}

static void test_word_kinds(void **state)
{
    hxp_analyzer *analyzer;
    hxp_words words;
    assert_int_equal(
        hxp_analyzer_new(&analyzer, language_of(*state, "en"), NULL), HXP_OK);
    assert_int_equal(
        hxp_analyze(&words, analyzer, HXP_STR("US Élan 21st 42 (x"), NULL),
        HXP_OK);
    assert_int_equal(words.count, 6);
    assert_true(words.items[0].acronym && words.items[0].capital);
    assert_true(!words.items[1].acronym && words.items[1].capital);
    assert_int_equal(words.items[2].kind, HXP_WORD_LETTERS);
    assert_false(words.items[2].capital);
    assert_int_equal(words.items[3].kind, HXP_WORD_NUMBER);
    assert_int_equal(words.items[4].kind, HXP_WORD_MARK);
    assert_int_equal(words.items[5].kind, HXP_WORD_LETTERS);
    hxp_analyzer_free(analyzer);
}

/* Forms stay where they are while the table of words grows. */
static void test_forms_stay(void **state)
{
    hxp_analyzer *analyzer;
    hxp_words words;
    char number[32];
    assert_int_equal(
        hxp_analyzer_new(&analyzer, language_of(*state, "en"), NULL), HXP_OK);
    assert_int_equal(hxp_analyze(&words, analyzer, HXP_STR("first"), NULL),
                     HXP_OK);
    hxp_str first = words.items[0].folded;
    for (int i = 0; i < 5000; i++) {
        snprintf(number, sizeof number, "word%d", i);
        assert_int_equal(
            hxp_analyze(&words, analyzer, hxp_str_of(number), NULL), HXP_OK);
        assert_str(words.items[0].folded, number);
    }
    assert_str(first, "first");
    assert_int_equal(hxp_analyze(&words, analyzer, HXP_STR("first"), NULL),
                     HXP_OK);
    assert_ptr_equal(words.items[0].folded.ptr, first.ptr);
    hxp_analyzer_free(analyzer);
}

static void what_passes_is_utf8_or_not(void **state)
{
    static const struct {
        const char *bytes;
        bool holds;
        size_t line, column; /* of the first character beyond ASCII */
    } cases[] = {
        { "ASCII\n", false, 0, 0 },
        { "a\nb\xC3\xA9 c", true, 2, 2 },
        { "\xE2\x82\xAC", true, 1, 1 },
        { "a\xF0\x9F\x98\x80", true, 1, 2 },
        { "caf\xE9", false, 0, 0 },
        { "\xC3\xA9 caf\xE9 \xC3\xA9", false, 0, 0 },
        { "\xC0\x80", false, 0, 0 },
        { "\xED\xA0\x80", false, 0, 0 },
        { "\xC3\xA9\x80", false, 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t chunk = 1; chunk <= 7; chunk++) {
            hxp_utf8_watch watch = { .place = { 1, 1, 1 } };
            hxp_str bytes = hxp_str_of(cases[i].bytes);
            for (size_t at = 0; at < bytes.len; at += chunk)
                hxp_utf8_watch_add(&watch, hxp_str_part(bytes, at,
                                                        at + chunk < bytes.len
                                                            ? at + chunk
                                                            : bytes.len));
            assert_int_equal(hxp_utf8_watch_holds(&watch), cases[i].holds);
            if (!cases[i].holds)
                continue;
            assert_int_equal(watch.place.line, cases[i].line);
            assert_int_equal(watch.place.column, cases[i].column);
        }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_decode_fault),
        cmocka_unit_test(test_decode_long),
        cmocka_unit_test(test_decode_parts),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_map),
        cmocka_unit_test(test_ascii_end),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_how_words_begin),
        cmocka_unit_test(test_no_locales),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_plain_words),
        cmocka_unit_test(test_word_kinds),
        cmocka_unit_test(test_forms_stay),
        cmocka_unit_test(what_passes_is_utf8_or_not),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests(tests, open_locales, close_locales);
}
