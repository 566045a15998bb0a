/* tsv_read.c - lines of tab-separated text as units, a column a language. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/lines.h"
#include "formats/units/columns.h"
#include "formats/units/content_builder.h"
#include "formats/units/delivery.h"
#include "formats/units/unit_format.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct tsv_reader {
    hxp_delivery delivery;
    hxp_lines lines;
    hxp_arena arena;
    hxp_content_builder builder;
    hxp_arena file_arena;
    hxp_str *languages;
    size_t count, capacity;
    hxp_variant *variants;
} tsv_reader;

/* --- Columns -------------------------------------------------------------- */

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

static hxp_status add_language(tsv_reader *reader, hxp_str tag)
{
    const hxp_place place = { reader->lines.number, 1, 1 };
    if (!hxp_is_like_tag(tag))
        return HXP_REFUSE(&reader->delivery, place,
                          "line 1 must name the languages; \"%.*s\" names "
                          "none",
                          HXP_FMT(hxp_quote(tag)));
    if (hxp_has_language(reader->languages, reader->count, tag))
        return HXP_REFUSE(&reader->delivery, place,
                          "line 1 names the language %.*s twice", HXP_FMT(tag));
    if (reader->count == HXP_MOST_LANGUAGES)
        return HXP_REFUSE(&reader->delivery, place,
                          "line 1 names more than %d languages, the limit",
                          HXP_MOST_LANGUAGES);
    if (!hxp_array_reserve(&reader->languages, &reader->capacity,
                           reader->count + 1, sizeof *reader->languages) ||
        !hxp_arena_copy(&reader->languages[reader->count], &reader->file_arena,
                        tag))
        return hxp_no_memory(&reader->delivery.error);
    reader->count++;
    return HXP_OK;
}

static hxp_status begin(tsv_reader *reader)
{
    hxp_str line;
    bool more, last = false;
    hxp_status status =
        hxp_lines_next(&line, &more, &reader->lines, &reader->delivery.error);
    if (status != HXP_OK)
        return status;
    if (!more)
        return HXP_REFUSE(&reader->delivery, (hxp_place){ 1, 1, 1 },
                          "the file is empty");
    while (status == HXP_OK && !last)
        status = add_language(reader, cut_column(&line, &last));
    if (status != HXP_OK)
        return status;
    reader->variants = calloc(reader->count, sizeof *reader->variants);
    if (!reader->variants)
        return hxp_no_memory(&reader->delivery.error);
    hxp_unit_header header = { .file = reader->lines.file,
                               .source_language = reader->languages[0],
                               .languages = reader->languages,
                               .language_count = reader->count };
    return hxp_delivery_begin(&reader->delivery, &header);
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
    if (!hxp_content_add_text(&reader->builder, text, place))
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
    return HXP_REFUSE(&reader->delivery,
                      (hxp_place){ reader->lines.number, 1, 1 },
                      "%zu columns; line 1 has %zu", count, reader->count);
}

static hxp_status send_unit(tsv_reader *reader, hxp_str line)
{
    hxp_place place = { reader->lines.number, 1, 1 };
    hxp_str rest = line;
    hxp_unit unit = { .place = place, .variants = reader->variants };
    bool last = false;
    hxp_arena_reset(&reader->arena);
    for (size_t i = 0; i < reader->count; i++) {
        if (last)
            return fail_columns(reader, line);
        hxp_str column = cut_column(&rest, &last);
        hxp_variant variant = { .language = reader->languages[i],
                                .place = place };
        if (!read_column(&variant.content, reader, column, &place))
            return hxp_no_memory(&reader->delivery.error);
        place.column++; /* the tab */
        place.column16++;
        if (column.len > 0)
            reader->variants[unit.variant_count++] = variant;
    }
    if (!last)
        return fail_columns(reader, line);
    return hxp_delivery_unit(&reader->delivery, &unit);
}

/* --- The whole file ------------------------------------------------------- */

static hxp_status read_lines(tsv_reader *reader)
{
    hxp_str line;
    bool more = true;
    hxp_status status = begin(reader);
    while (status == HXP_OK && more) {
        status = hxp_lines_next(&line, &more, &reader->lines,
                                &reader->delivery.error);
        if (status == HXP_OK && more)
            status = send_unit(reader, line);
    }
    return status;
}

hxp_status hxp_tsv_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error)
{
    tsv_reader reader = { .delivery = hxp_delivery_make(input, options, sink) };
    reader.builder.keep_runs = options->places;
    hxp_status status =
        hxp_lines_open(&reader.lines, input, options->encoding,
                       options->limits.unit_bytes, &reader.delivery.error);
    if (status == HXP_OK)
        status = read_lines(&reader);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    hxp_lines_close(&reader.lines);
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
        fits = hxp_is_like_tag(cut_column(&line, &last));
    return fits && count > 1;
}
