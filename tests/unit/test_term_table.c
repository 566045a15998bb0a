/* test_term_table.c - tables of terms in the shapes that users have. */
#include "base/str.h"
#include "dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/** What is read, as whom, and in which languages. */
typedef struct table {
    hxp_str bytes;
    const char *from, *to;
    const char *encoding;
    size_t chunk;
} table;

/** Read a table; what it came to, findings first, goes to output. */
static hxp_status read(hxp_output *output, const table *of, hxp_error *error)
{
    hxp_termbase *termbase;
    hxp_input *input;
    dump_findings findings;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    dump_findings_init(&findings, output);
    options.findings = &findings.sink;
    options.from = of->from;
    options.to = of->to;
    options.encoding = of->encoding;
    assert_int_equal(hxp_termbase_new(&termbase, error), HXP_OK);
    assert_int_equal(hxp_input_memory(&input, of->bytes, "t", error), HXP_OK);
    hxp_input_set_chunk(input, of->chunk);
    hxp_status status = hxp_termbase_read(termbase, input, &options, error);
    dump_termbase(output, termbase);
    hxp_input_close(input);
    hxp_termbase_free(termbase);
    return status;
}

static void reads_as(table of, const char *want)
{
    for (of.chunk = 0; of.chunk <= 7; of.chunk++) {
        hxp_output *output;
        hxp_error error;
        assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
        assert_int_equal(read(output, &of, &error), HXP_OK);
        hxp_output_write(output, (hxp_str){ "", 1 });
        assert_string_equal(hxp_output_bytes(output).ptr, want);
        hxp_output_close(output);
    }
}

static void reads(const char *bytes, const char *want)
{
    reads_as((table){ .bytes = hxp_str_of(bytes) }, want);
}

static void reads_en_nl(hxp_str bytes, const char *want)
{
    reads_as((table){ .bytes = bytes, .from = "en", .to = "nl" }, want);
}

static void refuses_as(table of, size_t line, const char *message)
{
    hxp_output *output;
    hxp_error error;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(read(output, &of, &error), HXP_EINPUT);
    assert_string_equal(error.message, message);
    assert_int_equal(error.place.line, line);
    hxp_output_close(output);
}

static void refuses(const char *bytes, size_t line, const char *message)
{
    refuses_as((table){ .bytes = hxp_str_of(bytes) }, line, message);
}

/* --- Shapes --------------------------------------------------------------- */

/** A column a language, named as people name them. */
static void test_languages(void **state)
{
    (void)state;
    reads("English (United States),Dutch,fr_CA\n"
          "motion,motie,motion\n"
          "\"bill, draft\",\"wets\n voorstel\",\n",
          "\n en-US admitted \"motion\" 2:1\n nl admitted \"motie\" 2:8\n"
          " fr-CA admitted \"motion\" 2:14\n"
          "\n en-US admitted \"bill, draft\" 3:1\n"
          " nl admitted \"wets voorstel\" 3:15\n");
}

/** What is told of a language stands beside its column, in whatever words. */
static void test_told_by_language(void **state)
{
    (void)state;
    reads("id;Term [en];Term [nl];Status [nl];Definition [en];en_note;"
          "nl-casesensitive\n"
          "7;motion;motie;Preferred;a thing;of order;yes\n"
          "7;motion;voorstel;NOT_RECOMMENDED;a thing;;no\n",
          "7\n  definition en: a thing\n  note en: of order\n"
          " en admitted \"motion\" 2:3\n nl preferred exact \"motie\" 2:10\n"
          " nl deprecated \"voorstel\" 3:10\n");
}

/** A term a row, joined by the concept. */
static void test_row_a_term(void **state)
{
    (void)state;
    reads(
        "concept,language,term,status,part of speech,note,domain\n"
        "c1,en,motion,preferred,noun,,law\n"
        "c2,en,bill,,,,\n"
        "c1,nl,motie,preferred,noun,de,law\n"
        "c1,nl,voorstel,forbidden,,,\n",
        "c1\n  subjectField: law\n en preferred \"motion\" 2:7\n"
        "   partOfSpeech: noun\n nl preferred \"motie\" 4:7\n"
        "   partOfSpeech: noun\n   note: de\n nl deprecated \"voorstel\" 5:7\n"
        "c2\n en admitted \"bill\" 3:7\n");
}

