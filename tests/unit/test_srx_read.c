/* test_srx_read.c - SRX to segmentation rules and back, and its faults. */
#include "base/str.h"
#include "seen.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static hxp_status on_finding(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    (void)error;
    add((seen *)sink, "%zu:%zu: %s: %.*s [%s]\n", finding->place.line,
        finding->place.column, hxp_level_name(finding->level),
        HXP_FMT(finding->message), finding->rule);
    return HXP_OK;
}

static void add_rules(seen *to, const hxp_srx *srx)
{
    add(to, "%s %s %s%s%s%s%s\n", srx->cascade ? "cascade" : "first",
        srx->subflows_whole ? "whole" : "divided", srx->start_stays ? "S" : "",
        srx->end_goes ? "" : "E", srx->isolated_stays ? "I" : "",
        srx->isolated_is_space ? " space" : "", srx->icu_breaks ? " icu" : "");
    for (size_t i = 0; i < srx->list_count; i++) {
        const hxp_srx_list *list = &srx->lists[i];
        add(to, "%.*s:\n", HXP_FMT(list->name));
        for (size_t j = list->first; j < list->first + list->count; j++)
            add(to, " %s \"%.*s\" \"%.*s\"\n",
                srx->rules[j].breaks ? "break" : "none",
                HXP_FMT(srx->rules[j].before), HXP_FMT(srx->rules[j].after));
    }
    for (size_t i = 0; i < srx->map_count; i++)
        add(to, "%.*s -> %.*s\n", HXP_FMT(srx->maps[i].pattern),
            HXP_FMT(srx->maps[i].list));
}

static hxp_status read(seen *to, hxp_srx **srx, hxp_str text, size_t chunk,
                       hxp_error *error)
{
    hxp_input *input;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    *to = (seen){ .sink = { .finding = on_finding } };
    options.findings = &to->sink;
    assert_int_equal(hxp_input_memory(&input, text, "t.srx", NULL), HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_srx_read(srx, input, &options, error);
    if (status == HXP_OK)
        add_rules(to, *srx);
    else
        assert_null(*srx);
    hxp_input_close(input);
    return status;
}

/** text comes to want, in pieces of any size, and again once written. */
static void reads(const char *text, const char *want)
{
    for (size_t chunk = 0; chunk < 8; chunk++) {
        seen got;
        hxp_srx *srx;
        assert_int_equal(read(&got, &srx, hxp_str_of(text), chunk, NULL),
                         HXP_OK);
        assert_string_equal(got.text, want);
        hxp_srx_free(srx);
    }
}

static void fails(const char *text, hxp_status want, const char *message)
{
    seen got;
    hxp_srx *srx;
    hxp_error error;
    assert_int_equal(read(&got, &srx, hxp_str_of(text), 0, &error), want);
    assert_non_null(strstr(error.message, message));
    assert_true(error.place.line > 0);
}

#define HEAD "<srx version=\"2.0\" xmlns=\"http://www.lisa.org/srx20\">"

/** A whole file with that header and body. */
#define FILE_OF(header, rules, maps)                                           \
    HEAD "\n" header "<body><languagerules>" rules                             \
         "</languagerules><maprules>" maps "</maprules></body></srx>"

static void test_whole(void **state)
{
    (void)state;
    reads(
        FILE_OF(
            "<header segmentsubflows=\"yes\" cascade=\"yes\"/>",
            "<languagerule languagerulename=\"en\">"
            "<rule break=\"no\"><beforebreak>\\bDr\\.</beforebreak>"
            "<afterbreak>\\s</afterbreak></rule>"
            "<rule><beforebreak>[.?!]&lt;</beforebreak></rule>"
            "<rule break=\"yes\"><afterbreak> <![CDATA[<]]></afterbreak>"
            "</rule></languagerule>",
            "<languagemap languagepattern=\"en.*\" languagerulename=\"en\"/>"),
        "cascade divided E\nen:\n none \"\\bDr\\.\" \"\\s\"\n"
        " break \"[.?!]<\" \"\"\n break \"\" \" <\"\nen.* -> en\n");
}

static void test_header(void **state)
{
    (void)state;
    reads(FILE_OF("<header segmentsubflows=\"no\" cascade=\"no\">"
                  "<formathandle type=\"start\" include=\"yes\"/>"
                  "<formathandle type=\"end\" include=\"no\"/>"
                  "<formathandle type=\"isolated\" include=\"yes\"/></header>",
                  "", ""),
          "first whole SI\n");
    reads(FILE_OF("<header segmentsubflows=\"YES\" cascade=\"maybe\">"
                  "<formathandle type=\"both\" include=\"yes\"/></header>",
                  "", ""),
          "2:1: error: cascade is \"maybe\", neither yes nor no [srx.value]\n"
          "2:47: error: formathandle has the type \"both\" [srx.value]\n"
          "first divided E\n");
}

static void test_okapi(void **state)
{
    static const char *const names[] = { "useIcu4JBreakRules",
                                         "useIcu4jBreakRules" };
    char text[1024];
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        snprintf(text, sizeof text,
                 HEAD "<header><okpsrx:options xmlns:okpsrx=\"x\" %s=\"yes\" "
                      "oneSegmentIncludesAll=\"no\" useJavaRegex=\"yes\" "
                      "treatIsolatedCodesAsWhitespace=\"yes\"/>"
                      "<okpsrx:sample language=\"en\" x=\"y\">Mr. <b>X"
                      "</b></okpsrx:sample></header>"
                      "<body><maprules/></body></srx>",
                 names[i]);
        reads(text, "first divided E space icu\n");
    }
    reads(HEAD "\n<header><okpsrx:rangeRule>\\[.*\\]</okpsrx:rangeRule>"
               "</header><body><maprules/></body></srx>",
          "2:9: warning: this range rule is not applied: \"\\[.*\\]\" "
          "[srx.range-rule]\nfirst divided E\n");
}

