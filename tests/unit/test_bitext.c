/* test_bitext.c - words of two languages linked, phrases, what stands for them.
 */
#include "base/str.h"
#include "lexicon/renderings.h"

#include <hexapla/lexicon.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const texts[][2] = {
    { "The court discussed human rights.",
      "De rechtbank besprak mensenrechten." },
    { "The council discussed human rights.", "De raad besprak mensenrechten." },
    { "The court rejected the motion.", "De rechtbank verwierp de motie." },
    { "The council rejected the motion.", "De raad verwierp de motie." },
    { "The council rejected human rights.", "De raad verwierp mensenrechten." },
    { "The council discussed the motion.", "De raad besprak het voorstel." },
};

enum { TEXTS = sizeof texts / sizeof *texts };

typedef struct fixture {
    hxp_locales *locales;
    hxp_bitext bitext;
} fixture;

static int set_up(void **state)
{
    fixture *with = calloc(1, sizeof *with);
    const hxp_language *languages[2];
    *state = with;
    if (!with ||
        hxp_locales_open(&with->locales, SOURCE_DIR "/locales", NULL) != HXP_OK)
        return -1;
    for (size_t k = 0; k < 2; k++)
        if (hxp_locales_language(&languages[k], with->locales,
                                 hxp_str_of(k ? "nl" : "en"), NULL) != HXP_OK)
            return -1;
    if (hxp_bitext_init(&with->bitext, languages, NULL) != HXP_OK)
        return -1;
    for (size_t i = 0; i < TEXTS; i++) {
        const hxp_str both[] = { hxp_str_of(texts[i][0]),
                                 hxp_str_of(texts[i][1]) };
        if (hxp_bitext_add(&with->bitext, both, NULL) != HXP_OK)
            return -1;
    }
    return hxp_bitext_learn(&with->bitext) ? 0 : -1;
}

static int tear_down(void **state)
{
    fixture *with = *state;
    hxp_bitext_free(&with->bitext);
    hxp_locales_free(with->locales);
    free(with);
    return 0;
}

static void test_words(void **state)
{
    const fixture *with = *state;
    hxp_bitext_row words = hxp_bitext_words(&with->bitext, 0, 2);
    assert_int_equal(words.count, 5);
    assert_int_equal(words.items[0].flags, HXP_WORD_INNER | HXP_WORD_OPENS |
                                               HXP_WORD_DETERMINES |
                                               HXP_WORD_CAPITAL);
    assert_int_equal(words.items[1].flags,
                     HXP_WORD_CONTENT | HXP_WORD_TERM | HXP_WORD_FOLLOWS);
    assert_int_equal(words.items[4].start, 23);
    assert_int_equal(words.items[4].length, 6);
    assert_int_equal(hxp_bitext_words(&with->bitext, 1, 1).count, 4);
}

/** True when some link is that of words i and j. */
static bool has_link(const hxp_linker *linker, size_t i, size_t j)
{
    for (size_t k = 0; k < linker->count; k++)
        if (linker->links[k].at[0] == i && linker->links[k].at[1] == j)
            return true;
    return false;
}

static void test_links(void **state)
{
    const fixture *with = *state;
    hxp_linker linker = { .count = 0 };
    assert_true(hxp_bitext_link(&linker, &with->bitext, 4));
    assert_true(has_link(&linker, 1, 1)); /* council, raad */
    assert_true(has_link(&linker, 2, 2)); /* rejected, verwierp */
    assert_true(has_link(&linker, 3, 3)); /* both words of the compound */
    assert_true(has_link(&linker, 4, 3));
    assert_int_equal(linker.count, 4);
    assert_int_equal(linker.linked[1][3].first, 3);
    assert_int_equal(linker.linked[1][3].end, 5);
    hxp_linker_free(&linker);
}

