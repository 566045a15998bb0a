/* xliff_read.c - XLIFF 1.0 to 2.1 as units; the elements around text. */
#include "base/error.h"
#include "base/str.h"
#include "formats/units/unit_format.h"
#include "formats/xliff/xliff_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEGMENT_LIMIT = 128 << 20, UNIT_LIMIT = 256 << 20 };

/* --- What the parts share ------------------------------------------------- */

hxp_status hxp_xliff_charge(hxp_xliff_reader *reader, size_t size)
{
    reader->size += size;
    if (reader->size <= reader->limits.unit_bytes)
        return HXP_OK;
    return hxp_xml_fail(reader->xml, HXP_ELIMIT, &reader->delivery.error,
                        "the unit is larger than %zu bytes, the limit",
                        reader->limits.unit_bytes);
}

hxp_status hxp_xliff_push(hxp_xliff_reader *reader,
                          const hxp_xliff_frame *frame)
{
    if (!hxp_array_reserve(&reader->frames, &reader->frame_capacity,
                           reader->depth + 1, sizeof *reader->frames))
        return hxp_no_memory(&reader->delivery.error);
    reader->frames[reader->depth++] = *frame;
    return HXP_OK;
}

hxp_xliff_frame *hxp_xliff_top(const hxp_xliff_reader *reader)
{
    return &reader->frames[reader->depth - 1];
}

hxp_status hxp_xliff_copy(hxp_str *to, hxp_xliff_reader *reader, hxp_str text)
{
    hxp_status status = hxp_xliff_charge(reader, text.len);
    if (status == HXP_OK && !hxp_arena_copy(to, &reader->arena, text))
        return hxp_no_memory(&reader->delivery.error);
    return status;
}

void hxp_xliff_leave(hxp_xliff_reader *reader, hxp_xliff_left *left,
                     const char *name)
{
    if (left->count++ > 0)
        return;
    left->place = hxp_xml_place(reader->xml);
    snprintf(left->name, sizeof left->name, "%s", name);
}

hxp_status hxp_xliff_open(hxp_xliff_reader *reader, hxp_xliff_what what)
{
    hxp_xliff_frame frame = { .what = what };
    return hxp_xliff_push(reader, &frame);
}

hxp_status hxp_xliff_tell(hxp_xliff_reader *reader, hxp_fault rule,
                          const char *message)
{
    return hxp_tell(&reader->delivery.faults, rule, hxp_xml_place(reader->xml),
                    &reader->delivery.error, "%s", message);
}

static hxp_status skip(hxp_xliff_reader *reader, const char *name)
{
    hxp_xliff_leave(reader, &reader->left_elements, name);
    return hxp_xliff_open(reader, HXP_XLIFF_SKIPPED);
}

/** The value of the attribute with just this name; empty if there is none. */
hxp_str hxp_xliff_value(const char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return hxp_str_of(attributes[1]);
    return HXP_STR("");
}

/* --- Elements ------------------------------------------------------------- */

static hxp_status start_in_file(hxp_xliff_reader *reader, const char *name,
                                const char **attributes)
{
    if (strcmp(name, reader->second ? "unit" : "trans-unit") == 0) {
        hxp_status status = hxp_xliff_start_unit(reader, attributes);
        return status == HXP_OK ? hxp_xliff_open(reader, HXP_XLIFF_IN_UNIT)
                                : status;
    }
    if (strcmp(name, "group") == 0)
        return hxp_xliff_start_group(reader, attributes);
    /* what is not text, as a picture, may have units with its texts */
    if (strcmp(name, "body") == 0 || strcmp(name, "bin-unit") == 0)
        return hxp_xliff_open_holder(reader, attributes, false);
    return skip(reader, name);
}

/** Elements in a unit that only hold others. */
static bool is_list(const char *name)
{
    static const char *const lists[] = { "notes",    "originalData",
                                         "metadata", "metaGroup",
                                         "seg-defs", "context-group" };
    const char *local = hxp_xml_local_name(name);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (strcmp(local, lists[i]) == 0)
            return true;
    return false;
}

