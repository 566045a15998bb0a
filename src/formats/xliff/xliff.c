/* xliff.c - ids, types and tags of XLIFF. */
#include "formats/xliff/xliff.h"

#include "base/str.h"

static const char own_id[] = "hxp";
static const char own_type[] = "x-tmx-";
enum { LONGEST_NUMBER = 6, ATTRIBUTES = 16 };

const char *const hxp_xliff_ctypes[] = { "image", "pb",         "lb",
                                         "bold",  "italic",     "link",
                                         "x-",    "underlined", NULL };
const char *const hxp_xliff_mtypes[] = { "abbrev", "datetime",  "name",
                                         "phrase", "protected", "term",
                                         "x-",     NULL };
const char *const hxp_xliff_contexts[] = {
    "database",   "element", "elementtitle", "linenumber", "numparams",
    "paramnotes", "record",  "recordtitle",  "sourcefile", "x-",
    NULL
};

static bool all_digits(hxp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!hxp_ascii_digit(text.ptr[i]))
            return false;
    return text.len > 0;
}

bool hxp_xliff_is_own_id(hxp_str id)
{
    hxp_str prefix = hxp_str_of(own_id);
    return hxp_str_starts(id, prefix) &&
           all_digits(hxp_str_part(id, prefix.len, id.len));
}

bool hxp_xliff_is_number(hxp_str id)
{
    return all_digits(id) && id.len <= LONGEST_NUMBER &&
           (id.ptr[0] != '0' || id.len == 1);
}

/* --- Types ---------------------------------------------------------------- */

static bool is_known(hxp_str type, const char *const *known)
{
    if (hxp_str_starts(type, hxp_str_of(own_type)))
        return false;
    for (; *known; known++)
        if (strcmp(*known, "x-") == 0 ? hxp_str_starts(type, HXP_STR("x-"))
                                      : hxp_str_is(type, *known))
            return true;
    return false;
}

bool hxp_xliff_type(hxp_buffer *room, hxp_str type, const char *const *known)
{
    room->len = 0;
    return (is_known(type, known) ||
            hxp_buffer_add(room, hxp_str_of(own_type))) &&
           hxp_buffer_add(room, type);
}

hxp_str hxp_xliff_tmx_type(hxp_str type)
{
    hxp_str own = hxp_str_of(own_type);
    return hxp_str_starts(type, own) ? hxp_str_part(type, own.len, type.len)
                                     : type;
}

/* --- Tags ----------------------------------------------------------------- */

/** What stands for c in an attribute, or NULL. */
static const char *reference(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

static bool add_value(hxp_buffer *buffer, const char *value)
{
    bool added = true;
    for (; added && *value; value++) {
        const char *instead = reference(*value);
        added = hxp_buffer_add(buffer, instead ? hxp_str_of(instead)
                                               : (hxp_str){ value, 1 });
    }
    return added;
}

bool hxp_xliff_add_tag(hxp_buffer *buffer, const char *name,
                       const char **attributes, const char *end)
{
    bool added = hxp_buffer_add(buffer, HXP_STR("<")) &&
                 hxp_buffer_add(buffer, hxp_str_of(name));
    for (; added && attributes && attributes[0]; attributes += 2)
        added = hxp_buffer_add(buffer, HXP_STR(" ")) &&
                hxp_buffer_add(buffer, hxp_str_of(attributes[0])) &&
                hxp_buffer_add(buffer, HXP_STR("=\"")) &&
                add_value(buffer, attributes[1]) &&
                hxp_buffer_add(buffer, HXP_STR("\""));
    return added && hxp_buffer_add(buffer, hxp_str_of(end));
}

size_t hxp_xliff_name_length(hxp_str text)
{
    size_t len = 0;
    for (; len < text.len; len++) {
        char c = text.ptr[len];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(len > 0 && (hxp_ascii_digit(c) || c == '-')))
            break;
    }
    return len;
}

/** True when ampersands in an attribute's value all begin references. */
static bool is_value(hxp_str value)
{
    static const char *const known[] = { "&amp;", "&lt;",  "&quot;",
                                         "&#9;",  "&#10;", "&#13;" };
    for (size_t i = 0; i < value.len; i++) {
        bool found = value.ptr[i] != '&';
        hxp_str rest = hxp_str_part(value, i, value.len);
        for (size_t k = 0; !found && k < sizeof known / sizeof known[0]; k++)
            found = hxp_str_starts(rest, hxp_str_of(known[k]));
        if (!found || value.ptr[i] == '<' || (unsigned char)value.ptr[i] < 0x20)
            return false;
    }
    return true;
}

/** Pass over an attribute and the blank before it; false: there is none. */
static bool cut_attribute(hxp_str *rest, hxp_str *name)
{
    hxp_str part = hxp_str_part(*rest, 1, rest->len), value;
    bool xml = hxp_str_starts(part, HXP_STR("xml:"));
    size_t prefix = xml ? 4 : 0;
    size_t len = hxp_xliff_name_length(hxp_str_part(part, prefix, part.len));
    *name = hxp_str_part(part, 0, prefix + len);
    part = hxp_str_part(part, prefix + len, part.len);
    if (len == 0 || hxp_str_is(*name, "xmlns") ||
        !hxp_str_starts(part, HXP_STR("=\"")))
        return false;
    part = hxp_str_part(part, 2, part.len);
    if (part.len == 0 || !memchr(part.ptr, '"', part.len) ||
        !hxp_str_cut(&part, '"', &value) || !is_value(value))
        return false;
    *rest = part;
    return true;
}

bool hxp_xliff_cut_tag(hxp_str *text, hxp_str *tag, hxp_str *name, bool *empty,
                       const char *const *names)
{
    hxp_str seen[ATTRIBUTES], rest;
    size_t count = 0;
    if (!hxp_str_starts(*text, HXP_STR("<")))
        return false;
    rest = hxp_str_part(*text, 1, text->len);
    *name = hxp_str_part(rest, 0, hxp_xliff_name_length(rest));
    while (*names && !hxp_str_is(*name, *names))
        names++;
    if (!*names)
        return false;
    rest = hxp_str_part(rest, name->len, rest.len);
    for (; hxp_str_starts(rest, HXP_STR(" ")); count++) {
        if (count == ATTRIBUTES || !cut_attribute(&rest, &seen[count]))
            return false;
        for (size_t i = 0; i < count; i++)
            if (hxp_str_equal(seen[i], seen[count]))
                return false;
    }
    *empty = hxp_str_starts(rest, HXP_STR("/>"));
    if (!*empty && !hxp_str_starts(rest, HXP_STR(">")))
        return false;
    rest = hxp_str_part(rest, *empty ? 2 : 1, rest.len);
    *tag = hxp_str_part(*text, 0, text->len - rest.len);
    *text = rest;
    return true;
}