static void test_phrases(void **state)
{
    const fixture *with = *state;
    hxp_phrases phrases = { .least = 0 };
    hxp_bitext_row words = hxp_bitext_words(&with->bitext, 0, 0);
    uint32_t number, part;
    assert_true(hxp_phrases_find(&phrases, &with->bitext, 0, 3));
    assert_true(hxp_phrases_at(&number, &phrases, words, 3, 2));
    const hxp_phrase *rights = &phrases.items[number];
    assert_int_equal(rights->count, 3);
    assert_int_equal(rights->words, 2);
    assert_int_equal(rights->closed, 3);
    assert_int_equal(rights->opened, 0);
    assert_false(hxp_phrase_is_term(rights, false));
    assert_true(fabs(hxp_phrase_value(rights) - 6) < 1e-9);
    /* "rights" stands in longer phrases alone: worth nothing of its own */
    assert_true(hxp_phrases_at(&part, &phrases, words, 4, 1));
    assert_int_equal(phrases.items[part].inside, 3);
    assert_true(fabs(hxp_phrase_value(&phrases.items[part])) < 1e-9);
    /* twice only; over a word that is none; of no such word at all */
    assert_false(hxp_phrases_at(&number, &phrases, words, 2, 2));
    assert_false(hxp_phrases_at(&number, &phrases, words, 0, 2));
    assert_false(hxp_phrases_at(&number, &phrases, words, 4, 2));
    words = hxp_bitext_words(&with->bitext, 0, 2);
    assert_true(hxp_phrases_at(&number, &phrases, words, 4, 1));
    assert_true(hxp_phrase_is_term(&phrases.items[number], false));
    assert_false(hxp_phrase_is_term(&phrases.items[number], true));
    hxp_phrases_free(&phrases);
}

/** A part of several longer ones counts by their mean, of one by that. */
static void test_bound_phrases(void **state)
{
    (void)state;
    hxp_phrase part = { .count = 10, .words = 1, .inside = 6, .longer = 3 };
    part.most = 4;
    assert_true(fabs(hxp_phrase_value(&part) - 8) < 1e-9);
    part.most = 6;
    assert_true(fabs(hxp_phrase_value(&part) - 4) < 1e-9);
    part.words = 2;
    assert_true(fabs(hxp_phrase_value(&part) - 8) < 1e-9);
}

static void test_renderings(void **state)
{
    const fixture *with = *state;
    hxp_renderings all = { .count = 0 };
    size_t found = 0;
    assert_true(hxp_renderings_find(&all, &with->bitext, 3));
    for (size_t i = 0; i < all.count; i++) {
        const hxp_rendering *one = &all.items[i];
        hxp_str source = hxp_words_text(&with->bitext, one, 0,
                                        hxp_str_of(texts[one->unit][0]));
        hxp_str target = hxp_words_text(&with->bitext, one, 1,
                                        hxp_str_of(texts[one->unit][1]));
        if (!hxp_str_is(source, "motion"))
            continue;
        assert_string_equal(one->unit == 5 ? "voorstel" : "motie",
                            target.ptr[0] == 'v' ? "voorstel" : "motie");
        assert_int_equal(target.len, one->unit == 5 ? 8 : 5);
        assert_true(one->clear);
        found++;
    }
    assert_int_equal(found, 3);
    hxp_renderings_free(&all);
}

/* --- Extracting ----------------------------------------------------------- */

