/* test_segment.c - documents to segments. */
#include "base/str.h"
#include "segment/rules.h"
#include "text/utf8.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/** A text in work: read, and cut into segments. */
typedef struct cutting {
    hxp_locales *locales;
    const hxp_language *language;
    hxp_document *document;
    hxp_segments segments;
} cutting;

static void open_language(cutting *work, const char *tag)
{
    assert_int_equal(
        hxp_locales_open(&work->locales, SOURCE_DIR "/locales", NULL), HXP_OK);
    assert_int_equal(hxp_locales_language(&work->language, work->locales,
                                          hxp_str_of(tag), NULL),
                     HXP_OK);
}

/** Read input, which is closed, and cut it. */
static void cut(cutting *work, const char *tag, hxp_input *input, size_t chunk)
{
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    options.keep_invalid = true;
    open_language(work, tag);
    hxp_input_set_chunk(input, chunk);
    assert_int_equal(hxp_document_read(&work->document, input, hxp_str_of(tag),
                                       &options, NULL),
                     HXP_OK);
    hxp_input_close(input);
    assert_int_equal(hxp_segment_document(&work->segments, work->document,
                                          work->language, NULL, NULL),
                     HXP_OK);
}

static void cut_text(cutting *work, const char *tag, hxp_str text)
{
    hxp_input *input;
    assert_int_equal(hxp_input_memory(&input, text, "test", NULL), HXP_OK);
    cut(work, tag, input, 0);
}

static void cut_article(cutting *work, const char *tag, size_t chunk)
{
    char path[256] = SOURCE_DIR "/tmx/article.";
    hxp_input *input;
    strncat(path, tag, 8);
    strncat(path, ".txt", 8);
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    cut(work, tag, input, chunk);
}

static void close_work(cutting *work)
{
    hxp_segments_free(&work->segments);
    assert_int_equal(work->segments.count, 0);
    assert_null(work->segments.items);
    hxp_document_free(work->document);
    hxp_locales_free(work->locales);
}

static hxp_str segment_text(const cutting *work, size_t i)
{
    hxp_segment segment = work->segments.items[i];
    return hxp_str_part(work->document->text, segment.start, segment.end);
}

static void assert_segment(const cutting *work, size_t i, const char *text)
{
    hxp_str is = segment_text(work, i);
    assert_int_equal(is.len, strlen(text));
    assert_memory_equal(is.ptr, text, is.len);
}

/** Segments are in order and trimmed; outside is nothing but white space. */
static void assert_whole(const cutting *work)
{
    hxp_str text = work->document->text;
    size_t at = 0, paragraph = 0;
    for (size_t i = 0; i < work->segments.count; i++) {
        hxp_segment segment = work->segments.items[i];
        hxp_str part = segment_text(work, i);
        assert_true(segment.start >= at && segment.end > segment.start);
        assert_true(segment.paragraph >= paragraph);
        assert_int_equal(hxp_utf8_trim(part).len, part.len);
        hxp_str gap = hxp_str_part(text, at, segment.start);
        assert_int_equal(hxp_utf8_trim(gap).len, 0);
        at = segment.end;
        paragraph = segment.paragraph;
    }
    assert_int_equal(hxp_utf8_trim(hxp_str_part(text, at, text.len)).len, 0);
}

static const struct {
    const char *tag;
    size_t segments;
} articles[] = { { "en", 14 }, { "nl", 16 }, { "fr", 14 }, { "de", 16 } };

enum { ARTICLES = sizeof articles / sizeof *articles };

static void test_article(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARTICLES; i++) {
        cutting whole, chunks;
        cut_article(&whole, articles[i].tag, 0);
        assert_int_equal(whole.segments.count, articles[i].segments);
        assert_whole(&whole);
        for (size_t chunk = 1; chunk <= 7; chunk++) {
            cut_article(&chunks, articles[i].tag, chunk);
            assert_int_equal(chunks.segments.count, whole.segments.count);
            assert_memory_equal(chunks.segments.items, whole.segments.items,
                                whole.segments.count *
                                    sizeof *whole.segments.items);
            close_work(&chunks);
        }
        close_work(&whole);
    }
}

/** A segment on its own is one segment: it is not cut again. */
static void test_once_is_enough(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARTICLES; i++) {
        cutting whole, again;
        cut_article(&whole, articles[i].tag, 0);
        for (size_t j = 0; j < whole.segments.count; j++) {
            cut_text(&again, articles[i].tag, segment_text(&whole, j));
            assert_int_equal(again.segments.count, 1);
            close_work(&again);
        }
        close_work(&whole);
    }
}

