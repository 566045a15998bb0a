/* test_knowledge.c - what a dictionary says of two texts; what it learns. */
#include "base/str.h"
#include "lexicon/basics.h"
#include "lexicon/lexicon.h"
#include "locales.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void add_unit(hxp_unit_sink *sink, const char *const languages[2],
                     const char *a, const char *b)
{
    const hxp_variant variants[2] = {
        { .language = hxp_str_of(languages[0]), .content.text = hxp_str_of(a) },
        { .language = hxp_str_of(languages[1]), .content.text = hxp_str_of(b) },
    };
    const hxp_unit unit = { .variants = variants, .variant_count = 2 };
    assert_int_equal(sink->unit(sink, &unit, NULL), HXP_OK);
}

static uint32_t add_word(hxp_vocabulary *vocabulary, const char *text)
{
    const hxp_word word = { .kind = HXP_WORD_LETTERS,
                            .bare = hxp_str_of(text) };
    uint32_t number;
    assert_true(hxp_vocabulary_add(vocabulary, &word, &number));
    return number;
}

/** What table says of word given row, 0 if nothing. */
static double weight(const hxp_word_table *table, uint32_t row, uint32_t word)
{
    hxp_word_table_row entries = hxp_word_table_get(table, row);
    for (size_t i = 0; i < entries.count; i++)
        if (entries.items[i].word == word)
            return (double)entries.items[i].weight;
    return 0;
}

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-4;
}

static void test_entries(void **state)
{
    static const char *const there[] = { "en-GB", "nld" };
    static const char *const back[] = { "nl", "en" };
    hxp_dictionary *dictionary;
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_word_table words = { 0 }, stems[2] = { { 0 }, { 0 } };
    (void)state;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    hxp_unit_sink *sink = hxp_dictionary_sink(dictionary);
    add_unit(sink, there, "fountain", "bron");
    add_unit(sink, back, "de waterval", "the fountain");
    add_unit(sink, there, "look after", "verzorgen");
    add_unit(sink, there, "one two three four", "een");
    add_unit(sink, there, "same", "");
    assert_int_equal(hxp_dictionary_count(dictionary), 4);

    uint32_t fountains = add_word(&english, "fountains");
    uint32_t look = add_word(&english, "look");
    uint32_t bron = add_word(&dutch, "bron");
    uint32_t waterval = add_word(&dutch, "waterval");
    uint32_t verzorgt = add_word(&dutch, "verzorgt");
    const hxp_vocabularies both = {
        &english, &dutch, "en-US", "nl-BE", { NULL, NULL }
    };
    assert_true(hxp_dictionary_consult(&words, stems, dictionary, &both));
    assert_true(near(weight(&words, fountains, bron), 0.7));
    assert_true(near(weight(&words, fountains, waterval), 0.7));
    assert_true(near(weight(&words, look, verzorgt), 0.5 * 0.7));
    assert_true(weight(&words, look, bron) == 0);
    for (int i = 0; i < 2; i++)
        hxp_word_table_free(&stems[i]);
    hxp_word_table_free(&words);

    /* the other way round, it is the same */
    const hxp_vocabularies turned = {
        &dutch, &english, "nl", "en", { NULL, NULL }
    };
    assert_true(hxp_dictionary_consult(&words, stems, dictionary, &turned));
    assert_true(near(weight(&words, bron, fountains), 0.7));
    for (int i = 0; i < 2; i++)
        hxp_word_table_free(&stems[i]);
    hxp_word_table_free(&words);

    hxp_lexicon *lexicon;
    assert_int_equal(hxp_lexicon_new(&lexicon, &both, dictionary, NULL),
                     HXP_OK);
    /* .7 and .7, of 1.4 + .5, believed by .07 */
    assert_true(
        near(weight(hxp_lexicon_table(lexicon, HXP_FORWARD), fountains, bron),
             0.07 * 0.7 / 1.9));
    hxp_lexicon_free(lexicon);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
    hxp_dictionary_free(dictionary);
}