/** Rows with the same source are of one concept; "|" parts terms. */
static void test_several_targets(void **state)
{
    (void)state;
    reads("en\tnl\tcomment\nbill\twetsvoorstel\tlaw\nwhip\tfractieleider\t\n"
          "bill\tontwerp van wet | rekening\t\nbill\twetsvoorstel\tlaw\n",
          "\n  note: law\n en admitted \"bill\" 2:1\n"
          " nl admitted \"wetsvoorstel\" 2:6\n"
          " nl admitted \"ontwerp van wet\" 4:6\n"
          " nl admitted \"rekening\" 4:6\n"
          "\n en admitted \"whip\" 3:1\n nl admitted \"fractieleider\" 3:6\n");
}

/** A status without a language is that of the translation. */
static void test_status_of_targets(void **state)
{
    (void)state;
    reads("en,nl,status\nbill,wetsvoorstel,preferred\nbill,rekening,forbidden\n"
          "bill,factuur,strange\n",
          "4:14 warning tb.status-unknown 0: status \"strange\" is not known; "
          "the term counts as admitted\n"
          "\n en admitted \"bill\" 2:1\n nl preferred \"wetsvoorstel\" 2:6\n"
          " nl deprecated \"rekening\" 3:6\n nl admitted \"factuur\" 4:6\n"
          "   status: strange\n");
}

static void test_flags(void **state)
{
    (void)state;
    reads("en,nl,forbidden,case sensitive,do not translate\n"
          "IT,IT,no,yes,TRUE\nbill,rekening,yes,perhaps,\n",
          "3:19 warning tb.flag-unknown 0: \"perhaps\" is neither yes nor no; "
          "the flag is passed over\n"
          " untranslated\n en admitted exact \"IT\" 2:1\n"
          " nl admitted exact \"IT\" 2:4\n"
          "\n en admitted \"bill\" 3:1\n nl deprecated \"rekening\" 3:6\n");
    reads("en,nl,ignore\ncourt,hof,yes\nbill,wet,no\n",
          " ignored\n en admitted \"court\" 2:1\n nl admitted \"hof\" 2:7\n"
          "\n en admitted \"bill\" 3:1\n nl admitted \"wet\" 3:6\n");
}

static void test_memoq(void **state)
{
    (void)state;
    reads("Entry_ID,Entry_Subject,Entry_Note,English_Def,English,Term_Info,"
          "Term_Example,Dutch,Term_Info,Dutch,Term_Info\n"
          "1,law,n,said,motion,CaseInsense;HalfPrefix,An example.,mo|tie*,"
          "CaseSense,voorstel,Forbidden\n", /* marks of what may change */
          "1\n  subjectField: law\n  note: n\n  definition en: said\n"
          " en admitted \"motion\" 2:14\n   context: An example.\n"
          " nl admitted exact \"motie\" 2:56\n"
          " nl deprecated \"voorstel\" 2:74\n");
}

/** Columns of one name are each about the terms before it; and IATE's. */
static void test_tools(void **state)
{
    (void)state;
    reads("English,Status,Dutch,Status\nmotion,preferred,motie,forbidden\n",
          "\n en preferred \"motion\" 2:1\n nl deprecated \"motie\" 2:18\n");
    reads("E_ID|E_DOMAINS|L_CODE|T_TERM|T_RELIABILITY|T_EVALUATION\n"
          "84|LAW|en|a, b|3|Preferred\n84|LAW|nl|c|2|Deprecated\n",
          "84\n  subjectField: LAW\n en preferred \"a, b\" 2:11\n"
          "   reliabilityCode: 3\n nl deprecated \"c\" 3:11\n"
          "   reliabilityCode: 2\n");
}

static void test_omegat(void **state)
{
    (void)state;
    reads_en_nl(
        HXP_STR("# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
                "motion\tmotie\tof order\n"
                "# bill\tno\n"
                "\n"
                "\"big\" bill\twetsvoorstel\n"
                "bill\n"),
        "\n  note: of order\n en admitted \"motion\" 2:1\n"
        " nl admitted \"motie\" 2:8\n"
        "\n en admitted \"\"big\" bill\" 5:1\n nl admitted \"wetsvoorstel\" "
        "5:12\n"
        "\n en admitted \"bill\" 6:1\n");
}

