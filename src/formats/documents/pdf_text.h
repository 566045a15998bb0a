/* pdf_text.h - the text of a PDF, line by line, as paragraphs. */
#ifndef FORMATS_PDF_TEXT_H
#define FORMATS_PDF_TEXT_H

#include "formats/documents/blocks.h"

/**
 * Add the paragraphs of text, valid UTF-8 whose pages end with a form feed, to
 * blocks, in which none is open: lines are joined, and words that they divide.
 * Lines that pages repeat are headers and footers. The line of a place is the
 * number of the page.
 */
hxp_status hxp_pdf_text(hxp_blocks *blocks, hxp_str text, hxp_error *error);

#endif
