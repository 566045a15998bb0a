/* xml_write.c - escapes what XML reserves and leaves out what it forbids. */
#include "base/xml_write.h"

#include "base/str.h"

void hxp_xml_put(hxp_xml_writer *writer, const char *markup)
{
    hxp_output_write(writer->output, hxp_str_of(markup));
}

/** True when byte may need more than being copied. */
static bool is_special(unsigned char byte)
{
    return byte < 0x20 || byte == '&' || byte == '<' || byte == '>' ||
           byte == '"' || byte == 0xEF;
}

/** True at U+FFFE or U+FFFF. */
static bool is_nonchar(hxp_str text, size_t at)
{
    return at + 2 < text.len && (unsigned char)text.ptr[at] == 0xEF &&
           (unsigned char)text.ptr[at + 1] == 0xBF &&
           (unsigned char)text.ptr[at + 2] >= 0xBE;
}

/** What stands for byte, or NULL if it stands for itself. */
static const char *reference(char byte, bool attribute)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return attribute ? "&quot;" : NULL;
    case '\t':
        return attribute ? "&#9;" : NULL;
    case '\n':
        return attribute ? "&#10;" : NULL;
    default:
        return NULL;
    }
}

static void put_escaped(hxp_xml_writer *writer, hxp_str text, bool attribute)
{
    size_t from = 0, at = 0;
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (!is_special(byte)) {
            at++;
            continue;
        }
        const char *instead = reference(text.ptr[at], attribute);
        size_t len = is_nonchar(text, at) ? 3 : 1;
        bool forbidden = len == 3 || (byte < 0x20 && byte != '\t' &&
                                      byte != '\n' && byte != '\r');
        if (instead || forbidden) {
            hxp_output_write(writer->output, hxp_str_part(text, from, at));
            if (instead)
                hxp_xml_put(writer, instead);
            writer->forbidden += forbidden;
            from = at + len;
        }
        at += len;
    }
    hxp_output_write(writer->output, hxp_str_part(text, from, at));
}

void hxp_xml_put_text(hxp_xml_writer *writer, hxp_str text)
{
    put_escaped(writer, text, false);
}

void hxp_xml_put_named(hxp_xml_writer *writer, hxp_str name, hxp_str value)
{
    hxp_xml_put(writer, " ");
    hxp_output_write(writer->output, name);
    hxp_xml_put(writer, "=\"");
    put_escaped(writer, value, true);
    hxp_xml_put(writer, "\"");
}

void hxp_xml_put_attribute(hxp_xml_writer *writer, const char *name,
                           hxp_str value)
{
    hxp_xml_put_named(writer, hxp_str_of(name), value);
}
