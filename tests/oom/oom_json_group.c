/* oom_json_group.c - reading a group of texts when memory runs out. */
#include "base/str.h"
#include "formats/beads/json_group.h"
#include "oom.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static hxp_status read(void *context, hxp_error *error)
{
    hxp_json_group group;
    hxp_status status = hxp_json_group_read(&group, hxp_str_of(context), error);
    hxp_json_group_free(&group);
    return status;
}

static void test_read(void **state)
{
    char line[] = "{\"id\":[1,\"x\"],\"documents\":["
                  "{\"language\":\"en\",\"text\":\"A. B.\"},"
                  "{\"language\":\"nl\",\"segments\":[\"a\",\"\",\"b\"]}]}";
    (void)state;
    oom_each(read, line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
