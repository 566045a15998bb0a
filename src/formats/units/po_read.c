/* po_read.c - gettext's PO as units; what a line is. */
#include "formats/units/po_reader.h"

#include "base/input.h"
#include "base/str.h"
#include "formats/units/unit_format.h"
#include "text/cursor.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { SEGMENT_LIMIT = 128 << 20, UNIT_LIMIT = 256 << 20 };

/* --- Strings -------------------------------------------------------------- */

static void skip_blanks(hxp_cursor *at)
{
    size_t len = 0;
    while (len < at->rest.len &&
           (at->rest.ptr[len] == ' ' || at->rest.ptr[len] == '\t'))
        len++;
    hxp_cursor_take(at, len);
}

static bool is_octal(char c)
{
    return c >= '0' && c <= '7';
}

/** The digit's worth, or -1. */
static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** The bytes of an escape in numbers behind the backslash, and its value. */
static size_t number_length(hxp_str escape, int *value)
{
    size_t len = 0;
    *value = 0;
    for (; len < 3 && len < escape.len && is_octal(escape.ptr[len]); len++)
        *value = *value * 8 + escape.ptr[len] - '0';
    if (len > 0 || escape.len < 2 || escape.ptr[0] != 'x')
        return len;
    for (len = 1; len < 3 && len < escape.len; len++) {
        int digit = hex_digit(escape.ptr[len]);
        if (digit < 0)
            break;
        *value = *value * 16 + digit;
    }
    return len > 1 ? len : 0;
}

/** Read an escape at the cursor into *c; false: it is none. */
static bool read_escape(char *c, hxp_cursor *at)
{
    static const char letters[] = "ntrabfv\"\\";
    static const char meant[] = "\n\t\r\a\b\f\v\"\\";
    int value;
    hxp_str behind = hxp_str_part(at->rest, 1, at->rest.len);
    if (behind.len == 0)
        return false;
    const char *letter = strchr(letters, behind.ptr[0]);
    if (letter && *letter) {
        *c = meant[letter - letters];
        hxp_cursor_take(at, 2);
        return true;
    }
    size_t len = number_length(behind, &value);
    if (len == 0 || value > 0x7F)
        return false;
    *c = (char)value;
    hxp_cursor_take(at, 1 + len);
    return true;
}

/** Count bytes to the entry; fails when they are too many. */
static hxp_status charge(hxp_po_reader *reader, size_t len)
{
    reader->entry_size += len;
    if (reader->entry_size <= reader->limits.unit_bytes)
        return HXP_OK;
    return hxp_fail_at(&reader->delivery.error, HXP_ELIMIT,
                       reader->lines.file.ptr,
                       (hxp_place){ reader->lines.number, 1, 1 },
                       "the entry is larger than %zu bytes, the limit",
                       reader->limits.unit_bytes);
}

static hxp_status add_text(hxp_po_reader *reader, hxp_str text, hxp_place place)
{
    reader->size += text.len;
    if (reader->size > reader->limits.segment_bytes)
        return hxp_fail_at(&reader->delivery.error, HXP_ELIMIT,
                           reader->lines.file.ptr, place,
                           "the segment is longer than %zu bytes, the limit",
                           reader->limits.segment_bytes);
    if (text.len > 0 && !hxp_content_add_text(&reader->builder, text, &place))
        return hxp_no_memory(&reader->delivery.error);
    return charge(reader, text.len);
}

static hxp_status refuse_escape(hxp_po_reader *reader, const hxp_cursor *at)
{
    size_t len = 1; /* of the backslash */
    if (at->rest.len > len)
        hxp_utf8_next(at->rest, &len);
    return HXP_REFUSE(&reader->delivery, at->place,
                      "\"%.*s\" is no escape; a backslash is written twice",
                      HXP_FMT(hxp_str_part(at->rest, 0, len)));
}

