/* test_structure.c - headings, lists, tables and codes as evidence. */
#include "align/score.h"
#include "base/str.h"
#include "locales.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const hxp_block text = { HXP_BLOCK_TEXT, 0 };
static const hxp_block heading = { HXP_BLOCK_HEADING, 1 };
static const hxp_block second = { HXP_BLOCK_HEADING, 2 };
static const hxp_block item = { HXP_BLOCK_ITEM, 1 };
static const hxp_block cell = { HXP_BLOCK_CELL, 0 };

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

/* --- Traits --------------------------------------------------------------- */

enum { MOST = 60, LINE = 64 };

/** A document of a segment a paragraph. */
struct made {
    char lines[MOST][LINE];
    hxp_str texts[MOST];
    hxp_block blocks[MOST];
    hxp_code codes[2 * MOST];
    hxp_attribute types[2 * MOST];
    hxp_segment items[MOST];
    size_t count;
    hxp_document document;
    hxp_segments segments;
    hxp_segmented both;
    hxp_side side;
};

/** Add a segment. It takes ten bytes of a text that is nowhere. */
static void add(struct made *made, const char *line, hxp_block block)
{
    size_t i = made->count++;
    snprintf(made->lines[i], LINE, "%s", line);
    made->texts[i] = hxp_str_of(made->lines[i]);
    made->blocks[i] = block;
    made->items[i] = (hxp_segment){ i, 10 * i, 10 * i + 8 };
}

/** Add a code to the segment that was added last. */
static void add_code(struct made *made, hxp_code_kind kind, const char *type)
{
    size_t c = made->document.code_count++;
    made->types[c] = (hxp_attribute){ HXP_STR("type"), hxp_str_of(type) };
    made->codes[c] = (hxp_code){ .kind = kind,
                                 .offset = 10 * (made->count - 1) + 1,
                                 .name = HXP_STR("x"),
                                 .attributes = { &made->types[c], 1 } };
}

static void finish(struct made *made, const char *tag)
{
    made->document.blocks = made->blocks;
    made->document.codes = made->codes;
    made->document.text.len = 10 * made->count;
    made->segments = (hxp_segments){ made->items, made->count };
    made->both = (hxp_segmented){ &made->document, &made->segments };
    made->side = (hxp_side){ language(tag), made->texts, NULL, made->count };
}

static void test_traits(void **state)
{
    static struct made made;
    (void)state;
    add(&made, "a", second);
    add_code(&made, HXP_CODE_BEGIN, "bold");
    add_code(&made, HXP_CODE_END, "bold");
    add_code(&made, HXP_CODE_STANDALONE, "image");
    add(&made, "b", text);
    add(&made, "c", (hxp_block){ HXP_BLOCK_HEADING, 99 });
    for (int i = 0; i < 5; i++)
        add_code(&made, HXP_CODE_BEGIN, "something");
    finish(&made, "en");
    hxp_traits *traits = hxp_traits_read(&made.both);
    assert_non_null(traits);
    assert_int_equal(hxp_traits_block(&traits[0]).kind, HXP_BLOCK_HEADING);
    assert_int_equal(hxp_traits_block(&traits[0]).level, 2);
    assert_int_equal(hxp_traits_block(&traits[1]).kind, HXP_BLOCK_TEXT);
    assert_int_equal(hxp_traits_block(&traits[2]).kind, HXP_BLOCK_HEADING);
    assert_int_equal(hxp_traits_block(&traits[2]).level, HXP_LEVELS - 1);
    assert_true(traits[0].codes == (1 | 1 << 24));
    assert_true(traits[1].codes == 0);
    assert_true(traits[2].codes == (uint64_t)3 << 40);
    traits[2].codes |= 3;
    assert_int_equal(hxp_codes_of_type(hxp_traits_codes(traits, 3), 0), 3);
    hxp_traits joined = hxp_traits_join(traits, 3);
    assert_int_equal(joined.block, traits[0].block);
    assert_true(joined.codes == (3 | 1 << 24 | (uint64_t)3 << 40));
    free(traits);
}