static void test_utx(void **state)
{
    (void)state;
    reads("#UTX 1.11; en-US/nl; 2013-12-20T10:00:00Z; copyright: X (2013)\n"
          "#description: terms\n"
          "#src\ttgt\tsrc:pos\tterm status\tconcept ID\n"
          "motion\tmotie\tnoun\tapproved\tC1\n"
          "bill\t-\tnoun\tprovisional\tC2\n"
          "motion\tvoorstel\tnoun\tforbidden\tC1\n"
          "motion\tverzoek\t-\tnon-standard\tC1\n",
          "C1\n en-US admitted \"motion\" 4:1\n   partOfSpeech: noun\n"
          " nl preferred \"motie\" 4:8\n nl deprecated \"voorstel\" 6:8\n"
          " nl admitted \"verzoek\" 7:8\nC2\n en-US admitted \"bill\" 5:1\n"
          "   partOfSpeech: noun\n");
}

/* --- Encodings ------------------------------------------------------------ */

static void test_encodings(void **state)
{
    static const char want[] = "\n en admitted \"caf\xC3\xA9\" 1:1\n"
                               " nl admitted \"koffie\" 1:6\n";
    (void)state;
    reads_en_nl(HXP_STR("\xEF\xBB\xBF"
                        "caf\xC3\xA9\tkoffie\n"),
                want);
    reads_en_nl(HXP_STR("\xFF\xFE"
                        "c\0a\0f\0\xE9\0\t\0k\0o\0f\0f\0i\0e\0\n\0"),
                want);
    reads_en_nl(HXP_STR("\0c\0a\0f\0\xE9\0\t\0k\0o\0f\0f\0i\0e\0\n"), want);
    reads_en_nl(HXP_STR("c\0a\0f\0\xE9\0\t\0k\0o\0f\0f\0i\0e\0\n\0"), want);
    reads_as((table){ .bytes = HXP_STR("caf\xE9\tkoffie\n"),
                      .from = "en",
                      .to = "nl",
                      .encoding = "windows-1252" },
             want);
    reads_en_nl(
        HXP_STR("caf\xE9\tkoffie\r\n"),
        "1:1 warning tb.encoding 0: not UTF-8; read as windows-1252, which is "
        "a guess; --encoding says it better\n"
        "\n en admitted \"caf\xC3\xA9\" 1:1\n"
        " nl admitted \"koffie\" 1:6\n");
}

/* --- Faults --------------------------------------------------------------- */

static void test_not_a_termbase(void **state)
{
    (void)state;
    refuses("", 1, "not a termbase: the file is empty");
    refuses("\n# nothing\n", 1, "not a termbase: the file is empty");
    refuses("Some text of\n", 1,
            "not a termbase: neither XML nor a table of terms");
    refuses("{\"a\":1}", 1, "not a termbase: neither XML nor a table of terms");
    refuses("motion\tmotie\n", 1,
            "in which languages are the terms? name the file NAME.en-nl.txt, "
            "or give en,nl=t");
    refuses("source,target\na,b\n", 1,
            "in which languages are the terms? name the file NAME.en-nl.txt, "
            "or give en,nl=t");
    refuses("language,term\nen,a\n", 1,
            "a row has one term, but no column says of which concept; name one "
            "id");
    refuses("en,nl\n\"a,b\nc\n", 2, "the quote that opens here is not closed");
    refuses("en,nl\n\"a\" b,c\n", 2,
            "text behind a closing quote; write two quotes for one");
    refuses_as((table){ .bytes = HXP_STR("a\0b\tc\n") }, 1,
               "not a termbase: it is no text");
    refuses_as((table){ .bytes = HXP_STR("\x89PNG\0\x80\xFFn\n") }, 1,
               "not a termbase: it is no text");
    refuses_as((table){ .bytes = HXP_STR("en,nl\na,b\n"), .encoding = "none" },
               0, "no encoding is named \"none\"");
}

static void test_told(void **state)
{
    (void)state;
    reads("en,nl,strange thing\na,b,c,d\n,only\n",
          "1:7 note tb.column-unknown 0: the column \"strange thing\" is not "
          "known; it is passed over\n"
          "2:1 warning tb.row 0: 4 columns; the first row names 3\n"
          "\n en admitted \"a\" 2:1\n nl admitted \"b\" 2:3\n"
          "\n nl admitted \"only\" 3:2\n");
    reads("en\tnl\n", "1:1 warning tb.empty 0: the termbase has no concepts\n");
    reads("id,language,term\n1,klingonese,a\n1,nl,\n",
          "2:3 warning tb.no-language 0: \"klingonese\" names no language; the "
          "term is passed over\n3:6 note tb.empty-term 0: the row has no term\n"
          "1:1 warning tb.empty 0: the termbase has no concepts\n");
}

