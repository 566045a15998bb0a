/* test_given.c - beads that a person accepted come back, whatever the rest. */
#include "align/fixed.h"
#include "base/str.h"
#include "locales.h"

#include <hexapla/align.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/** The next of a row of numbers that looks like chance. */
static uint32_t chance(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
}

enum { VERSIONS_AT_MOST = 4, MOST_SEGMENTS = 30, LINE = 40 };

/** A segment of words made by chance; it may be empty. */
static hxp_str make_line(char line[LINE], uint32_t *seed)
{
    size_t len = 0;
    for (uint32_t words = chance(seed, 6); words > 0; words--)
        len += (size_t)snprintf(line + len, LINE - len, "w%cx ",
                                'a' + (int)chance(seed, 26));
    return (hxp_str){ line, len };
}

/** Every segment is in one bead, and beads rise. */
static void check_complete(const hxp_alignment *alignment,
                           const hxp_side *sides)
{
    for (size_t k = 0; k < alignment->languages; k++) {
        size_t next = 0;
        for (size_t i = 0; i < alignment->count; i++) {
            assert_int_equal(alignment->beads[i].sides[k].first, next);
            next += alignment->beads[i].sides[k].count;
        }
        assert_int_equal(next, sides[k].count);
    }
}

/** Make beads by chance that rise; in some of them languages have nothing. */
static size_t make_beads(hxp_bead *beads, hxp_range *sides,
                         const hxp_side *texts, size_t count, uint32_t *seed)
{
    size_t made = 0, next[VERSIONS_AT_MOST] = { 0 };
    for (size_t tries = chance(seed, 8); tries > 0; tries--) {
        hxp_range *bead = &sides[made * count];
        size_t segments = 0;
        for (size_t k = 0; k < count; k++) {
            size_t first = next[k] + chance(seed, 4), some = chance(seed, 5);
            bead[k] =
                (hxp_range){ first, first + some <= texts[k].count ? some : 0 };
            segments += bead[k].count;
        }
        if (segments == 0)
            continue;
        for (size_t k = 0; k < count; k++)
            if (bead[k].count > 0)
                next[k] = bead[k].first + bead[k].count;
        beads[made++].sides = bead;
    }
    return made;
}

static bool same_sides(const hxp_range *a, const hxp_range *b, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (a[k].count != b[k].count ||
            (a[k].count > 0 && a[k].first != b[k].first))
            return false;
    return true;
}

/** Each given bead is there and no other is as sure. */
static void check_given(const hxp_alignment *alignment, const hxp_bead *given,
                        size_t count)
{
    size_t sure = 0;
    for (size_t i = 0; i < alignment->count; i++)
        sure += alignment->beads[i].confidence >= 1;
    assert_int_equal(sure, count);
    for (size_t g = 0; g < count; g++) {
        size_t i = 0;
        while (i < alignment->count &&
               !same_sides(alignment->beads[i].sides, given[g].sides,
                           alignment->languages))
            i++;
        assert_true(i < alignment->count);
        assert_true(alignment->beads[i].confidence >= 1);
    }
}

static void test_given_beads(void **state)
{
    static const char *const tags[] = { "nl", "en", "fr", "de" };
    static char lines[VERSIONS_AT_MOST][MOST_SEGMENTS][LINE];
    hxp_str segments[VERSIONS_AT_MOST][MOST_SEGMENTS];
    uint32_t seed = 11;
    (void)state;
    for (int run = 0; run < 40; run++) {
        size_t count = 2 + chance(&seed, VERSIONS_AT_MOST - 1);
        hxp_side sides[VERSIONS_AT_MOST];
        hxp_bead beads[8];
        hxp_range ranges[8 * VERSIONS_AT_MOST];
        hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
        hxp_alignment *alignment;
        for (size_t k = 0; k < count; k++) {
            size_t some = 1 + chance(&seed, MOST_SEGMENTS);
            sides[k] = (hxp_side){ language(tags[k]), segments[k], NULL, some };
            for (size_t i = 0; i < some; i++)
                segments[k][i] = make_line(lines[k][i], &seed);
        }
        options.fixed = beads;
        options.fixed_count = make_beads(beads, ranges, sides, count, &seed);
        assert_int_equal(hxp_align(&alignment, sides, count, &options, NULL),
                         HXP_OK);
        check_complete(alignment, sides);
        check_given(alignment, beads, options.fixed_count);
        hxp_alignment_free(alignment);
    }
}

