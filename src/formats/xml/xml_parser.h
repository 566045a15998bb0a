/* xml_parser.h - what the parts of the XML parser share. */
#ifndef FORMATS_XML_PARSER_H
#define FORMATS_XML_PARSER_H

#include "base/array.h"
#include "base/names.h"
#include "formats/xml/xml.h"
#include "formats/xml/xml_encoding.h"
#include "formats/xml/xml_marks.h"
#include "text/utf8_watch.h"

#include <expat.h>

/** The most units of raw text that are looked at. */
enum { HXP_XML_SNIPPET = 64 };

/** The name of an element, or the beginning of a long one. */
typedef struct hxp_xml_name {
    char text[HXP_XML_SNIPPET];
} hxp_xml_name;

struct hxp_xml {
    hxp_input *input;
    hxp_input *decoded; /* input as UTF-8, where expat cannot read it */
    hxp_input *watched; /* input, where it may be UTF-8 against its word */
    hxp_utf8_watch watch;
    char declared[HXP_XML_ENCODING];
    XML_Parser parser;
    const hxp_xml_handlers *handlers;
    void *reader;
    size_t depth_limit;
    hxp_xml_name *open; /* the names of the open elements */
    size_t depth, open_capacity;
    hxp_xml_marks marks;
    size_t mark;        /* length of the byte order mark */
    const char *wide;   /* the encoding by the first bytes; NULL: not by them */
    bool unread_dtd;    /* it may define entities that we do not know */
    hxp_names entities; /* those that we do */
    bool blank;         /* only white space so far */
    bool override;      /* the encoding is the caller's, not the file's */
    size_t bytes;       /* handed to expat so far */
    char encoding[HXP_XML_ENCODING];
    hxp_status status; /* of the first handler that failed */
    hxp_error *error;
};

/* xml_report.c: the raw text around the present event, and faults there */

/** The byte at which the present event begins. */
size_t hxp_xml_event(const hxp_xml *xml);

/** True when text refers to no entity but XML's own five and xml->entities. */
bool hxp_xml_knows_entities(const hxp_xml *xml, hxp_str text);

/**
 * True when the tag at hand refers to an entity that is not known: expat drops
 * it without a word when there is an external DTD that could define it. Its
 * name goes to name.
 */
bool hxp_xml_refers_to_entity(const hxp_xml *xml,
                              char name[HXP_XML_SNIPPET + 1]);

/** True when expat failed because the text ended too early. */
bool hxp_xml_is_cut(const hxp_xml *xml);

/** Fail as expat did, in our words. */
hxp_status hxp_xml_report(hxp_xml *xml);

#endif
