/* xml.c - drives expat over an input; keeps it from opening anything else. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/xml/xml_fault.h"
#include "formats/xml/xml_parser.h"
#include "text/transcode.h"
#include "text/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    BUFFER = 1 << 16,
    DEFAULT_DEPTH = 64,
    LONGEST_TOKEN = 8 << 20 /* a tag, comment or declaration */
};

/* --- Asked for ------------------------------------------------------------ */

void hxp_xml_locate(hxp_place *place, hxp_xml *xml)
{
    place->line = (size_t)XML_GetCurrentLineNumber(xml->parser);
    place->column = (size_t)XML_GetCurrentColumnNumber(xml->parser) + 1;
    if (xml->mark && place->line == 1 && place->column > 1)
        place->column--;
    place->column16 = place->column;
    if (xml->marks.count > 0)
        place->column16 +=
            hxp_xml_marks_before(&xml->marks, hxp_xml_event(xml));
}

hxp_place hxp_xml_place(hxp_xml *xml)
{
    hxp_place place;
    hxp_xml_locate(&place, xml);
    return place;
}

hxp_status hxp_xml_fail(hxp_xml *xml, hxp_status status, hxp_error *error,
                        const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return hxp_fail_at(error, status, hxp_input_name(xml->input),
                       hxp_xml_place(xml), "%s", message);
}

size_t hxp_xml_depth(const hxp_xml *xml)
{
    return xml->depth;
}

const char *hxp_xml_converted(const hxp_xml *xml)
{
    return xml->decoded ? xml->encoding : NULL;
}

bool hxp_xml_lacks_mark(const hxp_xml *xml)
{
    return xml->wide && xml->mark == 0 && !xml->decoded;
}

hxp_xml_label hxp_xml_label_of(const hxp_xml *xml)
{
    hxp_xml_label label = { xml->declared, xml->watch.place, true };
    if (hxp_utf8_watch_holds(&xml->watch))
        return label;
    label = (hxp_xml_label){ xml->declared, { 1, 1, 1 }, false };
    const char *known = hxp_xml_expat_name(xml->declared);
    bool marked = xml->wide && strcmp(xml->wide, "UTF-8") == 0;
    if (!marked || !xml->declared[0] || (known && strcmp(known, "UTF-8") == 0))
        label.declared = NULL;
    return label;
}

/* --- Handlers ------------------------------------------------------------- */

