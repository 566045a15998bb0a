/* test_postgres_library.c - loading libpq, or something else. */
#include "memory/postgres_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void test_load(void **state)
{
    (void)state;
    if (hxp_pq_load(NULL) != HXP_OK)
        skip();
    assert_true(hxp_pq.libVersion() >= 100000);
    assert_int_equal(hxp_pq_load(NULL), HXP_OK);
}

/* One that is not there, and one that is something else. */
static void test_find(void **state)
{
    hxp_pq_functions functions;
    (void)state;
    assert_false(hxp_pq_find(&functions, "libhexapla-nothing.so"));
    assert_false(hxp_pq_find(&functions, "libexpat.so.1"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_load),
        cmocka_unit_test(test_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
