/* test_pretranslate.c - numbers put in the place of others, and what units of
 * files get from a memory. */
#include "store.h"

#include "base/str.h"
#include "memory/adapt.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static hxp_locales *locales;

static const hxp_language *language(const char *tag)
{
    const hxp_language *found;
    assert_int_equal(
        hxp_locales_language(&found, locales, hxp_str_of(tag), NULL), HXP_OK);
    return found;
}

/* --- Numbers -------------------------------------------------------------- */

static const struct {
    const char *to, *query, *source, *target;
    const char *adapted; /* NULL: nothing is changed */
} cases[] = {
    { "nl", "Page 13", "Page 12", "Pagina 12", "Pagina 13" },
    { "nl", "Page 13 of 20", "Page 12 of 20", "Pagina 12 van 20",
      "Pagina 13 van 20" },
    { "nl", "Page 20 of 20", "Page 12 of 20", "Pagina 12 van 20",
      "Pagina 20 van 20" },
    { "nl", "old 7 new", "new 8 old", "oud 8 nieuw", "oud 7 nieuw" },
    /* several */
    { "nl", "13 of 21", "12 of 20", "12 van 20", "13 van 21" },
    { "nl", "20 of 12", "12 of 20", "12 van 20", "20 van 12" },
    { "nl", "7 of 1,021 to 3", "8 of 20 to 4", "van 20 8, tot 4",
      "van 1.021 7, tot 3" },
    { "nl", "Mix 3.5 has 17 files", "Mix 2.0 has 15 files",
      "Mix 2.0 heeft 15 bestanden", "Mix 3.5 heeft 17 bestanden" },
    /* as the language writes it */
    { "nl", "cost 2.75", "cost 1.50", "kost 1,50", "kost 2,75" },
    { "nl", "cost 12,500", "cost 1,500", "kost 1.500", "kost 12.500" },
    { "nl", "cost 12,500", "cost 500", "kost 500", "kost 12.500" },
    { "nl", "cost 12500", "cost 500", "kost 500", "kost 12500" },
    { "nl", "cost 12,500", "cost 1,500", "kost 1500", "kost 12500" },
    { "nl", "cost 1,234,567.5", "cost 1.5", "kost 1,5", "kost 1.234.567,5" },
    { "fr", "cost 12,500.5", "cost 1,500.5",
      "co\xC3\xBBte 1\xE2\x80\xAF"
      "500,5",
      "co\xC3\xBBte 12\xE2\x80\xAF"
      "500,5" },
    { "fr", "cost 12,500", "cost 500", "co\xC3\xBBte 500",
      "co\xC3\xBBte 12\xC2\xA0"
      "500" },
    { "de-CH", "cost 12,500", "cost 1,500",
      "kostet 1\xE2\x80\x99"
      "500",
      "kostet 12\xE2\x80\x99"
      "500" },
    { "nl", "file 007", "file 003", "bestand 003", "bestand 007" },
    { "nl", "at 12:45", "at 12:30", "om 12.30 uur", NULL },
    /* no number of the language: only as it stands */
    { "nl", "version 1.2.4", "version 1.2.3", "versie 1.2.3", "versie 1.2.4" },
    { "nl", "version 1.2.4", "version 1.2.3", "versie 1,2,3", NULL },
    { "nl", "version 1.25", "version 1.2.3", "versie 1.2.3", NULL },
    /* not safe */
    { "nl", "13 of 21", "12 of 20", "twaalf van 20", NULL },
    { "nl", "2 of 21", "1 of 20", "1 van 20", NULL },
    { "nl", "Page 13", "Page 13", "Pagina 13", NULL },
    { "nl", "Page 13", "Page 12", "Pagina twaalf", NULL },
    { "nl", "Page 13", "Page 12", "Pagina 12 van 12", NULL },
    { "nl", "from 13 to 12", "from 12 to 12", "van 12 tot 12", NULL },
    { "nl", "13 of 20 or 30", "12 of 20", "12 van 20", NULL },
    { "nl", "no number", "Page 12", "Pagina 12", NULL },
    { "nl", "room B13", "room B12", "kamer B12", NULL },
    { "nl", "room 13", "room 12", "kamer B12", NULL },
    { "nl", "cost -13", "cost 12", "kost 12", NULL },
    { "nl", "cost 13%", "cost 12", "kost 12", NULL },
    { "nl", "2 files", "1 files", "1 bestand", NULL },
    { "pl", "7 files", "3 files", "3 pliki", NULL },
    { "pl", "4 files", "3 files", "3 pliki", "4 pliki" },
    { "nl", "Page \xD9\xA3", "Page 12", "Pagina 12", NULL },
    { "nl", "12345678901234567 of 2", "12345678901234568 of 2",
      "12345678901234568 van 2", "12345678901234567 van 2" },
};

