/* office_looks.c - how runs of text look, as inline codes. */
#include "formats/office_looks.h"

#include "base/str.h"

static hxp_status put(hxp_blocks *blocks, const hxp_look *look, bool begins,
                      hxp_error *error)
{
    const hxp_block_code code = {
        .kind = begins ? HXP_CODE_BEGIN : HXP_CODE_END,
        .name = hxp_str_of(look->name),
        .type = hxp_str_of(look->type),
        .native = hxp_str_of(begins ? look->begin : look->end)
    };
    return hxp_blocks_code(blocks, &code, error);
}

hxp_status hxp_looks_change(hxp_blocks *blocks, const hxp_look *looks,
                            unsigned wanted, hxp_error *error)
{
    hxp_block_part *part = hxp_blocks_part(blocks);
    hxp_status status = HXP_OK;
    size_t same = 0;
    if (!part || part->mark == wanted)
        return HXP_OK;
    unsigned old = part->mark;
    part->mark = wanted;
    while (((old ^ wanted) >> same & 1) == 0)
        same++;
    for (size_t i = HXP_LOOKS; status == HXP_OK && i-- > same;)
        if ((old >> i & 1) != 0)
            status = put(blocks, &looks[i], false, error);
    for (size_t i = same; status == HXP_OK && i < HXP_LOOKS; i++)
        if ((wanted >> i & 1) != 0)
            status = put(blocks, &looks[i], true, error);
    return status;
}

/* --- Properties of runs -----------------------------------------------------
 */

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
