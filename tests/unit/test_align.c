/* test_align.c - bands, ways, scores, and what every alignment must be. */
#include "align/anchor.h"
#include "align/join.h"
#include "align/score.h"
#include "base/str.h"

#include <hexapla/align.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static hxp_locales *locales;

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-5;
}

static const hxp_language *language(const char *tag)
{
    const hxp_language *found;
    assert_int_equal(
        hxp_locales_language(&found, locales, hxp_str_of(tag), NULL), HXP_OK);
    return found;
}

/** The next of a row of numbers that looks like chance. */
static uint32_t chance(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
}

/* --- Bands ---------------------------------------------------------------- */

/** Rows touch, nothing falls, both ends are there, columns agree. */
static void check_band(const hxp_band *band)
{
    hxp_band turned;
    size_t nodes = 0;
    assert_int_equal(band->low[0], 0);
    assert_int_equal(band->high[band->rows], band->columns);
    for (size_t i = 0; i <= band->rows; i++) {
        assert_true(band->low[i] <= band->high[i]);
        if (i > 0) {
            assert_true(band->low[i] >= band->low[i - 1]);
            assert_true(band->high[i] >= band->high[i - 1]);
            assert_true(band->low[i] <= band->high[i - 1]);
        }
        assert_int_equal(hxp_band_at(band, i, band->low[i]), nodes);
        nodes += band->high[i] - band->low[i] + 1;
    }
    assert_int_equal(hxp_band_size(band), nodes);
    assert_true(hxp_band_turn(&turned, band));
    assert_int_equal(hxp_band_size(&turned), nodes);
    for (size_t i = 0; i <= band->rows; i++)
        for (size_t j = 0; j <= band->columns; j++)
            assert_int_equal(hxp_band_has(band, i, j),
                             hxp_band_has(&turned, j, i));
    hxp_band_free(&turned);
}

static void test_band_whole(void **state)
{
    const hxp_path straight = { NULL, 0 };
    static const size_t sizes[][2] = { { 0, 0 }, { 0, 5 }, { 5, 0 },
                                       { 1, 1 }, { 3, 7 }, { 7, 3 } };
    (void)state;
    for (size_t k = 0; k < 6; k++) {
        size_t rows = sizes[k][0], columns = sizes[k][1];
        hxp_band band;
        assert_true(
            hxp_band_along(&band, rows, columns, straight, rows + columns));
        check_band(&band);
        assert_int_equal(hxp_band_size(&band), (rows + 1) * (columns + 1));
        hxp_band_free(&band);
    }
}

static void test_band_along_path(void **state)
{
    const hxp_node nodes[] = { { 2, 2 }, { 3, 9 }, { 9, 9 } };
    hxp_band band;
    (void)state;
    assert_true(hxp_band_along(&band, 12, 12, (hxp_path){ nodes, 3 }, 1));
    check_band(&band);
    for (size_t k = 0; k < 3; k++)
        assert_true(hxp_band_has(&band, nodes[k].row, nodes[k].column));
    assert_false(hxp_band_has(&band, 9, 2));
    assert_false(hxp_band_has(&band, 0, 9));
    assert_true(hxp_band_size(&band) < 13 * 13 / 2);
    hxp_band_free(&band);
}

static void test_band_along_any_path(void **state)
{
    uint32_t seed = 1;
    (void)state;
    for (int run = 0; run < 200; run++) {
        size_t rows = chance(&seed, 30), columns = chance(&seed, 30), count = 0;
        hxp_node nodes[60], at = { 0, 0 };
        while (count < 20) {
            at.row += chance(&seed, 4);
            at.column += chance(&seed, 4);
            if (at.row > rows || at.column > columns)
                break;
            nodes[count++] = at;
        }
        hxp_band band;
        assert_true(hxp_band_along(&band, rows, columns,
                                   (hxp_path){ nodes, count },
                                   chance(&seed, 5)));
        check_band(&band);
        for (size_t k = 0; k < count; k++)
            assert_true(hxp_band_has(&band, nodes[k].row, nodes[k].column));
        hxp_band_free(&band);
    }
}

