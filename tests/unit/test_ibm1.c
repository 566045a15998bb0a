/* test_ibm1.c - IBM model 1: hand-computed values, and against a plain one. */
#include "base/str.h"
#include "lexicon/ibm1.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-5;
}

/** The weight of word in row, 0 if it is not there. */
static double weight(const hxp_word_table *table, size_t row, uint32_t word)
{
    return (double)hxp_word_table_row_weight(hxp_word_table_get(table, row),
                                             word);
}

/* What four rounds make of one pair of words that occurs once: p = .02, then
 * c = p / (p + .021) and p = c / (c + .5) three times; at last (c - .5) /
 * (c + .5). */
static const double ONCE = 0.319334;

static void test_ibm1_one_pair(void **state)
{
    static const uint32_t source[] = { 1 }, target[] = { 2 };
    const hxp_example example = { source, target, 1, 1, 1 };
    const hxp_word_table seed = { .rows = 0 };
    hxp_word_table table = { .rows = 0 };
    (void)state;
    assert_true(
        hxp_ibm1_learn(&table, (hxp_examples){ &example, 1 }, &seed, 3, 4));
    assert_int_equal(table.rows, 3);
    assert_int_equal(hxp_word_table_get(&table, 0).count, 0);
    assert_true(near(weight(&table, 1, 2), ONCE));
    hxp_word_table_free(&table);
}

/** Words that go together are told from words that merely stand near. */
static void test_ibm1_tells_apart(void **state)
{
    static const uint32_t one[] = { 0, 1 }, two[] = { 0, 2 }, three[] = { 1 };
    const hxp_example examples[] = { { one, one, 2, 2, 1 },
                                     { two, two, 2, 2, 1 },
                                     { three, three, 1, 1, 1 } };
    const hxp_word_table seed = { .rows = 0 };
    hxp_word_table table = { .rows = 0 };
    (void)state;
    assert_true(
        hxp_ibm1_learn(&table, (hxp_examples){ examples, 3 }, &seed, 3, 3));
    assert_true(weight(&table, 0, 0) > 0.4);
    assert_true(weight(&table, 1, 1) > 0.4);
    assert_true(weight(&table, 0, 1) < 0.1);
    assert_true(weight(&table, 0, 2) < weight(&table, 0, 0));
    hxp_word_table_free(&table);
}

/** A seed decides what the text leaves open. */
static void test_ibm1_seed(void **state)
{
    static const uint32_t words[] = { 0, 1 };
    const hxp_example examples[] = { { words, words, 2, 2, 1 },
                                     { words, words, 2, 2, 1 } };
    hxp_word_table seed = { .rows = 0 }, table = { .rows = 0 };
    (void)state;
    assert_true(hxp_word_table_add(&seed, 1, 0.5));
    assert_true(hxp_word_table_end_row(&seed));
    assert_true(
        hxp_ibm1_learn(&table, (hxp_examples){ examples, 2 }, &seed, 2, 2));
    assert_true(weight(&table, 0, 1) > 2 * weight(&table, 0, 0));
    assert_true(weight(&table, 1, 0) > 2 * weight(&table, 1, 1));
    hxp_word_table_free(&seed);
    hxp_word_table_free(&table);
}

/** Of a word that is frequent some of its examples count for all. */
static void test_ibm1_frequent(void **state)
{
    enum { MANY = 9000 };
    static const uint32_t words[] = { 0, 1 };
    static hxp_example examples[MANY];
    const hxp_word_table seed = { .rows = 0 };
    hxp_word_table table = { .rows = 0 };
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        examples[i] = (hxp_example){ words, words + i % 2, 1, 1, 1 };
    assert_true(
        hxp_ibm1_learn(&table, (hxp_examples){ examples, MANY }, &seed, 1, 2));
    assert_true(fabs(weight(&table, 0, 0) - 0.5) < 0.03);
    assert_true(fabs(weight(&table, 0, 1) - 0.5) < 0.03);
    hxp_word_table_free(&table);
}

/** Words of examples by chance: target word w stands for source word w, among
 * others. */
static uint32_t word_by_chance(uint32_t *state, uint32_t words)
{
    *state = *state * 1664525 + 1013904223;
    uint32_t a = *state >> 16;
    *state = *state * 1664525 + 1013904223;
    uint32_t b = *state >> 16;
    return (a % words) * (b % words) / words; /* low numbers are frequent */
}

