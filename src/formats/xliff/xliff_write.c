/* xliff_write.c - pairs as XLIFF 1.2 or 2.0. */
#include "base/error.h"
#include "base/str.h"
#include "formats/units/unit_format.h"
#include "formats/xliff/xliff_writer.h"
#include "model/match.h"
#include "model/remark.h"

#include <stdio.h>
#include <stdlib.h>

static void put(hxp_xliff_writer *writer, const char *markup)
{
    hxp_xml_put(&writer->xml, markup);
}

/** Write a part between tags, unless it is empty. */
static void put_part(hxp_xliff_writer *writer, const char *start,
                     hxp_xliff_part which, const char *end)
{
    if (hxp_xliff_part_bytes(writer, which).len == 0)
        return;
    put(writer, start);
    hxp_output_write(writer->xml.output, hxp_xliff_part_bytes(writer, which));
    put(writer, end);
}

/* --- Files and units ------------------------------------------------------ */

static void end_unit(hxp_xliff_writer *writer)
{
    if (!writer->in_unit)
        return;
    writer->in_unit = false;
    if (writer->second) {
        put_part(writer,
                 "<mtc:matches "
                 "xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\">\n",
                 HXP_XLIFF_PART_MATCHES, "</mtc:matches>\n");
        put_part(writer, "", HXP_XLIFF_PART_REMARKS, "");
        put_part(writer, "<originalData>", HXP_XLIFF_PART_NATIVE_CODE,
                 "</originalData>\n");
        put_part(writer, "", HXP_XLIFF_PART_SEGMENTS, "</unit>\n");
    } else {
        put(writer, "<source>");
        hxp_output_write(writer->xml.output,
                         hxp_xliff_part_bytes(writer, HXP_XLIFF_PART_SOURCE));
        put(writer, "</source>\n");
        put_part(writer, "<seg-source>", HXP_XLIFF_PART_SEGMENTS,
                 "</seg-source>\n");
        if (writer->has_target) {
            put(writer, "<target");
            hxp_output_write(
                writer->xml.output,
                hxp_xliff_part_bytes(writer, HXP_XLIFF_PART_TARGET_TAG));
            put(writer, ">");
            hxp_output_write(
                writer->xml.output,
                hxp_xliff_part_bytes(writer, HXP_XLIFF_PART_TARGET));
            put(writer, "</target>\n");
        }
        put_part(writer, "", HXP_XLIFF_PART_MATCHES, "");
        put_part(writer, "", HXP_XLIFF_PART_REMARKS, "");
        put_part(writer, "<sdl:seg-defs xmlns:sdl=\"" HXP_XLIFF_SDL "\">",
                 HXP_XLIFF_PART_SDL, "</sdl:seg-defs>\n");
        put(writer, "</trans-unit>\n");
    }
    hxp_xliff_close_parts(writer);
}

static void end_groups(hxp_xliff_writer *writer)
{
    hxp_str rest = hxp_buffer_str(&writer->groups), id;
    while (hxp_str_cut(&rest, '/', &id))
        put(writer, "</group>\n");
    writer->groups.len = 0;
}

/** Begin groups, unless they are those that are open. */
static bool begin_groups(hxp_xliff_writer *writer, hxp_str groups)
{
    hxp_str rest = groups, id;
    if (hxp_str_equal(groups, hxp_buffer_str(&writer->groups)))
        return true;
    end_groups(writer);
    while (hxp_str_cut(&rest, '/', &id)) {
        put(writer, "<group");
        if (id.len > 0)
            hxp_xml_put_attribute(&writer->xml, "id", id);
        put(writer, ">\n");
    }
    return hxp_buffer_add(&writer->groups, groups);
}

static void end_file(hxp_xliff_writer *writer)
{
    end_unit(writer);
    end_groups(writer);
    if (writer->in_file)
        put(writer, writer->second ? "</file>\n" : "</body>\n</file>\n");
    writer->in_file = false;
}

/** Begin a file, unless it is the one that is open. */
static bool begin_file(hxp_xliff_writer *writer, hxp_str original)
{
    char id[24];
    if (writer->in_file &&
        hxp_str_equal(original, hxp_buffer_str(&writer->original)))
        return true;
    end_file(writer);
    writer->in_file = true;
    writer->original.len = 0;
    snprintf(id, sizeof id, "f%zu", ++writer->files);
    put(writer, "<file");
    if (writer->second)
        hxp_xml_put_attribute(&writer->xml, "id", hxp_str_of(id));
    if (!writer->second || original.len > 0)
        hxp_xml_put_attribute(&writer->xml, "original",
                              original.len > 0 ? original
                                               : HXP_STR(HXP_XLIFF_OWN));
    if (!writer->second) {
        hxp_xml_put_attribute(&writer->xml, "source-language",
                              writer->pair.source);
        if (writer->pair.target.len > 0)
            hxp_xml_put_attribute(&writer->xml, "target-language",
                                  writer->pair.target);
        hxp_xml_put_attribute(&writer->xml, "datatype", HXP_STR("plaintext"));
    }
    put(writer, writer->second ? ">\n" : ">\n<body>\n");
    return hxp_buffer_add(&writer->original, original);
}

