/* test_analysis.c - analysis: each segment in the band it belongs to; the
 * matches of segments among themselves as everybody would compute them. */
#include "naive_match.h"
#include "store.h"

#include "base/array.h"
#include "base/str.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char stored[] = "en\tnl\n"
                             "one two three four\t1\n"
                             "five six seven eight\t2\n"
                             "nine ten eleven twelve\t3\n";

/** A store, a look-up in it and an analysis. */
typedef struct fixture {
    hxp_memory *memory;
    hxp_lookup *lookup;
    hxp_analysis *analysis;
} fixture;

static fixture open_analysis(const char *units, bool internal)
{
    fixture it;
    hxp_memory_counts counts;
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    store_remove();
    assert_int_equal(
        hxp_memory_open(&it.memory, store_name(), HXP_MEMORY_CREATE, NULL),
        HXP_OK);
    assert_int_equal(
        store_add(it.memory, "m", hxp_str_of(units), &counts, NULL), HXP_OK);
    options.from = "en";
    options.to = "nl";
    options.min = 50;
    options.top = 1;
    assert_int_equal(hxp_lookup_new(&it.lookup, it.memory, &options, NULL),
                     HXP_OK);
    assert_int_equal(hxp_analysis_new(&it.analysis, it.lookup, internal, NULL),
                     HXP_OK);
    return it;
}

static void close_analysis(fixture *it)
{
    hxp_analysis_free(it->analysis);
    hxp_lookup_free(it->lookup);
    hxp_memory_close(it->memory);
}

/** Count the units of bytes, in a format. */
static void count(fixture *it, hxp_analysis_counts *counts, hxp_str bytes,
                  const char *format)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_unit_sink *sink;
    hxp_input *input;
    reading.format = format;
    memset(counts, 0, sizeof *counts);
    assert_int_equal(hxp_input_memory(&input, bytes, "test", NULL), HXP_OK);
    assert_int_equal(
        hxp_analysis_file_new(&sink, it->analysis, "en", counts, NULL), HXP_OK);
    assert_int_equal(hxp_read_units(input, &reading, sink, NULL), HXP_OK);
    sink->close(sink);
    hxp_input_close(input);
}

/** The segments of each band, in order. */
static void expect_segments(const hxp_analysis_counts *counts,
                            const char *expected)
{
    char found[200] = "";
    for (int band = 0; band < HXP_BANDS; band++) {
        size_t len = strlen(found);
        snprintf(found + len, sizeof found - len, "%s%zu", band ? " " : "",
                 counts->bands[band].segments);
    }
    assert_string_equal(found, expected);
}

static void test_bands(void **state)
{
    fixture it = open_analysis(stored, false);
    hxp_analysis_counts first, second;
    (void)state;
    count(&it, &first,
          HXP_STR("en\tnl\n"
                  "one two three four\t\n"     /* 101: what follows */
                  "five six seven eight\t\n"   /* 101: what stands before */
                  "something else\t\n"         /* new */
                  "nine ten eleven twelve\t\n" /* 100 */
                  "Nine ten eleven twelve\t\n" /* 98 */
                  "nine ten eleven twelvex\t\n"
                  "nine ten eleven thirteen\t\n" /* 79 */
                  "nine ten other words\t\n"     /* 50 */
                  "something else\t\n"           /* a repetition */
                  "something else\t\n"),
          "tsv");
    count(&it, &second,
          HXP_STR("en\tnl\tde\n"
                  "something else\tiets anders\t\n" /* in a file before */
                  "something else\t\t\n"            /* a repetition */
                  "\tniets\t\n"
                  "Nine ten eleven twelve\t\t\n"),
          "tsv");
    assert_int_equal(hxp_analysis_finish(it.analysis, NULL), HXP_OK);
    expect_segments(&first, "2 1 2 0 2 0 1 1 1");
    expect_segments(&second, "0 0 1 2 0 0 0 0 0");
    close_analysis(&it);
}

#define HEAD                                                                   \
    "<tmx version=\"1.4\"><header creationtool=\"a\" "                         \
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" adminlang=\"en\"" \
    " srclang=\"en\" datatype=\"d\"/><body>"
#define TU(id, en, nl)                                                         \
    "<tu tuid=\"" id "\"><tuv xml:lang=\"en\"><seg>" en                        \
    "</seg></tuv><tuv xml:lang=\"nl\"><seg>" nl "</seg></tuv></tu>"
#define END "</body></tmx>"