enum { PLAIN_WORDS = 12, PLAIN_EXAMPLES = 40, PLAIN_LENGTH = 6 };

/** A round of IBM model 1 as it is written in books, on p[target][source]. */
static void plain_round(double p[PLAIN_WORDS][PLAIN_WORDS],
                        hxp_examples examples, bool last)
{
    double counts[PLAIN_WORDS][PLAIN_WORDS] = { { 0 } };
    for (size_t e = 0; e < examples.count; e++)
        for (size_t j = 0; j < examples.items[e].target_count; j++) {
            const hxp_example *example = &examples.items[e];
            uint32_t t = example->target[j];
            double sum = 0.021;
            for (size_t i = 0; i < example->source_count; i++)
                sum += p[t][example->source[i]];
            for (size_t i = 0; i < example->source_count; i++)
                counts[t][example->source[i]] +=
                    example->weight * p[t][example->source[i]] / sum;
        }
    for (size_t s = 0; s < PLAIN_WORDS; s++) {
        double total = 0.5;
        for (size_t t = 0; t < PLAIN_WORDS; t++)
            total += counts[t][s];
        for (size_t t = 0; t < PLAIN_WORDS; t++) {
            double least = (counts[t][s] - (last ? 0.5 : 0)) / total;
            p[t][s] = least > 0.003 ? least : 0;
        }
    }
}

/** What is learned a source word at a time, and of fewer places each round, is
 * what the model says. */
static void test_ibm1_plain(void **state)
{
    uint32_t words[PLAIN_EXAMPLES][2][PLAIN_LENGTH], chance = 1;
    hxp_example items[PLAIN_EXAMPLES];
    double p[PLAIN_WORDS][PLAIN_WORDS];
    const hxp_examples examples = { items, PLAIN_EXAMPLES };
    const hxp_word_table seed = { .rows = 0 };
    hxp_word_table table = { .rows = 0 };
    (void)state;
    for (size_t e = 0; e < PLAIN_EXAMPLES; e++) {
        for (size_t i = 0; i < PLAIN_LENGTH; i++) {
            uint32_t word = word_by_chance(&chance, PLAIN_WORDS);
            words[e][0][i] = words[e][1][PLAIN_LENGTH - 1 - i] = word;
        }
        items[e] = (hxp_example){ words[e][0], words[e][1], PLAIN_LENGTH,
                                  PLAIN_LENGTH - e % 3, 0.5 + (double)e / 80 };
    }
    for (size_t i = 0; i < PLAIN_WORDS * PLAIN_WORDS; i++)
        p[i / PLAIN_WORDS][i % PLAIN_WORDS] = 0.02;
    for (int round = 1; round <= 4; round++)
        plain_round(p, examples, round == 4);
    assert_true(
        hxp_ibm1_learn(&table, examples, &seed, PLAIN_WORDS, PLAIN_WORDS));
    for (uint32_t s = 0; s < PLAIN_WORDS; s++)
        for (uint32_t t = 0; t < PLAIN_WORDS; t++)
            assert_true(near(weight(&table, s, t), p[t][s]));
    assert_true(table.count > PLAIN_WORDS);
    assert_true(table.count < PLAIN_WORDS * PLAIN_WORDS);
    hxp_word_table_free(&table);
}

/** Unlikely examples teach little, and too long ones nothing. */
static void test_ibm1_weights(void **state)
{
    static uint32_t words[401];
    const hxp_example unlikely = { words, words, 1, 1, 0.1 };
    const hxp_example longer = { words, words, 401, 1, 1 };
    const hxp_example empty = { words, words, 0, 1, 1 };
    const hxp_word_table seed = { .rows = 0 };
    const hxp_example *const examples[] = { &unlikely, &longer, &empty };
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        hxp_word_table table = { .rows = 0 };
        assert_true(hxp_ibm1_learn(&table, (hxp_examples){ examples[i], 1 },
                                   &seed, 1, 1));
        assert_int_equal(table.rows, 1);
        assert_int_equal(table.count, 0);
        hxp_word_table_free(&table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ibm1_one_pair),
        cmocka_unit_test(test_ibm1_tells_apart),
        cmocka_unit_test(test_ibm1_seed),
        cmocka_unit_test(test_ibm1_frequent),
        cmocka_unit_test(test_ibm1_plain),
        cmocka_unit_test(test_ibm1_weights),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
