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

/** Of four words on both sides, all alike, the border stands behind the second
 * here and behind the third there: then each part is explained whole. */
static void test_hand_made(void **state)
{
    static const char *const source[] = { "1001 1002", "1003 1004" };
    static const char *const target[] = { "1001 1002 1003", "1004" };
    (void)state;
    set_up(&fixture, source, 2, target, 2);
    const hxp_pair *pair = &fixture.texts.pair;
    const hxp_word_table *table = hxp_lexicon_table(pair->lexicon, HXP_FORWARD);
    double p =
        (double)hxp_word_table_row_weight(hxp_word_table_get(table, 0), 0);
    double known = hxp_lexicon_known(pair->lexicon, HXP_BACKWARD, 0);
    /* each of eight words has one of two that explains it, of four in all */
    double share = pair->parameters->known_share;
    double word = log(1 - share * known + share * 4 * p / 2);
    /* two parts with eight letters of eight, and a place among four */
    double length = hxp_score_length(8, 8, pair->mean, pair->parameters);
    double wanted =
        pair->parameters->lexical_weight * 8 * word + 2 * length - log(4);
    assert_true(fabs(score(&fixture) - wanted) < 1e-5);
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
        cmocka_unit_test(test_hand_made),
        cmocka_unit_test(test_three),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
