/* test_dictionary.c - dictionaries in every format become units. */
#include "base/dictzip.h"
#include "base/str.h"
#include "dictzip_make.h"
#include "formats/dictionaries/dictionary_format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/** A sink that writes down the entries. */
struct notes {
    hxp_unit_sink sink;
    hxp_buffer text;
};

static void note(struct notes *notes, hxp_str text)
{
    assert_true(hxp_buffer_add(&notes->text, text));
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    (void)sink;
    (void)header;
    (void)error;
    return HXP_OK;
}

static hxp_status take(hxp_unit_sink *sink, const hxp_unit *unit,
                       hxp_error *error)
{
    struct notes *notes = (struct notes *)sink;
    (void)error;
    for (size_t i = 0; i < unit->variant_count; i++) {
        note(notes, i > 0 ? HXP_STR("=") : HXP_STR(""));
        note(notes, unit->variants[i].language);
        note(notes, HXP_STR(":"));
        note(notes, unit->variants[i].content.text);
    }
    note(notes, HXP_STR("; "));
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static struct notes new_notes(void)
{
    return (struct notes){ { begin, take, end, NULL }, { NULL, 0, 0 } };
}

static hxp_entries entries_of(struct notes *notes)
{
    return (hxp_entries){
        .sink = &notes->sink,
        .file = HXP_STR("t"),
        .languages = { HXP_STR("en"), HXP_STR("nl") },
    };
}

static void check(struct notes *notes, const char *want)
{
    note(notes, (hxp_str){ "", 1 });
    assert_string_equal(notes->text.ptr, want);
    hxp_buffer_free(&notes->text);
}

/* --- hunalign's ----------------------------------------------------------- */

static hxp_status read_marked(struct notes *notes, const char *bytes,
                              size_t chunk, char mark, hxp_error *error)
{
    hxp_input *input;
    hxp_entries entries = entries_of(notes);
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(bytes), "t", error),
                     HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_dic_read(&entries, input, mark, error);
    hxp_input_close(input);
    return status;
}

static hxp_status read_dic(struct notes *notes, const char *bytes, size_t chunk,
                           hxp_error *error)
{
    return read_marked(notes, bytes, chunk, '@', error);
}

static void test_dic(void **state)
{
    (void)state;
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        struct notes notes = new_notes();
        hxp_error error;
        assert_int_equal(read_dic(&notes,
                                  "huis @ house\r\n\n het huis@the house \n"
                                  "@ gone\nweg @\n",
                                  chunk, &error),
                         HXP_OK);
        check(&notes, "en:house=nl:huis; en:the house=nl:het huis; ");
        assert_int_equal(read_dic(&notes, "a @ b\nhuis house\n", chunk, &error),
                         HXP_EINPUT);
        assert_int_equal(error.place.line, 2);
        assert_string_equal(error.message,
                            "a line without \"@\" between target and source");
        hxp_buffer_free(&notes.text);
        assert_int_equal(read_dic(&notes, "a @ b\na \xFF @ b\n", chunk, &error),
                         HXP_EINPUT);
        assert_int_equal(error.place.line, 2);
        assert_int_equal(error.place.column, 3);
        assert_string_equal(error.message, "byte 0xFF is not UTF-8");
        hxp_buffer_free(&notes.text);
    }
}

/** A table has the source first; what is behind two columns is left. */
static void test_table(void **state)
{
    struct notes notes = new_notes();
    hxp_error error;
    (void)state;
    assert_int_equal(read_marked(&notes,
                                 "house\t"
                                 "huis\r\n\n the house \thet huis\tn\n"
                                 "\tgone\naway\t\na@b\tc\n",
                                 0, '\t', &error),
                     HXP_OK);
    check(&notes, "en:house=nl:huis; en:the house=nl:het huis; en:a@b=nl:c; ");
    assert_int_equal(read_marked(&notes, "a\tb\nhuis @ x\n", 0, '\t', &error),
                     HXP_EINPUT);
    assert_int_equal(error.place.line, 2);
    assert_string_equal(error.message,
                        "a line without a tab between source and target");
    hxp_buffer_free(&notes.text);
}

static void test_dic_without_languages(void **state)
{
    struct notes notes = new_notes();
    hxp_entries entries = { .sink = &notes.sink, .file = HXP_STR("t") };
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_dic_read(&entries, NULL, '@', &error), HXP_EINPUT);
    assert_string_equal(error.message,
                        "the dictionary does not tell its languages");
}