/* --- Ways ----------------------------------------------------------------- */

static void test_shapes(void **state)
{
    hxp_shapes shapes;
    size_t merges = 0;
    (void)state;
    hxp_shapes_fill(&shapes, 4, 5);
    assert_int_equal(shapes.count, 12);
    for (size_t s = 0; s < shapes.count; s++) {
        hxp_shape shape = shapes.items[s];
        assert_true(shape.rows + shape.columns <= 5);
        assert_true(shape.rows <= 4 && shape.columns <= 4);
        assert_true(shape.rows + shape.columns == 1 ||
                    (shape.rows > 0 && shape.columns > 0));
        merges += shape.rows + shape.columns > 2;
    }
    assert_int_equal(merges, 9);
    hxp_shapes_fill(&shapes, 1, 5);
    assert_int_equal(shapes.count, 3);
}

/** What trying all ways from (i, j) to the end gives. */
struct all_ways {
    double best;
    double sum; /* of exponentials */
};

static struct all_ways try_all(const hxp_grid *grid, size_t i, size_t j)
{
    struct all_ways all = { -INFINITY, 0 };
    const hxp_band *band = grid->band;
    if (i == band->rows && j == band->columns)
        return (struct all_ways){ 0, 1 };
    for (size_t s = 0; s < grid->shapes->count; s++) {
        hxp_shape shape = grid->shapes->items[s];
        if (i + shape.rows > band->rows || j + shape.columns > band->columns)
            continue;
        double score =
            (double)
                grid->scores[hxp_band_at(band, i, j) * grid->shapes->count + s];
        struct all_ways rest = try_all(grid, i + shape.rows, j + shape.columns);
        all.sum += exp(score) * rest.sum;
        if (score + rest.best > all.best)
            all.best = score + rest.best;
    }
    return all;
}

/** The posterior of the first link of way, by trying all ways. */
static double first_posterior(const hxp_grid *grid, hxp_link link)
{
    size_t s = 0;
    while (grid->shapes->items[s].rows != link.shape.rows ||
           grid->shapes->items[s].columns != link.shape.columns)
        s++;
    return exp((double)grid->scores[s]) *
           try_all(grid, link.shape.rows, link.shape.columns).sum /
           try_all(grid, 0, 0).sum;
}

static double score_of_way(const hxp_grid *grid, const hxp_links *way)
{
    double sum = 0;
    for (size_t k = 0; k < way->count; k++) {
        hxp_link link = way->items[k];
        for (size_t s = 0; s < grid->shapes->count; s++)
            if (grid->shapes->items[s].rows == link.shape.rows &&
                grid->shapes->items[s].columns == link.shape.columns)
                sum += (double)grid->scores[hxp_band_at(grid->band, link.row,
                                                        link.column) *
                                                grid->shapes->count +
                                            s];
    }
    return sum;
}

