/* test_passage.c - which codes of a document go with which of its segments. */
#include "base/array.h"
#include "base/str.h"
#include "model/passage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST_CODES = 8, MOST_SEGMENTS = 4 };

/** A paragraph in the making: text in which marks stand for codes. */
typedef struct made {
    hxp_buffer text;
    hxp_code codes[MOST_CODES];
    size_t code_count;
    hxp_segment segments[MOST_SEGMENTS];
    size_t segment_count;
} made;

/**
 * Make codes of marks: '<' opens, '>' closes, '*' stands alone, each
 * followed by its name of one letter; '|' parts segments.
 */
static void make(made *m, const char *marked)
{
    static const char marks[] = "<>*";
    static const hxp_code_kind kinds[] = { HXP_CODE_BEGIN, HXP_CODE_END,
                                           HXP_CODE_STANDALONE };
    size_t start = 0;
    *m = (made){ .code_count = 0 };
    for (; *marked; marked++) {
        const char *mark = strchr(marks, *marked);
        if (mark) {
            m->codes[m->code_count++] = (hxp_code){ .kind = kinds[mark - marks],
                                                    .offset = m->text.len,
                                                    .name = { ++marked, 1 } };
        } else if (*marked == '|') {
            m->segments[m->segment_count++] =
                (hxp_segment){ 0, start, m->text.len };
            while (marked[1] == ' ') {
                marked++;
                assert_true(hxp_buffer_add(&m->text, HXP_STR(" ")));
            }
            start = m->text.len;
        } else {
            assert_true(hxp_buffer_add(&m->text, (hxp_str){ marked, 1 }));
        }
    }
    m->segments[m->segment_count++] = (hxp_segment){ 0, start, m->text.len };
}

static void show_code(hxp_buffer *shown, const hxp_code *code)
{
    static const char *const marks[] = { "<", ">", "*", "?" };
    const hxp_str *pair = hxp_attributes_value(&code->attributes, "i");
    const hxp_str *half = hxp_attributes_value(&code->attributes, "pos");
    assert_true(hxp_buffer_add(shown, hxp_str_of(marks[code->kind])) &&
                hxp_buffer_add(shown, code->name));
    if (pair)
        assert_true(hxp_buffer_add(shown, *pair));
    if (half)
        assert_true(hxp_buffer_add(shown, hxp_str_part(*half, 0, 1)));
}

/** What segments first to first + count - 1 of marked have as content. */
static void assert_passage(const char *marked, size_t first, size_t count,
                           const char *expected)
{
    made m;
    hxp_arena arena = { NULL };
    hxp_content content;
    hxp_buffer shown = { NULL, 0, 0 };
    make(&m, marked);
    hxp_span whole = { 0, m.text.len };
    hxp_segments segments = { m.segments, m.segment_count };
    hxp_document document = { .text = hxp_buffer_str(&m.text),
                              .paragraphs = &whole,
                              .paragraph_count = 1,
                              .codes = m.codes,
                              .code_count = m.code_count };
    hxp_segmented segmented = { &document, &segments };
    assert_true(hxp_passage_content(&content, &arena, &segmented,
                                    (hxp_range){ first, count }));
    size_t code = 0;
    for (size_t at = 0; at <= content.text.len; at++) {
        for (; code < content.code_count && content.codes[code].offset == at;
             code++)
            show_code(&shown, &content.codes[code]);
        if (at < content.text.len)
            assert_true(
                hxp_buffer_add(&shown, hxp_str_part(content.text, at, at + 1)));
    }
    assert_int_equal(code, content.code_count);
    assert_true(hxp_buffer_add(&shown, (hxp_str){ "", 1 }));
    assert_string_equal(shown.ptr, expected);
    hxp_buffer_free(&shown);
    hxp_buffer_free(&m.text);
    hxp_arena_free(&arena);
}

