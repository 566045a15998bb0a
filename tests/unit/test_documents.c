/* test_documents.c - documents become the paragraphs that
 * cases/documents says. */
#include "cases.h"
#include "paragraphs.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static const char folder[] = SOURCE_DIR "/tests/cases/documents";

enum { SMALL_CHUNKS = 7 };

static void show_failure(hxp_output *output, const hxp_error *error)
{
    hxp_output_printf(output, "status %d: %zu: %s\n", (int)error->status,
                      error->place.line, error->message);
}

/** Read the document in chunks of each size; name is that of its file. */
static void check(hxp_str name)
{
    char path[256];
    hxp_buffer bytes = case_load(folder, name, "");
    hxp_buffer expected = case_load(folder, name, ".expected");
    snprintf(path, sizeof path, "%.*s", HXP_FMT(name));
    for (size_t chunk = 0; chunk <= SMALL_CHUNKS; chunk++) {
        hxp_output *output;
        hxp_error error;
        assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
        if (paragraphs_show(output, hxp_buffer_str(&bytes), path, chunk,
                            &error) != HXP_OK)
            show_failure(output, &error);
        hxp_str shown = hxp_output_bytes(output);
        if (!hxp_str_equal(shown, hxp_buffer_str(&expected))) {
            print_error("%s, in chunks of %zu:\n%.*s", path, chunk,
                        HXP_FMT(shown));
            fail();
        }
        hxp_output_close(output);
    }
    hxp_buffer_free(&bytes);
    hxp_buffer_free(&expected);
}

static void test_cases(void **state)
{
    (void)state;
    assert_true(case_each(folder, ".expected", check) >= 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_cases) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
