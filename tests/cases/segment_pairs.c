/* segment_pairs.c - checks hand-made pairs of segments against the rules seg.*:
 * each must break the rule that its line names, or none at all. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/check.h>

#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 1 << 20, LINE = 4096, UNITS = 8 };

/** A findings sink that keeps the rules that are broken. */
typedef struct verdict {
    hxp_finding_sink sink;
    char rules[LINE];
} verdict;

/** End the program unless truth. */
static void need(bool truth, const char *what)
{
    if (!truth) {
        fprintf(stderr, "segment_pairs: %s\n", what);
        abort();
    }
}

static hxp_status take(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    verdict *self = (verdict *)sink;
    size_t len = strlen(self->rules);
    (void)error;
    if (!strstr(self->rules, finding->rule))
        snprintf(self->rules + len, sizeof self->rules - len, "%s%s",
                 len ? " " : "", finding->rule);
    return HXP_OK;
}

/** The character that an escape at byte at of text stands for; 0: none. */
static int32_t escaped(hxp_str text, size_t at, size_t *len)
{
    char digits[5] = { 0 };
    *len = 2;
    if (hxp_str_starts(hxp_str_part(text, at, text.len), HXP_STR("\\n")))
        return '\n';
    *len = 6;
    if (text.len - at < 6 || memcmp(text.ptr + at, "\\u", 2) != 0)
        return 0;
    memcpy(digits, text.ptr + at + 2, 4);
    return (int32_t)strtol(digits, NULL, 16);
}

/** Write text to made with \n and \uXXXX as what they stand for. */
static hxp_str decode(char made[LINE], hxp_str text)
{
    size_t len = 0, step;
    need(text.len < LINE, "a line is too long");
    for (size_t at = 0; at < text.len; at += step) {
        int32_t c = escaped(text, at, &step);
        if (c > 0) {
            len += hxp_utf8_put(made + len, c);
        } else {
            made[len++] = text.ptr[at];
            step = 1;
        }
    }
    return (hxp_str){ made, len };
}

/** Cut the text of one unit off, where || stands. */
static bool cut(hxp_str *rest, hxp_str *text)
{
    hxp_str all = *rest;
    if (all.ptr == NULL)
        return false;
    for (size_t at = 0; at + 4 <= all.len; at++) {
        if (memcmp(all.ptr + at, " || ", 4) == 0) {
            *text = hxp_str_part(all, 0, at);
            *rest = hxp_str_part(all, at + 4, all.len);
            return true;
        }
    }
    *text = all;
    *rest = (hxp_str){ NULL, 0 };
    return true;
}

/** Check the units of a line. */
static void check(verdict *found, const hxp_check_options *options,
                  const hxp_str tags[2], hxp_str source, hxp_str target)
{
    static char texts[2][LINE];
    hxp_unit_sink *checker;
    hxp_unit_header header = { .source_language = tags[0] };
    hxp_str parts[2];
    need(hxp_checker_new(&checker, &found->sink, options, NULL) == HXP_OK,
         "no checker");
    need(checker->begin(checker, &header, NULL) == HXP_OK, "begin");
    for (size_t number = 1; cut(&source, &parts[0]); number++) {
        need(cut(&target, &parts[1]), "a line has too few targets");
        const hxp_variant variants[] = {
            { .language = tags[0],
              .content = { .text = decode(texts[0], parts[0]) } },
            { .language = tags[1],
              .content = { .text = decode(texts[1], parts[1]) } }
        };
        const hxp_unit unit = { .number = number,
                                .variants = variants,
                                .variant_count = 2 };
        need(checker->unit(checker, &unit, NULL) == HXP_OK, "unit");
    }
    need(checker->end(checker, NULL) == HXP_OK, "end");
    checker->close(checker);
}

/** Run the lines of a file; returns how many went wrong. */
static size_t run(hxp_str lines, const hxp_check_options *options)
{
    hxp_str line, column, tags[2];
    size_t wrong = 0, number = 1, hits = 0;
    need(hxp_line_cut(&lines, &line) && hxp_str_cut(&line, '\t', &tags[0]) &&
             hxp_str_cut(&line, '\t', &tags[1]),
         "the first line has no languages");
    for (; hxp_line_cut(&lines, &line); number++) {
        verdict found = { .sink = { take, NULL, NULL } };
        hxp_str rule = HXP_STR(""), source = rule;
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        need(hxp_str_cut(&line, '\t', &column) &&
                 hxp_str_cut(&line, '\t', &rule) &&
                 hxp_str_cut(&line, '\t', &source),
             "a line has too few columns");
        bool silent = hxp_str_is(column, "ok");
        need(silent || hxp_str_is(column, "hit"), "a line says no verdict");
        check(&found, options, tags, source, line);
        hits += !silent;
        if (silent ? found.rules[0] == '\0' : hxp_str_is(rule, found.rules))
            continue;
        printf("line %zu: %.*s %.*s, found: %s\n", number + 1, HXP_FMT(column),
               HXP_FMT(rule), found.rules[0] ? found.rules : "nothing");
        wrong++;
    }
    need(hits > 0, "no line expects anything");
    return wrong;
}

/** FILE... */
int main(int argc, char **argv)
{
    hxp_locales *locales;
    size_t wrong = 0;
    need(argc > 1, "want FILE...");
    need(hxp_locales_open(&locales, NULL, NULL) == HXP_OK, "no locales");
    const hxp_check_options options = { .locales = locales };
    for (int i = 1; i < argc; i++) {
        hxp_input *input;
        hxp_buffer bytes = { NULL, 0, 0 };
        need(hxp_input_open(&input, argv[i], NULL) == HXP_OK &&
                 hxp_input_read_all(input, &bytes, LIMIT, NULL) == HXP_OK,
             "a file cannot be read");
        hxp_input_close(input);
        wrong += run(hxp_buffer_str(&bytes), &options);
        hxp_buffer_free(&bytes);
    }
    hxp_locales_free(locales);
    return wrong > 0 ? 1 : 0;
}
