/* xml_names.c - names of elements and attributes without their prefix. */
#include "base/str.h"
#include "formats/xml.h"

const char *hxp_xml_local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

hxp_str hxp_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(hxp_xml_local_name(attributes[0]), name) == 0)
            return hxp_str_of(attributes[1]);
    return HXP_STR("");
}
