/* markup.c - writes text as native code of HTML and XML. */
#include "formats/documents/markup.h"

#include "base/str.h"

bool hxp_markup_add(hxp_buffer *buffer, hxp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        hxp_str c = hxp_str_part(text, i, i + 1);
        if (*c.ptr == '&')
            c = HXP_STR("&amp;");
        else if (*c.ptr == '<')
            c = HXP_STR("&lt;");
        else if (*c.ptr == '"')
            c = HXP_STR("&quot;");
        if (!hxp_buffer_add(buffer, c))
            return false;
    }
    return true;
}

bool hxp_markup_add_attribute(hxp_buffer *buffer, const char *name,
                              hxp_str value)
{
    return hxp_buffer_add(buffer, HXP_STR(" ")) &&
           hxp_buffer_add(buffer, hxp_str_of(name)) &&
           hxp_buffer_add(buffer, HXP_STR("=\"")) &&
           hxp_markup_add(buffer, value) &&
           hxp_buffer_add(buffer, HXP_STR("\""));
}
