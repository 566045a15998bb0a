/* paragraphs.h - the paragraphs of a document as text, to be compared. */
#ifndef SUPPORT_PARAGRAPHS_H
#define SUPPORT_PARAGRAPHS_H

#include <hexapla/formats.h>

/**
 * Read bytes as the document name in format, in reads of chunk bytes (0:
 * any), and show its paragraphs in output, one a line: what it is, its level,
 * @ and its line if they are known, and the text, codes in double brackets.
 * Reading it as a whole must give the same.
 */
hxp_status paragraphs_show(hxp_output *output, hxp_str bytes, const char *name,
                           size_t chunk, hxp_error *error);

#endif
