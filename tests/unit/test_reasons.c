/* test_reasons.c - what is said to speak for a bead is what did. */
#include "align/reasons.h"
#include "align/score.h"
#include "base/str.h"
#include "locales.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { COUNT = 4 };

static const char *const lines[2][COUNT] = {
    { "Anna has 17 children.", "The house of Anna is red.",
      "It stands on a hill.", "Nobody knows the hill." },
    { "Anna heeft 17 kinderen.",
      "Het huis van Anna is rood en staat op een heuvel.",
      "Niemand kent de heuvel.", NULL }
};
static const size_t paragraphs[] = { 0, 1, 1, 2 };

static const hxp_block blocks[][COUNT] = {
    { { HXP_BLOCK_HEADING, 1 }, { HXP_BLOCK_TEXT, 0 }, { HXP_BLOCK_ITEM, 1 } },
    { { HXP_BLOCK_HEADING, 2 }, { HXP_BLOCK_TEXT, 0 }, { HXP_BLOCK_ITEM, 1 } }
};

/** Two texts, aligned. */
struct fixture {
    hxp_str segments[2][COUNT];
    hxp_side sides[2];
    hxp_segment items[COUNT];
    hxp_segments parts[2];
    hxp_document documents[2];
    hxp_corpus corpora[2];
    hxp_matching match;
    hxp_versions versions;
};

static void set_up(struct fixture *fixture)
{
    static const hxp_align_options options = { .max_merge = 4 };
    *fixture = (struct fixture){
        .sides = { { language("en"), fixture->segments[0], paragraphs, COUNT },
                   { language("nl"), fixture->segments[1], paragraphs,
                     COUNT - 1 } },
        .versions = { .sides = fixture->corpora,
                      .count = 2,
                      .matches = &fixture->match,
                      .options = &options },
    };
    for (size_t i = 0; i < COUNT; i++)
        fixture->items[i].paragraph = paragraphs[i];
    for (int k = 0; k < 2; k++) {
        fixture->parts[k] =
            (hxp_segments){ fixture->items, fixture->sides[k].count };
        fixture->documents[k].blocks = blocks[k];
        for (size_t i = 0; i < fixture->sides[k].count; i++)
            fixture->segments[k][i] = hxp_str_of(lines[k][i]);
        assert_int_equal(
            hxp_corpus_read(
                &fixture->corpora[k], &fixture->sides[k],
                &(hxp_segmented){ &fixture->documents[k], &fixture->parts[k] },
                NULL),
            HXP_OK);
    }
    assert_int_equal(hxp_match_pair(&fixture->match, &fixture->corpora[0],
                                    &fixture->corpora[1], &options, NULL),
                     HXP_OK);
}

static void tear_down(struct fixture *fixture)
{
    hxp_match_free(&fixture->match);
    hxp_corpus_free(&fixture->corpora[0]);
    hxp_corpus_free(&fixture->corpora[1]);
}

/** What it is worth when a border within it is sought, as second.c has it. */
static double with_border(const hxp_scorer *scorer, const hxp_link *bead,
                          double score)
{
    const hxp_parameters *parameters = hxp_scorer_parameters(scorer);
    hxp_shape shape = bead->shape;
    if (shape.rows > 1 && shape.columns > 1)
        return fmax(score,
                    hxp_score_again(scorer, bead, 1) + parameters->moved);
    double best = score;
    for (size_t at = 1; at < shape.rows || at < shape.columns; at++)
        best = fmax(best, (hxp_score_again(scorer, bead, at) + score) / 2);
    return best;
}

/** What the aligner says of a bead that begins at (row, column). */
static double score_of(const struct fixture *fixture, hxp_range row,
                       hxp_range column)
{
    hxp_shapes shapes;
    hxp_boxes boxes = { NULL, 0, 0 };
    hxp_band band;
    size_t s = 0;
    hxp_node end = { COUNT, COUNT - 1 };
    hxp_shapes_fill(&shapes, 4, 5);
    assert_true(hxp_boxes_add(&boxes, (hxp_node){ 0, 0 }, end, 0));
    assert_true(hxp_band_of(&band, end, &boxes));
    hxp_scorer *scorer = hxp_scorer_new(&fixture->match.pair, 1, &shapes);
    assert_non_null(scorer);
    const hxp_grid grid = hxp_score_grid(scorer, &band);
    while (shapes.items[s].rows != row.count ||
           shapes.items[s].columns != column.count)
        s++;
    double score =
        (double)grid
            .scores[hxp_band_at(&band, row.first, column.first) * shapes.count +
                    s];
    const hxp_link bead = {
        row.first, column.first, { row.count, column.count }, 0
    };
    score = with_border(scorer, &bead, score);
    hxp_scorer_free(scorer);
    hxp_band_free(&band);
    free(boxes.items);
    return score;
}

