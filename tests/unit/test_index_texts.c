/* test_index_texts.c - texts on their way into an index: what is done fast is
 * what is done slowly elsewhere; the lists of their words, their languages. */
#include "base/str.h"
#include "memory/index.h"
#include "memory/own_tags.h"
#include "memory/word_lists.h"
#include "memory/word_places.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

enum { LONGEST = 200 };

/** Make a text of some of the characters, which are each as likely. */
static hxp_str draw_text(char text[LONGEST], uint32_t *seed, hxp_str characters)
{
    size_t count = next_random(seed) % LONGEST;
    for (size_t i = 0; i < count; i++)
        text[i] = characters.ptr[next_random(seed) % characters.len];
    return (hxp_str){ text, count };
}

/** Texts of ASCII become caseless as others do; those of others are left. */
static void test_ascii_texts(void **state)
{
    static const char *const sets[] = { " a", "  Az[@`{ 09/:~!", "Zz \t\n",
                                        "a\x7F Z", "    b" };
    hxp_caseless *caseless;
    hxp_characters characters = { NULL, 0, 0 };
    uint32_t seed = 1;
    (void)state;
    assert_int_equal(hxp_caseless_new(&caseless, NULL), HXP_OK);
    for (size_t i = 0; i < 5000; i++) {
        char room[LONGEST];
        uint8_t bytes[LONGEST + HXP_CASELESS_BEHIND];
        size_t count;
        hxp_str text = draw_text(room, &seed, hxp_str_of(sets[i % 5]));
        bool odd = false;
        for (size_t k = 0; k < text.len; k++)
            odd |= text.ptr[k] < ' ' || text.ptr[k] == 0x7F;
        assert_int_equal(hxp_caseless_ascii(bytes, &count, text), !odd);
        if (odd)
            continue;
        assert_int_equal(hxp_caseless_make(&characters, caseless, text, NULL),
                         HXP_OK);
        assert_int_equal(count, characters.count);
        for (size_t k = 0; k < count; k++)
            assert_int_equal(bytes[k], characters.items[k]);
    }
    uint8_t bytes[10 + HXP_CASELESS_BEHIND];
    size_t count;
    assert_false(hxp_caseless_ascii(bytes, &count, hxp_str_of("caf\xC3\xA9")));
    hxp_characters_free(&characters);
    hxp_caseless_free(caseless);
}

/** Words are where they are if they are found one symbol at a time. */
static void test_word_places(void **state)
{
    static const char *const sets[] = { "a ", "aaaaaaaaaaaaaaaaaaaaaaaa .",
                                        "a.,- ", "ab1 ;" };
    hxp_word_places places = { .starts = NULL };
    hxp_tokens tokens = { NULL, 0, 0 };
    hxp_symbols alphabet;
    uint32_t seed = 1;
    (void)state;
    hxp_symbols_init(&alphabet);
    for (size_t i = 0; i < 5000; i++) {
        char room[LONGEST];
        uint8_t symbols[LONGEST + HXP_WORD_PLACES_BEHIND];
        hxp_str text = draw_text(room, &seed, hxp_str_of(sets[i % 4]));
        memcpy(symbols, room, text.len);
        assert_true(
            hxp_word_places_find(&places, &alphabet, symbols, text.len));
        assert_true(hxp_tokens_make(&tokens, &alphabet, symbols, text.len));
        assert_int_equal(places.count, tokens.count);
        for (size_t k = 0; k < tokens.count; k++) {
            assert_int_equal(places.starts[k], tokens.items[k].start);
            assert_int_equal(places.ends[k],
                             tokens.items[k].start + tokens.items[k].length);
        }
    }
    free(tokens.items);
    hxp_word_places_free(&places);
}

/** Read a list, of count positions at most, from its pieces. */
static size_t read_list(uint64_t *positions, size_t count,
                        const hxp_word_lists *lists, uint32_t bucket)
{
    const hxp_list_piece *piece = NULL;
    uint64_t position = 0;
    size_t found = 0;
    hxp_str bytes;
    while ((piece = hxp_word_lists_next(&bytes, lists, bucket, piece))) {
        const uint8_t *at = piece->bytes, *end = at + bytes.len;
        assert_in_range(bytes.len, 1, HXP_LIST_BYTES);
        while (at < end && found < count) {
            at = hxp_list_next(&position, at, end);
            positions[found++] = position;
        }
        assert_ptr_equal(at, end);
    }
    return found;
}

