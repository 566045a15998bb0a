/* test_txt.c - plain text: encodings, line ends, paragraphs, bad bytes. */
#include "base/array.h"
#include "base/str.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static hxp_status read_text(hxp_document **document, hxp_str bytes,
                            const hxp_document_options *options, size_t chunk,
                            hxp_error *error)
{
    hxp_input *input;
    assert_int_equal(hxp_input_memory(&input, bytes, "a.txt", NULL), HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status =
        hxp_document_read(document, input, HXP_STR("nl"), options, error);
    assert_true((status == HXP_OK) == (*document != NULL));
    hxp_input_close(input);
    return status;
}

static hxp_document *read_as(hxp_str bytes, const char *encoding)
{
    hxp_document *document;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    options.encoding = encoding;
    assert_int_equal(read_text(&document, bytes, &options, 0, NULL), HXP_OK);
    return document;
}

static void assert_text(const hxp_document *document, const char *text)
{
    assert_int_equal(document->text.len, strlen(text));
    assert_memory_equal(document->text.ptr, text, document->text.len);
}

static void test_encodings(void **state)
{
    static const struct {
        hxp_str bytes;
        const char *encoding;
        size_t skipped;
    } cases[] = {
        { { "h\xC3\xA9", 3 }, NULL, 0 },
        { { "h\xC3\xA9", 3 }, "utf-8", 0 },
        { { "\xEF\xBB\xBFh\xC3\xA9", 6 }, NULL, 3 },
        { { "\xEF\xBB\xBFh\xC3\xA9", 6 }, "utf-8", 3 },
        { { "\xFF\xFEh\0\xE9\0", 6 }, NULL, 0 },
        { { "\xFE\xFF\0h\0\xE9", 6 }, NULL, 0 },
        { { "\xFF\xFE\0\0h\0\0\0\xE9\0\0\0", 12 }, NULL, 0 },
        { { "\0\0\xFE\xFF\0\0\0h\0\0\0\xE9", 12 }, NULL, 0 },
        { { "h\xE9", 2 }, "windows-1252", 0 },
        { { "h\xE9", 2 }, "ISO-8859-1", 0 },
        { { "h\x82", 2 }, "IBM850", 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hxp_document *document = read_as(cases[i].bytes, cases[i].encoding);
        assert_text(document, "h\xC3\xA9");
        assert_int_equal(document->skipped, cases[i].skipped);
        assert_int_equal(document->paragraph_count, 1);
        hxp_document_free(document);
    }
}

static void test_names(void **state)
{
    hxp_document *document = read_as(HXP_STR("a"), NULL);
    (void)state;
    assert_true(hxp_str_is(document->name, "a.txt"));
    assert_true(hxp_str_is(document->language, "nl"));
    hxp_document_free(document);
    hxp_document_free(NULL);
}

/** Read bytes that are faulty; returns the error. */
static hxp_error fault(hxp_str bytes, const char *encoding)
{
    hxp_document *document;
    hxp_error error;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    options.encoding = encoding;
    assert_int_equal(read_text(&document, bytes, &options, 0, &error),
                     HXP_EINPUT);
    assert_string_equal(error.file, "a.txt");
    return error;
}

static void test_not_utf8(void **state)
{
    (void)state;
    hxp_error error = fault(HXP_STR("één\nh\xE9 is"), NULL);
    assert_int_equal(error.place.line, 2);
    assert_int_equal(error.place.column, 2);
    assert_string_equal(error.message,
                        "byte 0xE9 is not UTF-8"); /* as the rest is */
    error = fault(HXP_STR("x\nh\xE9"), NULL);
    assert_int_equal(error.place.line, 2);
    assert_string_equal(error.message,
                        "byte 0xE9 is not UTF-8; looks like windows-1252: "
                        "try --encoding windows-1252");
    error = fault(HXP_STR("a\x81\x8D\0b"), NULL);
    assert_int_equal(error.place.column, 2);
    assert_string_equal(error.message, "byte 0x81 is not UTF-8");
    error = fault(HXP_STR("ab\nc\xE9"), "US-ASCII");
    assert_int_equal(error.place.line, 2);
    assert_int_equal(error.place.column, 2);
    assert_string_equal(error.message, "byte 0xE9 is not valid in US-ASCII");
    error = fault(HXP_STR("a"), "no-such");
    assert_string_equal(error.message, "no encoding is named \"no-such\"");
}

/** Counts findings and keeps the last one's place. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t count;
    hxp_place place;
} counter;

static hxp_status count_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    counter *counted = (counter *)(void *)sink;
    (void)error;
    counted->count++;
    counted->place = finding->place;
    assert_true(hxp_str_is(finding->file, "a.txt"));
    assert_int_equal(finding->level, HXP_WARNING);
    assert_true(hxp_str_starts(finding->message, HXP_STR("byte 0x")));
    return HXP_OK;
}

static void test_keep_invalid(void **state)
{
    const hxp_str bytes = HXP_STR("ab\nc\xE9 \xFF.");
    hxp_document *document;
    counter counted = { { count_finding, NULL, NULL }, 0, { 0, 0, 0 } };
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    (void)state;
    options.keep_invalid = true;
    options.findings = &counted.sink;
    assert_int_equal(read_text(&document, bytes, &options, 0, NULL), HXP_OK);
    assert_true(hxp_str_equal(document->text, bytes));
    assert_int_equal(counted.count, 2);
    assert_int_equal(counted.place.line, 2);
    assert_int_equal(counted.place.column, 4);
    hxp_document_free(document);
}

/** Keeps what the last finding says. */
typedef struct listener {
    hxp_finding_sink sink;
    char said[160];
} listener;

static hxp_status listen(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    listener *heard = (listener *)(void *)sink;
    (void)error;
    assert_int_equal(finding->level, HXP_NOTE);
    assert_string_equal(finding->rule, "text.encoding");
    snprintf(heard->said, sizeof heard->said, "%.*s",
             HXP_FMT(finding->message));
    return HXP_OK;
}

/** Read bytes count times over; they are to be text as often, and said. */
static void check_detected(hxp_str bytes, size_t count, const char *text,
                           bool verbose, const char *said)
{
    hxp_buffer all = { NULL, 0, 0 };
    hxp_document *document;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    listener heard = { { listen, NULL, NULL }, "" };
    size_t len = strlen(text);
    options.findings = &heard.sink;
    options.verbose = verbose;
    for (size_t i = 0; i < count; i++)
        assert_true(hxp_buffer_add(&all, bytes));
    assert_int_equal(read_text(&document, hxp_buffer_str(&all), &options,
                               count > 1 ? 0 : 7, NULL),
                     HXP_OK);
    assert_int_equal(document->text.len, count * len);
    for (size_t i = 0; i < count; i++)
        assert_memory_equal(document->text.ptr + i * len, text, len);
    assert_string_equal(heard.said, said);
    hxp_document_free(document);
    hxp_buffer_free(&all);
}

/** Text of other encodings tells them, in memory and beyond what is judged. */
static void test_detected(void **state)
{
    static const char greeting[] = "Привет, как дела? Хорошо, спасибо.\n";
    const hxp_str windows =
        HXP_STR("\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0? "
                "\xD5\xEE\xF0\xEE\xF8\xEE, \xF1\xEF\xE0\xF1\xE8\xE1\xEE.\n");
    const hxp_str utf16 = HXP_STR("n\0o\0 \0o\0n\0e\0 \0m\0a\0r\0k\0s\0 \0i\0t"
                                  "\0");
    const hxp_str japanese = HXP_STR("\x82\xA0\x82\xA2\x81\x42\n");
    (void)state;
    check_detected(windows, 1, greeting, false,
                   "read as windows-1251, which it looks like; if not, give "
                   "--encoding");
    check_detected(windows, 3000, greeting, false,
                   "read as windows-1251, which it looks like; if not, give "
                   "--encoding");
    check_detected(utf16, 1, "no one marks it", true,
                   "read as UTF-16LE, which it looks like (100 % sure); if "
                   "not, give --encoding");
    check_detected(japanese, 30000, "あい。\n", true,
                   "read as Shift_JIS, which it looks like (100 % sure); if "
                   "not, give --encoding");
    check_detected(HXP_STR("plain"), 1, "plain", false, "");
    check_detected(HXP_STR("plain"), 1, "plain", true,
                   "read as UTF-8, as its bytes are");
    check_detected(HXP_STR("\xFF\xFEh\0"), 1, "h", true,
                   "read as UTF-16LE, by its byte order mark");
}

/** The first bytes decide: what comes later must be valid, too. */
static void test_late_fault(void **state)
{
    enum { LINES = 20000 };
    hxp_buffer text = { NULL, 0, 0 };
    (void)state;
    for (size_t i = 0; i < LINES; i++)
        assert_true(hxp_buffer_add(&text, HXP_STR("plain\n")));
    assert_true(hxp_buffer_add(&text, HXP_STR("caf\xE9")));
    hxp_error error = fault(hxp_buffer_str(&text), NULL);
    assert_int_equal(error.place.line, LINES + 1);
    assert_int_equal(error.place.column, 4);
    assert_string_equal(error.message,
                        "byte 0xE9 is not UTF-8; looks like windows-1252: "
                        "try --encoding windows-1252");
    hxp_buffer_free(&text);
}

/** The number of paragraphs of text in a mode, however it is read. */
static size_t paragraphs(const char *text, hxp_paragraphs mode)
{
    size_t count = 0;
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_document *document;
        hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
        options.paragraphs = mode;
        assert_int_equal(
            read_text(&document, hxp_str_of(text), &options, chunk, NULL),
            HXP_OK);
        assert_true(chunk == 0 || document->paragraph_count == count);
        count = document->paragraph_count;
        hxp_document_free(document);
    }
    return count;
}

static void test_paragraphs(void **state)
{
    static const char *const texts[] = { "a\nb\n\nc\n", "a\r\nb\r\n\r\nc\r\n",
                                         "a\rb\r\rc\r", "a\nb\n \t\nc",
                                         "\n\na\nb\n\n\n\nc" };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(paragraphs(texts[i], HXP_PARAGRAPHS_BLANK), 2);
        assert_int_equal(paragraphs(texts[i], HXP_PARAGRAPHS_LINE), 3);
    }
    assert_int_equal(paragraphs("", HXP_PARAGRAPHS_BLANK), 0);
    assert_int_equal(paragraphs("\n \n", HXP_PARAGRAPHS_LINE), 0);
}

