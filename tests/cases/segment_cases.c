/* segment_cases.c - runs a language's hard cases: locales/<tag>/segments.case.
 */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/segment.h>

#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 1 << 20, FEWEST = 40 };

/** The language under test and how it fared. */
typedef struct suite {
    const hxp_language *language;
    const char *path;
    size_t cases, failures;
} suite;

/** Append c to buffer, or end the program. */
static void put(hxp_buffer *buffer, const char *bytes, size_t len)
{
    if (!hxp_buffer_add(buffer, (hxp_str){ bytes, len }))
        abort();
}

/** Take the marks out of marked: \n is a line break, | a boundary. */
static void unmark(hxp_buffer *text, hxp_str marked)
{
    for (size_t i = 0; i < marked.len; i++) {
        if (hxp_str_starts(hxp_str_part(marked, i, marked.len),
                           HXP_STR("\\n"))) {
            put(text, "\n", 1);
            i++;
        } else if (marked.ptr[i] != '|') {
            put(text, marked.ptr + i, 1);
        }
    }
}

/** Put the marks in where segments begin. */
static void mark(hxp_buffer *marked, hxp_str text, const hxp_segments *segments)
{
    size_t next = 1;
    for (size_t i = 0; i < text.len; i++) {
        if (next < segments->count && segments->items[next].start == i) {
            put(marked, "|", 1);
            next++;
        }
        if (text.ptr[i] == '\n')
            put(marked, "\\n", 2);
        else
            put(marked, text.ptr + i, 1);
    }
}

static void run_case(suite *s, size_t line, hxp_str reason, hxp_str expected)
{
    hxp_buffer text = { NULL, 0, 0 }, marked = { NULL, 0, 0 };
    hxp_segments segments;
    hxp_error error;
    unmark(&text, expected);
    hxp_span span = { 0, text.len };
    hxp_document document = { .text = hxp_buffer_str(&text),
                              .paragraphs = &span,
                              .paragraph_count = 1 };
    if (hxp_segment_document(&segments, &document, s->language, NULL, &error) !=
        HXP_OK)
        abort();
    mark(&marked, document.text, &segments);
    s->cases++;
    if (!hxp_str_equal(hxp_buffer_str(&marked), expected)) {
        s->failures++;
        printf("%s:%zu: %.*s\n    want %.*s\n    got  %.*s\n", s->path, line,
               HXP_FMT(reason), HXP_FMT(expected),
               HXP_FMT(hxp_buffer_str(&marked)));
    }
    hxp_segments_free(&segments);
    hxp_buffer_free(&text);
    hxp_buffer_free(&marked);
}

static void run_file(suite *s, hxp_str text)
{
    hxp_str line, reason = { NULL, 0 };
    for (size_t number = 1; hxp_line_cut(&text, &line); number++) {
        if (line.len == 0) {
            continue;
        } else if (line.ptr[0] == '#') {
            reason = line;
        } else if (reason.len == 0) {
            printf("%s:%zu: a case without a reason\n", s->path, number);
            s->failures++;
        } else {
            run_case(s, number, reason, line);
            reason.len = 0;
        }
    }
}

int main(int argc, char **argv)
{
    hxp_error error = { 0 };
    hxp_locales *locales;
    hxp_input *input;
    hxp_buffer text = { NULL, 0, 0 };
    suite s = { 0 };
    if (argc != 3) {
        fprintf(stderr, "usage: segment_cases TAG FILE\n");
        return EXIT_FAILURE;
    }
    s.path = argv[2];
    if (hxp_locales_open(&locales, NULL, &error) != HXP_OK ||
        hxp_locales_language(&s.language, locales, hxp_str_of(argv[1]),
                             &error) != HXP_OK ||
        hxp_input_open(&input, s.path, &error) != HXP_OK ||
        hxp_input_read_all(input, &text, LIMIT, &error) != HXP_OK) {
        fprintf(stderr, "%s\n", error.message);
        return EXIT_FAILURE;
    }
    run_file(&s, hxp_buffer_str(&text));
    printf("%s: %zu cases, %zu failures\n", s.path, s.cases, s.failures);
    if (s.cases < FEWEST)
        printf("%s: want %d cases at least\n", s.path, FEWEST);
    hxp_buffer_free(&text);
    hxp_input_close(input);
    hxp_locales_free(locales);
    return s.failures == 0 && s.cases >= FEWEST ? EXIT_SUCCESS : EXIT_FAILURE;
}
