/* oom_units.c - the formats of units when memory runs out. */
#include "base/input.h"
#include "base/str.h"
#include "dump.h"
#include "oom.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/** A file, how to read it, and what to make of it. */
typedef struct job {
    hxp_str bytes;
    const char *encoding;
    const char *from;
    const char *to;
} job;

static hxp_status ignore(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)finding;
    (void)error;
    return HXP_OK;
}

static hxp_status convert(void *context, hxp_error *error)
{
    const job *what = context;
    hxp_finding_sink findings = { ignore, NULL, NULL };
    dump_options options = { .format = what->from,
                             .encoding = what->encoding,
                             .places = true,
                             .findings = &findings,
                             .losses = &findings };
    hxp_output *output;
    hxp_status status = hxp_output_memory(&output, error);
    if (status != HXP_OK)
        return status;
    status = dump_convert(output, what->bytes, &options, what->to, error);
    hxp_output_close(output);
    return status;
}

static hxp_buffer load(const char *path)
{
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &bytes, (size_t)1 << 24, NULL),
                     HXP_OK);
    hxp_input_close(input);
    return bytes;
}

/** Convert a file of the cases; encoding may be NULL. */
static void convert_case(const char *path, const char *encoding, const char *to)
{
    hxp_buffer bytes = load(path);
    job what = { hxp_buffer_str(&bytes), encoding, "tmx", to };
    oom_each(convert, &what);
    hxp_buffer_free(&bytes);
}

#define CASES SOURCE_DIR "/tests/cases/formats/tmx/"

static void test_tmx(void **state)
{
    (void)state;
    convert_case(CASES "complete.tmx", NULL, "tmx");
    convert_case(CASES "attributes.tmx", NULL, "tmx");
    convert_case(CASES "inline-unknown.tmx", NULL, "tmx");
    convert_case(CASES "segments.tmx", NULL, "tmx");
    convert_case(CASES "duplicate-id.tmx", NULL, "tmx");
    convert_case(CASES "pairs.tmx", NULL, "tmx");
    convert_case(CASES "prefix.tmx", NULL, "tmx");
    convert_case(CASES "entity-in-value.tmx", NULL, "tmx");
}

static void test_encodings(void **state)
{
    (void)state;
    convert_case(CASES "windows-1252.tmx", NULL, "tmx");
    convert_case(CASES "utf-16.tmx", NULL, "tmx");
    convert_case(CASES "latin-as-utf8.tmx", "windows-1252", "tmx");
    convert_case(CASES "declared-latin-but-utf-8.tmx", NULL, "tmx");
}

/** Fix the bytes, in the encoding they say or show. */
static hxp_status fix(void *context, hxp_error *error)
{
    const hxp_str *bytes = context;
    hxp_finding_sink repairs = { ignore, NULL, NULL };
    hxp_fix_options options = { .repairs = &repairs };
    hxp_input *input;
    hxp_output *output;
    hxp_status status = hxp_input_memory(&input, *bytes, "case.tmx", error);
    if (status != HXP_OK)
        return status;
    status = hxp_output_memory(&output, error);
    if (status == HXP_OK)
        status = hxp_tmx_fix(input, output, &options, error);
    if (status == HXP_OK)
        status = hxp_output_finish(output, error);
    hxp_output_close(output);
    hxp_input_close(input);
    return status;
}

static void test_fix(void **state)
{
    static const char *const names[] = { "attributes",
                                         "codes",
                                         "characters",
                                         "latin",
                                         "cut",
                                         "two-files",
                                         "utf-16-declared-utf-8",
                                         "left-out",
                                         "around",
                                         "sub-flow",
                                         "declared-latin-but-utf-8" };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[256];
        snprintf(path, sizeof path,
                 SOURCE_DIR "/tests/cases/formats/fix/%s.tmx", names[i]);
        hxp_buffer bytes = load(path);
        hxp_str text = hxp_buffer_str(&bytes);
        oom_each(fix, &text);
        hxp_buffer_free(&bytes);
    }
}

static void test_spooled_tsv(void **state)
{
    (void)state;
    convert_case(CASES "complete.tmx", NULL, "tsv");
}

static void test_tsv(void **state)
{
    job what = { HXP_STR("en\tfr\na\\tb\tc\n1\tx\\\\\n"), NULL, "tsv", "tsv" };
    job wide = { HXP_STR("\xFF\xFE"
                         "e\0n\0\n\0x\0\n\0"),
                 NULL, "tsv", "tmx" };
    (void)state;
    oom_each(convert, &what);
    oom_each(convert, &wide);
}

static void test_csv(void **state)
{
    job what = { HXP_STR("en,fr,note,p\n\"a\"\"\nb\",c,n,v\n1,x,,\n"), NULL,
                 "csv", "csv" };
    (void)state;
    oom_each(convert, &what);
    convert_case(CASES "complete.tmx", NULL, "csv");
}

