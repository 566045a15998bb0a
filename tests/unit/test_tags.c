/* test_tags.c - language tags: their form, their codes, what was meant. */
#include "base/str.h"

#include <hexapla/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check_tag(const char *tag, const char *canonical)
{
    char made[HXP_TAG_SIZE];
    assert_true(hxp_tag_canonical(made, hxp_str_of(tag)));
    assert_string_equal(made, canonical);
}

static void test_tags(void **state)
{
    static const char *const bad[] = {
        "",         "en_US",        "english",        "e",
        "en-",      "en--US",       "de-12345678901", "fr FR",
        "x",        "en-x",         "en-u",           "abcd",
        "en-US-GB", "en-Latn-Cyrl", "en-a-1"
    };
    char made[HXP_TAG_SIZE];
    (void)state;
    check_tag("en", "en");
    check_tag("EN-gb", "en-GB");
    check_tag("SL-rozaj-biske", "sl-rozaj-biske");
    check_tag("es-419", "es-419");
    check_tag("x-KLINGON", "x-klingon");
    check_tag("EN-gb-OED", "en-GB-oed");
    check_tag("ZH-min-nan-hant-CN", "zh-min-nan-Hant-CN");
    check_tag("de-ch-1901-U-CO-phonebk-t-en", "de-CH-1901-u-co-phonebk-t-en");
    check_tag("en-US-X-Twain", "en-US-x-twain");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(hxp_tag_canonical(made, hxp_str_of(bad[i])));
        assert_string_equal(made, "");
    }
    assert_false(hxp_tag_canonical(made, HXP_STR("en\0x")));
    assert_true(hxp_tag_equal(HXP_STR("EN-us"), HXP_STR("en-US")));
    assert_false(hxp_tag_equal(HXP_STR("en"), HXP_STR("en-US")));
}

/** meant NULL: the tag is registered. */
static void check_registered(const char *tag, const char *meant)
{
    char made[HXP_TAG_SIZE];
    assert_int_equal(hxp_tag_registered(made, hxp_str_of(tag)), !meant);
    assert_string_equal(made, meant ? meant : "");
}

static void test_tag_codes(void **state)
{
    char made[HXP_TAG_SIZE];
    (void)state;
    check_registered("en-GB", NULL);
    check_registered("es-419", NULL);
    check_registered("sr-YU", NULL); /* registered, if only as an old one */
    check_registered("in-FX", NULL);
    check_registered("zxx", NULL);
    check_registered("bh", NULL);
    check_registered("de-DD", NULL);
    check_registered("en-EU", NULL);
    check_registered("qaa-Latn-QM", NULL);
    check_registered("x-klingon", NULL);
    check_registered("english", NULL); /* not well-formed: another fault */
    check_registered("en-UK", "en-GB");
    check_registered("EN-latn-uk-oxendict", "en-Latn-GB-oxendict");
    check_registered("jp", "ja");
    check_registered("jp-JP", "ja-JP");
    check_registered("cz-Latn-CZ", "cs-Latn-CZ");
    check_registered("zh-chs", "zh-Hans");
    check_registered("xx", "");
    check_registered("xx-UK", "");
    check_registered("en-EN", "");
    assert_true(hxp_tag_normalise(made, HXP_STR("en_uk")));
    assert_string_equal(made, "en-GB");
    assert_true(hxp_tag_normalise(made, HXP_STR("zh-CHT")));
    assert_string_equal(made, "zh-Hant");
    assert_true(hxp_tag_normalise(made, HXP_STR("en-EN")));
    assert_string_equal(made, "en-EN");
    assert_true(hxp_tag_normalise(made, HXP_STR("X-Klingon")));
    assert_string_equal(made, "x-klingon");
}

/** Names, whatever stands between their words; what is no name is no tag. */
static void test_tag_names(void **state)
{
    static const char *const pairs[][2] = {
        { "English", "en" },
        { "ENGLISH (us)", "en-US" },
        { "English_United_States", "en-US" },
        { "English (UK)", "en-GB" },
        { "English [en-GB]", "en-GB" },
        { "German (de)", "de" },
        { "Chinese, Simplified", "zh-Hans" },
        { "Simplified Chinese", "zh-Hans" },
        { "Swiss German", "gsw" },
        { "Canadian French", "fr-CA" },
        { "Deutsch (\u00D6sterreich)", "de-AT" },
        { "\u0420\u0443\u0441\u0441\u043A\u0438\u0439", "ru" },
        { "Allemand", "de" },
        { "Duits", "de" },
        { "Niederl\u00E4ndisch", "nl" },
        { "English (ZY)", "" },
        { "English term", "" },
        { "EnglishUS", "" },
        { "Enough", "" },
        { "()", "" },
    };
    char made[HXP_TAG_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(hxp_tag_normalise(made, hxp_str_of(pairs[i][0])),
                         pairs[i][1][0] != '\0');
        assert_string_equal(made, pairs[i][1]);
    }
}

static void test_tag_languages(void **state)
{
    static const char *const pairs[][2] = {
        { "en-GB", "en" },  { "eng", "en" },        { "no", "nb" },
        { "nor-NO", "nb" }, { "nob", "nb" },        { "nn-NO", "nn" },
        { "iw", "he" },     { "heb-IL", "he" },     { "in-ID", "id" },
        { "sh", "sr" },     { "sr-Latn-RS", "sr" }, { "mo", "ro" },
        { "cmn", "zh" },    { "zh-Hant-TW", "zh" }, { "ger", "de" },
        { "pt-BR", "pt" },  { "x-klingon", "und" }, { "tlh", "tlh" },
        { "bs", "bs" },     { "de-CH-1901", "de" }, { "root", "" },
    };
    char made[HXP_TAG_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(hxp_tag_language(made, hxp_str_of(pairs[i][0])),
                         pairs[i][1][0] != '\0');
        assert_string_equal(made, pairs[i][1]);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags),
        cmocka_unit_test(test_tag_codes),
        cmocka_unit_test(test_tag_names),
        cmocka_unit_test(test_tag_languages),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
