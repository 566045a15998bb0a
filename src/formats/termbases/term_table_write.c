/* term_table_write.c - a termbase as an RFC 4180 table, a term a row. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/termbases/term_ids.h"
#include "formats/termbases/termbase_format.h"
#include "formats/units/csv_cell.h"

/** A column for details. */
typedef struct detail_column {
    const char *name;
    const char *type; /* of the details */
} detail_column;

static const detail_column columns[] = {
    { "part of speech", "partOfSpeech" },
    { "gender", "grammaticalGender" },
    { "term type", "termType" },
    { "context", "context" },
    { "definition", "definition" },
    { "subject", "subjectField" },
    { "reference", "source" },
    { "note", "note" },
    { "frequency", "frequency" },
    { "confidence", "confidence" },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

typedef struct table_writer {
    hxp_output *output;
    bool used[COLUMNS]; /* by some detail */
    bool exact, untranslated, ignored, ignored_terms;
    hxp_buffer cell;
} table_writer;

/** The column for details of type: that of notes, if it has none of its own. */
static size_t column_of(hxp_str type)
{
    size_t notes = 0;
    for (size_t k = 0; k < COLUMNS; k++) {
        if (hxp_str_is(type, columns[k].type))
            return k;
        if (strcmp(columns[k].type, "note") == 0)
            notes = k;
    }
    return hxp_str_is(type, "status") ? COLUMNS : notes;
}

static void note_used(table_writer *writer, const hxp_details *details)
{
    for (size_t i = 0; i < details->count; i++) {
        size_t column = column_of(details->items[i].type);
        if (column < COLUMNS)
            writer->used[column] = true;
    }
}

/** Find out which columns are needed. */
static void find_used(table_writer *writer, const hxp_termbase *termbase)
{
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        writer->untranslated |= concept->untranslated;
        writer->ignored |= concept->ignored;
        note_used(writer, &concept->details);
        for (size_t t = 0; t < concept->term_count; t++) {
            writer->exact |= concept->terms[t].exact;
            writer->ignored_terms |= concept->terms[t].ignored;
            note_used(writer, &concept->terms[t].details);
        }
    }
}

static void put(table_writer *writer, hxp_str text)
{
    hxp_output_write(writer->output, HXP_STR(","));
    hxp_csv_put_cell(writer->output, text);
}

static void put_yes(table_writer *writer, bool column, bool yes)
{
    if (column)
        put(writer, yes ? HXP_STR("yes") : HXP_STR(""));
}

static void put_head(table_writer *writer)
{
    hxp_output_write(writer->output, HXP_STR("id,language,term,status"));
    if (writer->exact)
        put(writer, HXP_STR("case sensitive"));
    if (writer->untranslated)
        put(writer, HXP_STR("do not translate"));
    if (writer->ignored)
        put(writer, HXP_STR("ignore"));
    if (writer->ignored_terms)
        put(writer, HXP_STR("ignore term"));
    for (size_t k = 0; k < COLUMNS; k++)
        if (writer->used[k])
            put(writer, hxp_str_of(columns[k].name));
    hxp_output_write(writer->output, HXP_STR("\r\n"));
}

/**
 * Append the details of column k in language; several are parted by "; ". What
 * has no column of its own is named.
 */
static bool gather(hxp_buffer *cell, const hxp_details *details, size_t k,
                   hxp_str language)
{
    bool good = true;
    for (size_t i = 0; good && i < details->count; i++) {
        const hxp_detail *detail = &details->items[i];
        if (column_of(detail->type) != k ||
            !hxp_str_equal(detail->language, language))
            continue;
        good = cell->len == 0 || hxp_buffer_add(cell, HXP_STR("; "));
        if (good && !hxp_str_is(detail->type, columns[k].type))
            good = hxp_buffer_add(cell, detail->type) &&
                   hxp_buffer_add(cell, HXP_STR(": "));
        good = good && hxp_buffer_add(cell, detail->text);
    }
    return good;
}

/** True when no term before term t is in its language. */
static bool is_first(const hxp_concept *concept, size_t t)
{
    for (size_t k = 0; k < t; k++)
        if (hxp_str_equal(concept->terms[k].language,
                          concept->terms[t].language))
            return false;
    return true;
}

/**
 * Write what is said of a term; of the concept beside its first one, and of a
 * language beside the first one in that.
 */
static bool put_details(table_writer *writer, const hxp_concept *concept,
                        size_t t)
{
    const hxp_term *term = &concept->terms[t];
    for (size_t k = 0; k < COLUMNS; k++) {
        if (!writer->used[k])
            continue;
        writer->cell.len = 0;
        if ((t == 0 &&
             !gather(&writer->cell, &concept->details, k, HXP_STR(""))) ||
            (is_first(concept, t) &&
             !gather(&writer->cell, &concept->details, k, term->language)) ||
            !gather(&writer->cell, &term->details, k, HXP_STR("")))
            return false;
        put(writer, hxp_buffer_str(&writer->cell));
    }
    return true;
}

/** The word for the status: as it stood if it was not known. */
static hxp_str status_of(const hxp_term *term)
{
    static const char *const words[] = { "preferred", "admitted", "deprecated",
                                         "draft" };
    for (size_t i = 0; i < term->details.count; i++)
        if (hxp_str_is(term->details.items[i].type, "status"))
            return term->details.items[i].text;
    return hxp_str_of(words[term->status]);
}

static bool put_term(table_writer *writer, const hxp_concept *concept, size_t t,
                     hxp_str id)
{
    const hxp_term *term = &concept->terms[t];
    hxp_csv_put_cell(writer->output, id);
    put(writer, term->language);
    put(writer, term->text);
    put(writer, status_of(term));
    put_yes(writer, writer->exact, term->exact);
    put_yes(writer, writer->untranslated, concept->untranslated);
    put_yes(writer, writer->ignored, concept->ignored);
    put_yes(writer, writer->ignored_terms, term->ignored);
    bool good = put_details(writer, concept, t);
    hxp_output_write(writer->output, HXP_STR("\r\n"));
    return good;
}

hxp_status hxp_term_table_write(hxp_output *output,
                                const hxp_termbase *termbase,
                                const hxp_termbase_write_options *options,
                                hxp_error *error)
{
    table_writer writer = { .output = output };
    hxp_term_ids ids = { .xml = false };
    bool good = hxp_term_ids_init(&ids, termbase);
    hxp_str id;
    (void)options;
    find_used(&writer, termbase);
    put_head(&writer);
    for (size_t i = 0; good && i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        good = hxp_term_ids_next(&id, &ids, concept);
        for (size_t t = 0; good && t < concept->term_count; t++)
            good = put_term(&writer, concept, t, id);
    }
    hxp_term_ids_free(&ids);
    hxp_buffer_free(&writer.cell);
    return good ? HXP_OK : hxp_no_memory(error);
}
