/* test_lookup.c - fuzzy look-up: every match found, scores, and indexes that
 * are damaged or behind. */
#include "naive_match.h"
#include "store.h"

#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "memory/follow.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* --- Every match is found ------------------------------------------------- */

/** Texts of made-up words. */
typedef struct made_texts {
    hxp_buffer bytes; /* a line each */
    hxp_str lines[4000];
    hxp_characters characters[4000];
    size_t count;
} made_texts;

static made_texts made;

static void put_character(hxp_buffer *to, uint32_t c)
{
    char bytes[4];
    hxp_str view = { bytes, hxp_utf8_put(bytes, (int32_t)c) };
    assert_true(hxp_buffer_add(to, view));
}

/** A word of an alphabet: Latin, Latin with accents, Cyrillic, Han. */
static void put_word(hxp_buffer *to, uint32_t alphabet)
{
    static const uint32_t first[] = { 'a', 0xE0, 0x430, 0x4E00 };
    static const uint32_t size[] = { 12, 20, 30, 600 };
    for (uint32_t i = 0, length = 1 + naive_draw(5); i < length; i++)
        put_character(to, first[alphabet] + naive_draw(size[alphabet]));
}

/** A text: sometimes a changed copy of another, so that there is something to
 * be found. */
static void put_line(hxp_buffer *to, const hxp_str *like, uint32_t alphabet)
{
    static const char *const marks[] = { " ", " ", " ", ", ", "-", ": " };
    hxp_str rest = like ? *like : HXP_STR(""), word;
    uint32_t words = like ? 1000 : 1 + naive_draw(naive_draw(8) == 0 ? 60 : 9);
    for (uint32_t i = 0; i < words; i++) {
        if (like && !hxp_str_cut(&rest, ' ', &word))
            break;
        if (i > 0)
            hxp_buffer_add(to, hxp_str_of(like ? " " : marks[naive_draw(6)]));
        if (!like || naive_draw(7) == 0)
            put_word(to, alphabet);
        else
            hxp_buffer_add(to, word);
    }
}

static void make_texts(size_t count, uint32_t alphabets)
{
    hxp_caseless *caseless;
    size_t starts[4001];
    made.count = count;
    made.bytes.len = 0;
    assert_int_equal(hxp_caseless_new(&caseless, NULL), HXP_OK);
    assert_true(hxp_buffer_reserve(&made.bytes, (size_t)1 << 22));
    for (size_t i = 0; i < count; i++) {
        starts[i] = made.bytes.len;
        bool copy = i > 10 && naive_draw(3) > 0;
        hxp_str like = copy ? made.lines[naive_draw((uint32_t)i)] : HXP_STR("");
        put_line(&made.bytes, copy ? &like : NULL, naive_draw(alphabets));
        made.lines[i] = hxp_str_part(hxp_buffer_str(&made.bytes), starts[i],
                                     made.bytes.len);
        assert_int_equal(hxp_caseless_make(&made.characters[i], caseless,
                                           made.lines[i], NULL),
                         HXP_OK);
    }
    hxp_caseless_free(caseless);
}

/** Add texts from to end, with the language tag. */
static void add_texts(hxp_memory *memory, size_t from, size_t end)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_memory_counts counts;
    assert_true(hxp_buffer_add(&bytes, HXP_STR("en\tnl\n")));
    for (size_t i = from; i < end; i++) {
        hxp_buffer_add(&bytes, made.lines[i]);
        hxp_buffer_add(&bytes, HXP_STR("\tx\n"));
    }
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    hxp_buffer_free(&bytes);
}

enum { TOP = 5 };

/** The scores that a scan of all texts up to count finds, the best first. */
static size_t scan(unsigned best[TOP], size_t query, size_t count, unsigned min)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        naive_match match =
            naive_compare(&made.characters[query], &made.characters[i]);
        bool again = false; /* equal texts are one unit */
        for (size_t k = 0; k < i && match.best >= min; k++)
            again |= hxp_str_equal(made.lines[k], made.lines[i]);
        if (again)
            continue;
        if (match.best < min || (found == TOP && match.best <= best[TOP - 1]))
            continue;
        size_t at = found < TOP ? found++ : TOP - 1;
        for (; at > 0 && best[at - 1] < match.best; at--)
            best[at] = best[at - 1];
        best[at] = match.best;
    }
    return found;
}