static void test_auto(void **state)
{
    (void)state;
    /* wrapped at 60: lines end where the next word has no room */
    assert_int_equal(
        paragraphs(
            "The motion cites evidence that documents a dramatic decline\n"
            "in the birth rate, which follows from the policies of the\n"
            "government, as well as the transfer of large numbers of\n"
            "children into orphanages of the state. It was passed with\n"
            "near unanimity, and with only one party voting against it\n"
            "in the end.\n\nAnother paragraph.\n",
            HXP_PARAGRAPHS_AUTO),
        2);
    /* and so in a script without capitals */
    assert_int_equal(
        paragraphs("בקצה הרחוב שלנו עומד בית קטן עם גג אדום, ובו גרה אישה\n"
                   "זקנה שמתקנת שעונים. היא אינה גובה כסף מן הילדים, אבל\n"
                   "מבקשת מכל אחד מהם לספר לה סיפור. יש מי שמספר על הכלב\n"
                   "שברח, ויש מי שממציא מלך ומלכה וארץ רחוקה. כשהסיפור טוב\n"
                   "במיוחד, היא רושמת אותו במחברת כחולה.\n",
                   HXP_PARAGRAPHS_AUTO),
        1);
    /* lines of all lengths: a paragraph each */
    assert_int_equal(
        paragraphs("Title\n"
                   "The motion cites evidence that documents a decline.\n"
                   "It was passed.\n"
                   "In response to these abuses, the resolution calls for the "
                   "government to terminate its treaty and to block the "
                   "ratification of the now frozen agreement on investment.\n"
                   "Nobody spoke.\n",
                   HXP_PARAGRAPHS_AUTO),
        5);
    /* a list of words */
    assert_int_equal(
        paragraphs("apple\npear\nplum\ncherry\nquince\n", HXP_PARAGRAPHS_AUTO),
        5);
}

