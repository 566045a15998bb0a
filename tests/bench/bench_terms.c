/* bench_terms.c - checks the segments of a table against a termbase; tells the
 * CPU time of reading the termbase and of the check, and the memory of all. */
#include "base/str.h"

#include <hexapla/check.h>
#include <hexapla/formats.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { BATCH = 1000 }; /* lines held at once */

/** Lines of the table. */
typedef struct batch {
    struct {
        char *ptr;
        size_t room;
        hxp_str sides[2];
    } lines[BATCH];
    size_t count;
} batch;

/** A findings sink that counts. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t count;
} counter;

/** Go on with a status of success only; error says why else. */
static void need(hxp_status status, const hxp_error *error)
{
    if (status == HXP_OK)
        return;
    fprintf(stderr, "bench_terms: %s\n", error->message);
    exit(2);
}

static double cpu(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static hxp_termbase *read_termbase(const char *path)
{
    hxp_termbase *termbase;
    hxp_input *input = NULL;
    hxp_error error;
    const hxp_read_options options = HXP_READ_OPTIONS_INIT;
    need(hxp_termbase_new(&termbase, &error), &error);
    need(hxp_input_open(&input, path, &error), &error);
    need(hxp_termbase_read(termbase, input, &options, &error), &error);
    hxp_input_close(input);
    return termbase;
}

static hxp_status count(hxp_finding_sink *sink, const hxp_finding *finding,
                        hxp_error *error)
{
    (void)finding;
    (void)error;
    ((counter *)sink)->count++;
    return HXP_OK;
}

/** Read the next lines, each two texts. */
static void read_batch(batch *next, FILE *table)
{
    next->count = 0;
    while (next->count < BATCH) {
        ssize_t len = getline(&next->lines[next->count].ptr,
                              &next->lines[next->count].room, table);
        if (len < 0)
            return;
        hxp_str line = { next->lines[next->count].ptr, (size_t)len - 1 };
        hxp_str *sides = next->lines[next->count].sides;
        if (hxp_str_cut(&line, '\t', &sides[0]) &&
            hxp_str_cut(&line, '\t', &sides[1]))
            next->count++;
    }
}

/** Check the segments of a batch; returns the seconds it took. */
static double check(hxp_unit_sink *checker, const batch *of, char *const *tags)
{
    double start = cpu();
    hxp_error error;
    for (size_t i = 0; i < of->count; i++) {
        const hxp_str *sides = of->lines[i].sides;
        const hxp_variant pair[] = { { .language = hxp_str_of(tags[0]),
                                       .content = { .text = sides[0] } },
                                     { .language = hxp_str_of(tags[1]),
                                       .content = { .text = sides[1] } } };
        const hxp_unit unit = { .variants = pair, .variant_count = 2 };
        need(checker->unit(checker, &unit, &error), &error);
    }
    return cpu() - start;
}

/**
 * Have the terms of both languages made ready, which the first text that has
 * one does: a term of each will do. Returns the seconds it took.
 */
static double make_ready(hxp_unit_sink *checker, const hxp_termbase *termbase,
                         char *const *tags)
{
    double spent = 0;
    batch one = { .count = 1 };
    for (size_t c = 0; spent == 0 && c < hxp_termbase_count(termbase); c++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, c);
        hxp_str *sides = one.lines[0].sides;
        sides[0] = sides[1] = (hxp_str){ NULL, 0 };
        for (size_t t = 0; t < concept->term_count; t++)
            for (size_t i = 0; i < 2; i++)
                if (hxp_str_is(concept->terms[t].language, tags[i]))
        sides[i] = concept->terms[t].text;
        if (sides[0].len > 0 && sides[1].len > 0)
            spent += check(checker, &one, tags);
    }
    return spent;
}

/** SOURCE TARGET TERMBASE TABLE: two tags; the table has two texts a line. */
int main(int argc, char **argv)
{
    static batch lines;
    hxp_locales *locales = NULL;
    hxp_unit_sink *checker;
    counter found = { .sink = { count, NULL, NULL } };
    static const char *const off[] = { "seg" };
    size_t segments = 0;
    double spent = 0;
    hxp_error error;
    FILE *table = argc == 5 ? fopen(argv[4], "r") : NULL;
    if (!table) {
        fprintf(stderr, "bench_terms: want SOURCE TARGET TERMBASE TABLE\n");
        return 2;
    }
    need(hxp_locales_open(&locales, NULL, &error), &error);
    double start = cpu();
    hxp_termbase *termbase = read_termbase(argv[3]);
    double reading = cpu() - start;
    const hxp_check_options options = { .locales = locales,
                                        .termbase = termbase,
                                        .disabled = off,
                                        .disabled_count = 1 };
    const hxp_unit_header header = { .source_language = hxp_str_of(argv[1]) };
    need(hxp_checker_new(&checker, &found.sink, &options, &error), &error);
    need(checker->begin(checker, &header, &error), &error);
    double ready = make_ready(checker, termbase, argv + 1);
    for (read_batch(&lines, table); lines.count > 0;
         read_batch(&lines, table)) {
        spent += check(checker, &lines, argv + 1);
        segments += lines.count;
    }
    start = cpu();
    need(checker->end(checker, &error), &error);
    spent += cpu() - start;
    checker->close(checker);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%zu concepts read in %.2f s and made ready in %.2f, %zu segments "
           "checked in %.2f s of CPU, %ld MB, %zu findings\n",
           hxp_termbase_count(termbase), reading, ready, segments, spent,
           usage.ru_maxrss / 1024, found.count);
    for (size_t i = 0; i < BATCH; i++)
        free(lines.lines[i].ptr);
    fclose(table);
    hxp_termbase_free(termbase);
    hxp_locales_free(locales);
    return 0;
}