static hxp_status start_note(hxp_xliff_reader *reader, const char **attributes)
{
    if (attributes[0])
        hxp_xliff_leave(reader, &reader->left_attributes, attributes[0]);
    return hxp_xliff_start_text(reader, HXP_XLIFF_NOTE, HXP_STR(""));
}

static hxp_status start_in_unit(hxp_xliff_reader *reader, const char *name,
                                const char **attributes)
{
    const char *local = hxp_xml_local_name(name);
    if (strcmp(name, "source") == 0 || strcmp(name, "seg-source") == 0)
        return hxp_xliff_start_source(reader);
    if (strcmp(name, "target") == 0)
        return hxp_xliff_start_target(reader, attributes);
    if (strcmp(name, "note") == 0)
        return start_note(reader, attributes);
    if (is_list(name)) {
        hxp_xliff_frame frame = { .what = HXP_XLIFF_IN_UNIT, .tagged = true };
        return hxp_xliff_push(reader, &frame);
    }
    if (strcmp(name, "context") == 0)
        return hxp_xliff_start_text(
            reader, HXP_XLIFF_CONTEXT,
            hxp_xliff_tmx_type(hxp_xliff_value(attributes, "context-type")));
    if (strcmp(local, "meta") == 0)
        return hxp_xliff_start_text(reader, HXP_XLIFF_META,
                                    hxp_xliff_value(attributes, "type"));
    if (strcmp(name, "data") == 0)
        return hxp_xliff_start_text(reader, HXP_XLIFF_DATA,
                                    hxp_xliff_value(attributes, "id"));
    if (reader->second &&
        (strcmp(name, "segment") == 0 || strcmp(name, "ignorable") == 0))
        return hxp_xliff_start_part(reader, name, attributes);
    if (strcmp(name, "sdl:seg") == 0)
        return hxp_xliff_add_sdl(reader, attributes);
    return skip(reader, name);
}

/** True when a segment is open. */
static bool in_segment(const hxp_xliff_reader *reader)
{
    for (size_t i = 0; i < reader->depth; i++)
        if (reader->frames[i].what == HXP_XLIFF_SEG)
            return true;
    return false;
}

/** True when the content that is open is the target's. */
static bool in_target(const hxp_xliff_reader *reader)
{
    for (size_t i = 0; i < reader->depth; i++)
        if (reader->frames[i].what == HXP_XLIFF_IN_TARGET)
            return true;
    return false;
}

static hxp_status start_in_content(hxp_xliff_reader *reader, const char *name,
                                   const char **attributes)
{
    bool seg = !reader->second && strcmp(name, "mrk") == 0 &&
               hxp_str_is(hxp_xliff_value(attributes, "mtype"), "seg");
    if (!seg)
        return hxp_xliff_start_inline(reader, name, attributes);
    if (in_segment(reader) || (in_target(reader) && reader->segment_count == 0))
        return hxp_xliff_open(reader, HXP_XLIFF_INNER);
    return hxp_xliff_start_seg(reader, attributes);
}

static hxp_status open_element(hxp_xliff_reader *reader, const char *name,
                               const char **attributes)
{
    switch (hxp_xliff_top(reader)->what) {
    case HXP_XLIFF_OUTSIDE:
        return hxp_xliff_start_root(reader, name, attributes);
    case HXP_XLIFF_ROOT:
        return strcmp(name, "file") == 0
                   ? hxp_xliff_start_file(reader, attributes)
                   : skip(reader, name);
    case HXP_XLIFF_IN_FILE:
        return start_in_file(reader, name, attributes);
    case HXP_XLIFF_IN_UNIT:
        return start_in_unit(reader, name, attributes);
    case HXP_XLIFF_PART:
        if (strcmp(name, "source") == 0)
            return hxp_xliff_start_source(reader);
        return strcmp(name, "target") == 0
                   ? hxp_xliff_start_target(reader, attributes)
                   : skip(reader, name);
    case HXP_XLIFF_SOURCE:
    case HXP_XLIFF_IN_TARGET:
    case HXP_XLIFF_SEG:
    case HXP_XLIFF_MARKED:
    case HXP_XLIFF_PAIRED:
    case HXP_XLIFF_NATIVE:
    case HXP_XLIFF_SUB:
    case HXP_XLIFF_INNER:
        return start_in_content(reader, name, attributes);
    case HXP_XLIFF_NOTE:
    case HXP_XLIFF_CONTEXT:
    case HXP_XLIFF_META:
    case HXP_XLIFF_DATA:
    case HXP_XLIFF_EMPTY:
    case HXP_XLIFF_SKIPPED:
    default:
        return hxp_xliff_open(reader, HXP_XLIFF_SKIPPED);
    }
}

