/* csv_read.c - RFC 4180 tables as units, a column a language. */
#include "base/arena.h"
#include "base/str.h"
#include "formats/units/columns.h"
#include "formats/units/content_builder.h"
#include "formats/units/delivery.h"
#include "formats/units/records.h"
#include "formats/units/unit_format.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct csv_reader {
    const hxp_read_options *options;
    hxp_delivery delivery;
    hxp_records records;
    hxp_arena arena; /* of one unit */
    hxp_content_builder builder;
    hxp_arena file_arena;
    hxp_column *columns;
    size_t count, capacity;
    hxp_str *languages; /* of the columns that are languages */
    size_t language_count, language_capacity;
    hxp_variant *variants;
    hxp_remark *remarks;
} csv_reader;

/* --- Cells ---------------------------------------------------------------- */

static bool add_text(csv_reader *reader, hxp_str text, hxp_place *place)
{
    bool added =
        text.len == 0 || hxp_content_add_text(&reader->builder, text, place);
    hxp_place_advance(place, text);
    return added;
}

/** Add text in which two quotes stand for one. */
static bool add_quoted(csv_reader *reader, hxp_str text, hxp_place *place)
{
    size_t from = 0;
    bool added = true;
    for (size_t i = 0; added && i < text.len; i++) {
        if (text.ptr[i] != '"')
            continue;
        added = add_text(reader, hxp_str_part(text, from, i + 1), place);
        place->column++;
        place->column16++;
        from = i += 2;
        i--;
    }
    return added && add_text(reader, hxp_str_part(text, from, text.len), place);
}

/** Read the cell at byte *at of the record, and move behind it. */
static hxp_status read_cell(hxp_content *content, csv_reader *reader,
                            size_t *at, hxp_place *place)
{
    hxp_str record = hxp_buffer_str(&reader->records.record);
    size_t start = *at, end = start;
    bool added = hxp_content_open(&reader->builder);
    if (start < record.len && record.ptr[start] == '"') {
        size_t len = hxp_quoted_length(record, start + 1);
        end = start + 1 + len;
        if (end == record.len)
            return HXP_REFUSE(&reader->delivery, *place,
                              "the quote that opens here is not closed");
        place->column++;
        place->column16++;
        added = added &&
                add_quoted(reader, hxp_str_part(record, start + 1, end), place);
        place->column++;
        place->column16++;
        end++;
        if (end < record.len && record.ptr[end] != reader->records.separator)
            return HXP_REFUSE(&reader->delivery, *place,
                              "text behind a closing quote; write two quotes "
                              "for one");
    } else {
        while (end < record.len && record.ptr[end] != reader->records.separator)
            end++;
        added =
            added && add_text(reader, hxp_str_part(record, start, end), place);
    }
    *at = end;
    if (!added || !hxp_content_close(content, &reader->builder, &reader->arena))
        return hxp_no_memory(&reader->delivery.error);
    return HXP_OK;
}

/** Pass over the separator at byte *at; false at the end of the record. */
static bool pass_separator(const csv_reader *reader, size_t *at,
                           hxp_place *place)
{
    if (*at == reader->records.record.len)
        return false;
    ++*at;
    place->column++;
    place->column16++;
    return true;
}

/* --- The columns ---------------------------------------------------------- */

/** Note the language of a column, which no other column may have. */
static hxp_status add_language(csv_reader *reader, hxp_str tag, hxp_place place)
{
    if (hxp_has_language(reader->languages, reader->language_count, tag))
        return HXP_REFUSE(&reader->delivery, place,
                          "two columns are in the language %.*s", HXP_FMT(tag));
    if (reader->language_count == HXP_MOST_LANGUAGES)
        return HXP_REFUSE(&reader->delivery, place,
                          "more than %d languages, the limit",
                          HXP_MOST_LANGUAGES);
    if (!hxp_array_reserve(&reader->languages, &reader->language_capacity,
                           reader->language_count + 1,
                           sizeof *reader->languages))
        return hxp_no_memory(&reader->delivery.error);
    reader->languages[reader->language_count++] = tag;
    return HXP_OK;
}

