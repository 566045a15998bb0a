/* test_lexicon.c - numbers, tables, cognates, and all together. */
#include "base/str.h"
#include "lexicon/cognate.h"
#include "lexicon/lexicon.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-5;
}

/** Add a word of letters; returns its number. */
static uint32_t add(hxp_vocabulary *vocabulary, const char *form,
                    hxp_word_kind kind)
{
    hxp_word word = { .kind = kind, .bare = hxp_str_of(form) };
    uint32_t number;
    assert_true(hxp_vocabulary_add(vocabulary, &word, &number));
    return number;
}

static uint32_t add_letters(hxp_vocabulary *vocabulary, const char *form)
{
    return add(vocabulary, form, HXP_WORD_LETTERS);
}

/** The weight of word in row, 0 if it is not there. */
static double weight(const hxp_word_table *table, size_t row, uint32_t word)
{
    hxp_word_table_row all = hxp_word_table_get(table, row);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].word == word)
            return (double)all.items[i].weight;
    return 0;
}

/* --- Names and vocabulary ------------------------------------------------- */

static void test_names(void **state)
{
    hxp_names names = { .count = 0 };
    uint32_t number;
    char name[16];
    (void)state;
    assert_false(hxp_names_find(&names, HXP_STR("0"), &number));
    for (uint32_t i = 0; i < 3000; i++) {
        snprintf(name, sizeof name, "%u", i);
        assert_true(hxp_names_add(&names, hxp_str_of(name), &number));
        assert_int_equal(number, i);
        assert_true(hxp_names_add(&names, hxp_str_of(name), &number));
        assert_int_equal(number, i);
    }
    assert_int_equal(names.count, 3000);
    assert_true(hxp_names_find(&names, HXP_STR("2718"), &number));
    assert_int_equal(number, 2718);
    assert_true(hxp_str_is(names.items[2718], "2718"));
    assert_false(hxp_names_find(&names, HXP_STR("3000"), &number));
    hxp_names_free(&names);
    assert_int_equal(names.count, 0);
}

static void test_vocabulary(void **state)
{
    hxp_vocabulary words = { .total = 0 };
    (void)state;
    uint32_t house = add_letters(&words, "house");
    uint32_t houses = add_letters(&words, "houses");
    uint32_t hours = add_letters(&words, "hours");
    uint32_t year = add(&words, "19451", HXP_WORD_NUMBER);
    uint32_t years = add(&words, "194512", HXP_WORD_NUMBER);
    assert_int_equal(add_letters(&words, "house"), house);
    assert_int_equal(hxp_vocabulary_size(&words), 5);
    assert_int_equal(words.total, 6);
    assert_int_equal(words.words[house].count, 2);
    assert_int_equal(words.words[houses].length, 6);
    assert_int_equal(words.words[house].stem, words.words[houses].stem);
    assert_true(words.words[house].stem != words.words[hours].stem);
    assert_true(words.words[year].stem != words.words[years].stem);
    hxp_vocabulary_free(&words);
}

static void test_stems_count_characters(void **state)
{
    hxp_vocabulary words = { .total = 0 };
    (void)state;
    uint32_t one = add_letters(&words, "дворец");
    uint32_t two = add_letters(&words, "дворецкий");
    uint32_t other = add_letters(&words, "двор");
    assert_int_equal(words.words[two].length, 9);
    assert_int_equal(words.words[one].stem, words.words[two].stem);
    assert_true(words.words[one].stem != words.words[other].stem);
    hxp_vocabulary_free(&words);
}

/* --- Tables --------------------------------------------------------------- */

/** Rows: 0: {2: 1, 5: 3}; 1: nothing; 2: {2: 4}. */
static void fill_table(hxp_word_table *table)
{
    *table = (hxp_word_table){ .rows = 0 };
    assert_true(hxp_word_table_add(table, 5, 3));
    assert_true(hxp_word_table_add(table, 2, 1));
    assert_true(hxp_word_table_end_row(table));
    assert_true(hxp_word_table_end_row(table));
    assert_true(hxp_word_table_add(table, 2, 4));
    assert_true(hxp_word_table_end_row(table));
}

