/* test_search.c - concordance: what is found and where, in which order; all
 * that is there, also in texts added or removed since the index was made. */
#include "naive_match.h"
#include "store.h"

#include "base/array.h"
#include "base/str.h"
#include "memory/phrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static hxp_memory *new_store(const char *units)
{
    hxp_memory *memory;
    hxp_memory_counts counts;
    store_remove();
    assert_int_equal(
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_CREATE, NULL),
        HXP_OK);
    assert_int_equal(store_add(memory, "m", hxp_str_of(units), &counts, NULL),
                     HXP_OK);
    return memory;
}

/** The hits as "before[hit]after", parted by bars. */
static void expect_with(hxp_memory *memory, const hxp_search_options *options,
                        const char *text, const char *expected)
{
    const hxp_occurrence *items;
    hxp_search *search;
    size_t count;
    char found[1000] = "";
    assert_int_equal(hxp_search_new(&search, memory, options, NULL), HXP_OK);
    assert_int_equal(
        hxp_search_find(&items, &count, search, hxp_str_of(text), NULL),
        HXP_OK);
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(found);
        hxp_str all = items[i].text->content.text;
        hxp_str before = hxp_str_part(all, 0, items[i].start);
        hxp_str hit = hxp_str_part(all, items[i].start, items[i].end);
        hxp_str after = hxp_str_part(all, items[i].end, all.len);
        snprintf(found + len, sizeof found - len, "%s%.*s[%.*s]%.*s",
                 i > 0 ? "|" : "", HXP_FMT(before), HXP_FMT(hit),
                 HXP_FMT(after));
    }
    assert_string_equal(found, expected);
    hxp_search_free(search);
}

static hxp_search_options options_of(const char *language, const char *other)
{
    hxp_search_options options = HXP_SEARCH_OPTIONS_INIT;
    options.language = language;
    options.other = other;
    return options;
}

static void expect(hxp_memory *memory, const char *text, const char *expected)
{
    hxp_search_options options = options_of("en", "nl");
    expect_with(memory, &options, text, expected);
}

/* --- Phrases -------------------------------------------------------------- */

static const char units[] = "en\tnl\n"
                            "Open the file\tOpen het bestand\n"
                            "The caf\xC3\xA9 is open\tHet caf\xC3\xA9 is open\n"
                            "He reopened files, and the  FILE.\tx\n"
                            "A filing cabinet\tx\n"
                            "na\xC3\xAFve cafe\xCC\x81 file\tx\n"
                            "5 * 3\tx\n"
                            "STRASSE, Stra\xC3\x9F"
                            "e\tx\n"
                            "only source\t\n";

static void test_phrases(void **state)
{
    hxp_memory *memory = new_store(units);
    (void)state;
    expect(memory, "file",
           "Open the [file]|na\xC3\xAFve cafe\xCC\x81 [file]|He reopened "
           "files, and the  [FILE].");
    expect(memory, " THE   file",
           "Open [the file]|He reopened files, and "
           "[the  FILE].");
    expect(memory, "the fil", "");
    expect(memory, "fil*",
           "Open the [file]|na\xC3\xAFve cafe\xCC\x81 [file]|A [filing] "
           "cabinet|He reopened [files], and the  FILE.");
    expect(memory, "*open*",
           "[Open] the file|The caf\xC3\xA9 is [open]|He "
           "[reopened] files, and the  FILE.");
    expect(memory, "*open", "[Open] the file|The caf\xC3\xA9 is [open]");
    expect(memory, "r*d f*s", "He [reopened files], and the  FILE.");
    expect(memory, "f*g c*t", "A [filing cabinet]");
    expect(memory, "o*n*d", "");
    expect(memory, "r**pen*d", "He [reopened] files, and the  FILE.");
    expect(memory, ",",
           "STRASSE[,] Stra\xC3\x9F"
           "e|He reopened files[,] and the  FILE.");
    expect(memory, "\\*", "5 [*] 3");
    expect(memory, "strasse",
           "[STRASSE], Stra\xC3\x9F"
           "e");
    expect(memory, "only", "");
    hxp_memory_close(memory);
}

