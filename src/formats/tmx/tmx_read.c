/* tmx_read.c - TMX 1.1 to 1.4 as a stream of units. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_reader.h"
#include "formats/units/unit_format.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEGMENT_LIMIT = 128 << 20, UNIT_LIMIT = 256 << 20 };

/* --- What the parts share ------------------------------------------------- */

hxp_status hxp_tmx_too_large(hxp_tmx_reader *reader)
{
    return hxp_xml_fail(reader->xml, HXP_ELIMIT, reader->error,
                        "the unit is larger than %zu bytes, the limit",
                        reader->limits.unit_bytes);
}

hxp_status hxp_tmx_push(hxp_tmx_reader *reader, unsigned what)
{
    hxp_buffer *stack = &reader->stack;
    if (stack->len == stack->capacity && !hxp_buffer_reserve(stack, 1))
        return hxp_no_memory(reader->error);
    stack->ptr[stack->len++] = (char)what;
    return HXP_OK;
}

/* --- Root and header ------------------------------------------------------ */

static hxp_status start_root(hxp_tmx_reader *reader, const char **attributes)
{
    hxp_tmx_attributes kept;
    const char *converted = hxp_xml_converted(reader->xml);
    hxp_status status = HXP_OK;
    if (reader->rules.faults.sink)
        status =
            hxp_tmx_check_version(&reader->rules, attributes,
                                  hxp_xml_place(reader->xml), reader->error);
    if (status == HXP_OK && hxp_xml_lacks_mark(reader->xml))
        status = HXP_TMX_TELL(reader, HXP_FAULT_XML_LABEL,
                              "UTF-16 without the byte order mark that XML "
                              "wants: other tools may not read it");
    if (status == HXP_OK && converted)
        status = HXP_TMX_TELL(reader, HXP_FAULT_XML_ENCODING,
                              "converted from %s", converted);
    if (status == HXP_OK)
        status = hxp_tmx_copy_attributes(&kept, reader, &reader->file_arena,
                                         attributes);
    if (status != HXP_OK)
        return status;
    hxp_tmx_take(&kept, HXP_STR("version"));
    reader->header.file_attributes = (hxp_attributes){ kept.items, kept.count };
    return HXP_OK;
}

/** Hand the header on. */
static hxp_status begin(hxp_tmx_reader *reader)
{
    hxp_status status = HXP_OK;
    if (reader->begun)
        return HXP_OK;
    reader->begun = true;
    hxp_tmx_rules_source(&reader->rules, reader->header.source_language);
    if (!reader->has_header)
        status = HXP_TMX_TELL(reader, HXP_FAULT_TMX_HEADER,
                              "the file has no header");
    if (status != HXP_OK)
        return status;
    status = reader->sink->begin(reader->sink, &reader->header, reader->error);
    reader->sink_fault = status != HXP_OK;
    return status;
}

static hxp_status start_header(hxp_tmx_reader *reader, const char **attributes)
{
    hxp_tmx_attributes kept;
    hxp_status status =
        hxp_tmx_copy_attributes(&kept, reader, &reader->arena, attributes);
    if (status != HXP_OK)
        return status;
    reader->has_header = true;
    reader->header.source_language = hxp_tmx_take(&kept, HXP_STR("srclang"));
    reader->header.attributes = (hxp_attributes){ kept.items, kept.count };
    return HXP_OK;
}

static hxp_status end_header(hxp_tmx_reader *reader)
{
    hxp_status status = hxp_tmx_finish_remarks(&reader->header.remarks, reader,
                                               &reader->unit_remarks);
    return status == HXP_OK ? begin(reader) : status;
}

/* --- Elements ------------------------------------------------------------- */

/** The element of this name, told of if it is not in lower case. */
static hxp_status find_element(hxp_tmx_element *element, hxp_tmx_reader *reader,
                               const char *name)
{
    *element = hxp_tmx_element_of(name);
    if (*element != HXP_TMX_UNKNOWN)
        return HXP_OK;
    *element = hxp_tmx_element_nocase(name);
    if (*element == HXP_TMX_UNKNOWN)
        return HXP_OK;
    return HXP_TMX_TELL(reader, HXP_FAULT_TMX_TAG_CASE,
                        "<%s> must be written <%s>", name,
                        hxp_tmx_kind_of(*element)->name);
}

static bool in_content(unsigned what)
{
    return what == HXP_TMX_SEG || what == HXP_TMX_SPAN ||
           (what >= HXP_TMX_BPT && what <= HXP_TMX_SUB);
}

static bool in_remark(unsigned what)
{
    return what == HXP_TMX_NOTE || what == HXP_TMX_PROP ||
           what == HXP_TMX_INNER;
}

