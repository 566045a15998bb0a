/* term_pairs.c - checks hand-made pairs of sentences; tells precision and
 * recall of "should warn". Fails below the F1 that it is given. A verdict "hit
 * RULE" or "not RULE" asks whether this rule, enabled, is told, and no more. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TERMS = 16, LIMIT = 1 << 20, LINE = 4096, RULE = 64 };

/** What came of all pairs. */
typedef struct tally {
    size_t right, wrong, hits, false_alarms, misses;
} tally;

/** A findings sink that keeps what is worst of a pair. */
typedef struct verdict {
    hxp_finding_sink sink;
    const char *rule; /* asked for alone; NULL: the worst of a pair */
    const char *worst;
} verdict;

/** End the program unless truth. */
static void need(bool truth, const char *what)
{
    if (!truth) {
        fprintf(stderr, "term_pairs: %s\n", what);
        abort();
    }
}

static hxp_status take(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    verdict *self = (verdict *)sink;
    (void)error;
    if (self->rule) {
        if (strcmp(finding->rule, self->rule) == 0)
            self->worst = "hit";
        return HXP_OK;
    }
    if (finding->level < HXP_WARNING || strncmp(finding->rule, "term.", 5) != 0)
        return HXP_OK;
    if (strcmp(finding->rule, "term.forbidden") == 0)
        self->worst = "forbidden";
    else if (strcmp(self->worst, "ok") == 0)
        self->worst =
            strcmp(finding->rule, "term.case") == 0 ? "case" : "missing";
    return HXP_OK;
}

/** Write text to made with every \uXXXX as the character that it stands for. */
static hxp_str decode(char made[LINE], hxp_str text)
{
    size_t len = 0;
    need(text.len < LINE, "a line is too long");
    for (size_t at = 0; at < text.len;) {
        if (text.len - at >= 6 && memcmp(text.ptr + at, "\\u", 2) == 0) {
            char digits[5] = { 0 };
            memcpy(digits, text.ptr + at + 2, 4);
            len += hxp_utf8_put(made + len, (int32_t)strtol(digits, NULL, 16));
            at += 6;
        } else {
            made[len++] = text.ptr[at++];
        }
    }
    return (hxp_str){ made, len };
}

/** Cut text before mark, which is longer than a byte. */
static hxp_str cut(hxp_str *rest, const char *mark)
{
    hxp_str word = hxp_str_of(mark), all = *rest;
    for (size_t at = 0; at + word.len <= all.len; at++) {
        if (memcmp(all.ptr + at, word.ptr, word.len) == 0) {
            *rest = hxp_str_part(all, at + word.len, all.len);
            return hxp_str_trim(hxp_str_part(all, 0, at));
        }
    }
    *rest = (hxp_str){ all.ptr, 0 };
    return hxp_str_trim(all);
}

/**
 * A term as the pairs write it: "!" forbids it, "*" prefers it, "=" wants its
 * capitals.
 */
static hxp_term make_term(hxp_str text, const char *language)
{
    hxp_term term = { .language = hxp_str_of(language),
                      .status = HXP_TERM_ADMITTED };
    if (hxp_str_starts(text, HXP_STR("!")))
        term.status = HXP_TERM_DEPRECATED;
    if (hxp_str_starts(text, HXP_STR("*")))
        term.status = HXP_TERM_PREFERRED;
    term.exact = hxp_str_starts(text, HXP_STR("="));
    size_t marks = term.exact || term.status != HXP_TERM_ADMITTED ? 1 : 0;
    term.text = hxp_str_part(text, marks, text.len);
    return term;
}

/** The language of the sources of pairs. */
static const char *source_of(const char *language)
{
    return strcmp(language, "en") == 0 ? "nl" : "en";
}

/** "source => target | target; source => target"; a name has no target. */
static void fill(hxp_termbase *termbase, hxp_str entries, const char *language)
{
    while (entries.len > 0) {
        hxp_term terms[TERMS];
        size_t count = 1;
        hxp_str entry = cut(&entries, ";");
        terms[0] = make_term(cut(&entry, "=>"), source_of(language));
        while (entry.len > 0 && count < TERMS)
            terms[count++] = make_term(cut(&entry, "|"), language);
        hxp_concept concept = { .terms = terms,
                                .term_count = count,
                                .untranslated = count == 1 };
        need(hxp_termbase_add(termbase, &concept, NULL) == HXP_OK,
             "out of memory");
    }
}

/** A line of the pairs. */
typedef struct pair {
    hxp_str want, why, entries, source, target;
} pair;

