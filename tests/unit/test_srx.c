/* test_srx.c - dividing by SRX: the standard's semantics, place by place. */
#include "base/str.h"
#include "srx_naive.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ROOM = 8192 };

/** A sink that counts, and keeps the last. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t count;
    char rule[64];
    char message[512];
} counter;

static hxp_status on_finding(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    counter *to = (counter *)sink;
    (void)error;
    to->count++;
    snprintf(to->rule, sizeof to->rule, "%s", finding->rule);
    snprintf(to->message, sizeof to->message, "%.*s",
             HXP_FMT(finding->message));
    return HXP_OK;
}

/** Rules from lines "+before|after", which break, and "-before|after". */
static hxp_srx *rules_of(const char *lines)
{
    hxp_srx *srx;
    hxp_str rest = hxp_str_of(lines), line, before;
    hxp_srx_map map = { HXP_STR(".*"), HXP_STR("all"), { 1, 1, 1 } };
    assert_int_equal(hxp_srx_new(&srx, HXP_STR("t.srx"), NULL), HXP_OK);
    assert_int_equal(hxp_srx_add_map(srx, &map, NULL), HXP_OK);
    assert_int_equal(
        hxp_srx_add_list(srx, HXP_STR("all"), (hxp_place){ 1, 1, 1 }, NULL),
        HXP_OK);
    while (hxp_str_cut(&rest, '\n', &line)) {
        hxp_srx_rule rule = { .breaks = line.ptr[0] == '+',
                              .place = { 1, 1, 1 } };
        rule.after = hxp_str_part(line, 1, line.len);
        assert_true(hxp_str_cut(&rule.after, '~', &before));
        rule.before = before;
        assert_int_equal(hxp_srx_add_rule(srx, &rule, NULL), HXP_OK);
    }
    return srx;
}

/** The text with a bar at each break. */
static void show(char shown[ROOM], hxp_str text, const hxp_cuts *cuts)
{
    size_t len = 0, at = 0;
    assert_true(text.len + cuts->count < ROOM);
    for (size_t i = 0; i <= cuts->count; i++) {
        size_t to = i < cuts->count ? cuts->items[i].offset : text.len;
        memcpy(shown + len, text.ptr + at, to - at);
        len += to - at;
        if (i < cuts->count)
            shown[len++] = '|';
        at = to;
    }
    shown[len] = '\0';
}

static void cut_with(char shown[ROOM], const hxp_srx *srx, const char *tag,
                     hxp_str text, counter *told)
{
    hxp_srx_engine *engine;
    hxp_cuts cuts = { NULL, 0, 0 };
    *told = (counter){ .sink = { .finding = on_finding } };
    assert_int_equal(
        hxp_srx_engine_new(&engine, srx, hxp_str_of(tag), &told->sink, NULL),
        HXP_OK);
    assert_int_equal(hxp_srx_cut(&cuts, engine, text, NULL), HXP_OK);
    show(shown, text, &cuts);
    hxp_cuts_free(&cuts);
    hxp_srx_engine_free(engine);
}

/** The rules divide text as marked with bars, and as the slow way does. */
static void cuts(const char *lines, const char *marked)
{
    char text[ROOM], shown[ROOM];
    counter told;
    size_t len = 0;
    hxp_srx *srx = rules_of(lines);
    hxp_cuts slow = { NULL, 0, 0 };
    for (const char *c = marked; *c; c++)
        if (*c != '|')
            text[len++] = *c;
    cut_with(shown, srx, "en", (hxp_str){ text, len }, &told);
    assert_string_equal(shown, marked);
    assert_int_equal(told.count, 0);
    srx_naive_cut(&slow, srx, &srx->lists[0], (hxp_str){ text, len });
    show(shown, (hxp_str){ text, len }, &slow);
    assert_string_equal(shown, marked);
    hxp_cuts_free(&slow);
    hxp_srx_free(srx);
}

#define BASIC "+[.?!]+~\\s\n"

static void test_order(void **state)
{
    (void)state;
    cuts(BASIC, "A b.| C?| D!");
    cuts("-\\bMr\\.~\\s\n" BASIC, "Mr. X.| Y");
    cuts(BASIC "-\\bMr\\.~\\s", "Mr.| X.| Y");
    cuts("", "A b. C");
    cuts("-~\n+~", "A b. C");
    cuts("+~", "A|b|.");
}

