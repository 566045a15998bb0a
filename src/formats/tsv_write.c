/* tsv_write.c - units as lines of tab-separated text, a column a language. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/spool.h"
#include "formats/unit_format.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct tsv_writer {
    hxp_unit_sink sink;
    hxp_output *output;
    hxp_finding_sink *losses;
    hxp_spool *spool; /* while the languages are not known */
    hxp_arena arena;  /* of the languages */
    hxp_str *languages;
    size_t count, capacity;
    size_t lost_codes, lost_variants, lost_remarks, lost_attributes;
} tsv_writer;

/* --- Languages ------------------------------------------------------------ */

/** A variant without a language gets a column nevertheless. */
static hxp_str named(hxp_str language)
{
    return language.len > 0 ? language : HXP_STR("und");
}

static hxp_status add_language(tsv_writer *writer, hxp_str language,
                               hxp_error *error)
{
    language = named(language);
    for (size_t i = 0; i < writer->count; i++)
        if (hxp_tag_equal(writer->languages[i], language))
            return HXP_OK;
    if (!hxp_array_reserve(&writer->languages, &writer->capacity,
                           writer->count + 1, sizeof *writer->languages) ||
        !hxp_arena_copy(&writer->languages[writer->count], &writer->arena,
                        language))
        return hxp_no_memory(error);
    writer->count++;
    return HXP_OK;
}

/* --- Lines ---------------------------------------------------------------- */

static const char *escape(char c)
{
    switch (c) {
    case '\\':
        return "\\\\";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    default:
        return NULL;
    }
}

static void put_text(hxp_output *output, hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *instead = escape(text.ptr[i]);
        if (!instead)
            continue;
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_write(output, hxp_str_of(instead));
        from = i + 1;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

static void put_languages(tsv_writer *writer)
{
    for (size_t i = 0; i < writer->count; i++) {
        if (i > 0)
            hxp_output_write(writer->output, HXP_STR("\t"));
        put_text(writer->output, writer->languages[i]);
    }
    hxp_output_write(writer->output, HXP_STR("\n"));
}

static const hxp_variant *variant_in(const hxp_unit *unit, hxp_str language)
{
    for (size_t i = 0; i < unit->variant_count; i++)
        if (hxp_tag_equal(named(unit->variants[i].language), language))
            return &unit->variants[i];
    return NULL;
}

/** Count what a line does not hold of a unit; shown is its variants in it. */
static void count_losses(tsv_writer *writer, const hxp_unit *unit, size_t shown)
{
    writer->lost_variants += unit->variant_count - shown;
    writer->lost_remarks += unit->remarks.count;
    writer->lost_attributes += unit->attributes.count + (unit->id.len > 0) +
                               (unit->source_language.len > 0);
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        for (size_t j = 0; j < variant->content.code_count; j++)
            writer->lost_codes +=
                variant->content.codes[j].kind != HXP_CODE_UNMARK;
        writer->lost_remarks += variant->remarks.count;
        writer->lost_attributes += variant->attributes.count;
    }
}

static hxp_status put_unit(tsv_writer *writer, const hxp_unit *unit,
                           hxp_error *error)
{
    size_t shown = 0;
    for (size_t i = 0; i < writer->count; i++) {
        const hxp_variant *variant = variant_in(unit, writer->languages[i]);
        if (i > 0)
            hxp_output_write(writer->output, HXP_STR("\t"));
        if (variant)
            put_text(writer->output, variant->content.text);
        shown += variant != NULL;
    }
    hxp_output_write(writer->output, HXP_STR("\n"));
    count_losses(writer, unit, shown);
    return hxp_output_failed(writer->output)
               ? hxp_output_finish(writer->output, error)
               : HXP_OK;
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    tsv_writer *writer = (tsv_writer *)sink;
    hxp_status status = HXP_OK;
    writer->lost_remarks += header->remarks.count;
    for (size_t i = 0; status == HXP_OK && i < header->language_count; i++)
        status = add_language(writer, header->languages[i], error);
    if (status != HXP_OK)
        return status;
    if (writer->count > 0) {
        put_languages(writer);
        return HXP_OK;
    }
    status = hxp_spool_new(&writer->spool, error);
    if (status != HXP_OK)
        return status;
    hxp_unit_sink *spool = hxp_spool_sink(writer->spool);
    return spool->begin(spool, header, error);
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    tsv_writer *writer = (tsv_writer *)sink;
    hxp_status status = HXP_OK;
    if (!writer->spool)
        return put_unit(writer, unit, error);
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        status = add_language(writer, unit->variants[i].language, error);
    if (status != HXP_OK)
        return status;
    hxp_unit_sink *spool = hxp_spool_sink(writer->spool);
    return spool->unit(spool, unit, error);
}

static hxp_status tell_losses(tsv_writer *writer, hxp_error *error)
{
    const struct {
        hxp_fault rule;
        size_t count;
    } losses[] = {
        { HXP_FAULT_LOSS_CODES, writer->lost_codes },
        { HXP_FAULT_LOSS_VARIANTS, writer->lost_variants },
        { HXP_FAULT_LOSS_REMARKS, writer->lost_remarks },
        { HXP_FAULT_LOSS_ATTRIBUTES, writer->lost_attributes },
    };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < sizeof losses / sizeof losses[0];
         i++)
        status = hxp_tell_loss(writer->losses, losses[i].rule, losses[i].count,
                               error);
    return status;
}

/** A sink that writes what the spool gives back. */
typedef struct replayer {
    hxp_unit_sink sink;
    tsv_writer *writer;
} replayer;

static hxp_status replay_begin(hxp_unit_sink *sink,
                               const hxp_unit_header *header, hxp_error *error)
{
    (void)header;
    (void)error;
    put_languages(((replayer *)sink)->writer);
    return HXP_OK;
}

static hxp_status replay_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    return put_unit(((replayer *)sink)->writer, unit, error);
}

static hxp_status replay_end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void replay_close(hxp_unit_sink *sink)
{
    (void)sink;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    tsv_writer *writer = (tsv_writer *)sink;
    hxp_status status = HXP_OK;
    if (writer->spool) {
        replayer replay = {
            { replay_begin, replay_unit, replay_end, replay_close }, writer
        };
        hxp_unit_sink *spool = hxp_spool_sink(writer->spool);
        status = spool->end(spool, error);
        if (status == HXP_OK)
            status = hxp_spool_replay(writer->spool, &replay.sink, error);
    }
    return status == HXP_OK ? tell_losses(writer, error) : status;
}

static void close_writer(hxp_unit_sink *sink)
{
    tsv_writer *writer = (tsv_writer *)sink;
    hxp_spool_free(writer->spool);
    hxp_arena_free(&writer->arena);
    free(writer->languages);
    free(writer);
}

hxp_status hxp_tsv_writer_new(hxp_unit_sink **out, hxp_output *output,
                              const hxp_write_options *options,
                              hxp_error *error)
{
    tsv_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, add_unit, end, close_writer };
    writer->output = output;
    writer->losses = options->losses;
    *out = &writer->sink;
    return HXP_OK;
}
