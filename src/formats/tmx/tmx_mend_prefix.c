/* tmx_mend_prefix.c - names, and prefixes that nothing declares. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_mender.h"
#include "formats/xml/xml.h"

/** The undeclared prefix of attribute i of the tag ahead; empty: there is
 * none. */
static hxp_str undeclared(const hxp_tmx_mender *mender, size_t i)
{
    const hxp_mend_attribute *item = &mender->tag.attributes[i];
    return hxp_xml_undeclared(
        &mender->prefixes,
        hxp_str_part(hxp_mend_rest(mender), item->name, item->name_end));
}

static void declare(hxp_tmx_mender *mender, hxp_str prefix)
{
    hxp_mend_tell(mender, HXP_FAULT_FIX_ATTRIBUTE,
                  "the prefix %.*s was not declared: declared",
                  HXP_FMT(prefix));
    hxp_mend_put(mender, HXP_STR(" xmlns:"));
    hxp_mend_put(mender, prefix);
    hxp_mend_put(mender, HXP_STR("=\"urn:x-undeclared:"));
    hxp_mend_put(mender, prefix);
    hxp_mend_put(mender, HXP_STR("\""));
}

void hxp_mend_prefixes(hxp_tmx_mender *mender)
{
    const hxp_mend_tag *tag = &mender->tag;
    hxp_str rest = hxp_mend_rest(mender);
    for (size_t i = 0; i < tag->count; i++)
        if (!hxp_xml_declare(&mender->prefixes,
                             hxp_str_part(rest, tag->attributes[i].name,
                                          tag->attributes[i].name_end)))
            mender->status = hxp_no_memory(mender->error);
    if (tag->element == HXP_TMX_UNKNOWN) /* it may become text */
        return;
    for (size_t i = 0; i < tag->count; i++) {
        hxp_str prefix = undeclared(mender, i);
        size_t k = 0;
        while (!hxp_str_equal(undeclared(mender, k), prefix))
            k++;
        if (k == i && hxp_mend_is_name(prefix))
            declare(mender, prefix);
    }
}

bool hxp_mend_is_name(hxp_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool begins = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '_' || c == ':';
        bool follows = (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!begins && (i == 0 || !follows))
            return false;
    }
    return name.len > 0;
}
