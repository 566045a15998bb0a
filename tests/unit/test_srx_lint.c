/* test_srx_lint.c - what is told of rules of SRX; our own written as SRX. */
#include "base/str.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/** Findings as lines "place rule: message". */
typedef struct seen {
    hxp_finding_sink sink;
    char text[4096];
    size_t len;
} seen;

static hxp_status on_finding(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    seen *to = (seen *)sink;
    (void)error;
    int more = snprintf(to->text + to->len, sizeof to->text - to->len,
                        "%zu:%zu %s: %.*s\n", finding->place.line,
                        finding->place.column, finding->rule,
                        HXP_FMT(finding->message));
    assert_true(more >= 0 && (size_t)more < sizeof to->text - to->len);
    to->len += (size_t)more;
    return HXP_OK;
}

static void lints_file(const char *text, const char *want)
{
    seen got = { .sink = { .finding = on_finding } };
    hxp_input *input;
    hxp_srx *srx;
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(text), "t", NULL),
                     HXP_OK);
    assert_int_equal(hxp_srx_read(&srx, input, NULL, NULL), HXP_OK);
    assert_int_equal(hxp_srx_lint(srx, &got.sink, NULL), HXP_OK);
    assert_string_equal(got.text, want);
    hxp_srx_free(srx);
    hxp_input_close(input);
}

/** The rules, "before~after" a line from line 2 on, are told of so. */
static void lints(const char *lines, const char *want)
{
    char text[4096] = "<srx><header/><body><languagerules>"
                      "<languagerule languagerulename='a'>\n";
    hxp_str rest = hxp_str_of(lines), line, before;
    while (hxp_str_cut(&rest, '\n', &line)) {
        assert_true(hxp_str_cut(&line, '~', &before));
        size_t len = strlen(text);
        snprintf(text + len, sizeof text - len,
                 "<rule><beforebreak>%.*s</beforebreak>"
                 "<afterbreak>%.*s</afterbreak></rule>\n",
                 HXP_FMT(before), HXP_FMT(line));
    }
    strcat(text, "</languagerule></languagerules><maprules><languagemap "
                 "languagepattern='.*' languagerulename='a'/></maprules>"
                 "</body></srx>");
    lints_file(text, want);
}

static void test_sound(void **state)
{
    (void)state;
    lints("\\bMr\\.~\\s\n\\bDr\\.~\\s\n[.?!]+~\\s", "");
    lints("a~b\nb~a\na~c", "");
}

static void test_pattern(void **state)
{
    (void)state;
    lints("(~\na~[b",
          "2:7 srx.pattern: beforebreak \"(\": ICU cannot read it: "
          "U_REGEX_MISMATCHED_PAREN at character 1\n"
          "3:35 srx.pattern: afterbreak \"[b\": ICU cannot read it: "
          "U_REGEX_MISSING_CLOSE_BRACKET at character 2\n");
    lints("a\\\\\\c~\na\\\\c~b\\cA\\ca",
          "2:7 srx.pattern: beforebreak \"a\\\\\\c\": \\c at its end says no "
          "character\n");
}

static void test_never(void **state)
{
    (void)state;
    lints("a[^\\s\\S]b~\n.~x[^\\u0000-\\U0010ffff]",
          "2:7 srx.never: beforebreak \"a[^\\s\\S]b\" fits no text\n"
          "3:35 srx.never: afterbreak \"x[^\\u0000-\\U0010ffff]\" fits no "
          "text\n");
}

