/* test_clean.c - the rules of cleaning, and telling languages apart. */
#include "expect.h"

#include "base/str.h"
#include "text/guess.h"

#include <hexapla/filter.h>
#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define TEXTS(...)                                                             \
    {                                                                          \
        (const char *const[]){ __VA_ARGS__ },                                  \
            sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)      \
    }

/* --- clean ---------------------------------------------------------------- */

/** Clean a table by rules; what stays and what is rejected. */
static void expect_clean(const char *rules, hxp_str table, const char *kept,
                         const char *rejected)
{
    const char *const names[] = { rules };
    hxp_locales *locales;
    assert_int_equal(hxp_locales_open(&locales, NULL, NULL), HXP_OK);
    hxp_output *output = new_output(), *waste = new_output();
    hxp_clean_options options = { .rules = { names, rules ? 1 : 0 },
                                  .locales = locales,
                                  .rejects = new_writer(waste, "tsv") };
    hxp_unit_sink *sink;
    assert_int_equal(
        hxp_clean_new(&sink, new_writer(output, "tsv"), &options, NULL),
        HXP_OK);
    read_into(sink, table, "tsv");
    sink->close(sink);
    options.rejects->close(options.rejects);
    hxp_locales_free(locales);
    expect_text(output, kept);
    expect_text(waste, rejected);
}

#define EN_NL "en\tnl\n"

static void test_rules_of_texts(void **state)
{
    (void)state;
    expect_clean("empty", HXP_STR(EN_NL "a\t \nb\tc\n \td\n"), EN_NL "b\tc\n",
                 EN_NL "a\t \n \td\n");
    expect_clean("untranslated", HXP_STR(EN_NL "a\t\nb\tc\n"), EN_NL "b\tc\n",
                 EN_NL "a\t\n");
    expect_clean("control-characters",
                 HXP_STR(EN_NL "a\x01\tb\nc\td\\n\ne\tf\xC2\x85\ng\th\x7F\n"),
                 EN_NL "c\td\\n\ne\tf\xC2\x85\n", EN_NL "a\x01\tb\ng\th\x7F\n");
}

static void test_rules_of_pairs(void **state)
{
    (void)state;
    expect_clean("same-as-source", HXP_STR(EN_NL "a b\ta b \n1.5\t1.5\n"),
                 EN_NL "1.5\t1.5\n", EN_NL "a b\ta b \n");
    expect_clean("length-ratio",
                 HXP_STR(EN_NL "abcdefghij klmnopqrst uvw\tabc\nabcdef\ta\n"),
                 EN_NL "abcdef\ta\n", EN_NL "abcdefghij klmnopqrst uvw\tabc\n");
    expect_clean("numbers-differ",
                 HXP_STR(EN_NL "1,000.50 a 3\t3 a 1.000,50\n5\t6\n1 2\t1\n"
                               "7, 8\t7 8\n\t\n"),
                 EN_NL "1,000.50 a 3\t3 a 1.000,50\n7, 8\t7 8\n\t\n",
                 EN_NL "5\t6\n1 2\t1\n");
}

static void test_duplicates(void **state)
{
    (void)state;
    expect_clean("duplicates", HXP_STR(EN_NL "a\tb\na\tb\na\tc\nA\tb\n"),
                 EN_NL "a\tb\na\tc\nA\tb\n", EN_NL "a\tb\n");
    expect_clean("duplicates-normalised",
                 HXP_STR(EN_NL "a \xE2\x80\x99s\tb\nA  's\t b\na?\tb\n"),
                 EN_NL "a \xE2\x80\x99s\tb\na?\tb\n", EN_NL "A  's\t b\n");
}

/* A bad translation goes alone; the unit stays with the others. */
static void test_one_language_of_several(void **state)
{
    (void)state;
    expect_clean("same-as-source", HXP_STR("en\tnl\tfr\na\ta\tb\n"),
                 "en\tnl\tfr\na\t\tb\n", "en\tnl\tfr\na\ta\t\n");
    expect_clean(NULL, HXP_STR("en\tnl\tfr\na\t\tb\na\t\tb\n"),
                 "en\tnl\tfr\na\t\tb\n", "en\tnl\tfr\na\t\tb\n");
}

static void test_unknown_rule(void **state)
{
    hxp_error error;
    hxp_unit_sink *sink;
    hxp_clean_options options = { .rules = TEXTS("empty,emptiness") };
    (void)state;
    assert_int_equal(hxp_clean_new(&sink, NULL, &options, &error), HXP_EINPUT);
    assert_string_equal(error.message, "there is no rule 'emptiness'");
}

static void test_languages_are_told(void **state)
{
    static const struct {
        const char *tag;
        const char *text;
        bool foreign;
    } cases[] = {
        { "nl", "The motion was adopted by the House and it is now a law",
          true },
        { "nl-BE",
          "La motion a été adoptée par le Sénat et elle est dans "
          "une loi",
          true },
        { "nl_NL", "De motie is door de Kamer aangenomen en het is nu een wet",
          false },
        { "en", "De motie is door de Kamer aangenomen en het is nu een wet",
          true },
        { "en", "The House of Representatives adopted it", false },
        { "nl", "Zie The Lord of the Rings", false }, /* short, a name */
        { "nl", "Yes", false },
        { "es", "The motion was adopted by the House and it is now a law",
          true },
        { "et", "The motion was adopted by the House and it is now a law",
          false }, /* no list of Estonian words */
        { "pt", "La moción fue aprobada por el Senado y es ahora una ley",
          true },
        { "pt", "A moção foi aprovada pelo Senado e é agora uma lei", false },
        { "da", "Forslaget blev vedtaget af Folketinget og er nu en lov",
          false },
        { "nb", "Forslaget ble vedtatt av Stortinget og er nå en lov", false },
        { "en", "Движение было принято палатой", true },
        { "ru", "Движение было принято палатой", false },
        { "ru", "Adobe Photoshop", false },
        { "ru", "This was never translated into the language at all", true },
        { "ru", "Команда git clone ssh://git.debian.org/git/pkg-example",
          false },
        { "zh", "请运行 apt-get install build-essential devscripts debhelper",
          false },
        { "sr", "Predlog je usvojen u parlamentu jednoglasno danas", false },
        { "sr-Cyrl", "Predlog je usvojen u parlamentu jednoglasno danas",
          true },
        { "ja", "議会は動議を可決した、全会一致で", false },
        { "ja", "Резолюция была принята единогласно вчера вечером", true },
        { "", "The motion was adopted by the House and it is now a law",
          false },
        { "no tag at all", "Движение было принято палатой", false },
    };
    hxp_locales *locales;
    hxp_guesser *guesser;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, NULL, NULL), HXP_OK);
    assert_int_equal(hxp_guesser_new(&guesser, locales, NULL), HXP_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (hxp_guess_foreign(guesser, hxp_str_of(cases[i].tag),
                              hxp_str_of(cases[i].text)) != cases[i].foreign)
            fail_msg("%s: %s", cases[i].tag, cases[i].text);
    hxp_guesser_free(guesser);
    hxp_locales_free(locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_of_texts),
        cmocka_unit_test(test_rules_of_pairs),
        cmocka_unit_test(test_duplicates),
        cmocka_unit_test(test_one_language_of_several),
        cmocka_unit_test(test_unknown_rule),
        cmocka_unit_test(test_languages_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
