/* test_score.c - every term of a bead's score against numbers made by hand. */
#include "align/anchor.h"
#include "align/confidence.h"
#include "align/score.h"
#include "align/search.h"
#include "base/str.h"
#include "locales.h"
#include "two_texts.h"

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

/* --- Scores --------------------------------------------------------------- */

static void test_score_length(void **state)
{
    hxp_parameters parameters = hxp_default_parameters;
    (void)state;
    parameters.usual_variance = parameters.variance = 8;
    assert_true(near(hxp_score_length(99, 99, 100, &parameters), 0));
    /* 20 off, of 110 expected: -400 / (2 * 8 * 110) - .5 ln 1.1 */
    assert_true(near(hxp_score_length(99, 119, 100, &parameters),
                     -400.0 / 1760 - 0.5 * log(1.1)));
    assert_true(near(hxp_score_length(99, 119, 100, &parameters),
                     hxp_score_length(119, 99, 100, &parameters)));
    /* half the variance: a difference counts double, the rest .5 ln 2 more */
    parameters.variance = 4;
    assert_true(near(hxp_score_length(99, 119, 100, &parameters),
                     -400.0 / 880 - 0.5 * log(1.1) + 0.5 * log(2)));
}

static void test_corpus(void **state)
{
    const hxp_str segments[] = { HXP_STR("Ça va: 1234 fois?"), HXP_STR(""),
                                 HXP_STR("« Ça », fois.") };
    const hxp_side side = { language("fr"), segments, NULL, 3 };
    hxp_corpus corpus;
    (void)state;
    assert_int_equal(hxp_corpus_read(&corpus, &side, NULL, NULL), HXP_OK);
    assert_int_equal(corpus.count, 3);
    /* ca va : 1234 fois ?, nothing, " ca " fois - no comma, no full stop */
    assert_int_equal(hxp_corpus_words(&corpus, 0, 1), 6);
    assert_int_equal(hxp_corpus_words(&corpus, 1, 1), 0);
    assert_int_equal(hxp_corpus_words(&corpus, 2, 1), 4);
    assert_int_equal(hxp_corpus_words(&corpus, 0, 3), 10);
    assert_true(near(corpus.letters[1], 2 + 2 + 4 + 4));
    assert_true(near(corpus.letters[2] - corpus.letters[1], 0));
    assert_true(near(corpus.letters[3] - corpus.letters[2], 2 + 4));
    assert_int_equal(corpus.words[0], corpus.words[7]);
    assert_int_equal(corpus.words[6], corpus.words[8]);
    hxp_corpus_free(&corpus);
}

/** The evidence at node (i, j) when everything is scored. */
static hxp_evidence evidence_at(const struct two_texts *fixture, size_t i,
                                size_t j)
{
    const hxp_boxes none = { NULL, 0, 0 };
    hxp_boxes all = none;
    hxp_node end = { fixture->source.count, fixture->target.count };
    hxp_shapes shapes;
    hxp_band band;
    hxp_shapes_fill(&shapes, 4, 5);
    assert_true(hxp_boxes_add(&all, (hxp_node){ 0, 0 }, end, 0));
    assert_true(hxp_band_of(&band, end, &all));
    hxp_scorer *scorer = hxp_scorer_new(&fixture->pair, 1, &shapes);
    assert_non_null(scorer);
    const hxp_evidence *evidence = hxp_score_words(scorer, &band);
    assert_non_null(evidence);
    hxp_evidence found = evidence[hxp_band_at(&band, i, j)];
    hxp_scorer_free(scorer);
    hxp_band_free(&band);
    free(all.items);
    return found;
}