static void test_table(void **state)
{
    hxp_word_table table;
    (void)state;
    fill_table(&table);
    hxp_word_table_row row = hxp_word_table_get(&table, 0);
    assert_int_equal(row.count, 2);
    assert_int_equal(row.items[0].word, 2);
    assert_int_equal(row.items[1].word, 5);
    assert_int_equal(hxp_word_table_get(&table, 1).count, 0);
    assert_int_equal(hxp_word_table_get(&table, 2).count, 1);
    assert_int_equal(hxp_word_table_get(&table, 3).count, 0);
    hxp_word_table_normalise(&table, 4);
    assert_true(near(weight(&table, 0, 2), 1.0 / 8));
    assert_true(near(weight(&table, 0, 5), 3.0 / 8));
    assert_true(near(weight(&table, 2, 2), 4.0 / 8));
    hxp_word_table_free(&table);
    assert_int_equal(hxp_word_table_get(&table, 0).count, 0);
}

static void test_table_turned(void **state)
{
    hxp_word_table table, turned = { .rows = 0 };
    (void)state;
    fill_table(&table);
    assert_true(hxp_word_table_transpose(&turned, &table, 7));
    assert_int_equal(turned.rows, 7);
    for (size_t row = 0; row < 7; row++)
        assert_int_equal(hxp_word_table_get(&turned, row).count,
                         row == 2 ? 2 : row == 5);
    assert_true(near(weight(&turned, 2, 0), 1));
    assert_true(near(weight(&turned, 2, 2), 4));
    assert_true(near(weight(&turned, 5, 0), 3));
    hxp_word_table_free(&table);
    hxp_word_table_free(&turned);
}

/* --- Cognates ------------------------------------------------------------- */

/** Similarity of two words of ASCII letters. */
static double similarity(const char *a, const char *b)
{
    int32_t x[100], y[100];
    size_t n = strlen(a), m = strlen(b);
    for (size_t i = 0; i < n; i++)
        x[i] = a[i];
    for (size_t i = 0; i < m; i++)
        y[i] = b[i];
    double forth = hxp_similarity(x, n, y, m);
    assert_true(near(forth, hxp_similarity(y, m, x, n)));
    return forth;
}

static void test_similarity(void **state)
{
    char long_word[91], longer_word[92];
    (void)state;
    assert_true(near(similarity("same", "same"), 1));
    /* parl-i-ament, parl-ement: 2 edits of 10 */
    assert_true(near(similarity("parliament", "parlement"), 0.8));
    /* 7 edits of 9, but 5 of 9 letters begin alike */
    assert_true(near(similarity("resolving", "resolutie"), 5.0 / 9));
    /* all of the shorter, but no beginning proves more than .9 */
    assert_true(near(similarity("nation", "nationalities"), 0.9));
    assert_true(near(similarity("abcde", "abcdefghij"), 5.0 / 6));
    assert_true(near(similarity("house", "maison"), 1 - 5.0 / 6));
    assert_true(near(similarity("", "word"), 0));
    memset(long_word, 'a', sizeof long_word);
    memset(longer_word, 'a', sizeof longer_word);
    long_word[90] = longer_word[91] = '\0';
    assert_true(near(similarity(long_word, longer_word), 1));
}

/** The edit distance as its definition has it. */
static size_t distance(const int32_t *a, size_t a_count, const int32_t *b,
                       size_t b_count)
{
    size_t table[65][65];
    for (size_t i = 0; i <= a_count; i++)
        for (size_t j = 0; j <= b_count; j++) {
            size_t best = i > j ? i : j;
            if (i > 0 && j > 0) {
                best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
                if (table[i - 1][j] + 1 < best)
                    best = table[i - 1][j] + 1;
                if (table[i][j - 1] + 1 < best)
                    best = table[i][j - 1] + 1;
            }
            table[i][j] = best;
        }
    return table[a_count][b_count];
}

/** Words of every length, of letters and others; none begins like the other. */
static void test_edit_distance(void **state)
{
    uint32_t seed = 1;
    (void)state;
    for (int run = 0; run < 2000; run++) {
        int32_t words[2][64];
        size_t counts[2];
        for (int k = 0; k < 2; k++) {
            seed = seed * 1664525 + 1013904223;
            counts[k] = 1 + (seed >> 8) % 64;
            for (size_t i = 0; i < counts[k]; i++) {
                seed = seed * 1664525 + 1013904223;
                words[k][i] = ((seed >> 8) % 5 < 3 ? 'a' : 0x3B1) +
                              (int32_t)((seed >> 16) % 3);
            }
        }
        words[0][0] = 'x';
        size_t longer = counts[counts[0] < counts[1]];
        size_t edits = distance(words[0], counts[0], words[1], counts[1]);
        assert_true(
            near(hxp_similarity(words[0], counts[0], words[1], counts[1]),
                 1 - (double)edits / (double)longer));
    }
}

