/* properties.c - Java's .properties as a document: each value a paragraph. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/strings/message.h"
#include "text/utf8.h"

#include <stdio.h>

static const size_t size_limit = (size_t)1 << 28;

typedef struct reader {
    hxp_blocks blocks;
    hxp_str text;
    size_t at;       /* what was passed */
    hxp_place place; /* of it */
    hxp_message key, value;
    hxp_error *error;
} properties_reader;

/* --- Lines ---------------------------------------------------------------- */

/** Go on to byte at. */
static void pass(properties_reader *reader, size_t at)
{
    hxp_place_advance(&reader->place,
                      hxp_str_part(reader->text, reader->at, at));
    reader->at = at;
}

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static bool ends_key(char c)
{
    return c == '=' || c == ':';
}

/** The byte behind blanks from at on. */
static size_t behind_blanks(hxp_str text, size_t at)
{
    while (at < text.len && is_blank(text.ptr[at]))
        at++;
    return at;
}

/** The byte behind a line break at at and the blanks after it. */
static size_t behind_break(hxp_str text, size_t at)
{
    bool two =
        text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n';
    return behind_blanks(text, at + (two ? 2 : 1));
}

/** Whether a line goes on in the next one at byte at. */
static bool goes_on(hxp_str text, size_t at)
{
    return at + 1 < text.len && text.ptr[at] == '\\' &&
           ends_line(text.ptr[at + 1]);
}

/** The byte behind what begins at at, also over lines: an escape is one. */
static size_t behind_one(hxp_str text, size_t at)
{
    if (goes_on(text, at))
        return behind_break(text, at + 1);
    return text.ptr[at] == '\\' && at + 1 < text.len ? at + 2 : at + 1;
}

/** The byte behind blanks within a line from at on. */
static size_t behind_gap(hxp_str text, size_t at)
{
    at = behind_blanks(text, at);
    while (goes_on(text, at))
        at = behind_break(text, at + 1);
    return at;
}

/* --- Keys and values ------------------------------------------------------ */

/** Whether text has an argument as MessageFormat has them: {0}. */
static bool has_argument(hxp_str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.ptr[i] == '{' && hxp_ascii_digit(text.ptr[i + 1]))
            return true;
    return false;
}

/** The bytes at the start of text that mean what they are. */
static size_t plain_length(hxp_str text, bool formatted)
{
    size_t at = 0;
    for (; at < text.len; at++)
        if (text.ptr[at] == '\\' ||
            (formatted &&
             hxp_str_starts(hxp_str_part(text, at, text.len), HXP_STR("''"))))
            break;
    return at;
}

/** Add what stands at the start of rest and is not meant as it is. */
static bool add_sign(hxp_message *what, hxp_str rest, hxp_place place,
                     size_t *taken)
{
    if (*rest.ptr == '\\' && !goes_on(rest, 0))
        return hxp_message_add_escape(what, rest, place, "n\nt\tr\rf\f", taken);
    *taken = *rest.ptr == '\\' ? behind_break(rest, 1) : 2;
    return *rest.ptr == '\\' || hxp_message_add(what, HXP_STR("'"), place);
}

/** Make what of the file up to byte end. */
static hxp_status read_text(properties_reader *reader, hxp_message *what,
                            size_t end)
{
    hxp_str text = hxp_str_part(reader->text, 0, end);
    bool formatted = what == &reader->value &&
                     has_argument(hxp_str_part(text, reader->at, end));
    bool added = true;
    hxp_message_clear(what);
    while (added && reader->at < end) {
        hxp_str rest = hxp_str_part(text, reader->at, end);
        size_t len = plain_length(rest, formatted);
        added = len > 0 ? hxp_message_add(what, hxp_str_part(rest, 0, len),
                                          reader->place)
                        : add_sign(what, rest, reader->place, &len);
        pass(reader, reader->at + len);
    }
    return added ? HXP_OK : hxp_no_memory(reader->error);
}

/** Read a line, with those it goes on in, that is neither empty nor a comment.
 */
static hxp_status read_entry(properties_reader *reader)
{
    hxp_str text = reader->text;
    size_t end = reader->at;
    while (end < text.len && !ends_line(text.ptr[end]) &&
           !is_blank(text.ptr[end]) && !ends_key(text.ptr[end]))
        end = behind_one(text, end);
    hxp_status status = read_text(reader, &reader->key, end);
    if (status != HXP_OK)
        return status;
    end = behind_gap(text, end);
    if (end < text.len && ends_key(text.ptr[end]))
        end = behind_gap(text, end + 1);
    pass(reader, end);
    hxp_place place = reader->place;
    while (end < text.len && !ends_line(text.ptr[end]))
        end = behind_one(text, end);
    status = read_text(reader, &reader->value, end);
    return status == HXP_OK ? hxp_message_put(&reader->blocks, &reader->value,
                                              hxp_buffer_str(&reader->key.text),
                                              place, reader->error)
                            : status;
}

/** Pass a comment, which never goes on in the next line. */
static void pass_comment(properties_reader *reader)
{
    size_t end = reader->at;
    while (end < reader->text.len && !ends_line(reader->text.ptr[end]))
        end++;
    pass(reader, end);
}

static hxp_status read_entries(properties_reader *reader)
{
    hxp_str text = reader->text;
    hxp_status status = HXP_OK;
    while (status == HXP_OK) {
        size_t at = reader->at;
        while (at < text.len &&
               (is_blank(text.ptr[at]) || ends_line(text.ptr[at])))
            at++;
        pass(reader, at);
        if (at == text.len)
            break;
        if (text.ptr[at] == '#' || text.ptr[at] == '!')
            pass_comment(reader);
        else
            status = read_entry(reader);
    }
    return status;
}

/** What is no UTF-8 is ISO-8859-1: so Java has it. */
static bool say_encoding(char name[HXP_ENCODING_SIZE], hxp_str head)
{
    enum { LONGEST_CHAR = 4 };
    size_t left = head.len - hxp_utf8_invalid(head);
    snprintf(name, HXP_ENCODING_SIZE, "ISO-8859-1");
    return left >= LONGEST_CHAR || (left > 0 && head.len < HXP_ENCODING_JUDGED);
}

hxp_status hxp_properties_stream(hxp_paragraph_sink *sink, hxp_input *input,
                                 const hxp_document_options *options,
                                 hxp_error *error)
{
    properties_reader reader = { .blocks = hxp_blocks_make(sink, input),
                                 .place = { 1, 1, 1 },
                                 .error = error };
    hxp_buffer text = { NULL, 0, 0 };
    hxp_document_bytes bytes;
    hxp_status status =
        hxp_document_bytes_open(&bytes, input, options, say_encoding, error);
    if (status == HXP_OK)
        status = hxp_document_bytes_all(&bytes, &text, size_limit, error);
    hxp_document_bytes_close(&bytes);
    reader.text = hxp_buffer_str(&text);
    if (status == HXP_OK)
        status = read_entries(&reader);
    hxp_blocks_free(&reader.blocks);
    hxp_message_free(&reader.key);
    hxp_message_free(&reader.value);
    hxp_buffer_free(&text);
    return status;
}
