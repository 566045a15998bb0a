/* term_cases.c - segments, aligns and checks texts; compares the findings. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/align.h>
#include <hexapla/check.h>
#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <stdio.h>
#include <stdlib.h>

enum { TEXTS = 8, FINDINGS = 256, FEWEST = 6, LIMIT = 1 << 20 };

typedef struct text {
    char tag[HXP_TAG_SIZE];
    hxp_document *document;
    hxp_segments segments;
    const hxp_language *language;
    hxp_str *parts; /* the segments' texts */
} text;

/** A line of the list of findings. */
typedef struct expected {
    hxp_str language, segment, rule, term;
    bool found;
} expected;

/** A findings sink that looks each finding up in the list. */
typedef struct judge {
    hxp_finding_sink sink;
    const hxp_alignment *alignment;
    const text *texts;
    size_t count; /* of texts */
    expected list[FINDINGS];
    size_t listed, failures;
} judge;

/** End the program unless truth. */
static void need(bool truth, const char *what)
{
    if (!truth) {
        fprintf(stderr, "term_cases: %s\n", what);
        abort();
    }
}

static void need_ok(hxp_status status, const hxp_error *error)
{
    need(status == HXP_OK, error->message);
}

/** True when the bead of the finding's unit holds the expected segment. */
static bool in_bead(const judge *self, const hxp_finding *finding,
                    hxp_str segment)
{
    const hxp_bead *bead = &self->alignment->beads[finding->unit - 1];
    for (size_t k = 0; k < self->count; k++) {
        if (!hxp_str_is(finding->language, self->texts[k].tag))
            continue;
        for (size_t i = 0; i < bead->sides[k].count; i++) {
            char number[32];
            snprintf(number, sizeof number, "%zu", bead->sides[k].first + i);
            if (hxp_str_is(segment, number))
                return true;
        }
    }
    return false;
}

static hxp_status take(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    judge *self = (judge *)sink;
    hxp_str term = finding->found.len ? finding->found : finding->source_term;
    (void)error;
    for (size_t i = 0; i < self->listed; i++) {
        expected *one = &self->list[i];
        if (!one->found && hxp_str_equal(one->language, finding->language) &&
            hxp_str_is(one->rule, finding->rule) &&
            hxp_str_equal(one->term, term) &&
            in_bead(self, finding, one->segment)) {
            one->found = true;
            return HXP_OK;
        }
    }
    printf("unit %zu, %.*s: not expected: %.*s [%s]\n", finding->unit,
           HXP_FMT(finding->language), HXP_FMT(finding->message),
           finding->rule);
    self->failures++;
    return HXP_OK;
}

/** Read the lines about the languages of the texts; it keeps views of list. */
static void read_list(judge *self, hxp_str list)
{
    hxp_str line, header;
    while (hxp_line_cut(&list, &header) && hxp_str_starts(header, HXP_STR("#")))
        continue;
    need(hxp_str_is(header, "language\tsegment\trule\tterm"),
         "the list has another header");
    while (hxp_line_cut(&list, &line)) {
        expected one = { .found = false };
        need(hxp_str_cut(&line, '\t', &one.language) &&
                 hxp_str_cut(&line, '\t', &one.segment) &&
                 hxp_str_cut(&line, '\t', &one.rule) &&
                 hxp_str_cut(&line, '\t', &one.term),
             "the list has a line without four columns");
        for (size_t k = 1; k < self->count; k++) {
            if (!hxp_str_is(one.language, self->texts[k].tag))
                continue;
            need(self->listed < FINDINGS, "the list is too long");
            self->list[self->listed++] = one;
        }
    }
    need(self->listed >= FEWEST, "the list has too few findings");
}

