/* csv_write.c - units as an RFC 4180 table, a column a language. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/units/columns.h"
#include "formats/units/csv_cell.h"
#include "formats/units/languages_first.h"
#include "formats/units/losses.h"
#include "formats/units/pair.h"
#include "formats/units/unit_format.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct csv_writer {
    hxp_unit_sink sink;
    hxp_output *output;
    hxp_write_options options;
    hxp_losses losses;
    hxp_arena arena; /* of the columns' names */
    hxp_column *columns;
    size_t count, capacity;
    hxp_buffer cell;
} csv_writer;

/* --- Cells ---------------------------------------------------------------- */

static void put_separator(csv_writer *writer, size_t column)
{
    if (column > 0)
        hxp_output_write(writer->output, HXP_STR(","));
}

/* --- Columns -------------------------------------------------------------- */

/** True when both columns would hold the same. */
static bool is_same(const hxp_column *a, const hxp_column *b)
{
    if (a->kind != b->kind || a->kind == HXP_COLUMN_UNUSED)
        return false;
    return a->kind == HXP_COLUMN_ID || a->kind == HXP_COLUMN_NOTE ||
           hxp_tag_equal(a->name, b->name);
}

/** Add a column; pair is what source and target mean. */
static hxp_status add_column(csv_writer *writer, hxp_str name,
                             const hxp_language_pair *pair, hxp_error *error)
{
    hxp_column column = { hxp_column_kind_of(name), name };
    if (column.kind == HXP_COLUMN_SOURCE)
        column = (hxp_column){ HXP_COLUMN_LANGUAGE, pair->source };
    else if (column.kind == HXP_COLUMN_TARGET)
        column = (hxp_column){ HXP_COLUMN_LANGUAGE, pair->target };
    for (size_t i = 0; i < writer->count; i++)
        if (is_same(&writer->columns[i], &column))
            return hxp_fail(error, HXP_EINPUT,
                            "two columns would hold the same: \"%.*s\" is one",
                            HXP_FMT(name));
    if (!hxp_array_reserve(&writer->columns, &writer->capacity,
                           writer->count + 1, sizeof *writer->columns) ||
        !hxp_arena_copy(&column.name, &writer->arena, column.name))
        return hxp_no_memory(error);
    if (!writer->options.table.no_header) {
        put_separator(writer, writer->count);
        hxp_csv_put_cell(writer->output, name);
    }
    writer->columns[writer->count++] = column;
    return HXP_OK;
}

/** Make the columns that the caller names. */
static hxp_status add_named(csv_writer *writer, const hxp_unit_header *header,
                            hxp_error *error)
{
    hxp_language_pair pair;
    hxp_str rest = hxp_str_of(writer->options.table.columns), name;
    hxp_status status = HXP_OK;
    if (!hxp_pair_choose(&pair, header, &writer->options, &writer->arena))
        return hxp_no_memory(error);
    while (status == HXP_OK && hxp_str_cut(&rest, ',', &name))
        status = add_column(writer, hxp_str_trim(name), &pair, error);
    return status;
}

static hxp_status add_languages(csv_writer *writer,
                                const hxp_unit_header *header, hxp_error *error)
{
    static const hxp_language_pair none = { { NULL, 0 }, { NULL, 0 } };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < header->language_count; i++)
        status = add_column(writer, header->languages[i], &none, error);
    return status;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    csv_writer *writer = (csv_writer *)sink;
    hxp_status status = HXP_OK;
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                   header->remarks.count);
    if (writer->options.table.columns)
        status = add_named(writer, header, error);
    else
        status = add_languages(writer, header, error);
    if (!writer->options.table.no_header)
        hxp_output_write(writer->output, HXP_STR("\r\n"));
    return status;
}

/* --- Units ---------------------------------------------------------------- */

/** True when a column of this kind and name holds the remark. */
static bool holds(const hxp_column *column, const hxp_remark *remark)
{
    if (column->kind == HXP_COLUMN_NOTE)
        return remark->kind == HXP_NOTE_REMARK;
    return remark->kind == HXP_PROPERTY &&
           hxp_str_equal(remark->type, column->name);
}

/** Join the remarks that a column holds, a line each. */
static bool join_remarks(csv_writer *writer, const hxp_column *column,
                         const hxp_remarks *remarks)
{
    size_t kept = 0;
    bool added = true;
    writer->cell.len = 0;
    for (size_t i = 0; added && i < remarks->count; i++) {
        if (!holds(column, &remarks->items[i]))
            continue;
        added = (kept == 0 || hxp_buffer_add(&writer->cell, HXP_STR("\n"))) &&
                hxp_buffer_add(&writer->cell, remarks->items[i].text);
        kept++;
    }
    hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_REMARKS, kept);
    return added;
}

/** Put a column's cell of a unit; *shown counts the variants that are. */
static bool put_column(csv_writer *writer, const hxp_column *column,
                       const hxp_unit *unit, size_t *shown)
{
    const hxp_variant *variant;
    switch (column->kind) {
    case HXP_COLUMN_LANGUAGE:
        variant = hxp_variant_named(unit, column->name);
        if (variant)
            hxp_csv_put_cell(writer->output, variant->content.text);
        *shown += variant != NULL;
        return true;
    case HXP_COLUMN_ID:
        hxp_csv_put_cell(writer->output, unit->id);
        hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_ATTRIBUTES,
                        unit->id.len > 0);
        return true;
    case HXP_COLUMN_NOTE:
    case HXP_COLUMN_PROPERTY:
        if (!join_remarks(writer, column, &unit->remarks))
            return false;
        hxp_csv_put_cell(writer->output, hxp_buffer_str(&writer->cell));
        return true;
    case HXP_COLUMN_SOURCE:
    case HXP_COLUMN_TARGET:
    case HXP_COLUMN_UNUSED:
    default:
        return true;
    }
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    csv_writer *writer = (csv_writer *)sink;
    size_t shown = 0;
    hxp_losses_add_unit(&writer->losses, unit, 0);
    for (size_t i = 0; i < writer->count; i++) {
        put_separator(writer, i);
        if (!put_column(writer, &writer->columns[i], unit, &shown))
            return hxp_no_memory(error);
    }
    hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_VARIANTS, shown);
    hxp_output_write(writer->output, HXP_STR("\r\n"));
    return hxp_output_failed(writer->output)
               ? hxp_output_finish(writer->output, error)
               : HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    csv_writer *writer = (csv_writer *)sink;
    return hxp_losses_tell(&writer->losses, writer->options.losses, error);
}

static void close_writer(hxp_unit_sink *sink)
{
    csv_writer *writer = (csv_writer *)sink;
    hxp_arena_free(&writer->arena);
    hxp_buffer_free(&writer->cell);
    free(writer->columns);
    free(writer);
}

hxp_status hxp_csv_writer_new(hxp_unit_sink **out, hxp_output *output,
                              const hxp_write_options *options,
                              hxp_error *error)
{
    csv_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->output = output;
    writer->options = *options;
    return hxp_languages_first(out, &writer->sink, error);
}