/** Both similarities of a match are those of the whole matrix. */
static void expect_similarities(const hxp_match *match, size_t query)
{
    size_t i = 0;
    while (i < made.count &&
           !hxp_str_equal(made.lines[i], match->source->content.text))
        i++;
    assert_true(i < made.count);
    naive_match naive =
        naive_compare(&made.characters[query], &made.characters[i]);
    assert_int_equal(match->words, naive.words);
    assert_int_equal(match->characters, naive.characters);
}

static hxp_lookup *new_lookup(hxp_memory *memory, unsigned min)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    hxp_error error = { .message = "" };
    options.from = "en";
    options.to = "nl";
    options.min = min;
    options.top = TOP;
    hxp_status status = hxp_lookup_new(&lookup, memory, &options, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    return lookup;
}

/** Look-up finds for each of the queries what a scan finds. */
static void expect_all_found(hxp_memory *memory, size_t count, unsigned min)
{
    hxp_lookup *lookup = new_lookup(memory, min);
    for (size_t query = 0; query < made.count; query += 1 + made.count / 60) {
        unsigned best[TOP];
        const hxp_match *matches;
        size_t found, expected = scan(best, query, count, min);
        hxp_query asked = { .content = { .text = made.lines[query] } };
        assert_int_equal(
            hxp_lookup_find(&matches, &found, lookup, &asked, NULL), HXP_OK);
        assert_int_equal(found, expected);
        for (size_t i = 0; i < found; i++) {
            if (matches[i].score != best[i])
                print_error("%.*s\n", HXP_FMT(made.lines[query]));
            assert_int_equal(matches[i].score, best[i]);
            expect_similarities(&matches[i], query);
        }
    }
    hxp_lookup_free(lookup);
}

static hxp_memory *new_store(void)
{
    hxp_memory *memory;
    store_remove();
    assert_int_equal(
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_CREATE, NULL),
        HXP_OK);
    return memory;
}

/** All texts at once; then more of them, behind the index; then a rebuild. */
static void expect_recall(size_t count, uint32_t alphabets)
{
    hxp_memory *memory = new_store();
    make_texts(count, alphabets);
    add_texts(memory, 0, count / 2);
    expect_all_found(memory, count / 2, 70);
    add_texts(memory, count / 2, count);
    expect_all_found(memory, count, 50);
    assert_int_equal(unlink(store_index()), 0);
    expect_all_found(memory, count, 85);
    hxp_memory_close(memory);
    for (size_t i = 0; i < count; i++)
        hxp_characters_free(&made.characters[i]);
    hxp_buffer_free(&made.bytes);
}

static void test_recall(void **state)
{
    (void)state;
    expect_recall(400, 1);
}

/** More characters than there are symbols. */
static void test_recall_of_many_characters(void **state)
{
    (void)state;
    expect_recall(300, 4);
}

/* --- Scores --------------------------------------------------------------- */

#define HEAD                                                                   \
    "<tmx version=\"1.4\"><header creationtool=\"a\" "                         \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" adminlang=\"en\"" \
    " srclang=\"en\" datatype=\"d\"/><body>"
#define TU(attributes, en, nl)                                                 \
    "<tu" attributes "><tuv xml:lang=\"en\"><seg>" en                          \
    "</seg></tuv><tuv xml:lang=\"nl\"><seg>" nl "</seg></tuv></tu>"

static const char scored[] = HEAD TU("", "Open the File", "1")
    TU("", "one", "2") TU(" tuid=\"2\"", "two", "3") TU("", "three", "4")
        TU("", "with <ph x=\"1\">&lt;b&gt;</ph>code", "5")
            TU(" creationid=\"MT!\"", "made by a machine", "6")
                TU("><prop type=\"x-po-flags\">c-format, fuzzy</prop",
                   "a fuzzy one",
                   "7") "<tu><tuv xml:lang=\"en-US\"><seg>colour</seg></tuv>"
                        "<tuv xml:lang=\"nl-BE\"><seg>8</seg></tuv></tu>"
                        "<tu><tuv xml:lang=\"en\"><seg>several</seg></tuv>"
                        "<tuv xml:lang=\"nl-BE\"><seg>9</seg></tuv>"
                        "<tuv xml:lang=\"nl-NL\"><seg>10</seg></tuv></tu>"
                        "</body></tmx>";