/** Ids are context; codes are counted, and make other segments. */
static void test_ids_and_codes(void **state)
{
    fixture it = open_analysis(HEAD TU("a", "Cancel", "1") TU("b", "Save", "2")
                                   TU("c", "Close", "3") END,
                               false);
    hxp_analysis_counts counts;
    (void)state;
    count(&it, &counts,
          HXP_STR(HEAD TU("c", "Close", "") TU("x", "Save", "") TU(
              "y", "Cancel <ph x=\"1\">&lt;b&gt;</ph>",
              "") TU("z", "Cancel<ph x=\"1\"/><ph x=\"2\"/>", "")
                      TU("z", "Caf\xC3\xA9 \xE4\xB8\xAD\xE6\x96\x87", "") END),
          "tmx");
    assert_int_equal(hxp_analysis_finish(it.analysis, NULL), HXP_OK);
    expect_segments(&counts, "1 1 0 0 2 0 0 0 1");
    assert_int_equal(counts.bands[HXP_BAND_95].codes, 3);
    assert_int_equal(counts.bands[HXP_BAND_95].characters, 7 + 6);
    assert_int_equal(counts.bands[HXP_BAND_95].solid, 12);
    assert_int_equal(counts.bands[HXP_BAND_NEW].words, 3);
    assert_int_equal(counts.bands[HXP_BAND_NEW].characters, 7);
    close_analysis(&it);
}

/* --- Internal matches ----------------------------------------------------- */

enum { SEGMENTS = 150, SIZE = 160 };

static char lines[SEGMENTS][SIZE];

static bool is_new(int i)
{
    for (int k = 0; k < i; k++)
        if (strcmp(lines[i], lines[k]) == 0)
            return false;
    return true;
}

/** Make segments, most of them like others, all of them different. */
static void make_lines(void)
{
    for (int i = 0; i < SEGMENTS; i += is_new(i)) {
        char *line = lines[i];
        line[0] = '\0';
        bool copy = i > 3 && naive_draw(4) > 0;
        if (copy)
            memcpy(line, lines[naive_draw((uint32_t)i)], SIZE);
        else
            for (int word = 0; word < 6; word++)
                snprintf(line + strlen(line), SIZE - strlen(line), "%c%c%c%u ",
                         'a' + (int)naive_draw(26), 'a' + (int)naive_draw(26),
                         'a' + (int)naive_draw(26), naive_draw(9));
        for (uint32_t k = 1 + naive_draw(5); k > 0; k--)
            line[naive_draw((uint32_t)strlen(line) - 1)] =
                (char)('a' + naive_draw(26));
    }
}

static hxp_band band_of(unsigned score)
{
    if (score >= 85)
        return score >= 95 ? HXP_BAND_95 : HXP_BAND_85;
    if (score >= 50)
        return score >= 75 ? HXP_BAND_75 : HXP_BAND_50;
    return HXP_BAND_NEW;
}

/** The bands that comparing every segment with all before it gives. */
static void compare_all(size_t bands[HXP_BANDS])
{
    static hxp_characters texts[SEGMENTS];
    hxp_caseless *caseless;
    assert_int_equal(hxp_caseless_new(&caseless, NULL), HXP_OK);
    for (int i = 0; i < SEGMENTS; i++) {
        unsigned best = 0;
        assert_int_equal(
            hxp_caseless_make(&texts[i], caseless, hxp_str_of(lines[i]), NULL),
            HXP_OK);
        for (int k = 0; k < i; k++) {
            naive_match match = naive_compare(&texts[i], &texts[k]);
            best = match.best > best ? match.best : best;
        }
        bands[band_of(best)]++;
    }
    for (int i = 0; i < SEGMENTS; i++)
        hxp_characters_free(&texts[i]);
    hxp_caseless_free(caseless);
}

static void test_internal(void **state)
{
    fixture it = open_analysis(stored, true);
    hxp_analysis_counts counts[2];
    size_t expected[HXP_BANDS] = { 0 };
    (void)state;
    make_lines();
    compare_all(expected);
    for (int half = 0; half < 2; half++) {
        hxp_buffer bytes = { NULL, 0, 0 };
        hxp_buffer_add(&bytes, HXP_STR("en\tnl\n"));
        for (int i = half * SEGMENTS / 2; i < (half + 1) * SEGMENTS / 2; i++) {
            hxp_buffer_add(&bytes, hxp_str_of(lines[i]));
            hxp_buffer_add(&bytes, HXP_STR("\t\n"));
        }
        count(&it, &counts[half], hxp_buffer_str(&bytes), "tsv");
        hxp_buffer_free(&bytes);
    }
    assert_int_equal(hxp_analysis_finish(it.analysis, NULL), HXP_OK);
    assert_true(expected[HXP_BAND_85] > 0 && expected[HXP_BAND_NEW] > 0);
    for (int band = 0; band < HXP_BANDS; band++)
        assert_int_equal(counts[0].bands[band].segments +
                             counts[1].bands[band].segments,
                         expected[band]);
    close_analysis(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bands),
        cmocka_unit_test(test_ids_and_codes),
        cmocka_unit_test(test_internal),
    };
    if (!store_folder())
        return 1;
    int failed = cmocka_run_group_tests_name("analysis", tests, NULL, NULL);
    store_folder_remove();
    return failed;
}