/** Show the texts, some with a third language, to an extractor. */
static void extract(hxp_termbase **termbase, const fixture *with,
                    hxp_extract_options options)
{
    static const char *const german[TEXTS] = {
        [2] = "Das Gericht lehnte den Antrag ab.",
        [3] = "Der Rat lehnte den Antrag ab.",
        [5] = "Der Rat besprach den Antrag.",
    };
    const hxp_unit_header header = { .source_language = HXP_STR("en") };
    hxp_unit_sink *sink;
    options.locales = with->locales;
    assert_int_equal(hxp_termbase_new(termbase, NULL), HXP_OK);
    assert_int_equal(hxp_extractor_new(&sink, *termbase, &options, NULL),
                     HXP_OK);
    assert_int_equal(sink->begin(sink, &header, NULL), HXP_OK);
    for (size_t i = 0; i < TEXTS; i++) {
        const hxp_variant variants[] = {
            { .language = HXP_STR("nl-BE"),
              .content = { .text = hxp_str_of(texts[i][1]) } },
            { .language = HXP_STR("en"),
              .content = { .text = hxp_str_of(texts[i][0]) } },
            { .language = HXP_STR("de"),
              .content = { .text = hxp_str_of(german[i] ? german[i] : "") } },
        };
        const hxp_unit unit = { .number = i + 1,
                                .variants = variants,
                                .variant_count = 3 };
        assert_int_equal(sink->unit(sink, &unit, NULL), HXP_OK);
    }
    assert_int_equal(sink->end(sink, NULL), HXP_OK);
    sink->close(sink);
}

/** The concept whose first term is text. */
static const hxp_concept *find_concept(const hxp_termbase *termbase,
                                       const char *text)
{
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        if (hxp_str_is(concept->terms[0].text, text))
        return concept;
    }
    return NULL;
}

static void assert_detail(const hxp_term *term, size_t i, const char *type,
                          const char *text)
{
    assert_true(hxp_str_is(term->details.items[i].type, type));
    assert_true(hxp_str_is(term->details.items[i].text, text));
}

static void test_extract(void **state)
{
    hxp_extract_options options = HXP_EXTRACT_OPTIONS_INIT;
    hxp_termbase *termbase;
    options.confidence = 0;
    options.least = 3;
    extract(&termbase, *state, options);
    const hxp_concept *motion = find_concept(termbase, "motion");
    assert_non_null(motion);
    if (!motion)
        return; /* for compilers */
    assert_int_equal(motion->term_count, 3);
    const hxp_term *terms = motion->terms;
    assert_int_equal(terms[0].status, HXP_TERM_DRAFT);
    assert_true(hxp_str_is(terms[0].language, "en"));
    assert_int_equal(terms[0].details.count, 2);
    assert_detail(&terms[0], 0, "context", "The court rejected the motion.");
    assert_detail(&terms[0], 1, "frequency", "3");
    assert_true(hxp_str_is(terms[1].language, "nl-BE"));
    assert_true(hxp_str_is(terms[1].text, "motie"));
    assert_detail(&terms[1], 0, "context", "De rechtbank verwierp de motie.");
    assert_detail(&terms[1], 1, "frequency", "2");
    /* the root of 2 / (3 + 1) and 2 / (2 + 1) */
    assert_detail(&terms[1], 2, "confidence", "0.58");
    assert_true(hxp_str_is(terms[2].text, "Antrag"));
    hxp_termbase_free(termbase);
}

static void test_extract_less(void **state)
{
    static const char *const to[] = { "nl" };
    hxp_extract_options options = HXP_EXTRACT_OPTIONS_INIT;
    hxp_termbase *termbase;
    options.targets = to;
    options.target_count = 1;
    options.least = 3;
    options.most = 1;
    extract(&termbase, *state, options);
    assert_int_equal(hxp_termbase_count(termbase), 1);
    assert_int_equal(hxp_termbase_concept(termbase, 0)->term_count, 2);
    hxp_termbase_free(termbase);
    options.confidence = 0.6; /* more than that of "motion" */
    extract(&termbase, *state, options);
    assert_null(find_concept(termbase, "motion"));
    hxp_termbase_free(termbase);
    options.confidence = 0.5;
    options.least = 9;
    extract(&termbase, *state, options);
    assert_int_equal(hxp_termbase_count(termbase), 0);
    hxp_termbase_free(termbase);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),         cmocka_unit_test(test_links),
        cmocka_unit_test(test_bound_phrases), cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_renderings),    cmocka_unit_test(test_extract),
        cmocka_unit_test(test_extract_less),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
