/* xml_encoding.c - byte order marks, zero bytes and the XML declaration. */
#include "formats/xml/xml_encoding.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/foreign.h"
#include "text/decode.h"

#include <stdio.h>

/** What is behind the first what in text; empty if there is none. */
static hxp_str behind(hxp_str text, hxp_str what)
{
    for (size_t i = 0; i + what.len <= text.len; i++)
        if (memcmp(text.ptr + i, what.ptr, what.len) == 0)
            return hxp_str_part(text, i + what.len, text.len);
    return hxp_str_part(text, text.len, text.len);
}

/** Copy the value of encoding in an XML declaration of ASCII letters. */
static void find_declared(char declared[HXP_XML_ENCODING], hxp_str head)
{
    hxp_str text, value;
    head = behind(head, HXP_STR("<?xml"));
    if (!hxp_str_cut(&head, '>', &text))
        return;
    text = hxp_str_trim(behind(text, HXP_STR("encoding")));
    if (!hxp_str_starts(text, HXP_STR("=")))
        return;
    text = hxp_str_trim(hxp_str_part(text, 1, text.len));
    if (text.len == 0 || (text.ptr[0] != '"' && text.ptr[0] != '\''))
        return;
    char quote = text.ptr[0];
    text = hxp_str_part(text, 1, text.len);
    if (!hxp_str_cut(&text, quote, &value))
        return;
    snprintf(declared, HXP_XML_ENCODING, "%.*s", HXP_FMT(value));
    for (char *c = declared; *c; c++) /* messages show it */
        if (*c < ' ' || *c > '~')
            *c = '?';
}

hxp_status hxp_xml_encoding_find(hxp_xml_encoding *out, hxp_input *input,
                                 hxp_error *error)
{
    char plain[256];
    size_t len = 0;
    hxp_str head;
    *out = (hxp_xml_encoding){ .wide = NULL };
    hxp_status status = hxp_input_peek(input, sizeof plain, &head, error);
    if (status != HXP_OK)
        return status;
    if (hxp_is_zip(head))
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input),
                           (hxp_place){ 0, 0, 0 },
                           "the file is a ZIP archive: unpack it first");
    out->wide = hxp_encoding_of_mark(head, &out->mark);
    if (!out->wide && head.len >= 2 && (head.ptr[0] == 0 || head.ptr[1] == 0))
        out->wide = head.ptr[0] == 0 ? "UTF-16BE" : "UTF-16LE";
    for (size_t i = 0; i < head.len && len < sizeof plain; i++)
        if (head.ptr[i] != '\0')
            plain[len++] = head.ptr[i];
    find_declared(out->declared, (hxp_str){ plain, len });
    return HXP_OK;
}

const char *hxp_xml_foreign(const hxp_xml_encoding *found, const char *forced)
{
    if (forced)
        return hxp_xml_expat_name(forced) ? NULL : forced;
    if (found->wide)
        return strncmp(found->wide, "UTF-32", 6) == 0 ? found->wide : NULL;
    if (found->declared[0] && !hxp_xml_expat_name(found->declared))
        return found->declared;
    return NULL;
}

bool hxp_xml_may_be_utf8(const hxp_xml_encoding *found)
{
    int map[256];
    const char *known = hxp_xml_expat_name(found->declared);
    if (found->wide || !found->declared[0])
        return false;
    if (known)
        return strcmp(known, "ISO-8859-1") == 0 ||
               strcmp(known, "US-ASCII") == 0;
    return hxp_encoding_map(map, found->declared);
}

const char *hxp_xml_expat_name(const char *encoding)
{
    static const char *const names[][2] = {
        { "utf-8", "UTF-8" },           { "utf8", "UTF-8" },
        { "utf-16", "UTF-16" },         { "utf16", "UTF-16" },
        { "utf-16le", "UTF-16LE" },     { "utf-16be", "UTF-16BE" },
        { "us-ascii", "US-ASCII" },     { "ascii", "US-ASCII" },
        { "iso-8859-1", "ISO-8859-1" }, { "iso8859-1", "ISO-8859-1" },
        { "latin1", "ISO-8859-1" },     { "latin-1", "ISO-8859-1" },
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (hxp_str_is_nocase(hxp_str_of(encoding), names[i][0]))
            return names[i][1];
    return NULL;
}