static void test_accents(void **state)
{
    hxp_memory *memory = new_store(units);
    hxp_search_options options = options_of("en", "nl");
    (void)state;
    expect(memory, "cafe",
           "na\xC3\xAFve [cafe\xCC\x81] file|The [caf\xC3\xA9] is open");
    expect(memory,
           "N\xC3\xA0ive c\xC3\xA1"
           "fe",
           "[na\xC3\xAFve cafe\xCC\x81] file");
    options.accents = true;
    expect_with(memory, &options, "cafe", "");
    expect_with(memory, &options, "CAF\xC3\x89",
                "na\xC3\xAFve [cafe\xCC\x81] file|The [caf\xC3\xA9] is open");
    hxp_memory_close(memory);
}

/** Marks of printers are those of typewriters unless accents count. */
static void test_typed_marks(void **state)
{
    hxp_memory *memory =
        new_store("en\tnl\nit\u2019s \u201Cgood\u201D in 1990\u201395\tx\n");
    hxp_search_options options = options_of("en", "nl");
    (void)state;
    expect(memory, "it's \"good\"",
           "[it\u2019s \u201Cgood\u201D] in 1990\u201395");
    expect(memory, "\u00ABgood\u00BB in 1990-95",
           "it\u2019s [\u201Cgood\u201D in 1990\u201395]");
    options.accents = true;
    expect_with(memory, &options, "it's", "");
    hxp_memory_close(memory);
}

/** Which side, which memory, how many, and which language is not there. */
static void test_options(void **state)
{
    hxp_memory *memory = new_store(units);
    hxp_memory_counts counts;
    hxp_search_options options = options_of("nl", "en");
    hxp_search *search;
    (void)state;
    expect_with(memory, &options, "open",
                "[Open] het bestand|Het caf\xC3\xA9 is [open]");
    assert_int_equal(store_add(memory, "other",
                               HXP_STR("en-GB\tnl\nopen it\tx\n"), &counts,
                               NULL),
                     HXP_OK);
    options = options_of("en", "nl");
    options.memory = "other";
    expect_with(memory, &options, "open", "[open] it");
    options.regex = true;
    expect_with(memory, &options, "op", "[op]en it");
    options = options_of("en-US", "nl-BE");
    options.top = 2;
    expect_with(memory, &options, "open", "[open] it|[Open] the file");
    options.other = "fr";
    assert_int_equal(hxp_search_new(&search, memory, &options, NULL),
                     HXP_EINPUT);
    hxp_memory_close(memory);
}

static void test_expressions(void **state)
{
    hxp_memory *memory = new_store(units);
    hxp_search_options options = options_of("en", "nl");
    hxp_search *search;
    const hxp_occurrence *items;
    size_t count;
    hxp_error error;
    (void)state;
    options.regex = true;
    expect_with(memory, &options, "^open|caf.",
                "[Open] the file|The [caf\xC3\xA9] is open|na\xC3\xAFve "
                "[cafe]\xCC\x81 file");
    expect_with(memory, &options, "x*[0-9]", "[5] * 3");
    expect_with(memory, &options, "z*", "");
    assert_int_equal(hxp_search_new(&search, memory, &options, NULL), HXP_OK);
    assert_int_equal(
        hxp_search_find(&items, &count, search, HXP_STR("("), &error),
        HXP_EINPUT);
    assert_int_equal(hxp_search_find(&items, &count, search, HXP_STR(""), NULL),
                     HXP_EINPUT);
    hxp_search_free(search);
    options.regex = false;
    assert_int_equal(hxp_search_new(&search, memory, &options, NULL), HXP_OK);
    assert_int_equal(
        hxp_search_find(&items, &count, search, HXP_STR(" ** "), &error),
        HXP_EINPUT);
    assert_string_equal(error.message, "there is nothing to search for");
    hxp_search_free(search);
    hxp_memory_close(memory);
}

