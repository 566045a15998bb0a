/* test_align.c - what every alignment must be, in any order of the sides. */
#include "base/str.h"
#include "locales.h"
#include "texts.h"

#include <hexapla/align.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-5;
}

/** The next of a row of numbers that looks like chance. */
static uint32_t chance(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
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

enum { MOST_SEGMENTS = 40, LINE = 120, PATH = 512 };

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

enum { VERSIONS = 3 };

/** Other, whose sides stand in order, has the beads of first. */
static void check_same(const hxp_alignment *other, const hxp_alignment *first,
                       const size_t *order)
{
    assert_int_equal(other->count, first->count);
    for (size_t i = 0; i < other->count; i++) {
        const hxp_bead *is = &other->beads[i], *was = &first->beads[i];
        assert_true(near(is->confidence, was->confidence));
        for (size_t k = 0; k < first->languages; k++) {
            assert_int_equal(is->sides[k].first, was->sides[order[k]].first);
            assert_int_equal(is->sides[k].count, was->sides[order[k]].count);
        }
    }
}

/** In any order two or three sides have the same beads. */
static void check_orders(const hxp_side *sides, size_t count)
{
    static const size_t orders[][VERSIONS] = {
        { 1, 0, 2 }, { 0, 2, 1 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 }
    };
    size_t other_orders = count == 2 ? 1 : sizeof orders / sizeof *orders;
    hxp_alignment *first = align(sides, count);
    for (size_t o = 0; o < other_orders; o++) {
        hxp_side turned[VERSIONS];
        for (size_t k = 0; k < count; k++)
            turned[k] = sides[orders[o][k]];
        hxp_alignment *other = align(turned, count);
        check_same(other, first, orders[o]);
        hxp_alignment_free(other);
    }
    hxp_alignment_free(first);
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
        const hxp_side sides[] = {
            { language("en"), segments[0], NULL, counts[0] },
            { language("nl"), segments[1], NULL, counts[1] }
        };
        check_orders(sides, 2);
    }
}

/** Versions of a text in three languages, each of which leaves something out.
 */
struct versions {
    char lines[VERSIONS][MOST_SEGMENTS][LINE];
    hxp_str segments[VERSIONS][MOST_SEGMENTS];
    hxp_side sides[VERSIONS];
};

static void make_versions(struct versions *versions, uint32_t *seed)
{
    static const char *const tags[VERSIONS] = { "en", "nl", "fr" };
    static const char *const words[VERSIONS] = {
        "a word and another and so on and on and on and on and on",
        "een woord en nog een en zo maar door en door en door en door",
        "une phrase et encore une autre et ainsi de suite et de suite"
    };
    size_t counts[VERSIONS] = { 0 };
    for (size_t i = 0; i < MOST_SEGMENTS; i++) {
        unsigned number = chance(seed, 100000);
        int length = 1 + (int)chance(seed, 50);
        for (size_t k = 0; k < VERSIONS; k++) {
            if (chance(seed, 10) == 0)
                continue;
            char *line = versions->lines[k][counts[k]];
            snprintf(line, LINE, "%u %.*s", number, length, words[k]);
            versions->segments[k][counts[k]++] = hxp_str_of(line);
        }
    }
    for (size_t k = 0; k < VERSIONS; k++)
        versions->sides[k] =
            (hxp_side){ language(tags[k]), versions->segments[k], NULL,
                        counts[k] };
}

static void test_any_order(void **state)
{
    static struct versions versions;
    uint32_t seed = 5;
    (void)state;
    for (int run = 0; run < 5; run++) {
        make_versions(&versions, &seed);
        check_orders(versions.sides, VERSIONS);
    }
}

/** The same of gold texts, which each merge, split and leave out their own. */
static void test_real_texts(void **state)
{
    static const struct group {
        const char *files[VERSIONS], *tags[VERSIONS];
        size_t count;
    } groups[] = {
        { { "genesis.en-de/source", "genesis.en-de/target" },
          { "en", "de" },
          2 },
        { { "genesis.en-fr/source", "genesis.en-fr/target" },
          { "en", "fr" },
          2 },
        { { "udhr.en-nl/source", "udhr.en-nl/target", "udhr.nl-fr/target" },
          { "en", "nl", "fr" },
          3 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        const struct group *group = &groups[i];
        struct text texts[VERSIONS];
        hxp_side sides[VERSIONS];
        for (size_t k = 0; k < group->count; k++) {
            char path[PATH];
            snprintf(path, PATH, SOURCE_DIR "/tests/cases/align/%s.txt",
                     group->files[k]);
            assert_int_equal(text_read(&texts[k], &sides[k], path,
                                       language(group->tags[k]), TEXT_LINES,
                                       NULL),
                             HXP_OK);
        }
        check_orders(sides, group->count);
        for (size_t k = 0; k < group->count; k++)
            text_free(&texts[k]);
    }
}

/** What the source lacks and two others have is one bead of those two. */
static void test_missing_in_source(void **state)
{
    enum { ALL = 20, MISSING = 9 };
    static struct versions versions;
    size_t counts[VERSIONS] = { 0 };
    uint32_t seed = 9;
    (void)state;
    make_versions(&versions, &seed); /* languages; the lines are ours */
    for (size_t i = 0; i < ALL; i++) {
        unsigned number = 10000 + chance(&seed, 80000);
        for (size_t k = 0; k < VERSIONS; k++) {
            if (k == 0 && i == MISSING)
                continue;
            char *line = versions.lines[k][counts[k]];
            snprintf(line, LINE, "%u %u %u name%u", number, 2 * number + 7,
                     number + 5, number);
            versions.segments[k][counts[k]++] = hxp_str_of(line);
        }
    }
    for (size_t k = 0; k < VERSIONS; k++)
        versions.sides[k].count = counts[k];
    hxp_alignment *alignment = align(versions.sides, VERSIONS);
    assert_int_equal(alignment->count, ALL);
    assert_int_equal(alignment->beads[MISSING].sides[0].count, 0);
    assert_int_equal(alignment->beads[MISSING].sides[1].count, 1);
    assert_int_equal(alignment->beads[MISSING].sides[2].count, 1);
    hxp_alignment_free(alignment);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_swapped_sides),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_real_texts),
        cmocka_unit_test(test_missing_in_source),
        cmocka_unit_test(test_identical_texts),
        cmocka_unit_test(test_empty_segments),
        cmocka_unit_test(test_empty_side),
        cmocka_unit_test(test_one_against_many),
        cmocka_unit_test(test_max_merge),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
