/* html_reference.c - old names by HTML 4's list, others as Markdown has them,
 * for which cmark-gfm knows all of HTML 5's. */
#include "formats/html/html_reference.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/documents/markdown_tree.h"
#include "formats/html/html_entity.h"
#include "text/utf8.h"

#include <stdio.h>

/** The character of a name that means something without a semicolon; or 0. */
static int32_t old_character(hxp_str name)
{
    static const struct {
        const char *name;
        int32_t character;
    } capitals[] = { { "AMP", '&' },  { "LT", '<' },    { "GT", '>' },
                     { "QUOT", '"' }, { "COPY", 0xA9 }, { "REG", 0xAE } };
    for (size_t i = 0; i < sizeof capitals / sizeof capitals[0]; i++)
        if (hxp_str_is(name, capitals[i].name))
            return capitals[i].character;
    int32_t c = hxp_str_is(name, "apos") ? 0 : hxp_xml_entity(name);
    if (c == 0)
        c = hxp_html_entity(name);
    return c <= 0xFF ? c : 0;
}

/** Put what Markdown makes of the name. */
static hxp_status put_new(hxp_buffer *out, hxp_str name, hxp_error *error)
{
    char text[64];
    hxp_markdown_tree tree = { .root = NULL };
    int len = snprintf(text, sizeof text, "&%.*s;", HXP_FMT(name));
    hxp_str whole = { text, (size_t)len };
    hxp_status status = hxp_markdown_tree_parse(&tree, whole, error);
    cmark_node *node = status == HXP_OK ? tree.root : NULL;
    while (node && cmark_node_get_type(node) != CMARK_NODE_TEXT)
        node = cmark_node_first_child(node);
    hxp_str found = hxp_str_of(node ? cmark_node_get_literal(node) : "");
    if (!hxp_str_starts(found, HXP_STR("&")) && !hxp_buffer_add(out, found))
        status = hxp_no_memory(error);
    hxp_markdown_tree_free(&tree);
    return status;
}

hxp_status hxp_html_reference(hxp_buffer *out, hxp_str name, bool closed,
                              hxp_error *error)
{
    enum { LONGEST = 31 };
    char bytes[4];
    if (name.len == 0 || name.len > LONGEST)
        return HXP_OK;
    int32_t c = old_character(name);
    if (c == 0)
        return closed ? put_new(out, name, error) : HXP_OK;
    return hxp_buffer_add(out, (hxp_str){ bytes, hxp_utf8_put(bytes, c) })
               ? HXP_OK
               : hxp_no_memory(error);
}

int32_t hxp_html_control(int32_t c)
{
    /* windows-1252 from 0x80 on */
    static const int32_t western[] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178
    };
    return c >= 0x80 && c < 0xA0 ? western[c - 0x80] : 0;
}
