/* xml_write.h - writes text and attributes as XML. */
#ifndef FORMATS_XML_WRITE_H
#define FORMATS_XML_WRITE_H

#include <hexapla/base.h>
#include <hexapla/model.h>

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
void hxp_xml_put_attribute(hxp_xml_writer *writer, const char *name,
                           hxp_str value);

/** Write attributes, each with a blank before it. */
void hxp_xml_put_attributes(hxp_xml_writer *writer,
                            const hxp_attributes *attributes);

#endif