/* --- dictd's articles ----------------------------------------------------- */

static void article_is(const char *article, const char *want)
{
    struct notes notes = new_notes();
    hxp_entries entries = entries_of(&notes);
    hxp_error error;
    assert_int_equal(hxp_dictd_article(&entries, hxp_str_of(article), &error),
                     HXP_OK);
    check(&notes, want);
}

static void test_articles(void **state)
{
    (void)state;
    article_is("house /haus/\nhuis, pand\n",
               "en:house=nl:huis; en:house=nl:pand; ");
    article_is("pour /po:/\n1. gieten, storten\n2. strooien; schenken\n",
               "en:pour=nl:gieten; en:pour=nl:storten; en:pour=nl:strooien; "
               "en:pour=nl:schenken; ");
    article_is("after /a:/\n\n", "");
    article_is("Haus /haUs/ <neut, n, sg>\n [adm.] establishment <n>, "
               "institution <n>\n   Synonyms: {Einrichtung}\n\n see: {Haus}\n",
               "en:Haus=nl:establishment; en:Haus=nl:institution; ");
    article_is("home <n>\nhuis (a, b) <n>\n   \"zu Hause\"  - at home\n",
               "en:home=nl:huis; ");
    article_is("maison /m/ <n, fem>\n1. Haus 2.\nBatiment servant\n 3.\n"
               "Maisonnee\n2. Heim, Haus\nFoyer\n",
               "en:maison=nl:Haus; en:maison=nl:Heim; en:maison=nl:Haus; ");
    article_is("give\njdm. etw. geben\n", "en:give=nl:geben; ");
    article_is("gloss\na line of many words that explains\n", "");
    article_is("a phrase of many words\nspreuk\n", "");
    article_is("open (\n(nooit dicht, [of\n",
               "en:open (=nl:(nooit dicht; en:open (=nl:[of; ");
    article_is("", "");
    article_is("\xFF\nx\n", "");
}

/* --- dictd's files -------------------------------------------------------- */

static hxp_status read_dictd(struct notes *notes, const char *index,
                             hxp_str articles, size_t chunk, hxp_error *error)
{
    hxp_input *inputs[2];
    hxp_entries entries = entries_of(notes);
    assert_int_equal(
        hxp_input_memory(&inputs[0], hxp_str_of(index), "t.index", error),
        HXP_OK);
    assert_int_equal(hxp_input_memory(&inputs[1], articles, "t.dict", error),
                     HXP_OK);
    for (int i = 0; i < 2; i++)
        hxp_input_set_chunk(inputs[i], chunk);
    hxp_status status = hxp_dictd_read(&entries, inputs[0], inputs[1], error);
    for (int i = 0; i < 2; i++)
        hxp_input_close(inputs[i]);
    return status;
}

/* Two articles of 11 and 15 bytes: K and P are 10 and 15 in base 64. */
#define ARTICLES "about this\ncat\nkat, poes\ndog\nhond\n"
#define INDEX                                                                  \
    "00databaseinfo\tA\tL\n"                                                   \
    "cat\tL\tO\ndog\tZ\tJ\nkitty\tL\tO\n"

static void test_dictd(void **state)
{
    static const char want[] = "en:cat=nl:kat; en:cat=nl:poes; "
                               "en:dog=nl:hond; ";
    (void)state;
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        struct notes notes = new_notes();
        hxp_buffer packed = { NULL, 0, 0 };
        hxp_error error;
        assert_int_equal(
            read_dictd(&notes, INDEX, HXP_STR(ARTICLES), chunk, &error),
            HXP_OK);
        check(&notes, want);
        dictzip_make(&packed, HXP_STR(ARTICLES), 4 + chunk);
        assert_int_equal(
            read_dictd(&notes, INDEX, hxp_buffer_str(&packed), chunk, &error),
            HXP_OK);
        check(&notes, want);
        hxp_buffer_free(&packed);
    }
}

static void refuses(const char *index, hxp_str articles, const char *file,
                    size_t line, const char *message)
{
    struct notes notes = new_notes();
    hxp_error error;
    assert_int_equal(read_dictd(&notes, index, articles, 0, &error),
                     HXP_EINPUT);
    assert_string_equal(error.file, file);
    assert_int_equal(error.place.line, line);
    assert_string_equal(error.message, message);
    hxp_buffer_free(&notes.text);
}

