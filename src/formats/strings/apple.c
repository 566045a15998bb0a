/* apple.c - Apple's .strings as a document: each value a paragraph. */
#include "formats/strings/apple.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/strings/message.h"
#include "text/utf8.h"

static const size_t size_limit = (size_t)1 << 28;

typedef struct reader {
    hxp_blocks blocks;
    hxp_str text;
    size_t at;       /* what was passed */
    hxp_place place; /* of it */
    hxp_message key, value;
    hxp_error *error;
} apple_reader;

/** Go on to byte at. */
static void pass(apple_reader *reader, size_t at)
{
    hxp_place_advance(&reader->place,
                      hxp_str_part(reader->text, reader->at, at));
    reader->at = at;
}

static hxp_str rest_of(const apple_reader *reader)
{
    return hxp_str_part(reader->text, reader->at, reader->text.len);
}

static hxp_status fail(apple_reader *reader, const char *what)
{
    return hxp_fail_at(reader->error, HXP_EINPUT, reader->blocks.file,
                       reader->place, "no .strings: %s", what);
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
static void pass_gap(apple_reader *reader)
{
    size_t from;
    do {
        size_t at = from = reader->at;
        while (at < reader->text.len &&
               strchr(" \t\r\n\f\v", reader->text.ptr[at]))
            at++;
        pass(reader, at);
        pass(reader, at + comment_length(rest_of(reader)));
    } while (reader->at > from);
}

/** Whether sign is what comes next; it is passed then. */
static bool take(apple_reader *reader, char sign)
{
    pass_gap(reader);
    if (reader->at == reader->text.len || reader->text.ptr[reader->at] != sign)
        return false;
    pass(reader, reader->at + 1);
    return true;
}

/* --- Strings -------------------------------------------------------------- */

/** Read a string up to the quotation mark behind it. */
static hxp_status read_quoted(apple_reader *reader, hxp_message *what)
{
    bool added = true;
    while (added && reader->at < reader->text.len) {
        hxp_str rest = rest_of(reader);
        size_t len = 0;
        while (len < rest.len && rest.ptr[len] != '"' && rest.ptr[len] != '\\')
            len++;
        if (len == 0 && *rest.ptr == '"') {
            pass(reader, reader->at + 1);
            return HXP_OK;
        }
        added = len > 0 ? hxp_message_add(what, hxp_str_part(rest, 0, len),
                                          reader->place)
                        : hxp_message_add_escape(what, rest, reader->place,
                                                 "n\nt\tr\r", &len);
        pass(reader, reader->at + len);
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
static hxp_status read_string(apple_reader *reader, hxp_message *what,
                              hxp_place *place)
{
    size_t len = 0;
    hxp_message_clear(what);
    bool quoted = take(reader, '"');
    hxp_str rest = rest_of(reader);
    *place = reader->place;
    if (quoted)
        return read_quoted(reader, what);
    if (hxp_str_starts(rest, HXP_STR("/*")))
        return fail(reader, "the file ends inside a comment");
    while (len < rest.len && is_bare(rest.ptr[len]))
        len++;
    if (len == 0)
        return fail(reader, "want a string in quotation marks here");
    if (!hxp_message_add(what, hxp_str_part(rest, 0, len), reader->place))
        return hxp_no_memory(reader->error);
    pass(reader, reader->at + len);
    return HXP_OK;
}

/** Read "key" = "value"; - or "text"; which is both. */
static hxp_status read_entry(apple_reader *reader)
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
    return status == HXP_OK ? hxp_message_put(&reader->blocks, value,
                                              hxp_buffer_str(&reader->key.text),
                                              place, reader->error)
                            : status;
}

static hxp_status read_plain(hxp_paragraph_sink *sink, hxp_input *input,
                             const hxp_document_options *options,
                             hxp_error *error)
{
    apple_reader reader = { .blocks = hxp_blocks_make(sink, input),
                            .place = { 1, 1, 1 },
                            .error = error };
    hxp_buffer text = { NULL, 0, 0 };
    hxp_status status =
        hxp_document_text(&text, input, options, size_limit, error);
    reader.text = hxp_buffer_str(&text);
    pass_gap(&reader);
    while (status == HXP_OK && reader.at < reader.text.len) {
        status = read_entry(&reader);
        pass_gap(&reader);
    }
    hxp_blocks_free(&reader.blocks);
    hxp_message_free(&reader.key);
    hxp_message_free(&reader.value);
    hxp_buffer_free(&text);
    return status;
}

hxp_status hxp_apple_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    static const char mark[] = "\xEF\xBB\xBF";
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status != HXP_OK)
        return status;
    if (hxp_str_starts(head, hxp_str_of(mark)))
        head = hxp_str_part(head, sizeof mark - 1, head.len);
    return hxp_str_starts(hxp_str_trim(head), HXP_STR("<"))
               ? hxp_plist_stream(sink, input, options, error)
               : read_plain(sink, input, options, error);
}
