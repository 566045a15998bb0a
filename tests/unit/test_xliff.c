/* test_xliff.c - XLIFF 1.2 and 2 read, written, and read again. */
#include "dump.h"
#include "expect.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const dump_options xliff = { .format = "xliff", .no_header = true };
static const dump_options tmx = { .format = "tmx", .no_header = true };

#define HEAD1                                                                  \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                             \
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "                  \
    "version=\"1.2\">\n"
#define FILE1                                                                  \
    "<file original=\"a.txt\" source-language=\"en\" "                         \
    "target-language=\"nl\" datatype=\"plaintext\">\n<body>\n"
#define TAIL1 "</body>\n</file>\n</xliff>\n"
#define HEAD2                                                                  \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                             \
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "                  \
    "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" version=\"2.0\" "     \
    "srcLang=\"en\" trgLang=\"nl\">\n<file id=\"f1\">\n"
#define TAIL2 "</file>\n</xliff>\n"

/** A file is the same when it is written again, also after being TMX. */
static void expect_same(const char *text, const char *format)
{
    hxp_str bytes = hxp_str_of(text);
    expect_text(convert(bytes, &xliff, format), text);
    hxp_output *middle = convert(bytes, &xliff, "tmx");
    hxp_output *back = convert(hxp_output_bytes(middle), &tmx, format);
    hxp_output_close(middle);
    expect_text(back, text);
}

static const char first[] = HEAD1 FILE1
    "<group id=\"g1\">\n<group id=\"g2\">\n"
    "<trans-unit id=\"1\" approved=\"yes\" xml:space=\"preserve\">\n"
    "<source>a <g id=\"1\" ctype=\"bold\">b <g id=\"2\">c</g></g> "
    "<x id=\"3\"/><x id=\"N\" equiv-text=\"&quot;&amp;\"/></source>\n"
    "<target state=\"translated\">A<ph id=\"4\" assoc=\"p\" "
    "ctype=\"x-v\">%s</ph><it id=\"5\" pos=\"open\">&lt;b&gt;</it>"
    "<bpt id=\"6\">&lt;i&gt;</bpt>B<bpt id=\"7\" rid=\"8\">[</bpt>C"
    "<ept id=\"6\">&lt;/i&gt;</ept>D<ept id=\"7\" rid=\"8\">]</ept>"
    "<bx id=\"9\" rid=\"10\"/>E<mrk mtype=\"term\">F</mrk>"
    "<ex id=\"9\" rid=\"10\"/></target>\n"
    "<context-group purpose=\"information\">"
    "<context context-type=\"sourcefile\">f.c</context>"
    "<context context-type=\"x-tmx-mine\">v</context></context-group>\n"
    "<note>one</note><note>two &lt;</note>\n"
    "</trans-unit>\n</group>\n</group>\n"
    "<trans-unit id=\"2\">\n"
    "<source>One. Two</source>\n"
    "<seg-source><mrk mtype=\"seg\" mid=\"1\">One.</mrk> "
    "<mrk mtype=\"seg\" mid=\"2\">Two</mrk></seg-source>\n"
    "<target><mrk mtype=\"seg\" mid=\"1\">Een.</mrk> "
    "<mrk mtype=\"seg\" mid=\"2\">Twee</mrk></target>\n"
    "<sdl:seg-defs "
    "xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\">"
    "<sdl:seg id=\"1\" conf=\"Draft\" locked=\"true\"/>"
    "<sdl:seg id=\"2\" origin=\"&lt;tm\"/></sdl:seg-defs>\n"
    "</trans-unit>\n"
    "<trans-unit id=\"3\">\n"
    "<source><mrk mtype=\"x-c\" comment=\"why\">m</mrk>"
    "<bpt id=\"b\">(</bpt><g id=\"q\">g</g><ept id=\"b\">)</ept>"
    "<ph id=\"p1\" xid=\"7\">a<sub ctype=\"x-s\">s</sub>b</ph></source>\n"
    "</trans-unit>\n" TAIL1;

