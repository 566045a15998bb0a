/* test_index.c - what stands in an index of fuzzy look-up. */
#include "base/hash.h"
#include "base/output.h"
#include "base/str.h"
#include "memory/phrase_scan.h"
#include "memory/signature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/** Add a text of the unit id and of a class, which a memory's number tells. */
static void add_text(hxp_index_builder *builder, int64_t id, int64_t class,
                     const char *text)
{
    static const char tags[] = "en\0nl";
    char name[sizeof class + sizeof tags];
    memcpy(name, &class, sizeof class);
    memcpy(name + sizeof class, tags, sizeof tags);
    assert_int_equal(hxp_index_builder_add(builder, id,
                                           (hxp_str){ name, sizeof name },
                                           hxp_str_of(text), NULL),
                     HXP_OK);
}

/** Use the index of what was added; the builder goes. */
static void write_index(hxp_index *index, hxp_index_builder *builder)
{
    hxp_output *output;
    hxp_store_state state = { 0 };
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_index_builder_write(builder, output, &state, NULL),
                     HXP_OK);
    hxp_index_builder_free(builder);
    assert_int_equal(hxp_index_use(index, output, NULL), HXP_OK);
}

/** Give the bytes of an index the hash of what they are now. */
static void hash_again(hxp_buffer *bytes)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_hash hash;
    size_t end = bytes->len - sizeof hash;
    hxp_hasher_add(&hasher, hxp_str_part(hxp_buffer_str(bytes), 0, end));
    hash = hxp_hasher_finish(&hasher);
    memcpy(bytes->ptr + end, &hash, sizeof hash);
}

/** A text more than cells have, in the gaps between parts, is no index. */
static void test_text_too_many(void **state)
{
    hxp_index_builder *builder;
    hxp_index index, changed;
    hxp_buffer bytes = { NULL, 0, 0 };
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    add_text(builder, 1, 0, "one text");
    add_text(builder, 2, 0, "another");
    write_index(&index, builder);
    assert_true(hxp_buffer_add(
        &bytes, (hxp_str){ (const char *)index.bytes, index.size }));
    for (uint32_t more = 1; more < 2; more--) {
        index.header.texts = 2 + more;
        memcpy(bytes.ptr, &index.header, sizeof index.header);
        hash_again(&bytes);
        assert_int_equal(hxp_index_view(&changed, hxp_buffer_str(&bytes), NULL),
                         more ? HXP_EINPUT : HXP_OK);
    }
    hxp_index_close(&changed);
    hxp_index_close(&index);
    hxp_buffer_free(&bytes);
}

/** An index of count texts, which opens; returns what comes before its hash. */
static size_t size_of(int count)
{
    hxp_index_builder *builder;
    hxp_index index;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (int i = 0; i < count; i++) {
        char text[40];
        snprintf(text, sizeof text, "unit %d of process %d", i % 29, i / 29);
        add_text(builder, i + 1, 0, text);
    }
    write_index(&index, builder);
    size_t size = index.size - sizeof(hxp_hash);
    hxp_index_close(&index);
    return size;
}

/** What ends with a block that is hashed, ends with no empty one. */
static void test_full_block(void **state)
{
    (void)state;
    int low = 500, high = 2000;
    while (high - low > 1) { /* the most texts that need no second block */
        int middle = (low + high) / 2;
        *(size_of(middle) <= HXP_INDEX_BLOCK ? &low : &high) = middle;
    }
    assert_int_equal(size_of(low), HXP_INDEX_BLOCK);
}

/** What is written once more, because a disk was full, is the same. */
static void test_written_twice(void **state)
{
    hxp_index_builder *builder;
    hxp_store_state now = { 0 };
    hxp_output *outputs[2];
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    add_text(builder, 1, 0, "another text, with more words");
    add_text(builder, 2, 1, "one text");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(hxp_output_memory(&outputs[i], NULL), HXP_OK);
        assert_int_equal(
            hxp_index_builder_write(builder, outputs[i], &now, NULL), HXP_OK);
        assert_int_equal(hxp_output_finish(outputs[i], NULL), HXP_OK);
    }
    assert_true(hxp_str_equal(hxp_output_bytes(outputs[0]),
                              hxp_output_bytes(outputs[1])));
    hxp_output_close(outputs[0]);
    hxp_output_close(outputs[1]);
    hxp_index_builder_free(builder);
}