/** Forms of a word that have entries of their own go by these alone. */
static void test_own_entries(void **state)
{
    static const char *const entries[][2] = { { "painter", "schilder" },
                                              { "painting", "schilderij" },
                                              { "painted", "geverfd" } };
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_word_table words = { 0 }, stems[2] = { { 0 }, { 0 } };
    hxp_dictionary *dictionary;
    (void)state;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    for (size_t i = 0; i < 3; i++)
        add_unit(hxp_dictionary_sink(dictionary),
                 (const char *[]){ "en", "nl" }, entries[i][0], entries[i][1]);
    uint32_t painter = add_word(&english, "painter");
    uint32_t paints = add_word(&english, "paints");
    uint32_t schilder = add_word(&dutch, "schilder");
    uint32_t schilderij = add_word(&dutch, "schilderij");
    const hxp_vocabularies both = {
        &english, &dutch, "en", "nl", { NULL, NULL }
    };
    assert_true(hxp_dictionary_consult(&words, stems, dictionary, &both));
    assert_true(near(weight(&words, painter, schilder), 1));
    assert_true(weight(&words, painter, schilderij) == 0);
    assert_true(near(weight(&words, paints, schilder), 0.7));
    assert_true(near(weight(&words, paints, schilderij), 0.7));
    for (int i = 0; i < 2; i++)
        hxp_word_table_free(&stems[i]);
    hxp_word_table_free(&words);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
    hxp_dictionary_free(dictionary);
}

static hxp_basic_words *basic_words(const char *tag)
{
    hxp_basic_words *words;
    assert_int_equal(hxp_basic_words_new(&words, language(tag), NULL), HXP_OK);
    return words;
}

/** Common words of a meaning go together, in any form that the lists have, and
 * share what is believed with the others that mean it. */
static void test_basics(void **state)
{
    hxp_vocabulary english = { .total = 0 }, polish = { .total = 0 };
    hxp_word_table table = { 0 };
    (void)state;
    uint32_t night = add_word(&english, "night");
    uint32_t asked = add_word(&english, "asked");
    uint32_t knight = add_word(&english, "knight");
    uint32_t nocy = add_word(&polish, "nocy");
    uint32_t asking = add_word(&polish, "zapytał"), noc = asking + 1;
    assert_int_equal(add_word(&polish, "noc"), noc);
    hxp_basic_words *lists[] = { basic_words("en"), basic_words("pl") };
    const hxp_vocabularies both = {
        &english, &polish, "en", "pl", { lists[0], lists[1] }
    };
    assert_true(hxp_basics(&table, &both));
    assert_true(near(weight(&table, night, nocy), 1));
    assert_true(near(weight(&table, night, noc), 1));
    assert_true(near(weight(&table, asked, asking), 1));
    assert_true(near(weight(&table, asked, noc), 0));
    assert_int_equal(hxp_word_table_get(&table, knight).count, 0);
    hxp_word_table_free(&table);

    hxp_lexicon *lexicon;
    assert_int_equal(hxp_lexicon_new(&lexicon, &both, NULL, NULL), HXP_OK);
    /* one of two, of 2 + .5, believed by .7; it is known by both */
    assert_true(near(
        weight(hxp_lexicon_table(lexicon, HXP_FORWARD), night, noc), 0.28));
    assert_true(near(hxp_lexicon_known(lexicon, HXP_FORWARD, night), 0.56));
    assert_true(hxp_lexicon_why(lexicon, HXP_FORWARD, night, noc).dictionary >
                0);
    hxp_lexicon_free(lexicon);

    const hxp_vocabularies unknown = {
        &english, &polish, "en", "xx", { both.basics[0], NULL }
    };
    assert_true(hxp_basics(&table, &unknown));
    assert_int_equal(table.count, 0);
    hxp_word_table_free(&table);
    for (size_t i = 0; i < 2; i++)
        hxp_basic_words_free(lists[i]);
    assert_null(basic_words("tlh"));
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&polish);
}

/** Proclitics are taken off words that the list does not have, one by one. */
static void test_proclitics(void **state)
{
    static const char *const words[][2] = {
        { "school", "وبالمدرسة" }, { "boy", "ولد" }, { "boy", "والولد" },
        { "drink", "سيشربون" },    { NULL, "ولدغ" }, { NULL, "قلم" },
    };
    hxp_vocabulary english = { .total = 0 }, arabic = { .total = 0 };
    hxp_word_table table = { 0 };
    (void)state;
    uint32_t school = add_word(&english, "school");
    add_word(&english, "boy");
    uint32_t drink = add_word(&english, "drink");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        add_word(&arabic, words[i][1]);
    hxp_basic_words *lists[] = { basic_words("en"), basic_words("ar") };
    const hxp_vocabularies both = {
        &english, &arabic, "en", "ar", { lists[0], lists[1] }
    };
    assert_true(hxp_basics(&table, &both));
    for (uint32_t word = school; word <= drink; word++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            const char *said = words[i][0];
            hxp_str form = english.forms.items[word];
            assert_int_equal(weight(&table, word, (uint32_t)i) > 0,
                             said && hxp_str_is(form, said));
        }
    hxp_word_table_free(&table);
    for (size_t i = 0; i < 2; i++)
        hxp_basic_words_free(lists[i]);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&arabic);
}