static const char second[] = HEAD2
    "<unit id=\"u1\" translate=\"yes\">\n"
    "<mda:metadata><mda:metaGroup category=\"hexapla\">"
    "<mda:meta type=\"p\">v</mda:meta></mda:metaGroup></mda:metadata>\n"
    "<notes><note>n</note></notes>\n"
    "<originalData><data id=\"d1\">&lt;b&gt;</data>"
    "<data id=\"d2\">&lt;/b&gt;</data><data "
    "id=\"d3\">%s</data></originalData>\n"
    "<segment id=\"s1\" state=\"final\">\n"
    "<source xml:space=\"preserve\">a <pc id=\"1\" type=\"fmt\" "
    "subType=\"xlf:b\" dataRefStart=\"d1\" dataRefEnd=\"d2\">b</pc>"
    "<cp hex=\"0001\"/></source>\n"
    "<target xml:space=\"preserve\"><ph id=\"2\" dataRef=\"d3\"/>"
    "<mrk id=\"3\" type=\"term\">t</mrk></target>\n</segment>\n"
    "<ignorable><source xml:space=\"preserve\"> </source></ignorable>\n"
    "<segment>\n"
    "<source xml:space=\"preserve\"><sc id=\"1\"/>c<pc id=\"2\">d"
    "<ec startRef=\"1\"/></pc><sc id=\"3\" isolated=\"yes\"/>"
    "<ph id=\"x1\" disp=\"D\"/><mrk id=\"m\" type=\"comment\" "
    "value=\"V\">e</mrk>"
    "<sm id=\"n\"/><em startRef=\"n\"/></source>\n</segment>\n</unit>\n"
    "<unit id=\"u2\">\n<segment>\n"
    "<source xml:space=\"preserve\">f</source>\n</segment>\n</unit>\n" TAIL2;

static void first_survives(void **state)
{
    (void)state;
    expect_same(first, "xliff");
}

static void second_survives(void **state)
{
    hxp_str bytes = hxp_str_of(second);
    (void)state;
    expect_text(convert(bytes, &xliff, "xliff2"), second);
}

static void codes_are_those_of_tmx(void **state)
{
    (void)state;
    expect_text(
        show(HXP_STR(HEAD1 FILE1 "<trans-unit id='1'><source>a<g id='1'>b</g>"
                                 "<x id='hxp1'/><x id='y'/><bx id='2' rid='3'/>"
                                 "</source></trans-unit>" TAIL1),
             &xliff),
        "unit 1 id=1'1' source=0''\n"
        "  remark 1 type=12'x-xliff-file' text=5'a.txt'\n"
        " variant language=2'en'\n  seg\n  text=2'ab'\n"
        "   code 0 at 1 name=3'bpt' name=1'i' value=1'1'\n"
        "   code 1 at 2 name=3'ept' name=1'i' value=1'1'\n"
        "   code 2 at 2 name=2'ph'\n"
        "   code 2 at 2 name=2'ph'\n"
        "   inside text=11'<x id=\"y\"/>'\n   outside\n"
        "   code 0 at 2 name=3'bpt' name=1'i' value=1'3' name=1'x' "
        "value=1'2'\n"
        "end\n");
}

