/* apple.c - Apple's .strings as a document: each value a paragraph. */
#include "formats/strings/apple.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/strings/key_values.h"
#include "text/utf8.h"

static hxp_status fail(hxp_key_values *reader, const char *what)
{
    return hxp_fail_at(reader->error, HXP_EINPUT, reader->blocks.file,
                       reader->from.place, "no .strings: %s", what);
}

/* --- Between strings ------------------------------------------------------ */

/** The length of the comment that rest begins with; 0: none, or without end. */
static size_t comment_length(hxp_str rest)
{
    bool block = hxp_str_starts(rest, HXP_STR("/*"));
    if (!block && !hxp_str_starts(rest, HXP_STR("//")))
        return 0;
    for (size_t i = 2; i < rest.len; i++)
        if (block ? rest.ptr[i] == '*' && i + 1 < rest.len &&
                        rest.ptr[i + 1] == '/'
                  : rest.ptr[i] == '\n' || rest.ptr[i] == '\r')
            return block ? i + 2 : i;
    return block ? 0 : rest.len;
}

/** Pass over blanks and comments. */
static void pass_gap(hxp_key_values *reader)
{
    hxp_cursor *from = &reader->from;
    size_t left, at;
    do {
        left = from->rest.len;
        for (at = 0; at < left; at++)
            if (!strchr(" \t\r\n\f\v", from->rest.ptr[at]))
                break;
        hxp_cursor_take(from, at);
        hxp_cursor_take(from, comment_length(from->rest));
    } while (from->rest.len < left);
}

/** Whether sign is what comes next; it is passed then. */
static bool take(hxp_key_values *reader, char sign)
{
    pass_gap(reader);
    if (reader->from.rest.len == 0 || *reader->from.rest.ptr != sign)
        return false;
    hxp_cursor_take(&reader->from, 1);
    return true;
}

/* --- Strings -------------------------------------------------------------- */

/** Read a string up to the quotation mark behind it. */
static hxp_status read_quoted(hxp_key_values *reader, hxp_message *what)
{
    bool added = true;
    while (added && reader->from.rest.len > 0) {
        if (*reader->from.rest.ptr == '"') {
            hxp_cursor_take(&reader->from, 1);
            return HXP_OK;
        }
        added = hxp_message_add_written(what, &reader->from, '"', "n\nt\tr\r");
    }
    return added ? fail(reader, "the file ends inside a string")
                 : hxp_no_memory(reader->error);
}

/** True for what a string without quotation marks may have. */
static bool is_bare(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           hxp_ascii_digit(c) || c == '_' || c == '.' || c == '-' || c == '$' ||
           c == ':' || c == '/';
}

/** Read the string that comes next; place is where its text begins. */
static hxp_status read_string(hxp_key_values *reader, hxp_message *what,
                              hxp_place *place)
{
    size_t len = 0;
    hxp_message_clear(what);
    bool quoted = take(reader, '"');
    hxp_str rest = reader->from.rest;
    *place = reader->from.place;
    if (quoted)
        return read_quoted(reader, what);
    if (hxp_str_starts(rest, HXP_STR("/*")))
        return fail(reader, "the file ends inside a comment");
    while (len < rest.len && is_bare(rest.ptr[len]))
        len++;
    if (len == 0)
        return fail(reader, "want a string in quotation marks here");
    hxp_cursor_take(&reader->from, len);
    return hxp_message_add(what, hxp_str_part(rest, 0, len), *place)
               ? HXP_OK
               : hxp_no_memory(reader->error);
}

/** Read "key" = "value"; - or "text"; which is both. */
static hxp_status read_entry(hxp_key_values *reader)
{
    hxp_place place;
    const hxp_message *value = &reader->key;
    hxp_status status = read_string(reader, &reader->key, &place);
    if (status == HXP_OK && take(reader, '=')) {
        value = &reader->value;
        status = read_string(reader, &reader->value, &place);
    }
    if (status == HXP_OK && !take(reader, ';'))
        status = fail(reader, value == &reader->key
                                  ? "want \"=\" or \";\" behind a key"
                                  : "want \";\" behind a text");
    return status == HXP_OK ? hxp_key_values_put(reader, value, place) : status;
}

static hxp_status read_plain(hxp_paragraph_sink *sink, hxp_input *input,
                             const hxp_document_options *options,
                             hxp_error *error)
{
    hxp_key_values reader = { .blocks = hxp_blocks_make(sink, input),
                              .error = error };
    hxp_status status = hxp_key_values_load(&reader, input, options, NULL);
    pass_gap(&reader);
    while (status == HXP_OK && reader.from.rest.len > 0) {
        status = read_entry(&reader);
        pass_gap(&reader);
    }
    return hxp_key_values_end(&reader, status);
}

/** Whether head begins with markup, in UTF-8 or UTF-16. */
static bool is_markup(hxp_str head)
{
    static const char around[] = " \t\r\n\xEF\xBB\xBF\xFE\xFF";
    size_t at = 0; /* the NUL of UTF-16 is found, too */
    while (at < head.len && strchr(around, head.ptr[at]))
        at++;
    return at < head.len && head.ptr[at] == '<';
}

hxp_status hxp_apple_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status != HXP_OK)
        return status;
    return is_markup(head) ? hxp_plist_stream(sink, input, options, error)
                           : read_plain(sink, input, options, error);
}