/** The paragraphs of a text that is wrapped at 60 columns. */
static void test_wrapped(void **state)
{
    (void)state;
    /* items begin at their marks, and may go on behind blanks; a dash or a
     * number that had no room in the line before begins none */
    assert_int_equal(
        paragraphs(
            "Heute dient der Kanal den Ruderern und den Enten; dort am\n"
            "nördlichen Ufer führen Pfade entlang, die im Sommer voller\n"
            "Menschen und im Winter verlassen sind.\n\n"
            "Wer die alte Schleuse heute noch bedienen will, braucht\n"
            "Geduld und eine Münze, denn der Wärter kommt nur noch am\n"
            "12. Mai vorbei; er war ein Mann, der jedes Boot kannte -\n"
            "- so sagt man - beim Namen und auch jeden der Besitzer:\n"
            "- den Kahn des Müllers, der am Ufer lag und den keiner\n"
            "  mehr brauchte;\n"
            "- die Fähre;\n"
            "- das Floß.\n"
            "1. Zuerst kommt der Schlüssel in das Schloss, und dann\n"
            "   dreht man ihn zweimal um.\n"
            "2. Dann wartet man.\n",
            HXP_PARAGRAPHS_AUTO),
        7);
    /* but where only blank lines part paragraphs */
    assert_int_equal(
        paragraphs("One of them:\n- this\n- that\n", HXP_PARAGRAPHS_BLANK), 1);
    /* lines with more blanks begin paragraphs */
    assert_int_equal(
        paragraphs("    The motion cites evidence that documents a decline\n"
                   "in the birth rate, which follows from the policies of the\n"
                   "government, as well as the transfer of many children.\n"
                   "    \"It was passed with a majority, and near unanimity,\n"
                   "or nearly so, as they said.\"\n"
                   "    Nobody spoke.\n"
                   "    The others were waiting in the hall for a sign of the\n"
                   "government, which did not come before the evening.\n",
                   HXP_PARAGRAPHS_AUTO),
        4);
    /* unless it is the others that have more */
    assert_int_equal(
        paragraphs("Smith, John (1990). The motion cites evidence that goes\n"
                   "    back to the decline of the birth rate, and it follows\n"
                   "    from the policies of the government.\n"
                   "Taylor, Ann (1994). Some others were waiting in the hall\n"
                   "    for a sign of the government, which did not come then\n"
                   "    or before the evening.\n",
                   HXP_PARAGRAPHS_AUTO),
        1);
}

