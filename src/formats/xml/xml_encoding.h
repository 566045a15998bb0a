/* xml_encoding.h - what the first bytes of XML tell of its encoding. */
#ifndef FORMATS_XML_ENCODING_H
#define FORMATS_XML_ENCODING_H

#include <hexapla/base.h>

enum { HXP_XML_ENCODING = 64 };

typedef struct hxp_xml_encoding {
    const char *wide; /* by its mark or zero bytes; NULL: a byte a letter */
    size_t mark;      /* bytes of the byte order mark */
    char declared[HXP_XML_ENCODING]; /* empty: none */
} hxp_xml_encoding;

/** Find what the first bytes of input tell; fails as reading does. */
hxp_status hxp_xml_encoding_find(hxp_xml_encoding *out, hxp_input *input,
                                 hxp_error *error);

/**
 * The encoding from which the input must be transcoded before expat reads it,
 * or NULL; forced (NULL: none) is what the caller says it is in.
 */
const char *hxp_xml_foreign(const hxp_xml_encoding *found, const char *forced);

/**
 * True when a file of which this was found says that it is in an encoding of
 * a byte a letter, by which UTF-8 can be read as well, if wrongly.
 */
bool hxp_xml_may_be_utf8(const hxp_xml_encoding *found);

/** The name expat has for an encoding it reads itself, else NULL. Static. */
const char *hxp_xml_expat_name(const char *encoding);

#endif