/** Check one; returns what the checker says of it, or of rule alone. */
static const char *judge(hxp_locales *locales, const char *language,
                         const char *rule, const pair *one)
{
    verdict found = { .sink = { take, NULL, NULL },
                      .rule = rule,
                      .worst = rule ? "not" : "ok" };
    hxp_termbase *termbase;
    hxp_unit_sink *checker;
    hxp_str from = hxp_str_of(source_of(language));
    hxp_variant variants[] = {
        { .language = from, .content = { .text = one->source } },
        { .language = hxp_str_of(language), .content = { .text = one->target } }
    };
    hxp_unit unit = { .number = 1, .variants = variants, .variant_count = 2 };
    hxp_unit_header header = { .source_language = from };
    need(hxp_termbase_new(&termbase, NULL) == HXP_OK, "out of memory");
    fill(termbase, one->entries, language);
    hxp_check_options options = { .locales = locales,
                                  .termbase = termbase,
                                  .enabled = &rule,
                                  .enabled_count = rule ? 1 : 0 };
    hxp_error error = { 0 };
    need(hxp_checker_new(&checker, &found.sink, &options, &error) == HXP_OK &&
             checker->begin(checker, &header, &error) == HXP_OK &&
             checker->unit(checker, &unit, &error) == HXP_OK &&
             checker->end(checker, &error) == HXP_OK,
         error.message);
    checker->close(checker);
    hxp_termbase_free(termbase);
    return found.worst;
}

/** The rule that a verdict names, cut off it into text; NULL: none. */
static const char *rule_of(char text[RULE], hxp_str *want)
{
    hxp_str rest = *want;
    if (!hxp_str_cut(&rest, ' ', want) || rest.len == 0)
        return NULL;
    need(rest.len < RULE, "a rule's name is too long");
    memcpy(text, rest.ptr, rest.len);
    text[rest.len] = '\0';
    return text;
}

/** Count one line of the pairs, and say when the checker is wrong. */
static void try_line(tally *all, hxp_locales *locales, const char *language,
                     hxp_str line)
{
    char sources[LINE], targets[LINE], name[RULE];
    pair one;
    need(hxp_str_cut(&line, '\t', &one.want) &&
             hxp_str_cut(&line, '\t', &one.why) &&
             hxp_str_cut(&line, '\t', &one.entries) &&
             hxp_str_cut(&line, '\t', &one.source),
         "a line has too few columns");
    one.source = decode(sources, one.source);
    one.target = decode(targets, line);
    const char *rule = rule_of(name, &one.want);
    const char *got = judge(locales, language, rule, &one);
    bool warns = strcmp(got, "ok") != 0 && strcmp(got, "not") != 0;
    bool should = !hxp_str_is(one.want, "ok") && !hxp_str_is(one.want, "not");
    all->hits += warns && should;
    all->false_alarms += warns && !should;
    all->misses += !warns && should;
    if (hxp_str_is(one.want, got)) {
        all->right++;
        return;
    }
    all->wrong++;
    printf("%s: %.*s, not %s: %.*s | %.*s | %.*s\n", language,
           HXP_FMT(one.want), got, HXP_FMT(one.why), HXP_FMT(one.entries),
           HXP_FMT(line));
}

/** LANGUAGE LEAST FILE...: F1 must be at least LEAST thousandths. */
int main(int argc, char **argv)
{
    tally all = { 0 };
    hxp_locales *locales;
    hxp_error error = { 0 };
    need(argc >= 4, "want LANGUAGE LEAST FILE...");
    need(hxp_locales_open(&locales, NULL, &error) == HXP_OK, error.message);
    for (int i = 3; i < argc; i++) {
        hxp_input *input;
        hxp_buffer buffer = { NULL, 0, 0 };
        need(hxp_input_open(&input, argv[i], &error) == HXP_OK &&
                 hxp_input_read_all(input, &buffer, LIMIT, &error) == HXP_OK,
             error.message);
        hxp_str rest = hxp_buffer_str(&buffer), line;
        while (hxp_line_cut(&rest, &line))
            if (line.len > 0 && line.ptr[0] != '#')
                try_line(&all, locales, argv[1], line);
        hxp_input_close(input);
        hxp_buffer_free(&buffer);
    }
    hxp_locales_free(locales);
    size_t sum = 2 * all.hits + all.false_alarms + all.misses;
    size_t f1 = sum ? 2000 * all.hits / sum : 0;
    printf("%s: F1 %zu.%03zu of %zu pairs, %zu false alarms, %zu missed, %zu "
           "judged rightly\n",
           argv[1], f1 / 1000, f1 % 1000, all.right + all.wrong,
           all.false_alarms, all.misses, all.right);
    return f1 >= (size_t)strtoul(argv[2], NULL, 10) ? 0 : 1;
}
