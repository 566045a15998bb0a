/* test_base.c - string views, arenas, arrays, decimals, errors, JSON. */
#include "base/arena.h"
#include "base/array.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/hash_map.h"
#include "base/json.h"
#include "base/str.h"

#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_str(hxp_str s, const char *expected)
{
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr, expected, s.len);
}

/* --- Views ---------------------------------------------------------------- */

static void test_str_compare(void **state)
{
    (void)state;
    assert_true(hxp_str_is(HXP_STR("ab"), "ab"));
    assert_false(hxp_str_is(HXP_STR("ab"), "abc"));
    assert_false(hxp_str_is(HXP_STR("abc"), "ab"));
    assert_true(hxp_str_is((hxp_str){ NULL, 0 }, ""));
    assert_true(hxp_str_is_nocase(HXP_STR("UTF-8"), "utf-8"));
    assert_false(hxp_str_is_nocase(HXP_STR("UTF-8"), "utf-16"));
    assert_false(hxp_str_is_nocase(HXP_STR("UTF"), "utf-8"));
    assert_false(hxp_str_is_nocase(HXP_STR("@"), "`"));
    assert_true(hxp_str_starts(HXP_STR("article.tmx"), HXP_STR("article")));
    assert_false(hxp_str_starts(HXP_STR("art"), HXP_STR("article")));
    assert_true(hxp_str_ends(HXP_STR("article.tmx"), HXP_STR(".tmx")));
    assert_false(hxp_str_ends(HXP_STR("tmx"), HXP_STR(".tmx")));
    assert_true(hxp_str_ends(HXP_STR("x"), HXP_STR("")));
    char room[4];
    assert_true(hxp_str_is(hxp_str_small(HXP_STR("A\xC3\x89Z"), room, 4),
                           "a\xC3\x89z"));
    assert_true(hxp_str_is(hxp_str_small(HXP_STR("UTF-8"), room, 4), "UTF-8"));
}

static void test_str_order(void **state)
{
    hxp_str words[] = { HXP_STR("b"), HXP_STR("ab"), HXP_STR("\xC3\xA9"),
                        HXP_STR("a"), HXP_STR("") };
    (void)state;
    qsort(words, 5, sizeof words[0], hxp_str_order);
    assert_str(words[0], "");
    assert_str(words[1], "a");
    assert_str(words[2], "ab");
    assert_str(words[3], "b");
    assert_str(words[4], "\xC3\xA9");
    assert_int_equal(hxp_str_order(&words[1], &words[1]), 0);
}

static void test_str_trim(void **state)
{
    (void)state;
    assert_str(hxp_str_trim(HXP_STR(" \t\r\n a b \n")), "a b");
    assert_str(hxp_str_trim(HXP_STR(" \n ")), "");
    assert_str(hxp_str_trim(HXP_STR("")), "");
    assert_str(hxp_str_trim(HXP_STR("\xC2\xA0")), "\xC2\xA0");
}

static void test_str_cut(void **state)
{
    hxp_str rest = HXP_STR("one,,three"), part;
    (void)state;
    assert_true(hxp_str_cut(&rest, ',', &part));
    assert_str(part, "one");
    assert_true(hxp_str_cut(&rest, ',', &part));
    assert_str(part, "");
    assert_true(hxp_str_cut(&rest, ',', &part));
    assert_str(part, "three");
    assert_false(hxp_str_cut(&rest, ',', &part));

    rest = HXP_STR("line\n");
    assert_true(hxp_str_cut(&rest, '\n', &part));
    assert_str(part, "line");
    assert_false(hxp_str_cut(&rest, '\n', &part));
}

static void test_str_hash(void **state)
{
    (void)state;
    /* The published values of 64-bit FNV-1a. */
    assert_true(hxp_str_hash(HXP_STR("")) == 0xcbf29ce484222325u);
    assert_true(hxp_str_hash(HXP_STR("a")) == 0xaf63dc4c8601ec8cu);
    assert_true(hxp_str_hash(HXP_STR("foobar")) == 0x85944171f73967e8u);
}

