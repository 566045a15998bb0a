/* test_fixtures.c - every file of the project as a text: nothing is lost, and
 * both engines give the same segments. */
#include "base/str.h"
#include "wholeness.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <ftw.h>

static const char *const tags[] = { "en", "nl", "fr", "de", "tlh" };
enum { TAGS = sizeof tags / sizeof *tags, HANDLES = 16, LARGEST = 1 << 20 };

static const hxp_language *languages[TAGS];
static size_t files;

static hxp_segments divide(const hxp_document *document, size_t language,
                           const hxp_segment_options *options, const char *path)
{
    hxp_segments segments;
    assert_int_equal(hxp_segment_document(&segments, document,
                                          languages[language], options, NULL),
                     HXP_OK);
    const char *fault = wholeness_fault(document, &segments);
    if (fault)
        fail_msg("%s in %s: %s", path, tags[language], fault);
    return segments;
}

static void check_document(const hxp_document *document, const char *path)
{
    for (size_t i = 0; i < TAGS; i++) {
        hxp_segment_options options = HXP_SEGMENT_OPTIONS_INIT;
        hxp_segments scanned = divide(document, i, &options, path);
        options.engine = HXP_ENGINE_ICU;
        hxp_segments by_icu = divide(document, i, &options, path);
        if (!same_segments(&scanned, &by_icu))
            fail_msg("%s in %s: the engines differ", path, tags[i]);
        hxp_segments_free(&by_icu);
        options.keep_quotes = true;
        hxp_segments kept = divide(document, i, &options, path);
        assert_true(kept.count <= scanned.count);
        hxp_segments_free(&kept);
        hxp_segments_free(&scanned);
    }
}

static int check_file(const char *path, const struct stat *info, int kind,
                      struct FTW *where)
{
    hxp_input *input;
    hxp_document *document;
    (void)where;
    if (kind != FTW_F || info->st_size > LARGEST ||
        strstr(path, "/node_modules/"))
        return 0;
    hxp_document_options reading = HXP_DOCUMENT_OPTIONS_INIT;
    reading.keep_invalid = true;
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    hxp_status status =
        hxp_document_read(&document, input, HXP_STR("en"), &reading, NULL);
    hxp_input_close(input);
    if (status == HXP_OK)
        check_document(document, path);
    else if (!strstr(path, ".pdf")) /* which needs a program */
        assert_true(status == HXP_EINPUT || status == HXP_ELIMIT);
    hxp_document_free(document);
    files++;
    return 0;
}

static void test_all_files(void **state)
{
    static const char *const folders[] = {
        SOURCE_DIR "/tmx", SOURCE_DIR "/locales", SOURCE_DIR "/docs",
        SOURCE_DIR "/tests/cases", SOURCE_DIR "/tests/fuzz/corpus"
    };
    hxp_locales *locales;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    for (size_t i = 0; i < TAGS; i++)
        assert_int_equal(hxp_locales_language(&languages[i], locales,
                                              hxp_str_of(tags[i]), NULL),
                         HXP_OK);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_int_equal(nftw(folders[i], check_file, HANDLES, FTW_PHYS), 0);
    assert_true(files > 100);
    hxp_locales_free(locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_all_files) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
