/* xml_report.c - what stands where the parser is, and what is wrong there. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/html/html_entity.h"
#include "formats/xml/xml_fault.h"
#include "formats/xml/xml_parser.h"

size_t hxp_xml_event(const hxp_xml *xml)
{
    XML_Index index = XML_GetCurrentByteIndex(xml->parser);
    return index < 0 ? 0 : (size_t)index;
}

/** The code unit at at, as far as it is ASCII; '?' if not, -1 at the end. */
static int raw_unit(const hxp_xml *xml, hxp_str raw, size_t at)
{
    if (xml->marks.unit != 2)
        return at < raw.len ? (unsigned char)raw.ptr[at] : -1;
    if (at + 1 >= raw.len)
        return -1;
    unsigned char high = (unsigned char)raw.ptr[at + xml->marks.high];
    unsigned char low = (unsigned char)raw.ptr[at + 1 - xml->marks.high];
    if (high == 0xFF && low >= 0xFE)
        return low; /* U+FFFE or U+FFFF; the byte is never part of UTF-8 */
    if (high >= 0xDC && high < 0xE0)
        return HXP_XML_HALF;
    return high == 0 && low < 0x80 ? low : '?';
}

static size_t raw_step(const hxp_xml *xml)
{
    return xml->marks.unit == 2 ? 2 : 1;
}

/** Copy up to HXP_XML_SNIPPET units from at on. */
static size_t snippet(const hxp_xml *xml, hxp_str raw, size_t at, char *to)
{
    size_t len = 0;
    while (len < HXP_XML_SNIPPET && raw_unit(xml, raw, at) >= 0) {
        to[len++] = (char)raw_unit(xml, raw, at);
        at += raw_step(xml);
    }
    return len;
}

/** What expat still holds; *at is where the present event starts. */
static hxp_str raw_context(const hxp_xml *xml, size_t *at)
{
    int offset = 0, size = 0;
    const char *raw = XML_GetInputContext(xml->parser, &offset, &size);
    if (!raw || offset < 0 || size < offset)
        return (hxp_str){ "", *at = 0 };
    *at = (size_t)offset;
    return (hxp_str){ raw, (size_t)size };
}

/** True when name is one of XML's own entities, a number, or declared. */
static bool is_known(const hxp_xml *xml, hxp_str name)
{
    uint32_t number;
    return hxp_str_starts(name, HXP_STR("#")) || hxp_xml_entity(name) ||
           hxp_names_find(&xml->entities, name, &number);
}

bool hxp_xml_knows_entities(const hxp_xml *xml, hxp_str text)
{
    hxp_str before, name;
    while (hxp_str_cut(&text, '&', &before) && hxp_str_cut(&text, ';', &name))
        if (!is_known(xml, name))
            return false;
    return true;
}

bool hxp_xml_refers_to_entity(const hxp_xml *xml,
                              char name[HXP_XML_SNIPPET + 1])
{
    size_t at;
    hxp_str raw = raw_context(xml, &at);
    int size = XML_GetCurrentByteCount(xml->parser);
    size_t end = at + (size > 0 ? (size_t)size : 0);
    for (; at < end; at += raw_step(xml)) {
        if (raw_unit(xml, raw, at) != '&')
            continue;
        name[snippet(xml, raw, at + raw_step(xml), name)] = '\0';
        name[strcspn(name, ";")] = '\0';
        if (!is_known(xml, hxp_str_of(name)))
            return true;
    }
    return false;
}

bool hxp_xml_is_cut(const hxp_xml *xml)
{
    enum XML_Error code = XML_GetErrorCode(xml->parser);
    return code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
           code == XML_ERROR_PARTIAL_CHAR ||
           code == XML_ERROR_UNCLOSED_CDATA_SECTION;
}

hxp_status hxp_xml_report(hxp_xml *xml)
{
    enum XML_Error code = XML_GetErrorCode(xml->parser);
    if (code == XML_ERROR_NO_MEMORY)
        return hxp_no_memory(xml->error);
    if (hxp_xml_is_cut(xml) && xml->depth > 0 && xml->handlers->cut)
        return xml->handlers->cut(xml->reader, xml->error);

    char message[HXP_XML_MESSAGE];
    char before[HXP_XML_SNIPPET], after[HXP_XML_SNIPPET];
    size_t at, step = raw_step(xml);
    hxp_str raw = raw_context(xml, &at);
    hxp_xml_fault fault = { .code = (int)code,
                            .before = { before, 0 },
                            .after = { after, 0 },
                            .encoding = xml->encoding,
                            .wide = xml->wide,
                            .empty = xml->blank };
    size_t from =
        at < HXP_XML_BEFORE * step ? at % step : at - HXP_XML_BEFORE * step;
    fault.before.len = snippet(xml, (hxp_str){ raw.ptr, at }, from, before);
    fault.after.len = snippet(xml, raw, at, after);
    if (xml->depth > 0)
        fault.open = xml->open[xml->depth - 1].text;
    size_t back = hxp_xml_describe(message, &fault);
    hxp_place place = hxp_xml_place(xml);
    place.column -= back;
    place.column16 -= back;
    return hxp_fail_at(
        xml->error,
        code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH ? HXP_ELIMIT : HXP_EINPUT,
        hxp_input_name(xml->input), place, "%s", message);
}
