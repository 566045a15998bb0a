/* test_kernels.c - distances against the whole matrix; kernels that agree. */
#include "naive_match.h"

#include "memory/distance.h"
#include "memory/kernels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { LONGEST = 420 };

static size_t draw_text(uint32_t *text, size_t length, uint32_t letters)
{
    for (size_t i = 0; i < length; i++)
        text[i] = 'a' + naive_draw(letters);
    return length;
}

/** Copy text with some changes; returns the length. */
static size_t change(uint32_t *to, const uint32_t *text, size_t length,
                     uint32_t letters)
{
    size_t count = 0;
    for (size_t i = 0; i < length && count + 2 < LONGEST; i++) {
        uint32_t what = naive_draw(12);
        if (what == 0)
            to[count++] = 'a' + naive_draw(letters);
        if (what == 1)
            to[count++] = 'a' + naive_draw(letters);
        if (what != 0 && what != 2)
            to[count++] = text[i];
    }
    return count;
}

static void test_distance(void **state)
{
    uint32_t a[LONGEST], b[LONGEST];
    hxp_pattern pattern = { .count = 0 };
    (void)state;
    for (int i = 0; i < 400; i++) {
        uint32_t letters = 2 + naive_draw(24);
        size_t n = draw_text(a, naive_draw(200), letters);
        size_t m = i % 2 ? change(b, a, n, letters)
                         : draw_text(b, naive_draw(200), letters);
        size_t expected = (size_t)naive_distance(a, n, b, m);
        assert_true(hxp_pattern_set(&pattern, a, n));
        assert_int_equal(hxp_pattern_distance(&pattern, b, m, SIZE_MAX / 2),
                         expected);
        assert_int_equal(hxp_pattern_distance(&pattern, b, m, expected),
                         expected);
        if (expected > 0)
            assert_true(hxp_pattern_distance(&pattern, b, m, expected - 1) >=
                        expected);
    }
    hxp_pattern_free(&pattern);
}

/** Texts of a length, each of them less like the query than the one before. */
static void draft_texts(uint8_t bytes[HXP_LANES][LONGEST],
                        long distances[HXP_LANES], const uint32_t *query,
                        size_t n, size_t length)
{
    for (size_t k = 0; k < HXP_LANES; k++) {
        uint32_t text[LONGEST];
        for (size_t i = 0; i < length; i++) {
            text[i] =
                i < n && naive_draw(5) >= k ? query[i] : 'a' + naive_draw(6);
            bytes[k][i] = (uint8_t)text[i];
        }
        distances[k] = naive_distance(query, n, text, length);
    }
}

/** Distances of several texts at once are those of one after another. */
static void expect_distances(const uint32_t *query, size_t n, size_t length)
{
    static uint8_t bytes[HXP_LANES][LONGEST];
    hxp_rows rows = { .bits = NULL };
    const uint8_t *texts[HXP_LANES];
    unsigned results[HXP_LANES];
    long expected[HXP_LANES];
    uint8_t symbols[LONGEST];
    for (size_t i = 0; i < n; i++)
        symbols[i] = (uint8_t)query[i];
    assert_true(hxp_rows_make(&rows, symbols, n));
    draft_texts(bytes, expected, query, n, length);
    for (size_t k = 0; k < HXP_LANES; k++)
        texts[k] = bytes[k];
    for (unsigned most = 0; most < 2 * LONGEST; most = most * 3 / 2 + 3)
        for (size_t i = 0; hxp_kernels_at(i); i++) {
            hxp_kernels_at(i)->distances(results, &rows, texts, length, most);
            for (size_t k = 0; k < HXP_LANES; k++)
                if (expected[k] <= (long)most)
                    assert_int_equal(results[k], expected[k]);
                else
                    assert_true(results[k] > most);
        }
    hxp_rows_free(&rows);
}

static void test_distances(void **state)
{
    static const size_t lengths[] = { 1,  2,  7,   31,  55,  57,
                                      64, 65, 112, 129, 200, 400 };
    uint32_t query[LONGEST];
    (void)state;
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        size_t n = draw_text(query, lengths[i], 6);
        expect_distances(query, n, n);
        expect_distances(query, n, n + 1 + naive_draw(9));
        expect_distances(query, n, 1 + naive_draw((uint32_t)n));
    }
}

/** Every kernel keeps the rows that are hardly outside a set. */
static void test_members(void **state)
{
    enum { ROWS = 30, FIRST = 7, LENGTH = 70 };
    static uint8_t bytes[ROWS * LENGTH + HXP_BEHIND];
    (void)state;
    for (int round = 0; round < 200; round++) {
        size_t length = naive_draw(LENGTH + 1);
        hxp_byte_rows rows = { bytes, length, FIRST };
        hxp_pair_sets sets;
        bool in[256] = { false };
        memset(&sets, 0, sizeof sets);
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (uint8_t)naive_draw(256);
        for (uint32_t i = 0, n = naive_draw(300); i < n; i++) {
            uint8_t byte = (uint8_t)naive_draw(256);
            in[byte] = true;
            hxp_pair_add(&sets, 0, byte);
        }
        unsigned most = naive_draw(LENGTH);
        for (size_t k = 0; hxp_kernels_at(k); k++) {
            uint32_t numbers[ROWS];
            size_t at = 0;
            for (uint32_t i = 0; i < ROWS; i++)
                numbers[i] = FIRST + i;
            size_t count =
                hxp_kernels_at(k)->members(numbers, ROWS, &rows, &sets, most);
            for (uint32_t i = 0; i < ROWS; i++) {
                size_t others = 0;
                for (size_t c = 0; c < length; c++)
                    others += !in[bytes[i * length + c]];
                if (others > most)
                    continue;
                assert_true(at < count);
                assert_int_equal(numbers[at++], FIRST + i);
            }
            assert_int_equal(at, count);
            uint32_t all[ROWS];
            assert_int_equal(hxp_kernels_at(k)->members_of_all(all, ROWS, &rows,
                                                               &sets, most),
                             count);
            assert_memory_equal(all, numbers, count * sizeof all[0]);
        }
    }
}

