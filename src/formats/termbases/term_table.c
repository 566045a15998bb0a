/* term_table.c - reads tables of terms: csv, tsv, OmegaT's glossaries, UTX. */
#include "formats/termbases/term_table.h"

#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/termbases/blanks.h"
#include "formats/termbases/term_head.h"
#include "formats/termbases/termbase_format.h"
#include "text/encoding.h"
#include "text/utf8.h"

#include <stdlib.h>

static hxp_status refuse(const hxp_term_table *table, hxp_place place,
                         hxp_error *error, const char *message)
{
    return hxp_fail_at(error, HXP_EINPUT, table->faults.file.ptr, place, "%s",
                       message);
}

/* --- Cells ---------------------------------------------------------------- */

/** Copy what is quoted, with one quote for two. */
static bool unquote(hxp_str *out, hxp_term_table *table, hxp_str quoted)
{
    table->text.len = 0;
    for (size_t i = 0; i < quoted.len; i++) {
        i += quoted.ptr[i] == '"' && i + 1 < quoted.len;
        if (!hxp_buffer_add(&table->text, hxp_str_part(quoted, i, i + 1)))
            return false;
    }
    return hxp_arena_copy(out, &table->arena,
                          hxp_blanks_collapse(&table->text));
}

/** Read a cell of a record that is a line: quotes count around all of it. */
static bool read_flat(hxp_str *out, hxp_term_table *table, hxp_str raw)
{
    *out = hxp_str_trim(raw);
    if (!table->headed || table->utx || out->len < 2 || out->ptr[0] != '"' ||
        hxp_quoted_length(*out, 1) != out->len - 2)
        return true;
    return unquote(out, table, hxp_str_part(*out, 1, out->len - 1));
}

/** Read the cell at byte *at of the record, and move to its end. */
static hxp_status read_cell(hxp_term_cell *out, hxp_term_table *table,
                            size_t *at, hxp_error *error)
{
    hxp_str record = hxp_buffer_str(&table->records.record);
    size_t start = *at, end = start;
    bool quoted =
        !table->records.flat && start < record.len && record.ptr[start] == '"';
    if (quoted)
        end += hxp_quoted_length(record, start + 1) + 2;
    if (end > record.len)
        return refuse(table, out->place, error,
                      "the quote that opens here is not closed");
    if (quoted && end < record.len &&
        record.ptr[end] != table->records.separator)
        return refuse(table, out->place, error,
                      "text behind a closing quote; write two quotes for one");
    while (end < record.len && record.ptr[end] != table->records.separator)
        end++;
    *at = end;
    bool good =
        quoted ? unquote(&out->text, table,
                         hxp_str_part(record, start + 1, end - 1))
               : read_flat(&out->text, table, hxp_str_part(record, start, end));
    return good ? HXP_OK : hxp_no_memory(error);
}

/** Read the cells of the record; *count may be more than are kept. */
static hxp_status read_cells(size_t *count, hxp_term_table *table,
                             hxp_error *error)
{
    hxp_str record = hxp_buffer_str(&table->records.record);
    hxp_place place = { table->records.line, 1, 1 };
    size_t at = 0;
    hxp_arena_reset(&table->arena);
    for (*count = 0;; at++) {
        hxp_term_cell read = { .place = place };
        size_t start = at;
        hxp_status status = read_cell(&read, table, &at, error);
        if (status != HXP_OK)
            return status;
        if (*count < HXP_TERM_COLUMNS)
            table->cells[*count] = read;
        ++*count;
        if (at == record.len)
            return HXP_OK;
        hxp_place_advance(&place, hxp_str_part(record, start, at + 1));
    }
}

hxp_str hxp_term_cell_text(const hxp_term_table *table, size_t column)
{
    hxp_str text = table->cells[column].text;
    return table->utx && hxp_str_is(text, "-") ? HXP_STR("") : text;
}

/* --- The columns ---------------------------------------------------------- */

/** Settle which language a column is about when it is source or target. */
static hxp_status settle_side(hxp_term_table *table, size_t column,
                              hxp_error *error)
{
    hxp_term_column *of = &table->columns[column];
    const char *tag = table->tags[of->side == HXP_SIDE_TARGET];
    if (of->side != HXP_SIDE_SOURCE && of->side != HXP_SIDE_TARGET)
        return HXP_OK;
    if (tag[0] == '\0')
        return hxp_fail_at(
            error, HXP_EINPUT, table->faults.file.ptr,
            (hxp_place){ table->records.line, 1, 1 },
            "in which languages are the terms? name the file NAME.en-nl.txt, "
            "or give en,nl=%s",
            table->faults.file.ptr);
    memcpy(of->tag, tag, HXP_TAG_SIZE);
    return HXP_OK;
}