static void test_shadowed(void **state)
{
    (void)state;
    lints("[.?!]+~\\s\n\\bMr\\.~\\s\n\\.~\\s+\\p{Lu}\n\\.~",
          "3:1 srx.shadowed: the rule never decides: the one in line 2 fits "
          "wherever it does\n"
          "4:1 srx.shadowed: the rule never decides: the one in line 2 fits "
          "wherever it does\n");
    lints("a~\nba~x",
          "3:1 srx.shadowed: the rule never decides: the one in line 2 fits "
          "wherever it does\n");
    lints("a~\na~",
          "3:1 srx.shadowed: the rule never decides: the one in line 2 fits "
          "wherever it does\n");
    lints("~\n(?=x)b~c",
          "3:1 srx.shadowed: the rule never decides: the one in line 2 fits "
          "wherever it does\n");
    lints("\\w+\\.~\\s\n\\bDr\\.~\\s",
          "3:1 srx.shadowed: the rule never decides: the one in line 2 fits "
          "wherever it does\n");
    lints("(?=x)a~\na~", "");           /* the first one is not sure */
    lints("\\bMr\\.~\\s\n\\.~\\s", ""); /* the second one is wider */
    lints("ba~\na~", "");               /* before it */
    lints("a~bc\na~b", "");             /* and behind it */
    lints("\\ba~\na~", "");             /* only at the edge of a word */
    lints("a~b\na~(?:b|c)\na~c",
          "4:1 srx.shadowed: the rule never decides: the one in line 3 fits "
          "wherever it does\n");
}

static void test_maps(void **state)
{
    (void)state;
    lints_file("<srx><header cascade='no'/><body><maprules>\n"
               "<languagemap languagepattern='en.*' languagerulename='a'/>\n"
               "<languagemap languagepattern='(.*' languagerulename='a'/>\n"
               "<languagemap languagepattern='en.*' languagerulename='a'/>\n"
               "<languagemap languagepattern='.+' languagerulename='a'/>\n"
               "<languagemap languagepattern='nl' languagerulename='a'/>\n"
               "</maprules></body></srx>",
               "3:1 srx.pattern: languagepattern \"(.*\" is left out: ICU "
               "cannot read it: U_REGEX_MISMATCHED_PAREN at character 3\n"
               "4:1 srx.map-shadowed: the map \"en.*\" never applies: "
               "\"en.*\" in line 2 comes first\n"
               "6:1 srx.map-shadowed: the map \"nl\" never applies: \".+\" in "
               "line 5 comes first\n");
    lints_file("<srx><header cascade='yes'/><body><maprules>\n"
               "<languagemap languagepattern='en.*' languagerulename='a'/>\n"
               "<languagemap languagepattern='en.*' languagerulename='b'/>\n"
               "</maprules></body></srx>",
               "1:1 srx.no-default: no language map is for all languages; "
               "text in others is not divided\n");
}

/* --- Our own rules -------------------------------------------------------- */

static void count(hxp_segments *segments, const hxp_language *language,
                  const hxp_document *document, const hxp_srx *srx)
{
    hxp_segment_options options = HXP_SEGMENT_OPTIONS_INIT;
    options.srx = srx;
    assert_int_equal(
        hxp_segment_document(segments, document, language, &options, NULL),
        HXP_OK);
}

/** As SRX they divide the article nearly as without. */
static void test_own_rules(void **state)
{
    static const char *const tags[] = { "en", "nl", "fr", "de" };
    static const size_t differ[] = { 0, 0, 1, 0 };
    hxp_locales *locales;
    (void)state;
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        const hxp_language *language;
        hxp_segments with, without;
        hxp_document *document;
        hxp_input *input;
        hxp_srx *srx;
        char path[256];
        snprintf(path, sizeof path, SOURCE_DIR "/tmx/article.%s.txt", tags[i]);
        hxp_str tag = hxp_str_of(tags[i]);
        assert_int_equal(hxp_locales_language(&language, locales, tag, NULL),
                         HXP_OK);
        assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
        assert_int_equal(hxp_document_read(&document, input, tag, NULL, NULL),
                         HXP_OK);
        assert_int_equal(hxp_srx_of_language(&srx, language, NULL), HXP_OK);
        assert_true(srx->rule_count > 100 && srx->note.len > 0);
        count(&with, language, document, srx);
        count(&without, language, document, NULL);
        assert_in_range(with.count, without.count, without.count + differ[i]);
        hxp_segments_free(&with);
        hxp_segments_free(&without);
        hxp_srx_free(srx);
        hxp_document_free(document);
        hxp_input_close(input);
    }
    hxp_locales_free(locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sound), cmocka_unit_test(test_pattern),
        cmocka_unit_test(test_never), cmocka_unit_test(test_shadowed),
        cmocka_unit_test(test_maps),  cmocka_unit_test(test_own_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
