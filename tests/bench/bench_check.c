/* bench_check.c - checks the segments of a TSV by the rules seg.*, again and
 * again; tells the CPU time of the check alone. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/check.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LIMIT = 256 << 20, ENOUGH = 200000 };

static void need(bool truth)
{
    if (!truth) {
        fprintf(stderr, "bench_check: failed\n");
        exit(2);
    }
}

/** A findings sink that counts. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t count;
} counter;

static hxp_status count(hxp_finding_sink *sink, const hxp_finding *finding,
                        hxp_error *error)
{
    (void)finding;
    (void)error;
    ((counter *)sink)->count++;
    return HXP_OK;
}

static double cpu(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/** Check all lines once, each two texts; returns how many there are. */
static size_t check(counter *found, const hxp_check_options *options,
                    const char *const tags[2], hxp_str lines)
{
    hxp_unit_sink *checker;
    hxp_unit_header header = { .source_language = hxp_str_of(tags[0]) };
    hxp_str line, texts[2];
    size_t number = 0;
    need(hxp_checker_new(&checker, &found->sink, options, NULL) == HXP_OK);
    need(checker->begin(checker, &header, NULL) == HXP_OK);
    while (hxp_line_cut(&lines, &line)) {
        if (!hxp_str_cut(&line, '\t', &texts[0]) ||
            !hxp_str_cut(&line, '\t', &texts[1]))
            continue;
        const hxp_variant pair[] = { { .language = hxp_str_of(tags[0]),
                                       .content = { .text = texts[0] } },
                                     { .language = hxp_str_of(tags[1]),
                                       .content = { .text = texts[1] } } };
        const hxp_unit unit = { .number = ++number,
                                .variants = pair,
                                .variant_count = 2 };
        need(checker->unit(checker, &unit, NULL) == HXP_OK);
    }
    need(checker->end(checker, NULL) == HXP_OK);
    checker->close(checker);
    return number;
}

/** SOURCE TARGET FILE: two tags, and a file of source, target a line. */
int main(int argc, char **argv)
{
    hxp_locales *locales;
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    counter found = { .sink = { count, NULL, NULL } };
    need(argc == 4);
    const char *const tags[] = { argv[1], argv[2] };
    need(hxp_locales_open(&locales, NULL, NULL) == HXP_OK);
    need(hxp_input_open(&input, argv[3], NULL) == HXP_OK);
    need(hxp_input_read_all(input, &bytes, LIMIT, NULL) == HXP_OK);
    hxp_input_close(input);
    static const char *const off[] = { "term" };
    const hxp_check_options options = { .locales = locales,
                                        .disabled = off,
                                        .disabled_count = 1 };
    size_t lines = check(&found, &options, tags, hxp_buffer_str(&bytes));
    size_t findings = found.count, done = 0;
    need(lines > 0);
    double start = cpu();
    while (done < ENOUGH)
        done += check(&found, &options, tags, hxp_buffer_str(&bytes));
    printf("%zu segments: %.0f a second of CPU, %zu findings\n", lines,
           (double)done / (cpu() - start), findings);
    hxp_buffer_free(&bytes);
    hxp_locales_free(locales);
    return 0;
}