static void test_places(void **state)
{
    (void)state;
    cuts("+aa~a", "aa|a|a");     /* matches of a rule may overlap */
    cuts("+[.?!]\\s~", "A. |B"); /* white space on the left */
    cuts("+[.?!]~\\s", "A.| B"); /* and on the right */
    cuts("+~B", "A|B|B");        /* nothing said of what comes before */
    cuts("+A~", "A|A|B");        /* or after */
    cuts("-~\\d\n+\\.~", "01.07.| x");
    cuts("+\\.~$\n+^~x", "a.|\n|xx.|\n|x."); /* ^ and $ at line breaks */
    cuts("+\xC3\xA9~\xE2\x82\xAC", "\xC3\xA9|\xE2\x82\xAC\xE2\x82\xAC");
}

static void test_context(void **state)
{
    (void)state;
    cuts("+(?<=x)\\.(?=\\s[A-Z])~", "x.| A x. a y. A");
    cuts("+\\.~(?<=x\\.)\\s", "x.| y. z");
    cuts("-(?<!x)a~b\n+a~b", "xa|b ab");
    cuts("+(\\w)\\1~\\s", "aa| ab bb| ");
    cuts("+\\b\\w{2}~\\b", "ab| abc de");
}

/** What looks at a character, at one of several things, or at none of them. */
static void test_looks(void **state)
{
    (void)state;
    cuts("+\\.(?=\\s|$)~", "a.| b.c.");
    cuts("+(?<![a-c])\\.~(?!\\d)", "a.x z.1 z.|x .|y");
    cuts("+a(?!b|\\W)~", "ab a. a|c");
    cuts("+(?<=a|^)\\.~", ".|x a.|y b.z");
    cuts("+\\.~(?<=\\.)[a-c](?=d)", "x.|ad y.ae");
    cuts("+(?<=ab)\\.~(?=cd)", "ab.|cd b.cd ab.ce");
    cuts("+(?<!\\B)a~", "a|a ba");
    cuts("+x(?!)~\n+y~", "x y| z");
}

static void test_flags(void **state)
{
    (void)state;
    cuts("+(?i)STRA\xC3\x9F"
         "E~\\s",
         "strasse| Strase Stra\xC3\x9F"
         "e| x");
    cuts("+(?x) a b # here\n~\\s", "ab| a b");
    cuts("+a++\\Q.b~\\s", "a.b| a.c");
    cuts("+a(?#bc)~(?s).", "a|\r\na");
}

static void test_selection(void **state)
{
    static const char text[] =
        "<srx version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"%s\"/>"
        "<body><languagerules><languagerule languagerulename=\"a\"><rule>"
        "<beforebreak>a</beforebreak></rule></languagerule><languagerule "
        "languagerulename=\"b\"><rule><beforebreak>b</beforebreak></rule>"
        "</languagerule></languagerules><maprules><languagemap "
        "languagepattern=\"(\" languagerulename=\"a\"/><languagemap "
        "languagepattern=\"EN|nl-.*\" languagerulename=\"a\"/><languagemap "
        "languagepattern=\"[Ee][Nn].*\" languagerulename=\"b\"/></maprules>"
        "</body></srx>";
    static const struct {
        const char *cascade;
        const char *tag;
        const char *want;
    } cases[] = {
        { "no", "en", "a|b." },     { "yes", "en", "a|b|." },
        { "no", "EN-gb", "ab|." },  { "yes", "nl-BE", "a|b." },
        { "no", "en_one", "ab|." }, { "yes", "nl", "ab." },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char file[2048], shown[ROOM];
        counter told;
        hxp_input *input;
        hxp_srx *srx;
        snprintf(file, sizeof file, text, cases[i].cascade);
        assert_int_equal(
            hxp_input_memory(&input, hxp_str_of(file), "t.srx", NULL), HXP_OK);
        assert_int_equal(hxp_srx_read(&srx, input, NULL, NULL), HXP_OK);
        cut_with(shown, srx, cases[i].tag, HXP_STR("ab."), &told);
        assert_string_equal(shown, cases[i].want);
        bool none = strcmp(cases[i].tag, "nl") == 0;
        assert_int_equal(told.count, none ? 2 : 1); /* the first map is bad */
        assert_string_equal(told.rule, none ? "srx.no-map" : "srx.pattern");
        hxp_srx_free(srx);
        hxp_input_close(input);
    }
}