/** The language of a column called source or target, which the caller says. */
static hxp_status find_language(hxp_column *column, csv_reader *reader,
                                hxp_place place)
{
    bool source = column->kind == HXP_COLUMN_SOURCE;
    const char *tag = source ? reader->options->from : reader->options->to;
    if (column->kind != HXP_COLUMN_SOURCE && column->kind != HXP_COLUMN_TARGET)
        return HXP_OK;
    if (!tag)
        return HXP_REFUSE(&reader->delivery, place,
                          "in which language is the column \"%.*s\"? %s says",
                          HXP_FMT(column->name), source ? "--from" : "--to");
    column->kind = HXP_COLUMN_LANGUAGE;
    column->name = hxp_str_of(tag);
    return HXP_OK;
}

static hxp_status add_column(csv_reader *reader, hxp_str name, hxp_place place)
{
    hxp_column column;
    if (!hxp_array_reserve(&reader->columns, &reader->capacity,
                           reader->count + 1, sizeof *reader->columns) ||
        !hxp_arena_copy(&column.name, &reader->file_arena, hxp_str_trim(name)))
        return hxp_no_memory(&reader->delivery.error);
    column.kind = hxp_column_kind_of(column.name);
    hxp_status status = find_language(&column, reader, place);
    if (status == HXP_OK && column.kind == HXP_COLUMN_LANGUAGE)
        status = add_language(reader, column.name, place);
    reader->columns[reader->count++] = column;
    return status;
}

/** Take the names of the columns from the record, or from the caller. */
static hxp_status name_columns(csv_reader *reader)
{
    hxp_place place = { reader->records.line, 1, 1 };
    const char *given = reader->options->table.columns;
    hxp_str rest = hxp_str_of(given ? given : ""), name;
    hxp_status status = HXP_OK;
    size_t at = 0;
    while (status == HXP_OK && given && hxp_str_cut(&rest, ',', &name))
        status = add_column(reader, name, place);
    if (given)
        return status;
    do {
        hxp_place start = place;
        hxp_content content = { .text = HXP_STR("") };
        status = read_cell(&content, reader, &at, &place);
        if (status == HXP_OK)
            status = add_column(reader, content.text, start);
    } while (status == HXP_OK && pass_separator(reader, &at, &place));
    return status;
}

/** The cell of column i in the record, without the quotes around it. */
static hxp_str raw_cell(const csv_reader *reader, size_t i)
{
    hxp_str record = hxp_buffer_str(&reader->records.record);
    for (size_t at = 0;; at++, i--) {
        bool quoted = at < record.len && record.ptr[at] == '"';
        size_t start = at + quoted;
        at = quoted ? start + hxp_quoted_length(record, start) : start;
        size_t end = at;
        while (at < record.len && record.ptr[at] != reader->records.separator)
            at++;
        if (i == 0)
            return hxp_str_trim(hxp_str_part(record, start, quoted ? end : at));
        if (at >= record.len)
            return HXP_STR("");
    }
}

/**
 * Take a column "id" for ids, not for Indonesian, beside two languages or
 * more, if the record, the first with texts, has what looks like one there.
 */
static void find_ids(csv_reader *reader)
{
    enum { LANGUAGES = 3 }; /* with Indonesian */
    size_t language = 0;
    for (size_t i = 0; i < reader->count; i++) {
        hxp_column *column = &reader->columns[i];
        if (column->kind != HXP_COLUMN_LANGUAGE)
            continue;
        if (reader->language_count >= LANGUAGES &&
            hxp_str_is_nocase(column->name, "id") &&
            hxp_is_like_id(raw_cell(reader, i))) {
            column->kind = HXP_COLUMN_ID;
            reader->language_count--;
            for (size_t k = language; k < reader->language_count; k++)
                reader->languages[k] = reader->languages[k + 1];
            return;
        }
        language++;
    }
}

/** Read the first record and begin. */
static hxp_status begin(bool *more, csv_reader *reader)
{
    const hxp_table_options *table = &reader->options->table;
    const hxp_place top = { 1, 1, 1 };
    hxp_status status =
        hxp_records_next(more, &reader->records, &reader->delivery.error);
    if (status != HXP_OK)
        return status;
    if (!*more)
        return HXP_REFUSE(&reader->delivery, top, "the file is empty");
    if (table->no_header && !table->columns)
        return HXP_REFUSE(
            &reader->delivery, top,
            "the columns have no names; --columns of convert gives them");
    reader->records.separator =
        hxp_find_separator(hxp_buffer_str(&reader->records.record));
    status = name_columns(reader);
    if (status != HXP_OK)
        return status;
    if (reader->language_count == 0)
        return HXP_REFUSE(
            &reader->delivery, top,
            "no column names a language; --columns of convert does");
    reader->variants = calloc(reader->count, sizeof *reader->variants);
    reader->remarks = calloc(reader->count, sizeof *reader->remarks);
    if (!reader->variants || !reader->remarks)
        return hxp_no_memory(&reader->delivery.error);
    const char *from = reader->options->from;
    hxp_status next = HXP_OK;
    if (!table->no_header)
        next =
            hxp_records_next(more, &reader->records, &reader->delivery.error);
    if (next == HXP_OK && *more && !table->columns)
        find_ids(reader);
    hxp_unit_header header = { .file = reader->records.lines.file,
                               .source_language = from ? hxp_str_of(from)
                                                       : reader->languages[0],
                               .languages = reader->languages,
                               .language_count = reader->language_count };
    status = hxp_delivery_begin(&reader->delivery, &header);
    return status == HXP_OK ? next : status;
}