static void test_version_1(void **state)
{
    (void)state;
    reads("<srx version=\"1.0\"><header segmentsubflows=\"yes\"/><body>"
          "<languagerules><languagerule languagerulename=\"d\"><rule>"
          "<beforebreak>x</beforebreak></rule></languagerule></languagerules>"
          "<maprules><maprule maprulename=\"m\"><languagemap "
          "languagepattern=\".*\" languagerulename=\"d\"/></maprule>"
          "</maprules></body></srx>",
          "first divided E\nd:\n break \"x\" \"\"\n.* -> d\n");
}

static void test_prefix(void **state)
{
    (void)state;
    reads("<s:srx xmlns:s=\"http://www.lisa.org/srx20\" version=\"2.0\">"
          "<s:body><s:languagerules><s:languagerule "
          "languagerulename=\"d\"><s:rule break=\"NO\"><s:afterbreak>x"
          "</s:afterbreak></s:rule></s:languagerule></s:languagerules>"
          "<s:maprules><s:languagemap languagepattern=\".*\" "
          "languagerulename=\"d\"/></s:maprules></s:body></s:srx>",
          "first divided E\nd:\n none \"\" \"x\"\n.* -> d\n");
}

static void test_faults(void **state)
{
    (void)state;
    reads("<srx><body></body></srx>",
          "1:1: warning: the version of SRX is \"\" [srx.version]\n"
          "1:19: error: maprules is missing [srx.required]\n"
          "first divided E\n");
    reads(FILE_OF("",
                  "<languagerule languagerulename=\"a\"><rule/>"
                  "<rule break=\"perhaps\"><beforebreak>\nx</beforebreak>"
                  "<note>n<b/></note></rule></languagerule>"
                  "<languagerule languagerulename=\"a\"/><languagerule/>",
                  "<languagemap languagepattern=\".*\" "
                  "languagerulename=\"A\"/><languagemap/>"),
          "2:57: warning: neither beforebreak nor afterbreak says anything; "
          "the rule decides everywhere [srx.empty-rule]\n"
          "2:64: error: break is \"perhaps\", neither yes nor no [srx.value]\n"
          "3:16: error: SRX allows here no \"note\" [srx.element]\n"
          "2:86: warning: beforebreak begins or ends with a line break, which "
          "is part of the pattern [srx.line-break]\n"
          "3:56: error: there are rules before of the name \"a\" "
          "[srx.list-twice]\n"
          "3:92: error: languagerule has no languagerulename [srx.required]\n"
          "3:189: error: languagemap has no languagepattern [srx.required]\n"
          "3:133: error: there are no rules of the name \"A\" "
          "[srx.list-missing]\n"
          "2:22: warning: no language map names the rules \"a\" "
          "[srx.list-unused]\n"
          "3:56: warning: no language map names the rules \"a\" "
          "[srx.list-unused]\n"
          "first divided E\na:\n break \"\" \"\"\n break \"\nx\" \"\"\na:\n"
          ":\n.* -> A\n -> \n");
}

static void test_unusable(void **state)
{
    (void)state;
    fails("<tmx/>", HXP_EINPUT, "not SRX: root element is \"tmx\"");
    fails("", HXP_EINPUT, "");
    fails("Mr. X", HXP_EINPUT, "");
    fails(HEAD "<body>", HXP_EINPUT, "");
}

static void test_long_pattern(void **state)
{
    static char text[70000];
    (void)state;
    memset(text, 'x', sizeof text - 1);
    memcpy(text, HEAD "<body><languagerules><languagerule><rule><beforebreak>",
           strlen(HEAD "<body><languagerules><languagerule><rule>"
                       "<beforebreak>"));
    fails(text, HXP_ELIMIT, "a pattern is longer than 65536 bytes");
}

/** What is written is read as the same rules. */
static void test_write(void **state)
{
    static const char text[] = FILE_OF(
        "<header segmentsubflows=\"no\" cascade=\"yes\"><formathandle "
        "type=\"start\" include=\"yes\"/><options useIcu4jBreakRules=\"yes\"/>"
        "</header>",
        "<languagerule languagerulename=\"a&quot;\"><rule break=\"no\">"
        "<beforebreak> a&lt;&amp;]]&gt;</beforebreak><afterbreak> </afterbreak>"
        "</rule></languagerule><languagerule languagerulename=\"b\"/>",
        "<languagemap languagepattern=\"a\" languagerulename=\"a&quot;\"/>"
        "<languagemap languagepattern=\".*\" languagerulename=\"b\"/>");
    seen first, second;
    hxp_srx *srx, *again;
    hxp_output *output;
    (void)state;
    assert_int_equal(read(&first, &srx, hxp_str_of(text), 0, NULL), HXP_OK);
    assert_int_equal(hxp_srx_set_note(srx, HXP_STR("a --- note -"), NULL),
                     HXP_OK);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    hxp_srx_write(output, srx);
    assert_int_equal(read(&second, &again, hxp_output_bytes(output), 0, NULL),
                     HXP_OK);
    assert_string_equal(second.text, first.text);
    hxp_output_close(output);
    hxp_srx_free(srx);
    hxp_srx_free(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),    cmocka_unit_test(test_header),
        cmocka_unit_test(test_okapi),    cmocka_unit_test(test_version_1),
        cmocka_unit_test(test_prefix),   cmocka_unit_test(test_faults),
        cmocka_unit_test(test_unusable), cmocka_unit_test(test_long_pattern),
        cmocka_unit_test(test_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
