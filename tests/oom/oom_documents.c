/* oom_documents.c - reading documents of each format when memory runs out. */
#include "base/str.h"
#include "cases.h"
#include "formats/documents/entry_order.h"
#include "oom.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/** A document as it lies on a disk. */
typedef struct file {
    const char *name; /* tells the format */
    hxp_str bytes;
} file;

static hxp_status read_file(void *context, hxp_error *error)
{
    const file *document_file = context;
    hxp_input *input;
    hxp_document *document = NULL;
    hxp_status status = hxp_input_memory(&input, document_file->bytes,
                                         document_file->name, error);
    if (status == HXP_OK)
        status =
            hxp_document_read(&document, input, HXP_STR("en"), NULL, error);
    hxp_document_free(document);
    hxp_input_close(input);
    return status;
}

static void test_read(void **state)
{
    static const struct {
        const char *name, *bytes;
    } files[] = {
        { "a.txt", "One\n\ntwo\n" },
        { "a.html", "<h1>A <b>b</b></h1><ul><li>c<img alt=d title=e></ul>" },
        { "a.md", "# A *b*\n\n- c ![d](e \"f\")\\\n  `g`[^1]\n\n<p>h\n\n"
                  "[^1]: i <br>j\n\n|k|l|\n|-|-|\n|m|[n](o)|\n" },
        { "a.json", "{\"a\": [\"b {c} %s\", {\"d\": \"e\"}]}" },
        { "a.po", "msgid \"a %s\"\nmsgstr \"b\"\n" },
        { "a.xlf", "<xliff version='1.2'><file source-language='en' "
                   "target-language='nl'><trans-unit id='1'><source>a "
                   "<g id='1'>b</g></source></trans-unit></file></xliff>" },
        { "strings.xml",
          "<resources xmlns:x='x'><string name='a'>b\\n "
          "<b>c</b> <x:g>%s</x:g></string><plurals name='d'>"
          "<item quantity='one'>e</item></plurals></resources>" },
        { "a.properties", "a=b\\u00e9 {0}''\nc=d\\\n e\n" },
        { "a.strings", "/* a */ \"b\" = \"c\\U00e9 %@\";\nd;\n" },
        { "a.stringsdict", "<plist><dict><key>a</key><dict><key>b</key>"
                           "<string>c %d</string></dict></dict></plist>" },
        { "a.srt", "1\n00:01,0 --> 00:02,0\n<i>a</i>\n\n2\n"
                   "00:02,0 --> 00:03,0\nb. C.\n" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        file given = { files[i].name, hxp_str_of(files[i].bytes) };
        oom_each(read_file, &given);
    }
}

/** Those that cannot be written down here. */
static void test_read_packed(void **state)
{
    static const char folder[] = SOURCE_DIR "/tests/cases/documents";
    static const char *const names[] = { "word.docx",   "traps.docx",
                                         "writer.odt",  "slides.pptx",
                                         "sheets.xlsx", "links.xlsx",
                                         "book.epub" };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        hxp_buffer bytes = case_load(folder, hxp_str_of(names[i]), "");
        file packed = { names[i], hxp_buffer_str(&bytes) };
        oom_each(read_file, &packed);
        hxp_buffer_free(&bytes);
    }
}

static hxp_status order_file(void *context, hxp_error *error)
{
    const file *like_file = context;
    hxp_input *input;
    hxp_document *documents[2] = { NULL, NULL };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < 2; i++) {
        status = hxp_input_memory(&input, like_file[i].bytes, like_file[i].name,
                                  error);
        if (status == HXP_OK)
            status = hxp_document_read(&documents[i], input, HXP_STR("en"),
                                       NULL, error);
        hxp_input_close(input);
    }
    if (status == HXP_OK)
        status = hxp_document_order_like(&documents[1], documents[0], error);
    hxp_document_free(documents[0]);
    hxp_document_free(documents[1]);
    return status;
}

/** Entries in the order of another file. */
static void test_order(void **state)
{
    file files[] = { { "a.json", HXP_STR("{\"a\": \"b {c}\", \"d\": \"e\"}") },
                     { "b.json",
                       HXP_STR("{\"d\": \"e\", \"a\": \"{c} b\"}") } };
    (void)state;
    oom_each(order_file, files);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_read),
                                        cmocka_unit_test(test_read_packed),
                                        cmocka_unit_test(test_order) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