static void test_numbers(void **state)
{
    hxp_numerals *english, *other;
    hxp_arena arena = { NULL };
    (void)state;
    assert_int_equal(hxp_numerals_new(&english, language("en"), NULL), HXP_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        hxp_variant source = { .content.text = hxp_str_of(cases[i].source) };
        hxp_variant target = { .content.text = hxp_str_of(cases[i].target) };
        hxp_match match = { .source = &source, .target = &target };
        hxp_adapted adapted;
        char text[100];
        assert_int_equal(hxp_numerals_new(&other, language(cases[i].to), NULL),
                         HXP_OK);
        assert_int_equal(hxp_adapt(&adapted,
                                   &(hxp_adapting){ english, other, &arena },
                                   &match, hxp_str_of(cases[i].query), NULL),
                         HXP_OK);
        snprintf(text, sizeof text, "%.*s", HXP_FMT(adapted.content.text));
        assert_string_equal(text, cases[i].adapted ? cases[i].adapted
                                                   : cases[i].target);
        assert_int_equal(adapted.count > 0, cases[i].adapted != NULL);
        hxp_numerals_free(other);
    }
    hxp_numerals_free(english);
    hxp_arena_free(&arena);
}

/** Codes stay where they were, before or behind the number. */
static void test_codes_move(void **state)
{
    static const hxp_code codes[] = {
        { .kind = HXP_CODE_STANDALONE, .offset = 1 },
        { .kind = HXP_CODE_STANDALONE, .offset = 2 },
        { .kind = HXP_CODE_STANDALONE, .offset = 4 },
        { .kind = HXP_CODE_STANDALONE, .offset = 5 },
    };
    hxp_numerals *english;
    hxp_arena arena = { NULL };
    hxp_variant source = { .content.text = HXP_STR("a 12 b") };
    hxp_variant target = { .content = { HXP_STR("x 12 y"), codes, 4, NULL,
                                        0 } };
    hxp_match match = { .source = &source, .target = &target };
    hxp_adapted adapted;
    (void)state;
    assert_int_equal(hxp_numerals_new(&english, language("en"), NULL), HXP_OK);
    assert_int_equal(hxp_adapt(&adapted,
                               &(hxp_adapting){ english, english, &arena },
                               &match, HXP_STR("a 1234 b"), NULL),
                     HXP_OK);
    assert_true(hxp_str_is(adapted.content.text, "x 1234 y"));
    assert_int_equal(adapted.content.code_count, 4);
    assert_int_equal(adapted.content.codes[0].offset, 1);
    assert_int_equal(adapted.content.codes[1].offset, 2);
    assert_int_equal(adapted.content.codes[2].offset, 6);
    assert_int_equal(adapted.content.codes[3].offset, 7);
    hxp_numerals_free(english);
    hxp_arena_free(&arena);
}

/* --- Units ---------------------------------------------------------------- */

#define HEAD                                                                   \
    "<tmx version=\"1.4\"><header creationtool=\"a\" "                         \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" adminlang=\"en\"" \
    " srclang=\"en\" datatype=\"d\"/><body>"
#define TUV(language, seg)                                                     \
    "<tuv xml:lang=\"" language "\"><seg>" seg "</seg></tuv>"
#define TU(en, nl) "<tu>" TUV("en", en) TUV("nl", nl) "</tu>"
#define END        "</body></tmx>"

/** Pretranslate tmx by a memory of units; the result as format. */
static char *pretranslate(const char *units, const char *tmx,
                          const char *format, hxp_pretranslation_counts *counts)
{
    hxp_memory *memory;
    hxp_memory_counts added;
    hxp_lookup *lookup;
    hxp_lookup_options looking = HXP_LOOKUP_OPTIONS_INIT;
    hxp_pretranslate_options options = HXP_PRETRANSLATE_OPTIONS_INIT;
    hxp_write_options writing = { .format = format, .from = "en", .to = "nl" };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_unit_sink *writer, *filter;
    hxp_output *output;
    hxp_input *input;
    store_remove();
    memset(counts, 0, sizeof *counts);
    looking.from = options.from = "en";
    looking.to = options.to = "nl";
    options.counts = counts;
    options.source = language("en");
    options.target = language("nl");
    options.xliff = strcmp(format, "xliff") == 0;
    options.xliff2 = strcmp(format, "xliff2") == 0;
    reading.format = "tmx";
    assert_int_equal(
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_CREATE, NULL),
        HXP_OK);
    assert_int_equal(store_add(memory, "m", hxp_str_of(units), &added, NULL),
                     HXP_OK);
    assert_int_equal(hxp_lookup_new(&lookup, memory, &looking, NULL), HXP_OK);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_unit_writer_new(&writer, output, &writing, NULL),
                     HXP_OK);
    assert_int_equal(
        hxp_pretranslate_new(&filter, writer, lookup, &options, NULL), HXP_OK);
    assert_int_equal(hxp_input_memory(&input, hxp_str_of(tmx), "t", NULL),
                     HXP_OK);
    assert_int_equal(hxp_read_units(input, &reading, filter, NULL), HXP_OK);
    assert_int_equal(writer->end(writer, NULL), HXP_OK);
    filter->close(filter);
    hxp_input_close(input);
    hxp_str bytes = hxp_output_bytes(output);
    char *text = strndup(bytes.ptr, bytes.len);
    assert_non_null(text);
    hxp_output_close(output);
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    return text;
}

