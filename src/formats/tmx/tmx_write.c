/* tmx_write.c - a stream of units as TMX 1.4. */
#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/tmx/tmx.h"
#include "formats/tmx/tmx_date.h"
#include "formats/units/unit_format.h"
#include "formats/xml/xml_write.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct tmx_writer {
    hxp_unit_sink sink;
    hxp_xml_writer xml;
    hxp_finding_sink *losses;
    bool strict, level1;
    size_t codes, attributes; /* left out */
} tmx_writer;

/** A write that failed ends the stream: the rest is not worth making. */
static hxp_status output_status(tmx_writer *writer, hxp_error *error)
{
    if (!hxp_output_failed(writer->xml.output))
        return HXP_OK;
    return hxp_output_finish(writer->xml.output, error);
}

/* --- Attributes ----------------------------------------------------------- */

/** True when element, in TMX 1.4, has no attribute of that name. */
static bool is_foreign(hxp_tmx_element element, hxp_str name)
{
    if (element == HXP_TMX_UNKNOWN)
        return true;
    const char *const *known = hxp_tmx_kind_of(element)->attributes;
    while (*known && !hxp_str_is(name, *known))
        known++;
    return !*known;
}

/** Write attributes of element, dates as TMX wants them if that is sure. */
static void put_attributes(tmx_writer *writer, hxp_tmx_element element,
                           const hxp_attributes *attributes)
{
    for (size_t i = 0; i < attributes->count; i++) {
        const hxp_attribute *one = &attributes->items[i];
        char date[HXP_TMX_DATE_SIZE];
        if (writer->strict && is_foreign(element, one->name))
            writer->attributes++;
        else if (hxp_str_ends(one->name, HXP_STR("date")) &&
                 !hxp_tmx_is_date(one->value) && hxp_tmx_date(date, one->value))
            hxp_xml_put_named(&writer->xml, one->name, hxp_str_of(date));
        else
            hxp_xml_put_named(&writer->xml, one->name, one->value);
    }
}

/* --- Remarks -------------------------------------------------------------- */

static void put_encoding(tmx_writer *writer, const hxp_remark *remark)
{
    hxp_xml_writer *xml = &writer->xml;
    hxp_xml_put(xml, "<ude");
    hxp_xml_put_attribute(xml, "name", remark->type);
    put_attributes(writer, HXP_TMX_UDE, &remark->attributes);
    hxp_xml_put(xml, ">");
    for (size_t i = 0; i < remark->map_count; i++) {
        hxp_xml_put(xml, "<map");
        put_attributes(writer, HXP_TMX_MAP, &remark->maps[i]);
        hxp_xml_put(xml, "/>");
    }
    hxp_xml_put(xml, "</ude>\n");
}

static void put_remark(tmx_writer *writer, const hxp_remark *remark)
{
    hxp_xml_writer *xml = &writer->xml;
    bool property = remark->kind == HXP_PROPERTY;
    hxp_xml_put(xml, property ? "<prop" : "<note");
    if (property)
        hxp_xml_put_attribute(xml, "type", remark->type);
    put_attributes(writer, property ? HXP_TMX_PROP : HXP_TMX_NOTE,
                   &remark->attributes);
    hxp_xml_put(xml, ">");
    hxp_xml_put_text(xml, remark->text);
    hxp_xml_put(xml, property ? "</prop>\n" : "</note>\n");
}

static void put_remarks(tmx_writer *writer, const hxp_remarks *remarks,
                        const char *indent)
{
    for (size_t i = 0; i < remarks->count; i++) {
        hxp_xml_put(&writer->xml, indent);
        if (remarks->items[i].kind == HXP_ENCODING)
            put_encoding(writer, &remarks->items[i]);
        else
            put_remark(writer, &remarks->items[i]);
    }
}

/* --- Content -------------------------------------------------------------- */

static hxp_tmx_element element_of(const hxp_code *code)
{
    char name[8];
    switch (code->kind) {
    case HXP_CODE_BEGIN:
        return HXP_TMX_BPT;
    case HXP_CODE_END:
        return HXP_TMX_EPT;
    case HXP_CODE_STANDALONE:
        return HXP_TMX_PH;
    case HXP_CODE_ISOLATED:
        return HXP_TMX_IT;
    case HXP_CODE_UNKNOWN:
        return HXP_TMX_UT;
    case HXP_CODE_SUBFLOW:
        return HXP_TMX_SUB;
    case HXP_CODE_MARK:
    case HXP_CODE_UNMARK:
    default:
        if (code->name.len == 0)
            return HXP_TMX_HI;
        snprintf(name, sizeof name, "%.*s", HXP_FMT(code->name));
        return code->name.len < sizeof name ? hxp_tmx_element_of(name)
                                            : HXP_TMX_UNKNOWN;
    }
}

static void put_content(tmx_writer *writer, const hxp_content *content);

static void put_end_tag(hxp_xml_writer *xml, hxp_str name)
{
    hxp_xml_put(xml, "</");
    hxp_output_write(xml->output, name);
    hxp_xml_put(xml, ">");
}

/** Write a code. Nesting is as deep as the reader's limit lets it be.
 * NOLINTNEXTLINE(misc-no-recursion) */
