/* test_json_group.c - groups of texts as lines of JSON. */
#include "base/str.h"
#include "formats/beads/json_group.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_group(void **state)
{
    hxp_json_group group;
    hxp_error error;
    (void)state;
    assert_int_equal(
        hxp_json_group_read(
            &group,
            HXP_STR("{\"id\":[1, \"x\"],\"more\":0,\"documents\":["
                    "{\"language\":\"en\",\"text\":\"A. B.\"},"
                    "{\"language\":\"nl\",\"segments\":[\"a.\",\"\",\"b\"]}]}"),
            &error),
        HXP_OK);
    assert_true(hxp_str_is(group.id, "[1,\"x\"]"));
    assert_int_equal(group.count, 2);
    assert_false(group.versions[0].segmented);
    assert_true(hxp_str_is(group.versions[0].text, "A. B."));
    const hxp_json_version *nl = &group.versions[1];
    assert_true(nl->segmented);
    assert_true(hxp_str_is(nl->language, "nl"));
    assert_true(hxp_str_is(nl->text, "a.\n\nb\n"));
    assert_int_equal(nl->span_count, 3);
    assert_int_equal(nl->spans[1].start, 3);
    assert_int_equal(nl->spans[1].end, 3);
    assert_int_equal(nl->spans[2].start, 4);
    assert_int_equal(nl->spans[2].end, 5);
    hxp_json_group_free(&group);
}

static void refuses(const char *line, const char *id, const char *message)
{
    hxp_json_group group;
    hxp_error error;
    assert_int_equal(hxp_json_group_read(&group, hxp_str_of(line), &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, message);
    assert_true(hxp_str_is(group.id, id));
    hxp_json_group_free(&group);
}

static void test_refusals(void **state)
{
    (void)state;
    refuses("[]", "", "\"documents\" must be an array of two or more");
    refuses("{\"id\":null}", "null",
            "\"documents\" must be an array of two or more");
    refuses("{\"id\":1,\"documents\":[{\"text\":\"\"},{}]}", "1",
            "a document without \"language\"");
    refuses("{\"documents\":[{\"language\":\"en\"},{}]}", "",
            "a document with neither \"text\" nor \"segments\"");
    refuses("{\"documents\":[{\"language\":\"en\",\"segments\":[1]},{}]}", "",
            "a segment is not a string");
    refuses("x", "", "column 1: '[' or '{' expected near 'x'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_group),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