/** True when another column says the same of terms, behind other terms. */
static bool is_repeated(const hxp_term_table *table, size_t column)
{
    const hxp_term_column *of = &table->columns[column];
    size_t alike = 0, terms = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        const hxp_term_column *other = &table->columns[i];
        terms += other->kind == HXP_COLUMN_TERM;
        alike += terms > 0 && other->kind == of->kind &&
                 other->side == HXP_SIDE_NONE && other->type == of->type;
    }
    return alike > 1 && terms > 1 && of->side == HXP_SIDE_NONE &&
           of->kind >= HXP_COLUMN_STATUS;
}

/** Settle all columns once their kinds are known. */
static hxp_status settle_columns(hxp_term_table *table, hxp_error *error)
{
    hxp_status status = HXP_OK;
    table->first = table->id = table->tag = HXP_TERM_COLUMNS;
    table->term_columns = 0;
    for (size_t i = table->column_count; status == HXP_OK && i-- > 0;) {
        hxp_term_column_kind kind = table->columns[i].kind;
        status = settle_side(table, i, error);
        table->columns[i].repeated = is_repeated(table, i);
        table->term_columns += kind == HXP_COLUMN_TERM;
        if (kind == HXP_COLUMN_TERM)
            table->first = i;
        if (kind == HXP_COLUMN_CONCEPT)
            table->id = i;
        if (kind == HXP_COLUMN_TAG)
            table->tag = i;
    }
    return status;
}

/** Let the first cell of a column "ID" tell whether it has ids: "17", "c4". */
static hxp_status settle_id(hxp_term_table *table, hxp_error *error)
{
    size_t column = table->maybe_id, digits = 0;
    hxp_str text = column > 0 ? hxp_term_cell_text(table, column) : HXP_STR("");
    if (text.len == 0)
        return HXP_OK;
    for (size_t i = 0; i < text.len; i++)
        digits += hxp_ascii_digit(text.ptr[i]);
    table->maybe_id = 0;
    if (digits == 0 || memchr(text.ptr, ' ', text.len))
        return HXP_OK;
    table->columns[column] = (hxp_term_column){ .kind = HXP_COLUMN_CONCEPT };
    return settle_columns(table, error);
}

/** Tell of the columns whose names say nothing. */
static hxp_status tell_columns(hxp_term_table *table, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < table->column_count; i++)
        if (table->columns[i].kind == HXP_COLUMN_UNKNOWN &&
            hxp_term_cell_text(table, i).len > 0)
            status = hxp_tell(&table->faults, HXP_FAULT_TERM_COLUMN,
                              table->cells[i].place, error,
                              "the column \"%.*s\" is not known; it is passed "
                              "over",
                              HXP_FMT(hxp_quote(hxp_term_cell_text(table, i))));
    return status;
}

/** Take the columns of a glossary without names: source, target, comment. */
static hxp_status take_usual(hxp_term_table *table, size_t count,
                             hxp_error *error)
{
    static const hxp_term_column usual[] = {
        { HXP_COLUMN_TERM, HXP_SIDE_SOURCE, "", NULL, false },
        { HXP_COLUMN_TERM, HXP_SIDE_TARGET, "", NULL, false },
        { HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "", "note", false },
    };
    if (count < 2)
        return refuse(table, (hxp_place){ table->records.line, 1, 1 }, error,
                      "not a termbase: neither XML nor a table of terms");
    if (!table->records.flat && table->tags[0][0] == '\0')
        return hxp_fail_at(
            error, HXP_EINPUT, table->faults.file.ptr,
            (hxp_place){ table->records.line, 1, 1 },
            "no column names a language of terms; of source and target name "
            "the file NAME.en-nl.csv, or give en,nl=%s",
            table->faults.file.ptr);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        table->columns[i] = usual[i];
    table->column_count = sizeof usual / sizeof *usual;
    return settle_columns(table, error);
}

