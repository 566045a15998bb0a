/* test_marks.c - the signs at the ends of segments as evidence. */
#include "align/score.h"
#include "base/str.h"
#include "locales.h"
#include "two_texts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check_edges(const char *text, const char *first, const char *last)
{
    hxp_edges edges = hxp_edges_of(hxp_str_of(text));
    assert_string_equal(hxp_edges_first_name(edges), first);
    assert_string_equal(hxp_edges_last_name(edges), last);
}

static void test_edges(void **state)
{
    (void)state;
    check_edges("Who?", "a letter", "a question mark");
    check_edges("and then.", "a small letter", "a stop");
    check_edges(" “Who?” ", "a quotation mark", "a question mark, closed");
    check_edges("« Qui ? »", "a quotation mark", "a question mark, closed");
    check_edges("— Qui !", "a dash", "an exclamation mark");
    check_edges("「はい。」", "a quotation mark", "a stop, closed");
    check_edges("3. Tools:", "a figure", "a colon");
    check_edges("(see above)", "a bracket", "a letter, closed");
    check_edges("¿Quién…", "a sign", "an ellipsis");
    check_edges("هل أنت؟", "a letter", "a question mark");
    check_edges("first; or,", "a small letter", "a comma");
    check_edges("100 %", "a figure", "a sign");
    check_edges("”", "a quotation mark", "a letter");
    check_edges("", "a sign", "a letter");
}

/* --- Scores --------------------------------------------------------------- */

enum { SEGMENTS = 4 };

/** Two texts of four segments; their marks. */
struct fixture {
    hxp_str segments[2][SEGMENTS];
    struct two_texts texts;
    hxp_marks marks;
};

static void set_up(struct fixture *fixture, const char *const source[SEGMENTS],
                   const char *const target[SEGMENTS])
{
    for (size_t i = 0; i < SEGMENTS; i++) {
        fixture->segments[0][i] = hxp_str_of(source[i]);
        fixture->segments[1][i] = hxp_str_of(target[i]);
    }
    const hxp_side sides[] = { { .segments = fixture->segments[0],
                                 .count = SEGMENTS,
                                 .language = language("en") },
                               { .segments = fixture->segments[1],
                                 .count = SEGMENTS,
                                 .language = language("nl") } };
    two_texts_read(&fixture->texts, &sides[0], &sides[1]);
    fixture->texts.pair.marks = &fixture->marks;
}

static void learn(struct fixture *fixture, hxp_link *links, size_t count)
{
    const hxp_links likely = { links, count, count };
    hxp_marks_learn(&fixture->marks, &fixture->texts.source,
                    &fixture->texts.target, &likely, &hxp_default_parameters);
}

/** Check what a bead's marks say, before the weight; from both sides. */
static void check(const struct fixture *fixture, hxp_link bead, double expected)
{
    const hxp_pair *pair = &fixture->texts.pair;
    const hxp_pair turned = hxp_pair_turned(pair);
    const hxp_link back = {
        bead.column, bead.row, { bead.shape.columns, bead.shape.rows }, 0
    };
    double wanted = hxp_default_parameters.marks_weight * expected;
    assert_true(fabs(hxp_score_marks(pair, &bead) - wanted) < 1e-6);
    assert_true(fabs(hxp_score_marks(&turned, &back) - wanted) < 1e-6);
}

static struct fixture fixture;

/** One question of four segments on both sides, and nothing is known. */
static void test_frequencies(void **state)
{
    static const char *const source[] = { "Who?", "One.", "Two.", "Three." };
    static const char *const target[] = { "Een.", "Wie?", "Twee.", "Drie." };
    (void)state;
    set_up(&fixture, source, target);
    learn(&fixture, NULL, 0);
    /* all begin with a letter. As for structure: .9 of 1/4 and .1 of 1/16 are
     * 3.7 times 1/16, so 1.3 times 9/16, and a tenth of chance in between */
    check(&fixture, (hxp_link){ 0, 1, { 1, 1 }, 0 }, log(3.7));
    check(&fixture, (hxp_link){ 1, 0, { 1, 1 }, 0 }, log(1.3));
    check(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }, log(0.1));
    /* the last of several segments counts, and the first begins */
    check(&fixture, (hxp_link){ 0, 0, { 2, 1 }, 0 }, log(1.3));
    check(&fixture, (hxp_link){ 1, 0, { 2, 2 }, 0 }, log(0.1));
    fixture.texts.pair.marks = NULL;
    check(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }, 0);
    two_texts_free(&fixture.texts);
}

/** Where one language has quotation marks, the other has dashes: links tell. */
static void test_learning(void **state)
{
    static const char *const source[] = { "“Yes”", "One", "“No”", "Two" };
    static const char *const target[] = { "— Ja", "Een", "— Nee", "Twee" };
    hxp_link links[40];
    (void)state;
    set_up(&fixture, source, target);
    for (size_t i = 0; i < 40; i++)
        links[i] = (hxp_link){ i % 4, i % 4, { 1, 1 }, 1 };
    learn(&fixture, NULL, 0);
    /* quotation marks are a half, of which the target has none: with dashes
     * they are .5 by .5 of the .55 that are not thought the same. What closes
     * says nothing, for the target has but one end. */
    check(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 }, log(1 / 0.55));
    learn(&fixture, links, 40);
    /* that, 20 times, and 20 links; of each side 10 and 20 */
    double both = 20 * 0.25 / 0.55 + 20;
    check(&fixture, (hxp_link){ 0, 0, { 1, 1 }, 0 },
          log(both * 60 / (30 * 30)));
    two_texts_free(&fixture.texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_frequencies),
        cmocka_unit_test(test_learning),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