static void test_score_words(void **state)
{
    const hxp_str english[] = { HXP_STR("parliament one"), HXP_STR("two") };
    const hxp_str dutch[] = { HXP_STR("parlement"), HXP_STR("twee") };
    const hxp_side source = { language("en"), english, NULL, 2 };
    const hxp_side target = { language("nl"), dutch, NULL, 2 };
    struct two_texts fixture;
    (void)state;
    two_texts_read(&fixture, &source, &target);
    /* known .75 * .59375; unigram 1/2; 1 of 2 words, or of 3 with "two" */
    double p = 0.59375, known = 0.75 * p;
    hxp_evidence evidence = evidence_at(&fixture, 0, 0);
    assert_true(near((double)evidence.forward[0],
                     log(1 - known + 0.75 * p / (2 * 0.5))));
    assert_true(near((double)evidence.forward[1],
                     log(1 - known + 0.75 * p / (3 * 0.5))));
    /* the other way unigrams are 1/3, and "parlement" is alone */
    assert_true(
        near((double)evidence.backward[0], log(1 - known + 0.75 * p * 3)));
    /* "two" does not explain "parlement", "twee" is not known at all */
    assert_true(
        near((double)evidence_at(&fixture, 1, 0).forward[0], log(1 - known)));
    assert_true(near((double)evidence_at(&fixture, 0, 1).forward[0], 0));
    two_texts_free(&fixture);
}

static void test_word_cap(void **state)
{
    static char words[12000];
    const hxp_str filler = { words, sizeof words };
    const hxp_str name[] = { HXP_STR("Xinjiang"), filler };
    const hxp_side side = { language("en"), name, NULL, 2 };
    struct two_texts fixture;
    (void)state;
    for (size_t i = 0; i < sizeof words; i += 6)
        memcpy(words + i, "words ", 6);
    two_texts_read(&fixture, &side, &side);
    assert_true(near((double)evidence_at(&fixture, 0, 0).forward[0],
                     hxp_default_parameters.word_cap));
    two_texts_free(&fixture);
}

static double shape_score(size_t rows, size_t columns, bool empty)
{
    return hxp_score_shape((hxp_shape){ rows, columns }, empty,
                           &hxp_default_parameters);
}

static void test_score_shape(void **state)
{
    const hxp_parameters *p = &hxp_default_parameters;
    (void)state;
    assert_true(near(shape_score(1, 1, false), 0));
    assert_true(near(shape_score(1, 0, false), -p->unmatched));
    assert_true(near(shape_score(0, 1, false), -p->unmatched));
    assert_true(near(shape_score(1, 0, true), -p->unmatched_empty));
    assert_true(near(shape_score(0, 1, true), -p->unmatched_empty));
    assert_true(near(shape_score(1, 2, false), -p->merge));
    assert_true(near(shape_score(3, 1, false), -p->merge - p->merge_more));
    assert_true(near(shape_score(2, 2, false),
                     -p->merge - p->merge_more - p->merge_both));
    assert_true(near(shape_score(3, 2, false),
                     -p->merge - 2 * p->merge_more - 2 * p->merge_both));
    assert_true(near(shape_score(1, 4, false), -p->merge - 2 * p->merge_more));
}

static double border_score(const struct two_texts *fixture, size_t i, size_t j,
                           size_t rows, size_t columns)
{
    const hxp_link bead = { i, j, { rows, columns }, 0 };
    return hxp_score_borders(&fixture->pair, &bead);
}

static void test_score_borders(void **state)
{
    const hxp_str texts[] = { HXP_STR("a"), HXP_STR(""), HXP_STR("b"),
                              HXP_STR("c") };
    const size_t paragraphs[] = { 0, 0, 1, 1 }, others[] = { 0, 1, 1, 1 };
    hxp_side source = { language("en"), texts, NULL, 4 };
    hxp_side target = { language("nl"), texts, others, 4 };
    const hxp_parameters *p = &hxp_default_parameters;
    struct two_texts fixture;
    (void)state;
    two_texts_read(&fixture, &source, &target);
    assert_false(fixture.pair.paragraphs);
    assert_true(near(border_score(&fixture, 0, 0, 1, 1), 0));
    two_texts_free(&fixture);

    source.paragraphs = paragraphs;
    two_texts_read(&fixture, &source, &target);
    assert_true(fixture.pair.paragraphs);
    assert_true(near(border_score(&fixture, 0, 0, 1, 1), p->border_shared));
    assert_true(near(border_score(&fixture, 2, 1, 1, 1), p->border_shared));
    assert_true(near(border_score(&fixture, 2, 2, 1, 1), -p->border_alone));
    assert_true(near(border_score(&fixture, 3, 3, 1, 1), 0));
    assert_true(near(border_score(&fixture, 1, 3, 2, 1), -p->border_inside));
    two_texts_free(&fixture);
}