static void places_are_those_of_the_file(void **state)
{
    dump_options options = { .format = "xliff",
                             .places = true,
                             .no_header = true };
    (void)state;
    for (options.chunk = 0; options.chunk <= 7; options.chunk++)
        expect_text(
            show(HXP_STR("<x:xliff version='1.2' xmlns:x='u'><x:file "
                         "original='hexapla' source-language='en' "
                         "target-language='nl'><x:body>\n"
                         "<x:trans-unit id='1'>\n"
                         "<x:source>\xF0\x9F\x98\x80 |a &amp; |b<x:ph id='1'>|n"
                         "</x:ph>|c</x:source>\n"
                         "<x:target>|d</x:target></x:trans-unit></x:body>"
                         "</x:file></x:xliff>"),
                 &options),
            "unit 1 @2:1:1 id=1'1' source=0''\n"
            " variant @3:1:1 language=2'en'\n  seg\n"
            "  text=14'\xF0\x9F\x98\x80 |a & |b|c' @3:11:11 @3:13:14 @3:22:23 "
            "@3:46:47\n"
            "   code 2 at 12 name=2'ph' name=1'x' value=1'1'\n"
            "   inside text=2'|n' @3:37:38\n   outside\n"
            " variant @4:1:1 language=2'nl'\n  seg\n"
            "  text=2'|d' @4:11:11\n"
            "end\n");
}

static void segments_are_units(void **state)
{
    (void)state;
    expect_text(
        convert(HXP_STR(HEAD1 FILE1
                        "<trans-unit id='1'><source>x</source><seg-source>"
                        "<g id='1'><mrk mtype='seg' mid='a'>One</mrk> - "
                        "<mrk mtype='seg' mid='b'>Two</mrk></g></seg-source>"
                        "<target><mrk mtype='seg' mid='b'>2</mrk>"
                        "<mrk mtype='seg' mid='a'>1</mrk></target></trans-unit>"
                        "<trans-unit id='2'><source>three</source>"
                        "<target><mrk mtype='seg' mid='c'>3</mrk></target>"
                        "</trans-unit>"
                        "<trans-unit id='3'><source>Whole</source><seg-source>"
                        "<mrk mtype='seg' mid='a'>W</mrk></seg-source>"
                        "<target>Heel</target></trans-unit>" TAIL1),
                &xliff, "tsv"),
        "en\tnl\nOne\t1\nTwo\t2\nthree\t3\nWhole\tHeel\n");
}

static void rules_are_checked(void **state)
{
    (void)state;
    expect_findings(
        &xliff,
        HXP_STR("<xliff version='1.3'><file><body>\n"
                "<trans-unit><source>a</source></trans-unit>\n"
                "<trans-unit id='1'/>\n"
                "<trans-unit id='1'><source>a</source>"
                "<seg-source><mrk mtype='seg' mid='1'>a</mrk></seg-source>"
                "<target xml:lang='n_l'><mrk mtype='seg' mid='2'>b</mrk>"
                "</target><alt-trans><source/></alt-trans>"
                "<alt-trans/></trans-unit></body></file></xliff>"),
        "1:1 warning xliff.version 0: version must be 1.2, 2.0 or 2.1\n"
        "1:22 error xliff.required-attribute 0: the source language is "
        "missing\n"
        "1:22 error xliff.required-attribute 0: file has no attribute "
        "original\n"
        "2:1 error xliff.required-attribute 1: the unit has no id\n"
        "3:1 error xliff.no-source 2: the unit has no source\n"
        "4:1 error xliff.duplicate-id 2: the id 1 stands before in this file\n"
        "4:95 error xliff.language-tag 2: \"n_l\" is no language tag\n"
        "4:118 error xliff.segment 2: the segment \"2\" has no source; left "
        "out\n"
        "4:159 note xliff.left-out 0: elements that are not read: 2, first "
        "alt-trans\n");
}

static void faulty_xliff_is_refused(void **state)
{
    (void)state;
    expect_fault("xliff", HXP_STR("<html/>"),
                 "1:1 error input.broken 0: not an XLIFF file: its root "
                 "element is \"html\"\n");
    expect_fault("xliff", HXP_STR("<xliff version='1.2'><file>"),
                 "1:28 error input.broken 0: the file ends too early, after 0 "
                 "units\n");
    hxp_error error;
    hxp_output *output = new_output();
    assert_int_equal(
        dump_units(output,
                   HXP_STR("<xliff version='2.0'><file><unit id='1'><segment>"
                           "<source><cp hex='D800'/></source></segment></unit>"
                           "</file></xliff>"),
                   &xliff, &error),
        HXP_EINPUT);
    assert_string_equal(error.message, "cp hex=\"D800\" is no character");
    hxp_output_close(output);
}

