/* test_terms.c - which terms are found where. */
#include "base/str.h"
#include "matching.h"
#include "terms/serves.h"
#include "terms/word_table.h"
#include "terms/words.h"

#include <hexapla/terms.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/** The hits as "term=text term=text", covered ones in parentheses. */
static void expect(matching *f, const char *text, const char *expected)
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
    matching f = matching_setup();
    hxp_term_hits hits;
    const hxp_str text = HXP_STR("The bank. A bank holiday. The house.");
    matching_add(&f, "en", "bank");
    matching_add(&f, "en", "bank holiday");
    matching_add(&f, "en", "house");
    matching_start(&f, "en");
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
    matching_teardown(&f);
}

/** Check that the hits of concept, looked for alone, are those of all. */
static void check_alone(matching *f, hxp_str text, const hxp_concept *concept)
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
    matching f = matching_setup();
    char text[256];
    uint32_t seed = 1;
    for (int round = 0; round < 600; round++) {
        text[0] = '\0';
        for (int i = 0; i < (round < TERMS ? 2 + round % 3 : 12); i++) {
            seed = seed * 1664525 + 1013904223;
            strcat(text, parts[(seed >> 16) % PARTS]);
        }
        if (round < TERMS)
            matching_add(&f, "nl", text);
        if (round == TERMS - 1)
            matching_start(&f, "nl");
        for (size_t c = 0; round >= TERMS && c < TERMS; c++)
            check_alone(&f, hxp_str_of(text),
                        hxp_termbase_concept(f.termbase, c));
    }
    matching_teardown(&f);
}

static void finds_words_whatever_their_case(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "genocide");
    matching_start(&f, "en");
    assert_true(hxp_term_matcher_any(f.matcher));
    expect(&f, "Genocide, GENOCIDE and genocide.",
           "genocide=Genocide | genocide=GENOCIDE | genocide=genocide");
    expect(&f, "genocidetribunal ungenocide", "");
    expect(&f, "", "");
    matching_teardown(&f);
}

static void finds_inflected_forms(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "extradition treaty");
    matching_add(&f, "de", "Antrag");
    matching_add(&f, "nl", "uitleveringsverdrag");
    matching_add(&f, "fr", "crime contre l'humanité");
    matching_start(&f, "en");
    expect(&f, "two extradition treaties",
           "extradition treaty=extradition treaties");
    matching_start(&f, "de");
    expect(&f, "des Antrags, die Anträge", "Antrag=Antrags | Antrag=Anträge");
    matching_start(&f, "nl");
    expect(&f, "twee uitleveringsverdragen",
           "uitleveringsverdrag=uitleveringsverdragen");
    matching_start(&f, "fr");
    expect(&f, "des crimes contre l’humanité",
           "crime contre l'humanité=crimes contre l’humanité");
    matching_teardown(&f);
}

static void finds_what_stemmers_miss(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "nl", "resolutie");
    matching_add(&f, "nl", "gevangeniskampen");
    matching_add(&f, "nl", "graf");
    matching_add(&f, "nl", "huis");
    matching_add(&f, "nl", "knop");
    matching_add(&f, "fr", "travail forcé");
    matching_add(&f, "fr", "lieu");
    matching_add(&f, "fr", "demandeur");
    matching_start(&f, "nl");
    expect(&f, "de resoluties", "resolutie=resoluties");
    expect(&f, "graven, huizen, knoppen",
           "graf=graven | huis=huizen | knop=knoppen");
    expect(&f, "gevangeniskamp", "gevangeniskampen=gevangeniskamp");
    matching_start(&f, "fr");
    expect(&f, "les travaux forcés", "travail forcé=travaux forcés");
    expect(&f, "les lieux, la demandeuse", "lieu=lieux | demandeur=demandeuse");
    matching_teardown(&f);
}

static void the_longest_match_counts(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "human rights");
    matching_add(&f, "en", "human rights standards");
    matching_add(&f, "en", "standards body");
    matching_start(&f, "en");
    expect(&f, "human rights standards body",
           "human rights standards=human rights standards | "
           "(human rights=human rights) | (standards body=standards body)");
    expect(&f, "human rights, standards", "human rights=human rights");
    matching_teardown(&f);
}

