/* test_sieve.c - which texts kernels keep: by their letters, by their pairs. */
#include "naive_match.h"

#include "memory/kernels.h"
#include "memory/signature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { SIGNED = HXP_GROUPED + 5 * HXP_TOGETHER };

/** How many letters of one class are in a and not in b. */
static unsigned more_in(int a, int b)
{
    return a > b ? (unsigned)(a - b) : 0;
}

/** How many letters a text lacks of a query or, if shorter, has too many. */
static hxp_letter_limits apart(const hxp_letter_counts *query,
                               const hxp_letter_counts *text, bool longer)
{
    const hxp_letter_counts *a = longer ? query : text;
    const hxp_letter_counts *b = longer ? text : query;
    hxp_letter_limits sums = { 0, 0 };
    for (size_t i = 0; i < HXP_CLASSES; i++) {
        int all = text->of[HXP_WHOLE][i];
        int rest = all - text->of[HXP_FIRST][i];
        if (longer && all == hxp_most_of_class(i))
            rest = all;
        unsigned wanted = query->of[HXP_SECOND][i];
        sums.whole += more_in(a->of[HXP_WHOLE][i], b->of[HXP_WHOLE][i]);
        sums.halves +=
            more_in(a->of[HXP_FIRST][i], b->of[HXP_FIRST][i]) +
            (longer ? more_in((int)wanted, rest) : more_in(rest, (int)wanted));
    }
    return sums;
}

/** Draw what a text has, which is like the query where alike says so. */
static void draw_counts(hxp_letter_counts *counts,
                        const hxp_letter_counts *query, uint32_t alike)
{
    for (size_t i = 0; i < HXP_CLASSES; i++) {
        bool same = query && naive_draw(SIGNED) < alike;
        uint32_t most = hxp_most_of_class(i);
        uint8_t whole = (uint8_t)naive_draw(most + 1);
        uint8_t first = (uint8_t)naive_draw(whole + 1U);
        counts->of[HXP_WHOLE][i] = same ? query->of[HXP_WHOLE][i] : whole;
        counts->of[HXP_FIRST][i] = same ? query->of[HXP_FIRST][i] : first;
        counts->of[HXP_SECOND][i] =
            (uint8_t)(counts->of[HXP_WHOLE][i] - counts->of[HXP_FIRST][i]);
    }
}

static bool is_within(hxp_letter_limits sums, const hxp_letter_limits *limits)
{
    return (sums.whole <= limits->whole || limits->whole >= 255) &&
           (sums.halves <= limits->halves || limits->halves >= 255);
}

/** All kernels keep the texts that lack few letters, or have few too many. */
static void test_signatures(void **state)
{
    static hxp_letter_counts texts[SIGNED];
    static uint8_t groups[(SIGNED / HXP_GROUPED + 1) * HXP_SIGNATURES];
    (void)state;
    for (unsigned most = 0; most < 300; most += 1 + most / 9) {
        hxp_letter_limits limits = { most, most + naive_draw(most / 2 + 1) };
        hxp_letter_counts query;
        hxp_letters letters;
        draw_counts(&query, NULL, 0);
        hxp_letters_make(&letters, &query);
        for (uint32_t i = 0; i < SIGNED; i++) {
            draw_counts(&texts[i], &query, i);
            hxp_signature_put(groups + i / HXP_GROUPED * HXP_SIGNATURES, i,
                              &texts[i]);
        }
        size_t first = naive_draw(SIGNED);
        size_t end = first + naive_draw((uint32_t)(SIGNED - first) + 1);
        bool longer = naive_draw(2) == 0;
        hxp_signatures signatures = { groups, first, end, longer };
        for (size_t k = 0; hxp_kernels_at(k); k++) {
            uint32_t kept[SIGNED + HXP_NUMBERS_BEHIND];
            size_t at = 0, count = hxp_kernels_at(k)->letters(
                               kept, &letters, &signatures, &limits);
            for (size_t i = first; i < end; i++) {
                if (!is_within(apart(&query, &texts[i], longer), &limits))
                    continue;
                assert_true(at < count);
                assert_int_equal(kept[at++], i);
            }
            assert_int_equal(at, count);
        }
    }
}

/** What is counted of a text: a class for each common letter, 15 at most,
 * and fewer of the rarer ones. */
static void test_counting(void **state)
{
    uint8_t of[256], symbols[HXP_CODES] = { 'e' };
    hxp_letter_counts counts;
    hxp_packing packing;
    (void)state;
    for (size_t i = 1; i < HXP_CODES; i++)
        symbols[i] = (uint8_t)('e' + i);
    hxp_packing_set(&packing, symbols);
    hxp_signature_classes(of, &packing);
    for (size_t symbol = 0; symbol < 256; symbol++)
        assert_true(of[symbol] < HXP_CLASSES);
    assert_int_not_equal(of['e'], of['f']);
    memset(symbols, 'e', 20);
    memset(symbols + 20, 'f', 3);
    memset(symbols + 23, 'y', 5);
    assert_true(of['y'] >= HXP_COMMON_CLASSES);
    hxp_letters_count(&counts, of, symbols, 28);
    assert_int_equal(counts.of[HXP_WHOLE][of['e']], HXP_MOST_COMMON);
    assert_int_equal(counts.of[HXP_FIRST][of['e']], 14);
    assert_int_equal(counts.of[HXP_SECOND][of['e']], 6);
    assert_int_equal(counts.of[HXP_WHOLE][of['f']], 3);
    assert_int_equal(counts.of[HXP_FIRST][of['f']], 0);
    assert_int_equal(counts.of[HXP_WHOLE][of['g']], 0);
    assert_int_equal(counts.of[HXP_WHOLE][of['y']], HXP_MOST_RARE);
    assert_int_equal(counts.of[HXP_SECOND][of['y']], HXP_MOST_RARE);
}