/** Teach words that stand for one another, but look different. */
static void teach(hxp_dictionary *dictionary)
{
    static const char *const en[] = { "tree", "dog", "house", "moon" };
    static const char *const nl[] = { "boom", "hond", "pand", "maan" };
    char texts[2][64];
    for (int i = 0; i < 16; i++) {
        snprintf(texts[0], sizeof texts[0], "%s %s", en[i % 4], en[i / 4]);
        snprintf(texts[1], sizeof texts[1], "%s %s", nl[i % 4], nl[i / 4]);
        const hxp_lesson lesson = { { HXP_STR("en"), HXP_STR("nl") },
                                    { hxp_str_of(texts[0]),
                                      hxp_str_of(texts[1]) },
                                    1 };
        assert_int_equal(hxp_dictionary_teach(dictionary, &lesson, NULL),
                         HXP_OK);
    }
    assert_int_equal(hxp_dictionary_learn(dictionary, NULL), HXP_OK);
}

static hxp_output *save(const hxp_dictionary *dictionary)
{
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_dictionary_save(dictionary, output, NULL), HXP_OK);
    return output;
}

static hxp_status load(hxp_dictionary *dictionary, hxp_str bytes, size_t chunk,
                       hxp_error *error)
{
    hxp_input *input;
    assert_int_equal(hxp_input_memory(&input, bytes, "t", error), HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_dictionary_load(dictionary, input, error);
    hxp_input_close(input);
    return status;
}

/** How much more likely "knask", which a dictionary has, is for "blorf" than
 * "vlied", for which the examples speak a little. */
static double learn_blorf(hxp_basic_words *const basics[2])
{
    static const char *const tags[] = { "en", "nl" };
    hxp_dictionary *dictionary;
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_lexicon *lexicon;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    add_unit(hxp_dictionary_sink(dictionary), tags, "blorf", "knask");
    uint32_t source[] = { add_word(&english, "blorf"),
                          add_word(&english, "quump") };
    uint32_t target[] = { add_word(&dutch, "knask"),
                          add_word(&dutch, "vlied") };
    add_word(&english, "night");
    add_word(&dutch, "nacht");
    const hxp_vocabularies both = {
        &english, &dutch, tags[0], tags[1], { basics[0], basics[1] }
    };
    assert_int_equal(hxp_lexicon_new(&lexicon, &both, dictionary, NULL),
                     HXP_OK);
    for (size_t i = 0; i < 2; i++) {
        source[i] = english.words[source[i]].stem;
        target[i] = dutch.words[target[i]].stem;
    }
    const hxp_example examples[] = { { source, target, 2, 2, 2 },
                                     { source, target + 1, 1, 1, 0.3 } };
    assert_int_equal(
        hxp_lexicon_learn(lexicon, (hxp_examples){ examples, 2 }, NULL),
        HXP_OK);
    const hxp_word_table *table = hxp_lexicon_learned(lexicon, HXP_FORWARD);
    double more = weight(table, source[0], target[0]) -
                  weight(table, source[0], target[1]);
    hxp_lexicon_free(lexicon);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
    hxp_dictionary_free(dictionary);
    return more;
}

/** What a dictionary has outweighs a little evidence of the texts, but not
 * where the commonest words are known. */
static void test_seeds(void **state)
{
    hxp_basic_words *lists[] = { basic_words("en"), basic_words("nl") };
    hxp_basic_words *const none[] = { NULL, NULL };
    (void)state;
    double alone = learn_blorf(none), beside = learn_blorf(lists);
    assert_true(alone > 0);
    assert_true(beside < 0);
    for (size_t i = 0; i < 2; i++)
        hxp_basic_words_free(lists[i]);
}

static void test_learning(void **state)
{
    hxp_dictionary *dictionary;
    hxp_vocabulary english = { .total = 0 }, dutch = { .total = 0 };
    hxp_lexicon *lexicon;
    (void)state;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    teach(dictionary);
    uint32_t tree = add_word(&english, "tree");
    uint32_t boom = add_word(&dutch, "boom");
    uint32_t hond = add_word(&dutch, "hond");
    const hxp_vocabularies both = {
        &english, &dutch, "en", "nl", { NULL, NULL }
    };
    assert_int_equal(hxp_lexicon_new(&lexicon, &both, dictionary, NULL),
                     HXP_OK);
    const hxp_word_table *table = hxp_lexicon_table(lexicon, HXP_FORWARD);
    assert_true(weight(table, tree, boom) > 0.5);
    assert_true(weight(table, tree, hond) < 0.2);
    hxp_lexicon_free(lexicon);
    hxp_vocabulary_free(&english);
    hxp_vocabulary_free(&dutch);
    hxp_dictionary_free(dictionary);
}

/** What is saved and loaded, in chunks of any size, is saved as the same. */
static void test_saving(void **state)
{
    hxp_dictionary *dictionary, *again;
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    teach(dictionary);
    hxp_output *first = save(dictionary);
    hxp_str bytes = hxp_output_bytes(first);
    assert_true(hxp_str_starts(bytes, HXP_STR("hexapla-lexicon 1\nen\tnl\n")));
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        assert_int_equal(hxp_dictionary_new(&again, locales, NULL), HXP_OK);
        assert_int_equal(load(again, bytes, chunk, &error), HXP_OK);
        hxp_output *second = save(again);
        assert_true(hxp_str_equal(bytes, hxp_output_bytes(second)));
        hxp_output_close(second);
        hxp_dictionary_free(again);
    }
    hxp_output_close(first);
    hxp_dictionary_free(dictionary);
}

