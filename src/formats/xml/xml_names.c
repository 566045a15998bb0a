/* xml_names.c - names of elements and attributes, and their prefixes. */
#include "base/str.h"
#include "formats/xml/xml.h"

const char *hxp_xml_local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

bool hxp_xml_declare(hxp_names *prefixes, hxp_str name)
{
    static const hxp_str key = { "xmlns:", 6 };
    uint32_t number;
    return !hxp_str_starts(name, key) ||
           hxp_names_add(prefixes, hxp_str_part(name, key.len, name.len),
                         &number);
}

hxp_str hxp_xml_undeclared(const hxp_names *prefixes, hxp_str name)
{
    uint32_t number;
    hxp_str prefix;
    bool prefixed = hxp_str_cut(&name, ':', &prefix) && name.len > 0;
    return !prefixed || hxp_str_is_nocase(prefix, "xml") ||
                   hxp_str_is(prefix, "xmlns") ||
                   hxp_names_find(prefixes, prefix, &number)
               ? HXP_STR("")
               : prefix;
}

hxp_str hxp_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(hxp_xml_local_name(attributes[0]), name) == 0)
            return hxp_str_of(attributes[1]);
    return HXP_STR("");
}