/** The name without the prefix that the root has. */
static const char *plain_name(const hxp_xliff_reader *reader, const char *name)
{
    size_t len = strlen(reader->prefix);
    return strncmp(name, reader->prefix, len) == 0 ? name + len : name;
}

static hxp_status start_element(void *data, const char *name,
                                const char **attributes, hxp_error *error)
{
    hxp_xliff_reader *reader = data;
    (void)error;
    return open_element(reader, plain_name(reader, name), attributes);
}

static hxp_status close_unit_element(hxp_xliff_reader *reader,
                                     const hxp_xliff_frame *frame)
{
    return frame->tagged ? HXP_OK : hxp_xliff_end_unit(reader);
}

static hxp_status end_element(void *data, const char *name, hxp_error *error)
{
    hxp_xliff_reader *reader = data;
    hxp_xliff_frame frame = *hxp_xliff_top(reader);
    (void)error;
    reader->depth--;
    switch (frame.what) {
    case HXP_XLIFF_ROOT:
        return hxp_xliff_begin(reader);
    case HXP_XLIFF_IN_FILE:
        if (frame.tagged)
            hxp_xliff_end_group(reader);
        return HXP_OK;
    case HXP_XLIFF_IN_UNIT:
        return close_unit_element(reader, &frame);
    case HXP_XLIFF_PART:
        hxp_xliff_end_part(reader, &frame);
        return HXP_OK;
    case HXP_XLIFF_SOURCE:
        return hxp_xliff_end_source(reader);
    case HXP_XLIFF_IN_TARGET:
        return hxp_xliff_end_target(reader);
    case HXP_XLIFF_SEG:
        return hxp_xliff_end_seg(reader, &frame);
    case HXP_XLIFF_NOTE:
        return hxp_xliff_end_note(reader);
    case HXP_XLIFF_CONTEXT:
    case HXP_XLIFF_META:
        return hxp_xliff_end_property(reader);
    case HXP_XLIFF_DATA:
        return hxp_xliff_end_data(reader);
    case HXP_XLIFF_MARKED:
    case HXP_XLIFF_PAIRED:
    case HXP_XLIFF_NATIVE:
    case HXP_XLIFF_SUB:
        return hxp_xliff_end_inline(reader, &frame, plain_name(reader, name));
    case HXP_XLIFF_OUTSIDE:
    case HXP_XLIFF_EMPTY:
    case HXP_XLIFF_INNER:
    case HXP_XLIFF_SKIPPED:
    default:
        return HXP_OK;
    }
}

static hxp_status add_text(void *data, hxp_str text, hxp_error *error)
{
    hxp_xliff_reader *reader = data;
    hxp_status status;
    (void)error;
    switch (hxp_xliff_top(reader)->what) {
    case HXP_XLIFF_SOURCE:
    case HXP_XLIFF_IN_TARGET:
    case HXP_XLIFF_SEG:
    case HXP_XLIFF_MARKED:
    case HXP_XLIFF_PAIRED:
    case HXP_XLIFF_NATIVE:
    case HXP_XLIFF_SUB:
        return hxp_xliff_add_text(reader, text);
    case HXP_XLIFF_NOTE:
    case HXP_XLIFF_CONTEXT:
    case HXP_XLIFF_META:
    case HXP_XLIFF_DATA:
        status = hxp_xliff_charge(reader, text.len);
        if (status == HXP_OK && !hxp_buffer_add(&reader->text, text))
            return hxp_no_memory(&reader->delivery.error);
        return status;
    case HXP_XLIFF_INNER:
        if (reader->builder.depth > 0)
            return hxp_xliff_add_text(reader, text);
        return HXP_OK;
    case HXP_XLIFF_SKIPPED:
        return HXP_OK;
    case HXP_XLIFF_OUTSIDE:
    case HXP_XLIFF_ROOT:
    case HXP_XLIFF_IN_FILE:
    case HXP_XLIFF_IN_UNIT:
    case HXP_XLIFF_PART:
    case HXP_XLIFF_EMPTY:
    default:
        if (hxp_xliff_has_words(text))
            hxp_xliff_leave(reader, &reader->left_text, "");
        return HXP_OK;
    }
}