/** The matches as "score words characters target", parted by commas. */
static void expect_matches(hxp_lookup *lookup, const hxp_query *query,
                           const char *expected)
{
    const hxp_match *matches;
    size_t count;
    char found[400] = "";
    assert_int_equal(hxp_lookup_find(&matches, &count, lookup, query, NULL),
                     HXP_OK);
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(found);
        snprintf(found + len, sizeof found - len, "%s%u %u %u %.*s",
                 i > 0 ? ", " : "", matches[i].score, matches[i].words,
                 matches[i].characters,
                 HXP_FMT(matches[i].target->content.text));
    }
    assert_string_equal(found, expected);
}

static void expect_line(hxp_lookup *lookup, const char *line,
                        const char *expected)
{
    hxp_query query = { .content = { .text = hxp_str_of(line) } };
    expect_matches(lookup, &query, expected);
}

static void test_scores(void **state)
{
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    (void)state;
    assert_int_equal(store_add(memory, "m", hxp_str_of(scored), &counts, NULL),
                     HXP_OK);
    hxp_lookup *lookup = new_lookup(memory, 70);
    expect_line(lookup, "Open the File", "100 100 100 1");
    expect_line(lookup, "open the file", "98 100 100 1");
    expect_line(lookup, " Open the\tFile", "97 100 100 1");
    expect_line(lookup, "open  the file", "96 100 100 1");
    expect_line(lookup, "Open the Files", "92 66 92 1");
    expect_line(lookup, "with code", "99 100 100 5");
    expect_line(lookup, "With  code", "95 100 100 5");
    expect_line(lookup, "made by a machine", "97 100 100 6");
    expect_line(lookup, "a fuzzy one", "98 100 100 7");
    expect_line(lookup, "colour", "100 100 100 8");
    expect_line(lookup, "several", "100 100 100 9");
    expect_line(lookup, "", "");
    expect_line(lookup, " \t ", "");
    expect_line(lookup, "nothing of the kind", "");
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
}

/** Which region's text is found, and what it costs. */
static void test_regions(void **state)
{
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    hxp_error error;
    (void)state;
    assert_int_equal(store_add(memory, "m", hxp_str_of(scored), &counts, NULL),
                     HXP_OK);
    options.from = "en-GB";
    options.to = "nl-NL";
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    expect_line(lookup, "colour", "98 100 100 8");
    expect_line(lookup, "several", "100 100 100 10");
    expect_line(lookup, "one", "100 100 100 2");
    hxp_lookup_free(lookup);
    options.to = "fr";
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, &error),
                     HXP_EINPUT);
    assert_string_equal(error.message,
                        "there are no texts in en-GB with a translation in fr; "
                        "the languages here are: en, nl, en-US, nl-BE, nl-NL");
    options.to = "nl";
    options.memory = "other";
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL),
                     HXP_EINPUT);
    hxp_memory_close(memory);
}

static void test_context(void **state)
{
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    hxp_query query = { .content = { .text = HXP_STR("two") },
                        .in_context = true };
    (void)state;
    assert_int_equal(store_add(memory, "m", hxp_str_of(scored), &counts, NULL),
                     HXP_OK);
    hxp_lookup *lookup = new_lookup(memory, 90);
    query.previous = HXP_STR("one");
    query.next = HXP_STR("three");
    expect_matches(lookup, &query, "102 100 100 3");
    query.next = HXP_STR("four");
    expect_matches(lookup, &query, "101 100 100 3");
    query.previous = HXP_STR("");
    expect_matches(lookup, &query, "100 100 100 3");
    query.next = HXP_STR("three");
    expect_matches(lookup, &query, "101 100 100 3");
    query.previous = query.next = HXP_STR("");
    query.id = HXP_STR("two");
    expect_matches(lookup, &query, "100 100 100 3");
    query.id = HXP_STR("2");
    expect_matches(lookup, &query, "101 100 100 3");
    query.next = HXP_STR("three");
    expect_matches(lookup, &query, "102 100 100 3");
    query.previous = HXP_STR("one");
    expect_matches(lookup, &query, "102 100 100 3");
    query.content.text = HXP_STR("Two");
    expect_matches(lookup, &query, "98 100 100 3");
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
}