static void expect_in(const char *text, const char *part)
{
    if (!strstr(text, part))
        print_error("%s\nis not in\n%s\n", part, text);
    assert_non_null(strstr(text, part));
}

static void test_units(void **state)
{
    hxp_pretranslation_counts counts;
    (void)state;
    char *text = pretranslate(
        HEAD TU("Open it", "Open") TU("Close it now", "Sluit nu") END,
        HEAD TU("Open it", "") TU("Open it", "Doe open")
            TU("Close it", "") "<tu>" TUV("de", "Nichts") "</tu>" END,
        "tsv", &counts);
    assert_string_equal(text, "en\tnl\tde\nOpen it\tOpen\t\nOpen it\tDoe "
                              "open\t\nClose it\t\t\n\t\tNichts\n");
    assert_int_equal(counts.exact, 1);
    assert_int_equal(counts.fuzzy, 0);
    assert_int_equal(counts.kept, 1);
    assert_int_equal(counts.none, 2);
    free(text);
}

/** A match's codes are taken when the source has the same. */
static void test_codes(void **state)
{
    hxp_pretranslation_counts counts;
    (void)state;
    char *text = pretranslate(
        HEAD TU("Press the key <ph x=\"1\">&lt;k/&gt;</ph> now",
                "Druk nu <ph x=\"1\">&lt;k/&gt;</ph>") END,
        HEAD TU("Press the key <ph x=\"1\">&lt;k/&gt;</ph> now", "")
            TU("Press the key <ph x=\"1\">&lt;k/&gt;</ph> here", "")
                TU("Press the key <ph x=\"1\">&lt;other/&gt;</ph> now", "") END,
        "tmx", &counts);
    assert_int_equal(counts.exact, 1);
    assert_int_equal(counts.fuzzy, 2);
    expect_in(text, "<seg>Druk nu <ph x=\"1\">&lt;k/&gt;</ph></seg>");
    expect_in(text, "<prop type=\"x-hexapla-match-codes\">dropped</prop>");
    expect_in(text, "<seg>Druk nu </seg>");
    free(text);
}

/** XLIFF says quality, origin and state as the standards have it. */
static void test_xliff(void **state)
{
    static const char memory[] =
        HEAD TU("Page 12 of all", "Pagina 12 van 12") TU("Open it", "Open") END;
    static const char file[] =
        HEAD TU("Page 13 of all", "") TU("Open it", "") TU("nothing", "") END;
    hxp_pretranslation_counts counts;
    (void)state;
    char *text = pretranslate(memory, file, "xliff", &counts);
    expect_in(text, "<target state=\"needs-review-translation\" "
                    "state-qualifier=\"fuzzy-match\">Pagina 12 van 12<");
    expect_in(text, "<alt-trans match-quality=\"92%\" origin=\"m\"><source>"
                    "Page 12 of all</source><target>Pagina 12 van 12</target>"
                    "<context-group");
    expect_in(text, "<target state=\"translated\" "
                    "state-qualifier=\"exact-match\">Open<");
    free(text);
    text = pretranslate(memory, file, "xliff2", &counts);
    expect_in(text, "<mtc:match ref=\"#s1\" type=\"tm\" matchQuality=\"92\" "
                    "origin=\"m\"><mda:metadata>");
    expect_in(text, "<segment id=\"s1\" state=\"initial\">");
    expect_in(text, "<segment id=\"s1\" state=\"translated\">");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_codes_move),
        cmocka_unit_test(test_units),   cmocka_unit_test(test_codes),
        cmocka_unit_test(test_xliff),
    };
    if (!store_folder() ||
        hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL) != HXP_OK)
        return 1;
    int failed = cmocka_run_group_tests_name("pretranslate", tests, NULL, NULL);
    hxp_locales_free(locales);
    store_folder_remove();
    return failed;
}
