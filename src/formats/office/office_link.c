/* office_link.c - links of office documents: inline codes with addresses. */
#include "formats/office/office_link.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/documents/markup.h"

bool hxp_office_link_code(hxp_buffer *native, const char *name, hxp_str address,
                          hxp_str anchor)
{
    hxp_buffer whole = { NULL, 0, 0 };
    bool good =
        hxp_buffer_add(&whole, address) &&
        (anchor.len == 0 || (hxp_buffer_add(&whole, HXP_STR("#")) &&
                             hxp_buffer_add(&whole, anchor))) &&
        hxp_buffer_add(native, HXP_STR("<")) &&
        hxp_buffer_add(native, hxp_str_of(name)) &&
        (whole.len == 0 ||
         hxp_markup_add_attribute(native, "href", hxp_buffer_str(&whole))) &&
        hxp_buffer_add(native, HXP_STR(">"));
    hxp_buffer_free(&whole);
    return good;
}

hxp_status hxp_office_link_start(hxp_office_link *link, const char *name,
                                 hxp_str address, hxp_str anchor,
                                 hxp_error *error)
{
    hxp_buffer native = { NULL, 0, 0 };
    if (!hxp_office_link_code(&native, name, address, anchor)) {
        hxp_buffer_free(&native);
        return hxp_no_memory(error);
    }
    if (!hxp_str_equal(hxp_buffer_str(&native), hxp_buffer_str(&link->native)))
        link->number++;
    hxp_buffer_free(&link->native);
    link->native = native;
    link->open = true;
    return HXP_OK;
}

void hxp_office_link_end(hxp_office_link *link)
{
    link->open = false;
}

unsigned hxp_office_link_look(const hxp_office_link *link)
{
    return link->open ? HXP_LOOK_LINK | link->number << HXP_LOOKS : 0;
}

void hxp_office_link_free(hxp_office_link *link)
{
    hxp_buffer_free(&link->native);
}
