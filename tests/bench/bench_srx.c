/* bench_srx.c - the speed of dividing by SRX beside ICU's sentence breaks. */
#include "base/array.h"
#include "base/str.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

enum { SIZE = 20 << 20, ROUNDS = 5 };

static void require(bool truth, const char *what)
{
    if (truth)
        return;
    fprintf(stderr, "bench_srx: %s\n", what);
    exit(EXIT_FAILURE);
}

/** The file again and again, an empty line between, up to SIZE bytes. */
static hxp_document *repeat(const char *path, hxp_str language)
{
    static char piece[1 << 16];
    hxp_buffer text = { NULL, 0, 0 };
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    hxp_document *document = NULL;
    hxp_input *input;
    size_t got;
    options.paragraphs = HXP_PARAGRAPHS_BLANK;
    while (text.len < SIZE) {
        require(hxp_input_open(&input, path, NULL) == HXP_OK, path);
        do {
            require(hxp_input_read(input, piece, sizeof piece, &got, NULL) ==
                        HXP_OK,
                    path);
            require(hxp_buffer_add(&text, (hxp_str){ piece, got }), "memory");
        } while (got > 0);
        hxp_input_close(input);
        require(hxp_buffer_add(&text, HXP_STR("\n\n")), "memory");
    }
    require(hxp_input_memory(&input, hxp_buffer_str(&text), path, NULL) ==
                    HXP_OK &&
                hxp_document_read(&document, input, language, &options, NULL) ==
                    HXP_OK,
            path);
    hxp_input_close(input);
    hxp_buffer_free(&text);
    return document;
}

static hxp_srx *read_rules(const char *path)
{
    hxp_input *input;
    hxp_srx *srx = NULL;
    require(hxp_input_open(&input, path, NULL) == HXP_OK &&
                hxp_srx_read(&srx, input, NULL, NULL) == HXP_OK,
            path);
    hxp_input_close(input);
    return srx;
}

/** Seconds that dividing by the rules takes, making ready counted. */
static double by_srx(const hxp_document *document, const hxp_srx *srx)
{
    hxp_srx_engine *engine;
    hxp_cuts cuts = { NULL, 0, 0 };
    clock_t start = clock();
    require(hxp_srx_engine_new(&engine, srx, document->language, NULL, NULL) ==
                HXP_OK,
            "the rules cannot be used");
    for (size_t i = 0; i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        require(hxp_srx_cut(&cuts, engine,
                            hxp_str_part(document->text, span.start, span.end),
                            NULL) == HXP_OK,
                "memory");
    }
    hxp_srx_engine_free(engine);
    hxp_cuts_free(&cuts);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/** Seconds that ICU takes to convert and to find its sentences. */
static double by_icu(const hxp_document *document, const char *locale)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar *wide = NULL;
    size_t capacity = 0;
    clock_t start = clock();
    UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &code);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        hxp_span span = document->paragraphs[i];
        int32_t len;
        require(hxp_array_reserve(&wide, &capacity, span.end - span.start + 1,
                                  sizeof *wide),
                "memory");
        u_strFromUTF8(wide, (int32_t)capacity, &len,
                      document->text.ptr + span.start,
                      (int32_t)(span.end - span.start), &code);
        ubrk_setText(breaks, wide, len, &code);
        while (ubrk_next(breaks) != UBRK_DONE)
            ;
    }
    require(U_SUCCESS(code), "ICU failed");
    ubrk_close(breaks);
    free(wide);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static int number_order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double seconds[ROUNDS])
{
    qsort(seconds, ROUNDS, sizeof *seconds, number_order);
    return seconds[ROUNDS / 2];
}

int main(int argc, char **argv)
{
    double srx_seconds[ROUNDS], icu_seconds[ROUNDS];
    require(argc == 4, "usage: bench_srx RULES LANGUAGE FILE");
    hxp_srx *srx = read_rules(argv[1]);
    hxp_document *document = repeat(argv[3], hxp_str_of(argv[2]));
    for (int i = 0; i < ROUNDS; i++) {
        icu_seconds[i] = by_icu(document, argv[2]);
        srx_seconds[i] = by_srx(document, srx);
    }
    double megabytes = (double)document->text.len / 1e6;
    double icu = megabytes / median(icu_seconds);
    double by = megabytes / median(srx_seconds);
    printf("%s\t%zu rules\tSRX %.0f MB/s\tICU %.0f MB/s\t%.2f of ICU\n",
           argv[2], srx->rule_count, by, icu, by / icu);
    hxp_document_free(document);
    hxp_srx_free(srx);
    return EXIT_SUCCESS;
}
