/* tsv_write.c - units as lines of tab-separated text, a column a language. */
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/units/languages_first.h"
#include "formats/units/losses.h"
#include "formats/units/unit_format.h"

#include <stdlib.h>

typedef struct tsv_writer {
    hxp_unit_sink sink;
    hxp_output *output;
    hxp_finding_sink *told; /* of the losses */
    hxp_losses losses;
    hxp_arena arena; /* of the languages */
    hxp_str *languages;
    size_t count;
} tsv_writer;

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

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    tsv_writer *writer = (tsv_writer *)sink;
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                   header->remarks.count);
    writer->count = header->language_count;
    writer->languages = hxp_arena_alloc(&writer->arena, writer->count,
                                        sizeof *writer->languages);
    if (!writer->languages)
        return hxp_no_memory(error);
    for (size_t i = 0; i < writer->count; i++) {
        if (!hxp_arena_copy(&writer->languages[i], &writer->arena,
                            header->languages[i]))
            return hxp_no_memory(error);
        if (i > 0)
            hxp_output_write(writer->output, HXP_STR("\t"));
        put_text(writer->output, writer->languages[i]);
    }
    hxp_output_write(writer->output, HXP_STR("\n"));
    return HXP_OK;
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    tsv_writer *writer = (tsv_writer *)sink;
    size_t shown = 0;
    for (size_t i = 0; i < writer->count; i++) {
        const hxp_variant *variant =
            hxp_variant_named(unit, writer->languages[i]);
        if (i > 0)
            hxp_output_write(writer->output, HXP_STR("\t"));
        if (variant)
            put_text(writer->output, variant->content.text);
        shown += variant != NULL;
    }
    hxp_output_write(writer->output, HXP_STR("\n"));
    hxp_losses_add_unit(&writer->losses, unit, shown);
    return hxp_output_failed(writer->output)
               ? hxp_output_finish(writer->output, error)
               : HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    tsv_writer *writer = (tsv_writer *)sink;
    return hxp_losses_tell(&writer->losses, writer->told, error);
}

static void close_writer(hxp_unit_sink *sink)
{
    tsv_writer *writer = (tsv_writer *)sink;
    hxp_arena_free(&writer->arena);
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
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->output = output;
    writer->told = options->losses;
    return hxp_languages_first(out, &writer->sink, error);
}
