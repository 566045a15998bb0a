/* xml.c - drives expat over an input; keeps it from opening anything else. */
#include "formats/xml.h"

#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/xml_encoding.h"
#include "formats/xml_fault.h"
#include "formats/xml_marks.h"
#include "text/transcode.h"
#include "text/utf8.h"

#include <assert.h>
#include <expat.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    BUFFER = 1 << 16,
    DEFAULT_DEPTH = 64,
    LONGEST_TOKEN = 8 << 20, /* a tag, comment or declaration */
    SNIPPET = 64
};

struct hxp_xml {
    hxp_input *input;
    hxp_input *decoded; /* input as UTF-8, where expat cannot read it */
    XML_Parser parser;
    const hxp_xml_handlers *handlers;
    void *reader;
    size_t depth_limit;
    hxp_buffer open; /* names of the open elements, a NUL behind each */
    size_t depth;
    hxp_xml_marks marks;
    size_t mark;     /* length of the byte order mark */
    bool unread_dtd; /* it may define entities that we do not know */
    bool blank;      /* only white space so far */
    bool override;   /* the encoding is the caller's, not the file's */
    size_t bytes;    /* handed to expat so far */
    char encoding[HXP_XML_ENCODING];
    hxp_status status; /* of the first handler that failed */
    hxp_error *error;
};

/* --- Places --------------------------------------------------------------- */

static size_t event_index(const hxp_xml *xml)
{
    XML_Index index = XML_GetCurrentByteIndex(xml->parser);
    return index < 0 ? 0 : (size_t)index;
}

