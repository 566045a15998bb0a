/* html_entity.h - the characters that HTML has names for. */
#ifndef FORMATS_HTML_ENTITY_H
#define FORMATS_HTML_ENTITY_H

#include <hexapla/base.h>

/** The character that XML itself calls name, such as "amp"; 0: none. */
int32_t hxp_xml_entity(hxp_str name);

/** The character that HTML 4 calls name, such as "nbsp"; 0: none. */
int32_t hxp_html_entity(hxp_str name);

#endif