/** Open an element that is where it belongs. */
static hxp_status start_known(hxp_tmx_reader *reader, hxp_tmx_element element,
                              const char **attributes)
{
    switch (element) {
    case HXP_TMX_HEADER:
        return start_header(reader, attributes);
    case HXP_TMX_BODY:
        return begin(reader);
    case HXP_TMX_TU:
        return hxp_tmx_start_tu(reader, attributes);
    case HXP_TMX_TUV:
        return hxp_tmx_start_tuv(reader, attributes);
    case HXP_TMX_SEG:
        return hxp_tmx_start_seg(reader, attributes);
    case HXP_TMX_NOTE:
    case HXP_TMX_PROP:
    case HXP_TMX_UDE:
        return hxp_tmx_start_remark(reader, element, attributes);
    case HXP_TMX_MAP:
        return hxp_tmx_add_map(reader, attributes);
    case HXP_TMX_ROOT:
    case HXP_TMX_BPT:
    case HXP_TMX_EPT:
    case HXP_TMX_PH:
    case HXP_TMX_IT:
    case HXP_TMX_UT:
    case HXP_TMX_HI:
    case HXP_TMX_SUB:
    case HXP_TMX_UNKNOWN:
    default:
        assert(false && "an element that nothing but content holds");
        return HXP_OK;
    }
}

/** Leave out a header behind the first. */
static hxp_status skip_header(hxp_tmx_reader *reader)
{
    hxp_status status =
        HXP_TMX_TELL(reader, HXP_FAULT_TMX_ELEMENT,
                     "another <header>: only the first counts; left out");
    return status == HXP_OK ? hxp_tmx_push(reader, HXP_TMX_SKIPPED) : status;
}

/** Leave out an element that nothing can be made of where it stands; but go
 * into one that may stand around units. */
static hxp_status skip(hxp_tmx_reader *reader, hxp_tmx_element element,
                       const char *name)
{
    unsigned around = hxp_tmx_top(reader);
    bool go_in = element == HXP_TMX_UNKNOWN && around == HXP_TMX_BODY;
    hxp_status status = HXP_TMX_TELL(
        reader, HXP_FAULT_TMX_ELEMENT, "<%s> does not belong in <%s>; %s", name,
        hxp_tmx_kind_of((hxp_tmx_element)around)->name,
        go_in ? "what it holds is read" : "left out");
    if (status != HXP_OK)
        return status;
    return hxp_tmx_push(reader, go_in ? HXP_TMX_BODY : HXP_TMX_SKIPPED);
}

/** Begin with units that stand in no body. */
static hxp_status start_bare(hxp_tmx_reader *reader)
{
    hxp_status status =
        HXP_TMX_TELL(reader, HXP_FAULT_TMX_ELEMENT,
                     "<tu> does not belong in <tmx>, but in <body>");
    return status == HXP_OK ? begin(reader) : status;
}

/** Take a note or property that stands between units for one of the next. */
static hxp_status start_loose(hxp_tmx_reader *reader, const char *name)
{
    if (reader->unit_remarks.count == 0) { /* what is kept is of no use now */
        hxp_arena_reset(&reader->arena);
        reader->size = 0;
    }
    return HXP_TMX_TELL(reader, HXP_FAULT_TMX_ELEMENT,
                        "<%s> does not belong in <body>; kept as one of the "
                        "next unit",
                        name);
}

/** Tell of notes and properties behind the last unit. */
static hxp_status leave_loose(hxp_tmx_reader *reader)
{
    size_t count = reader->unit_remarks.count;
    reader->unit_remarks.count = 0;
    return count == 0 ? HXP_OK
                      : HXP_TMX_TELL(reader, HXP_FAULT_TMX_ELEMENT,
                                     "no unit follows these notes and "
                                     "properties (%zu): left out",
                                     count);
}

/** Have text told from here on; where none belongs only validating wants it. */
static void listen(hxp_tmx_reader *reader, bool to_text)
{
    if (!reader->rules.faults.sink)
        hxp_xml_listen(reader->xml, to_text);
}

static hxp_status start_structure(hxp_tmx_reader *reader,
                                  hxp_tmx_element element, const char *name,
                                  const char **attributes)
{
    hxp_status status = HXP_OK;
    unsigned around = hxp_tmx_top(reader);
    if (element == HXP_TMX_HEADER && around == HXP_TMX_ROOT &&
        (reader->begun || reader->has_header))
        return skip_header(reader);
    if (element == HXP_TMX_TU && around == HXP_TMX_ROOT) {
        status = start_bare(reader);
    } else if (around == HXP_TMX_BODY &&
               (element == HXP_TMX_NOTE || element == HXP_TMX_PROP)) {
        status = start_loose(reader, name);
    } else if (!hxp_tmx_holds((hxp_tmx_element)around, element)) {
        return skip(reader, element, name);
    }
    if (status == HXP_OK)
        status = start_known(reader, element, attributes);
    if (in_content(element) || in_remark(element))
        listen(reader, true);
    return status == HXP_OK ? hxp_tmx_push(reader, element) : status;
}