/** Add the string that begins at the cursor to the open field. */
static hxp_status read_string(hxp_po_reader *reader, hxp_cursor *at)
{
    hxp_status status = HXP_OK;
    hxp_place start = at->place;
    hxp_cursor_take(at, 1); /* the quote */
    while (status == HXP_OK && at->rest.len > 0 && at->rest.ptr[0] != '"') {
        size_t len = 0;
        hxp_place place = at->place;
        char c;
        while (len < at->rest.len && at->rest.ptr[len] != '"' &&
               at->rest.ptr[len] != '\\')
            len++;
        if (len > 0)
            status = add_text(reader, hxp_cursor_take(at, len), place);
        else if (read_escape(&c, at))
            status = add_text(reader, (hxp_str){ &c, 1 }, place);
        else
            return refuse_escape(reader, at);
    }
    if (status != HXP_OK)
        return status;
    if (at->rest.len == 0)
        return HXP_REFUSE(&reader->delivery, start,
                          "the string that begins here is not closed");
    hxp_cursor_take(at, 1);
    return HXP_OK;
}

/** Add the strings at the cursor, one at least, to the open field. */
static hxp_status read_strings(hxp_po_reader *reader, hxp_cursor *at)
{
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_str_starts(at->rest, HXP_STR("\""))) {
        status = read_string(reader, at);
        skip_blanks(at);
    }
    return status;
}

/* --- Keywords ------------------------------------------------------------- */

/** Close the field whose string is being read. */
static hxp_status close_field(hxp_po_reader *reader)
{
    hxp_po_entry *entry = &reader->entry;
    hxp_content *to = NULL;
    switch (reader->field) {
    case HXP_PO_NO_FIELD:
        return HXP_OK;
    case HXP_PO_CTXT:
        to = &entry->context;
        break;
    case HXP_PO_ID:
        to = &entry->id;
        break;
    case HXP_PO_ID_PLURAL:
        to = &entry->plural;
        break;
    case HXP_PO_STR:
    default:
        to = &entry->forms[entry->form_count - 1].content;
        break;
    }
    reader->field = HXP_PO_NO_FIELD;
    if (!hxp_content_close(to, &reader->builder, &reader->arena))
        return hxp_no_memory(&reader->delivery.error);
    return HXP_OK;
}

static hxp_status open_field(hxp_po_reader *reader, hxp_po_string field)
{
    hxp_status status = close_field(reader);
    if (status != HXP_OK)
        return status;
    reader->field = field;
    reader->size = 0;
    if (!hxp_content_open(&reader->builder))
        return hxp_no_memory(&reader->delivery.error);
    return HXP_OK;
}

/** Hand on the entry, if it is complete, and begin another. */
static hxp_status flush(hxp_po_reader *reader)
{
    hxp_status status = close_field(reader);
    if (status != HXP_OK)
        return status;
    if (reader->entry.form_count == 0 &&
        (reader->entry.has_id || reader->entry.has_context))
        return HXP_REFUSE(&reader->delivery, reader->entry.place,
                          "the entry has no %s",
                          reader->entry.has_id ? "msgstr" : "msgid");
    if (reader->entry.has_id)
        status = hxp_po_send(reader);
    hxp_po_clear(reader);
    return status;
}

static hxp_status misplaced(hxp_po_reader *reader, const hxp_cursor *at,
                            const char *keyword, const char *before)
{
    return HXP_REFUSE(&reader->delivery, at->place, "%s without %s before it",
                      keyword, before);
}

static hxp_status start_context(hxp_po_reader *reader, const hxp_cursor *at)
{
    hxp_po_entry *entry = &reader->entry;
    if (entry->has_id || entry->has_context)
        return HXP_REFUSE(&reader->delivery, at->place,
                          "a msgctxt in an entry that has no msgstr yet");
    entry->has_context = true;
    entry->place = at->place;
    return open_field(reader, HXP_PO_CTXT);
}

static hxp_status start_id(hxp_po_reader *reader, const hxp_cursor *at)
{
    hxp_po_entry *entry = &reader->entry;
    if (entry->has_id)
        return HXP_REFUSE(&reader->delivery, at->place,
                          "a msgid in an entry that has no msgstr yet");
    if (!entry->has_context)
        entry->place = at->place;
    entry->has_id = true;
    entry->id_place = at->place;
    return open_field(reader, HXP_PO_ID);
}

static hxp_status start_plural(hxp_po_reader *reader, const hxp_cursor *at)
{
    hxp_po_entry *entry = &reader->entry;
    if (!entry->has_id || entry->form_count > 0)
        return misplaced(reader, at, "msgid_plural", "msgid");
    entry->has_plural = true;
    return open_field(reader, HXP_PO_ID_PLURAL);
}