static void put_code(tmx_writer *writer, const hxp_code *code)
{
    hxp_xml_writer *xml = &writer->xml;
    hxp_tmx_element element = element_of(code);
    hxp_str name = element == HXP_TMX_UNKNOWN
                       ? code->name
                       : hxp_str_of(hxp_tmx_kind_of(element)->name);
    if (writer->level1 || (writer->strict && element == HXP_TMX_UNKNOWN)) {
        writer->codes += code->kind != HXP_CODE_UNMARK;
        return;
    }
    if (code->kind == HXP_CODE_UNMARK) {
        put_end_tag(xml, name);
        return;
    }
    hxp_xml_put(xml, "<");
    hxp_output_write(xml->output, name);
    put_attributes(writer, element, &code->attributes);
    if (code->kind == HXP_CODE_MARK) {
        hxp_xml_put(xml, ">");
    } else if (code->inside &&
               (code->inside->text.len > 0 || code->inside->code_count > 0)) {
        hxp_xml_put(xml, ">");
        put_content(writer, code->inside);
        put_end_tag(xml, name);
    } else {
        hxp_xml_put(xml, "/>");
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
static void put_content(tmx_writer *writer, const hxp_content *content)
{
    hxp_xml_writer *xml = &writer->xml;
    size_t from = 0;
    for (size_t i = 0; i < content->code_count; i++) {
        size_t to = content->codes[i].offset;
        hxp_xml_put_text(xml, hxp_str_part(content->text, from, to));
        put_code(writer, &content->codes[i]);
        from = to;
    }
    hxp_xml_put_text(xml, hxp_str_part(content->text, from, content->text.len));
}

/* --- Header --------------------------------------------------------------- */

static bool is_needed(hxp_str name)
{
    const char *const *needs = hxp_tmx_kind_of(HXP_TMX_HEADER)->needs;
    for (; *needs; needs++)
        if (hxp_str_is(name, *needs))
            return true;
    return false;
}

/** First the seven that TMX wants, then the others as they stood. */
static void put_header_attributes(tmx_writer *writer,
                                  const hxp_unit_header *header)
{
    hxp_xml_writer *xml = &writer->xml;
    const hxp_attributes *own = &header->attributes;
    const char *const *needs = hxp_tmx_kind_of(HXP_TMX_HEADER)->needs;
    for (; *needs; needs++) {
        const hxp_str *value = hxp_attributes_value(own, *needs);
        if (strcmp(*needs, "srclang") == 0)
            value = header->source_language.len > 0 ? &header->source_language
                                                    : NULL;
        hxp_xml_put_attribute(xml, *needs,
                              value ? *value : hxp_tmx_header_default(*needs));
    }
    for (size_t i = 0; i < own->count; i++) {
        hxp_attributes one = { &own->items[i], 1 };
        if (!is_needed(own->items[i].name))
            put_attributes(writer, HXP_TMX_HEADER, &one);
    }
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    tmx_writer *writer = (tmx_writer *)sink;
    hxp_xml_writer *xml = &writer->xml;
    hxp_xml_put(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<tmx version=\"1.4\"");
    put_attributes(writer, HXP_TMX_ROOT, &header->file_attributes);
    hxp_xml_put(xml, ">\n  <header");
    put_header_attributes(writer, header);
    if (header->remarks.count > 0) {
        hxp_xml_put(xml, ">\n");
        put_remarks(writer, &header->remarks, "    ");
        hxp_xml_put(xml, "  </header>\n  <body>\n");
    } else {
        hxp_xml_put(xml, "/>\n  <body>\n");
    }
    return output_status(writer, error);
}

/* --- Units ---------------------------------------------------------------- */

static void put_variant(tmx_writer *writer, const hxp_variant *variant)
{
    hxp_xml_writer *xml = &writer->xml;
    hxp_xml_put(xml, "      <tuv");
    hxp_xml_put_attribute(xml, "xml:lang", variant->language);
    put_attributes(writer, HXP_TMX_TUV, &variant->attributes);
    hxp_xml_put(xml, ">\n");
    put_remarks(writer, &variant->remarks, "        ");
    hxp_xml_put(xml, "        <seg");
    put_attributes(writer, HXP_TMX_SEG, &variant->segment_attributes);
    hxp_xml_put(xml, ">");
    put_content(writer, &variant->content);
    hxp_xml_put(xml, "</seg>\n      </tuv>\n");
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    tmx_writer *writer = (tmx_writer *)sink;
    hxp_xml_writer *xml = &writer->xml;
    hxp_xml_put(xml, "    <tu");
    if (unit->id.len > 0)
        hxp_xml_put_attribute(xml, "tuid", unit->id);
    if (unit->source_language.len > 0)
        hxp_xml_put_attribute(xml, "srclang", unit->source_language);
    put_attributes(writer, HXP_TMX_TU, &unit->attributes);
    hxp_xml_put(xml, ">\n");
    put_remarks(writer, &unit->remarks, "      ");
    for (size_t i = 0; i < unit->variant_count; i++)
        put_variant(writer, &unit->variants[i]);
    hxp_xml_put(xml, "    </tu>\n");
    return output_status(writer, error);
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    tmx_writer *writer = (tmx_writer *)sink;
    hxp_xml_put(&writer->xml, "  </body>\n</tmx>\n");
    hxp_status status = output_status(writer, error);
    if (status == HXP_OK)
        status = hxp_tell_loss(writer->losses, HXP_FAULT_LOSS_CHARACTERS,
                               writer->xml.forbidden, error);
    if (status == HXP_OK)
        status = hxp_tell_loss(writer->losses, HXP_FAULT_LOSS_CODES,
                               writer->codes, error);
    if (status == HXP_OK)
        status = hxp_tell_loss(writer->losses, HXP_FAULT_LOSS_ATTRIBUTES,
                               writer->attributes, error);
    return status;
}

static void close_writer(hxp_unit_sink *sink)
{
    free(sink);
}

hxp_status hxp_tmx_writer_new(hxp_unit_sink **out, hxp_output *output,
                              const hxp_write_options *options,
                              hxp_error *error)
{
    tmx_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->xml.output = output;
    writer->losses = options->losses;
    writer->strict = options->strict;
    writer->level1 = options->level1;
    *out = &writer->sink;
    return HXP_OK;
}