static void test_pairs(void **state)
{
    (void)state;
    assert_passage("a <bword>b c", 0, 1, "a <b1word>b1 c");
    assert_passage("<b<iboth>i>b", 0, 1, "<b2<i1both>i1>b2");
    assert_passage("<bone>b and <btwo>b", 0, 1, "<b1one>b1 and <b2two>b2");
    assert_passage("x*p y", 0, 1, "x*p y");
}

static void test_halves(void **state)
{
    (void)state;
    assert_passage("<bOne.| Two.>b", 0, 1, "?bbOne.");
    assert_passage("<bOne.| Two.>b", 1, 1, "Two.?be");
    assert_passage("<bOne.| Two.>b", 0, 2, "<b1One. Two.>b1");
}

static void test_edges(void **state)
{
    (void)state;
    assert_passage("<bOne.>b| Two.", 0, 1, "<b1One.>b1");
    assert_passage("<bOne.| >bTwo.", 0, 1, "<b1One.>b1");
    assert_passage("<bOne.| >bTwo.", 1, 1, "Two.");
    assert_passage("One.| *pTwo.*q", 0, 1, "One.");
    assert_passage("One.| *pTwo.*q", 1, 1, "*pTwo.*q");
    assert_passage("One.<b|Two.>b", 0, 1, "One.");
    assert_passage("One.<b|Two.>b", 1, 1, "<b1Two.>b1");
    assert_passage("One.|<bTwo.>b| Three.", 2, 1, "Three.");
}

static void test_line_breaks(void **state)
{
    (void)state;
    assert_passage("one*l\n two", 0, 1, "one*l two");
    assert_passage("one \n\n <btwo>b  three", 0, 1, "one <b1two>b1  three");
    assert_passage("one", 0, 0, "");
    /* Chinese and Japanese go on without a blank, not Korean or what is not
     * alone */
    assert_passage("难\n  <b的>b是", 0, 1, "难<b1的>b1是");
    assert_passage("他说“\r\n明天见。|\n他说…", 0, 2, "他说“明天见。他说…");
    assert_passage("カタ\nｶﾅ。\n「は", 0, 1, "カタｶﾅ。「は");
    assert_passage("用 Linux\n系统\n2\n年", 0, 1, "用 Linux 系统 2 年");
    assert_passage("한국\n말 中\n한 “\n”", 0, 1, "한국 말 中 한 “ ”");
    assert_passage("好\n😀\n好", 0, 1, "好 😀 好");
}

/** Text over lines and runs has the place of each. */
static void test_places(void **state)
{
    static const hxp_span paragraphs[] = { { 2, 20 } };
    static const hxp_run runs[] = { { 2, { 3, 5, 5 } }, { 17, { 9, 1, 1 } } };
    static const hxp_segment items[] = { { 0, 2, 6 }, { 0, 7, 20 } };
    hxp_document document = { .text = HXP_STR("\n\nOne. Two \n  three."),
                              .paragraphs = paragraphs,
                              .paragraph_count = 1,
                              .runs = runs,
                              .run_count = 2 };
    hxp_segments segments = { (hxp_segment *)(uintptr_t)items, 2 };
    const hxp_segmented segmented = { &document, &segments };
    hxp_arena arena = { NULL };
    hxp_content content;
    (void)state;
    assert_true(
        hxp_passage_content(&content, &arena, &segmented, (hxp_range){ 1, 1 }));
    assert_true(hxp_str_is(content.text, "Two three."));
    assert_int_equal(content.run_count, 3);
    hxp_place place = hxp_content_place(&content, 0);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 10);
    place = hxp_content_place(&content, 6);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 5);
    place = hxp_content_place(&content, 7);
    assert_int_equal(place.line, 9);
    assert_int_equal(place.column, 1);
    document.run_count = 0; /* not known */
    assert_true(
        hxp_passage_content(&content, &arena, &segmented, (hxp_range){ 1, 1 }));
    assert_int_equal(content.run_count, 0);
    hxp_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),  cmocka_unit_test(test_halves),
        cmocka_unit_test(test_edges),  cmocka_unit_test(test_line_breaks),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