static void test_wrapped_wide(void **state)
{
    (void)state;
    /* Chinese has no blanks to wrap at; a heading is no line that goes on */
    assert_int_equal(
        paragraphs("茶山的許先生\n\n"
                   "許先生在山上種茶已經四十年。他說，做茶不難，難\n"
                   "的是等待：春天等雨，夏天等風，秋天等客人。\n",
                   HXP_PARAGRAPHS_AUTO),
        2);
    assert_int_equal(paragraphs("論山中歲月與茶農生活之種種變遷及其將來\n"
                                "許先生在山上種茶已經四十年。他說，做茶不難。\n"
                                "每年清明之後，村裡的人都來幫忙採茶。\n",
                                HXP_PARAGRAPHS_AUTO),
                     3);
}

static void test_ends(void **state)
{
    const hxp_paragraphs modes[] = { HXP_PARAGRAPHS_AUTO, HXP_PARAGRAPHS_BLANK,
                                     HXP_PARAGRAPHS_LINE };
    (void)state;
    /* another page is another paragraph; 0x1A ended texts of DOS */
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        assert_int_equal(paragraphs("a b\n\fc\n", modes[i]), 2);
        assert_int_equal(paragraphs("a b\fc\f\n", modes[i]), 2);
        assert_int_equal(paragraphs("\f\fa\f\f", modes[i]), 1);
        assert_int_equal(paragraphs("a b\r\n\r\n\x1A", modes[i]), 1);
        assert_int_equal(paragraphs("\x1A\x1A", modes[i]), 0);
        assert_int_equal(paragraphs("a\x1A\n\n\x1A\n", modes[i]), 1);
    }
    hxp_document *document = read_as(HXP_STR("a\x1A b\x1A\x1A"), "IBM437");
    assert_int_equal(document->paragraph_count, 1);
    assert_int_equal(document->paragraphs[0].end, sizeof "a\x1A b" - 1);
    hxp_document_free(document);
}