static void test_length_spread(void **state)
{
    const hxp_str texts[] = { HXP_STR("aaaa"), HXP_STR("bb") };
    const hxp_side side = { language("en"), texts, NULL, 2 };
    struct two_texts fixture;
    const hxp_link same = { 0, 0, { 1, 1 }, 1 }, other = { 0, 1, { 1, 1 }, 1 };
    (void)state;
    two_texts_read(&fixture, &side, &side);
    assert_true(near(fixture.pair.source_scale, 1));
    assert_true(near(fixture.pair.mean, 3));
    assert_true(near(hxp_length_spread(&fixture.pair, same), 0));
    assert_true(near(hxp_length_spread(&fixture.pair, other), 4.0 / 4));
    two_texts_free(&fixture);
}

/** Texts differ in length as their languages do, but only up to a bound; where
 * their numbers of segments say that one is longer, the segments do. */
static void test_ratio(void **state)
{
    const hxp_str texts[] = { HXP_STR("aaaabbbbcc"), HXP_STR("aaaabbbbccaaaab"
                                                             "bbbccaaaabbbbcc"
                                                             "aaaabbbbcc") };
    const hxp_str longest[] = { HXP_STR("aaaabbbbcc"), texts[1], texts[1],
                                texts[1] };
    const hxp_str five_times =
        HXP_STR("aaaabbbbccaaaabbbbccaaaabbbbccaaaabbbbccaaaabbbbcc");
    const hxp_side one = { language("en"), texts, NULL, 1 };
    const hxp_side five = { language("nl"), &five_times, NULL, 1 };
    const hxp_side two = { language("nl"), texts, NULL, 2 };
    const hxp_side many = { language("nl"), longest, NULL, 4 };
    struct two_texts fixture;
    (void)state;
    two_texts_read(&fixture, &one, &five); /* 10 letters: 4 times at most */
    assert_true(near(fixture.pair.source_scale, 2));
    assert_true(near(fixture.pair.target_scale, 0.5));
    two_texts_free(&fixture);
    two_texts_read(&fixture, &five, &one);
    assert_true(near(fixture.pair.source_scale, 0.5));
    two_texts_free(&fixture);
    two_texts_read(&fixture, &two, &many); /* 25 against 32.5 each */
    assert_true(near(fixture.pair.source_scale, sqrt(1.3)));
    assert_true(near(fixture.pair.target_scale, 1 / sqrt(1.3)));
    assert_true(near(fixture.pair.mean, sqrt(50.0 * 130 / 8)));
    two_texts_free(&fixture);
}

/* --- Anchors -------------------------------------------------------------- */

enum { LONG_TEXT = 60 };

