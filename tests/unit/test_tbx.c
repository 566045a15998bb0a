/* test_tbx.c - termbases in every dialect of TBX, in chunks of every size. */
#include "base/str.h"
#include "dump.h"
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
    add((seen *)sink, "%s:%zu:%zu: %s: %.*s [%s]\n", finding->file.ptr,
        finding->place.line, finding->place.column,
        hxp_level_name(finding->level), HXP_FMT(finding->message),
        finding->rule);
    return HXP_OK;
}

static void add_concepts(seen *to, const hxp_termbase *termbase)
{
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    dump_termbase(output, termbase);
    add(to, "%.*s", HXP_FMT(hxp_output_bytes(output)));
    hxp_output_close(output);
}

static hxp_status read(seen *to, const char *tbx, size_t chunk,
                       const hxp_limits *limits, hxp_error *error)
{
    hxp_termbase *termbase;
    hxp_input *input;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    *to = (seen){ .sink = { .finding = on_finding } };
    options.findings = &to->sink;
    if (limits)
        options.limits = *limits;
    assert_int_equal(hxp_termbase_new(&termbase, error), HXP_OK);
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(tbx), "t.tbx", error),
                     HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_termbase_read(termbase, input, &options, error);
    add_concepts(to, termbase);
    hxp_input_close(input);
    hxp_termbase_free(termbase);
    return status;
}

/** tbx comes to want, whatever the size of the pieces it arrives in. */
static void reads(const char *tbx, const char *want)
{
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        seen got;
        hxp_error error;
        assert_int_equal(read(&got, tbx, chunk, NULL, &error), HXP_OK);
        assert_string_equal(got.text, want);
    }
}

static void refuses(const char *tbx, const hxp_limits *limits,
                    hxp_status status, const char *message)
{
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        seen got;
        hxp_error error;
        assert_int_equal(read(&got, tbx, chunk, limits, &error), status);
        assert_string_equal(error.message, message);
        assert_string_equal(error.file, "t.tbx");
    }
}

static void test_version_3_dca(void **state)
{
    (void)state;
    reads("<?xml version=\"1.0\"?>\n"
          "<tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"en\"\n"
          "     xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
          "<tbxHeader><fileDesc><p>term</p></fileDesc></tbxHeader>\n"
          "<text><body>\n"
          "<conceptEntry id=\"c1\">\n"
          "<descrip type=\"definition\">a term</descrip>\n"
          "<langSec xml:lang=\"en\"><termSec><term>genocide</term>\n"
          "<termNote type=\"administrativeStatus\">preferredTerm-admn-sts"
          "</termNote></termSec></langSec>\n"
          "<langSec xml:lang=\"nl-BE\">\n"
          "<termSec><term>genocide</term>"
          "<termNote type=\"partOfSpeech\">noun</termNote></termSec>\n"
          "<termSec><termNote type=\"administrativeStatus\">"
          "deprecatedTerm-admn-sts</termNote><term>volkerenmoord</term>"
          "</termSec>\n"
          "</langSec></conceptEntry>\n"
          "<conceptEntry id=\"c2\"/>\n"
          "</body></text></tbx>\n",
          "c1\n  definition: a term\n"
          " en preferred \"genocide\" 8:33\n"
          " nl-BE admitted \"genocide\" 11:10\n   partOfSpeech: noun\n"
          " nl-BE deprecated \"volkerenmoord\" 12:82\n"
          "c2\n");
}

static void test_version_3_dct(void **state)
{
    (void)state;
    reads("<tbx style=\"dct\" xmlns:min=\"x\" xmlns:basic=\"y\"><text><body>"
          "<conceptEntry id=\"c\"><min:subjectField>law</min:subjectField>\n"
          "<langSec xml:lang=\"fr\"><termSec><term>a</term>"
          "<min:administrativeStatus>supersededTerm-admn-sts"
          "</min:administrativeStatus></termSec></langSec>"
          "</conceptEntry></body></text></tbx>",
          "c\n  subjectField: law\n fr deprecated \"a\" 2:33\n");
}

