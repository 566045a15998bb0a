/* html.c - HTML and XHTML: block elements are paragraphs, inline ones codes. */
#include "formats/html/html.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/html/html_encoding.h"
#include "formats/html/html_reader.h"
#include "text/utf8.h"

#include <stdlib.h>

/* --- The reader ----------------------------------------------------------- */

/** Take a parser for what comes, in place of the one so far. */
static hxp_status take_parser(hxp_html_reader *reader)
{
    xmlSAXHandler handlers = { .startElement = hxp_html_start_element,
                               .endElement = hxp_html_end_element,
                               .characters = hxp_html_text,
                               .ignorableWhitespace = hxp_html_text };
    htmlFreeParserCtxt(reader->parser);
    reader->begun = reader->places.offset;
    reader->passed_over = 0;
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
static hxp_status feed(hxp_html_reader *reader, hxp_str bytes, bool end)
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
    left = hxp_str_trim(left);
    if (left.len < 2 || left.ptr[0] != '<')
        return left.len > 0 && left.ptr[0] != '<';
    return (left.ptr[1] != '!' && left.ptr[1] != '?') ||
           hxp_str_starts_nocase(left, "<!DOCTYPE");
}

/**
 * True when the parser waits behind the end of the page, before what it would
 * drop. It has no call that tells.
 */
static bool is_behind_end(hxp_html_reader *reader)
{
    hxp_html_pass(reader);
    if (reader->parser->instate != XML_PARSER_EPILOG &&
        reader->parser->instate != XML_PARSER_EOF)
        return false;
    return is_more(hxp_html_places_left(&reader->places));
}

/** Begin anew behind the end of the page, where text may follow. */
static hxp_status go_on_behind_end(hxp_html_reader *reader, bool end)
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
static hxp_status check_left(hxp_html_reader *reader)
{
    if (hxp_html_places_left(&reader->places).len <= HXP_PARAGRAPH_LIMIT)
        return HXP_OK;
    return hxp_fail_at(reader->error, HXP_ELIMIT, reader->blocks->file,
                       reader->places.place,
                       "a tag, script or comment is longer than %zu MiB, "
                       "the limit",
                       HXP_PARAGRAPH_LIMIT >> 20);
}

/** True when the parser keeps a long text until it has seen the tag behind it.
 * (Scripts are no text: in them a comment would be none.) */
static bool keeps_text(const hxp_html_reader *reader)
{
    enum { LONG = 1 << 18 };
    const char *name = (const char *)reader->parser->name;
    hxp_str left = hxp_html_places_left(&reader->places);
    return left.len > LONG && left.ptr[0] != '<' &&
           reader->parser->instate == XML_PARSER_CONTENT && name &&
           strcmp(name, "script") != 0 && strcmp(name, "style") != 0;
}

/** Have the parser hand out the text that it keeps, with what of it comes, by a
 * comment that the page does not have. */
static hxp_status feed_text(hxp_html_reader *reader, hxp_str text)
{
    const hxp_str comment = HXP_STR("<!-- -->");
    hxp_status status = feed(reader, text, false);
    if (status == HXP_OK)
        status = feed(reader, comment, false);
    reader->begun -= comment.len;
    return status;
}

/** False: the internal subset of the DOCTYPE goes on and on. */
static bool check_subset(hxp_html_reader *reader, bool end)
{
    const hxp_html_markup *markup = &reader->places.markup;
    if (markup->no_memory)
        return !hxp_html_failed(reader, hxp_no_memory(reader->error));
    bool open = end && markup->within == HXP_WITHIN_SUBSET;
    if (!open && !markup->too_long)
        return true;
    reader->status =
        hxp_fail_at(reader->error, open ? HXP_EINPUT : HXP_ELIMIT,
                    reader->blocks->file, (hxp_place){ 0, 0, 0 },
                    open ? "the DOCTYPE has no end"
                         : "the DOCTYPE is longer than %zu KiB, the limit",
                    HXP_HTML_SUBSET >> 10);
    return false;
}

/** False: a tag in what the parser is to be given has too many attributes. */
static bool check_tags(hxp_html_reader *reader, hxp_str given)
{
    const hxp_html_places *places = &reader->places;
    hxp_place place = places->place;
    if (places->markup.crowded == 0)
        return true;
    const char *from = places->bytes.ptr + places->from;
    size_t len = (size_t)(given.ptr - from) + places->markup.crowded - 1;
    hxp_place_advance(&place, (hxp_str){ from, len });
    reader->status = hxp_fail_at(
        reader->error, HXP_ELIMIT, reader->blocks->file, place,
        "a tag has more than %d attributes, the limit", HXP_MOST_ATTRIBUTES);
    return false;
}

/** Read bytes of UTF-8; none: the end. */
static hxp_status parse(hxp_html_reader *reader, hxp_str bytes)
{
    bool end = bytes.len == 0;
    bool kept = keeps_text(reader);
    if (!hxp_html_places_add(&reader->places, bytes))
        return hxp_no_memory(reader->error);
    hxp_str given = hxp_html_places_give(&reader->places, end);
    if (!check_subset(reader, end) || !check_tags(reader, given))
        return reader->status;
    bool is_text =
        kept && !end && given.len > 0 && !memchr(given.ptr, '<', given.len);
    hxp_status status =
        is_text ? feed_text(reader, given) : feed(reader, given, end);
    while (status == HXP_OK && is_behind_end(reader))
        status = go_on_behind_end(reader, end);
    return status == HXP_OK ? check_left(reader) : status;
}

static hxp_status read_all(hxp_html_reader *reader, hxp_document_bytes *bytes)
{
    hxp_str part;
    hxp_status status;
    do {
        status = hxp_document_bytes_next(bytes, &part, reader->error);
        if (status == HXP_OK)
            status = parse(reader, part);
    } while (status == HXP_OK && part.len > 0);
    if (status == HXP_OK)
        hxp_html_end_paragraph(reader);
    return status == HXP_OK ? reader->status : status;
}

hxp_status hxp_html_read(hxp_blocks *blocks, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error)
{
    hxp_html_reader reader = { .places = hxp_html_places_make(),
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
    hxp_buffer_free(&reader.shown);
    hxp_buffer_free(&reader.section);
    hxp_buffer_free(&reader.character);
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