static void tags_of_others_are_not_passed_on(void **state)
{
    dump_options options = { .format = "tmx", .from = "en", .to = "nl" };
    hxp_str bytes = HXP_STR(
        "<tmx version='1.4'><header srclang='en'/><body><tu>"
        "<tuv xml:lang='en'><seg><bpt i='1'>&lt;g id=\"1\"&gt;</bpt>a"
        "<ph>&lt;x id=\"1\" id=\"2\"/&gt;</ph><ph>&lt;x a:b=\"1\"/&gt;</ph>"
        "<ph>&lt;ph id=\"&amp;z;\"&gt;&lt;/ph&gt;</ph></seg></tuv></tu>"
        "</body></tmx>");
    (void)state;
    expect_text(convert(bytes, &options, "xliff"),
                HEAD1 "<file original=\"hexapla\" source-language=\"en\" "
                      "target-language=\"nl\" datatype=\"plaintext\">\n<body>\n"
                      "<trans-unit id=\"hxp1\">\n<source>"
                      "<bpt id=\"1\">&lt;g id=\"1\"&gt;</bpt>a"
                      "<ph id=\"hxp1\">&lt;x id=\"1\" id=\"2\"/&gt;</ph>"
                      "<ph id=\"hxp2\">&lt;x a:b=\"1\"/&gt;</ph>"
                      "<ph id=\"hxp3\">&lt;ph id=\"&amp;z;\"&gt;&lt;/ph&gt;"
                      "</ph></source>\n</trans-unit>\n" TAIL1);
}

/** TMX that XLIFF holds all of is the same afterwards. */
static void tmx_survives(void **state)
{
    static const char *const formats[] = { "xliff", "xliff2" };
    dump_options options = {
        .format = "tmx", .no_header = true, .from = "en", .to = "nl"
    };
    hxp_str bytes = HXP_STR(
        "<tmx version='1.4'><header srclang='en'/><body>"
        "<tu tuid='1'><prop type='p'>v</prop><note>n</note>"
        "<tuv xml:lang='en'><seg>a <bpt i='1' type='bold'>&lt;b&gt;</bpt>b"
        "<bpt i='2'/>c<ept i='1'>&lt;/b&gt;</ept>d<ept i='2'/>"
        "<ph>%s</ph><ph x='3' type='image'/><it pos='end' x='4'>]</it>"
        "<hi type='name' x='5'>e</hi><hi>f</hi><ut>u</ut></seg></tuv>"
        "<tuv xml:lang='nl'><seg>A <bpt i='7'>[</bpt><hi>x<ept i='7'>]</ept>"
        "</hi></seg></tuv></tu><tu><tuv xml:lang='en'><seg/></tuv>"
        "<tuv xml:lang='nl'><seg>B</seg></tuv></tu></body></tmx>");
    (void)state;
    for (int i = 0; i < 2; i++) {
        hxp_output *middle = convert(bytes, &options, formats[i]);
        dump_options again = { .format = formats[i], .no_header = true };
        expect_losses(&options, bytes, formats[i], "");
        expect_equal(show(bytes, &tmx), show(hxp_output_bytes(middle), &again));
        hxp_output_close(middle);
    }
}