/** Texts of as many words as can be, whose index tells them apart or not. */
static void test_long_texts(void **state)
{
    enum { WORDS = HXP_LENGTH_LIMIT / 2 };
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    char *text = calloc(1, HXP_LENGTH_LIMIT + 1);
    (void)state;
    assert_non_null(text);
    for (int i = 0; i < 2 * WORDS; i++)
        text[i] = (char)(i % 2 == 0 ? 'a' + i / 2 % 26 : ' ');
    hxp_buffer_add(&bytes, HXP_STR("en\tnl\n"));
    for (int i = 0; i < 20; i++) {
        text[0] = (char)('a' + i);
        hxp_buffer_add(&bytes, hxp_str_of(text));
        hxp_buffer_add(&bytes, HXP_STR("\tx\n"));
    }
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    hxp_lookup *lookup = new_lookup(memory, 95);
    text[2] = 'z';
    expect_line(lookup, text,
                "99 99 99 x, 99 99 99 x, 99 99 99 x, 99 99 99 x, 99 99 99 x");
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    hxp_buffer_free(&bytes);
    free(text);
}

/** The best counts, also when many equal ones were stored later. */
static void test_many_equal(void **state)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    char line[64];
    (void)state;
    hxp_buffer_add(&bytes, HXP_STR("en\tnl\nCancel\tbest\n"));
    for (int i = 0; i < 50; i++) {
        snprintf(line, sizeof line, "cancel\tother %d\n", i);
        hxp_buffer_add(&bytes, hxp_str_of(line));
    }
    assert_int_equal(
        store_add(memory, "m", hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    hxp_lookup *lookup = new_lookup(memory, 99);
    expect_line(lookup, "Cancel", "100 100 100 best");
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    hxp_buffer_free(&bytes);
}

/* --- Following the store -------------------------------------------------- */

static void expect_in_store(hxp_memory *memory, const char *line,
                            const char *expected)
{
    hxp_lookup *lookup = new_lookup(memory, 70);
    expect_line(lookup, line, expected);
    hxp_lookup_free(lookup);
}

static void test_changes(void **state)
{
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    (void)state;
    assert_int_equal(store_add(memory, "m",
                               HXP_STR(HEAD TU(" tuid=\"1\"", "a text", "1") TU(
                                   " tuid=\"2\"", "some", "2") "</body></tmx>"),
                               &counts, NULL),
                     HXP_OK);
    expect_in_store(memory, "a text", "100 100 100 1");
    assert_int_equal(store_add(memory, "m",
                               HXP_STR(HEAD TU(" tuid=\"1\"", "a text",
                                               "3") "</body></tmx>"),
                               &counts, NULL),
                     HXP_OK);
    assert_int_equal(counts.updated, 1);
    expect_in_store(memory, "a text", "100 100 100 3");
    expect_in_store(memory, "some", "100 100 100 2");
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    expect_in_store(memory, "a text", "100 100 100 3");
    hxp_memory_close(memory);
}

/** Change a byte of the index, or cut it, at some of its places. */
static void test_damaged_index(void **state)
{
    hxp_memory_counts counts;
    hxp_memory *memory = new_store();
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_index index;
    hxp_input *input;
    (void)state;
    assert_int_equal(store_add(memory, "m", hxp_str_of(scored), &counts, NULL),
                     HXP_OK);
    expect_in_store(memory, "one", "100 100 100 2");
    assert_int_equal(hxp_input_open(&input, store_index(), NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &bytes, (size_t)1 << 20, NULL),
                     HXP_OK);
    hxp_input_close(input);
    assert_int_equal(hxp_index_view(&index, hxp_buffer_str(&bytes), NULL),
                     HXP_OK);
    hxp_index_close(&index);
    for (size_t at = 0; at < bytes.len; at += 1 + at / 64) {
        bytes.ptr[at] ^= 1;
        assert_int_equal(hxp_index_view(&index, hxp_buffer_str(&bytes), NULL),
                         HXP_EINPUT);
        bytes.ptr[at] ^= 1;
        hxp_str cut = { bytes.ptr, at };
        assert_int_equal(hxp_index_view(&index, cut, NULL), HXP_EINPUT);
    }
    assert_int_equal(truncate(store_index(), 1000), 0);
    expect_in_store(memory, "one", "100 100 100 2");
    hxp_buffer_free(&bytes);
    hxp_memory_close(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recall),
        cmocka_unit_test(test_recall_of_many_characters),
        cmocka_unit_test(test_scores),
        cmocka_unit_test(test_regions),
        cmocka_unit_test(test_context),
        cmocka_unit_test(test_many_equal),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_damaged_index),
    };
    if (!store_folder())
        return 1;
    int failed = cmocka_run_group_tests_name("lookup", tests, NULL, NULL);
    store_folder_remove();
    return failed;
}