/** Characters with a meaning elsewhere have none in terms. */
static void test_plain_characters(void **state)
{
    (void)state;
    reads("en,nl\n.*(a+)+$[b,\\d{1}\n",
          "\n en admitted \".*(a+)+$[b\" 2:1\n nl admitted \"\\d{1}\" 2:12\n");
}

/* --- Writing -------------------------------------------------------------- */

/** Read a table and write it in a format. */
static hxp_output *convert(const char *rows, const char *format,
                           hxp_finding_sink *losses)
{
    hxp_termbase *termbase;
    hxp_input *input;
    hxp_output *output;
    hxp_termbase_write_options options = HXP_TERMBASE_WRITE_OPTIONS_INIT;
    options.format = format;
    options.losses = losses;
    assert_int_equal(hxp_termbase_new(&termbase, NULL), HXP_OK);
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(rows), "t", NULL),
                     HXP_OK);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_read(termbase, input, NULL, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_write(output, termbase, &options, NULL),
                     HXP_OK);
    hxp_input_close(input);
    hxp_termbase_free(termbase);
    return output;
}

static void writes(const char *rows, const char *format, const char *want)
{
    hxp_output *output = convert(rows, format, NULL);
    hxp_output_write(output, (hxp_str){ "", 1 });
    assert_string_equal(hxp_output_bytes(output).ptr, want);
    hxp_output_close(output);
}

static const char rich[] =
    "id,language,term,status,case sensitive,do not translate,part of speech,"
    "gender,context,definition,subject,reference,note\r\n"
    "C1,en,motion,preferred,,,noun,,A motion.,,law,ISO,\r\n"
    "C1,nl,\"m,tie\",draft,,,noun,feminine,,,,,\"a \"\"b\"\" <c>\"\r\n"
    "C1,nl,voorstel,odd,,,,,,,,,\r\n"
    "7,en,IT,admitted,yes,yes,,,,said,,,\r\n"
    "7,nl,IT,deprecated,yes,yes,adjective,,,,,,\r\n";

/** An ignored concept stays one, in tables and in TBX. */
static void test_ignored(void **state)
{
    static const char rows[] = "id,language,term,status,ignore\r\n"
                               "C1,en,court,admitted,yes\r\n"
                               "C2,en,bill,admitted,\r\n";
    (void)state;
    writes(rows, "csv", rows);
    hxp_output *tbx = convert(rows, "tbx", NULL);
    hxp_output_write(tbx, (hxp_str){ "", 1 });
    assert_non_null(
        strstr(hxp_output_bytes(tbx).ptr, "<note>hexapla: ignored</note>"));
    hxp_output_close(tbx);
}

/** So does an ignored term. */
static void test_ignored_term(void **state)
{
    static const char rows[] = "id,language,term,status,ignore term\r\n"
                               "C1,en,court,admitted,\r\n"
                               "C1,nl,hof,admitted,yes\r\n";
    (void)state;
    writes(rows, "csv", rows);
    hxp_output *tbx = convert(rows, "tbx", NULL);
    hxp_output_write(tbx, (hxp_str){ "", 1 });
    assert_non_null(strstr(hxp_output_bytes(tbx).ptr,
                           "<note>hexapla: ignored</note>\n"
                           "          </termSec>"));
    hxp_output_close(tbx);
}

/** A language a column: what may be used, and nothing else. */
static void test_columns(void **state)
{
    static const char rows[] =
        "id,language,term,status,do not translate\n"
        "C1,en,motion,admitted,\nC1,nl,verzoek,admitted,\n"
        "C1,nl,motie,preferred,\nC1,nl,voorstel,deprecated,\n"
        "C2,en,IT,admitted,yes\nC2,fr,\"a, b\",admitted,yes\n"
        "C3,fr,vide,draft,\n";
    static const char want[] = "id,en,nl,fr,do not translate\r\n"
                               "C1,motion,motie|verzoek,,\r\n"
                               "C2,IT,,\"a, b\",yes\r\n"
                               "C3,,,,\r\n";
    (void)state;
    writes(rows, "columns", want);
    /* and it is read again */
    reads("id,en,nl,fr,do not translate\nC1,motion,motie|verzoek,,\n",
          "C1\n en admitted \"motion\" 2:4\n nl admitted \"motie\" 2:11\n"
          " nl admitted \"verzoek\" 2:11\n");
}