/* --- Scores --------------------------------------------------------------- */

/** Two texts, and how their traits are judged. */
struct fixture {
    struct made made[2];
    hxp_corpus corpora[2];
    hxp_structure structure;
    hxp_pair pair;
};

static void set_up(struct fixture *fixture)
{
    static const char *const tags[] = { "en", "nl" };
    for (int k = 0; k < 2; k++) {
        struct made *made = &fixture->made[k];
        finish(made, tags[k]);
        assert_int_equal(hxp_corpus_read(&fixture->corpora[k], &made->side,
                                         &made->both, NULL),
                         HXP_OK);
    }
    assert_true(hxp_has_structure(&fixture->corpora[0], &fixture->corpora[1]));
    fixture->pair = (hxp_pair){ .source = &fixture->corpora[0],
                                .target = &fixture->corpora[1],
                                .structure = &fixture->structure,
                                .parameters = &hxp_default_parameters };
}

static void learn(struct fixture *fixture, hxp_link *links, size_t count)
{
    const hxp_links likely = { links, count, count };
    hxp_structure_learn(&fixture->structure, &fixture->corpora[0],
                        &fixture->corpora[1], &likely, &hxp_default_parameters);
}

static void tear_down(struct fixture *fixture)
{
    hxp_corpus_free(&fixture->corpora[0]);
    hxp_corpus_free(&fixture->corpora[1]);
    *fixture = (struct fixture){ .pair = { .source = NULL } };
}

/** The score of a bead, which is the same from the other side. */
static double score(const struct fixture *fixture, hxp_link bead)
{
    const hxp_pair turned = hxp_pair_turned(&fixture->pair);
    const hxp_link back = {
        bead.column, bead.row, { bead.shape.columns, bead.shape.rows }, 0
    };
    double found = hxp_score_structure(&fixture->pair, &bead);
    assert_true(near(found, hxp_score_structure(&turned, &back)));
    return found;
}

static struct fixture fixture;

/** One heading of four segments on both sides. */
static void test_frequencies(void **state)
{
    const hxp_parameters *p = &hxp_default_parameters;
    double w = p->structure_weight;
    (void)state;
    for (int k = 0; k < 2; k++) {
        add(&fixture.made[k], "a", heading);
        for (int i = 0; i < 3; i++)
            add(&fixture.made[k], "b", text);
    }
    set_up(&fixture);
    learn(&fixture, NULL, 0);
    /* .9 of 1/4 and .1 of 1/16: 3.7 times 1/16; so 1.3 times 9/16; and a tenth
     * of what is by chance between the two */
    assert_true(
        near(score(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }), w * log(3.7)));
    assert_true(
        near(score(&fixture, (hxp_link){ 1, 2, { 1, 1 }, 0 }), w * log(1.3)));
    assert_true(
        near(score(&fixture, (hxp_link){ 0, 1, { 1, 1 }, 0 }), w * log(0.1)));
    /* of several segments the worst two count */
    assert_true(
        near(score(&fixture, (hxp_link){ 0, 0, { 2, 1 }, 0 }), w * log(0.1)));
    assert_true(
        near(score(&fixture, (hxp_link){ 1, 1, { 2, 1 }, 0 }), w * log(1.3)));
    fixture.pair.structure = NULL;
    assert_true(near(score(&fixture, (hxp_link){ 0, 1, { 1, 1 }, 0 }), 0));
    tear_down(&fixture);
}

/** Levels differ, but both are headings. */
static void test_levels(void **state)
{
    double w = hxp_default_parameters.structure_weight;
    (void)state;
    add(&fixture.made[0], "a", heading);
    add(&fixture.made[1], "a", second);
    for (int k = 0; k < 2; k++)
        add(&fixture.made[k], "b", text);
    set_up(&fixture);
    learn(&fixture, NULL, 0);
    /* .9 of 1/2 are texts; of the rest, .55, headings are 1/2 on both sides,
     * texts .05; by chance each two are 1/4 */
    assert_true(near(score(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }),
                     w * log(0.5 * 0.5 / 0.55 * 4)));
    assert_true(near(score(&fixture, (hxp_link){ 0, 1, { 1, 1 }, 0 }),
                     w * log(0.5 * 0.05 / 0.55 * 4)));
    tear_down(&fixture);
}

