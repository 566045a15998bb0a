/* rendering_cases.c - checks a file of sentences by rules that need all of it:
 * what stands in braces, and nothing else, must be told of. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/check.h>

#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 1 << 20, LINE = 1024, UNITS = 400 };

/** A translation, and where its braces were; start == end: it had none. */
typedef struct marked {
    char text[LINE];
    size_t len, start, end;
    bool found;
} marked;

typedef struct judge {
    hxp_finding_sink sink;
    marked units[UNITS]; /* by number */
    size_t failures;
} judge;

/** End the program unless truth. */
static void need(bool truth, const char *what)
{
    if (!truth) {
        fprintf(stderr, "rendering_cases: %s\n", what);
        abort();
    }
}

static hxp_status take(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    judge *self = (judge *)sink;
    marked *unit = &self->units[finding->unit];
    (void)error;
    bool whole = finding->context_end == 0; /* of what the finding is about */
    bool wanted = unit->start < unit->end && !unit->found &&
                  (whole || (finding->context_start == unit->start &&
                             finding->context_end == unit->end));
    if (wanted) {
        unit->found = true;
    } else {
        printf("line %zu: not expected: %.*s\n", finding->unit,
               HXP_FMT(finding->message));
        self->failures++;
    }
    return HXP_OK;
}

/** Take the braces out of text. */
static void unmark(marked *to, hxp_str text)
{
    need(text.len < LINE, "a line is too long");
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '{')
            to->start = to->len;
        else if (c == '}')
            to->end = to->len;
        else
            to->text[to->len++] = c;
    }
}

/** Show the lines to checker; returns how many of them expect something. */
static size_t show(judge *self, hxp_unit_sink *checker, char *const tags[2],
                   hxp_str lines)
{
    size_t hits = 0, number = 0;
    hxp_str line, what = { NULL, 0 }, source;
    while (hxp_line_cut(&lines, &line)) {
        need(++number < UNITS, "there are too many lines");
        marked *unit = &self->units[number];
        if (hxp_str_starts(line, HXP_STR("#")))
            continue;
        need(hxp_str_cut(&line, '\t', &what) &&
                 hxp_str_cut(&line, '\t', &source),
             "a line has too few columns");
        unmark(unit, line);
        const hxp_variant pair[] = {
            { .language = hxp_str_of(tags[0]), .content = { .text = source } },
            { .language = hxp_str_of(tags[1]),
              .content = { .text = { unit->text, unit->len } } }
        };
        const hxp_unit shown = { .number = number,
                                 .variants = pair,
                                 .variant_count = 2 };
        need(checker->unit(checker, &shown, NULL) == HXP_OK, "unit");
        hits += unit->end > unit->start;
    }
    return hits;
}

/** SOURCE TARGET FILE RULE: two tags, and the rule that is asked for. */
int main(int argc, char **argv)
{
    static judge self = { .sink = { take, NULL, NULL } };
    static const char *const off[] = { "seg", "term" };
    hxp_locales *locales;
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_unit_sink *checker;
    need(argc == 5, "want SOURCE TARGET FILE RULE");
    const hxp_unit_header header = { .source_language = hxp_str_of(argv[1]) };
    const char *const rule[] = { argv[4] };
    need(hxp_locales_open(&locales, NULL, NULL) == HXP_OK, "no locales");
    need(hxp_input_open(&input, argv[3], NULL) == HXP_OK &&
             hxp_input_read_all(input, &bytes, LIMIT, NULL) == HXP_OK,
         "the file cannot be read");
    hxp_input_close(input);
    const hxp_check_options options = { .locales = locales,
                                        .disabled = off,
                                        .disabled_count = 2,
                                        .enabled = rule,
                                        .enabled_count = 1 };
    need(hxp_checker_new(&checker, &self.sink, &options, NULL) == HXP_OK,
         "no checker");
    need(checker->begin(checker, &header, NULL) == HXP_OK, "begin");
    size_t hits = show(&self, checker, argv + 1, hxp_buffer_str(&bytes));
    need(hits >= 10, "too few lines expect anything");
    need(checker->end(checker, NULL) == HXP_OK, "end");
    checker->close(checker);
    for (size_t i = 0; i < UNITS; i++) {
        const marked *unit = &self.units[i];
        if (unit->start == unit->end || unit->found)
            continue;
        printf("line %zu: not found: %.*s\n", i, (int)(unit->end - unit->start),
               unit->text + unit->start);
        self.failures++;
    }
    hxp_buffer_free(&bytes);
    hxp_locales_free(locales);
    return self.failures > 0 ? 1 : 0;
}
