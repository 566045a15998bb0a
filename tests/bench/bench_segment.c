/* bench_segment.c - our segmentation beside ICU's convert and iterate, on the
 * same text, in one run: CPU time, the median of five rounds. */
#include "base/str.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

enum { ROUNDS = 5, LEAST = 20 << 20 };

static void fail(const char *what)
{
    fprintf(stderr, "bench_segment: %s\n", what);
    exit(2);
}

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *seconds)
{
    qsort(seconds, ROUNDS, sizeof *seconds, order);
    return seconds[ROUNDS / 2];
}

/** Convert each paragraph to UTF-16 and walk ICU's boundaries. */
static size_t by_icu(const hxp_document *document, UBreakIterator *breaks,
                     UChar *units, int32_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        UErrorCode code = U_ZERO_ERROR;
        int32_t len;
        u_strFromUTF8WithSub(units, room, &len, document->text.ptr + span.start,
                             (int32_t)(span.end - span.start), 0xFFFD, NULL,
                             &code);
        ubrk_setText(breaks, units, len, &code);
        if (U_FAILURE(code))
            fail(u_errorName(code));
        while (ubrk_next(breaks) != UBRK_DONE)
            count++;
    }
    return count;
}

static size_t by_us(const hxp_document *document, const hxp_language *language,
                    hxp_segment_engine engine)
{
    hxp_segments segments;
    hxp_segment_options options = HXP_SEGMENT_OPTIONS_INIT;
    options.engine = engine;
    if (hxp_segment_document(&segments, document, language, &options, NULL) !=
        HXP_OK)
        fail("cannot divide");
    size_t count = segments.count;
    hxp_segments_free(&segments);
    return count;
}

static void compare(const hxp_document *document, const hxp_language *language)
{
    double icu[ROUNDS], fast[ROUNDS], slow[ROUNDS];
    size_t counts[3] = { 0 };
    UErrorCode code = U_ZERO_ERROR;
    int32_t room = (int32_t)document->text.len + 1;
    UChar *units = malloc((size_t)room * sizeof *units);
    UBreakIterator *breaks =
        ubrk_open(UBRK_SENTENCE, hxp_language_tag(language), NULL, 0, &code);
    if (!units || U_FAILURE(code))
        fail("cannot open ICU's boundaries");
    for (int i = 0; i < ROUNDS; i++) {
        clock_t start = clock();
        counts[0] = by_icu(document, breaks, units, room);
        icu[i] = seconds_since(start);
        start = clock();
        counts[1] = by_us(document, language, HXP_ENGINE_AUTO);
        fast[i] = seconds_since(start);
        start = clock();
        counts[2] = by_us(document, language, HXP_ENGINE_ICU);
        slow[i] = seconds_since(start);
    }
    double mb = (double)document->text.len / 1e6;
    double base = median(icu), ours = median(fast), both = median(slow);
    printf("%s\t%.0f MB\tICU %.0f MB/s\tauto %.0f MB/s, %.2f times\t"
           "icu %.0f MB/s, %.2f times\tsegments %zu %zu %zu\n",
           hxp_language_tag(language), mb, mb / base, mb / ours, base / ours,
           mb / both, base / both, counts[0], counts[1], counts[2]);
    ubrk_close(breaks);
    free(units);
}

/** Read path, and repeat it until it is long enough. */
static hxp_document *read_long(const char *path, hxp_str tag)
{
    hxp_input *input;
    hxp_document *document = NULL;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    options.keep_invalid = true;
    if (hxp_input_open(&input, path, NULL) != HXP_OK ||
        hxp_document_read(&document, input, tag, &options, NULL) != HXP_OK ||
        document->text.len == 0)
        fail("cannot read the text");
    hxp_input_close(input);
    hxp_str text = document->text;
    size_t times = LEAST / text.len + 1;
    char *all = malloc(times * (text.len + 2));
    if (!all)
        fail("out of memory");
    size_t len = 0;
    for (size_t i = 0; i < times; i++) {
        memcpy(all + len, text.ptr, text.len);
        memcpy(all + len + text.len, "\n\n", 2);
        len += text.len + 2;
    }
    hxp_document_free(document);
    if (hxp_input_memory(&input, (hxp_str){ all, len }, path, NULL) != HXP_OK ||
        hxp_document_read(&document, input, tag, &options, NULL) != HXP_OK)
        fail("cannot read the text");
    hxp_input_close(input);
    free(all);
    return document;
}

int main(int argc, char **argv)
{
    hxp_locales *locales;
    if (argc < 2 || hxp_locales_open(&locales, NULL, NULL) != HXP_OK)
        fail("usage: bench_segment TAG=FILE ...");
    for (int i = 1; i < argc; i++) {
        const hxp_language *language;
        const char *path = strchr(argv[i], '=');
        if (!path)
            fail("usage: bench_segment TAG=FILE ...");
        hxp_str tag = { argv[i], (size_t)(path - argv[i]) };
        if (hxp_locales_language(&language, locales, tag, NULL) != HXP_OK)
            fail("no such language");
        hxp_document *document = read_long(path + 1, tag);
        compare(document, language);
        hxp_document_free(document);
    }
    hxp_locales_free(locales);
    return 0;
}