/* --- Units ---------------------------------------------------------------- */

/** Put what a cell holds, unless it is empty, into the unit. */
static void add_cell(hxp_unit *unit, csv_reader *reader,
                     const hxp_column *column, const hxp_variant *cell)
{
    hxp_str text = cell->content.text;
    if (text.len == 0)
        return;
    switch (column->kind) {
    case HXP_COLUMN_LANGUAGE:
        reader->variants[unit->variant_count++] = *cell;
        break;
    case HXP_COLUMN_ID:
        unit->id = text;
        break;
    case HXP_COLUMN_NOTE:
        reader->remarks[unit->remarks.count++] =
            (hxp_remark){ .kind = HXP_NOTE_REMARK, .text = text };
        break;
    case HXP_COLUMN_PROPERTY:
        reader->remarks[unit->remarks.count++] = (hxp_remark){
            .kind = HXP_PROPERTY, .type = column->name, .text = text
        };
        break;
    case HXP_COLUMN_SOURCE:
    case HXP_COLUMN_TARGET:
    case HXP_COLUMN_UNUSED:
    default:
        break;
    }
}

static hxp_status fail_columns(csv_reader *reader, size_t count)
{
    return HXP_REFUSE(&reader->delivery,
                      ((hxp_place){ reader->records.line, 1, 1 }),
                      "%zu columns; there should be %zu", count, reader->count);
}

static hxp_status send_unit(csv_reader *reader)
{
    hxp_place place = { reader->records.line, 1, 1 };
    hxp_unit unit = { .place = place,
                      .variants = reader->variants,
                      .remarks.items = reader->remarks };
    size_t at = 0, count = 0;
    bool more;
    if (reader->records.record.len == 0 && reader->count > 1)
        return HXP_OK; /* an empty line */
    hxp_arena_reset(&reader->arena);
    do {
        hxp_variant cell = { .place = place };
        hxp_status status = read_cell(&cell.content, reader, &at, &place);
        if (status != HXP_OK)
            return status;
        if (count < reader->count) {
            cell.language = reader->columns[count].name;
            add_cell(&unit, reader, &reader->columns[count], &cell);
        }
        count++;
        more = pass_separator(reader, &at, &place);
    } while (more);
    if (count != reader->count)
        return fail_columns(reader, count);
    return hxp_delivery_unit(&reader->delivery, &unit);
}

static hxp_status read_records(csv_reader *reader)
{
    bool more = true;
    hxp_status status = begin(&more, reader);
    while (status == HXP_OK && more) {
        status = send_unit(reader);
        if (status == HXP_OK)
            status = hxp_records_next(&more, &reader->records,
                                      &reader->delivery.error);
    }
    return status;
}

hxp_status hxp_csv_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error)
{
    csv_reader reader = { .options = options,
                          .records.separator = ',',
                          .delivery = hxp_delivery_make(input, options, sink) };
    reader.builder.keep_runs = options->places;
    hxp_status status =
        hxp_lines_open(&reader.records.lines, input, options->encoding,
                       options->limits.unit_bytes, &reader.delivery.error);
    if (status == HXP_OK)
        status = read_records(&reader);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    hxp_records_close(&reader.records);
    hxp_arena_free(&reader.arena);
    hxp_content_builder_free(&reader.builder);
    hxp_arena_free(&reader.file_arena);
    free(reader.columns);
    free(reader.languages);
    free(reader.variants);
    free(reader.remarks);
    return status;
}

bool hxp_csv_recognise(hxp_str head)
{
    hxp_str line;
    return hxp_str_cut(&head, '\n', &line) &&
           (hxp_names_languages(hxp_str_trim(line), ',') ||
            hxp_names_languages(hxp_str_trim(line), ';'));
}
