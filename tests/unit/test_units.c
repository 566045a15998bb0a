/* test_units.c - TMX and TSV read, written, and read again. */
#include "dump.h"
#include "expect.h"

#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/units/spool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const dump_options tmx = { .format = "tmx" };
static const dump_options tsv = { .format = "tsv" };

/* --- TMX ------------------------------------------------------------------ */

/** Read, written and read again it is the same, and so is what is written. */
static void expect_survival(hxp_str bytes)
{
    hxp_output *once = convert(bytes, &tmx, "tmx");
    hxp_output *twice = convert(hxp_output_bytes(once), &tmx, "tmx");
    expect_equal(show(bytes, &tmx), show(hxp_output_bytes(once), &tmx));
    expect_equal(once, twice);
}

static void all_of_tmx_survives(void **state)
{
    static const char *const files[] = { "tests/cases/formats/tmx/complete.tmx",
                                         "tmx/inline-codes.tmx",
                                         "tmx/with-notes.tmx" };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", SOURCE_DIR, files[i]);
        hxp_buffer bytes = load(path);
        expect_survival(hxp_buffer_str(&bytes));
        hxp_buffer_free(&bytes);
    }
}

#define HEAD(more)                                                             \
    "<tmx version=\"1.4\"" more "><header creationtool=\"a\" "                 \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" "                 \
    "adminlang=\"en\" srclang=\"en\" datatype=\"d\"/><body>"
#define TAIL "</body></tmx>"

static void what_is_not_of_tmx_survives_too(void **state)
{
    (void)state;
    expect_survival(HXP_STR(HEAD(
        " xmlns:e=\"urn:e\"") "<tu e:a=\"1\" tuid=\"&lt;&quot;&#10;&#9;x\">"
                              "<prop type=\"&amp;\" e:b=\"2\">a &lt; b</prop>"
                              "<tuv xml:lang=\"en\" id=\"3\">"
                              "<seg e:c=\"4\">a <b>bold</b> <e:d f=\"5\"/>"
                              "<ph><ph>in</ph><sub>x<e:g>y</e:g></sub></ph>"
                              "</seg></tuv></tu>" TAIL));
}