/** Load and segment the text at path; its name tells the language. */
static void load(text *t, const char *path, hxp_locales *locales)
{
    hxp_input *input;
    hxp_error error = { 0 };
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    hxp_str name = hxp_str_of(path), part;
    hxp_str before = { NULL, 0 };
    for (hxp_str rest = name; hxp_str_cut(&rest, '.', &part);)
        if (rest.len > 0)
            before = part; /* the last but one part between full stops */
    need(hxp_tag_canonical(t->tag, before), "the name tells no language");
    need_ok(hxp_input_open(&input, path, &error), &error);
    need_ok(hxp_document_read(&t->document, input, hxp_str_of(t->tag), &options,
                              &error),
            &error);
    hxp_input_close(input);
    need_ok(
        hxp_locales_language(&t->language, locales, hxp_str_of(t->tag), &error),
        &error);
    need_ok(hxp_segment_document(&t->segments, t->document, t->language, NULL,
                                 &error),
            &error);
    t->parts = calloc(t->segments.count, sizeof *t->parts);
    need(t->parts != NULL, "out of memory");
    for (size_t i = 0; i < t->segments.count; i++)
        t->parts[i] =
            hxp_str_part(t->document->text, t->segments.items[i].start,
                         t->segments.items[i].end);
}

/** Align the texts and check the units that this makes. */
static void run(judge *self, hxp_locales *locales, const hxp_termbase *termbase)
{
    hxp_side sides[TEXTS];
    hxp_segmented documents[TEXTS];
    hxp_alignment *alignment;
    hxp_unit_sink *checker;
    hxp_error error = { 0 };
    hxp_check_options check = { .locales = locales, .termbase = termbase };
    hxp_bead_units_options options = HXP_BEAD_UNITS_OPTIONS_INIT;
    options.keep_unaligned = true; /* so that unit n is bead n - 1 */
    for (size_t k = 0; k < self->count; k++) {
        const text *t = &self->texts[k];
        sides[k] = (hxp_side){ t->language, t->parts, NULL, t->segments.count };
        documents[k] = (hxp_segmented){ t->document, &t->segments };
    }
    need_ok(hxp_align(&alignment, sides, self->count, NULL, &error), &error);
    self->alignment = alignment;
    need_ok(hxp_checker_new(&checker, &self->sink, &check, &error), &error);
    need_ok(hxp_bead_units(checker, alignment, documents, &options, &error),
            &error);
    checker->close(checker);
    hxp_alignment_free(alignment);
}

static hxp_termbase *read_termbase(const char *path)
{
    hxp_input *input;
    hxp_termbase *termbase;
    hxp_error error = { 0 };
    need_ok(hxp_input_open(&input, path, &error), &error);
    need_ok(hxp_termbase_new(&termbase, &error), &error);
    need_ok(hxp_termbase_read(termbase, input, NULL, &error), &error);
    hxp_input_close(input);
    return termbase;
}

/** TERMBASE LIST SOURCE TARGET...; LIST "-": nothing must be found. */
int main(int argc, char **argv)
{
    static text texts[TEXTS];
    static judge self = { .sink = { take, NULL, NULL } };
    hxp_locales *locales;
    hxp_input *input;
    hxp_buffer list = { NULL, 0, 0 };
    hxp_error error = { 0 };
    need(argc >= 5 && argc <= 3 + TEXTS, "want TERMBASE LIST SOURCE TARGET...");
    hxp_termbase *termbase = read_termbase(argv[1]);
    need_ok(hxp_locales_open(&locales, NULL, &error), &error);
    self.texts = texts;
    self.count = (size_t)argc - 3;
    for (size_t k = 0; k < self.count; k++)
        load(&texts[k], argv[k + 3], locales);
    if (strcmp(argv[2], "-") != 0) {
        need_ok(hxp_input_open(&input, argv[2], &error), &error);
        need_ok(hxp_input_read_all(input, &list, LIMIT, &error), &error);
        hxp_input_close(input);
        read_list(&self, hxp_buffer_str(&list));
    }
    run(&self, locales, termbase);
    for (size_t i = 0; i < self.listed; i++) {
        const expected *one = &self.list[i];
        if (one->found)
            continue;
        printf("%.*s %.*s: not found: %.*s [%.*s]\n", HXP_FMT(one->language),
               HXP_FMT(one->segment), HXP_FMT(one->term), HXP_FMT(one->rule));
        self.failures++;
    }
    for (size_t k = 0; k < self.count; k++) {
        free(texts[k].parts);
        hxp_segments_free(&texts[k].segments);
        hxp_document_free(texts[k].document);
    }
    hxp_buffer_free(&list);
    hxp_termbase_free(termbase);
    hxp_locales_free(locales);
    return self.failures ? 1 : 0;
}
