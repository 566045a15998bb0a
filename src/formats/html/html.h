/* html.h - pages that are parts of other documents. */
#ifndef FORMATS_HTML_H
#define FORMATS_HTML_H

#include "formats/documents/blocks.h"

/**
 * Read a page and add its paragraphs to blocks, in which none is open. Fails
 * as hxp_document_stream() does.
 */
hxp_status hxp_html_read(hxp_blocks *blocks, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error);

#endif
