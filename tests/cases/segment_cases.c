/* segment_cases.c - runs a language's hard cases: locales/<tag>/segments.case.
 * With a share it runs the language's rules written as SRX, which cannot
 * express all: so many cases in a hundred must come out right. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/segment.h>

#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 1 << 20, FEWEST = 40, MOST = 2000 };

typedef struct segment_case {
    size_t line;
    hxp_str reason, expected;
} segment_case;

/** The cases of a file, each a paragraph of one text, and how they fared. */
typedef struct suite {
    const char *path;
    segment_case cases[MOST];
    hxp_span paragraphs[MOST];
    hxp_buffer text;
    size_t count, failures;
} suite;

/** Append bytes to buffer, or end the program. */
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

static void add_case(suite *s, size_t line, hxp_str reason, hxp_str expected)
{
    size_t start = s->text.len;
    if (s->count == MOST)
        abort();
    unmark(&s->text, expected);
    s->paragraphs[s->count] = (hxp_span){ start, s->text.len };
    s->cases[s->count++] = (segment_case){ line, reason, expected };
    put(&s->text, "\n", 1);
}

static void read_cases(suite *s, hxp_str text)
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
            add_case(s, number, reason, line);
            reason.len = 0;
        }
    }
}

/** Put the marks in where segments begin within span; *next is the first. */
static void mark(hxp_buffer *marked, hxp_str text, hxp_span span,
                 const hxp_segments *segments, size_t *next)
{
    for (size_t i = span.start; i < span.end; i++) {
        if (*next < segments->count && segments->items[*next].start == i) {
            if (marked->len > 0)
                put(marked, "|", 1);
            ++*next;
        }
        if (text.ptr[i] == '\n')
            put(marked, "\\n", 2);
        else
            put(marked, text.ptr + i, 1);
    }
}

static void compare(suite *s, const hxp_segments *segments)
{
    hxp_buffer marked = { NULL, 0, 0 };
    size_t next = 0;
    for (size_t i = 0; i < s->count; i++) {
        const segment_case *one = &s->cases[i];
        marked.len = 0;
        mark(&marked, hxp_buffer_str(&s->text), s->paragraphs[i], segments,
             &next);
        if (hxp_str_equal(hxp_buffer_str(&marked), one->expected))
            continue;
        s->failures++;
        printf("%s:%zu: %.*s\n    want %.*s\n    got  %.*s\n", s->path,
               one->line, HXP_FMT(one->reason), HXP_FMT(one->expected),
               HXP_FMT(hxp_buffer_str(&marked)));
    }
    hxp_buffer_free(&marked);
}

/** Divide the cases by language's rules, or by those written as SRX. */
static hxp_status run(suite *s, const hxp_language *language, bool as_srx,
                      hxp_error *error)
{
    hxp_segment_options options = HXP_SEGMENT_OPTIONS_INIT;
    hxp_segments segments;
    hxp_srx *srx = NULL;
    hxp_document document = { .text = hxp_buffer_str(&s->text),
                              .paragraphs = s->paragraphs,
                              .paragraph_count = s->count };
    hxp_status status = HXP_OK;
    if (as_srx)
        status = hxp_srx_of_language(&srx, language, error);
    options.srx = srx;
    if (status == HXP_OK)
        status = hxp_segment_document(&segments, &document, language, &options,
                                      error);
    if (status == HXP_OK) {
        compare(s, &segments);
        hxp_segments_free(&segments);
    }
    hxp_srx_free(srx);
    return status;
}

int main(int argc, char **argv)
{
    static suite s;
    hxp_error error = { 0 };
    hxp_locales *locales;
    const hxp_language *language;
    hxp_input *input;
    hxp_buffer text = { NULL, 0, 0 };
    if (argc != 3 && argc != 4) {
        fprintf(stderr, "usage: segment_cases TAG FILE [SHARE]\n");
        return EXIT_FAILURE;
    }
    size_t share = argc == 4 ? strtoul(argv[3], NULL, 10) : 100;
    s.path = argv[2];
    if (hxp_locales_open(&locales, NULL, &error) != HXP_OK ||
        hxp_locales_language(&language, locales, hxp_str_of(argv[1]), &error) !=
            HXP_OK ||
        hxp_input_open(&input, s.path, &error) != HXP_OK ||
        hxp_input_read_all(input, &text, LIMIT, &error) != HXP_OK) {
        fprintf(stderr, "%s\n", error.message);
        return EXIT_FAILURE;
    }
    read_cases(&s, hxp_buffer_str(&text));
    if (run(&s, language, argc == 4, &error) != HXP_OK)
        abort();
    printf("%s: %zu cases, %zu failures\n", s.path, s.count, s.failures);
    if (s.count < FEWEST)
        printf("%s: want %d cases at least\n", s.path, FEWEST);
    hxp_buffer_free(&text);
    hxp_buffer_free(&s.text);
    hxp_input_close(input);
    hxp_locales_free(locales);
    return s.count >= FEWEST && s.failures * 100 <= s.count * (100 - share)
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}
