/* xliff_read_parts.c - what is in a unit: texts, segments, notes, data. */
#include "base/error.h"
#include "base/str.h"
#include "formats/xliff/xliff_reader.h"

#include <stdio.h>
#include <string.h>

/* --- Texts and segments --------------------------------------------------- */

/** Begin the content of a segment or of all of a unit. */
static hxp_status open_content(hxp_xliff_reader *reader)
{
    reader->segment_size = 0;
    reader->open_count = 0;
    reader->made = 0;
    return hxp_content_open(&reader->builder)
               ? HXP_OK
               : hxp_no_memory(&reader->delivery.error);
}

hxp_status hxp_xliff_add_text(hxp_xliff_reader *reader, hxp_str text)
{
    hxp_place place = { 0, 0, 0 };
    reader->segment_size += text.len;
    if (reader->segment_size > reader->limits.segment_bytes)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, &reader->delivery.error,
                            "the segment is longer than %zu bytes, the limit",
                            reader->limits.segment_bytes);
    hxp_status status = hxp_xliff_charge(reader, text.len);
    if (status != HXP_OK)
        return status;
    if (reader->options->places)
        place = hxp_xml_place(reader->xml);
    if (!hxp_content_add_text(&reader->builder, text, &place))
        return hxp_no_memory(&reader->delivery.error);
    return HXP_OK;
}

/** The length of the text around the segments so far. */
static size_t around_length(const hxp_xliff_reader *reader)
{
    const hxp_content_builder *builder = &reader->builder;
    return builder->levels[builder->depth - 1].text.len;
}

/** Begin a segment of XLIFF 1.2: mrk of the kind seg. */
hxp_status hxp_xliff_start_seg(hxp_xliff_reader *reader,
                               const char **attributes)
{
    bool in_source = hxp_xliff_top(reader)->what == HXP_XLIFF_SOURCE, found;
    for (size_t i = 0; i < reader->depth; i++)
        in_source = in_source || reader->frames[i].what == HXP_XLIFF_SOURCE;
    size_t around = around_length(reader);
    hxp_place place = hxp_xml_place(reader->xml);
    hxp_code holder = { .kind = HXP_CODE_STANDALONE };
    hxp_status status = hxp_xliff_find_segment(
        reader, hxp_xliff_value(attributes, "mid"), &found);
    if (status != HXP_OK)
        return status;
    hxp_xliff_segment *segment = &reader->segments[reader->segment];
    if (in_source && reader->segment > 0)
        segment->gap_start = reader->segments[reader->segment - 1].gap_end;
    if (in_source) {
        segment->gap_end = around;
        segment->source_place = place;
    } else {
        segment->target_place = place;
    }
    reader->target_parts = reader->target_parts || !in_source;
    /* The content around needs a code to keep that of the segment in. */
    if (!hxp_content_add_code(&reader->builder, holder, (hxp_place){ 0, 0, 0 }))
        return hxp_no_memory(&reader->delivery.error);
    status = open_content(reader);
    hxp_xliff_frame frame = { .what = HXP_XLIFF_SEG, .tagged = in_source };
    return status == HXP_OK ? hxp_xliff_push(reader, &frame) : status;
}

static hxp_status close_content(hxp_content *out, hxp_xliff_reader *reader)
{
    return hxp_content_close(out, &reader->builder, &reader->arena)
               ? HXP_OK
               : hxp_no_memory(&reader->delivery.error);
}

hxp_status hxp_xliff_end_seg(hxp_xliff_reader *reader,
                             const hxp_xliff_frame *frame)
{
    hxp_xliff_segment *segment = &reader->segments[reader->segment];
    if (frame->tagged) {
        segment->has_source = true;
        return close_content(&segment->source, reader);
    }
    segment->has_target = true;
    return close_content(&segment->target, reader);
}