/** True for what may be an id in XLIFF 2. */
static bool is_name_token(hxp_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.ptr[i];
        if (c <= ' ' ||
            (c < 0x80 && strchr("!\"#$%&'()*+,/;<=>?@[\\]^`{|}~", (int)c)))
            return false;
    }
    return id.len > 0;
}

/** Put the id of a unit, or one of ours. */
static void put_id(hxp_xliff_writer *writer, const hxp_unit *unit, hxp_str id)
{
    char own[24];
    bool fits = id.len > 0 && (!writer->second || is_name_token(id));
    snprintf(own, sizeof own, "hxp%zu", unit->number);
    hxp_xml_put_attribute(&writer->xml, "id", fits ? id : hxp_str_of(own));
    if (!fits && id.len > 0 &&
        !hxp_remarks_property(&unit->remarks, HXP_XLIFF_PREFIX "name"))
        hxp_xml_put_attribute(&writer->xml, "name", id);
}

static hxp_status begin_unit(hxp_xliff_writer *writer, const hxp_unit *unit,
                             hxp_error *error)
{
    hxp_str divided = hxp_xliff_property(unit, HXP_XLIFF_UNIT);
    end_unit(writer);
    if (!begin_file(writer, hxp_xliff_property(unit, HXP_XLIFF_FILE)) ||
        !begin_groups(writer, hxp_xliff_property(unit, HXP_XLIFF_GROUP)))
        return hxp_no_memory(error);
    hxp_status status = hxp_xliff_open_parts(writer, error);
    if (status != HXP_OK)
        return status;
    writer->in_unit = true;
    writer->divided = divided.len > 0;
    writer->has_target = false;
    writer->ids[0] = writer->ids[1] = 0;
    writer->coder.data_count = 0;
    writer->unit.len = 0;
    put(writer, writer->second ? "<unit" : "<trans-unit");
    put_id(writer, unit, writer->divided ? divided : unit->id);
    hxp_xliff_put_unit_attributes(writer, &unit->remarks);
    put(writer, ">\n");
    if (!hxp_buffer_add(&writer->unit, divided))
        return hxp_no_memory(error);
    if (!hxp_xliff_put_properties(writer, HXP_XLIFF_PART_REMARKS,
                                  &unit->remarks))
        return hxp_no_memory(error);
    hxp_xliff_put_notes(writer, &unit->remarks);
    return HXP_OK;
}

/** True when the unit is another segment of the one that is open. */
static bool goes_on(const hxp_xliff_writer *writer, const hxp_unit *unit)
{
    hxp_str divided = hxp_xliff_property(unit, HXP_XLIFF_UNIT);
    return writer->in_unit && writer->divided &&
           hxp_str_equal(divided, hxp_buffer_str(&writer->unit)) &&
           hxp_str_equal(hxp_xliff_property(unit, HXP_XLIFF_FILE),
                         hxp_buffer_str(&writer->original));
}

/** Count what is not written of a unit. */
static void count_losses(hxp_xliff_writer *writer, const hxp_unit *unit,
                         const hxp_variant *source, const hxp_variant *target)
{
    hxp_losses *losses = &writer->losses;
    size_t attributes = unit->attributes.count + source->attributes.count +
                        source->segment_attributes.count +
                        (unit->source_language.len > 0);
    size_t remarks = source->remarks.count;
    for (size_t i = 0; i < unit->remarks.count; i++)
        remarks += hxp_xliff_is_left(writer, &unit->remarks, i);
    if (target) {
        attributes +=
            target->attributes.count + target->segment_attributes.count;
        remarks += target->remarks.count -
                   hxp_xliff_put_target_attributes(writer, &target->remarks);
    }
    hxp_losses_add(losses, HXP_FAULT_LOSS_VARIANTS,
                   unit->variant_count - 1 - (target != NULL));
    hxp_losses_add(losses, HXP_FAULT_LOSS_ATTRIBUTES, attributes);
    hxp_losses_add(losses, HXP_FAULT_LOSS_REMARKS, remarks);
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_xliff_writer *writer = (hxp_xliff_writer *)sink;
    const hxp_variant *source = hxp_pair_variant(unit, writer->pair.source);
    const hxp_variant *target = hxp_pair_variant(unit, writer->pair.target);
    hxp_status status = HXP_OK;
    if (!source) {
        hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_UNITS, 1);
        return HXP_OK;
    }
    writer->matched =
        target && hxp_xliff_property(unit, HXP_MATCH_SCORE).len > 0;
    if (!goes_on(writer, unit))
        status = begin_unit(writer, unit, error);
    if (status != HXP_OK)
        return status;
    count_losses(writer, unit, source, target);
    bool done = writer->second
                    ? hxp_xliff_put_second_segment(writer, unit, source, target)
                    : hxp_xliff_put_first_segment(writer, unit, source, target);
    done = done && hxp_xliff_put_match(writer, unit, source, target);
    for (int i = 0; done && i < HXP_XLIFF_PARTS_OF_UNIT; i++)
        done = !hxp_output_failed(writer->parts[i]);
    if (!done)
        return hxp_no_memory(error);
    return hxp_output_failed(writer->xml.output)
               ? hxp_output_finish(writer->xml.output, error)
               : HXP_OK;
}

