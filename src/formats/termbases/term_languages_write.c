/* term_languages_write.c - a termbase as an RFC 4180 table, a concept a row
 * and a language a column. */
#include "base/array.h"
#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/termbases/term_ids.h"
#include "formats/termbases/termbase_format.h"
#include "formats/units/csv_cell.h"

typedef struct languages_writer {
    hxp_output *output;
    hxp_names languages; /* in the order they are met */
    bool untranslated, ignored;
    hxp_buffer cell;
    size_t left_out;
    size_t details; /* left out, too */
} languages_writer;

/** Find out which columns are needed. False when memory is out. */
static bool find_columns(languages_writer *writer, const hxp_termbase *termbase)
{
    uint32_t number;
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        writer->untranslated |= concept->untranslated;
        writer->ignored |= concept->ignored;
        for (size_t t = 0; t < concept->term_count; t++)
            if (!hxp_names_add(&writer->languages, concept->terms[t].language,
                               &number))
                return false;
    }
    return true;
}

static void put(languages_writer *writer, hxp_str text)
{
    hxp_output_write(writer->output, HXP_STR(","));
    hxp_csv_put_cell(writer->output, text);
}

static void put_head(languages_writer *writer)
{
    hxp_output_write(writer->output, HXP_STR("id"));
    for (size_t i = 0; i < writer->languages.count; i++)
        put(writer, writer->languages.items[i]);
    if (writer->untranslated)
        put(writer, HXP_STR("do not translate"));
    if (writer->ignored)
        put(writer, HXP_STR("ignore"));
    hxp_output_write(writer->output, HXP_STR("\r\n"));
}

/** True when a cell can say term: it may be used, and has no bar. */
static bool fits(const hxp_term *term)
{
    return term->status <= HXP_TERM_ADMITTED &&
           !memchr(term->text.ptr, '|', term->text.len);
}

/** Append the terms of a status in language to the cell, bars between. */
static bool gather(hxp_buffer *cell, const hxp_concept *concept,
                   hxp_str language, hxp_term_status status)
{
    bool good = true;
    for (size_t i = 0; good && i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        if (term->status == status && fits(term) &&
            hxp_str_equal(term->language, language))
            good = (cell->len == 0 || hxp_buffer_add(cell, HXP_STR("|"))) &&
                   hxp_buffer_add(cell, term->text);
    }
    return good;
}

static bool put_concept(languages_writer *writer, const hxp_concept *concept,
                        hxp_str id)
{
    hxp_csv_put_cell(writer->output, id);
    for (size_t i = 0; i < writer->languages.count; i++) {
        hxp_str language = writer->languages.items[i];
        writer->cell.len = 0;
        if (!gather(&writer->cell, concept, language, HXP_TERM_PREFERRED) ||
            !gather(&writer->cell, concept, language, HXP_TERM_ADMITTED))
            return false;
        put(writer, hxp_buffer_str(&writer->cell));
    }
    if (writer->untranslated)
        put(writer, concept->untranslated ? HXP_STR("yes") : HXP_STR(""));
    if (writer->ignored)
        put(writer, concept->ignored ? HXP_STR("yes") : HXP_STR(""));
    hxp_output_write(writer->output, HXP_STR("\r\n"));
    writer->details += concept->details.count;
    for (size_t i = 0; i < concept->term_count; i++) {
        writer->left_out += !fits(&concept->terms[i]);
        writer->details += concept->terms[i].details.count;
    }
    return true;
}

hxp_status hxp_term_languages_write(hxp_output *output,
                                    const hxp_termbase *termbase,
                                    const hxp_termbase_write_options *options,
                                    hxp_error *error)
{
    languages_writer writer = { .output = output };
    hxp_term_ids ids = { .xml = false };
    hxp_str id;
    bool good =
        hxp_term_ids_init(&ids, termbase) && find_columns(&writer, termbase);
    if (good)
        put_head(&writer);
    for (size_t i = 0; good && i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        good = hxp_term_ids_next(&id, &ids, concept) &&
               put_concept(&writer, concept, id);
    }
    hxp_term_ids_free(&ids);
    hxp_names_free(&writer.languages);
    hxp_buffer_free(&writer.cell);
    if (!good)
        return hxp_no_memory(error);
    hxp_status status = hxp_tell_loss(options->losses, HXP_FAULT_LOSS_TERMS,
                                      writer.left_out, error);
    return status == HXP_OK
               ? hxp_tell_loss(options->losses, HXP_FAULT_LOSS_DETAILS,
                               writer.details, error)
               : status;
}
