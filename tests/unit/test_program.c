/* test_program.c - other programs are run, and ended when they go too far. */
#include "base/program.h"

#include "base/input.h"
#include "base/nameless.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

/** Run the program with text as its input; gives what it wrote. */
static hxp_status run(hxp_buffer *wrote, int *code, const char *const *words,
                      const char *text, hxp_error *error)
{
    hxp_input *input;
    int output;
    hxp_program program = { .arguments = words, .seconds = 1, .bytes = 1000 };
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(text), "a", NULL),
                     HXP_OK);
    assert_int_equal(hxp_keep_nameless(&program.input, input, NULL), HXP_OK);
    hxp_input_close(input);
    hxp_status status = hxp_program_run(&output, code, &program, error);
    close(program.input);
    assert_int_equal(output >= 0, status == HXP_OK);
    if (status != HXP_OK)
        return status;
    assert_int_equal(hxp_input_nameless(&input, output, "a", NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, wrote, 10000, NULL), HXP_OK);
    hxp_input_close(input);
    close(output);
    return HXP_OK;
}

static void test_runs(void **state)
{
    static const char *const cat[] = { "cat", "-", NULL };
    static const char *const fails[] = { "sh", "-c", "echo >&2 lost; exit 3",
                                         NULL };
    static const char *const dies[] = { "sh", "-c", "kill -9 $$", NULL };
    hxp_buffer wrote = { NULL, 0, 0 };
    int code;
    (void)state;
    assert_int_equal(run(&wrote, &code, cat, "text\n", NULL), HXP_OK);
    assert_int_equal(code, 0);
    assert_true(hxp_str_is(hxp_buffer_str(&wrote), "text\n"));
    assert_int_equal(run(&wrote, &code, fails, "", NULL), HXP_OK);
    assert_int_equal(code, 3);
    assert_int_equal(wrote.len, 5);
    assert_int_equal(run(&wrote, &code, dies, "", NULL), HXP_OK);
    assert_int_equal(code, -1);
    hxp_buffer_free(&wrote);
}

static void test_limits(void **state)
{
    static const char *const missing[] = { "no-such-program", NULL };
    static const char *const slow[] = { "sleep", "60", NULL };
    static const char *const much[] = { "yes", NULL };
    hxp_buffer wrote = { NULL, 0, 0 };
    hxp_error error;
    int code;
    (void)state;
    assert_int_equal(run(&wrote, &code, missing, "", &error), HXP_ESYSTEM);
    assert_string_equal(error.message, "no-such-program is not installed");
    assert_int_equal(run(&wrote, &code, slow, "", &error), HXP_ELIMIT);
    assert_string_equal(error.message, "sleep takes too long");
    assert_int_equal(run(&wrote, &code, much, "", &error), HXP_ELIMIT);
    assert_string_equal(error.message, "yes writes too much");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs),
                                        cmocka_unit_test(test_limits) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