static void test_jsonl(void **state)
{
    job what = {
        HXP_STR("{\"header\":{\"languages\":[\"en\"],\"attributes\":{\"a\":"
                "\"b\"},\"remarks\":[{\"kind\":\"encoding\",\"maps\":[{\"c\":"
                "\"d\"}]}]}}\n{\"id\":\"1\",\"variants\":[{\"text\":\"a\\nb\","
                "\"codes\":[{\"kind\":\"begin\",\"at\":1,\"inside\":{\"text\":"
                "\"c\"}}]}]}\n"),
        NULL, "jsonl", "jsonl"
    };
    (void)state;
    oom_each(convert, &what);
    convert_case(CASES "complete.tmx", NULL, "jsonl");
}

static void test_po(void **state)
{
    job what = {
        HXP_STR("# a\nmsgid \"\"\nmsgstr \"Language: nl\\n\"\n\n# b\n#. c\n"
                "msgctxt \"d\"\nmsgid \"e\\n\"\nmsgid_plural \"f\"\n"
                "msgstr[0] \"g\"\nmsgstr[1] \"h\"\n"),
        NULL, "po", "po"
    };
    job latin = {
        HXP_STR("msgid \"\"\nmsgstr \"Content-Type: charset=ISO-8859-1\\n\"\n"),
        NULL, "po", "tmx"
    };
    (void)state;
    oom_each(convert, &what);
    oom_each(convert, &latin);
    convert_case(CASES "complete.tmx", NULL, "po");
}

static void test_xcstrings(void **state)
{
    job what = {
        HXP_STR("{\"sourceLanguage\":\"en\",\"strings\":{\"x\":{"
                "\"shouldTranslate\":false},\"a\":{\"comment\":\"c\","
                "\"localizations\":{\"en\":{\"variations\":{\"plural\":{"
                "\"other\":{\"stringUnit\":{\"value\":\"d\\u00e9\"}}}}},"
                "\"nl\":{\"variations\":{\"plural\":{\"one\":{\"stringUnit\":{"
                "\"state\":\"needs_review\",\"value\":\"e\"}}}}}}}}}"),
        NULL, "xcstrings", "xcstrings"
    };
    (void)state;
    oom_each(convert, &what);
    convert_case(CASES "complete.tmx", NULL, "xcstrings");
}

static void test_xliff(void **state)
{
    job first = {
        HXP_STR("<xliff version='1.2' xmlns:a='b'><file original='o' "
                "source-language='en' target-language='n_l'><body>"
                "<group id='g'><trans-unit id='1' a:c='d'><source>a"
                "<g id='x'>b</g><ph id='1'>c<sub>d</sub></ph></source>"
                "<seg-source><mrk mtype='seg' mid='1'>a<bx id='y'/>"
                "<ex id='y'/></mrk></seg-source><target state='final'>"
                "<mrk mtype='seg' mid='1'>e</mrk></target><note>n</note>"
                "<context-group><context context-type='x-p'>v</context>"
                "</context-group></trans-unit></group></body></file></xliff>"),
        NULL, "xliff", "xliff"
    };
    job second = {
        HXP_STR("<xliff version='2.0' srcLang='en' trgLang='nl'><file id='f'>"
                "<unit id='1'><originalData><data id='d'>x</data>"
                "</originalData><segment id='s'><source>a<pc id='1' "
                "dataRefStart='d'>b</pc></source><target>c<mrk id='m' "
                "type='term'>d</mrk></target></segment></unit></file></xliff>"),
        NULL, "xliff", "xliff2"
    };
    (void)state;
    oom_each(convert, &first);
    oom_each(convert, &second);
    convert_case(CASES "complete.tmx", NULL, "xliff");
    convert_case(CASES "complete.tmx", NULL, "xliff2");
}

/** Read the bytes as both sides of a pair, and write the pair. */
static hxp_status convert_lines(void *context, hxp_error *error)
{
    const hxp_str *bytes = context;
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_finding_sink findings = { ignore, NULL, NULL };
    hxp_line_text texts[2] = { { NULL, { "en", 2 } }, { NULL, { "nl", 2 } } };
    hxp_output *output = NULL;
    hxp_unit_sink *writer;
    writing.from = "en";
    writing.to = "nl";
    reading.findings = &findings;
    hxp_status status = hxp_input_memory(&texts[0].input, *bytes, "a", error);
    if (status == HXP_OK)
        status = hxp_input_memory(&texts[1].input, *bytes, "b", error);
    if (status == HXP_OK)
        status = hxp_output_memory(&output, error);
    if (status == HXP_OK)
        status = hxp_lines_writer_new(&writer, output, output, &writing, error);
    if (status == HXP_OK) {
        status = hxp_read_lines(texts, 2, &reading, writer, error);
        writer->close(writer);
    }
    if (status == HXP_OK)
        status = hxp_output_finish(output, error);
    hxp_output_close(output);
    hxp_input_close(texts[0].input);
    hxp_input_close(texts[1].input);
    return status;
}

static void test_moses(void **state)
{
    hxp_str bytes = HXP_STR("a\n\nb\n");
    (void)state;
    oom_each(convert_lines, &bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tmx),       cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_fix),       cmocka_unit_test(test_spooled_tsv),
        cmocka_unit_test(test_tsv),       cmocka_unit_test(test_csv),
        cmocka_unit_test(test_jsonl),     cmocka_unit_test(test_po),
        cmocka_unit_test(test_xcstrings), cmocka_unit_test(test_xliff),
        cmocka_unit_test(test_moses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
