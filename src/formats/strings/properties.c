/* properties.c - Java's .properties as a document: each value a paragraph. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/strings/key_values.h"
#include "text/utf8.h"

#include <stdio.h>

/* --- Lines ---------------------------------------------------------------- */

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

/** Make what of the next len bytes. */
static hxp_status read_text(hxp_key_values *reader, hxp_message *what,
                            size_t len)
{
    hxp_cursor *from = &reader->from;
    hxp_cursor text = { hxp_str_part(from->rest, 0, len), from->place };
    bool formatted = what == &reader->value && has_argument(text.rest);
    bool added = true;
    hxp_cursor_take(from, len);
    hxp_message_clear(what);
    while (added && text.rest.len > 0) {
        size_t taken = plain_length(text.rest, formatted);
        hxp_str plain = hxp_str_part(text.rest, 0, taken);
        added = taken > 0 ? hxp_message_add(what, plain, text.place)
                          : add_sign(what, text.rest, text.place, &taken);
        hxp_cursor_take(&text, taken);
    }
    return added ? HXP_OK : hxp_no_memory(reader->error);
}

/** Read a line, with those it goes on in, that is neither empty nor a comment.
 */
static hxp_status read_entry(hxp_key_values *reader)
{
    hxp_str text = reader->from.rest;
    size_t end = 0;
    while (end < text.len && !ends_line(text.ptr[end]) &&
           !is_blank(text.ptr[end]) && !ends_key(text.ptr[end]))
        end = behind_one(text, end);
    hxp_status status = read_text(reader, &reader->key, end);
    if (status != HXP_OK)
        return status;
    text = reader->from.rest;
    end = behind_gap(text, 0);
    if (end < text.len && ends_key(text.ptr[end]))
        end = behind_gap(text, end + 1);
    hxp_cursor_take(&reader->from, end);
    hxp_place place = reader->from.place;
    text = reader->from.rest;
    end = 0;
    while (end < text.len && !ends_line(text.ptr[end]))
        end = behind_one(text, end);
    status = read_text(reader, &reader->value, end);
    return status == HXP_OK ? hxp_key_values_put(reader, &reader->value, place)
                            : status;
}

/** The length of a comment, which never goes on in the next line. */
static size_t comment_length(hxp_str text)
{
    size_t end = 0;
    while (end < text.len && !ends_line(text.ptr[end]))
        end++;
    return end;
}

static hxp_status read_entries(hxp_key_values *reader)
{
    hxp_cursor *from = &reader->from;
    hxp_status status = HXP_OK;
    while (status == HXP_OK) {
        size_t at = 0;
        while (at < from->rest.len &&
               (is_blank(from->rest.ptr[at]) || ends_line(from->rest.ptr[at])))
            at++;
        hxp_cursor_take(from, at);
        if (from->rest.len == 0)
            break;
        if (*from->rest.ptr == '#' || *from->rest.ptr == '!')
            hxp_cursor_take(from, comment_length(from->rest));
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
    hxp_key_values reader = { .blocks = hxp_blocks_make(sink, input),
                              .error = error };
    hxp_status status =
        hxp_key_values_load(&reader, input, options, say_encoding);
    if (status == HXP_OK)
        status = read_entries(&reader);
    return hxp_key_values_end(&reader, status);
}
