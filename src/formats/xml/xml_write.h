/* xml_write.h - writes the attributes of the model as XML. */
#ifndef FORMATS_XML_WRITE_H
#define FORMATS_XML_WRITE_H

#include "base/xml_write.h"

#include <hexapla/model.h>

/** Write attributes, each with a blank before it. */
void hxp_xml_put_attributes(hxp_xml_writer *writer,
                            const hxp_attributes *attributes);

#endif