static void test_version_2(void **state)
{
    (void)state;
    reads("<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n"
          "<martif type=\"TBX\" xml:lang=\"en\"><text><body>\n<termEntry "
          "id=\"1\"><langSet xml:lang=\"EN\"><tig><term>a</term></tig>\n"
          "<ntig><termGrp><term>b</term><termNote type=\"termStatus\">FORBIDDEN"
          "</termNote></termGrp></ntig>\n"
          "<tig><term>c</term></tig></langSet></termEntry>\n"
          "</body></text></martif>",
          "1\n EN admitted \"a\" 3:47\n EN deprecated \"b\" 4:16\n"
          " EN admitted \"c\" 5:6\n");
}

/** The status of a term with a note of a word comes to want. */
static void status_is(const char *word, const char *want)
{
    char tbx[512], line[128];
    snprintf(tbx, sizeof tbx,
             "<TBX><conceptEntry><langSec xml:lang='x'><termSec><term>t</term>"
             "<termNote type='administrativeStatus'>%s</termNote></termSec>"
             "</langSec></conceptEntry></TBX>",
             word);
    snprintf(line, sizeof line, "\n x %s \"t\" 1:51\n", want);
    reads(tbx, line);
}

static void test_status(void **state)
{
    (void)state;
    status_is("preferredTerm-admn-sts", "preferred");
    status_is("PREFERREDTERM-ADMN-STS", "preferred");
    status_is("preferredTerm", "preferred");
    status_is("\n preferred \n", "preferred");
    status_is("standardizedTerm-admn-sts", "preferred");
    status_is("approved", "preferred");
    status_is("admittedTerm-admn-sts", "admitted");
    status_is("VALID", "admitted");
    status_is("deprecatedTerm-admn-sts", "deprecated");
    status_is("supersededTerm-admn-sts", "deprecated");
    status_is("notRecommended", "deprecated");
    status_is("Obsolete", "deprecated");
    status_is("forbidden", "deprecated");
    status_is("NOT_APPROVED", "draft");
    status_is("Draft", "draft");
}

static void test_status_unknown(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'><termSec>"
          "<term>t</term>\n<termNote type='administrativeStatus'>lovely"
          "</termNote></termSec></langSec></conceptEntry></tbx>",
          "t.tbx:2:1: warning: status \"lovely\" is not known; the term "
          "counts as admitted [tb.status-unknown]\nc\n x admitted \"t\" 1:58"
          "\n   status: lovely\n");
}

static void test_status_of_two_kinds(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'><termSec>"
          "<termNote type='administrativeStatus'>forbidden</termNote>"
          "<term>t</term><termNote type='status'>valid</termNote>"
          "</termSec></langSec></conceptEntry></tbx>",
          "c\n x deprecated \"t\" 1:116\n");
}

/** Some tools mark terms with flags beside a status of their workflow. */
static void test_flags(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'>\n"
          "<tig><term>a</term><termNote type='forbidden'>true</termNote>"
          "<termNote type='preferred'>false</termNote>"
          "<termNote type='status'>Approved</termNote></tig>\n"
          "<tig><term>b</term><termNote type='status'>valid</termNote>"
          "<termNote type='forbidden'>false</termNote>"
          "<termNote type='Preferred'>Yes</termNote></tig>\n"
          "<tig><term>c</term><termNote type='status'>New</termNote></tig>\n"
          "</langSec></conceptEntry></tbx>",
          "c\n x deprecated \"a\" 2:6\n x preferred \"b\" 3:6\n"
          " x draft \"c\" 4:6\n");
}