/** Keep the first failure of a handler and stop. */
static void stop(hxp_xml *xml, hxp_status status)
{
    xml->status = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

/** Put name, cut if it is long, on the names of the open elements. */
static bool push_name(hxp_xml *xml, const char *name)
{
    if (!hxp_array_reserve(&xml->open, &xml->open_capacity, xml->depth + 1,
                           sizeof *xml->open))
        return false;
    char *to = xml->open[xml->depth++].text;
    size_t len = 0;
    for (; name[len] && len + 1 < sizeof xml->open->text; len++)
        to[len] = name[len];
    while (((unsigned char)name[len] & 0xC0) == 0x80)
        len--; /* no half characters */
    to[len] = '\0';
    return true;
}

/** Fail because nothing says what an entity stands for. */
static hxp_status fail_by_entity(hxp_xml *xml, const char *name)
{
    char message[HXP_XML_MESSAGE];
    hxp_xml_describe_entity(message, hxp_str_of(name));
    return hxp_xml_fail(xml, HXP_EINPUT, xml->error, "%s", message);
}

static hxp_status open_element(hxp_xml *xml, const char *name,
                               const char **attributes)
{
    char entity[HXP_XML_SNIPPET + 1];
    if (xml->unread_dtd && hxp_xml_refers_to_entity(xml, entity))
        return fail_by_entity(xml, entity);
    if (xml->depth == xml->depth_limit)
        return hxp_xml_fail(xml, HXP_ELIMIT, xml->error,
                            "elements nest deeper than %zu, the limit",
                            xml->depth_limit);
    if (!push_name(xml, name))
        return hxp_no_memory(xml->error);
    if (!xml->handlers->start)
        return HXP_OK;
    return xml->handlers->start(xml->reader, name, attributes, xml->error);
}

static void XMLCALL start_element(void *data, const XML_Char *name,
                                  const XML_Char **attributes)
{
    hxp_xml *xml = data;
    if (xml->status != HXP_OK)
        return;
    hxp_status status = open_element(xml, name, attributes);
    if (status != HXP_OK)
        stop(xml, status);
}

static void XMLCALL end_element(void *data, const XML_Char *name)
{
    hxp_xml *xml = data;
    hxp_status status = HXP_OK;
    if (xml->status != HXP_OK)
        return;
    if (xml->handlers->end)
        status = xml->handlers->end(xml->reader, name, xml->error);
    xml->depth--;
    if (status != HXP_OK)
        stop(xml, status);
}

static void XMLCALL character_data(void *data, const XML_Char *text, int len)
{
    hxp_xml *xml = data;
    if (xml->status != HXP_OK)
        return;
    hxp_status status = xml->handlers->text(
        xml->reader, (hxp_str){ text, (size_t)len }, xml->error);
    if (status != HXP_OK)
        stop(xml, status);
}

void hxp_xml_listen(hxp_xml *xml, bool to_text)
{
    XML_SetCharacterDataHandler(xml->parser, to_text ? character_data : NULL);
}

static void XMLCALL start_doctype(void *data, const XML_Char *name,
                                  const XML_Char *system,
                                  const XML_Char *public, int internal)
{
    hxp_xml *xml = data;
    (void)name;
    (void)public;
    (void)internal;
    if (system)
        xml->unread_dtd = true;
}

/* NOLINTNEXTLINE(readability-function-size): the parameters are expat's */
static void XMLCALL declare_entity(void *data, const XML_Char *name,
                                   int parameter, const XML_Char *value,
                                   int length, const XML_Char *base,
                                   const XML_Char *system,
                                   const XML_Char *public,
                                   const XML_Char *notation)
{
    hxp_xml *xml = data;
    uint32_t number;
    (void)base;
    (void)system;
    (void)public;
    (void)notation;
    if (parameter)
        xml->unread_dtd = true; /* references to it are not followed */
    else if (value &&
             hxp_xml_knows_entities(xml, (hxp_str){ value, (size_t)length }) &&
             !hxp_names_add(&xml->entities, hxp_str_of(name), &number))
        stop(xml, hxp_no_memory(xml->error));
}

static void XMLCALL skipped_entity(void *data, const XML_Char *name,
                                   int parameter)
{
    hxp_xml *xml = data;
    if (xml->status == HXP_OK && !parameter)
        stop(xml, fail_by_entity(xml, name));
}

static int XMLCALL external_entity(XML_Parser parser, const XML_Char *context,
                                   const XML_Char *base, const XML_Char *system,
                                   const XML_Char *public)
{
    (void)parser;
    (void)context;
    (void)base;
    (void)system;
    (void)public;
    return XML_STATUS_ERROR; /* refused; xml_fault.c words it */
}

static void set_encoding(hxp_xml *xml, const char *name)
{
    snprintf(xml->encoding, sizeof xml->encoding, "%s", name);
}

static void XMLCALL declaration(void *data, const XML_Char *version,
                                const XML_Char *encoding, int standalone)
{
    hxp_xml *xml = data;
    (void)version;
    (void)standalone;
    if (!encoding || xml->override)
        return;
    const char *known = hxp_xml_expat_name(encoding);
    set_encoding(xml, known ? known : encoding);
    if (xml->marks.unit == 1 && strcmp(xml->encoding, "UTF-8") != 0) {
        hxp_xml_marks_free(&xml->marks); /* bytes from 0xF0 on are letters */
        xml->marks.unit = 0;
    }
}

/* --- Making --------------------------------------------------------------- */

static void set_handlers(hxp_xml *xml)
{
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, start_element, end_element);
    XML_SetStartDoctypeDeclHandler(xml->parser, start_doctype);
    XML_SetEntityDeclHandler(xml->parser, declare_entity);
    XML_SetSkippedEntityHandler(xml->parser, skipped_entity);
    XML_SetExternalEntityRefHandler(xml->parser, external_entity);
    XML_SetXmlDeclHandler(xml->parser, declaration);
}

hxp_status hxp_xml_new(hxp_xml **out, hxp_input *input,
                       const hxp_read_options *options, hxp_error *error)
{
    static const XML_Memory_Handling_Suite memory = { malloc, realloc, free };
    hxp_xml *xml = calloc(1, sizeof *xml);
    *out = NULL;
    if (!xml)
        return hxp_no_memory(error);
    const char *encoding = options ? options->encoding : NULL;
    const char *known = encoding ? hxp_xml_expat_name(encoding) : NULL;
    xml->parser = XML_ParserCreate_MM(known, &memory, NULL);
    if (!xml->parser) {
        free(xml);
        return hxp_no_memory(error);
    }
    xml->input = input;
    xml->override = encoding != NULL;
    xml->blank = true;
    xml->watch.place = (hxp_place){ 1, 1, 1 };
    xml->depth_limit = options && options->limits.depth ? options->limits.depth
                                                        : DEFAULT_DEPTH;
    set_encoding(xml, known ? known : encoding ? encoding : "UTF-8");
    set_handlers(xml);
    *out = xml;
    return HXP_OK;
}

void hxp_xml_free(hxp_xml *xml)
{
    if (!xml)
        return;
    XML_ParserFree(xml->parser);
    hxp_input_close(xml->decoded);
    hxp_input_close(xml->watched);
    hxp_xml_marks_free(&xml->marks);
    free(xml->open);
    hxp_names_free(&xml->entities);
    free(xml);
}

/* --- Parsing -------------------------------------------------------------- */

/** Tell the marks what expat's byte counts mean in the encoding. */
static void describe_units(hxp_xml *xml, bool little)
{
    hxp_str encoding = hxp_str_of(xml->encoding);
    if (hxp_str_is_nocase(encoding, "UTF-8"))
        xml->marks.unit = 1;
    else if (hxp_str_starts(encoding, HXP_STR("UTF-16")))
        xml->marks.unit = 2;
    xml->marks.high = little || hxp_str_is_nocase(encoding, "UTF-16LE");
}