static void test_anchors(void **state)
{
    static char lines[2][LONG_TEXT][32];
    hxp_str segments[2][LONG_TEXT];
    struct two_texts fixture;
    hxp_anchors anchors;
    (void)state;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < LONG_TEXT; i++) {
            /* every third line has a number of its own, shifted by 2 */
            size_t number = k == 0 ? i + 2 : i;
            if (number % 3 == 0)
                snprintf(lines[k][i], 32, "common words %zu", 1000 + number);
            else
                snprintf(lines[k][i], 32, "common words");
            segments[k][i] = hxp_str_of(lines[k][i]);
        }
    /* one that lies: it stands far off */
    snprintf(lines[0][50], 32, "common words 5555");
    segments[0][50] = hxp_str_of(lines[0][50]);
    snprintf(lines[1][3], 32, "common words 5555");
    segments[1][3] = hxp_str_of(lines[1][3]);
    const hxp_side source = { language("en"), segments[0], NULL, LONG_TEXT };
    const hxp_side target = { language("en"), segments[1], NULL, LONG_TEXT };
    two_texts_read(&fixture, &source, &target);
    assert_true(
        hxp_find_anchors(&anchors, &fixture.source, &fixture.target,
                         hxp_lexicon_table(fixture.lexicon, HXP_FORWARD),
                         &hxp_default_parameters));
    assert_true(anchors.count > 15);
    for (size_t k = 0; k < anchors.count; k++)
        assert_int_equal(anchors.nodes[k].column, anchors.nodes[k].row + 2);
    hxp_anchors_free(&anchors);
    two_texts_free(&fixture);
}

/** What lies far from all others is no anchor, whatever it has in common. */
static void test_lone_anchor(void **state)
{
    static char lines[2][LONG_TEXT][40];
    hxp_str segments[2][LONG_TEXT];
    struct two_texts fixture;
    hxp_anchors anchors;
    (void)state;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < LONG_TEXT; i++) {
            snprintf(lines[k][i], 40, "common words %zu",
                     i < 10 ? 1000 + i : 0);
            if (i == (k == 0 ? LONG_TEXT - 2 : 12))
                snprintf(lines[k][i], 40, "common words 5555 6666");
            segments[k][i] = hxp_str_of(lines[k][i]);
        }
    const hxp_side source = { language("en"), segments[0], NULL, LONG_TEXT };
    const hxp_side target = { language("en"), segments[1], NULL, LONG_TEXT };
    two_texts_read(&fixture, &source, &target);
    assert_true(
        hxp_find_anchors(&anchors, &fixture.source, &fixture.target,
                         hxp_lexicon_table(fixture.lexicon, HXP_FORWARD),
                         &hxp_default_parameters));
    assert_int_equal(anchors.count, 10);
    for (size_t k = 0; k < anchors.count; k++)
        assert_int_equal(anchors.nodes[k].column, anchors.nodes[k].row);
    hxp_anchors_free(&anchors);
    two_texts_free(&fixture);
}

/** Two normal distributions; what is beyond their means says no more. */
static void test_score_cosine(void **state)
{
    const hxp_likeness likeness = { { 0.2, 0.1 }, { 0.8, 0.2 } };
    const hxp_likeness useless = { { 0.8, 0.1 }, { 0.2, 0.2 } };
    hxp_parameters parameters = hxp_default_parameters;
    (void)state;
    parameters.vector_weight = 0.5;
    parameters.vector_cap = 10;
    /* (-(.3/.2)^2 + (.3/.1)^2) / 2 - ln 2 */
    assert_true(near(hxp_score_cosine(0.5, &likeness, &parameters), 1.340926));
    /* (-(.4/.2)^2 + (.2/.1)^2) / 2 - ln 2 */
    assert_true(near(hxp_score_cosine(0.4, &likeness, &parameters), -0.346574));
    /* (-(.6/.2)^2 + 0) / 2 - ln 2 */
    assert_true(near(hxp_score_cosine(-1, &likeness, &parameters), -2.596574));
    assert_true(near(hxp_score_cosine(1, &likeness, &parameters), 5));
    assert_true(near(hxp_score_cosine(1, &useless, &parameters), 0));
}

enum { REPEATED = 25, LONGER_TEXT = 12 * REPEATED, SECTION = 50 };

