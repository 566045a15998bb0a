/* html.c - HTML and XHTML: block elements are paragraphs, inline ones codes. */
#include "formats/html/html.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/blocks.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/documents/markup.h"
#include "formats/html/html_elements.h"
#include "formats/html/html_encoding.h"
#include "formats/html/html_places.h"

#include <libxml/HTMLparser.h>

#include <stdlib.h>

/** An element that is open. */
typedef struct open_element {
    const hxp_html_element *element;
    hxp_block block; /* of the paragraphs in it */
    bool verbatim;   /* and how white space counts there */
} open_element;

typedef struct html_reader {
    htmlParserCtxtPtr parser;
    size_t begun; /* byte of the page with which it began */
    size_t ends;  /* of the page, so far */
    hxp_html_places places;
    hxp_blocks *blocks;
    open_element *stack;
    size_t depth, capacity;
    size_t hidden;     /* depth of the element whose content is no text; or 0 */
    bool kept;         /* that content is native code of the paragraph */
    unsigned lists;    /* that are open */
    hxp_buffer native; /* of the code in work */
    hxp_status status;
    hxp_error *error;
} html_reader;

static bool failed(html_reader *reader, hxp_status status)
{
    reader->status = status;
    return status != HXP_OK;
}

/** Take note of how far the parser has come. */
static void pass(html_reader *reader)
{
    long offset = xmlByteConsumed(reader->parser);
    if (offset > 0)
        hxp_html_places_pass(&reader->places, reader->begun + (size_t)offset);
}

/* --- Paragraphs ----------------------------------------------------------- */

/** Make sure that a paragraph is open, one that begins at place if there is
 * none; false: it failed. */
static bool need_paragraph(html_reader *reader, hxp_place place)
{
    static const open_element outside = { NULL, { HXP_BLOCK_TEXT, 0 }, false };
    if (hxp_blocks_part(reader->blocks))
        return true;
    const open_element *around =
        reader->depth > 0 ? &reader->stack[reader->depth - 1] : &outside;
    if (failed(reader, hxp_blocks_open(reader->blocks, around->block, place,
                                       reader->error)))
        return false;
    hxp_blocks_part(reader->blocks)->verbatim = around->verbatim;
    return true;
}

static void end_paragraph(html_reader *reader)
{
    if (reader->status == HXP_OK && hxp_blocks_part(reader->blocks))
        reader->status = hxp_blocks_close(reader->blocks, reader->error);
}

static bool is_blank(hxp_str text)
{
    return hxp_str_trim(text).len == 0;
}

/** A text of its own, which stands in an attribute. */
static void put_value(html_reader *reader, const char *text)
{
    hxp_block value = { HXP_BLOCK_VALUE, 0 };
    hxp_str shown = hxp_str_of(text);
    if (reader->status != HXP_OK || is_blank(shown))
        return;
    hxp_place place = hxp_html_places_value(&reader->places, shown);
    if (failed(reader, hxp_blocks_open(reader->blocks, value,
                                       reader->places.place, reader->error)) ||
        failed(reader,
               hxp_blocks_text_at(reader->blocks, shown, place, reader->error)))
        return;
    reader->status = hxp_blocks_close(reader->blocks, reader->error);
}

/* --- Codes ---------------------------------------------------------------- */

static bool add_start_tag(hxp_buffer *buffer, const char *name,
                          const xmlChar **attributes)
{
    if (!hxp_buffer_add(buffer, HXP_STR("<")) ||
        !hxp_buffer_add(buffer, hxp_str_of(name)))
        return false;
    for (size_t i = 0; attributes && attributes[i]; i += 2) {
        const char *value = (const char *)attributes[i + 1];
        if (!hxp_buffer_add(buffer, HXP_STR(" ")) ||
            !hxp_buffer_add(buffer, hxp_str_of((const char *)attributes[i])))
            return false;
        if (value && (!hxp_buffer_add(buffer, HXP_STR("=\"")) ||
                      !hxp_markup_add(buffer, hxp_str_of(value)) ||
                      !hxp_buffer_add(buffer, HXP_STR("\""))))
            return false;
    }
    return hxp_buffer_add(buffer, HXP_STR(">"));
}

static bool add_end_tag(hxp_buffer *buffer, const char *name)
{
    return hxp_buffer_add(buffer, HXP_STR("</")) &&
           hxp_buffer_add(buffer, hxp_str_of(name)) &&
           hxp_buffer_add(buffer, HXP_STR(">"));
}