/** The figures sum up to the score, in any order of the languages. */
static void test_sum(void **state)
{
    static const hxp_range beads[][2] = {
        { { 0, 1 }, { 0, 1 } }, { { 1, 2 }, { 1, 1 } }, { { 3, 1 }, { 2, 1 } },
        { { 0, 2 }, { 1, 2 } }, { { 2, 1 }, { 0, 1 } }, { { 1, 2 }, { 1, 2 } },
        { { 1, 3 }, { 1, 2 } }
    };
    struct fixture fixture;
    size_t sought = 0;
    (void)state;
    set_up(&fixture);
    for (size_t turned = 0; turned < 2; turned++)
        for (size_t i = 0; i < sizeof beads / sizeof *beads; i++) {
            size_t order[] = { turned, 1 - turned };
            const hxp_range sides[] = { beads[i][turned], beads[i][!turned] };
            const hxp_bead bead = { sides, 0 };
            const hxp_alignment alignment = { &bead, 1, 2 };
            const hxp_side texts[] = { fixture.sides[turned],
                                       fixture.sides[!turned] };
            hxp_reason_list list = { .count = 0 };
            fixture.versions.order = order;
            assert_int_equal(hxp_reasons_find(&list, &fixture.versions,
                                              &alignment, texts, NULL),
                             HXP_OK);
            assert_int_equal(list.count, 1);
            const hxp_reasons *reasons = &list.items[0];
            double sum = reasons->lengths + reasons->words + reasons->border +
                         reasons->shape + reasons->paragraphs +
                         reasons->structure + reasons->marks + reasons->keys;
            sought += reasons->border > 0.1;
            assert_true(fabs(reasons->structure) > 0.001);
            assert_int_equal(reasons->blocks[0].level,
                             blocks[turned][paragraphs[sides[0].first]].level);
            assert_true(fabs(sum - score_of(&fixture, beads[i][0],
                                            beads[i][1])) < 0.001);
            hxp_reasons_free(&list);
        }
    assert_true(sought > 0);
    tear_down(&fixture);
}

static const hxp_matched_words *find(const hxp_reasons *reasons,
                                     const char *source)
{
    for (size_t i = 0; i < reasons->paired; i++)
        if (hxp_str_is(reasons->pairs[i].source, source))
            return &reasons->pairs[i];
    fail();
    abort(); /* which the compiler knows of */
}

static void test_words(void **state)
{
    struct fixture fixture;
    hxp_alignment *alignment;
    hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
    size_t count;
    (void)state;
    set_up(&fixture);
    options.explain = true;
    assert_int_equal(hxp_align(&alignment, fixture.sides, 2, &options, NULL),
                     HXP_OK);
    const hxp_reasons *reasons = hxp_alignment_reasons(alignment, 0, &count);
    assert_int_equal(count, 1);
    assert_int_equal(reasons->letters[0], 17);
    assert_int_equal(reasons->letters[1], 19);
    assert_int_equal(reasons->count[0], 4);
    assert_true(reasons->structured && reasons->begins[0] &&
                reasons->begins[1]);
    const hxp_matched_words *anna = find(reasons, "Anna");
    const hxp_matched_words *number = find(reasons, "17");
    assert_true(anna->name && anna->alike && !anna->dictionary);
    assert_true(hxp_str_is(anna->target, "Anna"));
    assert_int_equal(number->kind, HXP_WORD_NUMBER);
    assert_true(number->probability > 0.5 && number->probability <= 1);
    hxp_alignment_free(alignment);

    options.explain = false;
    assert_int_equal(hxp_align(&alignment, fixture.sides, 2, &options, NULL),
                     HXP_OK);
    assert_null(hxp_alignment_reasons(alignment, 0, &count));
    assert_int_equal(count, 0);
    hxp_alignment_free(alignment);
    tear_down(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sum),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