static void equal_spans_give_each_concept_once(void **state)
{
    (void)state;
    matching f = matching_setup();
    hxp_term forms[] = { matching_term("en", "Uyghurs", HXP_TERM_ADMITTED),
                         matching_term("en", "Uyghur", HXP_TERM_PREFERRED) };
    hxp_term other = matching_term("en", "uyghur", HXP_TERM_ADMITTED);
    matching_add_terms(&f, "people", forms, 2);
    matching_add_terms(&f, "language", &other, 1);
    matching_start(&f, "en");
    expect(&f, "Uyghur", "Uyghur=Uyghur | uyghur=Uyghur");
    expect(&f, "Uyghurs", "Uyghurs=Uyghurs | uyghur=Uyghurs");
    matching_teardown(&f);
}

static void hyphens_and_apostrophes_only_join(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "Inter-Parliamentary Alliance");
    matching_add(&f, "en", "follow up");
    matching_start(&f, "en");
    expect(&f, "the inter parliamentary alliance",
           "Inter-Parliamentary Alliance=inter parliamentary alliance");
    expect(&f, "a follow-up; follow - up; follow\xE2\x80\x91up",
           "follow up=follow-up | follow up=follow\xE2\x80\x91up");
    expect(&f, "follow, up follow\nup", "follow up=follow\nup");
    matching_teardown(&f);
}

static void capitals_alone_are_exact(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "IT");
    matching_add(&f, "en", "IT department");
    matching_start(&f, "en");
    expect(&f, "it is It, IT and the IT departments",
           "IT=IT | IT department=IT departments | (IT=IT)");
    matching_teardown(&f);
}

static void drafts_are_not_found(void **state)
{
    (void)state;
    matching f = matching_setup();
    hxp_term draft = matching_term("en", "prison camp", HXP_TERM_DRAFT);
    matching_add_terms(&f, "camp", &draft, 1);
    matching_start(&f, "en");
    assert_false(hxp_term_matcher_any(f.matcher));
    expect(&f, "prison camp", "");
    matching_teardown(&f);
}

static void terms_without_words_are_never_found(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "\xC2\xAD");
    matching_add(&f, "en", "");
    matching_add(&f, "en", "C++ .*");
    matching_start(&f, "en");
    expect(&f, "\xC2\xAD C++ .* C", "C++ .*=C++ .*");
    matching_teardown(&f);
}

static void works_without_data_for_the_language(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "tlh", "tlhIngan");
    matching_start(&f, "tlh");
    expect(&f, "TLHINGAN", "tlhIngan=TLHINGAN");
    matching_teardown(&f);
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
    matching f = matching_setup();
    f.search = HXP_TERMS_LOOSE;
    matching_add(&f, "nl", "jaarlijks verslag");
    matching_add(&f, "nl", "uitleveren");
    matching_add(&f, "nl", "wegverkeer");
    matching_add(&f, "nl", "NAVO");
    matching_add(&f, "de", "in Kraft treten");
    matching_add(&f, "de", "Recht");
    matching_start(&f, "nl");
    expect(&f, "jaarlijks lang verslag; jaarlijks, verslag",
           "jaarlijks verslag=jaarlijks lang verslag");
    expect(&f, "jaarlijks en verslag; jaarlijks. verslag", "");
    expect(&f, "Zij leveren hem uit.", "uitleveren=leveren");
    expect(&f, "Hij zal hem uit moeten leveren.", "uitleveren=leveren");
    expect(&f, "Zij leveren wapens uit voorraad.", "");
    expect(&f, "weg- en luchtverkeer", "wegverkeer=weg");
    expect(&f, "wegverkeersregels", "wegverkeer=wegverkeersregels");
    expect(&f, "de navo", "(NAVO=navo)");
    matching_start(&f, "de");
    expect(&f, "Es tritt heute in Kraft.", "in Kraft treten=tritt");
    expect(&f, "Grundrechte, Unrecht", "Recht=Grundrechte");
    matching_teardown(&f);
}

static void tags_in_the_text_do_not_part_words(void **state)
{
    (void)state;
    matching f = matching_setup();
    matching_add(&f, "en", "harbour");
    matching_add(&f, "en", "a < b");
    matching_start(&f, "en");
    expect(&f, "har<b>bour</b>s", "harbour=har<b>bour</b>s");
    expect(&f,
           "har\xE2\x80\x8B"
           "bour",
           "harbour=har\xE2\x80\x8B"
           "bour");
    expect(&f, "a < b", "a < b=a < b");
    matching_teardown(&f);
}

