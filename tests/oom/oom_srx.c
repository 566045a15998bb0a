/* oom_srx.c - reading, using and writing SRX when memory runs out. */
#include "base/str.h"
#include "oom.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char rules[] =
    "<srx><header><okpsrx:options useIcu4jBreakRules='yes'/></header><body>"
    "<languagerules><languagerule languagerulename='a'>"
    "<rule break='no'><beforebreak>\\bDr\\.</beforebreak></rule>"
    "<rule><beforebreak>(</beforebreak></rule>"
    "<rule><beforebreak>(?&lt;=x)\\.+</beforebreak>"
    "<afterbreak>\\s(\\w)(?!x)</afterbreak></rule>"
    "<rule><beforebreak>\\.</beforebreak><afterbreak>\\s\\p{Lu}</afterbreak>"
    "</rule></languagerule></languagerules><maprules>"
    "<languagemap languagepattern='nl' languagerulename='a'/>"
    "<languagemap languagepattern='.*' languagerulename='a'/>"
    "</maprules></body></srx>";

static hxp_status forget(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)finding;
    (void)error;
    return HXP_OK;
}

static hxp_status use(void *context, hxp_error *error)
{
    static const hxp_span span = { 0, 16 };
    const hxp_document document = { .text = HXP_STR("Dr. A b x. C. D!"),
                                    .paragraphs = &span,
                                    .paragraph_count = 1 };
    const hxp_language *const *language = context;
    hxp_finding_sink sink = { forget, NULL, NULL };
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_output *output = NULL;
    hxp_segments segments = { NULL, 0 };
    hxp_srx *srx = NULL;
    hxp_segment_options dividing = HXP_SEGMENT_OPTIONS_INIT;
    dividing.findings = &sink;
    options.findings = &sink;
    hxp_status status =
        hxp_input_memory(&input, hxp_str_of(rules), "t.srx", error);
    if (status == HXP_OK)
        status = hxp_srx_read(&srx, input, &options, error);
    if (status == HXP_OK)
        status = hxp_srx_set_note(srx, HXP_STR("note"), error);
    dividing.srx = srx;
    if (status == HXP_OK)
        status = hxp_segment_document(&segments, &document, *language,
                                      &dividing, error);
    if (status == HXP_OK) {
        assert_int_equal(segments.count, 3);
        status = hxp_output_memory(&output, error);
    }
    if (status == HXP_OK) {
        hxp_srx_write(output, srx);
        status = hxp_output_finish(output, error);
    }
    hxp_output_close(output);
    hxp_segments_free(&segments);
    hxp_srx_free(srx);
    hxp_input_close(input);
    return status;
}

static void test_use(void **state)
{
    hxp_locales *locales;
    const hxp_language *language;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    assert_int_equal(
        hxp_locales_language(&language, locales, HXP_STR("en"), NULL), HXP_OK);
    oom_each(use, &language);
    hxp_locales_free(locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_use) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
