/* pdf_lines.h - the lines of a PDF's pages, and which of them pages repeat. */
#ifndef FORMATS_PDF_LINES_H
#define FORMATS_PDF_LINES_H

#include <hexapla/base.h>

typedef enum hxp_pdf_kind {
    HXP_PDF_BLANK,
    HXP_PDF_TEXT,
    HXP_PDF_HEADER, /* at the top of pages, on several of them */
    HXP_PDF_FOOTER  /* at their foot, likewise */
} hxp_pdf_kind;

typedef struct hxp_pdf_line {
    hxp_str text; /* without white space around */
    size_t page;  /* from 1 */
    hxp_pdf_kind kind;
} hxp_pdf_line;

typedef struct hxp_pdf_lines {
    hxp_pdf_line *items;
    size_t count, capacity;
} hxp_pdf_lines;

/**
 * Divide text, whose pages end with a form feed, into lines, and find those at
 * the borders of pages that are on several pages, but for numbers in them.
 * False: no memory. The caller frees in any case; the lines point into text.
 */
bool hxp_pdf_lines_find(hxp_pdf_lines *lines, hxp_str text);

void hxp_pdf_lines_free(hxp_pdf_lines *lines);

#endif
