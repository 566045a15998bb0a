/* test_terms.c - which terms are found where. */
#include "base/str.h"
#include "terms/serves.h"
#include "terms/words.h"

#include <hexapla/terms.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct fixture {
    hxp_locales *locales;
    hxp_termbase *termbase;
    hxp_term_matcher *matcher;
    hxp_term_search search; /* strict unless a test says otherwise */
} fixture;

/** Start a termbase in which each term of a call to add() is a concept. */
static fixture setup(void)
{
    fixture f = { NULL, NULL, NULL, HXP_TERMS_STRICT };
    assert_int_equal(hxp_locales_open(&f.locales, SOURCE_DIR "/locales", NULL),
                     HXP_OK);
    assert_int_equal(hxp_termbase_new(&f.termbase, NULL), HXP_OK);
    return f;
}

static void add_terms(fixture *f, const char *id, const hxp_term *terms,
                      size_t count)
{
    hxp_concept concept = { .id = hxp_str_of(id),
                            .terms = terms,
                            .term_count = count };
    assert_int_equal(hxp_termbase_add(f->termbase, &concept, NULL), HXP_OK);
}

static hxp_term make_term(const char *language, const char *text,
                          hxp_term_status status)
{
    return (hxp_term){ .text = hxp_str_of(text),
                       .language = hxp_str_of(language),
                       .status = status };
}

static void add(fixture *f, const char *language, const char *text)
{
    hxp_term term = make_term(language, text, HXP_TERM_PREFERRED);
    add_terms(f, text, &term, 1);
}

static void start(fixture *f, const char *tag)
{
    const hxp_language *language;
    assert_int_equal(
        hxp_locales_language(&language, f->locales, hxp_str_of(tag), NULL),
        HXP_OK);
    hxp_term_matcher_free(f->matcher);
    assert_int_equal(
        hxp_term_matcher_new(&f->matcher, f->termbase, language, NULL), HXP_OK);
}

static void teardown(fixture *f)
{
    hxp_term_matcher_free(f->matcher);
    hxp_termbase_free(f->termbase);
    hxp_locales_free(f->locales);
}

/** The hits as "term=text term=text", covered ones in parentheses. */
static void expect(fixture *f, const char *text, const char *expected)
{
    char seen[1024] = "";
    size_t len = 0;
    hxp_term_hits hits;
    hxp_str view = hxp_str_of(text);
    assert_int_equal(hxp_find_terms(&hits, f->matcher, view, f->search, NULL),
                     HXP_OK);
    for (size_t i = 0; i < hits.count; i++) {
        const hxp_term_hit *hit = &hits.items[i];
        hxp_str found = hxp_str_part(view, hit->start, hit->end);
        int more =
            snprintf(seen + len, sizeof seen - len,
                     hit->covered ? "%s(%.*s=%.*s)" : "%s%.*s=%.*s",
                     i ? " | " : "", HXP_FMT(hit->term->text), HXP_FMT(found));
        assert_true(more > 0);
        len += (size_t)more;
        assert_true(len < sizeof seen);
    }
    assert_string_equal(seen, expected);
}

static void finds_terms_of_some_concepts(void **state)
{
    (void)state;
    fixture f = setup();
    hxp_term_hits hits;
    const hxp_str text = HXP_STR("The bank. A bank holiday. The house.");
    add(&f, "en", "bank");
    add(&f, "en", "bank holiday");
    add(&f, "en", "house");
    start(&f, "en");
    const hxp_concept *bank = hxp_termbase_concept(f.termbase, 0);
    const hxp_concepts one = { &bank, 1 }, none = { NULL, 0 };
    assert_int_equal(hxp_find_terms_of(&hits, f.matcher, text, &one, NULL),
                     HXP_OK);
    assert_int_equal(hits.count, 2);
    assert_true(hits.items[0].concept == bank && !hits.items[0].covered);
    assert_true(hits.items[1].concept == bank && hits.items[1].covered);
    assert_int_equal(hxp_find_terms_of(&hits, f.matcher, text, &none, NULL),
                     HXP_OK);
    assert_int_equal(hits.count, 0);
    expect(&f, "bank, house", "bank=bank | house=house");
    teardown(&f);
}

