/* oom_text.c - text/ when memory runs out. */
#include "base/str.h"
#include "oom.h"
#include "text/decode.h"

#include <hexapla/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static hxp_status decode(void *context, hxp_error *error)
{
    static const char units[40000] = { 'a', 0, 'b', 0 };
    hxp_buffer utf8 = { NULL, 0, 0 };
    size_t at;
    hxp_status status = hxp_decode(&utf8, (hxp_str){ units, sizeof units },
                                   context, &at, error);
    hxp_buffer_free(&utf8);
    return status;
}

static void test_decode(void **state)
{
    char utf8[] = "UTF-8", utf16[] = "UTF-16LE";
    (void)state;
    oom_each(decode, utf8);
    oom_each(decode, utf16);
}

static hxp_status load_language(void *context, hxp_error *error)
{
    hxp_locales *locales;
    const hxp_language *language;
    hxp_status status =
        hxp_locales_open(&locales, SOURCE_DIR "/locales", error);
    if (status != HXP_OK) {
        assert_null(locales);
        return status;
    }
    status =
        hxp_locales_language(&language, locales, hxp_str_of(context), error);
    assert_true((status == HXP_OK) == (language != NULL));
    hxp_locales_free(locales);
    return status;
}

static void test_language(void **state)
{
    char with_data[] = "nl-BE", without[] = "tlh";
    (void)state;
    oom_each(load_language, with_data);
    oom_each(load_language, without);
}

/** Enough different words to make every table grow. */
static hxp_status analyze(void *context, hxp_error *error)
{
    static const char *const texts[] = { "L’Économie d’été, 1 234,5 œuvres", "",
                                         "Straße Nürnberg ÉTÉ" };
    hxp_analyzer *analyzer;
    hxp_words words;
    hxp_status status = hxp_analyzer_new(&analyzer, context, error);
    if (status != HXP_OK) {
        assert_null(analyzer);
        return status;
    }
    for (size_t i = 0; status == HXP_OK && i < 3; i++)
        status = hxp_analyze(&words, analyzer, hxp_str_of(texts[i]), error);
    for (int i = 0; status == HXP_OK && i < 600; i++) {
        char word[] = { 'w', (char)('a' + i % 26), (char)('a' + i / 26), '\0' };
        status = hxp_analyze(&words, analyzer, hxp_str_of(word), error);
    }
    hxp_analyzer_free(analyzer);
    return status;
}

static void test_analyzer(void **state)
{
    hxp_locales *locales;
    const hxp_language *language;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    assert_int_equal(
        hxp_locales_language(&language, locales, HXP_STR("fr"), NULL), HXP_OK);
    union {
        const hxp_language *language;
        void *context;
    } pass = { .language = language };
    oom_each(analyze, pass.context);
    hxp_locales_free(locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_language),
        cmocka_unit_test(test_analyzer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