/** A step of the most bytes may be the last one of a piece, wherever it is. */
static void test_far_steps(void **state)
{
    enum { NEAR = 60, FAR = 3, COUNT = NEAR + FAR };
    const uint32_t bucket = 7;
    (void)state;
    for (size_t first = 0; first <= NEAR; first++) {
        hxp_word_lists lists = { .items = NULL };
        uint64_t positions[COUNT + 1];
        uint32_t position = 0, wanted[COUNT];
        assert_true(hxp_word_lists_begin(&lists, 0));
        for (size_t i = 0; i < COUNT; i++) {
            bool far = i >= first && i < first + FAR;
            position += far ? UINT32_C(1) << 28 : 1;
            wanted[i] = position;
            assert_true(hxp_word_lists_add(&lists, position, &bucket, 1));
        }
        assert_true(hxp_word_lists_place(&lists));
        assert_int_equal(lists.bytes, NEAR + 5 * FAR);
        assert_int_equal(read_list(positions, COUNT + 1, &lists, bucket),
                         COUNT);
        for (size_t i = 0; i < COUNT; i++)
            assert_int_equal(positions[i], wanted[i]);
        hxp_word_lists_free(&lists);
    }
}

enum { SPELT = 26, MANY_BUCKETS = 1 << 14 };

/** A word of five letters, most often one that begins with "pro". */
static void spell(uint8_t word[8], uint32_t number)
{
    static const uint8_t often[] = { 'p', 'r', 'o' };
    memset(word, 0, 8);
    for (size_t i = 0; i < 5; i++, number /= SPELT)
        word[i] = (uint8_t)('a' + number % SPELT);
    if (word[4] != 'a')
        memcpy(word, often, sizeof often);
}

static uint32_t key_of(const uint8_t word[8])
{
    uint64_t first = 0;
    for (unsigned i = 0; i < 8; i++)
        first |= (uint64_t)word[i] << 8 * i;
    return hxp_word_key(first, hxp_word_hash_end(hxp_word_hash_add(5, first)));
}

/** Words that begin alike have buckets side by side: the more the more words
 * there are, and hardly any others. */
static void test_shares(void **state)
{
    enum { WORDS = 100000, STEP = 7919 };
    const uint32_t sizes[] = { 64, 512, MANY_BUCKETS };
    hxp_share_counter *counter = hxp_share_counter_new();
    uint8_t word[8];
    (void)state;
    assert_non_null(counter);
    for (uint32_t i = 0; i < WORDS; i++) {
        spell(word, i * STEP);
        uint32_t key = key_of(word);
        hxp_share_counter_add(counter, &key, 1);
    }
    for (size_t k = 0; k < 3; k++) {
        uint32_t buckets = sizes[k];
        uint32_t *starts = hxp_share_counter_deal(counter, buckets);
        assert_non_null(starts);
        assert_int_equal(hxp_share_letters(buckets), k + 1);
        assert_true(hxp_word_shares_hold(starts, buckets));
        hxp_word_shares shares = hxp_word_shares_of(starts, buckets);
        for (uint32_t i = 0; i < WORDS; i++) {
            spell(word, i * STEP);
            uint32_t bucket = hxp_bucket_of(shares, key_of(word));
            assert_in_range(bucket, 0, buckets - 1);
            for (size_t letters = 0; letters <= 4; letters++) {
                hxp_bucket_range range =
                    hxp_buckets_of_beginning(shares, word, letters);
                assert_in_range(bucket, range.first, range.last);
            }
        }
        free(starts);
    }
    uint32_t *starts = hxp_share_counter_deal(counter, MANY_BUCKETS);
    hxp_word_shares shares = hxp_word_shares_of(starts, MANY_BUCKETS);
    hxp_bucket_range often =
        hxp_buckets_of_beginning(shares, (const uint8_t *)"pro", 3);
    hxp_bucket_range seldom =
        hxp_buckets_of_beginning(shares, (const uint8_t *)"qua", 3);
    assert_true(often.last - often.first > 100);
    assert_true(seldom.last - seldom.first < 10);
    starts[hxp_share_count(MANY_BUCKETS)]++;
    assert_false(hxp_word_shares_hold(starts, MANY_BUCKETS));
    starts[hxp_share_count(MANY_BUCKETS)]--;
    starts[1] = starts[2] + 1;
    assert_false(hxp_word_shares_hold(starts, MANY_BUCKETS));
    free(starts);
    hxp_share_counter_free(counter);
}

/** A tag is looked at once; the same language has many. */
static void test_own_tags(void **state)
{
    static const struct {
        const char *tag;
        uint32_t number;
        bool own;
    } cases[] = { { "nl-BE", 0, true },
                  { "en", 1, false },
                  { "nld", 2, true },
                  { "en", 1, false },
                  { "nl-BE", 0, true } };
    hxp_own_tags tags = { .language = "nl-NL" };
    uint32_t number = 0;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_true(
            hxp_own_tags_number(&number, &tags, hxp_str_of(cases[i].tag)));
        assert_int_equal(number, cases[i].number);
        assert_int_equal(tags.own[number], cases[i].own);
    }
    tags.own[0] = false;
    assert_true(hxp_own_tags_number(&number, &tags, HXP_STR("nl-BE")));
    assert_false(tags.own[number]);
    hxp_own_tags_free(&tags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ascii_texts), cmocka_unit_test(test_word_places),
        cmocka_unit_test(test_far_steps),   cmocka_unit_test(test_shares),
        cmocka_unit_test(test_own_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