hxp_place hxp_xml_place(hxp_xml *xml)
{
    hxp_place place;
    place.line = (size_t)XML_GetCurrentLineNumber(xml->parser);
    place.column = (size_t)XML_GetCurrentColumnNumber(xml->parser) + 1;
    if (xml->mark && place.line == 1 && place.column > 1)
        place.column--;
    place.column16 =
        place.column + hxp_xml_marks_before(&xml->marks, event_index(xml));
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

/* --- Raw text around the present event ------------------------------------ */

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

/** Copy up to SNIPPET units from at on. */
static size_t snippet(const hxp_xml *xml, hxp_str raw, size_t at, char *to)
{
    size_t len = 0;
    while (len < SNIPPET && raw_unit(xml, raw, at) >= 0) {
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

/**
 * The entity a tag refers to, if it is not one of XML's own five: expat drops
 * it without a word when there is an external DTD that could define it.
 */
static bool refers_to_entity(const hxp_xml *xml, char *name)
{
    static const char *const own[] = { "amp;", "lt;", "gt;", "quot;", "apos;" };
    size_t at;
    hxp_str raw = raw_context(xml, &at);
    int size = XML_GetCurrentByteCount(xml->parser);
    size_t end = at + (size > 0 ? (size_t)size : 0);
    for (; at < end; at += raw_step(xml)) {
        if (raw_unit(xml, raw, at) != '&')
            continue;
        name[snippet(xml, raw, at + raw_step(xml), name)] = '\0';
        bool known = name[0] == '#';
        for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
            known = known || strncmp(name, own[i], strlen(own[i])) == 0;
        if (!known)
            return true;
    }
    return false;
}

/* --- Handlers ------------------------------------------------------------- */

/** Keep the first failure of a handler and stop. */
static void stop(hxp_xml *xml, hxp_status status)
{
    xml->status = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

static hxp_status open_element(hxp_xml *xml, const char *name,
                               const char **attributes)
{
    char entity[SNIPPET + 1];
    if (xml->unread_dtd && refers_to_entity(xml, entity)) {
        entity[strcspn(entity, ";")] = '\0';
        return hxp_xml_fail(xml, HXP_EINPUT, xml->error,
                            "entity \"%s\" is not defined", entity);
    }
    if (xml->depth == xml->depth_limit)
        return hxp_xml_fail(xml, HXP_ELIMIT, xml->error,
                            "elements nest deeper than %zu, the limit",
                            xml->depth_limit);
    xml->depth++;
    if (!hxp_buffer_add(&xml->open, (hxp_str){ name, strlen(name) + 1 }))
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

/** Where the name of the innermost open element begins in open. */
static size_t innermost(const hxp_xml *xml)
{
    size_t from = xml->open.len - 1;
    while (from > 0 && xml->open.ptr[from - 1] != '\0')
        from--;
    return from;
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
    xml->open.len = innermost(xml);
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
    (void)name;
    (void)value;
    (void)length;
    (void)base;
    (void)system;
    (void)public;
    (void)notation;
    if (parameter)
        xml->unread_dtd = true; /* references to it are not followed */
}

static void XMLCALL skipped_entity(void *data, const XML_Char *name,
                                   int parameter)
{
    hxp_xml *xml = data;
    if (xml->status == HXP_OK && !parameter)
        stop(xml, hxp_xml_fail(xml, HXP_EINPUT, xml->error,
                               "entity \"%s\" is not defined", name));
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
    set_encoding(xml, encoding);
    if (xml->marks.unit == 1 &&
        !hxp_str_is_nocase(hxp_str_of(encoding), "UTF-8")) {
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
    hxp_xml_marks_free(&xml->marks);
    hxp_buffer_free(&xml->open);
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
    hxp_status status = hxp_input_transcode(&xml->decoded, xml->input, encoding,
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

/** Learn from the first bytes in which encoding the input is. */
static hxp_status look_at_head(hxp_xml *xml)
{
    hxp_xml_encoding found;
    hxp_status status = hxp_xml_encoding_find(&found, xml->input, xml->error);
    if (status != HXP_OK)
        return status;
    const char *foreign =
        hxp_xml_foreign(&found, xml->override ? xml->encoding : NULL);
    if (foreign) {
        status = transcode(xml, foreign);
        if (status != HXP_EINPUT || xml->override)
            return status; /* of an unknown one expat knows the place */
    }
    if (found.wide && !xml->override)
        set_encoding(xml, found.wide);
    xml->mark = found.mark;
    describe_units(xml, found.wide && strcmp(found.wide, "UTF-16LE") == 0);
    return HXP_OK;
}

/** What expat says, in our words. */
static hxp_status report_fault(hxp_xml *xml)
{
    enum XML_Error code = XML_GetErrorCode(xml->parser);
    if (code == XML_ERROR_NO_MEMORY)
        return hxp_no_memory(xml->error);
    bool ends = code == XML_ERROR_NO_ELEMENTS ||
                code == XML_ERROR_UNCLOSED_TOKEN ||
                code == XML_ERROR_PARTIAL_CHAR ||
                code == XML_ERROR_UNCLOSED_CDATA_SECTION;
    if (ends && xml->depth > 0 && xml->handlers->cut)
        return xml->handlers->cut(xml->reader, xml->error);

    char message[HXP_XML_MESSAGE], before[SNIPPET], after[SNIPPET];
    size_t at, step = raw_step(xml);
    hxp_str raw = raw_context(xml, &at);
    hxp_xml_fault fault = { (int)code,     { before, 0 }, { after, 0 },
                            xml->encoding, NULL,          xml->blank };
    size_t back = at < 2 * step ? at : 2 * step;
    fault.before.len =
        snippet(xml, (hxp_str){ raw.ptr, at }, at - back, before);
    fault.after.len = snippet(xml, raw, at, after);
    if (xml->open.len > 0)
        fault.open = xml->open.ptr + innermost(xml);
    hxp_xml_describe(message, &fault);
    return hxp_xml_fail(
        xml,
        code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH ? HXP_ELIMIT : HXP_EINPUT,
        xml->error, "%s", message);
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
    hxp_status status = hxp_input_read(xml->decoded ? xml->decoded : xml->input,
                                       buffer, BUFFER, got, xml->error);
    if (status != HXP_OK)
        return status;
    if (!hxp_xml_marks_add(&xml->marks, (hxp_str){ buffer, *got }))
        return hxp_no_memory(xml->error);
    if (xml->blank)
        note_blank(xml, (hxp_str){ buffer, *got });
    size_t sound = hxp_xml_marks_sound(&xml->marks, *got);
    xml->bytes += *got;
    bool parsed =
        XML_ParseBuffer(xml->parser, (int)sound, *got == 0) == XML_STATUS_OK;
    if (xml->status != HXP_OK)
        return xml->status;
    if (!parsed)
        return report_fault(xml);
    if (sound < *got)
        return hxp_xml_fail(xml, HXP_EINPUT, xml->error, "%s",
                            hxp_xml_half_text);
    size_t at = event_index(xml);
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