/** Check that the hits of concept, looked for alone, are those of all. */
static void check_alone(fixture *f, hxp_str text, const hxp_concept *concept)
{
    hxp_term_hit alone[32];
    hxp_term_hits hits;
    const hxp_concepts one = { &concept, 1 };
    size_t count = 0;
    assert_int_equal(hxp_find_terms_of(&hits, f->matcher, text, &one, NULL),
                     HXP_OK);
    size_t found = hits.count;
    assert_true(found <= sizeof alone / sizeof *alone);
    if (found > 0)
        memcpy(alone, hits.items, found * sizeof *alone);
    assert_int_equal(
        hxp_find_terms(&hits, f->matcher, text, HXP_TERMS_LOOSE, NULL), HXP_OK);
    for (size_t i = 0; i < hits.count; i++) {
        const hxp_term_hit *hit = &hits.items[i];
        if (hit->concept != concept)
            continue;
        assert_true(count < found);
        assert_ptr_equal(alone[count].term, hit->term);
        assert_int_equal(alone[count].start, hit->start);
        assert_int_equal(alone[count].end, hit->end);
        assert_int_equal(alone[count].match, hit->match);
        assert_int_equal(alone[count++].covered, hit->covered);
    }
    assert_int_equal(count, found);
}

static void some_concepts_are_found_as_among_all(void **state)
{
    (void)state;
    static const char *const parts[] = { "weg",       "verkeer ", "wegen- ",
                                         "en ",       "water",    "waters ",
                                         "afsluiten", ", ",       "sluit ",
                                         "af ",       "Weg ",     "-" };
    enum { PARTS = sizeof parts / sizeof *parts, TERMS = 40 };
    fixture f = setup();
    char text[256];
    uint32_t seed = 1;
    for (int round = 0; round < 600; round++) {
        text[0] = '\0';
        for (int i = 0; i < (round < TERMS ? 2 + round % 3 : 12); i++) {
            seed = seed * 1664525 + 1013904223;
            strcat(text, parts[(seed >> 16) % PARTS]);
        }
        if (round < TERMS)
            add(&f, "nl", text);
        if (round == TERMS - 1)
            start(&f, "nl");
        for (size_t c = 0; round >= TERMS && c < TERMS; c++)
            check_alone(&f, hxp_str_of(text),
                        hxp_termbase_concept(f.termbase, c));
    }
    teardown(&f);
}

static void finds_words_whatever_their_case(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "genocide");
    start(&f, "en");
    assert_true(hxp_term_matcher_any(f.matcher));
    expect(&f, "Genocide, GENOCIDE and genocide.",
           "genocide=Genocide | genocide=GENOCIDE | genocide=genocide");
    expect(&f, "genocidetribunal ungenocide", "");
    expect(&f, "", "");
    teardown(&f);
}

static void finds_inflected_forms(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "extradition treaty");
    add(&f, "de", "Antrag");
    add(&f, "nl", "uitleveringsverdrag");
    add(&f, "fr", "crime contre l'humanité");
    start(&f, "en");
    expect(&f, "two extradition treaties",
           "extradition treaty=extradition treaties");
    start(&f, "de");
    expect(&f, "des Antrags, die Anträge", "Antrag=Antrags | Antrag=Anträge");
    start(&f, "nl");
    expect(&f, "twee uitleveringsverdragen",
           "uitleveringsverdrag=uitleveringsverdragen");
    start(&f, "fr");
    expect(&f, "des crimes contre l’humanité",
           "crime contre l'humanité=crimes contre l’humanité");
    teardown(&f);
}

static void finds_what_stemmers_miss(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "nl", "resolutie");
    add(&f, "nl", "gevangeniskampen");
    add(&f, "nl", "graf");
    add(&f, "nl", "huis");
    add(&f, "nl", "knop");
    add(&f, "fr", "travail forcé");
    add(&f, "fr", "lieu");
    add(&f, "fr", "demandeur");
    start(&f, "nl");
    expect(&f, "de resoluties", "resolutie=resoluties");
    expect(&f, "graven, huizen, knoppen",
           "graf=graven | huis=huizen | knop=knoppen");
    expect(&f, "gevangeniskamp", "gevangeniskampen=gevangeniskamp");
    start(&f, "fr");
    expect(&f, "les travaux forcés", "travail forcé=travaux forcés");
    expect(&f, "les lieux, la demandeuse", "lieu=lieux | demandeur=demandeuse");
    teardown(&f);
}

