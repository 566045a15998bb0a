/* test_border.c - borders that stand elsewhere in the other language. */
#include "align/border.h"
#include "align/score.h"
#include "base/str.h"
#include "locales.h"
#include "two_texts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

enum { MOST_SEGMENTS = 3 };

/** Two texts, of which the lexicon knows what looks alike. */
struct fixture {
    hxp_str segments[2][MOST_SEGMENTS];
    struct two_texts texts;
};

static void set_up(struct fixture *fixture, const char *const *source,
                   size_t rows, const char *const *target, size_t columns)
{
    for (size_t i = 0; i < rows; i++)
        fixture->segments[0][i] = hxp_str_of(source[i]);
    for (size_t i = 0; i < columns; i++)
        fixture->segments[1][i] = hxp_str_of(target[i]);
    const hxp_side sides[] = { { .segments = fixture->segments[0],
                                 .count = rows,
                                 .language = language("en") },
                               { .segments = fixture->segments[1],
                                 .count = columns,
                                 .language = language("nl") } };
    two_texts_read(&fixture->texts, &sides[0], &sides[1]);
}

/** What is said for all segments as one bead; the same from both sides. */
static double score(const struct fixture *fixture)
{
    const hxp_pair *pair = &fixture->texts.pair;
    const hxp_pair turned = hxp_pair_turned(pair);
    const hxp_shape shape = { pair->source->count, pair->target->count };
    const hxp_link bead = { 0, 0, shape, 0 };
    const hxp_link back = { 0, 0, { shape.columns, shape.rows }, 0 };
    double said = hxp_score_moved(pair, &bead, 1);
    double said_back = hxp_score_moved(&turned, &back, 1);
    assert_true(said >= said_back && said <= said_back);
    return said;
}

static struct fixture fixture;

/** What a word says that is one of inverse in its text, when it has share of
 * the words of the part that it is in. */
static double word_says(double inverse, double share)
{
    const hxp_pair *pair = &fixture.texts.pair;
    const hxp_word_table *table = hxp_lexicon_table(pair->lexicon, HXP_FORWARD);
    double p =
        (double)hxp_word_table_row_weight(hxp_word_table_get(table, 0), 0);
    double known = hxp_lexicon_known(pair->lexicon, HXP_BACKWARD, 0);
    double part = pair->parameters->known_share;
    return fmin(log(1 - part * known + part * inverse * p * share),
                pair->parameters->word_cap);
}

/** What is said when the words of four on both sides say words: two parts have
 * eight letters of eight, and there is a place among four. */
static double bead_says(double words)
{
    const hxp_pair *pair = &fixture.texts.pair;
    double length = hxp_score_length(8, 8, pair->mean, pair->parameters);
    return pair->parameters->lexical_weight * words + 2 * length - log(4);
}

/** Of four words on both sides, all alike, the border stands behind the second
 * here and behind the third there: then each part is explained whole. */
static void test_hand_made(void **state)
{
    static const char *const source[] = { "1001 1002", "1003 1004" };
    static const char *const target[] = { "1001 1002 1003", "1004" };
    (void)state;
    set_up(&fixture, source, 2, target, 2);
    /* each of eight words has one of two that explains it, of four in all */
    double wanted = bead_says(8 * word_says(4, 0.5));
    assert_true(fabs(score(&fixture) - wanted) < 1e-5);
    two_texts_free(&fixture.texts);
}

/** A word that stands twice in a part is explained twice, by two. */
static void test_repeated(void **state)
{
    static const char *const source[] = { "1001 1001", "1002 1002" };
    static const char *const target[] = { "1001 1001 1002", "1002" };
    (void)state;
    set_up(&fixture, source, 2, target, 2);
    double wanted = bead_says(8 * word_says(2, 1));
    assert_true(fabs(score(&fixture) - wanted) < 1e-5);
    two_texts_free(&fixture.texts);
}

/** What is said does not hang on how far apart the numbers of words are. */
static void test_many_words(void **state)
{
    enum { WORDS = 5000, LETTERS = 6 };
    static char before[WORDS * LETTERS + 1];
    (void)state;
    for (int i = 0; i < WORDS; i++)
        snprintf(before + (ptrdiff_t)i * LETTERS, LETTERS + 1, "%d ",
                 10000 + i);
    /* words number 0, 512, 4096 and 1; so rare that they say all they can, and
     * that of two borders the one that makes a longer part is the best */
    const char *const source[] = { before, "10000 10512", "14096 10001" };
    const char *const target[] = { before, "10000 10512 14096", "10001" };
    set_up(&fixture, source, 3, target, 3);
    const hxp_link bead = { 1, 1, { 2, 2 }, 0 };
    const hxp_pair *pair = &fixture.texts.pair;
    double wanted = pair->parameters->lexical_weight * 8 *
                        word_says((WORDS + 4) / 2.0, 0.5) +
                    hxp_score_length(15, 15, pair->mean, pair->parameters) +
                    hxp_score_length(5, 5, pair->mean, pair->parameters) -
                    log(4);
    double said = hxp_score_moved(pair, &bead, 1);
    assert_true(fabs(said - wanted) < 1e-5);
    two_texts_free(&fixture.texts);
}

/** The part that was moved may stand in the first segment or the second, and
 * three segments have a border between two of three parts. */
static void test_three(void **state)
{
    static const char *const source[] = { "1001 1002 1003", "1004 1005 1006" };
    static const char *const before[] = { "1001 1002", "1003",
                                          "1004 1005 1006" };
    static const char *const within[] = { "1001 1002", "1003 1004",
                                          "1005 1006" };
    (void)state;
    set_up(&fixture, source, 2, before, 3);
    double at_border = score(&fixture);
    two_texts_free(&fixture.texts);
    set_up(&fixture, source, 2, within, 3);
    double moved = score(&fixture);
    /* where a segment begins no border was moved: the best place is another */
    assert_true(moved > at_border + 1);
    two_texts_free(&fixture.texts);
}

/** Nothing is said of what has no words, nor of one segment and several. */
static void test_nothing(void **state)
{
    static const char *const source[] = { "1001 1002", "..." };
    static const char *const target[] = { "...", "1001 1002" };
    static const char *const one[] = { "1001 1002" };
    (void)state;
    set_up(&fixture, source, 2, target, 2);
    assert_true(isinf(score(&fixture)));
    two_texts_free(&fixture.texts);
    set_up(&fixture, one, 1, target, 2);
    assert_true(isinf(hxp_score_moved(&fixture.texts.pair,
                                      &(hxp_link){ 0, 0, { 1, 1 }, 0 }, 1)));
    two_texts_free(&fixture.texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hand_made),  cmocka_unit_test(test_repeated),
        cmocka_unit_test(test_many_words), cmocka_unit_test(test_three),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
