/* test_coarse.c - the band where no word is rare enough to be an anchor. */
#include "align/coarse.h"
#include "align/search.h"
#include "base/str.h"
#include "locales.h"
#include "two_texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
    SEGMENTS = 1600,
    WORDS = 7,     /* of a segment, */
    FORMS = 60,    /* of so many */
    FROM = 500,    /* what the target lacks, */
    MISSING = 330, /* so many segments */
    BEFORE = 300,  /* segments that end before a gap, and begin behind it */
    BEHIND = 1550
};

/** Two texts, the lines of which hold common words in an order of their own. */
struct fixture {
    char lines[SEGMENTS][WORDS * 8];
    hxp_str segments[2][SEGMENTS];
    struct two_texts texts;
};

static struct fixture *set_up(void)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    uint32_t seed = 1;
    size_t kept = 0;
    assert_non_null(fixture);
    for (size_t i = 0; i < SEGMENTS; i++) {
        char *line = fixture->lines[i];
        for (size_t w = 0; w < WORDS; w++) {
            seed = seed * 1664525 + 1013904223;
            unsigned form = (seed >> 8) % FORMS;
            snprintf(line + strlen(line), 8, "%cx%cv%c ", 'a' + form % 26,
                     'a' + form / 26, 'a' + form % 7);
        }
        fixture->segments[0][i] = hxp_str_of(line);
        if (i < FROM || i >= FROM + MISSING)
            fixture->segments[1][kept++] = hxp_str_of(line);
    }
    const hxp_side source = { language("en"), fixture->segments[0], NULL,
                              SEGMENTS };
    const hxp_side target = { language("nl"), fixture->segments[1], NULL,
                              kept };
    two_texts_read(&fixture->texts, &source, &target);
    return fixture;
}

static void tear_down(struct fixture *fixture)
{
    two_texts_free(&fixture->texts);
    free(fixture);
}

/** Where the target stands before segment i of the source. */
static size_t column_of(size_t i)
{
    if (i <= FROM)
        return i;
    return i < FROM + MISSING ? FROM : i - MISSING;
}

static void expect_way(const hxp_band *band)
{
    for (size_t i = 0; i <= SEGMENTS; i++)
        assert_true(hxp_band_has(band, i, column_of(i)));
}

/** A gap as wide as the texts becomes a band as narrow as between anchors. */
static void test_narrow_band(void **state)
{
    struct fixture *fixture = set_up();
    const hxp_links none = { NULL, 0, 0 };
    hxp_band band;
    (void)state;
    assert_true(hxp_find_band(&band, &fixture->texts.pair, &none));
    expect_way(&band);
    /* the whole grid has 750 nodes a segment */
    assert_true(hxp_band_size(&band) < (size_t)60 * SEGMENTS);
    hxp_band_free(&band);
    tear_down(fixture);
}

/** Boxes alone tell the way before and behind a gap. */
static void test_gap_between_boxes(void **state)
{
    struct fixture *fixture = set_up();
    hxp_node end = { fixture->texts.source.count, fixture->texts.target.count };
    const hxp_node before = { BEFORE, BEFORE };
    const hxp_node behind = { BEHIND, column_of(BEHIND) };
    hxp_boxes boxes = { NULL, 0, 0 }, gaps = { NULL, 0, 0 };
    hxp_band band;
    (void)state;
    assert_true(hxp_boxes_add(&boxes, (hxp_node){ 0, 0 }, before, 0));
    assert_true(hxp_boxes_add(&boxes, behind, end, 0));
    assert_true(hxp_boxes_add(&gaps, before, behind, 0));
    assert_true(hxp_boxes_coarse(&boxes, &fixture->texts.pair, &gaps));
    assert_true(hxp_band_of(&band, end, &boxes));
    expect_way(&band);
    assert_true(hxp_band_size(&band) <
                (size_t)BEFORE * BEFORE + (size_t)60 * SEGMENTS);
    hxp_band_free(&band);
    free(boxes.items);
    free(gaps.items);
    tear_down(fixture);
}

/** Neither an empty side nor a single segment hinders. */
static void test_edges(void **state)
{
    struct fixture *fixture = set_up();
    const size_t counts[][2] = { { SEGMENTS, 0 }, { 0, 5 }, { SEGMENTS, 1 } };
    (void)state;
    for (size_t k = 0; k < 3; k++) {
        hxp_node end = { counts[k][0], counts[k][1] };
        hxp_boxes boxes = { NULL, 0, 0 }, gaps = { NULL, 0, 0 };
        hxp_band band;
        fixture->texts.source.count = end.row;
        fixture->texts.target.count = end.column;
        assert_true(hxp_boxes_add(&gaps, (hxp_node){ 0, 0 }, end, 0));
        assert_true(hxp_boxes_coarse(&boxes, &fixture->texts.pair, &gaps));
        assert_true(hxp_band_of(&band, end, &boxes));
        hxp_band_free(&band);
        free(boxes.items);
        free(gaps.items);
    }
    tear_down(fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_narrow_band),
        cmocka_unit_test(test_gap_between_boxes),
        cmocka_unit_test(test_edges),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