/** What is found without points, and whatever the width. */
static const char *const pointless[][2] = {
    { "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
      "[\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D] "
      "\xD7\xA2\xD7\x95\xD6\xB9\xD7\x9C\xD6\xB8\xD7\x9D|\xD7\x96\xD7\x94 "
      "[\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D] \xD7\xA8\xD7\x91" },
    { "\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D",
      "[\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D] "
      "\xD7\xA2\xD7\x95\xD6\xB9\xD7\x9C\xD6\xB8\xD7\x9D|\xD7\x96\xD7\x94 "
      "[\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D] \xD7\xA8\xD7\x91" },
    { "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D",
      "[\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D "
      "\xD7\xA2\xD7\x95\xD6\xB9\xD7\x9C\xD6\xB8\xD7\x9D]" },
    { "\xD7\x95\xD7\x9C\xD7\x9D", "" },
    { "\xD7\xA9\xD7\x9C*",
      "[\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D] "
      "\xD7\xA2\xD7\x95\xD6\xB9\xD7\x9C\xD6\xB8\xD7\x9D|\xD7\x96\xD7\x94 "
      "[\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D] \xD7\xA8\xD7\x91" },
    { "\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8",
      "[\xD9\x83\xD9\x90\xD8\xAA\xD9\x8E\xD8\xA7\xD8\xA8\xD9\x8C] "
      "\xD8\xAC\xD8\xAF\xD9\x8A\xD8\xAF" },
    { "abc 123!", "[\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\xA3\xE3\x80\x80\xEF\xBC"
                  "\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x81]" },
    { "\xEF\xBD\x82*", "" },
    { "\xEF\xBD\x81*",
      "[\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\xA3]"
      "\xE3\x80\x80\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x81" },
    { "\xE3\x82\xAB\xE3\x82\xBF",
      "[\xEF\xBD\xB6\xEF\xBE\x80]\xEF\xBD\xB6\xEF\xBE\x85" },
    { "\xE3\x81\x8B\xE3\x81\x8D", "" },
    { "\xE3\x81\x8C\xE3\x81\x8D", "[\xE3\x81\x8C\xE3\x81\x8D]" },
    { "\xE0\xA4\x95\xE0\xA4\xB2", "" },
    { "\xE0\xB8\x81\xE0\xB8\x99", "" },
    { "\xE0\xB8\x81\xE0\xB8\xB4\xE0\xB8\x99",
      "[\xE0\xB8\x81\xE0\xB8\xB4\xE0\xB8\x99] "
      "\xE0\xB8\x82\xE0\xB8\xB2\xE0\xB8\xA7" },
};

/** What is found when all count. */
static const char *const exact[][2] = {
    { "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
      "\xD7\x96\xD7\x94 [\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D] \xD7\xA8\xD7\x91" },
    { "abc", "" },
    { "\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D",
      "[\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D] "
      "\xD7\xA2\xD7\x95\xD6\xB9\xD7\x9C\xD6\xB8\xD7\x9D" },
};

/** Vowel points and width count only when asked for; other vowels do. */
static void test_points_and_width(void **state)
{
    hxp_memory *memory = new_store(
        "en\tnl\n"
        "\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D "
        "\xD7\xA2\xD7\x95\xD6\xB9\xD7\x9C\xD6\xB8\xD7\x9D"
        "\tx\n"
        "\xD7\x96\xD7\x94 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA8\xD7\x91"
        "\tx\n"
        "\xD9\x83\xD9\x90\xD8\xAA\xD9\x8E\xD8\xA7\xD8\xA8\xD9\x8C "
        "\xD8\xAC\xD8\xAF\xD9\x8A\xD8\xAF"
        "\tx\n"
        "\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\xA3\xE3\x80\x80\xEF\xBC\x91\xEF\xBC"
        "\x92\xEF\xBC\x93\xEF\xBC\x81"
        "\tx\n"
        "\xEF\xBD\xB6\xEF\xBE\x80\xEF\xBD\xB6\xEF\xBE\x85"
        "\tx\n"
        "\xE3\x81\x8C\xE3\x81\x8D"
        "\tx\n"
        "\xE0\xA4\x95\xE0\xA5\x81\xE0\xA4\xB2"
        "\tx\n"
        "\xE0\xB8\x81\xE0\xB8\xB4\xE0\xB8\x99 "
        "\xE0\xB8\x82\xE0\xB8\xB2\xE0\xB8\xA7"
        "\tx\n");
    hxp_search_options options = options_of("en", "nl");
    (void)state;
    for (size_t i = 0; i < sizeof pointless / sizeof pointless[0]; i++)
        expect_with(memory, &options, pointless[i][0], pointless[i][1]);
    options.accents = true;
    for (size_t i = 0; i < sizeof exact / sizeof exact[0]; i++)
        expect_with(memory, &options, exact[i][0], exact[i][1]);
    hxp_memory_close(memory);
}