static int compare_hashes(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

static void test_short_strings_have_their_own_hash(void **state)
{
    (void)state;
    enum { COUNT = 1 << 16 };
    static uint64_t hashes[COUNT];
    for (size_t len = 2; len <= HXP_STR_TOLD; len++) {
        for (size_t at = 0; at + 1 < len; at++) {
            char text[HXP_STR_TOLD + 1] = "letters.";
            for (size_t i = 0; i < COUNT; i++) {
                text[at] = (char)(i % 256);
                text[len - 1] = (char)(i / 256);
                hashes[i] = hxp_str_slot_hash((hxp_str){ text, len });
            }
            qsort(hashes, COUNT, sizeof *hashes, compare_hashes);
            for (size_t i = 1; i < COUNT; i++)
                assert_true(hashes[i - 1] != hashes[i]);
        }
    }
}

/* --- Memory --------------------------------------------------------------- */

static void test_arena(void **state)
{
    hxp_arena arena = { NULL };
    char *items[200];
    hxp_str copy, source = HXP_STR("stays");
    (void)state;
    for (size_t i = 0; i < 200; i++) {
        items[i] = hxp_arena_alloc(&arena, i, 100);
        assert_non_null(items[i]);
        assert_int_equal((uintptr_t)items[i] % _Alignof(max_align_t), 0);
        for (size_t at = 0; at < i * 100; at++)
            assert_int_equal(items[i][at], 0);
        memset(items[i], (int)i, i * 100);
    }
    for (size_t i = 1; i < 200; i++) {
        assert_int_equal((unsigned char)items[i][0], i);
        assert_int_equal((unsigned char)items[i][i * 100 - 1], i);
    }
    assert_true(hxp_arena_copy(&copy, &arena, source));
    assert_str(copy, "stays");
    assert_int_equal(copy.ptr[copy.len], '\0');
    assert_true(copy.ptr != source.ptr);
    hxp_arena_free(&arena);
    assert_null(arena.blocks);
}

static void test_arena_edges(void **state)
{
    hxp_arena arena = { NULL };
    hxp_str copy;
    (void)state;
    assert_null(hxp_arena_alloc(&arena, SIZE_MAX / 2, 4));
    hxp_arena_reset(&arena);
    assert_true(hxp_arena_copy(&copy, &arena, (hxp_str){ NULL, 0 }));
    assert_str(copy, "");
    char *dirty = hxp_arena_alloc(&arena, 1, 8);
    assert_non_null(dirty);
    memset(dirty, 'x', 8);
    hxp_arena_reset(&arena);
    assert_non_null(arena.blocks);
    const char *again = hxp_arena_alloc(&arena, 1, 64);
    assert_non_null(again);
    for (size_t i = 0; i < 64; i++)
        assert_int_equal(again[i], 0);
    assert_non_null(hxp_arena_alloc(&arena, 4, 1 << 20));
    hxp_arena_reset(&arena);
    assert_null(arena.blocks); /* one so large is not kept */
    hxp_arena_free(&arena);
}

static void test_array(void **state)
{
    int *items = NULL;
    size_t capacity = 0;
    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        assert_true(hxp_array_reserve(&items, &capacity, i + 1, sizeof *items));
        assert_true(capacity > i);
        items[i] = (int)i;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    size_t before = capacity;
    assert_false(
        hxp_array_reserve(&items, &capacity, SIZE_MAX / 2, sizeof *items));
    assert_int_equal(capacity, before);
    assert_int_equal(items[999], 999);
    free(items);
}

static void test_buffer(void **state)
{
    hxp_buffer buffer = { NULL, 0, 0 };
    (void)state;
    assert_str(hxp_buffer_str(&buffer), "");
    assert_true(hxp_buffer_add(&buffer, (hxp_str){ NULL, 0 }));
    assert_true(hxp_buffer_add(&buffer, HXP_STR("ab")));
    assert_true(hxp_buffer_add(&buffer, HXP_STR("cd")));
    assert_str(hxp_buffer_str(&buffer), "abcd");
    assert_false(hxp_buffer_reserve(&buffer, SIZE_MAX / 2));
    assert_str(hxp_buffer_str(&buffer), "abcd");
    hxp_buffer_free(&buffer);
    assert_int_equal(buffer.capacity, 0);
}

/* --- Decimals ------------------------------------------------------------- */

static void test_decimal(void **state)
{
    static const struct {
        double number;
        int digits;
        const char *text;
    } cases[] = {
        { 0, 0, "0" },
        { 0, 4, "0.0000" },
        { 1, 4, "1.0000" },
        { 0.97314, 4, "0.9731" },
        { 0.97315, 4, "0.9732" },
        { 0.99995, 4, "1.0000" },
        { 0.5, 0, "1" },
        { -0.5, 0, "-1" },
        { 0.125, 2, "0.13" },
        { -0.125, 2, "-0.13" },
        { -0.004, 2, "0.00" },
        { -12.34, 1, "-12.3" },
        { 1e-9, 9, "0.000000001" },
        { 123456789, 3, "123456789.000" },
        { 7e17, 0, "700000000000000000" },
        { 1e19, 0, "0" },
        { -1e300, 2, "0.00" },
        { (double)INFINITY, 1, "0.0" },
        { (double)-INFINITY, 1, "0.0" },
        { (double)NAN, 1, "0.0" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[HXP_DECIMAL_SIZE];
        assert_string_equal(hxp_decimal(text, cases[i].number, cases[i].digits),
                            cases[i].text);
    }
}

/* --- Errors --------------------------------------------------------------- */

static void test_error(void **state)
{
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_fail(&error, HXP_EINPUT, "no %s\nhere", "unit"),
                     HXP_EINPUT);
    assert_int_equal(error.status, HXP_EINPUT);
    assert_string_equal(error.message, "no unit here");
    assert_string_equal(error.file, "");
    assert_int_equal(error.place.line, 0);

    hxp_fail_at(&error, HXP_ELIMIT, "a.tmx", (hxp_place){ 3, 4, 5 }, "long");
    assert_int_equal(error.status, HXP_ELIMIT);
    assert_string_equal(error.file, "a.tmx");
    assert_int_equal(error.place.line, 3);
    assert_int_equal(error.place.column, 4);
    assert_int_equal(error.place.column16, 5);

    assert_int_equal(hxp_no_memory(&error), HXP_ENOMEM);
    assert_string_equal(error.message, "out of memory");
    assert_int_equal(hxp_fail(NULL, HXP_EINPUT, "unheard"), HXP_EINPUT);
    assert_int_equal(hxp_no_memory(NULL), HXP_ENOMEM);
}

static void test_error_cut(void **state)
{
    hxp_error error;
    char name[1001] = "";
    (void)state;
    for (size_t i = 0; i < 500; i++)
        memcpy(name + 2 * i, "\xC3\xA9", 3);
    hxp_fail_at(&error, HXP_EINPUT, name, (hxp_place){ 1, 1, 1 }, "x%s", name);
    assert_int_equal(strlen(error.file), 254); /* of 255, by characters */
    assert_int_equal(strlen(error.message), 383);
    assert_memory_equal(error.file + 252, "\xC3\xA9", 3);
    assert_memory_equal(error.message + 381, "\xC3\xA9", 3);
}

static void test_error_errno(void **state)
{
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_fail_errno(&error, "x", ENOENT), HXP_EINPUT);
    assert_string_equal(error.file, "x");
    assert_string_equal(error.message, "no such file or directory");
    assert_int_equal(hxp_fail_errno(&error, "x", EISDIR), HXP_EINPUT);
    assert_int_equal(hxp_fail_errno(&error, "x", EACCES), HXP_ESYSTEM);
    assert_int_equal(hxp_fail_errno(&error, "x", ENOMEM), HXP_ENOMEM);
    assert_int_equal(error.status, HXP_ENOMEM);
}