static void losses_are_told(void **state)
{
    hxp_str bytes = HXP_STR(
        "<tmx version='1.4'><header srclang='en'/><body>"
        "<tu changeid='me'><tuv xml:lang='en'><prop type='p'>v</prop><seg>"
        "<b>x</b><bpt i='1' x='2'/><ph assoc='p' "
        "e='1'>a<sub>b<hi>c</hi></sub></ph></seg>"
        "</tuv><tuv xml:lang='nl'><seg e='2'>x</seg></tuv>"
        "<tuv xml:lang='fr'><seg>y</seg></tuv></tu>"
        "<tu><tuv xml:lang='fr'><seg>z</seg></tuv></tu></body></tmx>");
    (void)state;
    expect_losses(&tmx, bytes, "xliff",
                  "0:0 warning loss.codes 0: 2 inline codes left out\n"
                  "0:0 warning loss.variants 0: 1 further variant left out\n"
                  "0:0 warning loss.remarks 0: 1 note or property left out\n"
                  "0:0 warning loss.attributes 0: 3 ids, dates and other "
                  "attributes left out\n"
                  "0:0 warning loss.units 0: 1 unit without text in both "
                  "languages left out\n");
    expect_losses(&tmx, bytes, "xliff2",
                  "0:0 warning loss.codes 0: 3 inline codes left out\n"
                  "0:0 warning loss.variants 0: 1 further variant left out\n"
                  "0:0 warning loss.remarks 0: 1 note or property left out\n"
                  "0:0 warning loss.attributes 0: 5 ids, dates and other "
                  "attributes left out\n"
                  "0:0 warning loss.units 0: 1 unit without text in both "
                  "languages left out\n");
}

/** Codes of one unit, more than it may have segments, are read as written. */
static void many_codes_survive(void **state)
{
    enum { COUNT = 12000 };
    char code[64];
    dump_options again = { .format = "xliff2", .no_header = true };
    hxp_buffer text = { NULL, 0, 0 };
    (void)state;
    for (int i = 0; i <= COUNT + 1; i++) {
        snprintf(code, sizeof code, "a<ph x='%d'>%%%d</ph>", i, i);
        const char *part = i == 0
                               ? "<tmx version='1.4'><header srclang='en'/>"
                                 "<body><tu tuid='1'><tuv xml:lang='en'><seg>"
                           : i > COUNT ? "</seg></tuv></tu></body></tmx>"
                                       : code;
        assert_true(hxp_buffer_add(&text, hxp_str_of(part)));
    }
    hxp_str bytes = hxp_buffer_str(&text);
    hxp_output *middle = convert(bytes, &tmx, "xliff2");
    expect_equal(show(bytes, &tmx), show(hxp_output_bytes(middle), &again));
    hxp_output_close(middle);
    hxp_buffer_free(&text);
}

static void limits_hold(void **state)
{
    dump_options options = { .format = "xliff", .limits = { 3, 0, 0 } };
    hxp_error error;
    hxp_output *output = new_output();
    (void)state;
    assert_int_equal(
        dump_units(output,
                   HXP_STR(HEAD1 FILE1 "<trans-unit id='1'><source>four"
                                       "</source></trans-unit>" TAIL1),
                   &options, &error),
        HXP_ELIMIT);
    assert_string_equal(error.message,
                        "the segment is longer than 3 bytes, the limit");
    options.limits = (hxp_limits){ 0, 50, 0 };
    assert_int_equal(
        dump_units(output,
                   HXP_STR(HEAD1 FILE1 "<trans-unit id='1'><source>four"
                                       "</source></trans-unit>" TAIL1),
                   &options, &error),
        HXP_ELIMIT);
    assert_string_equal(error.message,
                        "the unit is larger than 50 bytes, the limit");
    hxp_output_close(output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_survives),
        cmocka_unit_test(second_survives),
        cmocka_unit_test(codes_are_those_of_tmx),
        cmocka_unit_test(places_are_those_of_the_file),
        cmocka_unit_test(segments_are_units),
        cmocka_unit_test(rules_are_checked),
        cmocka_unit_test(faulty_xliff_is_refused),
        cmocka_unit_test(tags_of_others_are_not_passed_on),
        cmocka_unit_test(tmx_survives),
        cmocka_unit_test(losses_are_told),
        cmocka_unit_test(many_codes_survive),
        cmocka_unit_test(limits_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
