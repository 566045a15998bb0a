/* oom_segment.c - reading a document and cutting it when memory runs out. */
#include "base/str.h"
#include "oom.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/** What is read and how. */
typedef struct reading {
    hxp_str bytes;
    const char *encoding;
    const hxp_language *language;
} reading;

static hxp_status cut(void *context, hxp_error *error)
{
    const reading *source = context;
    hxp_input *input;
    hxp_document *document = NULL;
    hxp_segments segments = { NULL, 0 }, lines = { NULL, 0 };
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    options.encoding = source->encoding;
    hxp_status status = hxp_input_memory(&input, source->bytes, "oom", error);
    if (status == HXP_OK)
        status =
            hxp_document_read(&document, input, HXP_STR("en"), &options, error);
    if (status == HXP_OK)
        status = hxp_segment_document(&segments, document, source->language,
                                      NULL, error);
    if (status == HXP_OK)
        status = hxp_segment_lines(&lines, document, error);
    assert_true(status == HXP_OK || segments.count == 0 || lines.count == 0);
    hxp_segments_free(&segments);
    hxp_segments_free(&lines);
    hxp_document_free(document);
    hxp_input_close(input);
    return status;
}

static void test_cut(void **state)
{
    static const char *const tags[] = { "en", "de", "tlh" };
    hxp_locales *locales;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        reading source = { HXP_STR("A b. C d! E?\nF.\n\nG\nH\nI\nJ\nK\nL. M."),
                           NULL, NULL };
        assert_int_equal(hxp_locales_language(&source.language, locales,
                                              hxp_str_of(tags[i]), NULL),
                         HXP_OK);
        oom_each(cut, &source);
        source.encoding = "windows-1252";
        oom_each(cut, &source);
    }
    hxp_locales_free(locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_cut) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