/** Let the cells in work name the columns, or be the first row. */
static hxp_status take_columns(hxp_term_table *table, size_t count,
                               hxp_error *error)
{
    const hxp_place place = { table->records.line, 1, 1 };
    if (count > HXP_TERM_COLUMNS)
        return hxp_fail_at(error, HXP_ELIMIT, table->faults.file.ptr, place,
                           "%zu columns; the limit is %d", count,
                           HXP_TERM_COLUMNS);
    table->headed = hxp_term_head_take(table, count);
    if (!table->headed)
        return take_usual(table, count, error);
    table->column_count = count;
    hxp_status status = settle_columns(table, error);
    if (status == HXP_OK)
        status = tell_columns(table, error);
    if (status == HXP_OK && table->tag < HXP_TERM_COLUMNS &&
        table->id == HXP_TERM_COLUMNS)
        return refuse(table, place, error,
                      "a row has one term, but no column says of which "
                      "concept; name one id");
    return status;
}

/* --- Comments, and UTX's head --------------------------------------------- */

/** Take the languages that UTX's first line names: "#UTX 1.11; en/nl; ...". */
static void take_utx(hxp_term_table *table, hxp_str line)
{
    hxp_str part, tag;
    hxp_str_cut(&line, ';', &part);
    table->utx = true;
    if (!hxp_str_cut(&line, ';', &part))
        return;
    for (size_t i = 0; i < 2 && hxp_str_cut(&part, '/', &tag); i++)
        hxp_tag_normalise(table->tags[i], tag);
}

/** True for the line by which Excel is told the separator: "sep=;". */
static bool take_separator(hxp_term_table *table, hxp_str line)
{
    if (table->separator || line.len != 5 ||
        !hxp_str_is_nocase(hxp_str_part(line, 0, 4), "sep="))
        return false;
    table->separator = line.ptr[4];
    return true;
}

/**
 * Pass over comments and empty lines; *more is false when nothing follows. Of
 * UTX the last comment is put into names: it names the columns.
 */
static hxp_status pass_comments(bool *more, hxp_term_table *table,
                                hxp_buffer *names, hxp_error *error)
{
    for (;;) {
        hxp_status status = hxp_records_next(more, &table->records, error);
        hxp_str line = hxp_buffer_str(&table->records.record);
        if (status != HXP_OK || !*more)
            return status;
        if (hxp_str_starts(line, HXP_STR("#UTX")))
            take_utx(table, line);
        else if (take_separator(table, line))
            continue;
        else if (line.len > 0 && line.ptr[0] != '#')
            return HXP_OK;
        names->len = 0;
        if (table->utx && line.len > 0 &&
            !hxp_buffer_add(names, hxp_str_part(line, 1, line.len)))
            return hxp_no_memory(error);
    }
}

/** Exchange the record in work for another. */
static void swap_record(hxp_term_table *table, hxp_buffer *other)
{
    hxp_buffer record = table->records.record;
    table->records.record = *other;
    *other = record;
}

/** Read the record into the table's cells; those that are missing are empty. */
static hxp_status read_record(size_t *count, hxp_term_table *table,
                              hxp_error *error)
{
    hxp_str record = hxp_buffer_str(&table->records.record);
    const hxp_place place = { table->records.line, 1, 1 };
    if (memchr(record.ptr, '\0', record.len))
        return refuse(table, place, error, "not a termbase: it is no text");
    hxp_status status = read_cells(count, table, error);
    for (size_t i = *count; i < table->column_count; i++)
        table->cells[i] = (hxp_term_cell){ HXP_STR(""), place };
    return status;
}

/** Find the columns, by the record in work or by UTX's names. */
static hxp_status begin(hxp_term_table *table, hxp_buffer *names,
                        hxp_error *error)
{
    size_t count = 0;
    table->records.separator =
        table->utx ? '\t'
                   : hxp_find_separator(hxp_buffer_str(&table->records.record));
    hxp_str head = hxp_buffer_str(&table->records.record);
    if (table->separator)
        table->records.separator = table->separator;
    else if (memchr(head.ptr, '\t', head.len))
        table->records.separator = '\t';
    else if (!memchr(head.ptr, table->records.separator, head.len) &&
             memchr(head.ptr, '|', head.len))
        table->records.separator = '|'; /* IATE's */
    table->records.flat = table->records.separator == '\t';
    if (names->len > 0)
        swap_record(table, names);
    hxp_status status = read_record(&count, table, error);
    if (status == HXP_OK)
        status = take_columns(table, count, error);
    if (names->len > 0)
        swap_record(table, names);
    return status;
}

/* --- Rows ----------------------------------------------------------------- */