/** Put the native code collected into the paragraph, as a code of kind. */
static void put_code(html_reader *reader, hxp_code_kind kind, const char *name,
                     const char *type)
{
    const hxp_block_code code = { .kind = kind,
                                  .name = hxp_str_of(name),
                                  .type = hxp_str_of(type ? type : ""),
                                  .native = hxp_buffer_str(&reader->native) };
    if (need_paragraph(reader, reader->places.place))
        reader->status = hxp_blocks_code(reader->blocks, &code, reader->error);
    reader->native.len = 0;
}

/* --- Elements ------------------------------------------------------------- */

static const char *value_of(const xmlChar **attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return (const char *)attributes[i + 1];
    return NULL;
}

/** The attributes whose values people read. */
static void put_values(html_reader *reader, const char *name,
                       const xmlChar **attributes)
{
    static const char *const readable[] = { "alt", "title", "placeholder",
                                            "aria-label", "summary" };
    for (size_t i = 0; i < sizeof readable / sizeof readable[0]; i++) {
        const char *value = value_of(attributes, readable[i]);
        if (value)
            put_value(reader, value);
    }
    const char *meta = value_of(attributes, "name");
    const char *content = value_of(attributes, "content");
    if (strcmp(name, "meta") == 0 && meta && content &&
        (strcmp(meta, "description") == 0 || strcmp(meta, "keywords") == 0))
        put_value(reader, content);
}

/** Push an element; what is in it is as the one around it, if nothing else. */
static bool push(html_reader *reader, const hxp_html_element *element)
{
    if (!hxp_array_reserve(&reader->stack, &reader->capacity, reader->depth + 1,
                           sizeof *reader->stack))
        return !failed(reader, hxp_no_memory(reader->error));
    open_element *top = &reader->stack[reader->depth];
    *top = (open_element){ element, { HXP_BLOCK_TEXT, 0 }, false };
    if (reader->depth > 0) {
        top->block = top[-1].block;
        top->verbatim = top[-1].verbatim;
    }
    if (element->role == HXP_HTML_LIST)
        reader->lists++;
    if (element->role == HXP_HTML_NAMED)
        top->block = element->block;
    if (top->block.kind == HXP_BLOCK_ITEM)
        top->block.level = reader->lists > 0 ? reader->lists : 1;
    if (strcmp(element->name, "pre") == 0)
        top->verbatim = true;
    reader->depth++;
    return true;
}

/** A line break; the second in a row ends the paragraph. */
static void put_break(html_reader *reader, const char *name,
                      const xmlChar **attributes)
{
    const hxp_block_part *part = hxp_blocks_part(reader->blocks);
    if (!part || part->text.len == 0 ||
        part->text.ptr[part->text.len - 1] == '\n') {
        end_paragraph(reader);
        return;
    }
    if (!add_start_tag(&reader->native, name, attributes)) {
        failed(reader, hxp_no_memory(reader->error));
        return;
    }
    put_code(reader, HXP_CODE_STANDALONE, name, "lb");
    if (reader->status == HXP_OK)
        reader->status = hxp_blocks_line_break(reader->blocks, reader->error);
}

static void start_inline(html_reader *reader, const hxp_html_element *element,
                         const char *name, const xmlChar **attributes)
{
    if (!add_start_tag(&reader->native, name, attributes)) {
        failed(reader, hxp_no_memory(reader->error));
        return;
    }
    bool is_name = strcmp(name, "a") == 0 && !value_of(attributes, "href");
    put_code(reader,
             hxp_html_is_void(hxp_str_of(name)) ? HXP_CODE_STANDALONE
                                                : HXP_CODE_BEGIN,
             name, is_name ? NULL : element->type);
    put_values(reader, name, attributes);
}

/** Whether the author says that the content stays as it is. */
static bool is_kept(const xmlChar **attributes)
{
    const char *translate = value_of(attributes, "translate");
    return translate && hxp_str_is_nocase(hxp_str_of(translate), "no");
}

/**
 * Begin with what is no text, up to the end of the element just pushed: of an
 * inline one all is one code, of another nothing is kept.
 */