static void test_way_is_the_best(void **state)
{
    const hxp_path straight = { NULL, 0 };
    uint32_t seed = 7;
    hxp_shapes shapes;
    (void)state;
    hxp_shapes_fill(&shapes, 4, 5);
    for (int run = 0; run < 40; run++) {
        size_t rows = 1 + chance(&seed, 5), columns = 1 + chance(&seed, 5);
        hxp_links way = { NULL, 0, 0 }, likely = { NULL, 0, 0 };
        hxp_band band;
        assert_true(hxp_band_along(&band, rows, columns, straight, 20));
        size_t count = hxp_band_size(&band) * shapes.count;
        float *scores = calloc(count, sizeof *scores);
        assert_non_null(scores);
        for (size_t k = 0; k < count; k++)
            scores[k] = (float)chance(&seed, 6000) / 1024 - 4;
        const hxp_grid grid = { &band, &shapes, scores };
        assert_true(hxp_find_way(&way, &likely, &grid, 0.05));
        assert_true(near(score_of_way(&grid, &way), try_all(&grid, 0, 0).best));
        assert_true(near(way.items[0].confidence,
                         first_posterior(&grid, way.items[0])));
        for (size_t k = 0; k < likely.count; k++) {
            assert_true(likely.items[k].confidence >= 0.05);
            assert_true(likely.items[k].confidence <= 1);
            assert_true(likely.items[k].shape.rows > 0);
            assert_true(likely.items[k].shape.columns > 0);
        }
        free(scores);
        free(way.items);
        free(likely.items);
        hxp_band_free(&band);
    }
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

/** Two texts and what is between them. */
struct fixture {
    hxp_corpus source, target;
    hxp_lexicon *lexicon;
    hxp_pair pair;
};

static void set_up(struct fixture *fixture, const hxp_side *source,
                   const hxp_side *target)
{
    assert_int_equal(hxp_corpus_read(&fixture->source, source, NULL), HXP_OK);
    assert_int_equal(hxp_corpus_read(&fixture->target, target, NULL), HXP_OK);
    assert_int_equal(hxp_lexicon_new(&fixture->lexicon,
                                     &fixture->source.vocabulary,
                                     &fixture->target.vocabulary, NULL),
                     HXP_OK);
    fixture->pair = (hxp_pair){ .source = &fixture->source,
                                .target = &fixture->target,
                                .lexicon = fixture->lexicon,
                                .parameters = &hxp_default_parameters };
    hxp_pair_measure(&fixture->pair);
}

static void tear_down(struct fixture *fixture)
{
    hxp_lexicon_free(fixture->lexicon);
    hxp_corpus_free(&fixture->source);
    hxp_corpus_free(&fixture->target);
}

static void test_corpus(void **state)
{
    const hxp_str segments[] = { HXP_STR("Ça va: 1234 fois?"), HXP_STR(""),
                                 HXP_STR("« Ça », fois.") };
    const hxp_side side = { language("fr"), segments, NULL, 3 };
    hxp_corpus corpus;
    (void)state;
    assert_int_equal(hxp_corpus_read(&corpus, &side, NULL), HXP_OK);
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

static void test_score_words(void **state)
{
    const hxp_str english[] = { HXP_STR("parliament one"), HXP_STR("two") };
    const hxp_str dutch[] = { HXP_STR("parlement"), HXP_STR("twee") };
    const hxp_side source = { language("en"), english, NULL, 2 };
    const hxp_side target = { language("nl"), dutch, NULL, 2 };
    struct fixture fixture;
    hxp_band band, turned;
    float scores[9 * 2];
    (void)state;
    set_up(&fixture, &source, &target);
    assert_true(hxp_band_along(&band, 2, 2, (hxp_path){ NULL, 0 }, 4));
    assert_true(hxp_band_turn(&turned, &band));
    assert_true(hxp_score_words(scores, &band, &fixture.pair, HXP_FORWARD, 2));
    /* known .75 * .59375; unigram 1/2; 1 of 2 words, or of 3 with "two" */
    double p = 0.59375, known = 0.75 * p;
    assert_true(near((double)scores[hxp_band_at(&band, 0, 0) * 2],
                     log(1 - known + 0.75 * p / (2 * 0.5))));
    assert_true(near((double)scores[hxp_band_at(&band, 0, 0) * 2 + 1],
                     log(1 - known + 0.75 * p / (3 * 0.5))));
    /* "two" does not explain "parlement", "twee" is not known at all */
    assert_true(
        near((double)scores[hxp_band_at(&band, 1, 0) * 2], log(1 - known)));
    assert_true(near((double)scores[hxp_band_at(&band, 0, 1) * 2], 0));
    assert_true(
        hxp_score_words(scores, &turned, &fixture.pair, HXP_BACKWARD, 2));
    /* the other way unigrams are 1/3, and "parlement" is alone */
    assert_true(near((double)scores[hxp_band_at(&turned, 0, 0) * 2],
                     log(1 - known + 0.75 * p * 3)));
    hxp_band_free(&band);
    hxp_band_free(&turned);
    tear_down(&fixture);
}

static void test_word_cap(void **state)
{
    static char words[12000];
    const hxp_str filler = { words, sizeof words };
    const hxp_str name[] = { HXP_STR("Xinjiang"), filler };
    const hxp_side side = { language("en"), name, NULL, 2 };
    struct fixture fixture;
    hxp_band band;
    float scores[9];
    (void)state;
    for (size_t i = 0; i < sizeof words; i += 6)
        memcpy(words + i, "words ", 6);
    set_up(&fixture, &side, &side);
    assert_true(hxp_band_along(&band, 2, 2, (hxp_path){ NULL, 0 }, 4));
    assert_true(hxp_score_words(scores, &band, &fixture.pair, HXP_FORWARD, 1));
    assert_true(near((double)scores[0], hxp_default_parameters.word_cap));
    hxp_band_free(&band);
    tear_down(&fixture);
}

static double shape_score(const struct fixture *fixture, size_t i, size_t j,
                          size_t rows, size_t columns)
{
    return hxp_score_shape(&fixture->pair, (hxp_node){ i, j },
                           (hxp_shape){ rows, columns });
}

static void test_score_shape(void **state)
{
    const hxp_str texts[] = { HXP_STR("a"), HXP_STR(""), HXP_STR("b"),
                              HXP_STR("c") };
    const size_t paragraphs[] = { 0, 0, 1, 1 }, others[] = { 0, 1, 1, 1 };
    hxp_side source = { language("en"), texts, NULL, 4 };
    hxp_side target = { language("nl"), texts, others, 4 };
    const hxp_parameters *p = &hxp_default_parameters;
    struct fixture fixture;
    (void)state;
    set_up(&fixture, &source, &target);
    assert_false(fixture.pair.paragraphs);
    assert_true(near(shape_score(&fixture, 0, 0, 1, 1), 0));
    assert_true(near(shape_score(&fixture, 0, 0, 1, 0), -p->unmatched));
    assert_true(near(shape_score(&fixture, 1, 0, 1, 0), -p->unmatched_empty));
    assert_true(near(shape_score(&fixture, 0, 1, 0, 1), -p->unmatched_empty));
    assert_true(near(shape_score(&fixture, 0, 0, 1, 2), -p->merge));
    assert_true(
        near(shape_score(&fixture, 0, 0, 3, 1), -p->merge - p->merge_more));
    assert_true(near(shape_score(&fixture, 0, 0, 2, 2),
                     -p->merge - p->merge_more - p->merge_both));
    tear_down(&fixture);

    source.paragraphs = paragraphs;
    set_up(&fixture, &source, &target);
    assert_true(fixture.pair.paragraphs);
    assert_true(near(shape_score(&fixture, 0, 0, 1, 1), p->border_shared));
    assert_true(near(shape_score(&fixture, 2, 1, 1, 1), p->border_shared));
    assert_true(near(shape_score(&fixture, 2, 2, 1, 1), -p->border_alone));
    assert_true(near(shape_score(&fixture, 3, 3, 1, 1), 0));
    assert_true(
        near(shape_score(&fixture, 1, 3, 2, 1), -p->merge - p->border_inside));
    tear_down(&fixture);
}

static void test_length_spread(void **state)
{
    const hxp_str texts[] = { HXP_STR("aaaa"), HXP_STR("bb") };
    const hxp_side side = { language("en"), texts, NULL, 2 };
    struct fixture fixture;
    const hxp_link same = { 0, 0, { 1, 1 }, 1 }, other = { 0, 1, { 1, 1 }, 1 };
    (void)state;
    set_up(&fixture, &side, &side);
    assert_true(near(fixture.pair.source_scale, 1));
    assert_true(near(fixture.pair.mean, 3));
    assert_true(near(hxp_length_spread(&fixture.pair, same), 0));
    assert_true(near(hxp_length_spread(&fixture.pair, other), 4.0 / 4));
    tear_down(&fixture);
}

/* --- Anchors -------------------------------------------------------------- */

enum { LONG_TEXT = 60 };

static void test_anchors(void **state)
{
    static char lines[2][LONG_TEXT][32];
    hxp_str segments[2][LONG_TEXT];
    struct fixture fixture;
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
    set_up(&fixture, &source, &target);
    assert_true(
        hxp_find_anchors(&anchors, &fixture.source, &fixture.target,
                         hxp_lexicon_table(fixture.lexicon, HXP_FORWARD),
                         &hxp_default_parameters));
    assert_true(anchors.count > 15);
    for (size_t k = 0; k < anchors.count; k++)
        assert_int_equal(anchors.nodes[k].column, anchors.nodes[k].row + 2);
    assert_true(anchors.gap < 10);
    hxp_anchors_free(&anchors);
    tear_down(&fixture);
}

/* --- Joining -------------------------------------------------------------- */

static void check_side(const hxp_beads *beads, size_t bead, size_t language,
                       size_t first, size_t count)
{
    hxp_range side = beads->items[bead].sides[language];
    assert_int_equal(side.first, first);
    assert_int_equal(side.count, count);
}

static void test_join(void **state)
{
    hxp_link first[] = { { 0, 0, { 1, 1 }, 0.5 }, { 1, 1, { 2, 1 }, 0.8 } };
    hxp_link second[] = { { 0, 0, { 0, 1 }, 0.25 },
                          { 0, 1, { 1, 2 }, 0.5 },
                          { 1, 3, { 1, 1 }, 1 },
                          { 2, 4, { 1, 0 }, 0.5 },
                          { 3, 4, { 0, 1 }, 0.75 } };
    const hxp_links links[] = { { first, 2, 2 }, { second, 5, 5 } };
    hxp_beads beads = { .languages = 3 };
    (void)state;
    assert_true(hxp_join(&beads, links, 3));
    assert_int_equal(beads.count, 4);
    check_side(&beads, 0, 0, 0, 0);
    check_side(&beads, 0, 2, 0, 1);
    assert_true(near(beads.items[0].confidence, 0.25));
    check_side(&beads, 1, 0, 0, 1);
    check_side(&beads, 1, 1, 0, 1);
    check_side(&beads, 1, 2, 1, 2);
    assert_true(near(beads.items[1].confidence, 0.5 * 0.5));
    check_side(&beads, 2, 0, 1, 2);
    check_side(&beads, 2, 1, 1, 1);
    check_side(&beads, 2, 2, 3, 1);
    assert_true(near(beads.items[2].confidence, 0.8 * 1 * 0.5));
    check_side(&beads, 3, 2, 4, 1);
    assert_true(near(beads.items[3].confidence, 0.75));
    free(beads.items);
    free(beads.sides);
}

/* --- What every alignment must be ----------------------------------------- */

/** Every segment is in one bead, and beads rise. */
static void check_alignment(const hxp_alignment *alignment,
                            const hxp_side *sides, size_t count)
{
    size_t behind[4] = { 0 };
    assert_int_equal(alignment->languages, count);
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        size_t segments = 0;
        assert_true(bead->confidence >= 0 && bead->confidence <= 1);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(bead->sides[k].first, behind[k]);
            behind[k] += bead->sides[k].count;
            segments += bead->sides[k].count;
        }
        assert_true(segments > 0);
    }
    for (size_t k = 0; k < count; k++)
        assert_int_equal(behind[k], sides[k].count);
}