static void beginnings_of_texts_are_known(void **state)
{
    (void)state;
    enum { WORD = HXP_FORM_WORD, VERB = HXP_FORM_VERB };
    const hxp_str none = HXP_STR(""), texts = HXP_STR("xyz");
    hxp_hash_set set = { NULL, 0 };
    assert_int_equal(hxp_hash_set_begun(&set, WORD, none, texts), 3);
    assert_true(hxp_hash_set_init(&set, 100));
    assert_int_equal(hxp_hash_set_begun(&set, WORD, none, texts), 0);
    hxp_hash_set_add_beginnings(&set, WORD, HXP_STR("haus"));
    hxp_hash_set_add_beginnings(&set, VERB, HXP_STR("ausbauen"));
    const struct {
        unsigned kind;
        const char *prefix, *text;
        size_t len;
    } asked[] = { { WORD, "", "haus", 4 },      { WORD, "", "hausbau", 4 },
                  { WORD, "", "haut", 3 },      { VERB, "", "haus", 0 },
                  { VERB, "aus", "bauten", 3 }, { VERB, "auf", "bauen", 0 } };
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        assert_int_equal(hxp_hash_set_begun(&set, asked[i].kind,
                                            hxp_str_of(asked[i].prefix),
                                            hxp_str_of(asked[i].text)),
                         asked[i].len);
    hxp_hash_set_free(&set);
}

/** What is asked of the words "Haus" and "Schule" before they are sought. */
static void tells_what_may_be_found(const hxp_term_words *known)
{
    const hxp_word words[] = {
        { .folded = HXP_STR("haus"), .bare = HXP_STR("haus") },
        { .folded = HXP_STR("häuser"), .bare = HXP_STR("hauser") },
        { .folded = HXP_STR("haustür"), .bare = HXP_STR("haustur") }
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_int_equal(hxp_term_words_may_share(known, &words[i]), i < 2);
    assert_true(hxp_term_words_may_own(known, HXP_STR("haus")));
    assert_true(hxp_term_words_may_own(known, HXP_STR("schul")));
    assert_false(hxp_term_words_may_own(known, HXP_STR("hau")));
    assert_int_equal(hxp_term_words_begun(known, HXP_STR("haustur")), 4);
    assert_int_equal(hxp_term_words_begun(known, HXP_STR("haut")), 3);
}

static void parts_of_words_are_remembered(void **state)
{
    (void)state;
    matching f = matching_setup();
    hxp_term_words known;
    hxp_analyzer *analyzer;
    const hxp_language *german;
    const hxp_word house = { .kind = HXP_WORD_LETTERS,
                             .folded = HXP_STR("haus"),
                             .bare = HXP_STR("haus"),
                             .stem = HXP_STR("haus") };
    const hxp_word school = { .kind = HXP_WORD_LETTERS,
                              .folded = HXP_STR("schule"),
                              .bare = HXP_STR("schule") };
    const hxp_str plural = HXP_STR("häuser");
    uint32_t number;
    assert_int_equal(
        hxp_locales_language(&german, f.locales, HXP_STR("de"), NULL), HXP_OK);
    assert_int_equal(hxp_analyzer_new(&analyzer, german, NULL), HXP_OK);
    assert_int_equal(hxp_term_words_init(&known, german, analyzer, NULL),
                     HXP_OK);
    assert_true(
        hxp_term_words_add(&number, &known, &house, house.folded, false) &&
        hxp_term_words_add(&number, &known, &school, school.folded, false));
    const hxp_form form = { HXP_FORM_WORD, false, house.folded };
    const hxp_form stem = { HXP_FORM_STEM, false, house.folded };
    const hxp_form other = { HXP_FORM_WORD, false, plural };
    for (int finished = 0; finished < 2; finished++) {
        number = 7;
        assert_true(hxp_term_words_own(&number, &known, &form) && number == 0);
        assert_non_null(hxp_term_words_key(&known, &stem));
        assert_false(hxp_term_words_own(&number, &known, &stem));
        assert_null(hxp_term_words_key(&known, &other));
        if (finished == 0)
            assert_true(hxp_term_words_finish(&known));
    }
    tells_what_may_be_found(&known);
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
    matching_teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(translations_may_say_it_in_other_words),
        cmocka_unit_test(tags_in_the_text_do_not_part_words),
        cmocka_unit_test(finds_terms_of_some_concepts),
        cmocka_unit_test(some_concepts_are_found_as_among_all),
        cmocka_unit_test(beginnings_of_texts_are_known),
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
