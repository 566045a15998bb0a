/* strings_xml.h - begins and ends a reader of texts that are XML. */
#ifndef FORMATS_STRINGS_XML_H
#define FORMATS_STRINGS_XML_H

#include "formats/strings/message.h"
#include "formats/xml/xml.h"

enum { HXP_STRINGS_DEPTH = 64 }; /* of elements */

/** What each such reader begins with; all zero but blocks at first. */
typedef struct hxp_strings_xml {
    hxp_blocks blocks;
    hxp_xml *xml;
    hxp_message text; /* in work */
    hxp_place place;  /* of it */
} hxp_strings_xml;

/** Parse input, with reader for the handlers, and free what is in it. */
hxp_status hxp_strings_xml_read(hxp_strings_xml *reader, hxp_input *input,
                                const hxp_document_options *options,
                                const hxp_xml_handlers *handlers,
                                hxp_error *error);

/** Refuse a file whose root element, name, is not root: it is no what. */
hxp_status hxp_strings_xml_root(hxp_strings_xml *reader, const char *name,
                                const char *root, const char *what,
                                hxp_error *error);

#endif
