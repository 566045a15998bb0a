/* xliff_write_segments.c - the parts of a unit, and segments in them. */
#include "base/str.h"
#include "formats/xliff/xliff_writer.h"
#include "model/remark.h"

/* --- Parts ---------------------------------------------------------------- */

/** Write to a part of the unit, forbidden characters counted. */
hxp_xml_writer hxp_xliff_to_part(hxp_xliff_writer *writer, hxp_xliff_part which)
{
    return (hxp_xml_writer){ writer->parts[which], 0 };
}

void hxp_xliff_close_parts(hxp_xliff_writer *writer)
{
    for (int i = 0; i < HXP_XLIFF_PARTS_OF_UNIT; i++) {
        hxp_output_close(writer->parts[i]);
        writer->parts[i] = NULL;
    }
}

hxp_status hxp_xliff_open_parts(hxp_xliff_writer *writer, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (int i = 0; status == HXP_OK && i < HXP_XLIFF_PARTS_OF_UNIT; i++)
        status = hxp_output_memory(&writer->parts[i], error);
    return status;
}

hxp_str hxp_xliff_part_bytes(const hxp_xliff_writer *writer,
                             hxp_xliff_part which)
{
    return hxp_output_bytes(writer->parts[which]);
}

/* --- Content -------------------------------------------------------------- */

/** Write content to a part. */
static bool put_content(hxp_xliff_writer *writer, hxp_xliff_part which,
                        bool target, const hxp_content *content)
{
    hxp_xliff_coder *coder = &writer->coder;
    coder->xml = hxp_xliff_to_part(writer, which);
    coder->data = hxp_xliff_to_part(writer, HXP_XLIFF_PART_NATIVE_CODE);
    coder->ids = writer->ids[target];
    bool done = hxp_xliff_put_content(coder, content);
    writer->ids[target] = coder->ids;
    writer->xml.forbidden += coder->xml.forbidden + coder->data.forbidden;
    return done;
}

/** XLIFF 1.2: write a segment's content, marked if the unit is divided. */
static bool put_marked(hxp_xliff_writer *writer, hxp_xliff_part which,
                       hxp_str id, hxp_str gap, const hxp_content *content)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, which);
    hxp_xml_put_text(&xml, gap);
    if (writer->divided) {
        hxp_xml_put(&xml, "<mrk mtype=\"seg\"");
        hxp_xml_put_attribute(&xml, "mid", id);
        hxp_xml_put(&xml, ">");
    }
    if (!put_content(writer, which, which == HXP_XLIFF_PART_TARGET, content))
        return false;
    hxp_xml_put(&xml, writer->divided ? "</mrk>" : "");
    return true;
}

hxp_str hxp_xliff_property(const hxp_unit *unit, const char *type)
{
    const hxp_str *text = hxp_remarks_property(&unit->remarks, type);
    return text ? *text : HXP_STR("");
}

bool hxp_xliff_put_first_segment(hxp_xliff_writer *writer, const hxp_unit *unit,
                                 const hxp_variant *source,
                                 const hxp_variant *target)
{
    hxp_str gap = hxp_xliff_property(unit, HXP_XLIFF_GAP);
    hxp_str id = hxp_xliff_property(unit, HXP_XLIFF_SEGMENT);
    size_t ids = writer->ids[0];
    bool divided = writer->divided;
    hxp_losses losses = writer->losses;
    writer->divided = false;
    bool done =
        put_marked(writer, HXP_XLIFF_PART_SOURCE, id, gap, &source->content);
    writer->divided = divided;
    if (done && divided) {
        writer->ids[0] = ids; /* the same once more */
        writer->losses = losses;
        hxp_xliff_put_sdl(writer, &unit->remarks, id);
        done = put_marked(writer, HXP_XLIFF_PART_SEGMENTS, id, gap,
                          &source->content);
    }
    if (done && target) {
        writer->has_target = true;
        done = put_marked(writer, HXP_XLIFF_PART_TARGET, id, gap,
                          &target->content);
    }
    return done;
}

/** XLIFF 2's state for that of a target of 1.2; empty: there is none. */
static hxp_str second_state(hxp_str state)
{
    static const char *const states[][2] = {
        { "new", "initial" },
        { "needs-translation", "initial" },
        { "initial", "initial" },
        { "translated", "translated" },
        { "signed-off", "reviewed" },
        { "reviewed", "reviewed" },
        { "final", "final" },
        { "needs-review-translation", "translated" },
    };
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
        if (hxp_str_is(state, states[i][0]))
            return hxp_str_of(states[i][1]);
    return HXP_STR("");
}

static hxp_str state_of(const hxp_unit *unit, const hxp_variant *target)
{
    const hxp_str *text =
        target
            ? hxp_remarks_property(&target->remarks, HXP_XLIFF_TARGET "state")
            : NULL;
    return text ? *text : hxp_xliff_property(unit, HXP_XLIFF_PREFIX "state");
}

bool hxp_xliff_put_second_segment(hxp_xliff_writer *writer,
                                  const hxp_unit *unit,
                                  const hxp_variant *source,
                                  const hxp_variant *target)
{
    hxp_xml_writer xml = hxp_xliff_to_part(writer, HXP_XLIFF_PART_SEGMENTS);
    hxp_str gap = hxp_xliff_property(unit, HXP_XLIFF_GAP);
    hxp_str id = hxp_xliff_property(unit, HXP_XLIFF_SEGMENT);
    hxp_str state = second_state(state_of(unit, target));
    if (gap.len > 0) {
        hxp_xml_put(&xml, "<ignorable><source xml:space=\"preserve\">");
        hxp_xliff_put_text(&writer->coder, &xml, gap);
        hxp_xml_put(&xml, "</source></ignorable>\n");
    }
    hxp_xml_put(&xml, "<segment");
    if (id.len == 0 && writer->matched)
        id = HXP_STR(HXP_XLIFF_ONLY_SEGMENT);
    if (id.len > 0)
        hxp_xml_put_attribute(&xml, "id", id);
    if (state.len > 0)
        hxp_xml_put_attribute(&xml, "state", state);
    hxp_xml_put(&xml, ">\n<source xml:space=\"preserve\">");
    if (!put_content(writer, HXP_XLIFF_PART_SEGMENTS, false, &source->content))
        return false;
    hxp_xml_put(&xml, "</source>\n");
    if (target) {
        hxp_xml_put(&xml, "<target xml:space=\"preserve\">");
        if (!put_content(writer, HXP_XLIFF_PART_SEGMENTS, true,
                         &target->content))
            return false;
        hxp_xml_put(&xml, "</target>\n");
    }
    hxp_xml_put(&xml, "</segment>\n");
    return true;
}