/** Text of an element within a note is kept, its tag is not. */
static hxp_status start_in_remark(hxp_tmx_reader *reader, const char *name)
{
    hxp_status status =
        HXP_TMX_TELL(reader, HXP_FAULT_TMX_ELEMENT,
                     "<%s> does not belong in a note or property; its text is "
                     "kept",
                     name);
    return status == HXP_OK ? hxp_tmx_push(reader, HXP_TMX_INNER) : status;
}

static hxp_status open_element(hxp_tmx_reader *reader, hxp_tmx_element element,
                               const char *name, const char **attributes)
{
    unsigned around = hxp_tmx_top(reader);
    if (in_content(around))
        return hxp_tmx_start_inline(reader, element, name, attributes);
    if (in_remark(around))
        return start_in_remark(reader, name);
    if (around != HXP_TMX_OUTSIDE)
        return start_structure(reader, element, name, attributes);
    if (element != HXP_TMX_ROOT)
        return hxp_xml_fail(reader->xml, HXP_EINPUT, reader->error,
                            "not a TMX file: its root element is \"%.*s\"",
                            HXP_FMT(hxp_quote(hxp_str_of(name))));
    hxp_status status = start_root(reader, attributes);
    return status == HXP_OK ? hxp_tmx_push(reader, HXP_TMX_ROOT) : status;
}

/** True when there is something to check about an element's attributes. */
static bool wants_check(const hxp_tmx_reader *reader, hxp_tmx_element element,
                        const char **attributes)
{
    return reader->rules.faults.sink && element != HXP_TMX_UNKNOWN &&
           hxp_tmx_top(reader) != HXP_TMX_SKIPPED &&
           (attributes[0] || hxp_tmx_kind_of(element)->needs[0]);
}

static hxp_status start_element(void *data, const char *name,
                                const char **attributes, hxp_error *error)
{
    hxp_tmx_reader *reader = data;
    hxp_tmx_element element;
    (void)error;
    reader->text_told = false;
    if (hxp_tmx_top(reader) == HXP_TMX_SKIPPED)
        return hxp_tmx_push(reader, HXP_TMX_SKIPPED);
    hxp_status status = find_element(&element, reader, name);
    if (status == HXP_OK)
        status = open_element(reader, element, name, attributes);
    if (status == HXP_OK && wants_check(reader, element, attributes))
        status =
            hxp_tmx_check_element(&reader->rules, element, attributes,
                                  hxp_xml_place(reader->xml), reader->error);
    return status;
}

static hxp_status end_element(void *data, const char *name, hxp_error *error)
{
    hxp_tmx_reader *reader = data;
    unsigned what = hxp_tmx_top(reader);
    (void)error;
    reader->text_told = false;
    reader->stack.len--;
    switch (what) {
    case HXP_TMX_ROOT:
        return begin(reader);
    case HXP_TMX_BODY:
        return hxp_tmx_top(reader) == HXP_TMX_ROOT ? leave_loose(reader)
                                                   : HXP_OK;
    case HXP_TMX_HEADER:
        return end_header(reader);
    case HXP_TMX_TU:
        return hxp_tmx_end_tu(reader);
    case HXP_TMX_TUV:
        return hxp_tmx_end_tuv(reader);
    case HXP_TMX_SEG:
        listen(reader, false);
        return hxp_tmx_end_seg(reader);
    case HXP_TMX_NOTE:
    case HXP_TMX_PROP:
    case HXP_TMX_UDE:
        listen(reader, false);
        return hxp_tmx_end_remark(reader);
    default:
        if (in_content(what))
            return hxp_tmx_end_inline(reader, what, name);
        return HXP_OK;
    }
}

static hxp_status add_to_remark(hxp_tmx_reader *reader, hxp_str text)
{
    hxp_status status = hxp_tmx_charge(reader, text.len);
    if (status == HXP_OK && !hxp_buffer_add(&reader->remark_text, text))
        return hxp_no_memory(reader->error);
    return status;
}

/** True for white space alone: XML has no other characters below the blank. */
static bool is_blank(hxp_str text)
{
    size_t i = 0;
    while (i < text.len && (unsigned char)text.ptr[i] <= ' ')
        i++;
    return i == text.len;
}

