/* test_term_readings.c - what a term found is where it stands, and what says a
 * term in other words. */
#include "base/str.h"
#include "matching.h"

#include <hexapla/terms.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/** What the first hit in text is said to be. */
static hxp_term_reading reading_of(matching *f, const char *text)
{
    hxp_term_hits hits;
    assert_int_equal(hxp_find_terms(&hits, f->matcher, hxp_str_of(text),
                                    HXP_TERMS_STRICT, NULL),
                     HXP_OK);
    assert_true(hits.count > 0);
    return hxp_term_matcher_reading(f->matcher, &hits.items[0]);
}

static void words_beside_a_term_tell_what_it_is(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "share");
    matching_add(&f, "en", "patient");
    matching_add(&f, "en", "case");
    matching_add(&f, "en", "to kill");
    matching_add(&f, "en", "IT");
    matching_start(&f, "en");
    assert_int_equal(reading_of(&f, "Shares fell."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "The share has a price."),
                     HXP_READING_NOUN);
    assert_int_equal(reading_of(&f, "They buy my shares."), HXP_READING_NOUN);
    assert_int_equal(reading_of(&f, "The share price"), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "They were sharing it."), HXP_READING_VERB);
    assert_int_equal(reading_of(&f, "Share"), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "Please share this page."),
                     HXP_READING_VERB);
    assert_int_equal(reading_of(&f, "She is patient."), HXP_READING_ADJECTIVE);
    assert_int_equal(reading_of(&f, "Patients slept."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "In case of fire, run."),
                     HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "They killed it."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "The kill was clean."), HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "We can IT"), HXP_READING_TERM);
    matching_teardown(&f);
}

static void capitals_tell_names_from_words(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "turkey");
    matching_add(&f, "en", "March");
    matching_start(&f, "en");
    assert_int_equal(reading_of(&f, "We left Turkey."), HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "We ate turkey."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "Turkey was cold."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "Roast Turkey"), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "EAT TURKEY"), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "The march was long."), HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "It was in March."), HXP_READING_TERM);
    matching_teardown(&f);
}

static void without_lists_every_hit_is_the_term(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "fi", "share");
    matching_start(&f, "fi");
    assert_int_equal(reading_of(&f, "please share this"), HXP_READING_TERM);
    matching_teardown(&f);
}

/** A concept of these two terms; part, of speech, is the first one's. */
static void add_pair(matching *f, const char *source, const char *target,
                     const char *part)
{
    const hxp_detail detail = { .type = HXP_STR("partOfSpeech"),
                                .text = hxp_str_of(part) };
    hxp_term pair[] = { matching_term("en", source, HXP_TERM_ADMITTED),
                        matching_term("de", target, HXP_TERM_ADMITTED) };
    pair[0].details = (hxp_details){ &detail, part[0] ? 1 : 0 };
    matching_add_terms(f, source, pair, 2);
}

static void terms_tell_what_one_does(void **state)
{
    (void)state;
    matching f = matching_setup();
    static const hxp_concept_kind kinds[] = { HXP_KIND_DONE, HXP_KIND_THING,
                                              HXP_KIND_DONE, HXP_KIND_THING,
                                              HXP_KIND_DONE, HXP_KIND_THING };
    add_pair(&f, "plant", "pflanzen", "");
    add_pair(&f, "gift", "Geschenk", "");
    add_pair(&f, "apply", "sich bewerben um", "");
    add_pair(&f, "plant", "pflanzen", "Noun");
    add_pair(&f, "gift", "Geschenk", "verb");
    add_pair(&f, "plant", "Pflanzen", "unknown");
    matching_start(&f, "de");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(hxp_term_matcher_kind(
                             f.matcher, hxp_termbase_concept(f.termbase, i)),
                         kinds[i]);
    matching_start(&f, "en"); /* no ending tells */
    assert_int_equal(
        hxp_term_matcher_kind(f.matcher, hxp_termbase_concept(f.termbase, 0)),
        HXP_KIND_MAYBE_DONE);
    matching_start(&f, "nl"); /* no term */
    assert_int_equal(
        hxp_term_matcher_kind(f.matcher, hxp_termbase_concept(f.termbase, 0)),
        HXP_KIND_THING);
    matching_teardown(&f);
}

