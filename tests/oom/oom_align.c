/* oom_align.c - lexicon/ and align/ when memory runs out. */
#include "align/anchor.h"
#include "base/error.h"
#include "base/str.h"
#include "lexicon/lexicon.h"
#include "locales.h"
#include "oom.h"

#include <hexapla/align.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { NUMBERS = 40, LINE = 48 };

static hxp_status align(void *context, hxp_error *error)
{
    static const hxp_range joined[] = { { 1, 1 }, { 1, 1 }, { 0, 0 } };
    static const hxp_range lone[] = { { 2, 1 }, { 0, 0 }, { 0, 0 } };
    static const hxp_bead given[] = { { joined, 1 }, { lone, 1 } };
    static const hxp_block blocks[3] = { { HXP_BLOCK_HEADING, 1 } };
    static const hxp_document document = { .blocks = blocks };
    static hxp_segment items[] = { { 0, 0, 0 }, { 1, 0, 0 }, { 2, 0, 0 } };
    static const hxp_segments segments = { items, 3 }, none = { NULL, 0 };
    static const hxp_segmented documents[] = { { &document, &segments },
                                               { &document, &segments },
                                               { &document, &none } };
    hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
    hxp_alignment *alignment;
    options.documents = documents;
    options.fixed = given;
    options.fixed_count = 2;
    options.explain = true;
    hxp_status status = hxp_align(&alignment, context, 3, &options, error);
    assert_true((status == HXP_OK) == (alignment != NULL));
    hxp_alignment_free(alignment);
    return status;
}

static void test_align(void **state)
{
    const hxp_str english[] = { HXP_STR("The parliament of 1948 met."),
                                HXP_STR("Nobody came."), HXP_STR("") };
    const hxp_str dutch[] = { HXP_STR("Het parlement van 1948 vergaderde en"),
                              HXP_STR("niemand kwam."), HXP_STR("(Noot)") };
    hxp_side sides[] = { { language("en"), english, NULL, 3 },
                         { language("nl"), dutch, NULL, 3 },
                         { language("de"), dutch, NULL, 0 } };
    (void)state;
    oom_each(align, sides);
}

/** Two vocabularies of many words, to make every table grow. */
static hxp_status learn(void *context, hxp_error *error)
{
    hxp_vocabulary words[2] = { { .total = 0 }, { .total = 0 } };
    const hxp_vocabularies both = {
        &words[0], &words[1], "en", "nl", { NULL, NULL }
    };
    hxp_lexicon *lexicon = NULL;
    uint32_t numbers[60];
    hxp_example example = { numbers, numbers, 60, 60, 1 };
    bool done = true;
    (void)context;
    for (size_t i = 0; i < 300 && done; i++) {
        char text[6] = "";
        for (size_t k = 0, left = i * 7919; k < 5; k++, left /= 5)
            text[k] = (char)('a' + left % 26);
        const hxp_word word = { .kind = HXP_WORD_LETTERS,
                                .bare = hxp_str_of(text) };
        done = hxp_vocabulary_add(&words[i % 2], &word, &numbers[i / 2 % 60]);
    }
    hxp_status status = done ? hxp_lexicon_new(&lexicon, &both, NULL, error)
                             : hxp_no_memory(error);
    if (status == HXP_OK)
        status =
            hxp_lexicon_learn(lexicon, (hxp_examples){ &example, 1 }, error);
    hxp_lexicon_free(lexicon);
    hxp_vocabulary_free(&words[0]);
    hxp_vocabulary_free(&words[1]);
    return status;
}

static void test_lexicon(void **state)
{
    (void)state;
    oom_each(learn, NULL);
}

/** Texts that are searched for anchors. */
struct texts {
    hxp_corpus corpus;
    hxp_word_table table; /* every word translates itself */
};

static hxp_status find_anchors(void *context, hxp_error *error)
{
    const struct texts *texts = context;
    hxp_anchors anchors;
    bool done = hxp_find_anchors(&anchors, &texts->corpus, &texts->corpus,
                                 &texts->table, &hxp_default_parameters);
    assert_true(!done || anchors.count == NUMBERS);
    hxp_anchors_free(&anchors);
    return done ? HXP_OK : hxp_no_memory(error);
}

static void test_anchors(void **state)
{
    static char lines[NUMBERS][LINE];
    hxp_str segments[NUMBERS];
    struct texts texts = { .table = { .rows = 0 } };
    (void)state;
    for (uint32_t i = 0; i < NUMBERS; i++) {
        snprintf(lines[i], LINE, "%u", 1000 + i);
        segments[i] = hxp_str_of(lines[i]);
        assert_true(hxp_word_table_add(&texts.table, i, 1));
        assert_true(hxp_word_table_end_row(&texts.table));
    }
    const hxp_side side = { language("en"), segments, NULL, NUMBERS };
    assert_int_equal(hxp_corpus_read(&texts.corpus, &side, NULL, NULL), HXP_OK);
    oom_each(find_anchors, &texts);
    hxp_word_table_free(&texts.table);
    hxp_corpus_free(&texts.corpus);
}

static hxp_status accept_header(hxp_unit_sink *sink,
                                const hxp_unit_header *header, hxp_error *error)
{
    (void)sink, (void)header, (void)error;
    return HXP_OK;
}

static hxp_status accept_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    (void)sink, (void)unit, (void)error;
    return HXP_OK;
}

static hxp_status accept_end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink, (void)error;
    return HXP_OK;
}

static hxp_status make_units(void *context, hxp_error *error)
{
    hxp_unit_sink sink = { accept_header, accept_unit, accept_end, NULL };
    hxp_segment segment = { 0, 0, 5000 };
    const hxp_segments segments = { &segment, 1 };
    const hxp_document document = { .language = HXP_STR("en"),
                                    .text = { context, 5000 } };
    const hxp_segmented documents[] = { { &document, &segments },
                                        { &document, &segments } };
    const hxp_range sides[] = { { 0, 1 }, { 0, 1 } };
    const hxp_bead bead = { sides, 0.5 };
    const hxp_alignment alignment = { &bead, 1, 2 };
    return hxp_bead_units(&sink, &alignment, documents, NULL, error);
}

static void test_units(void **state)
{
    static char text[5000];
    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 7 == 0 ? '\n' : 'a';
    oom_each(make_units, text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_align),
        cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_lexicon),
        cmocka_unit_test(test_units),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