/** Every kernel finds the first pair that two sets have. */
static void test_pairs(void **state)
{
    uint8_t bytes[400];
    (void)state;
    for (int round = 0; round < 3000; round++) {
        size_t count = naive_draw(sizeof bytes - HXP_PAIR_GAP);
        uint32_t letters = 1 + naive_draw(256);
        hxp_pair_sets sets;
        bool in[2][256] = { { false } };
        memset(&sets, 0, sizeof sets);
        sets.gap = naive_draw(HXP_PAIR_GAP + 1);
        for (size_t i = 0; i < count + sets.gap; i++)
            bytes[i] = (uint8_t)naive_draw(letters);
        for (uint32_t i = 0, n = naive_draw(6); i < n; i++) {
            int set = (int)naive_draw(2);
            uint8_t byte = (uint8_t)naive_draw(letters);
            in[set][byte] = true;
            hxp_pair_add(&sets, set, byte);
        }
        size_t expected = 0;
        while (expected < count &&
               !(in[0][bytes[expected]] && in[1][bytes[expected + sets.gap]]))
            expected++;
        for (size_t k = 0; hxp_kernels_at(k); k++)
            assert_int_equal(hxp_kernels_at(k)->pair(bytes, count, &sets),
                             expected);
    }
}

/** What is packed comes back, by all kernels. */
static void test_unpacking(void **state)
{
    uint8_t symbols[LONGEST], packed[LONGEST + HXP_PACKED_BEHIND] = { 0 };
    uint8_t unpacked[LONGEST + HXP_UNPACKED_BEHIND];
    uint32_t often[256] = { 0 };
    hxp_packing packing;
    (void)state;
    for (uint32_t symbol = 1; symbol < 256; symbol++)
        often[symbol] = symbol % 4 == 1 ? 2 + naive_draw(100) : symbol % 2;
    hxp_packing_choose(&packing, often);
    for (size_t count = 0; count < LONGEST; count++) {
        for (size_t i = 0; i < count; i++)
            symbols[i] = (uint8_t)(1 + 4 * naive_draw(64));
        assert_true(hxp_packing_fits(&packing, symbols, count));
        hxp_symbols_pack(packed, &packing, symbols, count);
        for (size_t k = 0; hxp_kernels_at(k); k++) {
            hxp_kernels_at(k)->unpack(unpacked, &packing, packed, count);
            assert_memory_equal(unpacked, symbols, count);
        }
        symbols[0] = 3;
        assert_int_equal(hxp_packing_fits(&packing, symbols, count),
                         count == 0);
    }
}

/** Whether a row of codes has all marks. */
static bool is_marked(const uint8_t *row, size_t length,
                      const hxp_code_marks *marks)
{
    for (size_t i = 0; i < length; i++) {
        size_t k = 0, at;
        for (; k < marks->count; k++) {
            at = i + marks->behind[k];
            if (at >= length ||
                !(marks->in[k][row[at] & 15] >> (row[at] >> 4) & 1))
                break;
        }
        if (k == marks->count)
            return true;
    }
    return false;
}

/** All kernels find the same rows of codes, and those that have all marks. */
static void test_marked_rows(void **state)
{
    enum { ROWS = 40, SIZE = 200 };
    static uint8_t bytes[ROWS * SIZE + HXP_PACKED_BEHIND];
    static uint8_t codes[ROWS][SIZE];
    hxp_packing packing = { .symbols = { 0 } };
    (void)state;
    for (size_t code = 0; code < HXP_CODES; code++)
        packing.codes[code] = (uint8_t)code;
    for (size_t length = 1; length < SIZE; length += 1 + length / 8) {
        hxp_packed_rows rows = { bytes, ROWS, length };
        hxp_code_marks marks = { .count = 1 + naive_draw(HXP_MARKS) };
        size_t expected = ROWS;
        for (size_t k = 1; k < marks.count; k++)
            marks.behind[k] = naive_draw(length < 32 ? (uint32_t)length : 32);
        for (size_t k = 0; k < marks.count; k++)
            for (int n = 0; n < 24; n++)
                hxp_mark_add(&marks, k, (uint8_t)naive_draw(64));
        for (size_t r = ROWS; r-- > 0;) {
            for (size_t i = 0; i < length; i++)
                codes[r][i] = (uint8_t)naive_draw(64);
            hxp_symbols_pack(bytes + r * hxp_packed_size(length), &packing,
                             codes[r], length);
        }
        for (size_t r = ROWS; r-- > 0;)
            if (is_marked(codes[r], length, &marks))
                expected = r;
        for (size_t k = 0; hxp_kernels_at(k); k++)
            assert_int_equal(hxp_kernels_at(k)->marked_row(&rows, 0, &marks),
                             expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distance),  cmocka_unit_test(test_distances),
        cmocka_unit_test(test_members),   cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_unpacking), cmocka_unit_test(test_marked_rows),
    };
    return cmocka_run_group_tests_name("kernels", tests, NULL, NULL);
}
