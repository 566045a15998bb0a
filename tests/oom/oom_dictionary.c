/* oom_dictionary.c - dictionaries and lexicons when memory runs out. */
#include "base/str.h"
#include "dictzip_make.h"
#include "formats/dictionaries/dictionary_format.h"
#include "oom.h"

#include <hexapla/lexicon.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static hxp_locales *locales;

static hxp_status read(void *context, hxp_error *error)
{
    const hxp_buffer *articles = context;
    hxp_dictionary *dictionary = NULL;
    hxp_input *index = NULL, *input = NULL;
    hxp_status status = hxp_dictionary_new(&dictionary, locales, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&index, HXP_STR("cat\tA\tO\ndog\tO\tJ\n"),
                                  "t.index", error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, hxp_buffer_str(articles), "t", error);
    if (status == HXP_OK) {
        hxp_entries entries = { .sink = hxp_dictionary_sink(dictionary),
                                .languages = { HXP_STR("en"), HXP_STR("nl") } };
        status = hxp_dictd_read(&entries, index, input, error);
    }
    hxp_input_close(index);
    hxp_input_close(input);
    hxp_dictionary_free(dictionary);
    return status;
}

static void test_read(void **state)
{
    hxp_buffer packed = { NULL, 0, 0 };
    (void)state;
    dictzip_make(&packed, HXP_STR("cat\nkat, poes\ndog\nhond\n"), 9);
    oom_each(read, &packed);
    hxp_buffer_free(&packed);
}

static hxp_status learn(void *context, hxp_error *error)
{
    const hxp_lesson lesson = { { HXP_STR("en"), HXP_STR("nl") },
                                { HXP_STR("the black cat"),
                                  HXP_STR("de zwarte kat") },
                                1 };
    hxp_dictionary *dictionary = NULL;
    hxp_output *output = NULL;
    hxp_input *input = NULL;
    (void)context;
    hxp_status status = hxp_dictionary_new(&dictionary, locales, error);
    for (int i = 0; status == HXP_OK && i < 3; i++)
        status = hxp_dictionary_teach(dictionary, &lesson, error);
    if (status == HXP_OK)
        status = hxp_dictionary_learn(dictionary, error);
    if (status == HXP_OK)
        status = hxp_output_memory(&output, error);
    if (status == HXP_OK) {
        hxp_dictionary_save(dictionary, output, NULL);
        status = hxp_output_finish(output, error);
    }
    if (status == HXP_OK)
        status = hxp_input_memory(&input, hxp_output_bytes(output), "t", error);
    if (status == HXP_OK)
        status = hxp_dictionary_load(dictionary, input, error);
    hxp_input_close(input);
    hxp_output_close(output);
    hxp_dictionary_free(dictionary);
    return status;
}

static void test_learn(void **state)
{
    (void)state;
    oom_each(learn, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_learn),
    };
    if (hxp_locales_open(&locales, NULL, NULL) != HXP_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    hxp_locales_free(locales);
    return failed;
}