hxp_status hxp_xliff_start_source(hxp_xliff_reader *reader)
{
    if (hxp_xliff_top(reader)->what == HXP_XLIFF_PART)
        reader->segments[reader->segment].source_place =
            hxp_xml_place(reader->xml);
    else
        reader->source_place = hxp_xml_place(reader->xml);
    hxp_status status = open_content(reader);
    return status == HXP_OK ? hxp_xliff_open(reader, HXP_XLIFF_SOURCE) : status;
}

hxp_status hxp_xliff_start_target(hxp_xliff_reader *reader,
                                  const char **attributes)
{
    static const char *const without[] = { "xml:lang", "xml:space", NULL };
    hxp_str language = hxp_xliff_value(attributes, "xml:lang");
    hxp_status status = HXP_OK;
    if (language.len > 0)
        status = hxp_xliff_take_language(reader->unit_target, reader, language,
                                         NULL);
    if (hxp_xliff_top(reader)->what == HXP_XLIFF_PART)
        reader->segments[reader->segment].target_place =
            hxp_xml_place(reader->xml);
    else
        reader->target_place = hxp_xml_place(reader->xml);
    if (status == HXP_OK && !reader->second)
        status =
            hxp_xliff_add_attributes(reader, &reader->target_remarks,
                                     HXP_XLIFF_TARGET, attributes, without);
    if (status == HXP_OK)
        status = open_content(reader);
    return status == HXP_OK ? hxp_xliff_open(reader, HXP_XLIFF_IN_TARGET)
                            : status;
}

/** True when text is more than white space. */
bool hxp_xliff_has_words(hxp_str text)
{
    return hxp_str_trim(text).len > 0;
}

/** Count what stands around the segments and is no gap between them. */
static void leave_around(hxp_xliff_reader *reader, const hxp_content *around,
                         size_t from)
{
    for (size_t i = 0; i < around->code_count; i++)
        if (around->codes[i].name.len > 0)
            hxp_xliff_leave(reader, &reader->left_codes, "");
    if (hxp_xliff_has_words(hxp_str_part(around->text, from, around->text.len)))
        hxp_xliff_leave(reader, &reader->left_text, "");
}

hxp_status hxp_xliff_end_source(hxp_xliff_reader *reader)
{
    hxp_content content;
    hxp_xliff_what around = hxp_xliff_top(reader)->what;
    hxp_status status = close_content(&content, reader);
    if (status != HXP_OK)
        return status;
    if (around == HXP_XLIFF_PART) {
        reader->segments[reader->segment].source = content;
        reader->segments[reader->segment].has_source = true;
        return HXP_OK;
    }
    if (reader->segment_count == 0) {
        reader->has_source = true;
        reader->whole_source = content;
        return HXP_OK;
    }
    reader->around = content;
    leave_around(reader, &content,
                 reader->segments[reader->segment_count - 1].gap_end);
    return HXP_OK;
}

hxp_status hxp_xliff_end_target(hxp_xliff_reader *reader)
{
    hxp_content content;
    hxp_xliff_what around = hxp_xliff_top(reader)->what;
    hxp_status status = close_content(&content, reader);
    if (status != HXP_OK)
        return status;
    if (around == HXP_XLIFF_PART) {
        reader->segments[reader->segment].target = content;
        reader->segments[reader->segment].has_target = true;
        return HXP_OK;
    }
    if (reader->target_parts)
        leave_around(reader, &content, content.text.len);
    reader->has_target = true;
    reader->whole_target = content;
    return HXP_OK;
}

/** Begin to keep the text of a note, property or native code. */
hxp_status hxp_xliff_start_text(hxp_xliff_reader *reader, hxp_xliff_what what,
                                hxp_str type)
{
    reader->text.len = 0;
    hxp_status status = hxp_xliff_copy(&reader->text_type, reader, type);
    return status == HXP_OK ? hxp_xliff_open(reader, what) : status;
}

