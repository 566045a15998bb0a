/* test_pdf.c - the lines of pages become paragraphs. */
#include "formats/documents/pdf_text.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/** Writes what comes into a buffer. */
typedef struct writer {
    hxp_paragraph_sink sink;
    hxp_buffer text;
} writer;

static hxp_status write_paragraph(hxp_paragraph_sink *sink,
                                  const hxp_paragraph *paragraph,
                                  hxp_error *error)
{
    writer *to = (writer *)(void *)sink;
    char head[32];
    (void)error;
    int len = snprintf(head, sizeof head, "%zu %s: ", paragraph->place.line,
                       hxp_block_name(paragraph->block.kind));
    assert_true(hxp_buffer_add(&to->text, (hxp_str){ head, (size_t)len }));
    assert_true(hxp_buffer_add(&to->text, paragraph->text));
    assert_true(hxp_buffer_add(&to->text, HXP_STR("\n")));
    return HXP_OK;
}

/** The text gives the paragraphs expected, with or without repeated lines. */
static void check(const char *text, bool drop, const char *expected)
{
    hxp_input *input;
    writer to = { { write_paragraph }, { NULL, 0, 0 } };
    assert_int_equal(hxp_input_memory(&input, HXP_STR(""), "a.pdf", NULL),
                     HXP_OK);
    hxp_blocks blocks = hxp_blocks_make(&to.sink, input);
    blocks.drop_repeated = drop;
    assert_int_equal(hxp_pdf_text(&blocks, hxp_str_of(text), NULL), HXP_OK);
    assert_true(hxp_buffer_add(&to.text, (hxp_str){ "", 1 }));
    assert_string_equal(to.text.ptr, expected);
    hxp_buffer_free(&to.text);
    hxp_blocks_free(&blocks);
    hxp_input_close(input);
}

static void test_lines(void **state)
{
    (void)state;
    check("A line that is long enough to\ngo on with a word that is di-\n"
          "vided, as in well-\nTended fields.\n",
          false,
          "1 text: A line that is long enough to go on with a word that is "
          "divided, as in well- Tended fields.\n");
    check("茶の木は山にある。春に\n雨を待つ。\n", false,
          "1 text: 茶の木は山にある。春に雨を待つ。\n");
    check("The first paragraph is here in full.\nIt ends.\n"
          "Then comes the second paragraph.\n",
          false,
          "1 text: The first paragraph is here in full. It ends.\n"
          "1 text: Then comes the second paragraph.\n");
    check("A title\nThe text below it is far longer.\n\nAnother.\n", false,
          "1 text: A title\n1 text: The text below it is far longer.\n"
          "1 text: Another.\n");
    check("\xE2\x80\xA2 One thing\n\xE2\x80\xA2 another that\ngoes on\n", false,
          "1 item: \xE2\x80\xA2 One thing\n"
          "1 item: \xE2\x80\xA2 another that goes on\n");
    check("", false, "");
    check("\n\f\f \n\f", false, "");
}

/** Headers and footers are known, but for numbers in them. */
static void test_repeated(void **state)
{
    const char *text = "The book\nA sentence that begins here and\n1\n\f"
                       "The book\ngoes on there. Another ends.\n2\n\f"
                       "The book\nThe last page has this.\n3\n\f";
    (void)state;
    check(text, false,
          "1 header: The book\n"
          "1 text: A sentence that begins here and goes on there. Another "
          "ends.\n1 footer: 1\n2 header: The book\n2 footer: 2\n"
          "3 header: The book\n3 text: The last page has this.\n3 footer: 3\n");
    check(text, true,
          "1 text: A sentence that begins here and goes on there. Another "
          "ends.\n3 text: The last page has this.\n");
    /* two pages of five are too few */
    check("Same.\n\fSame.\n\fThird.\n\fFourth.\n\fFifth.\n\f", true,
          "1 text: Same.\n2 text: Same.\n3 text: Third.\n4 text: Fourth.\n"
          "5 text: Fifth.\n");
}

/** A real PDF, as LibreOffice writes it, by the real pdftotext. */
static void test_real(void **state)
{
    static const char path[] = SOURCE_DIR "/tests/cases/documents/"
                                          "office-page.pdf";
    hxp_input *input;
    hxp_error error;
    writer to = { { write_paragraph }, { NULL, 0, 0 } };
    (void)state;
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    hxp_status status = hxp_document_stream(&to.sink, input, NULL, &error);
    hxp_input_close(input);
    if (status != HXP_OK && strstr(error.message, "is not installed"))
        skip();
    assert_int_equal(status, HXP_OK);
    assert_true(hxp_buffer_add(&to.text, (hxp_str){ "", 1 }));
    assert_string_equal(
        to.text.ptr,
        "1 text: The mill stands on the bank of the river, where it has "
        "ground the corn of four villages for two hundred years.\n"
        "1 text: Its wheel turned until the flood. Nobody mended it, because "
        "the miller's daughter had married a baker in the town, and the "
        "café — “Zum Rad” — paid better. Today the mill is a museum. It is "
        "open on Sundays from two to five.\n");
    hxp_buffer_free(&to.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_repeated),
        cmocka_unit_test(test_real),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