/** Languages without blanks; more characters than there are symbols. */
static void test_scripts(void **state)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_search_options options = options_of("zh", "en");
    (void)state;
    hxp_buffer_add(&bytes, HXP_STR("zh\ten\n"));
    for (int i = 0; i < 3000; i += 3) {
        char line[40];
        snprintf(line, sizeof line, "%c%c%c%c%c%c%c%c%c\tx%d\n", 0xE4,
                 0xB8 + i / 64 % 8, 0x80 + i % 64, 0xE5, 0x90 + i / 64 % 32,
                 0x80 + i % 64, 0xE6, 0x90 + i / 512, 0x80 + i % 32, i);
        hxp_buffer_add(&bytes, hxp_str_of(line));
    }
    hxp_buffer_add(&bytes, HXP_STR("\xE6\x89\x93\xE5\xBC\x80\xE6\x96\x87"
                                   "\xE4\xBB\xB6\xE3\x80\x82\ty\n"
                                   "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1"
                                   "\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5\tz\n"
                                   "\xC4\x83\xC4\x85\xC4\x87\tz\n"));
    hxp_buffer_add(&bytes, (hxp_str){ "", 1 });
    hxp_memory *memory = new_store(bytes.ptr);
    expect_with(memory, &options, "\xE6\x96\x87\xE4\xBB\xB6",
                "\xE6\x89\x93\xE5\xBC\x80[\xE6\x96\x87\xE4\xBB\xB6]"
                "\xE3\x80\x82");
    expect_with(memory, &options, "\xE0\xB8\xAA\xE0\xB8\x94",
                "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1[\xE0\xB8\xAA"
                "\xE0\xB8\x94\xE0\xB8\xB5]");
    expect_with(memory, &options, "aac", "[\xC4\x83\xC4\x85\xC4\x87]");
    options.accents = true;
    expect_with(memory, &options, "aac", "");
    expect_with(memory, &options, "\xC4\x82*", "[\xC4\x83\xC4\x85\xC4\x87]");
    hxp_memory_close(memory);
    hxp_buffer_free(&bytes);
}

/* --- All that is there ---------------------------------------------------- */

enum { TEXTS = 600, SIZE = 80 };

static char texts[TEXTS][SIZE];
static bool gone[TEXTS];

static void make_texts(void)
{
    for (int i = 0; i < TEXTS; i++) {
        uint32_t words = 1 + naive_draw(8);
        texts[i][0] = '\0';
        for (uint32_t k = 0; k < words; k++) {
            char *end = texts[i] + strlen(texts[i]);
            if (k > 0)
                *end++ = ' ';
            for (uint32_t c = 1 + naive_draw(4); c > 0; c--)
                *end++ = (char)('a' + naive_draw(3));
            *end = '\0';
        }
    }
}

static void add_texts(hxp_memory *memory, int from, int end)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_memory_counts counts;
    hxp_buffer_add(&bytes, HXP_STR("en\tnl\n"));
    for (int i = from; i < end; i++) {
        char line[SIZE + 20];
        snprintf(line, sizeof line, "%.*s\t%d\n", SIZE - 1, texts[i], i);
        hxp_buffer_add(&bytes, hxp_str_of(line));
    }
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    hxp_buffer_free(&bytes);
}

/** Whether text has the phrase, by looking for it with blanks around. */
static bool has_phrase(const char *text, const char *phrase, bool prefix)
{
    char all[SIZE + 3], wanted[SIZE + 3];
    snprintf(all, sizeof all, " %.*s ", SIZE - 1, text);
    snprintf(wanted, sizeof wanted, " %s%s", phrase, prefix ? "" : " ");
    return strstr(all, wanted) != NULL;
}

