/* xml.h - the one door to expat: XML from an input to a reader's handlers. */
#ifndef FORMATS_XML_H
#define FORMATS_XML_H

#include "base/names.h"

#include <hexapla/base.h>
#include <hexapla/formats.h>

/**
 * What a reader does with elements and text. Names are as they stand, prefix
 * and all; attributes are name, value, name, value, NULL; text comes in
 * pieces. All of it is valid UTF-8 that lives for the call only. A handler
 * that fails ends the parse. Any handler may be NULL.
 */
typedef struct hxp_xml_handlers {
    hxp_status (*start)(void *reader, const char *name, const char **attributes,
                        hxp_error *error);
    hxp_status (*end)(void *reader, const char *name, hxp_error *error);
    hxp_status (*text)(void *reader, hxp_str text, hxp_error *error);
    /** Word the failure when the file ends too early; see hxp_xml_fail(). */
    hxp_status (*cut)(void *reader, hxp_error *error);
} hxp_xml_handlers;

/** A parser of one input. */
typedef struct hxp_xml hxp_xml;

/**
 * Make a parser of input, which must outlive it; of options (NULL is allowed)
 * encoding and limits.depth count. On HXP_OK the caller owns *out and frees
 * it with hxp_xml_free(); otherwise *out is NULL.
 */
hxp_status hxp_xml_new(hxp_xml **out, hxp_input *input,
                       const hxp_read_options *options, hxp_error *error);

/**
 * Parse the whole input, once. No DTD is loaded and no other file opened.
 *
 * Fails with HXP_EINPUT where the input is not well-formed, or refers to an
 * entity that it does not define itself; with HXP_ELIMIT when elements nest
 * too deep or entities expand too much; as the input and the handlers do.
 */
hxp_status hxp_xml_parse(hxp_xml *xml, const hxp_xml_handlers *handlers,
                         void *reader, hxp_error *error);

/** The name without its name space's prefix. */
const char *hxp_xml_local_name(const char *name);

/**
 * Remember the prefix that the attribute name declares if it is "xmlns:...".
 * Returns false when memory is out.
 */
bool hxp_xml_declare(hxp_names *prefixes, hxp_str name);

/** The prefix of name if nothing declares it; otherwise empty. */
hxp_str hxp_xml_undeclared(const hxp_names *prefixes, hxp_str name);

/**
 * The value of the attribute name, whatever its prefix, of a start handler's
 * attributes; empty if there is none.
 */
hxp_str hxp_xml_attribute(const char **attributes, const char *name);

/**
 * Whether the text handler is called from now on; at first it is. Text that
 * nobody wants costs nothing.
 */
void hxp_xml_listen(hxp_xml *xml, bool to_text);

/** Where the element or text being handled starts. */
hxp_place hxp_xml_place(hxp_xml *xml);

/** As hxp_xml_place(), for what is done for each unit: straight into place. */
void hxp_xml_locate(hxp_place *place, hxp_xml *xml);

/** Fill error with the input's name and the present place. */
hxp_status hxp_xml_fail(hxp_xml *xml, hxp_status status, hxp_error *error,
                        const char *format, ...) HXP_PRINTF(4, 5);

/** The elements open now, the one being handled counted. */
size_t hxp_xml_depth(const hxp_xml *xml);

/**
 * The encoding, if the input is in one that XML readers need not know, else
 * NULL. It lives as the parser does.
 */
const char *hxp_xml_converted(const hxp_xml *xml);

/** True when the input is UTF-16 without the byte order mark that XML wants. */
bool hxp_xml_lacks_mark(const hxp_xml *xml);

/** How an input is not in the encoding that it declares. */
typedef struct hxp_xml_label {
    const char *declared; /* NULL: it is in it, as far as one can tell */
    hxp_place place;      /* where that shows first */
    bool believed;        /* it was read in that encoding, which is wrong */
} hxp_xml_label;

/** What the whole input, once it is parsed, says of its encoding. */
hxp_xml_label hxp_xml_label_of(const hxp_xml *xml);

/** Free the parser; NULL is allowed. */
void hxp_xml_free(hxp_xml *xml);

#endif