/** Every text has its signature, in the block and place of its position. */
static void test_signature_blocks(void **state)
{
    hxp_index_builder *builder;
    hxp_index index;
    uint8_t of[256], room[HXP_TEXT_ROOM];
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (int i = 0; i < HXP_TOGETHER + 9; i++) {
        char text[80];
        snprintf(text, sizeof text, "%.*s and %d more", i % 24,
                 "eeeeeeee a few characters", i * i);
        add_text(builder, i + 1, 0, text);
    }
    write_index(&index, builder);
    hxp_signature_classes(of, &index.packing);
    for (uint32_t i = 0; i < index.header.texts; i++) {
        const hxp_cell *cell = hxp_index_cell(&index, i);
        const uint8_t *block = hxp_block_at(index.signatures, i);
        hxp_letter_counts counts;
        hxp_letters_count(&counts, of, hxp_index_text(&index, cell, i, room),
                          cell->length);
        for (size_t part = HXP_WHOLE; part <= HXP_FIRST; part++) {
            const uint8_t *all = counts.of[part];
            const uint8_t *at =
                block + part * HXP_HALVES_BEHIND + i % HXP_TOGETHER;
            for (size_t k = 0; k < HXP_COMMON_ROWS; k++, at += HXP_TOGETHER)
                assert_int_equal(*at, all[k] | all[k + HXP_COMMON_ROWS] << 4);
            for (size_t k = HXP_COMMON_CLASSES;
                 k < HXP_COMMON_CLASSES + HXP_RARE_ROWS;
                 k++, at += HXP_TOGETHER)
                assert_int_equal(*at, all[k] | all[k + HXP_RARE_ROWS] << 2 |
                                          all[k + 2 * HXP_RARE_ROWS] << 4 |
                                          all[k + 3 * HXP_RARE_ROWS] << 6);
        }
    }
    hxp_index_close(&index);
}

/** Numbers take no more bytes than the largest of them needs. */
static void test_sizes_of_numbers(void **state)
{
    static const struct {
        int64_t id;
        int classes;
        uint32_t id_size, class_size;
    } cases[] = { { 0xFFFFFF, 1, 3, 0 },
                  { 0x1000000, 2, 4, 1 },
                  { UINT32_MAX, 256, 4, 1 },
                  { 300, 257, 3, 2 } };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hxp_index_builder *builder;
        hxp_index index;
        assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
        for (int k = 0; k < cases[i].classes; k++) {
            bool last = k == cases[i].classes - 1;
            add_text(builder, last ? cases[i].id : k, k, "text");
        }
        write_index(&index, builder);
        assert_int_equal(index.header.id_size, cases[i].id_size);
        assert_int_equal(index.header.class_size, cases[i].class_size);
        uint32_t last = index.header.texts - 1;
        assert_int_equal(hxp_index_id(&index, last), cases[i].id);
        assert_int_equal(hxp_index_class_of(&index, last),
                         cases[i].classes - 1);
        hxp_index_close(&index);
    }
}

/** Texts of the commonest symbols are packed, and what comes back is equal. */
static void test_packed_texts(void **state)
{
    hxp_index_builder *builder;
    hxp_index index;
    char text[100], rare[] = "caf\xC3\xA9";
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (size_t i = 1; i < sizeof text; i++) {
        for (size_t k = 0; k < i; k++)
            text[k] = (char)('0' + (k * k + i) % 10);
        text[i] = '\0';
        add_text(builder, (int64_t)i, 0, text);
    }
    /* more characters than there are codes */
    for (char c = ' ' + 1; c < 0x7F; c++) {
        char one[] = { c, c, c, '\0' };
        add_text(builder, 200 + c, 0, one);
    }
    add_text(builder, 400, 0, rare);
    write_index(&index, builder);
    size_t packed = 0;
    for (uint32_t i = 0; i < index.header.texts; i++) {
        uint8_t room[HXP_TEXT_ROOM];
        const hxp_cell *cell = hxp_index_cell(&index, i);
        const uint8_t *symbols = hxp_index_text(&index, cell, i, room);
        size_t id = hxp_index_id(&index, i);
        packed += hxp_cell_is_packed(cell);
        assert_int_equal(hxp_cell_is_packed(cell), symbols == room);
        if (id < sizeof text)
            assert_true(hxp_cell_is_packed(cell));
        for (size_t k = 0; id < sizeof text && k < id; k++)
            assert_int_equal(symbols[k], '0' + (k * k + id) % 10);
        if (id == 400)
            assert_false(hxp_cell_is_packed(cell));
    }
    assert_in_range(packed, sizeof text, index.header.texts - 2);
    hxp_index_close(&index);
}