static void test_place(void **state)
{
    hxp_document *document = read_as(HXP_STR("a\n😀é b"), NULL);
    (void)state;
    hxp_place place = hxp_document_place(document, 9);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 4);
    assert_int_equal(place.column16, 5);
    hxp_document_free(document);
}

/** Compares the paragraphs that come with those of a document. */
typedef struct comparison {
    hxp_paragraph_sink sink;
    const hxp_document *document;
    size_t count;
} comparison;

static hxp_status compare(hxp_paragraph_sink *sink,
                          const hxp_paragraph *paragraph, hxp_error *error)
{
    comparison *work = (comparison *)(void *)sink;
    (void)error;
    assert_true(work->count < work->document->paragraph_count);
    hxp_span span = work->document->paragraphs[work->count];
    if (work->count % 5000 == 0) {
        hxp_place place = hxp_document_place(work->document, span.start);
        assert_int_equal(paragraph->place.line, place.line);
        assert_int_equal(paragraph->place.column, place.column);
    }
    assert_int_equal(paragraph->number, work->count);
    assert_int_equal(paragraph->offset, span.start);
    assert_int_equal(paragraph->skipped, work->document->skipped);
    assert_true(
        hxp_str_equal(paragraph->text, hxp_str_part(work->document->text,
                                                    span.start, span.end)));
    work->count++;
    return HXP_OK;
}

/** Longer than what a stream keeps in memory. */
static void test_stream(void **state)
{
    enum { LINES = 40000 };
    static char text[LINES * 48];
    size_t len = 0;
    (void)state;
    for (size_t i = 0; i < LINES; i++)
        len += (size_t)snprintf(
            text + len, sizeof text - len, "%sEin Stück von %zu\xE2\x80\xA6%s",
            i ? "" : "\xEF\xBB\xBF", i, i % 3 ? "\r\n" : "\n\r\n");
    for (int how = HXP_PARAGRAPHS_AUTO; how <= HXP_PARAGRAPHS_LINE; how++) {
        static const size_t chunks[] = { 1, 7, 4099, 0 };
        hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
        options.paragraphs = (hxp_paragraphs)how;
        for (size_t i = 0; i < sizeof chunks / sizeof *chunks; i++) {
            hxp_document *document;
            hxp_input *input;
            comparison work = { { compare }, NULL, 0 };
            assert_int_equal(
                read_text(&document, (hxp_str){ text, len }, &options, 0, NULL),
                HXP_OK);
            work.document = document;
            assert_int_equal(
                hxp_input_memory(&input, (hxp_str){ text, len }, "a.txt", NULL),
                HXP_OK);
            hxp_input_set_chunk(input, chunks[i]);
            assert_int_equal(
                hxp_document_stream(&work.sink, input, &options, NULL), HXP_OK);
            assert_int_equal(work.count, document->paragraph_count);
            hxp_input_close(input);
            hxp_document_free(document);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encodings),  cmocka_unit_test(test_names),
        cmocka_unit_test(test_not_utf8),   cmocka_unit_test(test_keep_invalid),
        cmocka_unit_test(test_detected),   cmocka_unit_test(test_late_fault),
        cmocka_unit_test(test_paragraphs), cmocka_unit_test(test_auto),
        cmocka_unit_test(test_wrapped),    cmocka_unit_test(test_wrapped_wide),
        cmocka_unit_test(test_ends),       cmocka_unit_test(test_stream),
        cmocka_unit_test(test_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