/** Begin msgstr, or msgstr[index]. */
static hxp_status start_form(hxp_po_reader *reader, const hxp_cursor *at,
                             hxp_str index)
{
    hxp_po_entry *entry = &reader->entry;
    char expected[24];
    snprintf(expected, sizeof expected, "[%zu]", entry->form_count);
    if (!entry->has_id)
        return misplaced(reader, at, "msgstr", "msgid");
    if (entry->has_plural ? !hxp_str_is(index, expected)
                          : index.len > 0 || entry->form_count > 0)
        return HXP_REFUSE(&reader->delivery, at->place,
                          "msgstr%.*s where msgstr%s is expected",
                          HXP_FMT(hxp_quote(index)),
                          entry->has_plural ? expected : " of one msgid");
    hxp_status status = close_field(reader);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&entry->forms, &entry->form_capacity,
                           entry->form_count + 1, sizeof *entry->forms))
        return hxp_no_memory(&reader->delivery.error);
    entry->forms[entry->form_count++] = (hxp_po_form){ .place = at->place };
    status = charge(reader, sizeof *entry->forms);
    return status == HXP_OK ? open_field(reader, HXP_PO_STR) : status;
}

/** The length of the keyword at the start of text. */
static size_t keyword_length(hxp_str text)
{
    size_t len = 0;
    while (len < text.len && !strchr(" \t\"", text.ptr[len]))
        len++;
    return len;
}

static hxp_status read_keyword(hxp_po_reader *reader, hxp_cursor *at)
{
    hxp_po_entry *entry = &reader->entry;
    hxp_str word = hxp_str_part(at->rest, 0, keyword_length(at->rest));
    bool context = hxp_str_is(word, "msgctxt"), id = hxp_str_is(word, "msgid");
    hxp_status status = HXP_OK;
    if (entry->form_count > 0 && (context || id))
        status = flush(reader);
    if (status != HXP_OK)
        return status;
    entry->obsolete = reader->obsolete_line;
    if (context)
        status = start_context(reader, at);
    else if (id)
        status = start_id(reader, at);
    else if (hxp_str_is(word, "msgid_plural"))
        status = start_plural(reader, at);
    else if (hxp_str_starts(word, HXP_STR("msgstr")))
        status = start_form(reader, at, hxp_str_part(word, 6, word.len));
    else
        return HXP_REFUSE(&reader->delivery, at->place,
                          "\"%.*s\" is no keyword of PO",
                          HXP_FMT(hxp_quote(word)));
    if (status != HXP_OK)
        return status;
    hxp_cursor_take(at, word.len);
    skip_blanks(at);
    if (at->rest.len == 0 || at->rest.ptr[0] != '"')
        return HXP_REFUSE(&reader->delivery, at->place,
                          "no string behind the keyword");
    return read_strings(reader, at);
}

/* --- Lines ---------------------------------------------------------------- */

/** Add a line to a comment of the entry that is still to come. */
static hxp_status add_comment(hxp_po_reader *reader, int kind, hxp_str line)
{
    hxp_buffer *comment = &reader->comments[kind];
    hxp_status status = HXP_OK;
    if (reader->entry.form_count > 0)
        status = flush(reader);
    if (status != HXP_OK)
        return status;
    if ((comment->len > 0 && !hxp_buffer_add(comment, HXP_STR("\n"))) ||
        !hxp_buffer_add(comment, line))
        return hxp_no_memory(&reader->delivery.error);
    return charge(reader, line.len);
}

/** Read a line that begins with # and no ~. */
static hxp_status read_comment(hxp_po_reader *reader, hxp_str line)
{
    static const char signs[] = ".:,|";
    char sign = line.len > 1 ? line.ptr[1] : ' ';
    const char *kind = sign ? strchr(signs, sign) : NULL;
    size_t from = kind ? 2 : 1;
    if (from < line.len && line.ptr[from] == ' ')
        from++;
    int which = kind ? (int)(kind - signs) + 1 : HXP_PO_NOTE;
    return add_comment(reader, which, hxp_str_part(line, from, line.len));
}

/** Read strings, then what is behind them in the line: more keywords with
 * theirs, and a comment. */
