/* test_index.c - what stands in an index of fuzzy look-up. */
#include "base/hash.h"
#include "base/output.h"
#include "base/str.h"
#include "memory/index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

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
    static const char short_text[] = "twenty-three characters",
                      long_text[] = "twenty-four characters..";
    hxp_index_builder *builder;
    hxp_output *output;
    hxp_index index, changed;
    hxp_store_state store = { 0 };
    hxp_str name = { "\0\0\0\0\0\0\0\0en\0nl\0", 14 };
    hxp_buffer bytes = { NULL, 0, 0 };
    (void)state;
    assert_int_equal(hxp_index_builder_new(&builder, NULL), HXP_OK);
    for (int i = 0; i < 3; i++)
        assert_int_equal(hxp_index_builder_add(
                             builder, i + 1, name,
                             hxp_str_of(i < 2 ? short_text : long_text), NULL),
                         HXP_OK);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_index_builder_write(builder, output, &store, NULL),
                     HXP_OK);
    hxp_index_builder_free(builder);
    assert_int_equal(hxp_index_use(&index, output, NULL), HXP_OK);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signatures_of_halves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
