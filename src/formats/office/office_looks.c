/* office_looks.c - how runs of text look, as inline codes. */
#include "formats/office/office_looks.h"

#include "base/str.h"
#include "formats/office/office_link.h"

static hxp_status put(hxp_blocks *blocks, const hxp_look *look,
                      hxp_code_kind kind, hxp_str native, hxp_error *error)
{
    const hxp_block_code code = { .kind = kind,
                                  .name = hxp_str_of(look->name),
                                  .type = hxp_str_of(look->type),
                                  .native = native };
    return hxp_blocks_code(blocks, &code, error);
}

/** The code with which a look begins; that of a link says where it leads. */
static hxp_str beginning(const hxp_look *looks, size_t i,
                         const hxp_office_link *link)
{
    bool is_link = (1U << i) == HXP_LOOK_LINK && link;
    return is_link ? hxp_buffer_str(&link->native) : hxp_str_of(looks[i].begin);
}

hxp_status hxp_looks_change(hxp_blocks *blocks, const hxp_look *looks,
                            unsigned wanted, const hxp_office_link *link,
                            hxp_error *error)
{
    hxp_block_part *part = hxp_blocks_part(blocks);
    hxp_status status = HXP_OK;
    size_t same = 0;
    if ((wanted & HXP_LOOK_LINK) != 0) /* whose line need not be told */
        wanted &= ~(unsigned)HXP_LOOK_UNDERLINE;
    if (!part || part->mark == wanted)
        return HXP_OK;
    unsigned old = part->mark;
    unsigned other = old ^ wanted;
    part->mark = wanted;
    if (other >> HXP_LOOKS != 0)
        other |= HXP_LOOK_LINK;
    while ((other >> same & 1) == 0)
        same++;
    for (size_t i = HXP_LOOKS; status == HXP_OK && i-- > same;)
        if ((old >> i & 1) != 0)
            status = put(blocks, &looks[i], HXP_CODE_END,
                         hxp_str_of(looks[i].end), error);
    for (size_t i = same; status == HXP_OK && i < HXP_LOOKS; i++)
        if ((wanted >> i & 1) != 0)
            status = put(blocks, &looks[i], HXP_CODE_BEGIN,
                         beginning(looks, i, link), error);
    return status;
}

/* --- Properties of runs --------------------------------------------------- */

bool hxp_look_is_on(const char **attributes)
{
    hxp_str value = hxp_xml_attribute(attributes, "val");
    return !hxp_str_is(value, "0") && !hxp_str_is(value, "false") &&
           !hxp_str_is(value, "off") && !hxp_str_is(value, "none");
}

static hxp_status set(hxp_looked *run, unsigned look, bool on)
{
    if (!run->passed)
        run->look = on ? run->look | look : run->look & ~look;
    return HXP_OK;
}

hxp_status hxp_look_bold(void *reader, const char **attributes,
                         hxp_error *error)
{
    (void)error;
    return set(reader, HXP_LOOK_BOLD, hxp_look_is_on(attributes));
}

hxp_status hxp_look_italic(void *reader, const char **attributes,
                           hxp_error *error)
{
    (void)error;
    return set(reader, HXP_LOOK_ITALIC, hxp_look_is_on(attributes));
}

hxp_status hxp_look_underline(void *reader, const char **attributes,
                              hxp_error *error)
{
    (void)error;
    return set(reader, HXP_LOOK_UNDERLINE, hxp_look_is_on(attributes));
}

hxp_status hxp_look_strike(void *reader, const char **attributes,
                           hxp_error *error)
{
    (void)error;
    return set(reader, HXP_LOOK_STRIKE, hxp_look_is_on(attributes));
}

hxp_status hxp_look_vertical(void *reader, const char **attributes,
                             hxp_error *error)
{
    hxp_str value = hxp_xml_attribute(attributes, "val");
    (void)error;
    set(reader, HXP_LOOK_SUPER, hxp_str_is(value, "superscript"));
    return set(reader, HXP_LOOK_SUB, hxp_str_is(value, "subscript"));
}