/** A flag is for the part it stands in: a term, a language or the entry. */
static void test_exact(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'>\n"
          "<langSec xml:lang='x'>"
          "<tig><termNote type='caseSensitive'>true</termNote>"
          "<term>a</term><term>b</term></tig>\n"
          "<tig><term>c</term><termNote type='casesensitive'> YES "
          "</termNote></tig>\n"
          "<tig><term>d</term><termNote type='caseSensitive'>false"
          "</termNote></tig>\n"
          "<tig><term>e</term></tig></langSec>\n"
          "<langSec xml:lang='y'><descrip type='caseSensitive'>1</descrip>"
          "<tig><term>f</term></tig>\n"
          "<tig><term>g</term><my:caseSensitive>no</my:caseSensitive>"
          "</tig></langSec>\n"
          "<langSec xml:lang='z'><tig><term>h</term></tig></langSec>"
          "</conceptEntry>\n"
          "<conceptEntry id='d'><descripGrp>"
          "<descrip type='caseSensitive'>yes</descrip></descripGrp>\n"
          "<langSec xml:lang='x'><tig><term>i</term></tig></langSec>\n"
          "<langSec xml:lang='y'><term>j</term></langSec></conceptEntry>\n"
          "<conceptEntry id='e'><langSec xml:lang='x'><tig><term>k</term></tig>"
          "</langSec></conceptEntry></tbx>",
          "c\n x admitted exact \"a\" 2:74\n x admitted exact \"b\" 2:88\n"
          " x admitted exact \"c\" 3:6\n x admitted \"d\" 4:6\n"
          " x admitted \"e\" 5:6\n y admitted exact \"f\" 6:69\n"
          " y admitted \"g\" 7:6\n z admitted \"h\" 8:28\n"
          "d\n x admitted exact \"i\" 10:28\n y admitted exact \"j\" 11:23\n"
          "e\n x admitted \"k\" 12:49\n");
}

/** The concept of an entry with a flag is untranslated, or is not. */
static void untranslated_is(const char *flag, bool want)
{
    static const char *const around[][2] = {
        { "", "<langSec xml:lang='x'/>" },
        { "<langSec xml:lang='x'>", "</langSec>" },
        { "<langSec xml:lang='x'><tig>", "</tig></langSec>" },
    };
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        char tbx[512];
        snprintf(tbx, sizeof tbx,
                 "<tbx><conceptEntry id='c'>%s%s%s</conceptEntry>"
                 "<conceptEntry id='d'/></tbx>",
                 around[i][0], flag, around[i][1]);
        reads(tbx, want ? "c untranslated\nd\n" : "c\nd\n");
    }
}

static void test_untranslated(void **state)
{
    (void)state;
    untranslated_is("<descrip type='Translation needed'>No</descrip>", true);
    untranslated_is("<descrip type='Translation needed'>Yes</descrip>", false);
    untranslated_is("<descrip type='translatable'>no</descrip>", true);
    untranslated_is("<descrip type='translatable'>yes</descrip>", false);
    untranslated_is("<admin type='doNotTranslate'>true</admin>", true);
    untranslated_is("<admin type='Do not translate'>1</admin>", true);
    untranslated_is("<termNote type='doNotTranslate'>false</termNote>", false);
    untranslated_is("<x:doNotTranslate>yes</x:doNotTranslate>", true);
    untranslated_is("<note>hexapla: not translated</note>", true);
    reads("<tbx><conceptEntry id='c'><note type='doNotTranslate'>yes</note>"
          "<descrip type='context'>yes</descrip></conceptEntry></tbx>",
          "c\n  note: yes\n  context: yes\n");
}

static void test_ignored(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><admin type='ignore'>yes</admin>"
          "</conceptEntry><conceptEntry id='d'/></tbx>",
          "c ignored\nd\n");
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'>"
          "<note>hexapla: ignored</note></langSec></conceptEntry></tbx>",
          "c ignored\n");
    reads("<tbx><conceptEntry id='c'><admin type='ignore'>no</admin>"
          "</conceptEntry></tbx>",
          "c\n");
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'><termSec><term>a"
          "</term><admin type='ignore'>yes</admin></termSec><termSec><term>b"
          "</term></termSec></langSec></conceptEntry></tbx>",
          "c\n x admitted ignored \"a\" 1:58\n x admitted \"b\" 1:123\n");
}