static hxp_alignment *align(const hxp_side *sides, size_t count)
{
    hxp_alignment *alignment;
    assert_int_equal(hxp_align(&alignment, sides, count, NULL, NULL), HXP_OK);
    check_alignment(alignment, sides, count);
    return alignment;
}

enum { MOST_SEGMENTS = 40, LINE = 120 };

/** A text of segments that were made by chance, some of them empty. */
struct made {
    char lines[MOST_SEGMENTS][LINE];
    hxp_str segments[MOST_SEGMENTS];
    size_t count;
};

static void make_text(struct made *made, uint32_t *seed)
{
    made->count = chance(seed, MOST_SEGMENTS);
    for (size_t i = 0; i < made->count; i++) {
        size_t words = chance(seed, 12), len = 0;
        for (size_t w = 0; w < words; w++)
            len += (size_t)snprintf(made->lines[i] + len, LINE - len, "w%cx%c ",
                                    'a' + (int)chance(seed, 5),
                                    'a' + (int)chance(seed, 26));
        made->segments[i] = (hxp_str){ made->lines[i], len };
    }
}

/** a and b hold the same beads of text with text, sides swapped. */
static void check_swapped(const hxp_alignment *a, const hxp_alignment *b)
{
    size_t j = 0;
    for (size_t i = 0; i < a->count; i++) {
        const hxp_range *x = a->beads[i].sides;
        if (x[0].count == 0 || x[1].count == 0)
            continue;
        while (j < b->count && (b->beads[j].sides[0].count == 0 ||
                                b->beads[j].sides[1].count == 0))
            j++;
        assert_true(j < b->count);
        const hxp_range *y = b->beads[j++].sides;
        assert_int_equal(x[0].first, y[1].first);
        assert_int_equal(x[0].count, y[1].count);
        assert_int_equal(x[1].first, y[0].first);
        assert_int_equal(x[1].count, y[0].count);
        assert_true(near(a->beads[i].confidence, b->beads[j - 1].confidence));
    }
}