static void test_cognate_weight(void **state)
{
    (void)state;
    assert_true(near(hxp_cognate_weight(0.59), 0));
    assert_true(near(hxp_cognate_weight(0.6), 0.1));
    assert_true(near(hxp_cognate_weight(0.8), 0.5));
    assert_true(near(hxp_cognate_weight(0.99), 0.88));
    assert_true(near(hxp_cognate_weight(1), 1));
}

enum { MADE = 400, MADE_LETTERS = 6 };

/** Make word number i of six letters; there are more trigrams than words. */
static void make_word(char word[MADE_LETTERS + 1], uint32_t i)
{
    uint32_t chance = i * 2654435761U;
    for (size_t k = 0; k < MADE_LETTERS; k++) {
        chance = chance * 1664525 + 1013904223;
        word[k] = (char)('a' + (chance >> 16) % 24);
    }
    word[MADE_LETTERS] = '\0';
}

/** The trigrams of a in b, the two letters that begin a word among them. */
static size_t common_trigrams(const char *a, const char *b)
{
    size_t count = memcmp(a, b, 2) == 0;
    for (size_t i = 0; i + 3 <= MADE_LETTERS; i++) {
        size_t j = 0;
        while (j + 3 <= MADE_LETTERS && memcmp(a + i, b + j, 3) != 0)
            j++;
        count += j + 3 <= MADE_LETTERS;
    }
    return count;
}

/** What a word is worth for another, found without an index. */
static double plain_worth(const char *a, const char *b)
{
    int32_t letters[2][MADE_LETTERS];
    for (size_t k = 0; k < MADE_LETTERS; k++) {
        letters[0][k] = (unsigned char)a[k];
        letters[1][k] = (unsigned char)b[k];
    }
    return common_trigrams(a, b) < 2 /* of five: a quarter */
               ? 0
               : hxp_cognate_weight(hxp_similarity(letters[0], MADE_LETTERS,
                                                   letters[1], MADE_LETTERS));
}

/** Words of which every third has one that is like it but for its end. */
static void test_many_cognates(void **state)
{
    static char forms[2][MADE][MADE_LETTERS + 1];
    hxp_vocabulary both[2] = { { .total = 0 }, { .total = 0 } };
    hxp_word_table table = { .rows = 0 };
    (void)state;
    for (uint32_t i = 0; i < MADE; i++) {
        make_word(forms[0][i], i);
        make_word(forms[1][i], i % 3 == 0 ? i : i + MADE);
        forms[1][i][MADE_LETTERS - 1] = 'z';
        for (size_t k = 0; k < 2; k++)
            assert_int_equal(add_letters(&both[k], forms[k][i]), i);
    }
    assert_true(hxp_cognates(&table, &both[0], &both[1]));
    for (uint32_t i = 0; i < MADE; i++)
        for (uint32_t j = 0; j < MADE; j++)
            assert_true(near(weight(&table, i, j),
                             plain_worth(forms[0][i], forms[1][j])));
    assert_true(table.count >= MADE / 3);
    hxp_word_table_free(&table);
    hxp_vocabulary_free(&both[0]);
    hxp_vocabulary_free(&both[1]);
}

static void test_cognates(void **state)
{
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_word_table table = { .rows = 0 };
    (void)state;
    uint32_t parliament = add_letters(&english, "parliament");
    uint32_t the = add_letters(&english, "the");
    uint32_t in = add_letters(&english, "in");
    uint32_t may = add_letters(&english, "may");
    uint32_t year = add(&english, "1948", HXP_WORD_NUMBER);
    uint32_t colon = add(&english, ":", HXP_WORD_MARK);
    uint32_t regering = add_letters(&dutch, "regering");
    uint32_t parlement = add_letters(&dutch, "parlement");
    uint32_t in_dutch = add_letters(&dutch, "in");
    uint32_t may_dutch = add_letters(&dutch, "may");
    uint32_t year_dutch = add(&dutch, "1948", HXP_WORD_NUMBER);
    uint32_t other_year = add(&dutch, "1949", HXP_WORD_NUMBER);
    uint32_t colon_dutch = add(&dutch, ":", HXP_WORD_MARK);
    assert_true(hxp_cognates(&table, &english, &dutch));
    assert_int_equal(table.rows, hxp_vocabulary_size(&english));
    assert_true(near(weight(&table, parliament, parlement), 0.5));
    assert_true(near(weight(&table, parliament, regering), 0));
    assert_int_equal(hxp_word_table_get(&table, the).count, 0);
    assert_true(near(weight(&table, in, in_dutch), 0));
    assert_true(near(weight(&table, may, may_dutch), 0.5));
    assert_true(near(weight(&table, year, year_dutch), 1));
    assert_true(near(weight(&table, year, other_year), 0));
    assert_true(near(weight(&table, colon, colon_dutch), 1));
    hxp_word_table_free(&table);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
}