/** What is said of concepts, languages and terms is kept where it was said. */
static void test_details(void **state)
{
    (void)state;
    reads("<martif><text><body><termEntry id='c'><descripGrp>"
          "<descrip type='definition'>a <hi>very</hi>\n bad crime</descrip>"
          "<admin type='source'>ISO</admin></descripGrp>"
          "<transacGrp><transac type='x'>creation</transac><date>2020</date>"
          "</transacGrp>"
          "<langSet xml:lang='en'><note>of en</note>"
          "<ntig><termGrp><term>a</term><termNote type='partOfSpeech'>noun"
          "</termNote></termGrp><descrip type='context'>An a.</descrip></ntig>"
          "<tig><term>b</term><note/></tig></langSet></termEntry>"
          "<termEntry id='d'/></body></text></martif>",
          "t.tbx:2:66: note: this detail of terms is not kept [loss.details]\n"
          "c\n  definition: a very bad crime\n  source: ISO\n"
          "  note en: of en\n en admitted \"a\" 2:200\n"
          "   partOfSpeech: noun\n   context: An a.\n"
          " en admitted \"b\" 2:320\nd\n");
}

/** What no member holds is counted, what stands within it is not. */
static void test_details_lost(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><ref target='d'>see</ref>\n<transacGrp>"
          "<b:type>x</b:type></transacGrp><b:responsibility/></conceptEntry>"
          "<back><refObject><item>Ann</item></refObject></back></tbx>",
          "t.tbx:1:27: note: 4 details of terms are not kept; this is the "
          "first [loss.details]\nc\n");
}

static void test_old_min(void **state)
{
    (void)state;
    reads("<TBX dialect='TBX-Min'><body><entry id='c'><subjectField>s"
          "</subjectField><langGroup xml:lang='de'><termGroup><term>Hund</term>"
          "<partOfSpeech>noun</partOfSpeech><termStatus>preferred</termStatus>"
          "</termGroup><termGroup><term>K\xC3\xB6ter</term><termStatus>"
          "notRecommended</termStatus></termGroup></langGroup></entry></body>"
          "</TBX>",
          "c\n  subjectField: s\n de preferred \"Hund\" 1:110\n"
          "   partOfSpeech: noun\n de deprecated \"K\xC3\xB6ter\" 1:217\n");
}

static void test_own_notes(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'><termSec><term>a"
          "</term><note>hexapla: draft</note></termSec><termSec><term>b</term>"
          "<note>hexapla: case-sensitive</note><note>hexapla: status odd</note>"
          "</termSec></langSec></conceptEntry></tbx>",
          "c\n x draft \"a\" 1:58\n x admitted exact \"b\" 1:118\n"
          "   status: odd\n");
}

static void test_flag_unknown(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'>\n<descrip type='translatable'>perhaps"
          "</descrip>\n<admin type='caseSensitive'/></conceptEntry></tbx>",
          "t.tbx:2:1: warning: \"perhaps\" is neither yes nor no; the flag is "
          "passed over [tb.flag-unknown]\n"
          "t.tbx:3:1: warning: \"\" is neither yes nor no; the flag is "
          "passed over [tb.flag-unknown]\nc\n");
}

static void test_text_of_terms(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec xml:lang='x'>\n"
          "<termSec><term>\n  crimes <hi type='i'> against\n</hi>"
          "<term>x</term> &amp; humanity </term></termSec>\n"
          "<termSec><term>forced\xC2\xA0labour</term></termSec>\n"
          "<termSec><term> </term></termSec>\n"
          "</langSec></conceptEntry></tbx>",
          "t.tbx:6:10: note: the term is empty [tb.empty-term]\n"
          "c\n x admitted \"crimes against x & humanity\" 2:10\n"
          " x admitted \"forced\xC2\xA0labour\" 5:10\n");
}

static void test_language_missing(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec><termSec><term>t</term>"
          "</termSec></langSec></conceptEntry>"
          "<conceptEntry><termSec><term>t</term></termSec></conceptEntry>"
          "<term>t</term></tbx>",
          "t.tbx:1:45: warning: \"t\" does not say its language "
          "[tb.no-language]\nc\n\n");
}

