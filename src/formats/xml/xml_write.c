/* xml_write.c - writes the attributes of the model as XML. */
#include "formats/xml/xml_write.h"

void hxp_xml_put_attributes(hxp_xml_writer *writer,
                            const hxp_attributes *attributes)
{
    for (size_t i = 0; i < attributes->count; i++)
        hxp_xml_put_named(writer, attributes->items[i].name,
                          attributes->items[i].value);
}