static void test_broken_dictd(void **state)
{
    static const char bad[] = "no line of an index: a word, offset and size, "
                              "with tabs between";
    hxp_buffer packed = { NULL, 0, 0 };
    (void)state;
    refuses("cat\tL\tO\ncat\n", HXP_STR(ARTICLES), "t.index", 2, bad);
    refuses("cat\tL\t-\n", HXP_STR(ARTICLES), "t.index", 1, bad);
    refuses("cat\tAAAAAAA\tA\n", HXP_STR(ARTICLES), "t.index", 1, bad);
    refuses("cat\tL\tO\n", HXP_STR("short"), "t.dict", 0,
            "shorter than its index says");
    refuses("cat\tL\tO\n", HXP_STR("\x1F\x8B\x08\0\0\0\0\0\0\x03xxxxxx"),
            "t.dict", 0, "compressed, but not by dictzip");
    dictzip_make(&packed, HXP_STR(ARTICLES), 8);
    refuses(INDEX, (hxp_str){ packed.ptr, packed.len - 9 }, "t.dict", 0,
            "the file is cut");
    refuses("cat\tz\tO\n", hxp_buffer_str(&packed), "t.dict", 0,
            "shorter than its index says");
    memset(packed.ptr + packed.len - 30, 0xFF, 30);
    refuses(INDEX, hxp_buffer_str(&packed), "t.dict", 0,
            "compressed data is broken");
    hxp_buffer_free(&packed);
}

/* --- By path -------------------------------------------------------------- */

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void test_paths(void **state)
{
    char folder[] = "/tmp/hexapla-test-XXXXXX", path[64];
    struct notes notes = new_notes();
    hxp_error error;
    const hxp_str text = HXP_STR("A cat sat. Een kat.");
    hxp_dictionary_options options = { .texts = &text, .text_count = 1 };
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/freedict-eng-nld.index", folder);
    write_file(path, INDEX);
    assert_int_equal(hxp_read_dictionary(path, NULL, &notes.sink, &error),
                     HXP_EINPUT);
    unlink(path);
    snprintf(path, sizeof path, "%s/freedict-eng-nld.dict", folder);
    write_file(path, ARTICLES);
    snprintf(path, sizeof path, "%s/freedict-eng-nld.index", folder);
    write_file(path, INDEX);
    assert_int_equal(hxp_read_dictionary(path, &options, &notes.sink, &error),
                     HXP_OK);
    check(&notes, "eng:cat=nld:kat; ");
    unlink(path);
    snprintf(path, sizeof path, "%s/freedict-eng-nld.dict", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/a.tbx", folder);
    write_file(path, "<tbx><conceptEntry><langSec xml:lang='en'><term>cat"
                     "</term></langSec><langSec xml:lang='nl'><termSec><term>"
                     "kat</term></termSec><termSec><term>kater</term>"
                     "<termNote type='administrativeStatus'>"
                     "deprecatedTerm-admn-sts</termNote></termSec></langSec>"
                     "</conceptEntry></tbx>");
    assert_int_equal(hxp_read_dictionary(path, NULL, &notes.sink, &error),
                     HXP_OK);
    check(&notes, "en:cat=nl:kat; ");
    unlink(path);
    snprintf(path, sizeof path, "%s/a.tsv", folder);
    write_file(path, "en\tnl\ncat\tkat\n");
    assert_int_equal(hxp_read_dictionary(path, NULL, &notes.sink, &error),
                     HXP_OK);
    check(&notes, "en:cat=nl:kat; ");
    unlink(path);
    rmdir(folder);
}

/** Read is what stands in texts of its language; what it resembles is not. */
static void test_languages_of_texts(void **state)
{
    static const char articles[] = "House\nhuis\nhound\nhond\nhouseboat\n"
                                   "woonboot\nhouses\nhuizen\n";
    static const char index[] = "hound\tL\tL\nHouse\tA\tL\nHouse\tA\tL\n"
                                "houseboat\tW\tT\nhouses\tp\tO\n";
    const hxp_str texts[] = { HXP_STR("A houseboat has a house. Hond."),
                              HXP_STR("Huis, woonboot, huizen. A hound.") };
    const hxp_str tags[] = { HXP_STR("en-GB"), HXP_STR("nl"), HXP_STR("en") };
    const char *const want[] = {
        "eng:House=nld:huis; eng:houseboat=nld:woonboot; ",
        "eng:hound=nld:hond; "
    };
    char folder[] = "/tmp/hexapla-test-XXXXXX", path[64];
    hxp_error error;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/freedict-eng-nld.dict", folder);
    write_file(path, articles);
    snprintf(path, sizeof path, "%s/freedict-eng-nld.index", folder);
    write_file(path, index);
    for (int k = 0; k < 2; k++) {
        struct notes notes = new_notes();
        const hxp_dictionary_options options = { .texts = texts,
                                                 .text_languages = tags + k,
                                                 .text_count = 2 };
        assert_int_equal(
            hxp_read_dictionary(path, &options, &notes.sink, &error), HXP_OK);
        check(&notes, want[k]);
    }
    unlink(path);
    snprintf(path, sizeof path, "%s/freedict-eng-nld.dict", folder);
    unlink(path);
    rmdir(folder);
}

/** Add the article "word, x" and its line of the index, in base 64. */
static void add_article(hxp_buffer *index, hxp_buffer *articles,
                        const char *word)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
                                 "qrstuvwxyz0123456789+/";
    char text[64];
    size_t at = articles->len, size = strlen(word) + 3;
    snprintf(text, sizeof text, "%s\t%c%c%c%c\t%c\n", word, digits[at >> 18],
             digits[at >> 12 & 63], digits[at >> 6 & 63], digits[at & 63],
             digits[size]);
    assert_true(hxp_buffer_add(index, hxp_str_of(text)));
    snprintf(text, sizeof text, "%s\nx\n", word);
    assert_true(hxp_buffer_add(articles, hxp_str_of(text)));
}

