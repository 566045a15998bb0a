/* test_keys.c - the keys of entries as evidence, by hand-computed values. */
#include "align/keys.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

enum { MOST = 8 };

/** A text of which nothing is known but its keys. */
struct keyed {
    hxp_traits traits[MOST];
    hxp_corpus corpus;
};

static void set(struct keyed *text, const uint64_t *keys, size_t count)
{
    *text = (struct keyed){ .corpus = { .count = count } };
    for (size_t i = 0; i < count; i++)
        text->traits[i].key = keys[i];
    text->corpus.traits = text->traits;
}

static hxp_link bead(size_t row, size_t rows, size_t column, size_t columns)
{
    return (hxp_link){ row, column, { rows, columns }, 1 };
}

static void expect(double found, double wanted)
{
    if (fabs(found - wanted) > 1e-6)
        print_error("%f instead of %f\n", found, wanted);
    assert_true(fabs(found - wanted) < 1e-6);
}

static hxp_keys learn(const struct keyed *a, const struct keyed *b,
                      hxp_link *links, size_t count)
{
    hxp_keys keys;
    const hxp_links likely = { links, count, count };
    assert_true(hxp_keys_learn(&keys, &a->corpus, &b->corpus, &likely));
    return keys;
}

/** Four entries on both sides: any two have one key once in four. */
static void test_learned(void **state)
{
    static const uint64_t four[] = { 11, 12, 13, 14 };
    struct keyed a, b;
    hxp_link same[] = { bead(0, 1, 0, 1), bead(1, 1, 1, 1), bead(2, 1, 2, 1),
                        bead(3, 1, 3, 1) };
    hxp_link moved[] = { bead(0, 1, 1, 1), bead(1, 1, 2, 1), bead(2, 1, 3, 1) };
    (void)state;
    set(&a, four, 4);
    set(&b, four, 4);
    /* half believed, the rest by chance: 1/2 + 1/2 * 1/4 */
    hxp_keys keys = learn(&a, &b, NULL, 0);
    expect(keys.same, log(0.625 / 0.25));
    expect(keys.other, log(0.375 / 0.75));
    /* two links of that, and four that have the same */
    keys = learn(&a, &b, same, 4);
    expect(keys.same, log((2 * 0.625 + 4) / 6 / 0.25));
    expect(keys.other, log((2 * 0.375) / 6 / 0.75));
    /* numbers of entries that do not belong together speak against it */
    keys = learn(&a, &b, moved, 3);
    expect(keys.same, log(2 * 0.625 / 5 / 0.25));
    expect(keys.other, log((2 * 0.375 + 3) / 5 / 0.75));
    assert_true(keys.same <= 0 && keys.other >= 0);
}

/** Keys of one side alone are none; an entry may have several segments. */
static void test_shared(void **state)
{
    static const uint64_t some[] = { 11, 12, 12, 15 };
    static const uint64_t others[] = { 12, 13, 14, 11, 0, 16, 17, 18 };
    struct keyed a, b;
    (void)state;
    set(&a, some, 4);
    set(&b, others, 8);
    /* 1 + 2 of 32 pairs; of 4 and 8 segments 3 and 2 have a key of both: the
     * larger share counts, for the other text may have hardly begun */
    hxp_keys keys = learn(&a, &b, NULL, 0);
    double chance = 3.0 / 32, believed = 0.5 * 3 / 4;
    double share = believed + (1 - believed) * chance;
    expect(keys.same, log(share / chance));
    expect(keys.other, log((1 - share) / (1 - chance)));
    set(&b, others + 5, 3);
    keys = learn(&a, &b, NULL, 0);
    expect(keys.same, 0);
    expect(keys.other, 0);
    b.corpus.traits = NULL;
    keys = learn(&a, &b, NULL, 0);
    expect(keys.same, 0);
}

static void test_score(void **state)
{
    static const uint64_t some[] = { 11, 12, 12, 0 };
    struct keyed a, b;
    const hxp_keys keys = { 3, -2 };
    const struct {
        hxp_link bead;
        double score;
    } cases[] = { { bead(0, 1, 0, 1), 3 },  { bead(0, 1, 1, 1), -2 },
                  { bead(1, 2, 1, 1), 3 },  { bead(1, 2, 1, 2), 3 },
                  { bead(0, 2, 0, 1), -2 }, { bead(0, 2, 0, 2), -2 },
                  { bead(3, 1, 3, 1), 0 },  { bead(2, 2, 1, 1), 0 } };
    (void)state;
    set(&a, some, 4);
    set(&b, some, 4);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(hxp_score_keys(&keys, &a.corpus, &b.corpus, &cases[i].bead),
               cases[i].score);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_learned),
        cmocka_unit_test(test_shared),
        cmocka_unit_test(test_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