static void test_long_values_are_cut(void **state)
{
    (void)state;
    reads("<tbx><conceptEntry id='c'><langSec><term>"
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xC3\xA9"
          "</term></langSec></conceptEntry></tbx>",
          "t.tbx:1:36: warning: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          "aaaaaaaaaaaaaaaa\" does not say its language [tb.no-language]\n"
          "c\n");
}

static void test_not_a_termbase(void **state)
{
    (void)state;
    refuses("<tmx version='1.4'><conceptEntry/></tmx>", NULL, HXP_EINPUT,
            "not a termbase: root element is \"tmx\"");
    refuses("<mtf><conceptGrp/></mtf>", NULL, HXP_EINPUT,
            "MultiTerm's own XML is not read; export the termbase as TBX, or "
            "as a table with a column for each language");
    seen got;
    hxp_error error;
    assert_int_equal(read(&got, "", 0, NULL, &error), HXP_EINPUT);
    assert_int_equal(read(&got, "not at all\n", 0, NULL, &error), HXP_EINPUT);
}

/** What stands before a fault is read. */
static void test_broken(void **state)
{
    seen got;
    hxp_error error;
    (void)state;
    assert_int_equal(
        read(&got,
             "<tbx><conceptEntry id='c'><langSec xml:lang='x'><term>t</term>"
             "</langSec></conceptEntry>\n<conceptEntry></tbx>",
             1, NULL, &error),
        HXP_EINPUT);
    assert_int_equal(error.place.line, 2);
    assert_string_equal(got.text, "c\n x admitted \"t\" 1:49\n");
}

static void test_limits(void **state)
{
    const char *tbx = "<tbx><conceptEntry><langSec xml:lang='x'>"
                      "<term>12345</term><term>12345</term></langSec>"
                      "</conceptEntry></tbx>";
    hxp_limits limits = { 0, 0, 0 };
    (void)state;
    limits.segment_bytes = 4;
    refuses(tbx, &limits, HXP_ELIMIT,
            "a term is longer than 4 bytes, the limit");
    limits.segment_bytes = 5;
    limits.unit_bytes = 9;
    refuses(tbx, &limits, HXP_ELIMIT,
            "an entry is longer than 9 bytes, the limit");
    limits.unit_bytes = 0;
    limits.depth = 3;
    refuses(tbx, &limits, HXP_ELIMIT, "elements nest deeper than 3, the limit");
}

static hxp_status refuse(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)finding;
    (void)error;
    return HXP_ESYSTEM;
}

static void test_sink_fails(void **state)
{
    hxp_finding_sink sink = { .finding = refuse };
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_termbase *termbase;
    hxp_input *input;
    (void)state;
    options.findings = &sink;
    assert_int_equal(hxp_termbase_new(&termbase, NULL), HXP_OK);
    assert_int_equal(
        hxp_input_memory(&input,
                         HXP_STR("<tbx><conceptEntry><langSec><term>t</term>"
                                 "</langSec></conceptEntry></tbx>"),
                         "t.tbx", NULL),
        HXP_OK);
    assert_int_equal(hxp_termbase_read(termbase, input, &options, NULL),
                     HXP_ESYSTEM);
    hxp_input_close(input);
    hxp_termbase_free(termbase);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_version_3_dca),
        cmocka_unit_test(test_version_3_dct),
        cmocka_unit_test(test_version_2),
        cmocka_unit_test(test_status),
        cmocka_unit_test(test_status_unknown),
        cmocka_unit_test(test_status_of_two_kinds),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_exact),
        cmocka_unit_test(test_untranslated),
        cmocka_unit_test(test_ignored),
        cmocka_unit_test(test_details),
        cmocka_unit_test(test_details_lost),
        cmocka_unit_test(test_old_min),
        cmocka_unit_test(test_own_notes),
        cmocka_unit_test(test_flag_unknown),
        cmocka_unit_test(test_text_of_terms),
        cmocka_unit_test(test_language_missing),
        cmocka_unit_test(test_long_values_are_cut),
        cmocka_unit_test(test_not_a_termbase),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_sink_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
