/* test_srx_random.c - any rules divide any text as the slow way does. */
#include "base/str.h"
#include "segment/srx_regex.h"
#include "srx_naive.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ROUNDS = 150, PATTERN = 256, MOST_RULES = 6 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static const char *one_of(uint32_t *seed, const char *const *list)
{
    size_t count = 0;
    while (list[count])
        count++;
    return list[next_random(seed) % count];
}

/** Pieces of patterns: all that rules are written with, and oddities. */
static const char *const pieces[] = {
    "a",           "b",           "\\.",          "\\s",          "\\w",
    "\\b",         "\\B",         "[ab]",         "[^a]",         ".",
    "^",           "$",           "\\p{Lu}",      "\\P{L}",       "(?i)",
    "(?s)",        "(a|b\\.)",    "(?:ab|)",      "(?=a)",        "(?!\\s)",
    "(?<=b)",      "(?<!a)",      "\\d",          "\\D",          "[a-c\\d]",
    "a*",          "\\s+",        "\\w{2}",       "b{1,2}?",      "[.?!]+",
    "a++",         "(?>a|ab)",    "(a)\\1",       "\xC3\xA9",     "\xC3\x9F",
    "ss",          "\\R",         "\\X",          "\\A",          "\\z",
    "\\Z",         "\\Qa.\\E",    "\\u0301",      "[\\s\\u00a0]", "(?:a|b)*",
    "(?-i)",       "(?i:aB)",     "\\h",          "\\v",          "\\n",
    "(?:a?b?)*",   "[^\\W\\d]",   "\\x{df}",      "(?#no)",       "(?:)",
    "[[:alpha:]]", "[a-z&&[^b]]", "(?x) a # b\n", "\\N{BULLET}",  "K",
    NULL
};

static const char *const words[] = { "a",
                                     "b",
                                     "A",
                                     ".",
                                     " ",
                                     "\n",
                                     "\r\n",
                                     "\r",
                                     "ab",
                                     "aab. B",
                                     "?",
                                     "1",
                                     "\xC3\xA9",
                                     "e\xCC\x81",
                                     "\xC3\x9F",
                                     "SS",
                                     "\xCC\x81",
                                     "\xC2\xA0",
                                     "\xE2\x80\xA2",
                                     "\xE2\x80\xA8",
                                     "\xF0\x9F\x98\x80",
                                     "\xFF",
                                     "\xE2\x84\xAA",
                                     "k",
                                     "_",
                                     "\xE2\x80\x8D",
                                     NULL };

static void random_pattern(char pattern[PATTERN], uint32_t *seed)
{
    size_t count = next_random(seed) % 5;
    do {
        pattern[0] = '\0';
        for (size_t i = 0; i < count; i++) {
            if (next_random(seed) % 12 == 0)
                strcat(pattern, "|");
            strcat(pattern, one_of(seed, pieces));
        }
    } while (hxp_srx_regex_check(hxp_str_of(pattern), NULL) != HXP_OK);
}

/** A few rules, all in one list for all languages. */
static hxp_srx *random_rules(uint32_t *seed)
{
    const hxp_place place = { 1, 1, 1 };
    const hxp_srx_map map = { HXP_STR(".*"), HXP_STR("all"), place };
    size_t count = 1 + next_random(seed) % MOST_RULES;
    hxp_srx *srx;
    assert_int_equal(hxp_srx_new(&srx, HXP_STR("t.srx"), NULL), HXP_OK);
    assert_int_equal(hxp_srx_add_map(srx, &map, NULL), HXP_OK);
    assert_int_equal(hxp_srx_add_list(srx, HXP_STR("all"), place, NULL),
                     HXP_OK);
    for (size_t i = 0; i < count; i++) {
        char before[PATTERN], after[PATTERN];
        random_pattern(before, seed);
        random_pattern(after, seed);
        hxp_srx_rule rule = { .breaks = next_random(seed) % 3 > 0,
                              .before = hxp_str_of(before),
                              .after = hxp_str_of(after) };
        assert_int_equal(hxp_srx_add_rule(srx, &rule, NULL), HXP_OK);
    }
    return srx;
}

static void say_rules(const hxp_srx *srx, const char *text)
{
    for (size_t i = 0; i < srx->rule_count; i++)
        print_error("%c%.*s~%.*s\n", srx->rules[i].breaks ? '+' : '-',
                    HXP_FMT(srx->rules[i].before),
                    HXP_FMT(srx->rules[i].after));
    print_error("text: %s\n", text);
}

static bool same_cuts(const hxp_cuts *a, const hxp_cuts *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->items[i].offset == b->items[i].offset;
    return same;
}

static void test_random(void **state)
{
    (void)state;
    for (uint32_t round = 1; round <= ROUNDS; round++) {
        uint32_t seed = round;
        char text[PATTERN] = "";
        hxp_cuts fast = { NULL, 0, 0 }, slow = { NULL, 0, 0 };
        hxp_srx_engine *engine;
        hxp_srx *srx = random_rules(&seed);
        for (size_t i = next_random(&seed) % 20; i > 0; i--)
            strcat(text, one_of(&seed, words));
        assert_int_equal(
            hxp_srx_engine_new(&engine, srx, HXP_STR("en"), NULL, NULL),
            HXP_OK);
        assert_int_equal(hxp_srx_cut(&fast, engine, hxp_str_of(text), NULL),
                         HXP_OK);
        assert_true(
            srx_naive_cut(&slow, srx, &srx->lists[0], hxp_str_of(text)));
        if (!same_cuts(&fast, &slow))
            say_rules(srx, text);
        assert_true(same_cuts(&fast, &slow));
        hxp_cuts_free(&fast);
        hxp_cuts_free(&slow);
        hxp_srx_engine_free(engine);
        hxp_srx_free(srx);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_random) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