/** One to three words in a row of a text, the last of which may be cut. */
static void draw_phrase(char phrase[SIZE], bool prefix)
{
    char copy[SIZE], *word, *rest = copy;
    snprintf(copy, sizeof copy, "%s", texts[naive_draw(TEXTS)]);
    phrase[0] = '\0';
    for (uint32_t k = 1 + naive_draw(3); k > 0; k--) {
        word = strtok_r(rest, " ", &rest);
        if (!word)
            break;
        size_t len = strlen(phrase);
        snprintf(phrase + len, SIZE - len, "%s%s", len > 0 ? " " : "", word);
    }
    size_t len = strlen(phrase);
    if (prefix && len > 2 && phrase[len - 2] != ' ')
        phrase[len - 1] = '\0';
}

/** Each text that has the phrase is found, in the right order. */
static void expect_all(hxp_search *search, const char *phrase, bool prefix,
                       int count)
{
    char asked[SIZE + 2];
    const hxp_occurrence *items;
    size_t found, expected = 0, before = 0;
    snprintf(asked, sizeof asked, "%s%s", phrase, prefix ? "*" : "");
    assert_int_equal(
        hxp_search_find(&items, &found, search, hxp_str_of(asked), NULL),
        HXP_OK);
    for (int i = 0; i < count; i++)
        expected += !gone[i] && has_phrase(texts[i], phrase, prefix);
    assert_int_equal(found, expected);
    for (size_t i = 0; i < found; i++) {
        hxp_str text = items[i].text->content.text;
        size_t words = 1, number = items[i].unit->number;
        for (size_t k = 0; k < text.len; k++)
            words += text.ptr[k] == ' ';
        size_t rank = (words * SIZE + text.len) * TEXTS * 2 + number;
        assert_true(rank > before);
        before = rank;
    }
}

static void expect_phrases(hxp_memory *memory, int count)
{
    hxp_search_options options = options_of("en", "nl");
    hxp_search *search;
    options.top = TEXTS;
    assert_int_equal(hxp_search_new(&search, memory, &options, NULL), HXP_OK);
    for (int i = 0; i < 80; i++) {
        char phrase[SIZE];
        draw_phrase(phrase, i % 2);
        expect_all(search, phrase, i % 2, count);
    }
    hxp_search_free(search);
}

/** A sink that hands on each seventh text. */
typedef struct remover {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
} remover;

static hxp_status begin_removing(hxp_unit_sink *sink,
                                 const hxp_unit_header *header,
                                 hxp_error *error)
{
    hxp_unit_sink *next = ((remover *)sink)->next;
    return next->begin(next, header, error);
}

static hxp_status remove_some(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    hxp_unit_sink *next = ((remover *)sink)->next;
    long number = strtol(unit->variants[1].content.text.ptr, NULL, 10);
    gone[number] = number % 7 == 0;
    return gone[number] ? next->unit(next, unit, error) : HXP_OK;
}

static hxp_status end_removing(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_unit_sink *next = ((remover *)sink)->next;
    return next->end(next, error);
}

static void test_all_found(void **state)
{
    hxp_memory *memory = new_store("en\tnl\n");
    size_t removed;
    remover some = { { begin_removing, remove_some, end_removing, NULL },
                     NULL };
    (void)state;
    make_texts();
    add_texts(memory, 0, TEXTS / 2);
    expect_phrases(memory, TEXTS / 2);
    add_texts(memory, TEXTS / 2, TEXTS);
    expect_phrases(memory, TEXTS);
    assert_int_equal(hxp_memory_remove_new(&some.next, memory, &removed, NULL),
                     HXP_OK);
    assert_int_equal(hxp_memory_read(memory, NULL, &some.sink, NULL), HXP_OK);
    some.next->close(some.next);
    assert_true(removed > 0);
    expect_phrases(memory, TEXTS);
    hxp_memory_close(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_accents),
        cmocka_unit_test(test_typed_marks),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_expressions),
        cmocka_unit_test(test_points_and_width),
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_all_found),
    };
    if (!store_folder())
        return 1;
    int failed = cmocka_run_group_tests_name("search", tests, NULL, NULL);
    store_folder_remove();
    return failed;
}
