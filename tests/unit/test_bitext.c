/* test_bitext.c - words of two languages linked, phrases, what stands for them.
 */
#include "base/str.h"
#include "lexicon/renderings.h"

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
    assert_int_equal(words.items[0].flags,
                     HXP_WORD_INNER | HXP_WORD_OPENS | HXP_WORD_CAPITAL);
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
    assert_true(fabs(hxp_phrase_value(rights) - 3 * log2(3)) < 1e-9);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_renderings),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