static void the_longest_match_counts(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "human rights");
    add(&f, "en", "human rights standards");
    add(&f, "en", "standards body");
    start(&f, "en");
    expect(&f, "human rights standards body",
           "human rights standards=human rights standards | "
           "(human rights=human rights) | (standards body=standards body)");
    expect(&f, "human rights, standards", "human rights=human rights");
    teardown(&f);
}

static void equal_spans_give_each_concept_once(void **state)
{
    (void)state;
    fixture f = setup();
    hxp_term forms[] = { make_term("en", "Uyghurs", HXP_TERM_ADMITTED),
                         make_term("en", "Uyghur", HXP_TERM_PREFERRED) };
    hxp_term other = make_term("en", "uyghur", HXP_TERM_ADMITTED);
    add_terms(&f, "people", forms, 2);
    add_terms(&f, "language", &other, 1);
    start(&f, "en");
    expect(&f, "Uyghur", "Uyghur=Uyghur | uyghur=Uyghur");
    expect(&f, "Uyghurs", "Uyghurs=Uyghurs | uyghur=Uyghurs");
    teardown(&f);
}

static void hyphens_and_apostrophes_only_join(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "Inter-Parliamentary Alliance");
    add(&f, "en", "follow up");
    start(&f, "en");
    expect(&f, "the inter parliamentary alliance",
           "Inter-Parliamentary Alliance=inter parliamentary alliance");
    expect(&f, "a follow-up; follow - up; follow\xE2\x80\x91up",
           "follow up=follow-up | follow up=follow\xE2\x80\x91up");
    expect(&f, "follow, up follow\nup", "follow up=follow\nup");
    teardown(&f);
}

static void capitals_alone_are_exact(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "IT");
    add(&f, "en", "IT department");
    start(&f, "en");
    expect(&f, "it is It, IT and the IT departments",
           "IT=IT | IT department=IT departments | (IT=IT)");
    teardown(&f);
}

static void drafts_are_not_found(void **state)
{
    (void)state;
    fixture f = setup();
    hxp_term draft = make_term("en", "prison camp", HXP_TERM_DRAFT);
    add_terms(&f, "camp", &draft, 1);
    start(&f, "en");
    assert_false(hxp_term_matcher_any(f.matcher));
    expect(&f, "prison camp", "");
    teardown(&f);
}

static void terms_without_words_are_never_found(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "\xC2\xAD");
    add(&f, "en", "");
    add(&f, "en", "C++ .*");
    start(&f, "en");
    expect(&f, "\xC2\xAD C++ .* C", "C++ .*=C++ .*");
    teardown(&f);
}

static void works_without_data_for_the_language(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "tlh", "tlhIngan");
    start(&f, "tlh");
    expect(&f, "TLHINGAN", "tlhIngan=TLHINGAN");
    teardown(&f);
}

static void a_term_serves_its_language(void **state)
{
    (void)state;
    assert_true(hxp_term_serves(HXP_STR("nl"), HXP_STR("nl-BE")));
    assert_true(hxp_term_serves(HXP_STR("EN_us"), HXP_STR("en-GB")));
    assert_true(hxp_term_serves(HXP_STR("zh"), HXP_STR("zh-Hant-TW")));
    assert_true(hxp_term_serves(HXP_STR("zh-Hant"), HXP_STR("zh-hant-HK")));
    assert_true(hxp_term_serves(HXP_STR("ca-valencia"), HXP_STR("ca")));
    assert_false(hxp_term_serves(HXP_STR("zh-Hans"), HXP_STR("zh-Hant")));
    assert_false(hxp_term_serves(HXP_STR("nl"), HXP_STR("nds")));
    assert_false(hxp_term_serves(HXP_STR(""), HXP_STR("nl")));
}

static void translations_may_say_it_in_other_words(void **state)
{
    (void)state;
    fixture f = setup();
    f.search = HXP_TERMS_LOOSE;
    add(&f, "nl", "jaarlijks verslag");
    add(&f, "nl", "uitleveren");
    add(&f, "nl", "wegverkeer");
    add(&f, "nl", "NAVO");
    add(&f, "de", "in Kraft treten");
    add(&f, "de", "Recht");
    start(&f, "nl");
    expect(&f, "jaarlijks lang verslag; jaarlijks, verslag",
           "jaarlijks verslag=jaarlijks lang verslag");
    expect(&f, "jaarlijks en verslag; jaarlijks. verslag", "");
    expect(&f, "Zij leveren hem uit.", "uitleveren=leveren");
    expect(&f, "Hij zal hem uit moeten leveren.", "uitleveren=leveren");
    expect(&f, "Zij leveren wapens uit voorraad.", "");
    expect(&f, "weg- en luchtverkeer", "wegverkeer=weg");
    expect(&f, "wegverkeersregels", "wegverkeer=wegverkeersregels");
    expect(&f, "de navo", "(NAVO=navo)");
    start(&f, "de");
    expect(&f, "Es tritt heute in Kraft.", "in Kraft treten=tritt");
    expect(&f, "Grundrechte, Unrecht", "Recht=Grundrechte");
    teardown(&f);
}