static void test_random_texts(void **state)
{
    static struct made texts[3];
    uint32_t seed = 3;
    (void)state;
    for (int run = 0; run < 60; run++) {
        hxp_side sides[3];
        for (size_t k = 0; k < 3; k++) {
            make_text(&texts[k], &seed);
            sides[k] = (hxp_side){ language(k == 0 ? "en" : "nl"),
                                   texts[k].segments, NULL, texts[k].count };
        }
        hxp_alignment_free(align(sides, 3));
        hxp_alignment_free(align(sides, 2));
    }
}

/** Texts that say the same in other words are aligned alike both ways. */
static void test_swapped_sides(void **state)
{
    static char lines[2][MOST_SEGMENTS][LINE];
    hxp_str segments[2][MOST_SEGMENTS];
    uint32_t seed = 11;
    (void)state;
    for (int run = 0; run < 20; run++) {
        size_t counts[2] = { 0, 0 };
        for (size_t i = 0; i < MOST_SEGMENTS; i++) {
            unsigned number = chance(&seed, 100000);
            unsigned length = 1 + chance(&seed, 60);
            for (size_t k = 0; k < 2; k++) {
                if (chance(&seed, 10) == 0)
                    continue; /* left out */
                size_t at = counts[k]++;
                snprintf(lines[k][at], LINE, "%u %.*s", number, (int)length,
                         k == 0 ? "a word and another and so on and on and on "
                                  "and on and on"
                                : "een woord en nog een en zo maar door en "
                                  "door en door en door");
                segments[k][at] = hxp_str_of(lines[k][at]);
            }
        }
        hxp_side there[] = { { language("en"), segments[0], NULL, counts[0] },
                             { language("nl"), segments[1], NULL, counts[1] } };
        hxp_side back[] = { there[1], there[0] };
        hxp_alignment *a = align(there, 2), *b = align(back, 2);
        check_swapped(a, b);
        check_swapped(b, a);
        hxp_alignment_free(a);
        hxp_alignment_free(b);
    }
}