/** What is given decides what lies between; a lone segment stays alone. */
static void test_given_beads_decide(void **state)
{
    const hxp_str lines[] = { HXP_STR("One house."), HXP_STR("Two houses."),
                              HXP_STR("Three houses.") };
    const hxp_side sides[] = { { language("en"), lines, NULL, 3 },
                               { language("nl"), lines, NULL, 3 } };
    const hxp_range moved[] = { { 0, 1 }, { 1, 1 } };
    const hxp_range lone[] = { { 0, 0 }, { 1, 1 } };
    const hxp_bead given[] = { { moved, 0 }, { lone, 0 } };
    hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
    hxp_alignment *alignment;
    (void)state;
    options.fixed = &given[0];
    options.fixed_count = 1;
    assert_int_equal(hxp_align(&alignment, sides, 2, &options, NULL), HXP_OK);
    assert_int_equal(alignment->beads[0].sides[0].count, 0);
    assert_true(same_sides(alignment->beads[1].sides, moved, 2));
    hxp_alignment_free(alignment);
    options.fixed = &given[1];
    assert_int_equal(hxp_align(&alignment, sides, 2, &options, NULL), HXP_OK);
    check_given(alignment, &given[1], 1);
    assert_int_equal(alignment->beads[0].sides[1].first, 0);
    assert_int_equal(alignment->beads[0].sides[1].count, 1);
    hxp_alignment_free(alignment);
}

static void test_given_beads_refused(void **state)
{
    const hxp_str lines[] = { HXP_STR("One."), HXP_STR("Two.") };
    const hxp_side sides[] = { { language("en"), lines, NULL, 2 },
                               { language("nl"), lines, NULL, 2 } };
    const hxp_range low[] = { { 0, 1 }, { 0, 1 } };
    const hxp_range crossing[] = { { 1, 1 }, { 0, 1 } };
    const hxp_range outside[] = { { 1, 2 }, { 1, 1 } };
    const hxp_bead given[] = { { low, 0 }, { crossing, 0 }, { outside, 0 } };
    hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
    hxp_alignment *alignment;
    hxp_error error;
    (void)state;
    options.fixed = given;
    options.fixed_count = 2;
    assert_int_equal(hxp_align(&alignment, sides, 2, &options, &error),
                     HXP_EINPUT);
    assert_null(alignment);
    assert_string_equal(error.message, "given bead 1 does not rise within the "
                                       "text of nl");
    options.fixed = &given[2];
    options.fixed_count = 1;
    assert_int_equal(hxp_align(&alignment, sides, 2, &options, &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, "given bead 0 does not rise within the "
                                       "text of en");
}

/* --- Anchors -------------------------------------------------------------- */

static void test_guide(void **state)
{
    static const hxp_node found[] = { { 1, 1 }, { 3, 9 }, { 5, 6 }, { 9, 9 } };
    static const hxp_node wanted[] = { { 1, 1 }, { 2, 2 }, { 6, 5 }, { 9, 9 } };
    hxp_anchors anchors = { malloc(sizeof found), 4, 4 };
    const hxp_fixed_bead bead = { { 2, 4 }, { 2, 3 }, true };
    hxp_fixed fixed = { .count = 0 };
    (void)state;
    assert_non_null(anchors.nodes);
    memcpy(anchors.nodes, found, sizeof found);
    assert_true(hxp_fixed_add(&fixed, &bead));
    assert_true(hxp_fixed_settle(&fixed, 12, 12));
    assert_true(hxp_fixed_guide(&anchors, &fixed));
    assert_int_equal(anchors.count, 4);
    for (size_t k = 0; k < 4; k++) {
        assert_int_equal(anchors.nodes[k].row, wanted[k].row);
        assert_int_equal(anchors.nodes[k].column, wanted[k].column);
    }
    hxp_anchors_free(&anchors);
    hxp_fixed_free(&fixed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_given_beads),
        cmocka_unit_test(test_given_beads_decide),
        cmocka_unit_test(test_given_beads_refused),
        cmocka_unit_test(test_guide),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
