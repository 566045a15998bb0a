/* test_options.c - command lines read by a table. */
#include "base/str.h"
#include "cli/cli.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct test_settings {
    hxp_settings common;
    bool flag;
    const char *text;
    int choice;
    double share;
    hxp_values list;
} test_settings;

static const char *const words[] = { "one", "two", NULL };

static const hxp_option table[] = {
    { 'f', "flag", NULL, "", HXP_OPTION_FLAG, offsetof(test_settings, flag),
      NULL },
    { 't', "text", "TEXT", "", HXP_OPTION_TEXT, offsetof(test_settings, text),
      NULL },
    { '\0', "choice", "WORD", "", HXP_OPTION_CHOICE,
      offsetof(test_settings, choice), words },
    { 's', "share", "SHARE", "", HXP_OPTION_SHARE,
      offsetof(test_settings, share), NULL },
    { 'l', "list", "WORD", "", HXP_OPTION_LIST, offsetof(test_settings, list),
      NULL },
    HXP_COMMON_OPTIONS(test_settings)
};

static const hxp_command command = { "test", "FILE", "Tests.", table, NULL };

enum { MOST = 12 };

/** Read words, which end with NULL; false: they are wrong usage. */
static bool read(test_settings *settings, const char *const *arguments)
{
    static char copies[MOST][32];
    char *argv[MOST + 1] = { copies[0] };
    int argc = 1, code = -1;
    for (; arguments[argc - 1]; argc++) {
        assert_true(argc < MOST && strlen(arguments[argc - 1]) < 32);
        argv[argc] = strcpy(copies[argc], arguments[argc - 1]);
    }
    *settings = (test_settings){ .choice = -1 };
    bool fine = hxp_parse_options(&command, settings, argc, argv, &code);
    if (!fine)
        assert_int_equal(code, HXP_EXIT_USAGE);
    return fine;
}

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void test_long(void **state)
{
    (void)state;
    test_settings s;
    assert_true(read(&s, ARGUMENTS("--flag", "--text", "a", "--choice=two",
                                   "--share", "0.25")));
    assert_true(s.flag);
    assert_string_equal(s.text, "a");
    assert_int_equal(s.choice, 1);
    assert_true(s.share == 0.25);
    hxp_settings_free(&s.common);
    /* An empty value is one; what looks like an option is one, too. */
    assert_true(read(&s, ARGUMENTS("--text=", "--quiet")));
    assert_string_equal(s.text, "");
    assert_true(s.common.quiet);
    hxp_settings_free(&s.common);
    assert_true(read(&s, ARGUMENTS("--text", "--flag")));
    assert_string_equal(s.text, "--flag");
    assert_false(s.flag);
    hxp_settings_free(&s.common);
}

static void test_letters(void **state)
{
    (void)state;
    test_settings s;
    assert_true(read(&s, ARGUMENTS("-qft", "x", "-s1", "-t=y")));
    assert_true(s.common.quiet);
    assert_true(s.flag);
    assert_string_equal(s.text, "=y"); /* the last counts */
    assert_true(s.share == 1);
    hxp_settings_free(&s.common);
}

static void test_operands(void **state)
{
    (void)state;
    test_settings s;
    assert_true(read(&s, ARGUMENTS("a", "-f", "-", "--", "-f", "--list")));
    assert_int_equal(s.common.operands.count, 4);
    assert_string_equal(s.common.operands.items[0], "a");
    assert_string_equal(s.common.operands.items[1], "-");
    assert_string_equal(s.common.operands.items[2], "-f");
    assert_string_equal(s.common.operands.items[3], "--list");
    assert_int_equal(s.list.count, 0);
    hxp_settings_free(&s.common);
}

static void test_lists(void **state)
{
    (void)state;
    test_settings s;
    assert_true(
        read(&s, ARGUMENTS("-lx", "a", "--list=y", "b", "-l", "z", "c")));
    assert_int_equal(s.list.count, 3);
    assert_string_equal(s.list.items[0], "x");
    assert_string_equal(s.list.items[1], "y");
    assert_string_equal(s.list.items[2], "z");
    assert_int_equal(s.common.operands.count, 3);
    assert_string_equal(s.common.operands.items[2], "c");
    hxp_settings_free(&s.common);
}

static void test_shares(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double share; /* below 0: refused */
    } rows[] = {
        { "0", 0 },    { "1", 1 },      { "1.0", 1 },    { ".5", 0.5 },
        { "0.", 0 },   { "00.5", 0.5 }, { "1.001", -1 }, { "", -1 },
        { ".", -1 },   { "-0.1", -1 },  { "0,5", -1 },   { "1e-1", -1 },
        { "nan", -1 }, { "0.5.", -1 },  { "2", -1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        test_settings s;
        bool fine = read(&s, ARGUMENTS("--share", rows[i].text));
        assert_int_equal(fine, rows[i].share >= 0);
        if (fine)
            assert_true(s.share == rows[i].share);
        hxp_settings_free(&s.common);
    }
}

static void test_wrong(void **state)
{
    (void)state;
    static const char *const wrong[] = { "--none", "--fla",     "--flag=1",
                                         "-x",     "-fx",       "--text",
                                         "-t",     "--choice=", "--choice=on",
                                         "---",    "--=a" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        test_settings s;
        assert_false(read(&s, ARGUMENTS(wrong[i])));
        hxp_settings_free(&s.common);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long),     cmocka_unit_test(test_letters),
        cmocka_unit_test(test_operands), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_shares),   cmocka_unit_test(test_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