static void test_note_in_brackets(void **state)
{
    cutting work;
    (void)state;
    cut_article(&work, "de", 0);
    hxp_str note = segment_text(&work, 8);
    assert_true(hxp_str_starts(note, HXP_STR("[Anm. d. Übers.: Stand")));
    assert_true(hxp_str_ends(note, HXP_STR("Originals.]")));
    assert_int_equal(work.segments.items[8].paragraph,
                     work.segments.items[7].paragraph);
    close_work(&work);
}

static void test_offsets(void **state)
{
    cutting work;
    (void)state;
    cut_text(&work, "en", HXP_STR("\xEF\xBB\xBF  Ä bee.  Cee d. \n\n E.\n"));
    assert_int_equal(work.document->skipped, 3);
    assert_int_equal(work.segments.count, 3);
    assert_segment(&work, 0, "Ä bee.");
    assert_segment(&work, 1, "Cee d.");
    assert_segment(&work, 2, "E.");
    assert_int_equal(work.segments.items[1].start, 11);
    assert_int_equal(work.segments.items[1].paragraph, 0);
    assert_int_equal(work.segments.items[2].paragraph, 1);
    close_work(&work);
}

static void test_nothing(void **state)
{
    static const char *const texts[] = { "", " ", "\n\n", "\xEF\xBB\xBF" };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cutting work;
        cut_text(&work, "en", hxp_str_of(texts[i]));
        assert_int_equal(work.segments.count, 0);
        close_work(&work);
    }
}

/** Without a folder in locales/ ICU decides: it knows no abbreviations. */
static void test_language_without_data(void **state)
{
    cutting work;
    (void)state;
    cut_text(&work, "tlh", HXP_STR("Dr. Smith came. He sat.\nhere"));
    assert_false(hxp_language_has_data(work.language));
    assert_true(work.segments.count >= 3);
    assert_segment(&work, 0, "Dr.");
    assert_whole(&work);
    close_work(&work);
}

static void test_chinese(void **state)
{
    cutting work;
    (void)state;
    cut_text(&work, "zh", HXP_STR("你呢？“好的。”他说。再见！"));
    assert_segment(&work, 0, "你呢？");
    assert_whole(&work);
    close_work(&work);
}

static void test_odd_bytes(void **state)
{
    cutting work;
    (void)state;
    cut_text(&work, "en", HXP_STR("One\0two. Three \xFF\xFE. Four\xC3. F"));
    assert_whole(&work);
    assert_int_equal(work.segments.count, 4);
    close_work(&work);
    /* no mouth of a face */
    cut_text(&work, "en", HXP_STR("He waved :-\0 Then he left."));
    assert_int_equal(work.segments.count, 1);
    close_work(&work);
}

/** Texts on which a careless scan would never end. */
static void test_hostile(void **state)
{
    static const char *const parts[] = {
        "a",    ". ",  ".",    ". -",    "(.",  ".[1,",  "a.",      "[. ",
        "' . ", "\"",  ".'",   "- ",     "1. ", "z. ",   "? ",      "- .",
        "A-",   "A.-", "?« ",  "… ",     "、",  ",,",    "a\xFF. ", "…(",
        "I. ",  ".\n", "! 😀 ", ".\"12 ", ".(1", ": 1. ",
    };
    enum { SIZE = 100000 };
    char *text = malloc(SIZE);
    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t len = strlen(parts[i]);
        for (size_t at = 0; at < SIZE; at++)
            text[at] = parts[i][at % len];
        for (size_t j = 0; j < ARTICLES; j++) {
            cutting work;
            cut_text(&work, articles[j].tag, (hxp_str){ text, SIZE });
            assert_whole(&work);
            close_work(&work);
        }
    }
    free(text);
}

static void test_lines(void **state)
{
    cutting work;
    hxp_segments lines;
    (void)state;
    cut_text(&work, "en", HXP_STR(" A b. C d.\r\n\n E  \nF"));
    assert_int_equal(hxp_segment_lines(&lines, work.document, NULL), HXP_OK);
    assert_int_equal(lines.count, 4);
    static const hxp_span want[] = {
        { 1, 10 }, { 12, 12 }, { 14, 15 }, { 18, 19 }
    };
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(lines.items[i].start, want[i].start);
        assert_int_equal(lines.items[i].end, want[i].end);
    }
    hxp_segments_free(&lines);
    close_work(&work);
}

/** Every rule has a name to tell people. */
static void test_rule_names(void **state)
{
    (void)state;
    for (int rule = HXP_RULE_ICU; rule <= HXP_RULE_KEPT_QUOTE; rule++)
        assert_true(hxp_segment_rule_name((hxp_segment_rule)rule).len > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_once_is_enough),
        cmocka_unit_test(test_note_in_brackets),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_language_without_data),
        cmocka_unit_test(test_chinese),
        cmocka_unit_test(test_odd_bytes),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_rule_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