static hxp_status add_text(void *data, hxp_str text, hxp_error *error)
{
    hxp_tmx_reader *reader = data;
    unsigned what = hxp_tmx_top(reader);
    (void)error;
    if (in_content(what))
        return hxp_tmx_add_text(reader, text);
    if (in_remark(what))
        return add_to_remark(reader, text);
    if (is_blank(text) || what == HXP_TMX_SKIPPED || reader->text_told)
        return HXP_OK;
    reader->text_told = true;
    return HXP_TMX_TELL(reader, HXP_FAULT_TMX_TEXT,
                        "text outside seg, note and prop is not read");
}

/* --- The whole file ------------------------------------------------------- */

static hxp_status word_cut(void *data, hxp_error *error)
{
    hxp_tmx_reader *reader = data;
    if (reader->in_unit)
        return hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                            "the file ends inside unit %zu", reader->number);
    return hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                        "the file ends too early");
}

static hxp_status init(hxp_tmx_reader *reader, hxp_input *input,
                       const hxp_read_options *options, hxp_unit_sink *sink,
                       hxp_error *error)
{
    *reader = (hxp_tmx_reader){
        .sink = sink,
        .file = hxp_str_of(hxp_input_name(input)),
        .limits = options->limits,
        .places = options->places,
        .error = error,
    };
    if (!reader->limits.segment_bytes)
        reader->limits.segment_bytes = SEGMENT_LIMIT;
    if (!reader->limits.unit_bytes)
        reader->limits.unit_bytes = UNIT_LIMIT;
    reader->builder.keep_runs = options->places;
    reader->rules.faults =
        (hxp_faults){ .sink = options->findings, .file = reader->file };
    reader->header.file = reader->file;
    reader->header.source_language = HXP_STR("");
    hxp_status status = hxp_xml_new(&reader->xml, input, options, error);
    return status == HXP_OK ? hxp_tmx_push(reader, HXP_TMX_OUTSIDE) : status;
}

static void free_reader(hxp_tmx_reader *reader)
{
    hxp_xml_free(reader->xml);
    hxp_buffer_free(&reader->stack);
    hxp_arena_free(&reader->arena);
    hxp_arena_free(&reader->file_arena);
    free(reader->variants);
    free(reader->unit_remarks.items);
    free(reader->variant_remarks.items);
    hxp_buffer_free(&reader->remark_text);
    free(reader->maps);
    hxp_content_builder_free(&reader->builder);
    hxp_tmx_rules_free(&reader->rules);
}

/** Say whether the file is in the encoding that it says. */
static hxp_status check_label(hxp_tmx_reader *reader)
{
    hxp_xml_label label = hxp_xml_label_of(reader->xml);
    if (!reader->rules.faults.sink || !label.declared)
        return HXP_OK;
    return hxp_tell(&reader->rules.faults, HXP_FAULT_XML_LABEL, label.place,
                    reader->error,
                    "declared as %s, but it is UTF-8: read as %s",
                    label.declared, label.believed ? label.declared : "that");
}

/** Make what ended the reading the last finding, and say how far it came. */
static hxp_status report_end(hxp_tmx_reader *reader, hxp_status status)
{
    hxp_error *error = reader->error;
    size_t used = strlen(error->message);
    size_t count = reader->number - reader->in_unit; /* complete ones */
    if (reader->begun)
        snprintf(error->message + used, sizeof error->message - used,
                 "; %zu complete unit%s before it", count,
                 count == 1 ? "" : "s");
    if (!reader->rules.faults.sink)
        return status;
    hxp_error other;
    hxp_status told = hxp_tell(&reader->rules.faults, HXP_FAULT_BROKEN,
                               error->place, &other, "%s", error->message);
    if (told != HXP_OK)
        *error = other;
    return told == HXP_OK ? status : told;
}

hxp_status hxp_tmx_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start_element, end_element,
                                               add_text, word_cut };
    hxp_tmx_reader reader;
    hxp_error own = { .status = HXP_OK };
    hxp_status status = init(&reader, input, options, sink, &own);
    if (status == HXP_OK)
        status = hxp_xml_parse(reader.xml, &handlers, &reader, &own);
    if ((status == HXP_EINPUT || status == HXP_ELIMIT) && !reader.sink_fault)
        status = report_end(&reader, status);
    if (status == HXP_OK)
        status = check_label(&reader);
    if (status == HXP_OK)
        status = sink->end(sink, &own);
    if (status != HXP_OK && error)
        *error = own;
    free_reader(&reader);
    return status;
}

bool hxp_tmx_recognise(hxp_str head)
{
    for (size_t i = 0; i < head.len; i++)
        if (hxp_str_starts_nocase(hxp_str_part(head, i, head.len), "<tmx"))
            return true;
    return false;
}