/** Numbers that come again and again are rare between those that do not. */
static void test_anchors_between_anchors(void **state)
{
    static char lines[LONGER_TEXT][32];
    hxp_str segments[LONGER_TEXT];
    struct two_texts fixture;
    hxp_anchors anchors;
    (void)state;
    for (size_t i = 0; i < LONGER_TEXT; i++) {
        size_t number = i % SECTION < 2 ? 5000 + i : 1000 + i % REPEATED;
        snprintf(lines[i], 32, "common words %zu", number);
        segments[i] = hxp_str_of(lines[i]);
    }
    const hxp_side source = { language("en"), segments, NULL, LONGER_TEXT };
    /* two lines are missing in the target */
    const hxp_side target = { language("en"), segments + 2, NULL,
                              LONGER_TEXT - 2 };
    two_texts_read(&fixture, &source, &target);
    assert_true(
        hxp_find_anchors(&anchors, &fixture.source, &fixture.target,
                         hxp_lexicon_table(fixture.lexicon, HXP_FORWARD),
                         &hxp_default_parameters));
    assert_true(anchors.count > LONGER_TEXT - SECTION);
    for (size_t k = 0; k < anchors.count; k++)
        assert_int_equal(anchors.nodes[k].row, anchors.nodes[k].column + 2);
    hxp_anchors_free(&anchors);
    two_texts_free(&fixture);
}

enum { BOOK = 6000 };

/** The band around a straight way through count lines with a number each,
 * whose anchors say that the second half comes first in the target. */
static hxp_band turned_band(size_t count)
{
    static char lines[BOOK][32];
    hxp_str *segments = calloc(2 * count, sizeof *segments);
    hxp_links way = { NULL, 0, 0 };
    struct two_texts fixture;
    hxp_band band = { 0 };
    assert_non_null(segments);
    for (size_t i = 0; i < count; i++) {
        snprintf(lines[i], 32, "common words %zu", 10000 + i);
        segments[i] = hxp_str_of(lines[i]);
        segments[count + (i + count / 2) % count] = segments[i];
        assert_true(hxp_links_add(&way, (hxp_link){ i, i, { 1, 1 }, 1 }));
    }
    const hxp_side source = { language("en"), segments, NULL, count };
    const hxp_side target = { language("en"), segments + count, NULL, count };
    two_texts_read(&fixture, &source, &target);
    assert_true(hxp_find_band(&band, &fixture.pair, &way));
    two_texts_free(&fixture);
    free(way.items);
    free(segments);
    return band;
}

/** Anchors far off the way widen the band of a short text, but not of a long
 * one: there the band would grow as the square of the length. */
static void test_anchors_off_the_way(void **state)
{
    const size_t off = BOOK / 20;
    hxp_band band = turned_band(2 * off);
    (void)state;
    assert_true(hxp_band_has(&band, off + 9, 9) ||
                hxp_band_has(&band, 9, off + 9));
    hxp_band_free(&band);
    band = turned_band(BOOK);
    assert_true(hxp_band_size(&band) < (size_t)BOOK * 20);
    assert_true(hxp_band_has(&band, BOOK / 2, BOOK / 2));
    hxp_band_free(&band);
}

/** Odds of 99 to 1 with half of the trust are those of 99^.5 to 1. */
static void test_confidence(void **state)
{
    hxp_parameters parameters = hxp_default_parameters;
    (void)state;
    parameters.trust = 0.5;
    assert_true(near(hxp_confidence_of(0.5, &parameters), 0.5));
    assert_true(near(hxp_confidence_of(0.99, &parameters), 0.9087));
    assert_true(near(hxp_confidence_of(0.01, &parameters), 0.0913));
    assert_true(near(hxp_confidence_of(1, &parameters), 0.9999));
    assert_true(near(hxp_confidence_of(0, &parameters), 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_score_length),
        cmocka_unit_test(test_corpus),
        cmocka_unit_test(test_score_words),
        cmocka_unit_test(test_word_cap),
        cmocka_unit_test(test_score_shape),
        cmocka_unit_test(test_score_borders),
        cmocka_unit_test(test_length_spread),
        cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_lone_anchor),
        cmocka_unit_test(test_anchors_between_anchors),
        cmocka_unit_test(test_anchors_off_the_way),
        cmocka_unit_test(test_confidence),
        cmocka_unit_test(test_score_cosine),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
