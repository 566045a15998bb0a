/* test_csv.c - CSV read, written, and read again. */
#include "dump.h"
#include "expect.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const dump_options csv = { .format = "csv", .no_header = true };
static const dump_options tmx = { .format = "tmx", .no_header = true };

static void csv_is_read(void **state)
{
    dump_options options = { .format = "csv", .places = true };
    (void)state;
    for (options.chunk = 0; options.chunk <= 7; options.chunk++)
        expect_text(
            show(HXP_STR("\xEF\xBB\xBF"
                         "en,\"nl-BE\", note ,tuid,Project,-\r\n"
                         "\"a \"\"|b\"\" |c\r\nd |e,\",5\" f,n,7,P,x\r\n"
                         "\r\n"
                         ",\xF0\x9F\x98\x80|x,,,,"),
                 &options),
            "header source=2'en' language=2'en' language=5'nl-BE'\nfile\n"
            "unit 1 @2:1:1 id=1'7' source=0''\n"
            "  remark 0 type=0'' text=1'n'\n"
            "  remark 1 type=7'Project' text=1'P'\n"
            " variant @2:1:1 language=2'en'\n"
            "  seg\n"
            "  text=16'a \"|b\" |c\r\nd |e,' @2:2:2 @2:6:6 @2:11:11 @3:3:3\n"
            " variant @3:8:8 language=5'nl-BE'\n"
            "  seg\n"
            "  text=4'5\" f' @3:8:8\n"
            "unit 2 @5:1:1 id=0'' source=0''\n"
            " variant @5:2:2 language=5'nl-BE'\n"
            "  seg\n"
            "  text=6'\xF0\x9F\x98\x80|x' @5:2:2 @5:3:4\n"
            "end\n");
}

static void separators_are_found(void **state)
{
    static const char *const texts[] = { "en,nl\n\"a;\",b\tb\n",
                                         "en;nl\n\"a;\";b\tb\n",
                                         "en\tnl\n\"a;\"\t\"b\tb\"\n" };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_text(convert(hxp_str_of(texts[i]), &csv, "tsv"),
                    "en\tnl\na;\tb\\tb\n");
}

static void the_caller_names_the_columns(void **state)
{
    dump_options named = { .format = "csv",
                           .no_header = true,
                           .table = { "source,x,target", true },
                           .from = "en",
                           .to = "nl" };
    (void)state;
    expect_text(convert(HXP_STR("a,b,c\n"), &named, "tsv"), "en\tnl\na\tc\n");
    named.table.no_header = false;
    expect_text(convert(HXP_STR("A,B,C\na,b,c\n"), &named, "tsv"),
                "en\tnl\na\tc\n");
    named.table.columns = NULL;
    expect_text(convert(HXP_STR("source,target\na,c\n"), &named, "tsv"),
                "en\tnl\na\tc\n");
}

