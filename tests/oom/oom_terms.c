/* oom_terms.c - terms/ and check/ when memory runs out. */
#include "base/str.h"
#include "oom.h"

#include <hexapla/check.h>
#include <hexapla/lexicon.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct fixture {
    hxp_locales *locales;
    hxp_termbase *termbase;
} fixture;

static hxp_variant variant(const char *tag, const char *text)
{
    return (hxp_variant){ .language = hxp_str_of(tag),
                          .content = { .text = hxp_str_of(text) } };
}

static hxp_status ignore(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)error;
    assert_true(finding->message.len > 0);
    return HXP_OK;
}

static size_t findings_seen;

static hxp_status count(hxp_finding_sink *sink, const hxp_finding *finding,
                        hxp_error *error)
{
    findings_seen++;
    return ignore(sink, finding, error);
}

/** Every rule finds something, and every table grows. */
static hxp_status check(void *context, hxp_error *error)
{
    const fixture *with = context;
    static const char *const length[] = { "seg.length", "term.count" };
    hxp_check_options options = { .locales = with->locales,
                                  .enabled = length,
                                  .enabled_count = 2,
                                  .termbase = with->termbase,
                                  .source_language = "en" };
    hxp_finding_sink findings = { ignore, NULL, NULL };
    hxp_unit_sink *checker;
    const hxp_variant first[] = { variant("en", "word7x word8x word9x word3x"),
                                  variant("nl", "woord7x fout8x woord3x") };
    const hxp_variant second[] = { variant("en", "word7x"),
                                   variant("nl", "ander7x") };
    const hxp_variant third[] = {
        variant("en", "The %s costs 1,234 (one) “euro”, see http://a.example."),
        variant("nl",
                "De de {x} kost  5 (een “euro’, zie http://b.example !")
    };
    const hxp_variant fourth[] = { third[0],
                                   variant("nl", "Een <b>ander</b>") };
    const hxp_unit units[] = {
        { .number = 1, .variants = first, .variant_count = 2 },
        { .number = 2, .variants = second, .variant_count = 2 },
        { .number = 3, .variants = third, .variant_count = 2 },
        { .number = 4, .variants = fourth, .variant_count = 2 },
    };
    const hxp_unit_header header = { .source_language = HXP_STR("en") };
    hxp_status status = hxp_checker_new(&checker, &findings, &options, error);
    if (status != HXP_OK) {
        assert_null(checker);
        return status;
    }
    status = checker->begin(checker, &header, error);
    for (size_t i = 0; status == HXP_OK && i < 4; i++)
        status = checker->unit(checker, &units[i], error);
    if (status == HXP_OK)
        status = checker->end(checker, error);
    checker->close(checker);
    return status;
}

static const char *const texts[][2] = {
    { "The council rejected the motion.", "De raad verwierp de motie." },
    { "The court rejected the motion.", "De rechtbank verwierp de motie." },
    { "The council forgot the motion.", "De raad vergat de motie." },
    { "The court forgot the council.", "De rechtbank vergat de raad." },
    { "The court rejected the council.", "De rechtbank verwierp de raad." },
    { "The court forgot the motion.", "De rechtbank vergat het voorstel." }
};

enum { TEXTS = sizeof texts / sizeof *texts };

/** Send the texts to sink, end it and close it. */
static hxp_status send(hxp_unit_sink *sink, hxp_error *error)
{
    const hxp_unit_header header = { .source_language = HXP_STR("en") };
    hxp_status status = sink->begin(sink, &header, error);
    for (size_t i = 0; status == HXP_OK && i < TEXTS; i++) {
        const hxp_variant pair[] = { variant("en", texts[i][0]),
                                     variant("nl", texts[i][1]) };
        const hxp_unit unit = { .number = i + 1,
                                .variants = pair,
                                .variant_count = 2 };
        status = sink->unit(sink, &unit, error);
    }
    if (status == HXP_OK)
        status = sink->end(sink, error);
    sink->close(sink);
    return status;
}

/** The terms of the texts are found. */
static hxp_status extract(void *context, hxp_error *error)
{
    const fixture *with = context;
    hxp_extract_options options = HXP_EXTRACT_OPTIONS_INIT;
    hxp_termbase *termbase;
    hxp_unit_sink *extractor;
    options.locales = with->locales;
    options.least = 3;
    hxp_status status = hxp_termbase_new(&termbase, error);
    if (status != HXP_OK)
        return status;
    status = hxp_extractor_new(&extractor, termbase, &options, error);
    if (status == HXP_OK)
        status = send(extractor, error);
    if (status == HXP_OK)
        assert_int_equal(hxp_termbase_count(termbase), 2);
    hxp_termbase_free(termbase);
    return status;
}

/** Without a termbase the file tells that a term is translated otherwise. */
static hxp_status check_renderings(void *context, hxp_error *error)
{
    static const char *const off[] = { "seg" };
    const fixture *with = context;
    const hxp_check_options options = { .locales = with->locales,
                                        .disabled = off,
                                        .disabled_count = 1,
                                        .source_language = "en" };
    hxp_finding_sink findings = { count, NULL, NULL };
    hxp_unit_sink *checker;
    findings_seen = 0;
    hxp_status status = hxp_checker_new(&checker, &findings, &options, error);
    if (status == HXP_OK)
        status = send(checker, error);
    if (status == HXP_OK)
        assert_int_equal(findings_seen, 1);
    return status;
}

/** Enough concepts to make the tables of a matcher grow. */
static void fill(hxp_termbase *termbase)
{
    for (int i = 0; i < 40; i++) {
        char text[4][16];
        snprintf(text[0], sizeof text[0], "word%dx", i);
        snprintf(text[1], sizeof text[1], "woord%dx", i);
        snprintf(text[2], sizeof text[2], "ander%dx", i);
        snprintf(text[3], sizeof text[3], "fout%dx", i);
        const hxp_term terms[] = {
            { .text = hxp_str_of(text[0]),
              .language = HXP_STR("en"),
              .status = HXP_TERM_PREFERRED },
            { .text = hxp_str_of(text[1]),
              .language = HXP_STR("nl"),
              .status = HXP_TERM_PREFERRED },
            { .text = hxp_str_of(text[2]),
              .language = HXP_STR("nl"),
              .status = HXP_TERM_ADMITTED },
            { .text = hxp_str_of(text[3]),
              .language = HXP_STR("nl"),
              .status = HXP_TERM_DEPRECATED },
        };
        const hxp_concept concept = { .id = hxp_str_of(text[0]),
                                      .terms = terms,
                                      .term_count = 4 };
        assert_int_equal(hxp_termbase_add(termbase, &concept, NULL), HXP_OK);
    }
}

static void test_check(void **state)
{
    fixture with;
    const hxp_language *language;
    (void)state;
    assert_int_equal(
        hxp_locales_open(&with.locales, SOURCE_DIR "/locales", NULL), HXP_OK);
    /* Loaded once, so that what fails is the checker's. */
    assert_int_equal(
        hxp_locales_language(&language, with.locales, HXP_STR("en"), NULL),
        HXP_OK);
    assert_int_equal(
        hxp_locales_language(&language, with.locales, HXP_STR("nl"), NULL),
        HXP_OK);
    assert_int_equal(hxp_termbase_new(&with.termbase, NULL), HXP_OK);
    fill(with.termbase);
    oom_each(check, &with);
    oom_each(check_renderings, &with);
    oom_each(extract, &with);
    hxp_termbase_free(with.termbase);
    hxp_locales_free(with.locales);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_check) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
