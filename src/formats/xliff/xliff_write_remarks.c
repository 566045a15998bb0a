/* xliff_write_remarks.c - notes and properties as XLIFF has them. */
#include "base/str.h"
#include "formats/xliff/xliff_writer.h"
#include "model/match.h"

#include <string.h>

static const char *const unit_attributes[2][16] = {
    { "approved", "translate", "resname", "restype", "maxwidth", "minwidth",
      "size-unit", "datatype", "phase-name", "extradata", "help-id",
      "xml:space", NULL },
    { "translate", "canResegment", "srcDir", "trgDir", "name", "type",
      "xml:space", NULL },
};
static const char *const target_attributes[] = { "state", "state-qualifier",
                                                 "phase-name", NULL };

static bool is_one_of(hxp_str name, const char *const *names)
{
    for (; *names; names++)
        if (hxp_str_is(name, *names))
            return true;
    return false;
}

/** True for a name such as "mq:status" whose prefix is declared. */
static bool is_declared(const hxp_xliff_writer *writer, hxp_str name)
{
    hxp_str rest = name, declared = writer->prefixes, prefix, one;
    if (!hxp_str_cut(&rest, ':', &prefix) || rest.len == 0 ||
        hxp_xliff_name_length(rest) < rest.len)
        return false;
    while (hxp_str_cut(&declared, ' ', &one))
        if (hxp_str_equal(one, prefix))
            return true;
    return false;
}

/** The attribute of the unit that a property is; empty: it is none. */
static hxp_str attribute_of(const hxp_xliff_writer *writer,
                            const hxp_remark *remark)
{
    hxp_str prefix = HXP_STR(HXP_XLIFF_PREFIX);
    if (remark->kind != HXP_PROPERTY || !hxp_str_starts(remark->type, prefix))
        return HXP_STR("");
    hxp_str name = hxp_str_part(remark->type, prefix.len, remark->type.len);
    bool known = is_one_of(name, unit_attributes[writer->second]);
    return known || (!writer->second && is_declared(writer, name))
               ? name
               : HXP_STR("");
}

/** True for a property that says where in the file a unit stands. */
static bool is_placing(hxp_str type)
{
    static const char *const types[] = { HXP_XLIFF_FILE,    HXP_XLIFF_UNIT,
                                         HXP_XLIFF_SEGMENT, HXP_XLIFF_GAP,
                                         HXP_XLIFF_GROUP,   NULL };
    return is_one_of(type, types);
}

/** True when an attribute of this name stands before. */
bool hxp_xliff_stands_before(const hxp_remarks *remarks, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (hxp_str_equal(remarks->items[i].type, remarks->items[index].type))
            return true;
    return false;
}

/** Put a property that is nothing else to a part. */
static bool put_property(hxp_xliff_writer *writer, hxp_xliff_part part,
                         const hxp_remark *remark)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, part);
    hxp_buffer *room = &writer->coder.room;
    if (writer->second) {
        hxp_xml_put(&xml, "<mda:meta");
        hxp_xml_put_attribute(&xml, "type", remark->type);
    } else {
        if (!hxp_xliff_type(room, remark->type, hxp_xliff_contexts))
            return false;
        hxp_xml_put(&xml, "<context");
        hxp_xml_put_attribute(&xml, "context-type", hxp_buffer_str(room));
    }
    hxp_xml_put(&xml, ">");
    hxp_xml_put_text(&xml, remark->text);
    hxp_xml_put(&xml, writer->second ? "</mda:meta>" : "</context>");
    writer->xml.forbidden += xml.forbidden;
    return true;
}

/** Put the notes of a unit. */
void hxp_xliff_put_notes(hxp_xliff_writer *writer, const hxp_remarks *remarks)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, HXP_XLIFF_PART_REMARKS);
    size_t count = 0;
    for (size_t i = 0; i < remarks->count; i++) {
        if (remarks->items[i].kind != HXP_NOTE_REMARK)
            continue;
        if (count++ == 0 && writer->second)
            hxp_xml_put(&xml, "<notes>");
        hxp_xml_put(&xml, "<note>");
        hxp_xml_put_text(&xml, remarks->items[i].text);
        hxp_xml_put(&xml, "</note>");
    }
    if (count > 0)
        hxp_xml_put(&xml, writer->second ? "</notes>\n" : "\n");
    writer->xml.forbidden += xml.forbidden;
}

/** True for a property that tells of a match. */
static bool is_of_match(const hxp_remark *remark)
{
    return hxp_str_starts(remark->type, HXP_STR(HXP_MATCH_SCORE));
}

/** True for the texts of a match, which are elements. */
static bool is_text_of_match(const hxp_remark *remark)
{
    return hxp_str_is(remark->type, HXP_MATCH_SOURCE) ||
           hxp_str_is(remark->type, HXP_MATCH_TARGET);
}

/** True when the unit holds the property, but not as one. */
static bool is_taken(const hxp_xliff_writer *writer, const hxp_remark *remark)
{
    bool state =
        writer->second && hxp_str_is(remark->type, HXP_XLIFF_PREFIX "state");
    return is_placing(remark->type) || state ||
           attribute_of(writer, remark).len > 0;
}