/* --- JSON ----------------------------------------------------------------- */

static hxp_json json_in_memory(bool indent)
{
    hxp_json json = { 0 };
    assert_int_equal(hxp_output_memory(&json.output, NULL), HXP_OK);
    json.indent = indent;
    return json;
}

static void assert_json(hxp_json *json, const char *expected)
{
    assert_int_equal(hxp_output_finish(json->output, NULL), HXP_OK);
    assert_str(hxp_output_bytes(json->output), expected);
    hxp_output_close(json->output);
}

static void write_example(hxp_json *json)
{
    hxp_json_open(json, '{');
    hxp_json_member(json, "a", HXP_STR("b"));
    hxp_json_member_size(json, "n", 18446744073709551615u);
    hxp_json_key(json, "list");
    hxp_json_open(json, '[');
    hxp_json_decimal(json, 0.5, 2);
    hxp_json_bool(json, true);
    hxp_json_bool(json, false);
    hxp_json_open(json, '{');
    hxp_json_close(json, '}');
    hxp_json_close(json, ']');
    hxp_json_key(json, "none");
    hxp_json_open(json, '[');
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
}

static void test_json_compact(void **state)
{
    hxp_json json = json_in_memory(false);
    (void)state;
    write_example(&json);
    assert_json(&json, "{\"a\":\"b\",\"n\":18446744073709551615,"
                       "\"list\":[0.50,true,false,{}],\"none\":[]}");
}