/** A table comes back as it was, also by way of TBX but for its ids. */
static void test_round_trip(void **state)
{
    (void)state;
    writes(rich, "csv", rich);
    hxp_output *tbx = convert(rich, "tbx", NULL);
    hxp_output_write(tbx, (hxp_str){ "", 1 });
    hxp_output *again = convert(hxp_output_bytes(tbx).ptr, "tbx", NULL);
    hxp_output_write(again, (hxp_str){ "", 1 });
    assert_string_equal(hxp_output_bytes(again).ptr, hxp_output_bytes(tbx).ptr);
    hxp_output *csv = convert(hxp_output_bytes(tbx).ptr, "csv", NULL);
    hxp_str bytes = hxp_output_bytes(csv);
    assert_int_equal(bytes.len, sizeof rich - 1 + 2); /* c1 for 7, twice */
    hxp_output_close(tbx);
    hxp_output_close(again);
    hxp_output_close(csv);
}

/** What TBX-Basic has no word or place for becomes a note. */
static void test_write_tbx(void **state)
{
    static const char head[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"en\" "
        "xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
        "  <tbxHeader>\n    <fileDesc>\n"
        "      <sourceDesc><p>Written by hexapla.</p></sourceDesc>\n"
        "    </fileDesc>\n  </tbxHeader>\n  <text>\n    <body>\n";
    static const char body[] =
        "      <conceptEntry id=\"c1\">\n"
        "        <note>a &amp; b</note>\n"
        "        <langSec xml:lang=\"en-US\">\n"
        "          <termSec>\n"
        "            <term>&lt;a&gt;</term>\n"
        "            <termNote type=\"partOfSpeech\">noun</termNote>\n"
        "            <termNote type=\"administrativeStatus\">"
        "admittedTerm-admn-sts</termNote>\n"
        "            <note>hexapla: case-sensitive</note>\n"
        "            <note>termType: slang</note>\n"
        "          </termSec>\n"
        "        </langSec>\n"
        "      </conceptEntry>\n"
        "    </body>\n  </text>\n</tbx>\n";
    char want[2048];
    (void)state;
    snprintf(want, sizeof want, "%s%s", head, body);
    writes("en_us,pos,type,exact,note\n<a>,N.,slang,yes,a & b\n", "tbx", want);
}

static void test_write_omegat(void **state)
{
    hxp_output *losses;
    dump_findings findings;
    (void)state;
    assert_int_equal(hxp_output_memory(&losses, NULL), HXP_OK);
    dump_findings_init(&findings, losses);
    hxp_output *output =
        convert("id,language,term,status,note\n1,en,bill,,law\n"
                "1,nl,ontwerp,admitted,\n1,nl,wetsvoorstel,preferred,of wet\n"
                "1,nl,rekening,forbidden,\n1,de,Gesetz,,\n2,en,whip,,\n",
                "omegat", &findings.sink);
    hxp_output_write(output, (hxp_str){ "", 1 });
    hxp_output_write(losses, (hxp_str){ "", 1 });
    assert_string_equal(hxp_output_bytes(output).ptr,
                        "# Glossary in tab-separated format -*- coding: utf-8 "
                        "-*-\nbill\twetsvoorstel\tof wet\nbill\tontwerp\n");
    assert_string_equal(hxp_output_bytes(losses).ptr,
                        "0:0 warning loss.terms 0: 3 terms left out\n");
    hxp_output_close(output);
    hxp_output_close(losses);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_told_by_language),
        cmocka_unit_test(test_row_a_term),
        cmocka_unit_test(test_several_targets),
        cmocka_unit_test(test_status_of_targets),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_memoq),
        cmocka_unit_test(test_tools),
        cmocka_unit_test(test_omegat),
        cmocka_unit_test(test_utx),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_not_a_termbase),
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_plain_characters),
        cmocka_unit_test(test_ignored),
        cmocka_unit_test(test_ignored_term),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_write_tbx),
        cmocka_unit_test(test_write_omegat),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
