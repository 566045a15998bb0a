/* bench_align.c - aligns files, prints beads to stdout and time to stderr. */
#include "texts.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST = 16 };

static void fail(const char *what)
{
    fprintf(stderr, "bench_align: %s\n", what);
    exit(2);
}

/** Read "tag=path". */
static void read_argument(struct text *text, hxp_side *side,
                          hxp_locales *locales, const char *argument,
                          text_kind kind)
{
    hxp_error error = { 0 };
    const hxp_language *language;
    const char *path = strchr(argument, '=');
    if (!path)
        fail("usage: bench_align [--sentences] TAG=FILE TAG=FILE ...");
    hxp_str tag = { argument, (size_t)(path - argument) };
    if (hxp_locales_language(&language, locales, tag, &error) != HXP_OK ||
        text_read(text, side, path + 1, language, kind, &error) != HXP_OK)
        fail(error.message);
}

static void print_beads(const hxp_alignment *alignment, const hxp_side *sides)
{
    for (size_t k = 0; k < alignment->languages; k++)
        printf("%s\t", hxp_language_tag(sides[k].language));
    printf("confidence\n");
    for (size_t i = 0; i < alignment->count; i++) {
        for (size_t k = 0; k < alignment->languages; k++) {
            hxp_range side = alignment->beads[i].sides[k];
            for (size_t s = 0; s < side.count; s++)
                printf("%s%zu", s > 0 ? "," : "", side.first + s);
            printf("%s\t", side.count == 0 ? "-" : "");
        }
        printf("%.4f\n", alignment->beads[i].confidence);
    }
}

/** Align and print; returns the seconds that aligning took. */
static double align(const hxp_side *sides, size_t count)
{
    hxp_alignment *alignment;
    hxp_error error = { 0 };
    clock_t start = clock();
    if (hxp_align(&alignment, sides, count, NULL, &error) != HXP_OK)
        fail(error.message);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    print_beads(alignment, sides);
    hxp_alignment_free(alignment);
    return seconds;
}

int main(int argc, char **argv)
{
    struct text texts[MOST] = { { 0 } };
    hxp_side sides[MOST] = { { 0 } };
    hxp_locales *locales;
    hxp_error error = { 0 };
    bool sentences = argc > 1 && strcmp(argv[1], "--sentences") == 0;
    char **files = argv + 1 + sentences;
    size_t count = (size_t)(argc - 1 - sentences), segments = 0;
    if (count < 2 || count > MOST)
        fail("usage: bench_align [--sentences] TAG=FILE TAG=FILE ...");
    if (hxp_locales_open(&locales, NULL, &error) != HXP_OK)
        fail(error.message);
    for (size_t k = 0; k < count; k++) {
        read_argument(&texts[k], &sides[k], locales, files[k],
                      sentences ? TEXT_SENTENCES : TEXT_LINES);
        segments += sides[k].count;
    }
    double seconds = align(sides, count);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    fprintf(stderr, "%zu segments in %.2f s, %.0f a second, %ld MB\n", segments,
            seconds, (double)segments / (seconds > 0 ? seconds : 1e-6),
            usage.ru_maxrss / 1024);
    for (size_t k = 0; k < count; k++)
        text_free(&texts[k]);
    hxp_locales_free(locales);
    return 0;
}