/** Where one text has a list, the other has a table: links tell. */
static void test_learning(void **state)
{
    const hxp_parameters *p = &hxp_default_parameters;
    hxp_link links[80];
    (void)state;
    for (int i = 0; i < 2; i++) {
        add(&fixture.made[0], "a", i == 0 ? item : text);
        add(&fixture.made[1], "b", i == 0 ? cell : text);
    }
    set_up(&fixture);
    for (size_t i = 0; i < 80; i++)
        links[i] = (hxp_link){ i % 2, i % 2, { 1, 1 }, 1 };
    assert_true(near(p->structure_doubt, 20));
    learn(&fixture, links, 80);
    /* 20 links that were guessed are 20 * 1/4 / .55 and a tenth of that */
    double many = 40 + 5 / 0.55, few = 0.5 / 0.55;
    assert_true(near(score(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }),
                     p->structure_weight * log(many * 100 / (50 * 50))));
    assert_true(near(score(&fixture, (hxp_link){ 1, 1, { 1, 1 }, 0 }),
                     p->structure_weight * log(many * 100 / (50 * 50))));
    /* more than the cap */
    assert_true(log(few * 100 / (50 * 50)) < -p->structure_cap);
    assert_true(near(score(&fixture, (hxp_link){ 0, 1, { 1, 1 }, 0 }),
                     -p->structure_weight * p->structure_cap));
    tear_down(&fixture);
}

/** One of four segments has a bold word, on one side twice. */
static void test_codes(void **state)
{
    double w = hxp_default_parameters.structure_weight;
    (void)state;
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < 4; i++) {
            add(&fixture.made[k], "a", text);
            if (i == 0)
                add_code(&fixture.made[k], HXP_CODE_BEGIN, "bold");
        }
    set_up(&fixture);
    learn(&fixture, NULL, 0);
    assert_true(
        near(score(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }), w * log(3.7)));
    assert_true(
        near(score(&fixture, (hxp_link){ 0, 1, { 1, 1 }, 0 }), w * log(0.1)));
    assert_true(
        near(score(&fixture, (hxp_link){ 0, 0, { 1, 2 }, 0 }), w * log(3.7)));
    tear_down(&fixture);

    /* only one side has codes: they say nothing */
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < 4; i++)
            add(&fixture.made[k], "a", text);
    add_code(&fixture.made[0], HXP_CODE_BEGIN, "bold");
    set_up(&fixture);
    learn(&fixture, NULL, 0);
    assert_true(near(score(&fixture, (hxp_link){ 3, 0, { 1, 1 }, 0 }), 0));
    assert_true(near(score(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }), 0));
    tear_down(&fixture);
}

/* --- Alignments ----------------------------------------------------------- */

/** Align both documents of made, from the first or the second. */
static hxp_alignment *align(const struct made *made, bool structured,
                            size_t first)
{
    const hxp_side sides[] = { made[first].side, made[!first].side };
    const hxp_segmented documents[] = { made[first].both, made[!first].both };
    hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
    hxp_alignment *alignment;
    options.documents = structured ? documents : NULL;
    assert_int_equal(hxp_align(&alignment, sides, 2, &options, NULL), HXP_OK);
    return alignment;
}

/** How many beads are one of those that places says: the target of each source
 * segment. */
static size_t count_right(const hxp_alignment *alignment, const size_t *places)
{
    size_t right = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_range *sides = alignment->beads[i].sides;
        right += sides[0].count == 1 && sides[1].count == 1 &&
                 places[sides[0].first] == sides[1].first;
    }
    return right;
}