static hxp_status send_row(hxp_term_table *table, hxp_error *error)
{
    size_t count = 0;
    hxp_str record = hxp_buffer_str(&table->records.record);
    if (hxp_str_starts(record, HXP_STR("#")) && (!table->headed || table->utx))
        return HXP_OK; /* a comment */
    hxp_status status = read_record(&count, table, error);
    if (status == HXP_OK && table->headed && count > table->column_count)
        status = hxp_tell(&table->faults, HXP_FAULT_TERM_ROW,
                          (hxp_place){ table->records.line, 1, 1 }, error,
                          "%zu columns; the first row names %zu", count,
                          table->column_count);
    if (status == HXP_OK)
        status = settle_id(table, error);
    return status == HXP_OK ? hxp_term_row_take(table, error) : status;
}

static hxp_status read_records(hxp_term_table *table, hxp_error *error)
{
    hxp_buffer names = { NULL, 0, 0 };
    bool more = true;
    table->records.flat = true;
    hxp_status status = pass_comments(&more, table, &names, error);
    if (status == HXP_OK && !more && !table->utx)
        status = refuse(table, (hxp_place){ 1, 1, 1 }, error,
                        "not a termbase: the file is empty");
    if (status == HXP_OK && more)
        status = begin(table, &names, error);
    if (status == HXP_OK && more && table->headed && !table->utx)
        status = hxp_records_next(&more, &table->records, error);
    hxp_buffer_free(&names);
    while (status == HXP_OK && more) {
        status = send_row(table, error);
        if (status == HXP_OK)
            status = hxp_records_next(&more, &table->records, error);
    }
    return status;
}

/** Find out the encoding of bytes, all of the file; tell of a guess. */
static hxp_status find_encoding(char name[HXP_ENCODING_SIZE],
                                hxp_term_table *table, hxp_str bytes,
                                hxp_error *error)
{
    const hxp_str tags[] = { hxp_str_of(table->tags[0]),
                             hxp_str_of(table->tags[1]) };
    if (hxp_encoding_guess(name, bytes, tags, 2))
        return HXP_OK;
    if (memchr(bytes.ptr, '\0', bytes.len))
        return refuse(table, (hxp_place){ 1, 1, 1 }, error,
                      "not a termbase: it is no text");
    return hxp_tell(&table->faults, HXP_FAULT_TERM_ENCODING,
                    (hxp_place){ 1, 1, 1 }, error,
                    "not UTF-8; read as %s, which is a guess; --encoding says "
                    "it better",
                    name);
}

static hxp_status read_bytes(hxp_term_table *table, hxp_str bytes,
                             hxp_error *error)
{
    char guess[HXP_ENCODING_SIZE] = "";
    const char *encoding = table->options->encoding;
    hxp_input *input = NULL;
    hxp_status status = HXP_OK;
    if (!encoding)
        status = find_encoding(guess, table, bytes, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, bytes, table->faults.file.ptr, error);
    if (status == HXP_OK)
        status = hxp_lines_open(&table->records.lines, input,
                                encoding ? encoding : guess,
                                table->options->limits.segment_bytes, error);
    if (status == HXP_OK)
        status = read_records(table, error);
    hxp_records_close(&table->records);
    hxp_input_close(input);
    return status;
}

/** Take the languages that the caller names. */
static void take_languages(hxp_term_table *table)
{
    const char *tags[] = { table->options->from, table->options->to };
    for (size_t i = 0; i < 2; i++)
        if (tags[i])
            hxp_tag_normalise(table->tags[i], hxp_str_of(tags[i]));
}

hxp_status hxp_term_table_read(hxp_termbase *termbase, hxp_input *input,
                               const hxp_read_options *options,
                               hxp_error *error)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_term_table *table = calloc(1, sizeof *table);
    if (!table)
        return hxp_no_memory(error);
    table->options = options;
    table->records.separator = ',';
    table->faults.file = hxp_str_of(hxp_input_name(input));
    table->faults.sink = options->findings;
    take_languages(table);
    size_t limit = options->limits.unit_bytes ? options->limits.unit_bytes
                                              : (size_t)HXP_ENTRY_BYTES;
    hxp_status status = hxp_input_read_all(input, &bytes, limit, error);
    if (status == HXP_OK)
        status = read_bytes(table, hxp_buffer_str(&bytes), error);
    if (status == HXP_OK)
        status = hxp_term_concepts_finish(&table->concepts, termbase, error);
    hxp_term_concepts_free(&table->concepts);
    hxp_arena_free(&table->arena);
    hxp_buffer_free(&table->text);
    hxp_buffer_free(&bytes);
    free(table);
    return status;
}