static void hide(html_reader *reader, const hxp_html_element *element,
                 const char *name, const xmlChar **attributes)
{
    reader->hidden = reader->depth;
    reader->kept = element->role == HXP_HTML_INLINE;
    if (reader->kept && !add_start_tag(&reader->native, name, attributes))
        failed(reader, hxp_no_memory(reader->error));
}

/** Begin an element whose content is text, or that has none. */
static void start_shown(html_reader *reader, const hxp_html_element *element,
                        const char *name, const xmlChar **attributes)
{
    bool is_inline = element->role == HXP_HTML_INLINE;
    if (!is_inline && element->role != HXP_HTML_BREAK &&
        element->role != HXP_HTML_HIDDEN)
        end_paragraph(reader);
    if (reader->status != HXP_OK)
        return;
    if (element->role == HXP_HTML_HIDDEN || is_kept(attributes))
        hide(reader, element, name, attributes);
    else if (element->role == HXP_HTML_BREAK)
        put_break(reader, name, attributes);
    else if (is_inline)
        start_inline(reader, element, name, attributes);
    else
        put_values(reader, name, attributes);
}

static void start_element(void *context, const xmlChar *element_name,
                          const xmlChar **attributes)
{
    html_reader *reader = context;
    const char *name = (const char *)element_name;
    const hxp_html_element *element = hxp_html_element_of(name);
    if (reader->status != HXP_OK || !push(reader, element))
        return;
    pass(reader);
    if (reader->hidden == 0)
        start_shown(reader, element, name, attributes);
    else if (reader->kept && !add_start_tag(&reader->native, name, attributes))
        failed(reader, hxp_no_memory(reader->error));
}

static void end_inline(html_reader *reader, const hxp_html_element *element,
                       const char *name)
{
    bool whole = reader->hidden == reader->depth;
    if (!hxp_html_is_void(hxp_str_of(name)) &&
        !add_end_tag(&reader->native, name))
        failed(reader, hxp_no_memory(reader->error));
    else if (whole)
        put_code(reader, HXP_CODE_STANDALONE, name, element->type);
    else if (reader->hidden == 0 && !hxp_html_is_void(hxp_str_of(name)))
        put_code(reader, HXP_CODE_END, name, element->type);
}

/** End the innermost element. */
static void pop(html_reader *reader, const char *name)
{
    const hxp_html_element *element = reader->stack[reader->depth - 1].element;
    if (element->role == HXP_HTML_LIST)
        reader->lists--;
    if (reader->hidden > 0 ? reader->kept : element->role == HXP_HTML_INLINE)
        end_inline(reader, element, name);
    else if (reader->hidden == 0 && element->role != HXP_HTML_BREAK)
        end_paragraph(reader);
    if (reader->hidden == reader->depth)
        reader->hidden = 0;
    reader->depth--;
}

static void end_element(void *context, const xmlChar *element_name)
{
    html_reader *reader = context;
    pass(reader);
    if (reader->status == HXP_OK && reader->depth > 0)
        pop(reader, (const char *)element_name);
}

static void text(void *context, const xmlChar *bytes, int len)
{
    html_reader *reader = context;
    hxp_str text = { (const char *)bytes, (size_t)len };
    pass(reader);
    if (reader->status != HXP_OK)
        return;
    if (reader->hidden > 0) {
        if (reader->kept && !hxp_markup_add(&reader->native, text))
            failed(reader, hxp_no_memory(reader->error));
        return;
    }
    if (!hxp_blocks_part(reader->blocks) && is_blank(text))
        return;
    hxp_place place = hxp_html_places_text(&reader->places, text);
    if (need_paragraph(reader, place))
        reader->status =
            hxp_blocks_text_at(reader->blocks, text, place, reader->error);
}

/* --- The reader ----------------------------------------------------------- */