/** Write three words of five letters out of thirteen from first on. */
static void write_words(char line[LINE], char first, uint32_t *seed)
{
    size_t i = 0;
    for (; i < 17; i++)
        line[i] = i % 6 == 5 ? ' ' : (char)(first + (int)chance(seed, 13));
    line[i] = '\0';
}

/** Make two texts without a letter in common, all of a length; of every eight
 * segments one has no translation. Returns how many have one. */
static size_t make_vague(struct made made[2], size_t places[MOST],
                         uint32_t *seed)
{
    static const hxp_block blocks[] = { { HXP_BLOCK_TEXT, 0 },
                                        { HXP_BLOCK_HEADING, 1 },
                                        { HXP_BLOCK_ITEM, 1 },
                                        { HXP_BLOCK_CELL, 0 } };
    made[0] = made[1] = (struct made){ .count = 0 };
    for (size_t i = 0; i < MOST; i++) {
        hxp_block block = blocks[chance(seed, 4)];
        bool bold = chance(seed, 3) == 0, lone = i % 8 == 3;
        places[i] = lone ? SIZE_MAX : made[1].count;
        for (int k = 0; k < 2 - lone; k++) {
            char line[LINE];
            write_words(line, k == 0 ? 'a' : 'n', seed);
            add(&made[k], line, block);
            if (bold)
                add_code(&made[k], HXP_CODE_BEGIN, "bold");
        }
    }
    finish(&made[0], "en");
    finish(&made[1], "nl");
    return made[1].count;
}

/** What texts leave open, structure decides; from both sides alike. */
static void test_vague_texts(void **state)
{
    static struct made made[2];
    size_t places[MOST], with = 0, without = 0, all = 0;
    uint32_t seed = 5;
    (void)state;
    for (int run = 0; run < 10; run++) {
        all += make_vague(made, places, &seed);
        hxp_alignment *plain = align(made, false, 0);
        hxp_alignment *there = align(made, true, 0);
        hxp_alignment *back = align(made, true, 1);
        with += count_right(there, places);
        without += count_right(plain, places);
        assert_int_equal(there->count, back->count);
        for (size_t i = 0; i < there->count; i++)
            for (int k = 0; k < 2; k++) {
                hxp_range a = there->beads[i].sides[k];
                hxp_range b = back->beads[i].sides[!k];
                assert_int_equal(a.count, b.count);
                assert_true(a.count == 0 || a.first == b.first);
            }
        hxp_alignment_free(plain);
        hxp_alignment_free(there);
        hxp_alignment_free(back);
    }
    assert_true(without * 2 < all);
    assert_true(with * 10 > all * 9);
}

/** What texts say clearly, a structure that says otherwise does not change. */
static void test_no_cage(void **state)
{
    static const hxp_block blocks[] = { { HXP_BLOCK_TEXT, 0 },
                                        { HXP_BLOCK_HEADING, 1 },
                                        { HXP_BLOCK_ITEM, 2 } };
    static struct made made[2];
    size_t places[MOST];
    uint32_t seed = 7;
    (void)state;
    for (int run = 0; run < 10; run++) {
        made[0] = made[1] = (struct made){ .count = 0 };
        for (size_t i = 0; i < MOST; i++) {
            char line[LINE];
            snprintf(line, LINE, "number %u of %zu", chance(&seed, 100000),
                     1000 + i);
            for (int k = 0; k < 2; k++) {
                add(&made[k], line, blocks[chance(&seed, 3)]);
                if (chance(&seed, 2) == 0)
                    add_code(&made[k], HXP_CODE_BEGIN, "italic");
            }
            places[i] = i;
        }
        finish(&made[0], "en");
        finish(&made[1], "nl");
        hxp_alignment *alignment = align(made, true, 0);
        assert_int_equal(count_right(alignment, places), MOST);
        hxp_alignment_free(alignment);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_traits),  cmocka_unit_test(test_frequencies),
        cmocka_unit_test(test_levels),  cmocka_unit_test(test_learning),
        cmocka_unit_test(test_codes),   cmocka_unit_test(test_vague_texts),
        cmocka_unit_test(test_no_cage),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
