/* xml_write.h - writes text and attributes as XML. */
#ifndef BASE_XML_WRITE_H
#define BASE_XML_WRITE_H

#include <hexapla/base.h>

/** Where XML goes, and the characters it forbids, which are left out. */
typedef struct hxp_xml_writer {
    hxp_output *output;
    size_t forbidden;
} hxp_xml_writer;

/** Write markup as it is. */
void hxp_xml_put(hxp_xml_writer *writer, const char *markup);

/** Write text (valid UTF-8) between tags. */
void hxp_xml_put_text(hxp_xml_writer *writer, hxp_str text);

/** Write a blank, name="value". */
void hxp_xml_put_named(hxp_xml_writer *writer, hxp_str name, hxp_str value);

/** The same for a name in the program. */
void hxp_xml_put_attribute(hxp_xml_writer *writer, const char *name,
                           hxp_str value);

#endif
