/* xliff_write_matches.c - the match that a translation is, as XLIFF has it. */
#include "base/decimal.h"
#include "base/str.h"
#include "formats/xliff/xliff_writer.h"
#include "model/match.h"

/** Begin the element of a match, with its score and origin. */
static bool open_match(hxp_xml_writer *xml, hxp_xliff_writer *writer,
                       const hxp_unit *unit, hxp_str id)
{
    char score[HXP_DECIMAL_SIZE];
    double percent = 0;
    hxp_buffer *room = &writer->coder.room;
    hxp_str origin = hxp_xliff_property(unit, HXP_MATCH_ORIGIN);
    (void)hxp_decimal_read(&percent, hxp_xliff_property(unit, HXP_MATCH_SCORE));
    hxp_str share =
        hxp_str_of(hxp_decimal(score, percent < 100 ? percent : 100, 0));
    room->len = 0;
    if (writer->second) {
        if (!hxp_buffer_add(room, HXP_STR("#")) || !hxp_buffer_add(room, id))
            return false;
        hxp_xml_put(xml, "<mtc:match");
        hxp_xml_put_attribute(xml, "ref", hxp_buffer_str(room));
        hxp_xml_put_attribute(xml, "type", HXP_STR("tm"));
        hxp_xml_put_attribute(xml, "matchQuality", share);
    } else {
        if (!hxp_buffer_add(room, share) || !hxp_buffer_add(room, HXP_STR("%")))
            return false;
        hxp_xml_put(xml, "<alt-trans");
        if (writer->divided)
            hxp_xml_put_attribute(xml, "mid", id);
        hxp_xml_put_attribute(xml, "match-quality", hxp_buffer_str(room));
    }
    if (origin.len > 0)
        hxp_xml_put_attribute(xml, "origin", origin);
    hxp_xml_put(xml, ">");
    return true;
}

static void put_text(hxp_xliff_writer *writer, hxp_xml_writer *xml,
                     const char *name, hxp_str text)
{
    hxp_xml_put(xml, "<");
    hxp_xml_put(xml, name);
    hxp_xml_put(xml, writer->second ? " xml:space=\"preserve\">" : ">");
    hxp_xliff_put_text(&writer->coder, xml, text);
    hxp_xml_put(xml, "</");
    hxp_xml_put(xml, name);
    hxp_xml_put(xml, ">");
}

bool hxp_xliff_put_match(hxp_xliff_writer *writer, const hxp_unit *unit,
                         const hxp_variant *source, const hxp_variant *target)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, HXP_XLIFF_PART_MATCHES);
    hxp_str before = hxp_xliff_property(unit, HXP_MATCH_SOURCE);
    hxp_str after = hxp_xliff_property(unit, HXP_MATCH_TARGET);
    hxp_str id = hxp_xliff_property(unit, HXP_XLIFF_SEGMENT);
    if (!writer->matched)
        return true;
    if (!open_match(&xml, writer, unit,
                    id.len > 0 ? id : HXP_STR(HXP_XLIFF_ONLY_SEGMENT)))
        return false;
    if (writer->second && !hxp_xliff_put_properties(
                              writer, HXP_XLIFF_PART_MATCHES, &unit->remarks))
        return false;
    put_text(writer, &xml, "source",
             before.len > 0 ? before : source->content.text);
    put_text(writer, &xml, "target",
             after.len > 0 ? after : target->content.text);
    if (!writer->second && !hxp_xliff_put_properties(
                               writer, HXP_XLIFF_PART_MATCHES, &unit->remarks))
        return false;
    hxp_xml_put(&xml, writer->second ? "</mtc:match>\n" : "</alt-trans>\n");
    writer->xml.forbidden += xml.forbidden;
    return true;
}
