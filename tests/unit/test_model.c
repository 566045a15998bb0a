/* test_model.c - places in content, variants of units, termbases. */
#include "base/str.h"

#include <hexapla/model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check_place(const hxp_content *content, size_t offset, size_t line,
                        size_t column, size_t column16)
{
    hxp_place place = hxp_content_place(content, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.column16, column16);
}

/* "a&amp;é" on line 3 from column 6, then a break and an emoji on line 4. */
static void test_content_place(void **state)
{
    const hxp_run runs[] = {
        { 0, { 3, 6, 6 } }, /* a */
        { 1, { 3, 7, 7 } }, /* & of &amp; */
        { 2, { 3, 12, 12 } },
    };
    hxp_content content = { .text = HXP_STR("a&é\n😀x"),
                            .runs = runs,
                            .run_count = 3 };
    (void)state;
    check_place(&content, 0, 3, 6, 6);
    check_place(&content, 1, 3, 7, 7);
    check_place(&content, 2, 3, 12, 12);
    check_place(&content, 4, 3, 13, 13);
    check_place(&content, 5, 4, 1, 1);
    check_place(&content, 9, 4, 2, 3);
    check_place(&content, 10, 4, 3, 4);
    content.run_count = 0;
    check_place(&content, 4, 0, 0, 0);
}

static void test_unit_variant(void **state)
{
    const hxp_variant variants[] = { { .language = HXP_STR("en") },
                                     { .language = HXP_STR("fr-BE") },
                                     { .language = HXP_STR("FR-be") } };
    const hxp_unit unit = { .variants = variants, .variant_count = 3 };
    (void)state;
    assert_ptr_equal(hxp_unit_variant(&unit, HXP_STR("EN")), &variants[0]);
    assert_ptr_equal(hxp_unit_variant(&unit, HXP_STR("fr-be")), &variants[1]);
    assert_null(hxp_unit_variant(&unit, HXP_STR("fr")));
    assert_null(hxp_unit_variant(&unit, HXP_STR("")));
}

static void test_level_names(void **state)
{
    (void)state;
    assert_string_equal(hxp_level_name(HXP_NOTE), "note");
    assert_string_equal(hxp_level_name(HXP_WARNING), "warning");
    assert_string_equal(hxp_level_name(HXP_ERROR), "error");
}

static void test_termbase(void **state)
{
    char text[] = "motion";
    char note[] = "of order";
    const hxp_detail notes[] = { { .type = HXP_STR("note"),
                                   .text = { note, 8 } } };
    const hxp_term terms[] = {
        { .text = { text, 6 },
          .language = HXP_STR("en"),
          .place = { 7, 3, 3 },
          .details = { notes, 1 } },
        { .text = HXP_STR("motie"),
          .language = HXP_STR("nl"),
          .status = HXP_TERM_DEPRECATED,
          .file = "t.tbx",
          .place = { 8, 3, 3 } },
    };
    const hxp_concept concept = { .id = HXP_STR("c1"),
                                  .terms = terms,
                                  .term_count = 2 };
    hxp_termbase *termbase;
    (void)state;
    assert_int_equal(hxp_termbase_new(&termbase, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_count(termbase), 0);
    for (int i = 0; i < 100; i++)
        assert_int_equal(hxp_termbase_add(termbase, &concept, NULL), HXP_OK);
    text[0] = note[0] = 'X'; /* the termbase has copies */
    assert_int_equal(hxp_termbase_count(termbase), 100);
    const hxp_concept *kept = hxp_termbase_concept(termbase, 42);
    assert_true(hxp_str_is(kept->id, "c1"));
    assert_int_equal(kept->term_count, 2);
    assert_true(hxp_str_is(kept->terms[0].text, "motion"));
    assert_int_equal(kept->terms[0].place.line, 7);
    assert_true(hxp_str_is(kept->terms[1].language, "nl"));
    assert_int_equal(kept->terms[1].status, HXP_TERM_DEPRECATED);
    assert_string_equal(kept->terms[1].file, "t.tbx");
    assert_int_equal(kept->terms[0].details.count, 1);
    assert_true(hxp_str_is(kept->terms[0].details.items[0].text, "of order"));
    hxp_termbase_free(termbase);
    hxp_termbase_free(NULL);
}

/** Add a concept of terms, each "language text", with a note. */
static void add_concept(hxp_termbase *termbase, const char *id,
                        const char *const *pairs)
{
    hxp_term terms[4];
    const hxp_detail note = { .type = HXP_STR("note"), .text = hxp_str_of(id) };
    hxp_concept concept = { .id = hxp_str_of(id),
                            .terms = terms,
                            .details = { &note, 1 } };
    for (; pairs[concept.term_count]; concept.term_count++) {
        hxp_str text = hxp_str_of(pairs[concept.term_count]), language;
        hxp_str_cut(&text, ' ', &language);
        terms[concept.term_count] =
            (hxp_term){ .text = text, .language = language };
    }
    assert_int_equal(hxp_termbase_add(termbase, &concept, NULL), HXP_OK);
}

#define TERMS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/** Concept i has an id and terms, and a note for each file it came from. */
static void check_concept(const hxp_termbase *termbase, size_t i,
                          const char *id, const char *terms, size_t notes)
{
    char text[256] = "";
    const hxp_concept *concept = hxp_termbase_concept(termbase, i);
    for (size_t k = 0; k < concept->term_count; k++) {
        strncat(text, k > 0 ? "|" : "", 2);
        strncat(text, concept->terms[k].text.ptr, concept->terms[k].text.len);
    }
    assert_true(hxp_str_is(concept->id, id));
    assert_string_equal(text, terms);
    assert_int_equal(concept->details.count, notes);
}

static void test_join(void **state)
{
    hxp_termbase *termbase;
    (void)state;
    assert_int_equal(hxp_termbase_new(&termbase, NULL), HXP_OK);
    add_concept(termbase, "1", TERMS("en motion"));
    add_concept(termbase, "2", TERMS("en bill", "nl wetsvoorstel"));
    add_concept(termbase, "3", TERMS("en whip", "nl fractieleider"));
    add_concept(termbase, "", TERMS("en quorum"));
    assert_int_equal(hxp_termbase_join(termbase, 0, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_count(termbase), 4);
    add_concept(termbase, "3", TERMS("de Katze", "nl kat"));
    add_concept(termbase, "2", TERMS("en bill", "de Gesetzentwurf"));
    add_concept(termbase, "1", TERMS("nl motie"));
    add_concept(termbase, "", TERMS("nl quorum"));
    assert_int_equal(hxp_termbase_join(termbase, 4, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_count(termbase), 6);
    check_concept(termbase, 0, "1", "motion|motie", 2);
    check_concept(termbase, 1, "2", "bill|wetsvoorstel|bill|Gesetzentwurf", 2);
    check_concept(termbase, 2, "3", "whip|fractieleider", 1);
    check_concept(termbase, 3, "", "quorum", 1);
    check_concept(termbase, 4, "3", "Katze|kat", 1);
    check_concept(termbase, 5, "", "quorum", 1);
    hxp_termbase_free(termbase);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_content_place),
        cmocka_unit_test(test_unit_variant),
        cmocka_unit_test(test_level_names),
        cmocka_unit_test(test_termbase),
        cmocka_unit_test(test_join),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
