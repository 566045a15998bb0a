/* tsv_read.c - lines of tab-separated text as units, a column a language. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/content_builder.h"
#include "formats/faults.h"
#include "formats/unit_format.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdlib.h>

enum { STEP = 1 << 16, LINE_LIMIT = 256 << 20, LONGEST_TAG = 63 };

typedef struct tsv_reader {
    hxp_input *input;
    hxp_unit_sink *sink;
    hxp_faults faults;
    hxp_str file;
    size_t limit;
    hxp_buffer buffer; /* read, not yet handed on from at on */
    size_t at;
    bool ended;
    size_t line; /* number of the line in work */
    bool sink_fault;
    hxp_arena arena;
    hxp_content_builder builder;
    hxp_arena file_arena;
    hxp_str *languages;
    size_t count, capacity;
    hxp_variant *variants;
    size_t number; /* of units complete */
    hxp_error *error;
} tsv_reader;

/* --- Lines ---------------------------------------------------------------- */

static hxp_status fill(tsv_reader *reader)
{
    size_t got;
    hxp_buffer *buffer = &reader->buffer;
    if (reader->at > 0) {
        memmove(buffer->ptr, buffer->ptr + reader->at,
                buffer->len - reader->at);
        buffer->len -= reader->at;
        reader->at = 0;
    }
    if (buffer->len > reader->limit)
        return hxp_fail_at(reader->error, HXP_ELIMIT, reader->file.ptr,
                           (hxp_place){ reader->line + 1, 1, 1 },
                           "the line is longer than %zu bytes, the limit",
                           reader->limit);
    if (!hxp_array_reserve(&buffer->ptr, &buffer->capacity, buffer->len + STEP,
                           1))
        return hxp_no_memory(reader->error);
    hxp_status status = hxp_input_read(reader->input, buffer->ptr + buffer->len,
                                       STEP, &got, reader->error);
    buffer->len += got;
    reader->ended = got == 0;
    return status;
}

/** Refuse bytes that are not UTF-8. */
static hxp_status check_bytes(tsv_reader *reader, hxp_str line)
{
    size_t at = hxp_utf8_invalid(line);
    hxp_place place = { reader->line, 1, 1 };
    if (at == line.len)
        return HXP_OK;
    hxp_place_advance(&place, hxp_str_part(line, 0, at));
    return hxp_fail_at(reader->error, HXP_EINPUT, reader->file.ptr, place,
                       "byte 0x%02X is not UTF-8; try --encoding",
                       (unsigned char)line.ptr[at]);
}

/** Take the next line, without its end; *more is false behind the last. */
static hxp_status next_line(hxp_str *line, bool *more, tsv_reader *reader)
{
    hxp_status status = HXP_OK;
    size_t looked = reader->at;
    const char *end = NULL;
    while (status == HXP_OK) {
        hxp_buffer *buffer = &reader->buffer;
        if (buffer->len > looked)
            end = memchr(buffer->ptr + looked, '\n', buffer->len - looked);
        if (end || reader->ended)
            break;
        looked = buffer->len - reader->at; /* where it will be */
        status = fill(reader);
    }
    if (status != HXP_OK)
        return status;
    hxp_str rest = hxp_str_part(hxp_buffer_str(&reader->buffer), reader->at,
                                reader->buffer.len);
    *more = rest.len > 0;
    if (!*more)
        return HXP_OK;
    size_t len = end ? (size_t)(end - rest.ptr) : rest.len;
    reader->at += len + (end != NULL);
    reader->line++;
    if (len > 0 && rest.ptr[len - 1] == '\r')
        len--;
    *line = hxp_str_part(rest, 0, len);
    return check_bytes(reader, *line);
}

/** Cut the next column off *rest; *last tells that none follows. */
static hxp_str cut_column(hxp_str *rest, bool *last)
{
    const char *tab = rest->len ? memchr(rest->ptr, '\t', rest->len) : NULL;
    size_t len = tab ? (size_t)(tab - rest->ptr) : rest->len;
    hxp_str column = hxp_str_part(*rest, 0, len);
    *last = tab == NULL;
    *rest = hxp_str_part(*rest, len + (tab != NULL), rest->len);
    return column;
}

/* --- Line 1: the languages ------------------------------------------------ */

/** True for what could name a language, well or not so well. */
static bool is_like_tag(hxp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!fits)
            return false;
    }
    return text.len > 0 && text.len <= LONGEST_TAG;
}

