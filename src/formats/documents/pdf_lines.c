/* pdf_lines.c - the lines of a PDF's pages, and which of them pages repeat. */
#include "formats/documents/pdf_lines.h"

#include "base/array.h"
#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

enum {
    BORDER = 2, /* lines at either end of a page that may be repeated */
    FEW_PAGES = 4,
    ENOUGH = 3 /* pages that have the line; of few pages two are enough */
};

static bool add_line(hxp_pdf_lines *lines, hxp_str text, size_t page)
{
    if (!hxp_array_reserve(&lines->items, &lines->capacity, lines->count + 1,
                           sizeof *lines->items))
        return false;
    text = hxp_utf8_trim(text);
    lines->items[lines->count++] =
        (hxp_pdf_line){ text, page,
                        text.len > 0 ? HXP_PDF_TEXT : HXP_PDF_BLANK };
    return true;
}

/* --- Borders of pages ----------------------------------------------------- */

/** A line at a border. */
typedef struct border_line {
    uint64_t hash; /* of it, with signs for numbers, and of the border */
    size_t line;
    size_t rank; /* 0: the outermost */
    bool top;
} border_line;

typedef struct borders {
    border_line *items;
    size_t count, capacity;
} borders;

/** A hash of text in which each number is the same. */
static uint64_t hash_of(hxp_str text, bool top)
{
    uint64_t hash = top;
    size_t at = 0;
    while (at < text.len) {
        size_t from = at;
        while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9'))
            at++;
        hash = 31 * hash + hxp_str_hash(hxp_str_part(text, from, at));
        while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
            at++;
    }
    return hash;
}

/** Note the lines at a border of the page of lines [start, end). */
static bool note_border(borders *found, const hxp_pdf_lines *lines,
                        size_t start, size_t end, bool top)
{
    size_t rank = 0;
    for (size_t i = start; i < end && rank < BORDER; i++) {
        size_t line = top ? i : start + end - 1 - i;
        const hxp_pdf_line *item = &lines->items[line];
        if (item->kind == HXP_PDF_BLANK)
            continue;
        if (!hxp_array_reserve(&found->items, &found->capacity,
                               found->count + 1, sizeof *found->items))
            return false;
        found->items[found->count++] =
            (border_line){ hash_of(item->text, top), line, rank++, top };
    }
    return true;
}

static int compare(const void *a, const void *b)
{
    const border_line *left = a, *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

/** Mark what at least least pages have in common; within it only one rank. */
static void mark(hxp_pdf_lines *lines, const borders *found, size_t rank,
                 size_t least)
{
    for (size_t i = 0, next; i < found->count; i = next) {
        for (next = i + 1; next < found->count &&
                           found->items[next].hash == found->items[i].hash;)
            next++;
        for (size_t k = i; next - i >= least && k < next; k++) {
            const border_line *item = &found->items[k];
            if (item->rank == rank)
                lines->items[item->line].kind =
                    item->top ? HXP_PDF_HEADER : HXP_PDF_FOOTER;
        }
    }
}

/** Find the lines that pages repeat; pages is how many there are. */
static bool find_repeated(hxp_pdf_lines *lines, size_t pages)
{
    borders found = { NULL, 0, 0 };
    bool done = true;
    for (size_t start = 0, end; done && start < lines->count; start = end) {
        for (end = start; end < lines->count &&
                          lines->items[end].page == lines->items[start].page;)
            end++;
        done = note_border(&found, lines, start, end, true) &&
               note_border(&found, lines, start, end, false);
    }
    if (done && found.count > 0) {
        qsort(found.items, found.count, sizeof *found.items, compare);
        size_t least = pages <= FEW_PAGES ? 2 : ENOUGH;
        for (size_t rank = 0; rank < BORDER; rank++)
            mark(lines, &found, rank, least);
    }
    free(found.items);
    return done;
}

bool hxp_pdf_lines_find(hxp_pdf_lines *lines, hxp_str text)
{
    hxp_str page, line;
    size_t pages = 0;
    *lines = (hxp_pdf_lines){ NULL, 0, 0 };
    while (hxp_str_cut(&text, '\f', &page)) {
        pages++;
        while (hxp_str_cut(&page, '\n', &line))
            if (!add_line(lines, line, pages))
                return false;
    }
    return find_repeated(lines, pages);
}

void hxp_pdf_lines_free(hxp_pdf_lines *lines)
{
    free(lines->items);
}