/** All words of a long index are found that may be wanted. */
static void test_long_index(void **state)
{
    static const char *const ends[] = { "", " b", "ful", "fully", "\xC3\xA9" };
    struct notes notes = new_notes();
    hxp_buffer index = { NULL, 0, 0 }, articles = index, want = index;
    hxp_beginnings *set = calloc(1, sizeof *set);
    hxp_beginnings *lacking = calloc(1, sizeof *lacking);
    const hxp_str text = HXP_STR("abcf aabf Mnoe mnofully zzzfuls kkkfuls xb");
    hxp_entries entries = entries_of(&notes);
    hxp_input *inputs[2];
    (void)state;
    assert_true(set && lacking);
    hxp_beginnings_add(set, text);
    hxp_beginnings_add(lacking, HXP_STR("abcf aabf zzzfuls kkkfuls xb"));
    entries.wanted[0] = set;
    entries.sources = &text;
    entries.source_count = 1;
    for (int i = 0; i < 26 * 26 * 26 * 5; i++) {
        char word[16];
        snprintf(word, sizeof word, "%c%c%c%s", 'a' + i / 3380,
                 'a' + i / 130 % 26, 'a' + i / 5 % 26, ends[i % 5]);
        const hxp_str all = hxp_str_of(word);
        bool whole = hxp_beginnings_have_whole(set, all);
        bool wanted = hxp_beginnings_have(whole ? set : lacking, all) &&
                      hxp_beginnings_miss(set, all) == 0;
        if (i % 3 == 0)
            word[0] = (char)(word[0] - 'a' + 'A');
        add_article(&index, &articles, word);
        if (wanted)
            assert_true(hxp_buffer_add(&want, HXP_STR("en:")) &&
                        hxp_buffer_add(&want, hxp_str_of(word)) &&
                        hxp_buffer_add(&want, HXP_STR("=nl:x; ")));
    }
    assert_in_range(want.len, 100, 2000);
    for (int i = 0; i < 2; i++)
        assert_int_equal(
            hxp_input_memory(&inputs[i], hxp_buffer_str(i ? &articles : &index),
                             "t", NULL),
            HXP_OK);
    assert_int_equal(hxp_dictd_read(&entries, inputs[0], inputs[1], NULL),
                     HXP_OK);
    assert_true(hxp_buffer_add(&want, (hxp_str){ "", 1 }));
    check(&notes, want.ptr);
    for (int i = 0; i < 2; i++)
        hxp_input_close(inputs[i]);
    hxp_buffer_free(&index);
    hxp_buffer_free(&articles);
    hxp_buffer_free(&want);
    free(set);
    free(lacking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dic),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_dic_without_languages),
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_dictd),
        cmocka_unit_test(test_broken_dictd),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_languages_of_texts),
        cmocka_unit_test(test_long_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
