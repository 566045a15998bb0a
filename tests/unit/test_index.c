/* test_index.c - what stands in an index of fuzzy look-up. */
#include "base/hash.h"
#include "base/output.h"
#include "base/str.h"
#include "memory/index.h"

#include <setjmp.h>
#include <stdarg.h>
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

/** Only long texts have a signature of their first half, and all of them. */
static void test_signatures_of_halves(void **state)
{
    static const char long_text[] = "as many characters as are needed";
    const char *short_text = long_text + 1;
    hxp_index_builder *builder;
    hxp_index index, changed;
    hxp_buffer bytes = { NULL, 0, 0 };
    (void)state;
    assert_int_equal(strlen(long_text), HXP_HALVES_FROM);
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    add_text(builder, 1, 0, short_text);
    add_text(builder, 2, 0, short_text);
    add_text(builder, 3, 0, long_text);
    write_index(&index, builder);
    assert_int_equal(index.header.texts, 3);
    assert_int_equal(index.header.halves, 1);
    assert_true(hxp_buffer_add(
        &bytes, (hxp_str){ (const char *)index.bytes, index.size }));
    /* one more, in the gap before the next part: the size stays */
    index.header.halves = 2;
    memcpy(bytes.ptr, &index.header, sizeof index.header);
    hash_again(&bytes);
    assert_int_equal(hxp_index_view(&changed, hxp_buffer_str(&bytes), NULL),
                     HXP_EINPUT);
    index.header.halves = 1;
    memcpy(bytes.ptr, &index.header, sizeof index.header);
    hash_again(&bytes);
    assert_int_equal(hxp_index_view(&changed, hxp_buffer_str(&bytes), NULL),
                     HXP_OK);
    hxp_index_close(&changed);
    hxp_index_close(&index);
    hxp_buffer_free(&bytes);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signatures_of_halves),
        cmocka_unit_test(test_sizes_of_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