static void test_identical_texts(void **state)
{
    static char lines[MOST_SEGMENTS][LINE];
    hxp_str segments[MOST_SEGMENTS];
    (void)state;
    for (size_t i = 0; i < MOST_SEGMENTS; i++) {
        snprintf(lines[i], LINE, "Segment %zu says %zu", i, i * i);
        segments[i] = hxp_str_of(lines[i]);
    }
    const hxp_side side = { language("en"), segments, NULL, MOST_SEGMENTS };
    const hxp_side sides[] = { side, side, side };
    hxp_alignment *alignment = align(sides, 3);
    assert_int_equal(alignment->count, MOST_SEGMENTS);
    for (size_t i = 0; i < alignment->count; i++)
        assert_true(alignment->beads[i].confidence > 0.9);
    hxp_alignment_free(alignment);
}

static void test_empty_segments(void **state)
{
    hxp_str segments[MOST_SEGMENTS];
    (void)state;
    for (size_t i = 0; i < MOST_SEGMENTS; i++)
        segments[i] = HXP_STR("");
    const hxp_side side = { language("en"), segments, NULL, MOST_SEGMENTS };
    const hxp_side sides[] = { side, side };
    hxp_alignment *alignment = align(sides, 2);
    assert_int_equal(alignment->count, MOST_SEGMENTS);
    hxp_alignment_free(alignment);
}