static hxp_status read_tokens(hxp_po_reader *reader, hxp_cursor *at)
{
    hxp_status status = read_strings(reader, at);
    while (status == HXP_OK && hxp_str_starts(at->rest, HXP_STR("msg")))
        status = read_keyword(reader, at);
    if (status != HXP_OK || at->rest.len == 0)
        return status;
    if (at->rest.ptr[0] == '#')
        return read_comment(reader, at->rest);
    return HXP_REFUSE(&reader->delivery, at->place,
                      "text behind the string; a quote in it is written "
                      "\\\"");
}

static hxp_status read_line(hxp_po_reader *reader, hxp_str line)
{
    hxp_cursor at = { line, { reader->lines.number, 1, 1 } };
    skip_blanks(&at);
    if (at.rest.len == 0)
        return reader->entry.form_count > 0 ? flush(reader) : HXP_OK;
    reader->obsolete_line = hxp_str_starts(at.rest, HXP_STR("#~"));
    if (reader->obsolete_line) {
        hxp_cursor_take(&at, 2);
        skip_blanks(&at);
        if (at.rest.len == 0)
            return HXP_OK;
        if (at.rest.ptr[0] == '|')
            return add_comment(
                reader, HXP_PO_PREVIOUS_COMMENT,
                hxp_str_trim(hxp_str_part(at.rest, 1, at.rest.len)));
    }
    if (at.rest.ptr[0] == '#')
        return read_comment(reader, at.rest);
    hxp_status status = HXP_OK;
    if (at.rest.ptr[0] != '"')
        status = read_keyword(reader, &at);
    else if (reader->field == HXP_PO_NO_FIELD)
        status = HXP_REFUSE(&reader->delivery, at.place,
                            "a string without a keyword before it");
    return status == HXP_OK ? read_tokens(reader, &at) : status;
}

static hxp_status read_lines(hxp_po_reader *reader)
{
    hxp_str line;
    bool more = true;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && more) {
        status = hxp_lines_next(&line, &more, &reader->lines,
                                &reader->delivery.error);
        if (status == HXP_OK && more)
            status = read_line(reader, line);
    }
    if (status == HXP_OK)
        status = flush(reader);
    return status == HXP_OK ? hxp_po_begin(reader) : status;
}

/* --- The whole file ------------------------------------------------------- */

static hxp_status open_lines(hxp_po_reader *reader, hxp_input *input)
{
    const char *encoding = reader->options->encoding;
    char found[HXP_PO_ENCODING];
    hxp_status status = HXP_OK;
    if (!encoding) {
        status = hxp_po_encoding(found, input, &reader->delivery.error);
        encoding = found[0] ? found : NULL;
    }
    if (status != HXP_OK)
        return status;
    return hxp_lines_open(&reader->lines, input, encoding,
                          reader->limits.unit_bytes, &reader->delivery.error);
}

hxp_status hxp_po_read(hxp_input *input, const hxp_read_options *options,
                       hxp_unit_sink *sink, hxp_error *error)
{
    hxp_po_reader reader = { .options = options,
                             .delivery =
                                 hxp_delivery_make(input, options, sink),
                             .limits = options->limits };
    if (!reader.limits.segment_bytes)
        reader.limits.segment_bytes = SEGMENT_LIMIT;
    if (!reader.limits.unit_bytes)
        reader.limits.unit_bytes = UNIT_LIMIT;
    reader.builder.keep_runs = options->places;
    hxp_status status = open_lines(&reader, input);
    if (status == HXP_OK)
        status = read_lines(&reader);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    hxp_lines_close(&reader.lines);
    hxp_content_builder_free(&reader.builder);
    hxp_arena_free(&reader.arena);
    for (int i = 0; i < HXP_PO_COMMENTS; i++)
        hxp_buffer_free(&reader.comments[i]);
    hxp_hash_map_free(&reader.entries);
    free(reader.entry.forms);
    return status;
}

bool hxp_po_recognise(hxp_str head)
{
    hxp_str line;
    while (hxp_str_cut(&head, '\n', &line)) {
        line = hxp_str_trim(line);
        if (hxp_str_starts(line, HXP_STR("msgid \"")) ||
            hxp_str_starts(line, HXP_STR("msgctxt \"")))
            return true;
        if (line.len > 0 && line.ptr[0] != '#')
            return false;
    }
    return false;
}