static hxp_status add_language(tsv_reader *reader, hxp_str tag)
{
    const hxp_place place = { reader->line, 1, 1 };
    if (!is_like_tag(tag))
        return hxp_fail_at(reader->error, HXP_EINPUT, reader->file.ptr, place,
                           "line 1 must name the languages; \"%.*s\" names "
                           "none",
                           HXP_FMT(hxp_quote(tag)));
    for (size_t i = 0; i < reader->count; i++)
        if (hxp_tag_equal(reader->languages[i], tag))
            return hxp_fail_at(reader->error, HXP_EINPUT, reader->file.ptr,
                               place, "line 1 names the language %.*s twice",
                               HXP_FMT(tag));
    if (!hxp_array_reserve(&reader->languages, &reader->capacity,
                           reader->count + 1, sizeof *reader->languages) ||
        !hxp_arena_copy(&reader->languages[reader->count], &reader->file_arena,
                        tag))
        return hxp_no_memory(reader->error);
    reader->count++;
    return HXP_OK;
}

static hxp_status begin(tsv_reader *reader)
{
    hxp_str line;
    bool more, last = false;
    hxp_status status = next_line(&line, &more, reader);
    if (status != HXP_OK)
        return status;
    if (!more)
        return hxp_fail_at(reader->error, HXP_EINPUT, reader->file.ptr,
                           (hxp_place){ 1, 1, 1 }, "the file is empty");
    while (status == HXP_OK && !last)
        status = add_language(reader, cut_column(&line, &last));
    if (status != HXP_OK)
        return status;
    reader->variants = calloc(reader->count, sizeof *reader->variants);
    if (!reader->variants)
        return hxp_no_memory(reader->error);
    hxp_unit_header header = { .file = reader->file,
                               .source_language = reader->languages[0],
                               .languages = reader->languages,
                               .language_count = reader->count };
    status = reader->sink->begin(reader->sink, &header, reader->error);
    reader->sink_fault = status != HXP_OK;
    return status;
}

/* --- Other lines: units --------------------------------------------------- */

/** The character that backslash and c stand for, or NULL. */
static const char *unescape(char c)
{
    switch (c) {
    case '\\':
        return "\\";
    case 't':
        return "\t";
    case 'n':
        return "\n";
    case 'r':
        return "\r";
    default:
        return NULL;
    }
}

static bool add_text(tsv_reader *reader, hxp_str text, hxp_place *place,
                     hxp_str raw)
{
    if (!hxp_content_add_text(&reader->builder, text, *place))
        return false;
    hxp_place_advance(place, raw);
    return true;
}

/** Undo the escapes of a column that stands at *place; moves it behind. */
static bool read_column(hxp_content *content, tsv_reader *reader,
                        hxp_str column, hxp_place *place)
{
    size_t from = 0, at = 0;
    bool added = hxp_content_open(&reader->builder);
    while (added && at < column.len) {
        const char *escaped = NULL;
        if (column.ptr[at] == '\\' && at + 1 < column.len)
            escaped = unescape(column.ptr[at + 1]);
        if (!escaped) {
            at++;
            continue;
        }
        hxp_str before = hxp_str_part(column, from, at);
        hxp_str raw = hxp_str_part(column, at, at + 2);
        if (before.len > 0)
            added = add_text(reader, before, place, before);
        added = added && add_text(reader, hxp_str_of(escaped), place, raw);
        from = at += 2;
    }
    hxp_str rest = hxp_str_part(column, from, column.len);
    return added && (rest.len == 0 || add_text(reader, rest, place, rest)) &&
           hxp_content_close(content, &reader->builder, &reader->arena);
}

static hxp_status fail_columns(tsv_reader *reader, hxp_str line)
{
    size_t count = 1;
    for (size_t i = 0; i < line.len; i++)
        count += line.ptr[i] == '\t';
    return hxp_fail_at(reader->error, HXP_EINPUT, reader->file.ptr,
                       (hxp_place){ reader->line, 1, 1 },
                       "%zu columns; line 1 has %zu", count, reader->count);
}

static hxp_status send_unit(tsv_reader *reader, hxp_str line)
{
    hxp_place place = { reader->line, 1, 1 };
    hxp_str rest = line;
    hxp_unit unit = { .number = reader->number + 1,
                      .file = reader->file,
                      .place = place,
                      .variants = reader->variants };
    bool last = false;
    hxp_arena_reset(&reader->arena);
    for (size_t i = 0; i < reader->count; i++) {
        if (last)
            return fail_columns(reader, line);
        hxp_str column = cut_column(&rest, &last);
        hxp_variant variant = { .language = reader->languages[i],
                                .place = place };
        if (!read_column(&variant.content, reader, column, &place))
            return hxp_no_memory(reader->error);
        place.column++; /* the tab */
        place.column16++;
        if (column.len > 0)
            reader->variants[unit.variant_count++] = variant;
    }
    if (!last)
        return fail_columns(reader, line);
    hxp_status status = reader->sink->unit(reader->sink, &unit, reader->error);
    reader->sink_fault = status != HXP_OK;
    reader->number += status == HXP_OK;
    return status;
}