static void test_json_indented(void **state)
{
    hxp_json json = json_in_memory(true);
    (void)state;
    write_example(&json);
    assert_json(&json, "{\n"
                       "  \"a\": \"b\",\n"
                       "  \"n\": 18446744073709551615,\n"
                       "  \"list\": [\n"
                       "    0.50,\n"
                       "    true,\n"
                       "    false,\n"
                       "    {}\n"
                       "  ],\n"
                       "  \"none\": []\n"
                       "}");
}

static void test_json_escapes(void **state)
{
    hxp_json json = json_in_memory(false);
    (void)state;
    hxp_json_string(&json, (hxp_str){ "\"\\\n\r\t\0\x1F\x7F/\xC3\xA9", 11 });
    assert_json(&json, "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007f/\xC3\xA9\"");
}

static void test_hashes(void **state)
{
    hxp_hasher a = HXP_HASHER_INIT, b = HXP_HASHER_INIT;
    (void)state;
    hxp_hasher_add(&a, HXP_STR("ab"));
    hxp_hasher_add(&a, HXP_STR("c"));
    hxp_hasher_add(&b, HXP_STR("a"));
    hxp_hasher_add(&b, HXP_STR("bc"));
    assert_true(hxp_hasher_finish(&a).words[0] !=
                hxp_hasher_finish(&b).words[0]);
    assert_true(hxp_hasher_finish(&a).words[0] !=
                hxp_hasher_finish(&a).words[1]);
}

/** The hash of the decimal digits of i. */
static hxp_hash hash_of(int i)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", i);
    return hxp_hash_of((hxp_str){ digits, strlen(digits) });
}

static void test_hash_map(void **state)
{
    enum { COUNT = 100000, SLOT = 12 };
    hxp_hash_map map = { 0 };
    bool found;
    (void)state;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < COUNT; i++) {
            uint32_t *value = hxp_hash_map_add(&map, hash_of(i), &found);
            assert_non_null(value);
            assert_true(found == (round == 1));
            assert_int_equal(*value, round == 0 ? 0 : i);
            *value = (uint32_t)i;
        }
    size_t room = 0;
    for (int i = 0; i < HXP_HASH_MAP_PARTS; i++)
        room += map.parts[i].capacity * SLOT +
                map.parts[i].block_capacity * sizeof *map.parts[i].blocks;
    assert_true(room <= 16 * (size_t)COUNT);
    hxp_hash_map_free(&map);
    assert_null(map.parts[0].blocks);
}

/** Hashes that are all near one another have room, too. */
static void test_hash_map_crowd(void **state)
{
    enum { COUNT = 2000 };
    hxp_hash_map map = { 0 };
    bool found;
    (void)state;
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < COUNT; i++) {
            uint64_t word = i % 2 ? UINT64_MAX - i : i;
            hxp_hash hash = { { word, 0 } };
            uint32_t *value = hxp_hash_map_add(&map, hash, &found);
            assert_non_null(value);
            assert_true(found == (round == 1));
            assert_int_equal(*value, round == 0 ? 0 : i);
            *value = i;
        }
    hxp_hash_map_free(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_str_compare),
        cmocka_unit_test(test_str_order),
        cmocka_unit_test(test_str_trim),
        cmocka_unit_test(test_str_cut),
        cmocka_unit_test(test_str_hash),
        cmocka_unit_test(test_short_strings_have_their_own_hash),
        cmocka_unit_test(test_arena),
        cmocka_unit_test(test_arena_edges),
        cmocka_unit_test(test_array),
        cmocka_unit_test(test_buffer),
        cmocka_unit_test(test_hashes),
        cmocka_unit_test(test_hash_map),
        cmocka_unit_test(test_hash_map_crowd),
        cmocka_unit_test(test_decimal),
        cmocka_unit_test(test_error),
        cmocka_unit_test(test_error_cut),
        cmocka_unit_test(test_error_errno),
        cmocka_unit_test(test_json_compact),
        cmocka_unit_test(test_json_indented),
        cmocka_unit_test(test_json_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