static void test_empty_side(void **state)
{
    const hxp_str segments[] = { HXP_STR("One."), HXP_STR("Two.") };
    const hxp_side full = { language("en"), segments, NULL, 2 };
    const hxp_side empty = { language("nl"), NULL, NULL, 0 };
    const hxp_side cases[][2] = { { full, empty },
                                  { empty, full },
                                  { empty, empty } };
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        hxp_alignment *alignment = align(cases[i], 2);
        assert_int_equal(alignment->count, i < 2 ? 2 : 0);
        hxp_alignment_free(alignment);
    }
}

static void test_one_against_many(void **state)
{
    enum { MANY = 1000 };
    static hxp_str many[MANY];
    const hxp_str one[] = { HXP_STR("A single segment.") };
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        many[i] = HXP_STR("One of very many segments, all of them alike.");
    const hxp_side sides[] = { { language("en"), one, NULL, 1 },
                               { language("en"), many, NULL, MANY } };
    hxp_alignment_free(align(sides, 2));
}

static void test_max_merge(void **state)
{
    const hxp_str two[] = { HXP_STR("The year 1948 saw"),
                            HXP_STR("the declaration of human rights.") };
    const hxp_str one[] = { HXP_STR(
        "The year 1948 saw the declaration of human rights.") };
    const hxp_side sides[] = { { language("en"), two, NULL, 2 },
                               { language("en"), one, NULL, 1 } };
    const hxp_align_options options = { .max_merge = 1 };
    hxp_alignment *alignment = align(sides, 2);
    (void)state;
    assert_int_equal(alignment->count, 1);
    hxp_alignment_free(alignment);
    assert_int_equal(hxp_align(&alignment, sides, 2, &options, NULL), HXP_OK);
    assert_int_equal(alignment->count, 2);
    hxp_alignment_free(alignment);
}

static int open_locales(void **state)
{
    (void)state;
    return hxp_locales_open(&locales, NULL, NULL) == HXP_OK ? 0 : -1;
}

static int free_locales(void **state)
{
    (void)state;
    hxp_locales_free(locales);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_band_whole),
        cmocka_unit_test(test_band_along_path),
        cmocka_unit_test(test_band_along_any_path),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_way_is_the_best),
        cmocka_unit_test(test_score_length),
        cmocka_unit_test(test_corpus),
        cmocka_unit_test(test_score_words),
        cmocka_unit_test(test_word_cap),
        cmocka_unit_test(test_score_shape),
        cmocka_unit_test(test_length_spread),
        cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_join),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_swapped_sides),
        cmocka_unit_test(test_identical_texts),
        cmocka_unit_test(test_empty_segments),
        cmocka_unit_test(test_empty_side),
        cmocka_unit_test(test_one_against_many),
        cmocka_unit_test(test_max_merge),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