static void test_faulty_rules(void **state)
{
    char shown[ROOM];
    counter told;
    hxp_srx *srx = rules_of("-(~\n-\\.~[\n" BASIC);
    (void)state;
    cut_with(shown, srx, "en", HXP_STR("A. B"), &told);
    assert_string_equal(shown, "A.| B");
    assert_int_equal(told.count, 2);
    assert_string_equal(told.rule, "srx.pattern");
    hxp_srx_free(srx);
}

/** Okapi's option: ICU's breaks come behind all rules. */
static void test_icu(void **state)
{
    char shown[ROOM];
    counter told;
    hxp_srx *srx = rules_of("-Mr\\.~\\s\n+;~\\s");
    (void)state;
    srx->icu_breaks = true;
    cut_with(shown, srx, "en", HXP_STR("Mr. X.  Y; z. A"), &told);
    assert_string_equal(shown, "Mr. X.|  Y;| z.| A");
    cut_with(shown, srx, "x_y", HXP_STR("Mr. X.  Y"), &told);
    assert_string_equal(shown, "Mr. X.|  Y");
    hxp_srx_free(srx);
}

/* --- Inline codes --------------------------------------------------------- */

/** A content "a.<b>..." as marked: < opens, > closes, ^ stands alone. */
static void cuts_codes(const hxp_srx *srx, const char *marked)
{
    hxp_code codes[16] = { { 0 } };
    char text[64], shown[64];
    size_t len = 0, count = 0, at = 0, code = 0;
    hxp_srx_engine *engine;
    hxp_cuts cut = { NULL, 0, 0 };
    for (const char *c = marked; *c; c++) {
        if (*c != '|' && !strchr("<>^", *c))
            text[len++] = *c;
        else if (*c != '|')
            codes[count++] =
                (hxp_code){ .kind = *c == '<'   ? HXP_CODE_BEGIN
                                    : *c == '>' ? HXP_CODE_END
                                                : HXP_CODE_STANDALONE,
                            .offset = len };
    }
    hxp_content content = { .text = { text, len },
                            .codes = codes,
                            .code_count = count };
    assert_int_equal(
        hxp_srx_engine_new(&engine, srx, HXP_STR("en"), NULL, NULL), HXP_OK);
    assert_int_equal(hxp_srx_cut_content(&cut, engine, &content, false, NULL),
                     HXP_OK);
    len = 0;
    for (size_t i = 0; i <= cut.count; i++) {
        bool last = i == cut.count;
        size_t to = last ? content.text.len : cut.items[i].offset;
        size_t codes_to = last ? count : cut.items[i].code;
        for (; at < to || code < codes_to;) {
            if (code < codes_to && codes[code].offset <= at)
                shown[len++] = "<>^"[codes[code++].kind];
            else
                shown[len++] = text[at++];
        }
        if (!last)
            shown[len++] = '|';
    }
    shown[len] = '\0';
    assert_string_equal(shown, marked);
    hxp_cuts_free(&cut);
    hxp_srx_engine_free(engine);
}

static void test_codes(void **state)
{
    hxp_srx *srx = rules_of("+\\.~\\s?[A-Z]");
    (void)state;
    cuts_codes(srx, "a<.>|<B>");
    cuts_codes(srx, "a.>|^B.|^>C"); /* order is kept */
    cuts_codes(srx, "a.|<>B");
    srx->start_stays = true;
    cuts_codes(srx, "a.<>|B");
    srx->end_goes = true;
    cuts_codes(srx, "a.<|>B");
    srx->isolated_stays = true;
    cuts_codes(srx, "a.<^|>B");
    hxp_srx_free(srx);
}

static void test_isolated_as_space(void **state)
{
    hxp_srx *srx = rules_of("+\\.~\\s");
    (void)state;
    cuts_codes(srx, "a.^b");
    srx->isolated_is_space = true;
    cuts_codes(srx, "a.>|^b");
    cuts_codes(srx, "a^b.|^^c.| ^d.|<^");
    hxp_srx_free(srx);
    srx = rules_of("+\\.\\s~");
    srx->isolated_is_space = true;
    cuts_codes(srx, "a.^>|<b");
    hxp_srx_free(srx);
}

