/* bench_align.c - aligns files of a segment a line, prints beads and time. */
#include "base/input.h"
#include "base/str.h"

#include <hexapla/align.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 16 };

/** A file and its lines. */
struct version {
    hxp_buffer text;
    hxp_str *lines;
    size_t capacity;
};

static void fail(const char *what)
{
    fprintf(stderr, "bench_align: %s\n", what);
    exit(2);
}

/** Read "tag=path" into text; the version owns what it points to. */
static void read_version(struct version *version, hxp_side *text,
                         hxp_locales *locales, const char *argument)
{
    hxp_error error = { 0 };
    hxp_input *input;
    hxp_str rest, line;
    const char *path = strchr(argument, '=');
    if (!path)
        fail("usage: bench_align TAG=FILE TAG=FILE ...");
    hxp_str tag = { argument, (size_t)(path - argument) };
    if (hxp_locales_language(&text->language, locales, tag, &error) != HXP_OK ||
        hxp_input_open(&input, path + 1, &error) != HXP_OK)
        fail(error.message);
    if (hxp_input_read_all(input, &version->text, SIZE_MAX / 4, &error) !=
        HXP_OK)
        fail(error.message);
    hxp_input_close(input);
    rest = hxp_buffer_str(&version->text);
    while (hxp_str_cut(&rest, '\n', &line)) {
        if (!hxp_array_reserve(&version->lines, &version->capacity,
                               text->count + 1, sizeof *version->lines))
            fail("out of memory");
        version->lines[text->count++] = line;
    }
    text->segments = version->lines;
}

static void print_beads(const hxp_alignment *alignment)
{
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

int main(int argc, char **argv)
{
    struct version versions[MOST] = { 0 };
    hxp_side texts[MOST] = { 0 };
    hxp_locales *locales;
    hxp_alignment *alignment;
    hxp_error error = { 0 };
    size_t count = (size_t)argc - 1, segments = 0;
    if (argc < 3 || count > MOST)
        fail("usage: bench_align TAG=FILE TAG=FILE ...");
    if (hxp_locales_open(&locales, NULL, &error) != HXP_OK)
        fail(error.message);
    for (size_t k = 0; k < count; k++) {
        read_version(&versions[k], &texts[k], locales, argv[k + 1]);
        segments += texts[k].count;
    }
    clock_t start = clock();
    if (hxp_align(&alignment, texts, count, NULL, &error) != HXP_OK)
        fail(error.message);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    for (size_t k = 0; k < count; k++)
        printf("%.*s\t",
               HXP_FMT(hxp_str_of(hxp_language_tag(texts[k].language))));
    printf("confidence\n");
    print_beads(alignment);
    fprintf(stderr, "%zu segments, %.2f s, %.0f a second\n", segments, seconds,
            (double)segments / (seconds > 0 ? seconds : 1e-6));
    hxp_alignment_free(alignment);
    hxp_locales_free(locales);
    for (size_t k = 0; k < count; k++) {
        hxp_buffer_free(&versions[k].text);
        free(versions[k].lines);
    }
    return 0;
}