static void refuses(const char *bytes, size_t line, const char *message)
{
    hxp_dictionary *dictionary;
    hxp_error error;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    assert_int_equal(load(dictionary, hxp_str_of(bytes), 0, &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, message);
    assert_int_equal(error.place.line, line);
    hxp_dictionary_free(dictionary);
}

static void test_broken_files(void **state)
{
    (void)state;
    refuses("", 0, "the file is empty");
    refuses("en\tnl\n", 1, "no lexicon: line 1 is not \"hexapla-lexicon 1\"");
    refuses("hexapla-lexicon 1\na\tb\t1\t1\n", 2, "words before the languages");
    refuses("hexapla-lexicon 1\nen\tenglish\n", 2,
            "a line names no two languages");
    refuses("hexapla-lexicon 1\nen\ten-GB\n", 2, "the same language twice");
    refuses("hexapla-lexicon 1\nen\tnl\na\tb\t1.5\t1\n", 3,
            "a probability is not from 0 to 1");
    refuses("hexapla-lexicon 1\nen\tnl\na\tb\t.\t1\n", 3,
            "a probability is not from 0 to 1");
    refuses("hexapla-lexicon 1\nen\tnl\na\tb\tc\n", 3,
            "neither two languages nor two words with two probabilities");
    refuses("hexapla-lexicon 1\nen\tnl\n\xFF\tb\t1\t1\n", 3, "not UTF-8");
}

static void test_between(void **state)
{
    static const char *const there[] = { "en-GB", "nld" };
    static const char *const back[] = { "nl", "en" };
    hxp_dictionary *dictionary;
    (void)state;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    add_unit(hxp_dictionary_sink(dictionary), there, "fountain", "bron");
    add_unit(hxp_dictionary_lessons(dictionary), back, "de waterval",
             "the fountain");
    assert_int_equal(
        hxp_dictionary_between(dictionary, HXP_STR("nl-BE"), HXP_STR("eng")),
        2);
    assert_int_equal(
        hxp_dictionary_between(dictionary, HXP_STR("nl"), HXP_STR("de")), 0);
    assert_int_equal(
        hxp_dictionary_between(dictionary, HXP_STR("nl"), HXP_STR("")), 0);
    hxp_dictionary_free(dictionary);
}

static void test_bad_tags(void **state)
{
    static const char *const tags[] = { "en", "no language" };
    hxp_dictionary *dictionary;
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_dictionary_new(&dictionary, locales, NULL), HXP_OK);
    add_unit(hxp_dictionary_sink(dictionary), tags, "a", "b");
    assert_int_equal(hxp_dictionary_count(dictionary), 0);
    const hxp_lesson lesson = { { HXP_STR("en"), HXP_STR("x_y") },
                                { HXP_STR("a"), HXP_STR("b") },
                                1 };
    assert_int_equal(hxp_dictionary_teach(dictionary, &lesson, &error),
                     HXP_EINPUT);
    assert_string_equal(error.message, "\"x_y\" is no language tag");
    hxp_dictionary_free(dictionary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_basics),       cmocka_unit_test(test_proclitics),
        cmocka_unit_test(test_entries),      cmocka_unit_test(test_own_entries),
        cmocka_unit_test(test_learning),     cmocka_unit_test(test_saving),
        cmocka_unit_test(test_broken_files), cmocka_unit_test(test_bad_tags),
        cmocka_unit_test(test_between),      cmocka_unit_test(test_seeds),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
