/* html_reader.h - a page being read, and the texts and codes in it. */
#ifndef FORMATS_HTML_READER_H
#define FORMATS_HTML_READER_H

#include "formats/documents/blocks.h"
#include "formats/html/html_elements.h"
#include "formats/html/html_places.h"

#include <libxml/HTMLparser.h>

/** An element that is open. */
typedef struct hxp_html_open {
    const hxp_html_element *element;
    hxp_block block; /* of the paragraphs in it */
    uint64_t key;    /* hash of the id of the innermost block that has one; 0 */
    bool verbatim;   /* and how white space counts there */
    bool is_void;    /* it has no end tag */
    size_t hidden;   /* what it shows, though it stands in what is hidden:
                        depth of that; or 0 */
    bool drawn;      /* it is a text of its own in a drawing */
} hxp_html_open;

typedef struct hxp_html_reader {
    htmlParserCtxtPtr parser;
    size_t begun; /* byte of the page with which it began */
    size_t ends;  /* of the page, so far */
    hxp_html_places places;
    hxp_blocks *blocks;
    hxp_html_open *stack;
    size_t depth, capacity;
    size_t hidden;     /* depth of the element whose content is no text; or 0 */
    bool kept;         /* that content is native code of the paragraph, */
    bool read;         /* whose text people read, */
    bool firm;         /* or no text whatever stands in it */
    unsigned lists;    /* that are open */
    char prefix[16];   /* of the elements' names in XHTML, colon and all */
    hxp_buffer native; /* of the code in work, */
    hxp_buffer shown;  /* and the text in it */
    hxp_buffer section;   /* text of a CDATA section */
    hxp_buffer character; /* what a name stands for */
    size_t passed_over;   /* bytes of text that come: of that name */
    hxp_status status;
    hxp_error *error;
} hxp_html_reader;

/** Note a failure; false: there is none. */
bool hxp_html_failed(hxp_html_reader *reader, hxp_status status);

/** Take note of how far the parser has come. */
void hxp_html_pass(hxp_html_reader *reader);

/** End the paragraph that is open, if any. */
void hxp_html_end_paragraph(hxp_html_reader *reader);

/** A text of its own, which stands in an attribute. */
void hxp_html_put_value(hxp_html_reader *reader, const char *text);

/** Append tags to the native code in work. False: no memory. */
bool hxp_html_add_start_tag(hxp_html_reader *reader, const char *name,
                            const xmlChar **attributes);
bool hxp_html_add_end_tag(hxp_html_reader *reader, const char *name);

/** Put the native code collected into the paragraph, as a code of kind; type
 * is as TMX calls it, or NULL. */
void hxp_html_put_code(hxp_html_reader *reader, hxp_code_kind kind,
                       const char *name, const char *type);

/** Handlers of the parser; context is the reader. */
void hxp_html_start_element(void *context, const xmlChar *name,
                            const xmlChar **attributes);
void hxp_html_end_element(void *context, const xmlChar *name);
void hxp_html_text(void *context, const xmlChar *bytes, int len);

#endif