/* --- The sink ------------------------------------------------------------- */

/** Declare the name spaces that attributes of units need. */
static bool put_name_spaces(hxp_xliff_writer *writer,
                            const hxp_remarks *remarks)
{
    hxp_str prefix = HXP_STR(HXP_XLIFF_PREFIX "xmlns:");
    hxp_buffer prefixes = { NULL, 0, 0 };
    bool done = true;
    for (size_t i = 0; done && i < remarks->count; i++) {
        hxp_str type = remarks->items[i].type, name;
        if (!hxp_str_starts(type, prefix) ||
            hxp_xliff_stands_before(remarks, i))
            continue;
        name = hxp_str_part(type, prefix.len, type.len);
        if (name.len == 0 || hxp_xliff_name_length(name) < name.len ||
            hxp_str_starts(name, HXP_STR("xml")) ||
            remarks->items[i].text.len == 0)
            continue;
        put(writer, " xmlns:");
        hxp_output_write(writer->xml.output, name);
        put(writer, "=\"");
        hxp_xml_put_text(&writer->xml, remarks->items[i].text);
        put(writer, "\"");
        hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_REMARKS, 1);
        done = hxp_buffer_add(&prefixes, name) &&
               hxp_buffer_add(&prefixes, HXP_STR(" "));
    }
    done = done && hxp_arena_copy(&writer->prefixes, &writer->arena,
                                  hxp_buffer_str(&prefixes));
    hxp_buffer_free(&prefixes);
    return done;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    hxp_xliff_writer *writer = (hxp_xliff_writer *)sink;
    if (!hxp_pair_choose(&writer->pair, header, &writer->options,
                         &writer->arena))
        return hxp_no_memory(error);
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                   header->remarks.count);
    put(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (writer->second) {
        put(writer, "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
                    "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" "
                    "version=\"2.0\"");
        hxp_xml_put_attribute(&writer->xml, "srcLang", writer->pair.source);
        if (writer->pair.target.len > 0)
            hxp_xml_put_attribute(&writer->xml, "trgLang", writer->pair.target);
    } else {
        put(writer, "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
                    "version=\"1.2\"");
        if (!put_name_spaces(writer, &header->remarks))
            return hxp_no_memory(error);
    }
    put(writer, ">\n");
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_xliff_writer *writer = (hxp_xliff_writer *)sink;
    if (writer->files == 0 && !begin_file(writer, HXP_STR("")))
        return hxp_no_memory(error);
    end_file(writer);
    put(writer, "</xliff>\n");
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_CHARACTERS,
                   writer->xml.forbidden);
    if (hxp_output_failed(writer->xml.output))
        return hxp_output_finish(writer->xml.output, error);
    return hxp_losses_tell(&writer->losses, writer->options.losses, error);
}

static void close_writer(hxp_unit_sink *sink)
{
    hxp_xliff_writer *writer = (hxp_xliff_writer *)sink;
    hxp_xliff_close_parts(writer);
    hxp_xliff_coder_free(&writer->coder);
    hxp_arena_free(&writer->arena);
    hxp_buffer_free(&writer->original);
    hxp_buffer_free(&writer->groups);
    hxp_buffer_free(&writer->unit);
    free(writer);
}

static hxp_status new_writer(hxp_unit_sink **out, hxp_output *output,
                             const hxp_write_options *options, bool second,
                             hxp_error *error)
{
    hxp_xliff_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->xml.output = output;
    writer->options = *options;
    writer->second = second;
    writer->prefixes = HXP_STR("");
    writer->coder.second = second;
    writer->coder.losses = &writer->losses;
    return hxp_pair_writer(out, &writer->sink, options, error);
}

hxp_status hxp_xliff_writer_new(hxp_unit_sink **out, hxp_output *output,
                                const hxp_write_options *options,
                                hxp_error *error)
{
    return new_writer(out, output, options, false, error);
}

hxp_status hxp_xliff2_writer_new(hxp_unit_sink **out, hxp_output *output,
                                 const hxp_write_options *options,
                                 hxp_error *error)
{
    return new_writer(out, output, options, true, error);
}