/** How many pairs of a text the query has not on any diagonal that is near. */
static size_t other_pairs(const uint8_t *text, size_t length,
                          const uint8_t *query, size_t n, hxp_diagonals near)
{
    size_t others = 0;
    for (size_t j = 0; j + 1 < length; j++) {
        bool found = false;
        for (ptrdiff_t k = near.first; k <= near.last; k++) {
            ptrdiff_t i = (ptrdiff_t)j + k;
            found |= i >= 0 && i + 1 < (ptrdiff_t)n && query[i] == text[j] &&
                     query[i + 1] == text[j + 1];
        }
        others += !found;
    }
    return others;
}

enum { BIGRAM_ROWS = 30, BIGRAM_LONGEST = 700 };

/** Texts of a length, as codes and packed, some of them like the query. */
typedef struct bigram_texts {
    uint8_t query[BIGRAM_LONGEST];
    uint8_t codes[BIGRAM_ROWS][BIGRAM_LONGEST];
    uint8_t bytes[BIGRAM_ROWS * BIGRAM_LONGEST + HXP_PACKED_BEHIND];
} bigram_texts;

static void draft_bigrams(bigram_texts *texts, size_t n, size_t length,
                          bool packed)
{
    hxp_packing packing = { .symbols = { 0 } };
    for (size_t code = 0; code < HXP_CODES; code++)
        packing.codes[code] = (uint8_t)code;
    for (size_t i = 0; i < n; i++)
        texts->query[i] = (uint8_t)naive_draw(naive_draw(2) ? 9 : HXP_CODES);
    for (uint32_t r = 0; r < BIGRAM_ROWS; r++) {
        ptrdiff_t shift = (ptrdiff_t)naive_draw(7) - 3;
        for (size_t i = 0; i < length; i++) {
            ptrdiff_t at = (ptrdiff_t)i + shift;
            bool same =
                at >= 0 && at < (ptrdiff_t)n && naive_draw(BIGRAM_ROWS + 9) > r;
            texts->codes[r][i] =
                same ? texts->query[at] : (uint8_t)naive_draw(HXP_CODES);
        }
        if (packed)
            hxp_symbols_pack(texts->bytes + r * hxp_packed_size(length),
                             &packing, texts->codes[r], length);
        else /* the two upper bits of a symbol are no part of its code */
            for (size_t i = 0; i < length; i++)
                texts->bytes[r * length + i] =
                    (uint8_t)(texts->codes[r][i] | naive_draw(4) * HXP_CODES);
    }
}

/** Every kernel keeps the rows with enough pairs of the query near, and the
 * plain one none that has too few even where parts of texts begin and end. */
static void expect_bigrams(const bigram_texts *texts, size_t n, size_t length,
                           bool packed, hxp_bigrams *bigrams)
{
    enum { FIRST = 7 };
    hxp_diagonals near = { -(ptrdiff_t)naive_draw(20),
                           (ptrdiff_t)naive_draw(20) };
    hxp_code_rows rows = { texts->bytes, length, packed, FIRST };
    unsigned most = naive_draw((uint32_t)length);
    for (size_t k = 0; hxp_kernels_at(k); k++) {
        uint32_t numbers[BIGRAM_ROWS];
        size_t at = 0;
        bigrams->in_sets = hxp_kernels_at(k)->bigrams_in_sets;
        assert_true(hxp_bigrams_make(bigrams, texts->query, n, length, near));
        ptrdiff_t part = ((ptrdiff_t)1 << bigrams->shift) - 1;
        hxp_diagonals about = { near.first - part, near.last + part };
        for (uint32_t r = 0; r < BIGRAM_ROWS; r++)
            numbers[r] = FIRST + r;
        size_t count = hxp_kernels_at(k)->bigrams(numbers, BIGRAM_ROWS, &rows,
                                                  bigrams, most);
        for (uint32_t r = 0; r < BIGRAM_ROWS; r++) {
            bool kept = at < count && numbers[at] == FIRST + r;
            const uint8_t *text = texts->codes[r];
            bool wanted =
                other_pairs(text, length, texts->query, n, near) <= most;
            at += kept;
            assert_true(kept || !wanted);
            if (kept && hxp_kernels_at(k) == &hxp_kernels_plain)
                assert_true(other_pairs(text, length, texts->query, n, about) <=
                            most);
        }
        assert_int_equal(at, count);
    }
}

static void test_bigrams(void **state)
{
    static const size_t lengths[] = { 1,  2,  3,  9,   31,  32,  33,
                                      34, 64, 65, 129, 200, 513, 690 };
    static bigram_texts texts;
    hxp_bigrams bigrams = { .sets = NULL };
    (void)state;
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        for (int round = 0; round < 12; round++) {
            size_t length = lengths[i];
            size_t n = length > 9 ? length - 9 + naive_draw(18) : length;
            draft_bigrams(&texts, n, length, round % 2);
            expect_bigrams(&texts, n, length, round % 2, &bigrams);
        }
    hxp_bigrams_free(&bigrams);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signatures),
        cmocka_unit_test(test_counting),
        cmocka_unit_test(test_bigrams),
    };
    return cmocka_run_group_tests_name("sieve", tests, NULL, NULL);
}