/** Take a parser for what comes, in place of the one so far. */
static hxp_status take_parser(html_reader *reader)
{
    xmlSAXHandler handlers = { .startElement = start_element,
                               .endElement = end_element,
                               .characters = text,
                               .ignorableWhitespace = text };
    htmlFreeParserCtxt(reader->parser);
    reader->begun = reader->places.offset;
    reader->parser =
        htmlCreatePushParserCtxt(&handlers, reader, NULL, 0,
                                 reader->blocks->file, XML_CHAR_ENCODING_UTF8);
    if (!reader->parser)
        return hxp_no_memory(reader->error);
    htmlCtxtUseOptions(reader->parser,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    return HXP_OK;
}

/** Give the parser bytes, to the end of the page or not. */
static hxp_status feed(html_reader *reader, hxp_str bytes, bool end)
{
    int failure =
        htmlParseChunk(reader->parser, bytes.ptr, (int)bytes.len, end);
    return failure == XML_ERR_NO_MEMORY ? hxp_no_memory(reader->error)
                                        : reader->status;
}

/** True for what stands behind a page and is no comment: text, a tag, or the
 * declaration that begins another page. */
static bool is_more(hxp_str left)
{
    enum { DECLARATION = sizeof "<!DOCTYPE" - 1 };
    left = hxp_str_trim(left);
    if (left.len < 2 || left.ptr[0] != '<')
        return left.len > 0 && left.ptr[0] != '<';
    return (left.ptr[1] != '!' && left.ptr[1] != '?') ||
           (left.len >= DECLARATION &&
            hxp_str_is_nocase(hxp_str_part(left, 0, DECLARATION), "<!DOCTYPE"));
}

/** True when the parser waits behind the end of the page, before what it would
 * drop. */
static bool is_behind_end(html_reader *reader)
{
    if (reader->parser->instate != XML_PARSER_EPILOG &&
        reader->parser->instate != XML_PARSER_EOF)
        return false;
    pass(reader);
    return is_more(hxp_html_places_left(&reader->places));
}

/** Begin anew behind the end of the page, where text may follow. */
static hxp_status go_on_behind_end(html_reader *reader, bool end)
{
    enum { MOST_ENDS = 1000 };
    if (++reader->ends > MOST_ENDS)
        return hxp_fail_at(reader->error, HXP_ELIMIT, reader->blocks->file,
                           reader->places.place,
                           "the page has more than %d ends, the limit",
                           MOST_ENDS);
    hxp_status status = take_parser(reader);
    return status == HXP_OK
               ? feed(reader, hxp_html_places_left(&reader->places), end)
               : status;
}

/** Refuse what the parser keeps until it has seen its end, if it is large. */
static hxp_status check_left(html_reader *reader)
{
    if (hxp_html_places_left(&reader->places).len <= HXP_PARAGRAPH_LIMIT)
        return HXP_OK;
    return hxp_fail_at(reader->error, HXP_ELIMIT, reader->blocks->file,
                       reader->places.place,
                       "a text, tag or comment is longer than %zu MiB, the "
                       "limit",
                       HXP_PARAGRAPH_LIMIT >> 20);
}

/** Read bytes of UTF-8; none: the end. */
static hxp_status parse(html_reader *reader, hxp_str bytes)
{
    bool end = bytes.len == 0;
    if (!hxp_html_places_add(&reader->places, bytes))
        return hxp_no_memory(reader->error);
    hxp_status status =
        feed(reader, hxp_html_places_give(&reader->places, end), end);
    while (status == HXP_OK && is_behind_end(reader))
        status = go_on_behind_end(reader, end);
    return status == HXP_OK ? check_left(reader) : status;
}

static hxp_status read_all(html_reader *reader, hxp_document_bytes *bytes)
{
    hxp_str part;
    hxp_status status;
    do {
        status = hxp_document_bytes_next(bytes, &part, reader->error);
        if (status == HXP_OK)
            status = parse(reader, part);
    } while (status == HXP_OK && part.len > 0);
    if (status == HXP_OK)
        end_paragraph(reader);
    return status == HXP_OK ? reader->status : status;
}

hxp_status hxp_html_read(hxp_blocks *blocks, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error)
{
    html_reader reader = { .places = hxp_html_places_make(),
                           .blocks = blocks,
                           .error = error };
    hxp_document_bytes bytes;
    hxp_status status = hxp_document_bytes_open(&bytes, input, options,
                                                hxp_html_encoding, error);
    if (status == HXP_OK)
        status = take_parser(&reader);
    if (status == HXP_OK)
        status = read_all(&reader, &bytes);
    htmlFreeParserCtxt(reader.parser);
    hxp_document_bytes_close(&bytes);
    hxp_html_places_free(&reader.places);
    hxp_buffer_free(&reader.native);
    free(reader.stack);
    return status;
}

hxp_status hxp_html_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    hxp_blocks blocks = hxp_blocks_make(sink, input);
    hxp_status status = hxp_html_read(&blocks, input, options, error);
    hxp_blocks_free(&blocks);
    return status;
}