/** Have the input transcoded to UTF-8 before expat sees it. */
static hxp_status transcode(hxp_xml *xml, const char *encoding)
{
    hxp_status status = hxp_input_transcode(
        &xml->decoded, xml->watched ? xml->watched : xml->input, encoding,
        HXP_INVALID_FAILS, xml->error);
    if (status != HXP_OK)
        return status;
    set_encoding(xml, encoding);
    xml->override = true;
    xml->marks.unit = 1;
    if (XML_SetEncoding(xml->parser, "UTF-8") != XML_STATUS_OK)
        return hxp_no_memory(xml->error);
    return HXP_OK;
}

/** Take note of what the first bytes show. */
static hxp_status take_found(hxp_xml *xml, const hxp_xml_encoding *found)
{
    xml->mark = found->mark;
    xml->wide = found->wide;
    if (found->wide && !xml->override)
        set_encoding(xml, found->wide);
    describe_units(xml, found->wide && strcmp(found->wide, "UTF-16LE") == 0);
    if (xml->override || strcmp(xml->encoding, "UTF-8") != 0 || !found->mark)
        return HXP_OK;
    xml->override = true; /* the mark counts, whatever is declared */
    if (XML_SetEncoding(xml->parser, "UTF-8") != XML_STATUS_OK)
        return hxp_no_memory(xml->error);
    return HXP_OK;
}

/** Learn from the first bytes in which encoding the input is. */
static hxp_status look_at_head(hxp_xml *xml)
{
    hxp_xml_encoding found;
    hxp_status status = hxp_xml_encoding_find(&found, xml->input, xml->error);
    if (status != HXP_OK)
        return status;
    snprintf(xml->declared, sizeof xml->declared, "%s", found.declared);
    if (!xml->override && hxp_xml_may_be_utf8(&found))
        status =
            hxp_input_watch(&xml->watched, xml->input, &xml->watch, xml->error);
    if (status != HXP_OK)
        return status;
    const char *foreign =
        hxp_xml_foreign(&found, xml->override ? xml->encoding : NULL);
    if (foreign) {
        status = transcode(xml, foreign);
        if (status != HXP_EINPUT || xml->override)
            return status; /* of an unknown one expat knows the place */
    }
    return take_found(xml, &found);
}

static void note_blank(hxp_xml *xml, hxp_str bytes)
{
    size_t skip = xml->mark > xml->bytes ? xml->mark - xml->bytes : 0;
    skip = skip < bytes.len ? skip : bytes.len;
    hxp_str rest = hxp_str_part(bytes, skip, bytes.len);
    xml->blank = hxp_str_trim(rest).len == 0;
}

/** Read a piece of the input and have expat parse it; *got 0: that was all. */
static hxp_status parse_piece(hxp_xml *xml, size_t *got)
{
    *got = 0;
    char *buffer = XML_GetBuffer(xml->parser, BUFFER);
    if (!buffer)
        return hxp_no_memory(xml->error);
    hxp_input *from = xml->watched ? xml->watched : xml->input;
    hxp_status status = hxp_input_read(xml->decoded ? xml->decoded : from,
                                       buffer, BUFFER, got, xml->error);
    if (status != HXP_OK)
        return status;
    if (!hxp_xml_marks_add(&xml->marks, (hxp_str){ buffer, *got }))
        return hxp_no_memory(xml->error);
    if (xml->blank)
        note_blank(xml, (hxp_str){ buffer, *got });
    size_t sound = hxp_xml_marks_sound(&xml->marks, *got);
    bool torn = sound < *got; /* what stands before that is parsed, whole */
    xml->bytes += *got;
    bool parsed = XML_ParseBuffer(xml->parser, (int)sound, *got == 0 || torn) ==
                  XML_STATUS_OK;
    if (xml->status != HXP_OK)
        return xml->status;
    if (!parsed && !(torn && hxp_xml_is_cut(xml)))
        return hxp_xml_report(xml);
    if (torn)
        return hxp_xml_fail(xml, HXP_EINPUT, xml->error, "%s",
                            hxp_xml_half_text);
    size_t at = hxp_xml_event(xml);
    hxp_xml_marks_before(&xml->marks, at);
    if (xml->bytes > at && xml->bytes - at > LONGEST_TOKEN)
        return hxp_xml_fail(xml, HXP_ELIMIT, xml->error,
                            "a tag or comment is longer than %d bytes, the "
                            "limit",
                            LONGEST_TOKEN);
    return HXP_OK;
}

hxp_status hxp_xml_parse(hxp_xml *xml, const hxp_xml_handlers *handlers,
                         void *reader, hxp_error *error)
{
    assert(xml->bytes == 0);
    size_t got = 1;
    xml->handlers = handlers;
    xml->reader = reader;
    xml->error = error;
    hxp_xml_listen(xml, handlers->text != NULL);
    hxp_status status = look_at_head(xml);
    while (status == HXP_OK && got > 0)
        status = parse_piece(xml, &got);
    return status;
}
