/* test_moses.c - texts whose lines translate one another, read and written. */
#include "dump.h"
#include "expect.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/** Read two texts into sink, in chunks. */
static hxp_status read_texts(const char *const texts[2], size_t chunk,
                             hxp_finding_sink *findings, hxp_unit_sink *sink,
                             hxp_error *error)
{
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_line_text sides[2] = { { NULL, { "en", 2 } }, { NULL, { "nl", 2 } } };
    options.findings = findings;
    for (int i = 0; i < 2; i++) {
        assert_int_equal(hxp_input_memory(&sides[i].input, hxp_str_of(texts[i]),
                                          i == 0 ? "a.en" : "a.nl", NULL),
                         HXP_OK);
        hxp_input_set_chunk(sides[i].input, chunk);
    }
    hxp_status status = hxp_read_lines(sides, 2, &options, sink, error);
    for (int i = 0; i < 2; i++)
        hxp_input_close(sides[i].input);
    return status;
}

static void lines_are_units(void **state)
{
    (void)state;
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_output *output = new_output(), *told = new_output();
        dump to;
        dump_findings findings;
        dump_init(&to, output, false);
        dump_findings_init(&findings, told);
        assert_int_equal(
            read_texts((const char *const[]){ "a\r\n\n\nd\n", "A\nB\n\n\n" },
                       chunk, &findings.sink, &to.sink, NULL),
            HXP_OK);
        expect_text(output,
                    "header source=2'en' language=2'en' language=2'nl'\nfile\n"
                    "unit 1 id=0'' source=0''\n"
                    " variant language=2'en'\n  seg\n  text=1'a'\n"
                    " variant language=2'nl'\n  seg\n  text=1'A'\n"
                    "unit 2 id=0'' source=0''\n"
                    " variant language=2'nl'\n  seg\n  text=1'B'\n"
                    "unit 3 id=0'' source=0''\n"
                    " variant language=2'en'\n  seg\n  text=1'd'\n"
                    "end\n");
        expect_text(told, "2:1 warning lines.empty 0: 2 lines are empty; this "
                          "is the first\n"
                          "3:1 warning lines.empty 0: 2 lines are empty; this "
                          "is the first\n");
    }
}

static void a_line_alone_is_refused(void **state)
{
    hxp_output *output = new_output();
    dump to;
    hxp_error error;
    (void)state;
    dump_init(&to, output, false);
    assert_int_equal(
        read_texts((const char *const[]){ "a\nb\n", "A\nB\nC\nD\n" }, 0, NULL,
                   &to.sink, &error),
        HXP_EINPUT);
    assert_string_equal(error.file, "a.nl");
    assert_int_equal(error.place.line, 3);
    assert_string_equal(error.message, "a.en has only 2 lines");
    assert_int_equal(read_texts((const char *const[]){ "a\nb", "A\n\xE9\n" }, 0,
                                NULL, &to.sink, &error),
                     HXP_EINPUT);
    assert_string_equal(error.file, "a.nl");
    assert_string_equal(error.message, "byte 0xE9 is not UTF-8; try "
                                       "--encoding");
    hxp_output_close(output);
}

static void pairs_are_lines(void **state)
{
    hxp_output *source = new_output(), *target = new_output(),
               *told = new_output();
    hxp_write_options options = HXP_WRITE_OPTIONS_INIT;
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    dump_findings losses;
    hxp_unit_sink *writer;
    hxp_input *input;
    (void)state;
    dump_findings_init(&losses, told);
    options.losses = &losses.sink;
    options.from = "nl";
    options.to = "en";
    reading.format = "tsv";
    assert_int_equal(
        hxp_input_memory(&input,
                         HXP_STR("en\tnl-BE\tfr\na\\nb\tA\\r\\nB\tx\nc\t\t\n"
                                 "d\tD\t\n"),
                         "x", NULL),
        HXP_OK);
    assert_int_equal(
        hxp_lines_writer_new(&writer, source, target, &options, NULL), HXP_OK);
    assert_int_equal(hxp_read_units(input, &reading, writer, NULL), HXP_OK);
    writer->close(writer);
    hxp_input_close(input);
    expect_text(source, "A B\nD\n");
    expect_text(target, "a b\nd\n");
    expect_text(told,
                "0:0 warning loss.variants 0: 1 further variant left out\n"
                "0:0 warning loss.line-breaks 0: 2 line breaks written as "
                "blanks\n"
                "0:0 warning loss.units 0: 1 unit without text in both "
                "languages left out\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_units),
        cmocka_unit_test(a_line_alone_is_refused),
        cmocka_unit_test(pairs_are_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