hxp_status hxp_xliff_end_note(hxp_xliff_reader *reader)
{
    hxp_xliff_remarks *to = &reader->remarks;
    hxp_remark note = { .kind = HXP_NOTE_REMARK, .type = HXP_STR("") };
    hxp_status status =
        hxp_xliff_copy(&note.text, reader, hxp_buffer_str(&reader->text));
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&to->items, &to->capacity, to->count + 1,
                           sizeof *to->items))
        return hxp_no_memory(&reader->delivery.error);
    to->items[to->count++] = note;
    return HXP_OK;
}

hxp_status hxp_xliff_end_property(hxp_xliff_reader *reader)
{
    return hxp_xliff_add_property(reader, &reader->remarks, reader->text_type,
                                  hxp_buffer_str(&reader->text));
}

hxp_status hxp_xliff_end_data(hxp_xliff_reader *reader)
{
    enum { INDEX = 64 }; /* bytes for its place in data_ids, at most */
    uint32_t number;
    size_t count = reader->data_ids.count;
    hxp_str id = reader->text_type;
    hxp_status status = hxp_xliff_charge(reader, INDEX + id.len);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&reader->data, &reader->data_capacity, count + 1,
                           sizeof *reader->data) ||
        !hxp_names_add(&reader->data_ids, id, &number))
        return hxp_no_memory(&reader->delivery.error);
    if (number < count)
        return HXP_OK; /* the first of the id counts */
    reader->data[number] = HXP_STR("");
    return hxp_xliff_copy(&reader->data[number], reader,
                          hxp_buffer_str(&reader->text));
}

/** Begin a segment of XLIFF 2, or what stands between two. */
hxp_status hxp_xliff_start_part(hxp_xliff_reader *reader, const char *name,
                                const char **attributes)
{
    static const char *const without[] = { "id", NULL };
    bool between = strcmp(name, "ignorable") == 0, found;
    hxp_xliff_frame frame = { .what = HXP_XLIFF_PART, .tagged = between };
    hxp_str id = between ? HXP_STR("") : hxp_xliff_value(attributes, "id");
    hxp_status status = hxp_xliff_find_segment(reader, id, &found);
    if (status != HXP_OK)
        return status;
    if (found)
        status = hxp_xliff_tell(reader, HXP_FAULT_XLIFF_ID,
                                "two segments of the unit have this id");
    hxp_xliff_segment *segment = &reader->segments[reader->segment];
    segment->gap = reader->gap;
    segment->remark_start = reader->segment_remarks.count;
    if (status == HXP_OK && !between)
        status =
            hxp_xliff_add_attributes(reader, &reader->segment_remarks,
                                     HXP_XLIFF_PREFIX, attributes, without);
    segment->remark_end = reader->segment_remarks.count;
    return status == HXP_OK ? hxp_xliff_push(reader, &frame) : status;
}

void hxp_xliff_end_part(hxp_xliff_reader *reader, const hxp_xliff_frame *frame)
{
    hxp_xliff_segment *segment = &reader->segments[reader->segment];
    reader->gap = HXP_STR("");
    if (!frame->tagged)
        return;
    reader->gap = segment->source.text;
    leave_around(reader, &segment->source, segment->source.text.len);
    reader->segment_count--;
}

/** Keep what SDLXLIFF says of a segment, as properties x-sdl-NAME. */
hxp_status hxp_xliff_add_sdl(hxp_xliff_reader *reader, const char **attributes)
{
    static const char *const without[] = { "id", NULL };
    hxp_str id = hxp_xliff_value(attributes, "id");
    hxp_status status = HXP_OK;
    size_t i = 0;
    while (i < reader->segment_count &&
           !hxp_str_equal(reader->segments[i].id, id))
        i++;
    if (i < reader->segment_count) {
        hxp_xliff_segment *segment = &reader->segments[i];
        segment->remark_start = reader->segment_remarks.count;
        status = hxp_xliff_add_attributes(reader, &reader->segment_remarks,
                                          "x-sdl-", attributes, without);
        segment->remark_end = reader->segment_remarks.count;
    }
    return status == HXP_OK ? hxp_xliff_open(reader, HXP_XLIFF_SKIPPED)
                            : status;
}
