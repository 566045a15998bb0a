/* test_bead_units.c - beads become the units that others read. */
#include "base/array.h"
#include "base/str.h"

#include <hexapla/align.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/** A sink that writes down what it gets. */
struct notes {
    hxp_unit_sink sink;
    hxp_buffer text;
    size_t fail_at; /* the unit that is refused; 0: none */
    bool files;     /* of units, only the names of their files */
};

static void note(struct notes *notes, hxp_str text)
{
    assert_true(hxp_buffer_add(&notes->text, text));
}

static hxp_status take_header(hxp_unit_sink *sink,
                              const hxp_unit_header *header, hxp_error *error)
{
    struct notes *notes = (struct notes *)sink;
    (void)error;
    note(notes, header->source_language);
    for (size_t i = 0; i < header->language_count; i++) {
        note(notes, HXP_STR(" "));
        note(notes, header->languages[i]);
    }
    for (size_t i = 0; i < header->attributes.count; i++)
        note(notes, header->attributes.items[i].value);
    note(notes, HXP_STR("\n"));
    return HXP_OK;
}

static hxp_status take_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                            hxp_error *error)
{
    struct notes *notes = (struct notes *)sink;
    char number[32];
    (void)error;
    if (unit->number == notes->fail_at)
        return HXP_ESYSTEM;
    if (notes->files) {
        note(notes, unit->file);
        note(notes, HXP_STR(" "));
        return HXP_OK;
    }
    snprintf(number, sizeof number, "%zu", unit->number);
    note(notes, hxp_str_of(number));
    for (size_t i = 0; i < unit->attributes.count; i++)
        note(notes, unit->attributes.items[i].value);
    for (size_t i = 0; i < unit->remarks.count; i++) {
        note(notes, HXP_STR(" "));
        note(notes, unit->remarks.items[i].type);
        note(notes, HXP_STR("="));
        note(notes, unit->remarks.items[i].text);
    }
    for (size_t i = 0; i < unit->variant_count; i++) {
        note(notes, HXP_STR(" <"));
        note(notes, unit->variants[i].language);
        note(notes, HXP_STR("|"));
        note(notes, unit->variants[i].content.text);
        note(notes, HXP_STR(">"));
    }
    note(notes, HXP_STR("\n"));
    return HXP_OK;
}

static hxp_status take_end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)error;
    note((struct notes *)sink, HXP_STR("end"));
    return HXP_OK;
}

/* Two documents: three segments, one of them over two lines, and an empty. */
static hxp_segment source_items[] = {
    { 0, 0, 4 }, { 0, 5, 9 }, { 1, 11, 16 }, { 2, 17, 17 }
};
static hxp_segment target_items[] = { { 0, 0, 11 }, { 1, 12, 17 } };
static hxp_status run(struct notes *notes,
                      const hxp_bead_units_options *options)
{
    const hxp_document source = { .name = HXP_STR("a"),
                                  .language = HXP_STR("en"),
                                  .text = HXP_STR("One.\nTwo.\r\n6 \t 7\n") };
    const hxp_document target = { .name = HXP_STR("b"),
                                  .language = HXP_STR("nl"),
                                  .text = HXP_STR("Een \n twee. Drie.\n") };
    const hxp_segments parts[] = { { source_items, 4 }, { target_items, 2 } };
    const hxp_segmented documents[] = { { &source, &parts[0] },
                                        { &target, &parts[1] } };
    static const hxp_range sides[][2] = { { { 0, 2 }, { 0, 1 } },
                                          { { 2, 1 }, { 1, 0 } },
                                          { { 3, 1 }, { 1, 0 } },
                                          { { 4, 0 }, { 1, 1 } } };
    static const hxp_bead beads[] = { { sides[0], 0.97314 },
                                      { sides[1], 0.5 },
                                      { sides[2], 0.5 },
                                      { sides[3], 0.25 } };
    const hxp_alignment alignment = { beads, 4, 2 };
    notes->sink = (hxp_unit_sink){ take_header, take_unit, take_end, NULL };
    notes->text = (hxp_buffer){ NULL, 0, 0 };
    return hxp_bead_units(&notes->sink, &alignment, documents, options, NULL);
}

static void check(const struct notes *notes, const char *wanted)
{
    hxp_str text = hxp_buffer_str(&notes->text);
    if (!hxp_str_is(text, wanted))
        fail_msg("got:\n%.*s\nwanted:\n%s", HXP_FMT(text), wanted);
}

static void test_units(void **state)
{
    struct notes notes = { .fail_at = 0 };
    size_t left_out = 99;
    const hxp_bead_units_options options = { .left_out = &left_out };
    (void)state;
    assert_int_equal(run(&notes, &options), HXP_OK);
    check(&notes, "en en nl\n"
                  "1 x-hexapla-confidence=0.9731 x-hexapla-segments=en:0,1 nl:0"
                  " <en|One. Two.> <nl|Een twee.>\n"
                  "end");
    assert_int_equal(left_out, 2);
    hxp_buffer_free(&notes.text);
}

static void test_keep_unaligned_with_date(void **state)
{
    struct notes notes = { .fail_at = 0 };
    size_t left_out = 99;
    const hxp_bead_units_options options = { .keep_unaligned = true,
                                             .min_confidence = 0.3,
                                             .date = "20240101T000000Z",
                                             .left_out = &left_out };
    (void)state;
    assert_int_equal(run(&notes, &options), HXP_OK);
    check(&notes, "en en nl20240101T000000Z\n"
                  "120240101T000000Z x-hexapla-confidence=0.9731 "
                  "x-hexapla-segments=en:0,1 nl:0"
                  " <en|One. Two.> <nl|Een twee.>\n"
                  "220240101T000000Z x-hexapla-confidence=0.5000 "
                  "x-hexapla-segments=en:2 <en|6 \t 7>\n"
                  "end");
    assert_int_equal(left_out, 0);
    hxp_buffer_free(&notes.text);
}

static void test_sink_fails(void **state)
{
    struct notes notes = { .fail_at = 1 };
    (void)state;
    assert_int_equal(run(&notes, NULL), HXP_ESYSTEM);
    check(&notes, "en en nl\n");
    hxp_buffer_free(&notes.text);
}

static void test_last_file(void **state)
{
    const hxp_bead_units_options options = { .keep_unaligned = true,
                                             .last_file = true };
    struct notes notes = { .files = true };
    (void)state;
    assert_int_equal(run(&notes, &options), HXP_OK);
    check(&notes, "en en nl\nb a b end");
    hxp_buffer_free(&notes.text);
    assert_int_equal(run(&notes, NULL), HXP_OK);
    check(&notes, "en en nl\na end");
    hxp_buffer_free(&notes.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_keep_unaligned_with_date),
        cmocka_unit_test(test_sink_fails),
        cmocka_unit_test(test_last_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