static void ids_are_no_indonesian(void **state)
{
    static const struct {
        const char *csv, *tsv;
    } tables[] = {
        { "id,en,nl\n1,a,c\n", "en\tnl\na\tc\n" },
        { "id,en,nl\nmenu.save,a,c\n", "en\tnl\na\tc\n" },
        { "ID;en;nl\n\"REQ-7\";a;c\nx;b;d\n", "en\tnl\na\tc\nb\td\n" },
        { "en,id,nl\n\"a,\n\"\"b\",u17,c\n", "en\tnl\na,\\n\"b\tc\n" },
        { "key,en,nl\nsave,a,c\n", "en\tnl\na\tc\n" },
        { "en,nl,url,ref\na,c,d,e\n", "en\tnl\na\tc\n" },
        /* text is, and where there is one other language alone */
        { "id,en,nl\nSimpan,a,c\n", "id\ten\tnl\nSimpan\ta\tc\n" },
        { "id,en,nl\nApa?,a,c\n", "id\ten\tnl\nApa?\ta\tc\n" },
        { "id,en,nl\nke-1 kali,a,c\n", "id\ten\tnl\nke-1 kali\ta\tc\n" },
        { "id,en\n1,a\n", "id\ten\n1\ta\n" },
        { "id,en,nl\n", "id\ten\tnl\n" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        expect_text(convert(hxp_str_of(tables[i].csv), &csv, "tsv"),
                    tables[i].tsv);
}

static void faulty_csv_is_refused(void **state)
{
    (void)state;
    expect_fault("csv", HXP_STR(""),
                 "1:1 error input.broken 0: the file is empty\n");
    expect_fault("csv", HXP_STR("en,nl\na,b\nc\n"),
                 "3:1 error input.broken 0: 1 columns; there should be 2\n");
    expect_fault("csv", HXP_STR("en,nl\n\"a\nb\",c,d\n"),
                 "2:1 error input.broken 0: 3 columns; there should be 2\n");
    expect_fault("csv", HXP_STR("en,nl\na,\"b\nc\n"),
                 "2:3 error input.broken 0: the quote that opens here is not "
                 "closed\n");
    expect_fault("csv", HXP_STR("en,nl\n\"a\"b,c\n"),
                 "2:4 error input.broken 0: text behind a closing quote; write "
                 "two quotes for one\n");
    expect_fault("csv", HXP_STR("en,EN\n"),
                 "1:4 error input.broken 0: two columns are in the language "
                 "EN\n");
    expect_fault("csv", HXP_STR("source,nl\n"),
                 "1:1 error input.broken 0: in which language is the column "
                 "\"source\"? --from says\n");
    expect_fault("csv", HXP_STR("Hello,world\n"),
                 "1:1 error input.broken 0: no column names a language; "
                 "--columns of convert does\n");
    expect_fault("csv", HXP_STR("en,nl\na,\xE9\n"),
                 "2:3 error input.broken 0: byte 0xE9 is not UTF-8; try "
                 "--encoding\n");
}

static void limits_hold(void **state)
{
    dump_options options = { .format = "csv", .limits = { 0, 10, 0 } };
    hxp_error error;
    hxp_output *output = new_output();
    (void)state;
    options.chunk = 1;
    assert_int_equal(dump_units(output, HXP_STR("en\n\"a\nb\nc\nd\ne\nf\n"),
                                &options, &error),
                     HXP_ELIMIT);
    assert_string_equal(error.message,
                        "the record is longer than 10 bytes, the limit");
    assert_int_equal(error.place.line, 2);
    hxp_output_close(output);
}

#define UNITS                                                                  \
    "<tmx version='1.4'><header srclang='fr'/><body>"                          \
    "<tu tuid='7'><note>one</note><note>two</note><prop type='p'>v</prop>"     \
    "<tuv xml:lang='en'><seg>a, b</seg></tuv>"                                 \
    "<tuv xml:lang='fr'><seg>c <ph/>\"d\"\n</seg></tuv></tu>"                  \
    "<tu><tuv xml:lang='fr'><seg> e</seg></tuv></tu></body></tmx>"

static void csv_is_written(void **state)
{
    dump_options all = { .format = "tmx",
                         .table = { "source,target,tuid,note,p", false } };
    (void)state;
    expect_text(convert(HXP_STR(UNITS), &tmx, "csv"),
                "en,fr\r\n\"a, b\",\"c \"\"d\"\"\n\"\r\n,\" e\"\r\n");
    expect_text(convert(HXP_STR(UNITS), &all, "csv"),
                "source,target,tuid,note,p\r\n"
                "\"c \"\"d\"\"\n\",\"a, b\",7,\"one\ntwo\",v\r\n"
                "\" e\",,,,\r\n");
    expect_losses(&all, HXP_STR(UNITS), "csv",
                  "0:0 warning loss.codes 0: 1 inline code left out\n");
    expect_losses(&tmx, HXP_STR(UNITS), "csv",
                  "0:0 warning loss.codes 0: 1 inline code left out\n"
                  "0:0 warning loss.remarks 0: 3 notes and properties left "
                  "out\n"
                  "0:0 warning loss.attributes 0: 1 id, date or other "
                  "attribute left out\n");
    all.table = (hxp_table_options){ "en", true };
    expect_text(convert(HXP_STR(UNITS), &all, "csv"), "\"a, b\"\r\n\r\n");
}

static void two_columns_alike_are_refused(void **state)
{
    dump_options options = { .format = "tmx", .table = { "fr,source", false } };
    hxp_output *output = new_output();
    hxp_error error;
    (void)state;
    assert_int_equal(
        dump_convert(output, HXP_STR(UNITS), &options, "csv", &error),
        HXP_EINPUT);
    assert_string_equal(error.message, "two columns would hold the same: "
                                       "\"source\" is one");
    hxp_output_close(output);
}

static void csv_survives(void **state)
{
    static const char text[] =
        "en,pt-BR\r\n\"a\r\n\",\"\"\"b\"\"\"\r\n,\" c,\"\r\n";
    hxp_str bytes = hxp_str_of(text);
    (void)state;
    expect_text(convert(bytes, &csv, "csv"), text);
    hxp_output *middle = convert(bytes, &csv, "tmx");
    hxp_output *back = convert(hxp_output_bytes(middle), &tmx, "csv");
    hxp_output_close(middle);
    expect_text(back, text);
}

static void csv_is_found_by_its_content(void **state)
{
    dump_options options = { .format = NULL };
    (void)state;
    hxp_output_close(show(HXP_STR("en,nl\na,b\n"), &options));
    hxp_output_close(show(HXP_STR("en-GB; nl\r\na;b\r\n"), &options));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_is_read),
        cmocka_unit_test(separators_are_found),
        cmocka_unit_test(the_caller_names_the_columns),
        cmocka_unit_test(ids_are_no_indonesian),
        cmocka_unit_test(faulty_csv_is_refused),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(csv_is_written),
        cmocka_unit_test(two_columns_alike_are_refused),
        cmocka_unit_test(csv_survives),
        cmocka_unit_test(csv_is_found_by_its_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