/* What IBM model 1 makes of one pair of words that occurs once: test_ibm1.c. */
static const double ONCE = 0.319334;

/* --- The lexicon ---------------------------------------------------------- */

static void test_lexicon(void **state)
{
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_lexicon *lexicon;
    (void)state;
    uint32_t parliament = add_letters(&english, "parliament");
    uint32_t year = add_letters(&english, "year");
    uint32_t parlement = add_letters(&dutch, "parlement");
    uint32_t jaar = add_letters(&dutch, "jaar");
    const hxp_vocabularies both = {
        &english, &dutch, "en", "nl", { NULL, NULL }
    };
    assert_int_equal(hxp_lexicon_new(&lexicon, &both, NULL, NULL), HXP_OK);
    const hxp_word_table *table = hxp_lexicon_table(lexicon, HXP_FORWARD);
    const hxp_word_table *back = hxp_lexicon_table(lexicon, HXP_BACKWARD);
    /* .5 as a cognate, of .5 + .3, believed by .95 */
    assert_true(near(weight(table, parliament, parlement), 0.59375));
    assert_true(near(weight(back, parlement, parliament), 0.59375));
    assert_int_equal(hxp_word_table_get(table, year).count, 0);

    const uint32_t source[] = { english.words[year].stem };
    const uint32_t target[] = { dutch.words[jaar].stem };
    const hxp_example example = { source, target, 1, 1, 1 };
    assert_int_equal(
        hxp_lexicon_learn(lexicon, (hxp_examples){ &example, 1 }, NULL),
        HXP_OK);
    assert_true(near(weight(table, year, jaar), 0.8 * ONCE));
    assert_true(near(weight(back, jaar, year), 0.8 * ONCE));
    assert_true(near(weight(table, parliament, parlement), 0.59375));

    /* what was learned is forgotten */
    assert_int_equal(
        hxp_lexicon_learn(lexicon, (hxp_examples){ NULL, 0 }, NULL), HXP_OK);
    assert_int_equal(hxp_word_table_get(table, year).count, 0);
    hxp_lexicon_free(lexicon);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
}

/** The words of a stem share what was learned by how often they occur. */
static void test_lexicon_shares(void **state)
{
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_lexicon *lexicon;
    (void)state;
    uint32_t year = add_letters(&english, "year");
    uint32_t jaren = add_letters(&dutch, "jarenlang");
    uint32_t jarige = add_letters(&dutch, "jarenoud");
    add_letters(&dutch, "jarenlang");
    add_letters(&dutch, "jarenlang");
    const hxp_vocabularies both = {
        &english, &dutch, "en", "nl", { NULL, NULL }
    };
    assert_int_equal(hxp_lexicon_new(&lexicon, &both, NULL, NULL), HXP_OK);
    const uint32_t stem[] = { 0 };
    const hxp_example example = { stem, stem, 1, 1, 1 };
    assert_int_equal(
        hxp_lexicon_learn(lexicon, (hxp_examples){ &example, 1 }, NULL),
        HXP_OK);
    const hxp_word_table *table = hxp_lexicon_table(lexicon, HXP_FORWARD);
    assert_true(near(weight(table, year, jaren), 0.8 * ONCE * 3 / 4));
    assert_true(near(weight(table, year, jarige), 0.8 * ONCE * 1 / 4));
    hxp_lexicon_free(lexicon);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_vocabulary),
        cmocka_unit_test(test_stems_count_characters),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_turned),
        cmocka_unit_test(test_similarity),
        cmocka_unit_test(test_edit_distance),
        cmocka_unit_test(test_cognate_weight),
        cmocka_unit_test(test_cognates),
        cmocka_unit_test(test_many_cognates),
        cmocka_unit_test(test_lexicon),
        cmocka_unit_test(test_lexicon_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