/* --- The whole file ------------------------------------------------------- */

static hxp_status word_cut(void *data, hxp_error *error)
{
    hxp_xliff_reader *reader = data;
    return hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                        reader->in_unit
                            ? "the file ends inside a unit, after %zu units"
                            : "the file ends too early, after %zu units",
                        reader->delivery.number);
}

/** Tell of what was left out, once each. */
static hxp_status tell_left(hxp_xliff_reader *reader)
{
    const struct {
        const hxp_xliff_left *left;
        const char *what;
    } all[] = {
        { &reader->left_elements, "elements" },
        { &reader->left_attributes, "attributes of notes" },
        { &reader->left_codes, "codes around segments" },
        { &reader->left_text, "texts around segments" },
    };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < sizeof all / sizeof all[0];
         i++) {
        const hxp_xliff_left *left = all[i].left;
        bool named = left->name[0] != '\0';
        if (left->count > 0)
            status = hxp_tell(
                &reader->delivery.faults, HXP_FAULT_XLIFF_LEFT_OUT, left->place,
                &reader->delivery.error, "%s that are not read: %zu%s%s",
                all[i].what, left->count, named ? ", first " : "", left->name);
    }
    return status;
}

static void free_reader(hxp_xliff_reader *reader)
{
    hxp_xml_free(reader->xml);
    hxp_arena_free(&reader->file_arena);
    hxp_arena_free(&reader->arena);
    hxp_hash_map_free(&reader->ids);
    hxp_names_free(&reader->data_ids);
    hxp_content_builder_free(&reader->builder);
    hxp_buffer_free(&reader->groups);
    hxp_buffer_free(&reader->text);
    hxp_buffer_free(&reader->room);
    free(reader->frames);
    free(reader->header_remarks.items);
    free(reader->remarks.items);
    free(reader->target_remarks.items);
    free(reader->segment_remarks.items);
    free(reader->segments);
    free(reader->data);
}

hxp_status hxp_xliff_read(hxp_input *input, const hxp_read_options *options,
                          hxp_unit_sink *sink, hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start_element, end_element,
                                               add_text, word_cut };
    hxp_xliff_reader reader = { .options = options,
                                .delivery =
                                    hxp_delivery_make(input, options, sink),
                                .limits = options->limits,
                                .original = HXP_STR("") };
    if (!reader.limits.segment_bytes)
        reader.limits.segment_bytes = SEGMENT_LIMIT;
    if (!reader.limits.unit_bytes)
        reader.limits.unit_bytes = UNIT_LIMIT;
    reader.builder.keep_runs = options->places;
    hxp_status status =
        hxp_xml_new(&reader.xml, input, options, &reader.delivery.error);
    if (status == HXP_OK)
        status = hxp_xliff_open(&reader, HXP_XLIFF_OUTSIDE);
    if (status == HXP_OK)
        status = hxp_xml_parse(reader.xml, &handlers, &reader,
                               &reader.delivery.error);
    if (status == HXP_OK)
        status = tell_left(&reader);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    free_reader(&reader);
    return status;
}

bool hxp_xliff_recognise(hxp_str head)
{
    hxp_str root = HXP_STR("xliff");
    for (size_t i = 1; i + root.len < head.len; i++)
        if (hxp_str_starts(hxp_str_part(head, i, head.len), root) &&
            (head.ptr[i - 1] == '<' || head.ptr[i - 1] == ':') &&
            strchr(" \t\r\n>", head.ptr[i + root.len]))
            return true;
    return false;
}