static void tags_in_the_text_do_not_part_words(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "harbour");
    add(&f, "en", "a < b");
    start(&f, "en");
    expect(&f, "har<b>bour</b>s", "harbour=har<b>bour</b>s");
    expect(&f,
           "har\xE2\x80\x8B"
           "bour",
           "harbour=har\xE2\x80\x8B"
           "bour");
    expect(&f, "a < b", "a < b=a < b");
    teardown(&f);
}

/** What the first hit in text is said to be. */
static hxp_term_reading reading_of(fixture *f, const char *text)
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
    fixture f = setup();
    add(&f, "en", "share");
    add(&f, "en", "patient");
    add(&f, "en", "case");
    add(&f, "en", "to kill");
    add(&f, "en", "IT");
    start(&f, "en");
    assert_int_equal(reading_of(&f, "Shares fell."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "The share has a price."),
                     HXP_READING_NOUN);
    assert_int_equal(reading_of(&f, "They buy my shares."), HXP_READING_NOUN);
    assert_int_equal(reading_of(&f, "The share price"), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "They were sharing it."), HXP_READING_VERB);
    assert_int_equal(reading_of(&f, "Share"), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "Please share this page."),
                     HXP_READING_VERB);
    assert_int_equal(reading_of(&f, "She is patient."), HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "Patients slept."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "In case of fire, run."),
                     HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "They killed it."), HXP_READING_TERM);
    assert_int_equal(reading_of(&f, "The kill was clean."), HXP_READING_OTHER);
    assert_int_equal(reading_of(&f, "We can IT"), HXP_READING_TERM);
    teardown(&f);
}

static void without_lists_every_hit_is_the_term(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "fi", "share");
    start(&f, "fi");
    assert_int_equal(reading_of(&f, "please share this"), HXP_READING_TERM);
    teardown(&f);
}

/** A concept of these two terms; part, of speech, is the first one's. */
static void add_pair(fixture *f, const char *source, const char *target,
                     const char *part)
{
    const hxp_detail detail = { .type = HXP_STR("partOfSpeech"),
                                .text = hxp_str_of(part) };
    hxp_term pair[] = { make_term("en", source, HXP_TERM_ADMITTED),
                        make_term("de", target, HXP_TERM_ADMITTED) };
    pair[0].details = (hxp_details){ &detail, part[0] ? 1 : 0 };
    add_terms(f, source, pair, 2);
}

static void terms_tell_what_one_does(void **state)
{
    (void)state;
    fixture f = setup();
    static const hxp_concept_kind kinds[] = { HXP_KIND_DONE, HXP_KIND_THING,
                                              HXP_KIND_DONE, HXP_KIND_THING,
                                              HXP_KIND_DONE, HXP_KIND_THING };
    add_pair(&f, "plant", "pflanzen", "");
    add_pair(&f, "gift", "Geschenk", "");
    add_pair(&f, "apply", "sich bewerben um", "");
    add_pair(&f, "plant", "pflanzen", "Noun");
    add_pair(&f, "gift", "Geschenk", "verb");
    add_pair(&f, "plant", "Pflanzen", "unknown");
    start(&f, "de");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(hxp_term_matcher_kind(
                             f.matcher, hxp_termbase_concept(f.termbase, i)),
                         kinds[i]);
    start(&f, "en"); /* no ending tells */
    assert_int_equal(
        hxp_term_matcher_kind(f.matcher, hxp_termbase_concept(f.termbase, 0)),
        HXP_KIND_MAYBE_DONE);
    start(&f, "nl"); /* no term */
    assert_int_equal(
        hxp_term_matcher_kind(f.matcher, hxp_termbase_concept(f.termbase, 0)),
        HXP_KIND_THING);
    teardown(&f);
}

