/* oom_beads.c - reading beads and vectors when memory runs out. */
#include "base/str.h"
#include "oom.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct sample {
    const char *format;
    const char *bytes;
} sample;

static hxp_status read(void *context, hxp_error *error)
{
    const sample *what = context;
    hxp_bead_list *list = NULL;
    hxp_input *input;
    hxp_status status =
        hxp_input_memory(&input, hxp_str_of(what->bytes), "t", error);
    if (status == HXP_OK)
        status = hxp_beads_read(&list, input, what->format, error);
    hxp_bead_list_free(list);
    hxp_input_close(input);
    return status;
}

static void test_read(void **state)
{
    sample list = { "beads", "en\tnl\tconfidence\n0\t0\t1\n1,2\t-\t0.5\n" };
    sample ladder = { "ladder", "0\t0\n1\t1\n2\t3\n3\t3\n" };
    sample tmx = { "tmx",
                   "<tmx version='1.4'><header srclang='en' segtype='sentence' "
                   "adminlang='en' datatype='x' creationtool='x' "
                   "creationtoolversion='1' o-tmf='x'/><body><tu>"
                   "<prop type='x-hexapla-segments'>en:0,1 nl:0</prop>"
                   "<tuv xml:lang='en'><seg>a</seg></tuv></tu></body></tmx>" };
    sample ces = { "ces", "<cesAlign><link xtargets='s1;s1 s2'/>"
                          "<link xtargets='s2;'/></cesAlign>" };
    (void)state;
    oom_each(read, &list);
    oom_each(read, &ladder);
    oom_each(read, &ces);
    oom_each(read, &tmx);
}

/** Overlaps of two segments; one run must be made of both. */
static hxp_status read_vectors(void *context, hxp_error *error)
{
    static const char numbers[] = "\0\0\x40\x40\0\0\x80\x40"
                                  "\0\0\0\0\0\0\0\xBF";
    const hxp_str bytes = { numbers, sizeof numbers - 1 };
    const hxp_str segments[] = { HXP_STR("One."), HXP_STR("Two.") };
    hxp_vector_options options = { segments, 2, NULL };
    hxp_vectors *vectors = NULL;
    hxp_input *input = NULL;
    (void)context;
    hxp_status status = hxp_input_memory(&options.overlaps,
                                         HXP_STR("One.\nTwo.\n"), "o", error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, bytes, "t", error);
    if (status == HXP_OK)
        status = hxp_vectors_read(&vectors, input, &options, error);
    hxp_vectors_free(vectors);
    hxp_input_close(input);
    hxp_input_close(options.overlaps);
    return status;
}

static void test_vectors(void **state)
{
    (void)state;
    oom_each(read_vectors, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_vectors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