/** True when text has what concept number says in another shape. */
static bool paraphrased(matching *f, size_t number, const char *text)
{
    bool said = true;
    hxp_term_hits hits;
    assert_int_equal(hxp_find_terms(&hits, f->matcher, hxp_str_of(text),
                                    HXP_TERMS_LOOSE, NULL),
                     HXP_OK);
    assert_int_equal(
        hxp_term_paraphrased(&said, f->matcher,
                             hxp_termbase_concept(f->termbase, number), NULL),
        HXP_OK);
    return said;
}

static void phrases_say_compounds(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "de", "Klimawandel");
    matching_add(&f, "de", "Mitgliedstaat");
    matching_add(&f, "en", "climate change");
    hxp_term draft = matching_term("de", "Klimaschutz", HXP_TERM_DRAFT);
    matching_add_terms(&f, "draft", &draft, 1);
    matching_add(&f, "de", "EU-Haushalt");
    matching_start(&f, "de");
    assert_true(paraphrased(&f, 0, "Der Wandel des Klimas kommt."));
    assert_true(paraphrased(&f, 1, "Die Mitgliedsstaaten tagen."));
    assert_false(paraphrased(&f, 0, "Der Wandel kommt, und das Klima."));
    assert_false(paraphrased(&f, 0, "Das Klima des Wandels"));
    assert_false(paraphrased(&f, 0, ""));
    assert_true(paraphrased(&f, 4, "Der Haushalt der EU"));
    assert_false(paraphrased(&f, 4, "Der Haushalt der UN, nicht der EU"));
    assert_false(paraphrased(&f, 4, "die EU"));
    assert_false(paraphrased(&f, 2, "Der Wandel des Klimas kommt."));
    assert_false(paraphrased(&f, 3, "Der Schutz des Klimas"));
    matching_teardown(&f);
}

static void languages_without_compounds_have_no_such_phrases(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "firefighter");
    matching_start(&f, "en");
    assert_false(paraphrased(&f, 0, "a fighter of the fire"));
    matching_teardown(&f);
}

/** Check whether the text last searched says concept number in other words. */
static void check_said(matching *f, size_t number, bool expected)
{
    bool said = !expected;
    assert_int_equal(
        hxp_term_paraphrased(&said, f->matcher,
                             hxp_termbase_concept(f->termbase, number), NULL),
        HXP_OK);
    assert_int_equal(said, expected);
}

static void the_words_of_a_text_stay_while_terms_are_looked_at(void **state)
{
    (void)state;
    matching f = matching_setup();
    hxp_term_hits hits;
    matching_add(&f, "de", "Klimawandel");
    matching_add(&f, "de", "Mitgliedstaat");
    matching_add(&f, "de", "Klimaanlage");
    matching_start(&f, "de");
    assert_int_equal(
        hxp_find_terms(&hits, f.matcher,
                       HXP_STR("Der Wandel des <b>Klimas</b> trifft auch den "
                               "Mitgliedsstaat."),
                       HXP_TERMS_LOOSE, NULL),
        HXP_OK);
    assert_int_equal(hits.count, 0);
    check_said(&f, 0, true);
    assert_int_equal(
        hxp_term_matcher_kind(f.matcher, hxp_termbase_concept(f.termbase, 2)),
        HXP_KIND_THING);
    check_said(&f, 1, true);
    check_said(&f, 2, false);
    check_said(&f, 0, true);
    matching_teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_beside_a_term_tell_what_it_is),
        cmocka_unit_test(capitals_tell_names_from_words),
        cmocka_unit_test(without_lists_every_hit_is_the_term),
        cmocka_unit_test(terms_tell_what_one_does),
        cmocka_unit_test(phrases_say_compounds),
        cmocka_unit_test(languages_without_compounds_have_no_such_phrases),
        cmocka_unit_test(the_words_of_a_text_stay_while_terms_are_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