/** True when text has what concept number says in another shape. */
static bool paraphrased(fixture *f, size_t number, const char *text)
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
    fixture f = setup();
    add(&f, "de", "Klimawandel");
    add(&f, "de", "Mitgliedstaat");
    add(&f, "en", "climate change");
    hxp_term draft = make_term("de", "Klimaschutz", HXP_TERM_DRAFT);
    add_terms(&f, "draft", &draft, 1);
    add(&f, "de", "EU-Haushalt");
    start(&f, "de");
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
    teardown(&f);
}

static void languages_without_compounds_have_no_such_phrases(void **state)
{
    (void)state;
    fixture f = setup();
    add(&f, "en", "firefighter");
    start(&f, "en");
    assert_false(paraphrased(&f, 0, "a fighter of the fire"));
    teardown(&f);
}

/** Check whether the text last searched says concept number in other words. */
static void check_said(fixture *f, size_t number, bool expected)
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
    fixture f = setup();
    hxp_term_hits hits;
    add(&f, "de", "Klimawandel");
    add(&f, "de", "Mitgliedstaat");
    add(&f, "de", "Klimaanlage");
    start(&f, "de");
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
    teardown(&f);
}

static void parts_of_words_are_remembered(void **state)
{
    (void)state;
    fixture f = setup();
    hxp_term_words known;
    hxp_analyzer *analyzer;
    const hxp_language *german;
    const hxp_word house = { .kind = HXP_WORD_LETTERS,
                             .folded = HXP_STR("haus"),
                             .bare = HXP_STR("haus"),
                             .stem = HXP_STR("haus") };
    const hxp_str plural = HXP_STR("häuser");
    uint32_t number;
    assert_int_equal(
        hxp_locales_language(&german, f.locales, HXP_STR("de"), NULL), HXP_OK);
    assert_int_equal(hxp_analyzer_new(&analyzer, german, NULL), HXP_OK);
    assert_int_equal(hxp_term_words_init(&known, german, analyzer, NULL),
                     HXP_OK);
    assert_true(
        hxp_term_words_add(&number, &known, &house, house.folded, false));
    for (size_t i = 0; i < HXP_PARTS + 2; i++) {
        char text[32];
        const hxp_word_part *part = hxp_word_part_look(&known, plural);
        assert_non_null(part);
        assert_true(hxp_str_is(part->bare, "hauser"));
        assert_true(part->count > 0 && !part->itself);
        assert_ptr_equal(part, hxp_word_part_look(&known, plural));
        snprintf(text, sizeof text, "garten%zu", i);
        part = hxp_word_part_look(&known, hxp_str_of(text));
        assert_true(part && hxp_str_is(part->text, text) && part->count == 0);
        assert_true(known.parts.count <= HXP_PARTS);
    }
    assert_true(hxp_word_part_look(&known, house.folded)->itself);
    hxp_term_words_free(&known);
    hxp_analyzer_free(analyzer);
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(translations_may_say_it_in_other_words),
        cmocka_unit_test(tags_in_the_text_do_not_part_words),
        cmocka_unit_test(finds_terms_of_some_concepts),
        cmocka_unit_test(some_concepts_are_found_as_among_all),
        cmocka_unit_test(the_words_of_a_text_stay_while_terms_are_looked_at),
        cmocka_unit_test(parts_of_words_are_remembered),
        cmocka_unit_test(finds_words_whatever_their_case),
        cmocka_unit_test(finds_inflected_forms),
        cmocka_unit_test(finds_what_stemmers_miss),
        cmocka_unit_test(the_longest_match_counts),
        cmocka_unit_test(equal_spans_give_each_concept_once),
        cmocka_unit_test(hyphens_and_apostrophes_only_join),
        cmocka_unit_test(capitals_alone_are_exact),
        cmocka_unit_test(drafts_are_not_found),
        cmocka_unit_test(terms_without_words_are_never_found),
        cmocka_unit_test(works_without_data_for_the_language),
        cmocka_unit_test(a_term_serves_its_language),
        cmocka_unit_test(words_beside_a_term_tell_what_it_is),
        cmocka_unit_test(without_lists_every_hit_is_the_term),
        cmocka_unit_test(terms_tell_what_one_does),
        cmocka_unit_test(phrases_say_compounds),
        cmocka_unit_test(languages_without_compounds_have_no_such_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