static void test_subflows(void **state)
{
    hxp_srx *srx = rules_of(BASIC);
    hxp_content content = { .text = HXP_STR("A. B") };
    hxp_srx_engine *engine;
    hxp_cuts cut = { NULL, 0, 0 };
    (void)state;
    assert_int_equal(
        hxp_srx_engine_new(&engine, srx, HXP_STR("en"), NULL, NULL), HXP_OK);
    for (int whole = 0; whole < 2; whole++) {
        srx->subflows_whole = whole;
        assert_int_equal(
            hxp_srx_cut_content(&cut, engine, &content, true, NULL), HXP_OK);
        assert_int_equal(cut.count, whole ? 0 : 1);
        assert_int_equal(
            hxp_srx_cut_content(&cut, engine, &content, false, NULL), HXP_OK);
        assert_int_equal(cut.count, 1);
    }
    hxp_cuts_free(&cut);
    hxp_srx_engine_free(engine);
    hxp_srx_free(srx);
}

/* --- Documents ------------------------------------------------------------ */

static void test_document(void **state)
{
    static const char text[] = "\xEF\xBB\xBF A.  B!\r\n\r\n C. \r\n D. ";
    static const size_t want[][3] = {
        { 0, 1, 3 }, { 0, 5, 7 }, { 1, 12, 14 }, { 1, 18, 20 }
    };
    hxp_srx *srx = rules_of(BASIC);
    hxp_locales *locales;
    const hxp_language *language;
    hxp_document *document;
    hxp_segments segments;
    hxp_input *input;
    (void)state;
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(text), "t", NULL),
                     HXP_OK);
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    options.paragraphs = HXP_PARAGRAPHS_BLANK;
    assert_int_equal(
        hxp_document_read(&document, input, HXP_STR("en"), &options, NULL),
        HXP_OK);
    hxp_segment_options dividing = HXP_SEGMENT_OPTIONS_INIT;
    dividing.srx = srx;
    assert_int_equal(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    assert_int_equal(
        hxp_locales_language(&language, locales, HXP_STR("en"), NULL), HXP_OK);
    assert_int_equal(
        hxp_segment_document(&segments, document, language, &dividing, NULL),
        HXP_OK);
    hxp_locales_free(locales);
    assert_int_equal(segments.count, 4);
    for (size_t i = 0; i < segments.count; i++) {
        assert_int_equal(segments.items[i].paragraph, want[i][0]);
        assert_int_equal(segments.items[i].start, want[i][1]);
        assert_int_equal(segments.items[i].end, want[i][2]);
    }
    hxp_segments_free(&segments);
    hxp_document_free(document);
    hxp_input_close(input);
    hxp_srx_free(srx);
}

/* --- Hostile rules -------------------------------------------------------- */

/** Rules that take too long are given up, and that is told. */
static void test_hostile(void **state)
{
    enum { LONG = 4000 };
    char text[LONG + 1], shown[ROOM];
    counter told;
    hxp_srx *srx = rules_of("-\\.~(?!(a+)+b)a\n+\\.~");
    (void)state;
    memset(text, 'a', LONG);
    for (size_t i = 0; i < LONG; i += 50)
        text[i] = '.';
    cut_with(shown, srx, "en", (hxp_str){ text, LONG }, &told);
    assert_int_equal(told.count, 1);
    assert_string_equal(told.rule, "srx.gave-up");
    assert_int_equal(strncmp(shown, ".|aaa", 5), 0);
    hxp_srx_free(srx);
    srx = rules_of("-\\.~(?=(a+)+b)\n+\\.~"); /* an automaton is quick */
    cut_with(shown, srx, "en", (hxp_str){ text, LONG }, &told);
    assert_int_equal(told.count, 0);
    assert_int_equal(strncmp(shown, ".|aaa", 5), 0);
    hxp_srx_free(srx);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_context),
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_selection),
        cmocka_unit_test(test_faulty_rules),
        cmocka_unit_test(test_icu),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_isolated_as_space),
        cmocka_unit_test(test_subflows),
        cmocka_unit_test(test_document),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