/** Words that differ in accents alone have one list and one byte. */
static void test_bare_words(void **state)
{
    static const char *const names[] = { "\xC3\x89t\xC3\xA9", "ete",
                                         "\xC3\xAAt\xC3\xA8", "\xD0\xB9",
                                         "\xD0\xB8" };
    hxp_index_builder *builder;
    hxp_index index;
    uint8_t bytes[5];
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (int i = 0; i < 5; i++)
        add_text(builder, i, 0, names[i]);
    write_index(&index, builder);
    for (uint32_t i = 0; i < 5; i++)
        bytes[hxp_index_id(&index, i)] = *hxp_index_words(&index, 1, i);
    assert_int_equal(bytes[0], bytes[1]);
    assert_int_equal(bytes[0], bytes[2]);
    assert_int_equal(bytes[3], bytes[4]);
    assert_int_not_equal(bytes[0], bytes[3]);
    hxp_index_close(&index);
}

/** The ids of the texts that have a phrase, unless expected is NULL; returns
 * how many they are. */
static size_t expect_phrase(const hxp_index *index, const char *text,
                            const char *expected)
{
    hxp_phrase_scan scan = { .index = NULL };
    hxp_wanted_phrase phrase = { .run = 0 };
    hxp_caseless *caseless;
    const hxp_cell *cell;
    uint32_t position, before = 0;
    size_t count = 0;
    char ids[100] = "";
    assert_int_equal(hxp_caseless_new(&caseless, NULL), HXP_OK);
    assert_int_equal(
        hxp_phrase_make(&phrase, caseless, hxp_str_of(text), false, NULL),
        HXP_OK);
    assert_int_equal(hxp_phrase_scan_open(&scan, index, caseless, NULL),
                     HXP_OK);
    assert_int_equal(hxp_phrase_scan_set(&scan, &phrase, NULL), HXP_OK);
    while (hxp_phrase_scan_next(&position, &cell, &scan, NULL) == HXP_OK &&
           cell) {
        size_t len = strlen(ids);
        assert_true(count++ == 0 || position > before);
        before = position;
        snprintf(ids + len, sizeof ids - len, " %u",
                 (unsigned)hxp_index_id(index, position));
    }
    if (expected)
        assert_string_equal(ids, expected);
    hxp_phrase_scan_free(&scan);
    hxp_phrase_free(&phrase);
    hxp_caseless_free(caseless);
    return count;
}

/** All texts of many lists are found, in their order. */
static void test_beginnings(void **state)
{
    hxp_index_builder *builder;
    hxp_index index;
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (int i = 0; i < 8000; i++) {
        char text[30];
        snprintf(text, sizeof text, "x%d %c%d", i % 9, i % 3 ? 'y' : 'w', i);
        add_text(builder, i, 0, text);
    }
    write_index(&index, builder);
    assert_int_equal(expect_phrase(&index, "w*", NULL), 2667);
    assert_int_equal(expect_phrase(&index, "x3 w1*", NULL), 123);
    expect_phrase(&index, "w777*", " 777 7770 7773 7776 7779");
    hxp_index_close(&index);
}

/** Letters that make one word with others in an index, but not for who
 * searches; accents that no letter has; so few that they are looked at one by
 * one, and so many that words are not asked for. */
static void test_odd_words(void **state)
{
    (void)state;
    for (int more = 0; more <= 1500; more += 1500) {
        hxp_index_builder *builder;
        hxp_index index;
        assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
        add_text(builder, 1, 0, "\u0E01abc ok");
        add_text(builder, 2, 0, "abc\u0E01ef ok");
        add_text(builder, 3, 0, "x\u0301yz ok, now");
        add_text(builder, 4, 0, "abcd ok");
        for (int i = 0; i < more; i++) {
            char text[30];
            snprintf(text, sizeof text, "\u0E02\u0E03%d de", i);
            add_text(builder, 100 + i, 0, text);
        }
        write_index(&index, builder);
        expect_phrase(&index, "abc ok", " 1");
        expect_phrase(&index, "abc*ok", "");
        expect_phrase(&index, "ab* ok", " 1 4");
        expect_phrase(&index, "xyz ok", " 3");
        expect_phrase(&index, "ok, n*", " 3");
        expect_phrase(&index, "*bc", " 1 2");
        hxp_index_close(&index);
    }
}

/* --- Lists of words ------------------------------------------------------- */

enum { LISTED = 3000, BUCKETS = LISTED / 32 + 64, MOST = LISTED / 24 };

/** Which texts have words of which buckets, and which of those list them. */
typedef struct lists_seen {
    bool has[BUCKETS][LISTED], listed[BUCKETS][LISTED];
    uint32_t count[BUCKETS]; /* of texts that have */
} lists_seen;