static void layout_is_readable_and_leaves_text_alone(void **state)
{
    (void)state;
    expect_text(convert(HXP_STR(HEAD("") "<tu tuid='1'><note>n</note>"
                                         "<tuv xml:lang='en'><prop type='p'>v"
                                         "</prop><seg> a\n <ph/></seg></tuv>"
                                         "</tu>" TAIL),
                        &tmx, "tmx"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<tmx version=\"1.4\">\n"
                "  <header creationtool=\"a\" creationtoolversion=\"b\" "
                "segtype=\"block\" o-tmf=\"c\" adminlang=\"en\" "
                "srclang=\"en\" datatype=\"d\"/>\n"
                "  <body>\n"
                "    <tu tuid=\"1\">\n"
                "      <note>n</note>\n"
                "      <tuv xml:lang=\"en\">\n"
                "        <prop type=\"p\">v</prop>\n"
                "        <seg> a\n <ph/></seg>\n"
                "      </tuv>\n"
                "    </tu>\n"
                "  </body>\n"
                "</tmx>\n");
}

static void a_poor_header_is_completed(void **state)
{
    char expected[512];
    (void)state;
    snprintf(expected, sizeof expected,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<tmx version=\"1.4\">\n"
             "  <header creationtool=\"hexapla\" creationtoolversion=\"%s\" "
             "segtype=\"sentence\" o-tmf=\"hexapla\" adminlang=\"en\" "
             "srclang=\"*all*\" datatype=\"plaintext\"/>\n"
             "  <body>\n  </body>\n</tmx>\n",
             hxp_version());
    expect_text(convert(HXP_STR("<tmx/>"), &tmx, "tmx"), expected);
}

static void characters_that_xml_forbids_are_left_out(void **state)
{
    hxp_output *told = new_output();
    dump_findings losses;
    dump_options options = tsv;
    (void)state;
    dump_findings_init(&losses, told);
    options.losses = &losses.sink;
    hxp_output *output =
        convert(HXP_STR("en\na\x01\x1F"
                        "b\xEF\xBF\xBE\xEF\xBF\xBD\\r\xEF\xBB\xBF\x7F\n"),
                &options, "tmx");
    hxp_output *again = convert(hxp_output_bytes(output), &tmx, "tsv");
    expect_text(again, "en\nab\xEF\xBF\xBD\\r\xEF\xBB\xBF\x7F\n");
    hxp_output_close(output);
    expect_text(told, "0:0 warning loss.characters 0: 3 characters that XML "
                      "forbids left out\n");
}

static void places_are_those_of_the_file(void **state)
{
    dump_options options = { .format = "tmx", .places = true };
    static const char bytes[] =
        "<tmx version='1.4'><header srclang='en'/><body>\n"
        " <tu>\n"
        "  <tuv xml:lang='en'><seg>\xF0\x9F\x98\x80 |a &amp; |b<ph>|c"
        "<sub>|d</sub></ph>|e\n"
        " |f<![CDATA[<|g]]>|h</seg></tuv></tu></body></tmx>";
    (void)state;
    for (options.chunk = 0; options.chunk <= 7; options.chunk++)
        expect_text(
            show(hxp_str_of(bytes), &options),
            "header source=2'en'\nfile\n"
            "unit 1 @2:2:2 id=0'' source=0''\n"
            " variant @3:3:3 language=2'en'\n"
            "  seg\n"
            "  text=23'\xF0\x9F\x98\x80 |a & |b|e\n |f<|g|h' @3:27:27 @3:29:30 "
            "@3:38:39 @3:64:65 @4:2:2 @4:14:14 @4:19:19\n"
            "   code 2 at 12 name=2'ph'\n"
            "   inside text=2'|c' @3:44:45\n"
            "   code 5 at 2 name=3'sub'\n"
            "   inside text=2'|d' @3:51:52\n"
            "   outside\n"
            "   outside\n"
            "end\n");
}

static void limits_hold(void **state)
{
    dump_options options = { .format = "tmx", .limits = { 10, 2000, 0 } };
    hxp_error error;
    hxp_output *output = new_output();
    (void)state;
    assert_int_equal(
        dump_units(output,
                   HXP_STR(HEAD("") "<tu><tuv xml:lang='en'><seg>0123456789"
                                    "<ph>a</ph></seg></tuv></tu>" TAIL),
                   &options, &error),
        HXP_ELIMIT);
    assert_string_equal(
        error.message,
        "the segment is longer than 10 bytes, the limit; 0 complete "
        "units before it");
    char bytes[4096] = HEAD("") "<tu>";
    for (int i = 0; i < 50; i++)
        strcat(bytes, "<note>123</note>");
    assert_int_equal(dump_units(output, hxp_str_of(bytes), &options, &error),
                     HXP_ELIMIT);
    assert_string_equal(error.message, "the unit is larger than 2000 bytes, "
                                       "the limit; 0 complete units before it");
    hxp_output_close(output);
}

static void formats_are_found(void **state)
{
    hxp_error error;
    hxp_output *output = new_output();
    dump_options options = { .format = NULL };
    (void)state;
    assert_string_equal(hxp_unit_format_of("a/b.TMX"), "tmx");
    assert_string_equal(hxp_unit_format_of("x.tsv"), "tsv");
    assert_null(hxp_unit_format_of("tmx"));
    assert_null(hxp_unit_format_of(""));
    assert_string_equal(hxp_unit_format_name(0), "tmx");
    assert_null(hxp_unit_format_name(100));
    hxp_output_close(show(HXP_STR("\xFE\xFF\0<\0t\0m\0x\0/\0>"), &options));
    hxp_output_close(show(HXP_STR("en\tfr\na\tb\n"), &options));
    assert_int_equal(dump_units(output, HXP_STR("hello"), &options, &error),
                     HXP_EINPUT);
    options.format = "docx";
    assert_int_equal(dump_units(output, HXP_STR("hello"), &options, &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, "there is no format \"docx\"");
    assert_int_equal(
        dump_convert(output, HXP_STR("en\n"), &tsv, "docx", &error),
        HXP_EINPUT);
    hxp_output_close(output);
}

/* --- TSV ------------------------------------------------------------------ */

static void tsv_is_read(void **state)
{
    dump_options options = { .format = "tsv", .places = true };
    (void)state;
    for (options.chunk = 0; options.chunk <= 7; options.chunk++)
        expect_text(show(HXP_STR("\xEF\xBB\xBF"
                                 "en\tnl-BE\r\n"
                                 "\xF0\x9F\x98\x80\\t\\\\n|x\ty\\z\\\n"
                                 "\tonly |one"),
                         &options),
                    "header source=2'en' language=2'en' language=5'nl-BE'\n"
                    "file\n"
                    "unit 1 @2:1:1 id=0'' source=0''\n"
                    " variant @2:1:1 language=2'en'\n"
                    "  seg\n"
                    "  text=9'\xF0\x9F\x98\x80\t\\n|x' @2:1:1 @2:7:8\n"
                    " variant @2:10:11 language=5'nl-BE'\n"
                    "  seg\n"
                    "  text=4'y\\z\\' @2:10:11\n"
                    "unit 2 @3:1:1 id=0'' source=0''\n"
                    " variant @3:2:2 language=5'nl-BE'\n"
                    "  seg\n"
                    "  text=9'only |one' @3:2:2 @3:7:7\n"
                    "end\n");
}

/** A table with too many languages, which all are compared with each. */
static void tables_have_so_many_languages(void **state)
{
    enum { MANY = 4097, LONGEST = 8 };
    static char line[MANY * LONGEST];
    size_t len = 0;
    (void)state;
    for (int i = 0; i < MANY; i++)
        len += (size_t)sprintf(line + len, "%sx-%d", i ? "\t" : "", i);
    line[len++] = '\n';
    expect_fault("tsv", (hxp_str){ line, len },
                 "1:1 error input.broken 0: line 1 names more than 4096 "
                 "languages, the limit\n");
    for (size_t i = 0; i < len; i++)
        line[i] = line[i] == '\t' ? ',' : line[i];
    expect_fault("csv", (hxp_str){ line, len },
                 "1:27563 error input.broken 0: more than 4096 languages, the "
                 "limit\n");
}

static void faulty_tsv_is_refused(void **state)
{
    (void)state;
    expect_fault("tsv", HXP_STR(""),
                 "1:1 error input.broken 0: the file is empty\n");
    expect_fault("tsv", HXP_STR("en\tfr\na\tb\nc\n"),
                 "3:1 error input.broken 0: 1 columns; line 1 has 2\n");
    expect_fault("tsv", HXP_STR("en\tfr\na\tb\tc\td\n"),
                 "2:1 error input.broken 0: 4 columns; line 1 has 2\n");
    expect_fault("tsv", HXP_STR("en\tEN\n"),
                 "1:1 error input.broken 0: line 1 names the language EN "
                 "twice\n");
    expect_fault("tsv", HXP_STR("Hello world\tx\n"),
                 "1:1 error input.broken 0: line 1 must name the languages; "
                 "\"Hello world\" names none\n");
    expect_fault("tsv", HXP_STR("en\tfr\n\xC3\xA9\xE9\tb\n"),
                 "2:2 error input.broken 0: byte 0xE9 is not UTF-8; try "
                 "--encoding\n");
    expect_fault("tsv",
                 HXP_STR("\xFF\xFE"
                         "e\0n\0\n\0a\0\0\xD8"),
                 "2:2 error input.broken 0: byte 0x00 is not UTF-16LE; try "
                 "--encoding\n");
}

static void tsv_learns_the_languages_of_tmx(void **state)
{
    hxp_output *told = new_output();
    dump_findings losses;
    dump_options options = tmx;
    (void)state;
    dump_findings_init(&losses, told);
    options.losses = &losses.sink;
    expect_text(
        convert(
            HXP_STR(HEAD("") "<tu tuid='1'><note>x</note>"
                             "<tuv xml:lang='en'><seg>a<ph>x</ph>\tb</seg>"
                             "</tuv><tuv xml:lang='fr'><seg>c\\\n1<hi>2"
                             "</hi></seg></tuv></tu>"
                             "<tu><tuv xml:lang='de'><seg>3</seg></tuv>"
                             "<tuv xml:lang='EN'><seg>f</seg></tuv>"
                             "<tuv xml:lang='de' changeid='x'><seg>g"
                             "</seg></tuv><tuv><seg>h</seg></tuv></tu>" TAIL),
            &options, "tsv"),
        "en\tfr\tde\tund\n"
        "a\\tb\tc\\\\\\n12\t\t\n"
        "f\t\t3\th\n");
    expect_text(told,
                "0:0 warning loss.codes 0: 2 inline codes left out\n"
                "0:0 warning loss.variants 0: 1 further variant left out\n"
                "0:0 warning loss.remarks 0: 1 note or property left out\n"
                "0:0 warning loss.attributes 0: 2 ids, dates and other "
                "attributes left out\n");
}

static void tsv_survives(void **state)
{
    static const char text[] =
        "en\tpt-BR\na\\tb\\\\\\n\\r\t\xC3\xA9\n\tx\n\t\n";
    (void)state;
    expect_text(convert(hxp_str_of(text), &tsv, "tsv"), text);
    hxp_output *middle = convert(hxp_str_of(text), &tsv, "tmx");
    hxp_output *back = convert(hxp_output_bytes(middle), &tmx, "tsv");
    hxp_output_close(middle);
    expect_text(back, text);
}

/* --- Spool ---------------------------------------------------------------- */

/** Spool units read from bytes, and see that each replay has all of them. */
static void check_spool(hxp_str bytes, const dump_options *shown)
{
    hxp_spool *spool;
    hxp_input *input;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    options.format = shown->format;
    assert_int_equal(hxp_spool_new(&spool, NULL), HXP_OK);
    assert_int_equal(hxp_input_memory(&input, bytes, "spooled", NULL), HXP_OK);
    assert_int_equal(hxp_read_units(input, shown == &tmx ? NULL : &options,
                                    hxp_spool_sink(spool), NULL),
                     HXP_OK);
    hxp_input_close(input);
    for (int i = 0; i < 2; i++) {
        hxp_output *output = new_output();
        dump to;
        dump_init(&to, output, false);
        assert_int_equal(hxp_spool_replay(spool, &to.sink, NULL), HXP_OK);
        expect_equal(output, show(bytes, shown));
    }
    hxp_spool_free(spool);
}

static void a_spool_gives_back_what_it_got(void **state)
{
    hxp_buffer bytes = load(SOURCE_DIR "/tests/cases/formats/tmx/complete.tmx");
    static const dump_options jsonl = { .format = "jsonl" };
    (void)state;
    check_spool(hxp_buffer_str(&bytes), &tmx);
    hxp_buffer_free(&bytes);
    check_spool(HXP_STR("{\"variants\":[{\"language\":\"en\",\"text\":"
                        "\"a\\u0001\\u0000b\"}]}\n"),
                &jsonl);
}

/** As deep as the reader of TMX allows. */
static void a_spool_holds_what_nests_deep(void **state)
{
    enum { DEEP = 59 };
    hxp_buffer bytes = { NULL, 0, 0 };
    bool fits =
        hxp_buffer_add(&bytes, HXP_STR(HEAD("") "<tu><tuv xml:lang='en'>"
                                                "<seg>"));
    (void)state;
    for (int i = 0; i < DEEP; i++)
        fits = fits && hxp_buffer_add(&bytes, i % 2 ? HXP_STR("<sub>")
                                                    : HXP_STR("<ph>"));
    for (int i = DEEP; i-- > 0;)
        fits = fits && hxp_buffer_add(&bytes, i % 2 ? HXP_STR("</sub>")
                                                    : HXP_STR("</ph>"));
    assert_true(fits &&
                hxp_buffer_add(&bytes, HXP_STR("</seg></tuv></tu>" TAIL)));
    check_spool(hxp_buffer_str(&bytes), &tmx);
    hxp_buffer_free(&bytes);
}

/** With a file's name as argument: write it to standard output as TMX. */
static int write_file(const char *path)
{
    hxp_buffer bytes = load(path);
    hxp_output *output = convert(hxp_buffer_str(&bytes), &tmx, "tmx");
    hxp_str text = hxp_output_bytes(output);
    size_t written = fwrite(text.ptr, 1, text.len, stdout);
    bool whole = written == text.len && fflush(stdout) == 0;
    hxp_output_close(output);
    hxp_buffer_free(&bytes);
    return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_tmx_survives),
        cmocka_unit_test(what_is_not_of_tmx_survives_too),
        cmocka_unit_test(layout_is_readable_and_leaves_text_alone),
        cmocka_unit_test(a_poor_header_is_completed),
        cmocka_unit_test(characters_that_xml_forbids_are_left_out),
        cmocka_unit_test(places_are_those_of_the_file),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(formats_are_found),
        cmocka_unit_test(tsv_is_read),
        cmocka_unit_test(faulty_tsv_is_refused),
        cmocka_unit_test(tables_have_so_many_languages),
        cmocka_unit_test(tsv_learns_the_languages_of_tmx),
        cmocka_unit_test(tsv_survives),
        cmocka_unit_test(a_spool_gives_back_what_it_got),
        cmocka_unit_test(a_spool_holds_what_nests_deep),
    };
    if (argc == 2)
        return write_file(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