/* --- The whole file ------------------------------------------------------- */

static hxp_status read_lines(tsv_reader *reader)
{
    hxp_str line;
    bool more = true;
    hxp_status status = begin(reader);
    while (status == HXP_OK && more) {
        status = next_line(&line, &more, reader);
        if (status == HXP_OK && more)
            status = send_unit(reader, line);
    }
    if (status != HXP_OK)
        return status;
    status = reader->sink->end(reader->sink, reader->error);
    reader->sink_fault = status != HXP_OK;
    return status;
}

/** Read input in another encoding: all of it is made UTF-8 first. */
static hxp_status read_decoded(tsv_reader *reader, const char *encoding)
{
    hxp_buffer bytes = { NULL, 0, 0 }, utf8 = { NULL, 0, 0 };
    hxp_input *decoded = NULL;
    size_t at = 0;
    hxp_status status =
        hxp_input_read_all(reader->input, &bytes, LINE_LIMIT, reader->error);
    if (status == HXP_OK)
        status = hxp_decode(&utf8, hxp_buffer_str(&bytes), encoding, &at,
                            reader->error);
    if (status == HXP_EINPUT && at < bytes.len) {
        hxp_place place = { 1, 1, 1 }; /* behind what could be converted */
        hxp_place_advance(&place, hxp_buffer_str(&utf8));
        hxp_fail_at(reader->error, status, reader->file.ptr, place,
                    "byte 0x%02X is not %s; try --encoding",
                    (unsigned char)bytes.ptr[at], encoding);
    }
    if (status == HXP_OK)
        status = hxp_input_memory(&decoded, hxp_buffer_str(&utf8),
                                  reader->file.ptr, reader->error);
    if (status == HXP_OK) {
        reader->input = decoded;
        status = read_lines(reader);
    }
    hxp_input_close(decoded);
    hxp_buffer_free(&bytes);
    hxp_buffer_free(&utf8);
    return status;
}

/** Take the mark off and read, in the encoding it or the caller tells. */
static hxp_status read_file(tsv_reader *reader, const char *encoding)
{
    size_t mark = 0, got;
    char skipped[4];
    hxp_str head;
    hxp_status status = hxp_input_peek(reader->input, 4, &head, reader->error);
    if (status != HXP_OK)
        return status;
    const char *found = hxp_encoding_of_mark(head, &mark);
    if (!encoding)
        encoding = found ? found : "UTF-8";
    hxp_str name = hxp_str_of(encoding);
    if (!hxp_str_is_nocase(name, "UTF-8") && !hxp_str_is_nocase(name, "utf8"))
        return read_decoded(reader, encoding);
    if (!found || strcmp(found, "UTF-8") != 0)
        mark = 0;
    for (; status == HXP_OK && mark > 0; mark -= got)
        status =
            hxp_input_read(reader->input, skipped, mark, &got, reader->error);
    return status == HXP_OK ? read_lines(reader) : status;
}

/** Make what ended the reading the last finding. */
static hxp_status report_end(tsv_reader *reader, hxp_status status)
{
    hxp_error other;
    hxp_status told =
        hxp_tell(&reader->faults, HXP_FAULT_BROKEN, reader->error->place,
                 &other, "%s", reader->error->message);
    if (told != HXP_OK)
        *reader->error = other;
    return told == HXP_OK ? status : told;
}

hxp_status hxp_tsv_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error)
{
    size_t limit = options->limits.unit_bytes;
    hxp_error own = { .status = HXP_OK };
    tsv_reader reader = { .input = input,
                          .sink = sink,
                          .file = hxp_str_of(hxp_input_name(input)),
                          .limit = limit ? limit : LINE_LIMIT,
                          .error = &own };
    reader.faults =
        (hxp_faults){ .sink = options->findings, .file = reader.file };
    reader.builder.keep_runs = options->places;
    hxp_status status = read_file(&reader, options->encoding);
    if ((status == HXP_EINPUT || status == HXP_ELIMIT) && !reader.sink_fault)
        status = report_end(&reader, status);
    if (status != HXP_OK && error)
        *error = own;
    hxp_buffer_free(&reader.buffer);
    hxp_arena_free(&reader.arena);
    hxp_content_builder_free(&reader.builder);
    hxp_arena_free(&reader.file_arena);
    free(reader.languages);
    free(reader.variants);
    return status;
}

bool hxp_tsv_recognise(hxp_str head)
{
    hxp_str line;
    bool last = false, fits = true;
    size_t count = 0;
    if (!hxp_str_cut(&head, '\n', &line))
        return false;
    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    for (; fits && !last; count++)
        fits = is_like_tag(cut_column(&line, &last));
    return fits && count > 1;
}