static void see_words(lists_seen *seen, const hxp_index *index,
                      uint32_t position)
{
    uint8_t room[HXP_TEXT_ROOM];
    const hxp_cell *cell = hxp_index_cell(index, position);
    const uint8_t *symbols = hxp_index_text(index, cell, position, room);
    const uint8_t *words = hxp_index_words(index, cell->words, position);
    hxp_tokens tokens = { NULL, 0, 0 };
    assert_true(
        hxp_tokens_make(&tokens, &index->alphabet, symbols, cell->length));
    assert_int_equal(tokens.count, cell->words);
    for (size_t i = 0; i < tokens.count; i++) {
        uint32_t bucket = hxp_bucket_of(index->shares, tokens.items[i].key);
        assert_in_range(bucket, 0, BUCKETS - 1);
        seen->count[bucket] += !seen->has[bucket][position];
        seen->has[bucket][position] = true;
        assert_int_equal(words[i], hxp_token_symbol(&tokens.items[i]));
    }
    free(tokens.items);
}

static void see_list(lists_seen *seen, const hxp_index *index, uint32_t bucket)
{
    uint64_t position = 0;
    const uint8_t *at =
        index->list_bytes + (index->lists[bucket] & ~HXP_STOP_LIST);
    const uint8_t *end =
        index->list_bytes + (index->lists[bucket + 1] & ~HXP_STOP_LIST);
    while (at < end) {
        at = hxp_list_next(&position, at, end);
        assert_in_range(position, 0, LISTED - 1);
        assert_false(seen->listed[bucket][position]);
        seen->listed[bucket][position] = true;
    }
}

/** The lists have the texts that have their words, unless these are many. */
static void test_lists(void **state)
{
    hxp_index_builder *builder;
    hxp_index index;
    lists_seen *seen = calloc(1, sizeof *seen);
    size_t stopped = 0;
    (void)state;
    assert_non_null(seen);
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (int i = 0; i < LISTED; i++) {
        char text[120];
        snprintf(text, sizeof text, "all %s a%d, b%d and b%d; c%d (a%d).",
                 i % 24 ? (i % 8 ? "rare" : "exceedingly-thoroughness")
                        : "d\xC3\xA9j\xC3\xA0 \xC3\xA9tabliraient",
                 i % 23, i % 40, i * i % 97, i / 300, i % 11 ? i : i % 23);
        add_text(builder, i, 0, text);
    }
    write_index(&index, builder);
    assert_int_equal(index.header.buckets, BUCKETS);
    for (uint32_t i = 0; i < LISTED; i++)
        see_words(seen, &index, i);
    for (uint32_t i = 0; i < BUCKETS; i++) {
        bool many = seen->count[i] > MOST;
        assert_int_equal((index.lists[i] & HXP_STOP_LIST) != 0, many);
        see_list(seen, &index, i);
        for (size_t k = 0; k < LISTED; k++)
            assert_int_equal(seen->listed[i][k], !many && seen->has[i][k]);
        stopped += many;
    }
    assert_in_range(stopped, 5, BUCKETS - 20);
    hxp_index_close(&index);
    free(seen);
}

/** The longest texts, of as many words as characters, beside short ones. */
static void test_longest_texts(void **state)
{
    static char text[HXP_LENGTH_LIMIT + 2];
    hxp_index_builder *builder;
    hxp_index index;
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (size_t i = 0; i <= HXP_LENGTH_LIMIT; i++)
        text[i] = i % 2 ? '+' : '-';
    add_text(builder, 1, 0, text); /* one character too many */
    for (int i = 2; i < 40; i++) {
        char *end = text + HXP_LENGTH_LIMIT - i % 3, last = *end;
        *end = '\0';
        add_text(builder, i, 0, text);
        add_text(builder, 100 + i, 0, "one short text");
        *end = last;
    }
    write_index(&index, builder);
    assert_int_equal(index.header.texts, 76);
    assert_int_equal(index.header.cells, 4);
    for (uint32_t i = 0; i < 76; i++) {
        uint8_t room[HXP_TEXT_ROOM];
        const hxp_cell *cell = hxp_index_cell(&index, i);
        const uint8_t *symbols = hxp_index_text(&index, cell, i, room);
        uint32_t id = hxp_index_id(&index, i);
        assert_int_equal(cell->length,
                         id < 100 ? HXP_LENGTH_LIMIT - id % 3 : 14);
        for (size_t k = 0; id < 100 && k < cell->length; k++)
            assert_int_equal(symbols[k], k % 2 ? '+' : '-');
    }
    hxp_index_close(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_too_many),
        cmocka_unit_test(test_full_block),
        cmocka_unit_test(test_written_twice),
        cmocka_unit_test(test_signature_blocks),
        cmocka_unit_test(test_sizes_of_numbers),
        cmocka_unit_test(test_packed_texts),
        cmocka_unit_test(test_bare_words),
        cmocka_unit_test(test_odd_words),
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_longest_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