/** What SDLXLIFF says of a segment with property i; empty: nothing. */
static hxp_str sdl_attribute(const hxp_remarks *remarks, size_t i)
{
    const hxp_remark *remark = &remarks->items[i];
    hxp_str prefix = HXP_STR("x-sdl-");
    if (remark->kind != HXP_PROPERTY || !hxp_str_starts(remark->type, prefix))
        return HXP_STR("");
    return hxp_str_part(remark->type, prefix.len, remark->type.len);
}

/** True when property i can be an attribute of sdl:seg. */
static bool fits_sdl(const hxp_remarks *remarks, size_t i)
{
    hxp_str name = sdl_attribute(remarks, i);
    return name.len > 0 && hxp_xliff_name_length(name) == name.len &&
           !hxp_str_is(name, "id") && !memchr(name.ptr, ':', name.len) &&
           !hxp_xliff_stands_before(remarks, i);
}

bool hxp_xliff_is_left(const hxp_xliff_writer *writer,
                       const hxp_remarks *remarks, size_t i)
{
    if (remarks->items[i].kind == HXP_ENCODING)
        return true;
    return writer->divided && sdl_attribute(remarks, i).len > 0 &&
           (writer->second || !fits_sdl(remarks, i));
}

void hxp_xliff_put_sdl(hxp_xliff_writer *writer, const hxp_remarks *remarks,
                       hxp_str id)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, HXP_XLIFF_PART_SDL);
    bool begun = false;
    for (size_t i = 0; i < remarks->count; i++) {
        if (!fits_sdl(remarks, i))
            continue;
        if (!begun) {
            hxp_xml_put(&xml, "<sdl:seg");
            hxp_xml_put_attribute(&xml, "id", id);
        }
        hxp_xml_put_named(&xml, sdl_attribute(remarks, i),
                          remarks->items[i].text);
        begun = true;
    }
    hxp_xml_put(&xml, begun ? "/>" : "");
    writer->xml.forbidden += xml.forbidden;
}

/** True for a property that is put as one to a part. */
static bool is_put(const hxp_xliff_writer *writer, hxp_xliff_part part,
                   const hxp_remarks *remarks, size_t i)
{
    const hxp_remark *remark = &remarks->items[i];
    if (remark->kind != HXP_PROPERTY)
        return false;
    if (writer->matched && is_of_match(remark))
        return part == HXP_XLIFF_PART_MATCHES && !is_text_of_match(remark);
    return part == HXP_XLIFF_PART_REMARKS &&
           !hxp_xliff_is_left(writer, remarks, i) &&
           !(writer->divided && sdl_attribute(remarks, i).len > 0) &&
           (!is_taken(writer, remark) || hxp_xliff_stands_before(remarks, i));
}

bool hxp_xliff_put_properties(hxp_xliff_writer *writer, hxp_xliff_part part,
                              const hxp_remarks *remarks)
{
    static const char *const starts[] = {
        "<context-group purpose=\"information\">",
        "<mda:metadata><mda:metaGroup category=\"hexapla\">"
    };
    static const char *const ends[] = { "</context-group>\n",
                                        "</mda:metaGroup></mda:metadata>\n" };
    hxp_xml_writer xml = hxp_xliff_to_part(writer, part);
    size_t count = 0;
    for (size_t i = 0; i < remarks->count; i++) {
        if (!is_put(writer, part, remarks, i))
            continue;
        if (count++ == 0)
            hxp_xml_put(&xml, starts[writer->second]);
        if (!put_property(writer, part, &remarks->items[i]))
            return false;
    }
    if (count > 0)
        hxp_xml_put(&xml, ends[writer->second]);
    return true;
}

/** Put the attributes of the unit's tag. */
void hxp_xliff_put_unit_attributes(hxp_xliff_writer *writer,
                                   const hxp_remarks *remarks)
{
    for (size_t i = 0; i < remarks->count; i++) {
        hxp_attribute one = { attribute_of(writer, &remarks->items[i]),
                              remarks->items[i].text };
        hxp_attributes all = { &one, 1 };
        if (one.name.len > 0 && !hxp_xliff_stands_before(remarks, i))
            hxp_xml_put_attributes(&writer->xml, &all);
    }
}

/** Keep the attributes of a target; returns how many of its remarks those are.
 */
size_t hxp_xliff_put_target_attributes(hxp_xliff_writer *writer,
                                       const hxp_remarks *remarks)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, HXP_XLIFF_PART_TARGET_TAG);
    hxp_str prefix = HXP_STR(HXP_XLIFF_TARGET);
    bool first =
        hxp_xliff_part_bytes(writer, HXP_XLIFF_PART_TARGET_TAG).len == 0;
    size_t count = 0;
    for (size_t i = 0; i < remarks->count; i++) {
        hxp_str type = remarks->items[i].type, name;
        if (!hxp_str_starts(type, prefix) ||
            hxp_xliff_stands_before(remarks, i))
            continue;
        name = hxp_str_part(type, prefix.len, type.len);
        if (!is_one_of(name, target_attributes))
            continue;
        hxp_attribute one = { name, remarks->items[i].text };
        hxp_attributes all = { &one, 1 };
        if (first && !writer->second)
            hxp_xml_put_attributes(&xml, &all);
        count += !writer->second || hxp_str_is(name, "state");
    }
    return count;
}
